package server

import (
	"fmt"
	"io/fs"
	"strings"
	"testing"

	"ssh-resume/internal/visitor"
)

// scp gives what the far end of scp -O sends to a client that agrees to all.
func (r *running) scp(t *testing.T, command string) visitor.Result {
	t.Helper()
	result, err := visitor.Run(t.Context(), r.addr, visitor.Options{Command: command}, strings.Repeat("\x00", 100))
	if err != nil {
		t.Fatal(err)
	}
	return result
}

// sent is a file as scp sends it.
func (r *running) sent(t *testing.T, name string) string {
	t.Helper()
	folder, err := r.edition.Load().folder()
	if err != nil {
		t.Fatal(err)
	}
	f := folder.at(name)
	return fmt.Sprintf("C0644 %d %s\n%s\x00", f.Size(), name, f.content)
}

func TestOldSCPFetchesFiles(t *testing.T) {
	r := serve(t, Config{Source: embedded, Changed: changed})
	pdf, all := r.sent(t, "resume.pdf"), ""
	for _, d := range r.edition.Load().formats {
		if d.VariantOf == "" {
			all += r.sent(t, d.File)
		}
	}
	times := fmt.Sprintf("T%d 0 %[1]d 0\n", changed.Unix())
	readme := r.sent(t, "README")
	for command, want := range map[string]string{ //nolint:gosec // G101: no credentials, whatever /etc/passwd sounds like
		"scp -f resume.pdf":           pdf,
		"scp -v -f -- /resume.pdf":    pdf,
		"scp -f ~/resume.pdf":         pdf,
		"scp -f 'resume.pdf'":         pdf,
		`scp -f "./resume.pdf"`:       pdf,
		`scp -f resume\.pdf`:          pdf,
		"scp -f ../../resume.pdf":     pdf,
		"scp -pf resume.pdf":          times + pdf,
		"scp -f resume.*":             all,
		"scp -f resume.p?f README":    pdf + readme,
		"scp -r -f .":                 "D0755 0 resume\n" + all + readme + "E\n",
		"scp -r -f resume.pdf":        pdf,
		"scp -d -f -r ~":              "D0755 0 resume\n" + all + readme + "E\n",
		"scp -f resume.pdf nope":      pdf + "\x01scp: nope: no such file\n",
		"scp -f nope*":                "\x01scp: nope*: no such file\n",
		"scp -f [":                    "\x01scp: [: no such file\n",
		"scp -f /etc/passwd":          "\x01scp: /etc/passwd: no such file\n",
		"scp -f ../etc/passwd":        "\x01scp: ../etc/passwd: no such file\n",
		"scp -f $(reboot)":            "\x01scp: $(reboot): no such file\n",
		"scp -f .":                    "\x01scp: .: a folder, which scp -r fetches\n",
		"scp -t .":                    "\x01scp: read-only: nothing can be put here\n",
		"scp -r -p -d -t resume.pdf":  "\x01scp: read-only: nothing can be put here\n",
		"scp -f":                      "\x01scp: files can only be fetched, with scp -f PATH\n",
		"scp":                         "\x01scp: files can only be fetched, with scp -f PATH\n",
		"scp resume.pdf":              "\x01scp: files can only be fetched, with scp -f PATH\n",
		"scp -S /bin/sh -f x":         "\x01scp: unknown option -S\n",
		"scp -f \x1b[31m":             "\x01scp: \\x1b[31m: no such file\n",
		"scp -f 'resume.pdf":          "\x01scp: a quote is not closed\n",
		"scp -f resume.pdf | tee all": pdf + "\x01scp: |: no such file\n\x01scp: tee: no such file\n\x01scp: all: no such file\n",
	} {
		status := 0
		if strings.Contains(want, "\x01scp: ") {
			status = 1
		}
		if result := r.scp(t, command); result.Status != status || result.Stdout != want || result.Stderr != "" {
			t.Errorf("%q: status %d, %.100q, %q; want %.100q", command, result.Status, result.Stdout, result.Stderr, want)
		}
	}
	r.log.until(t, "files=resume.pdf,README")
}

func TestOldSCPHeedsWhatTheClientRefuses(t *testing.T) {
	r := serve(t, Config{Source: embedded})
	readme := r.sent(t, "README")
	for _, test := range []struct{ answers, want string }{
		{"\x00\x01no room\n\x00\x00", fmt.Sprintf("C0644 %d resume.pdf\n", r.edition.Load().size(t, "resume.pdf")) + readme},
		{"\x00\x02no\n", fmt.Sprintf("C0644 %d resume.pdf\n", r.edition.Load().size(t, "resume.pdf"))},
		{"\x02no\n", ""},
		{"", ""},
		{"\x00\x01" + strings.Repeat("x", 10000) + "\n", fmt.Sprintf("C0644 %d resume.pdf\n", r.edition.Load().size(t, "resume.pdf"))},
	} {
		result, err := visitor.Run(t.Context(), r.addr, visitor.Options{Command: "scp -f resume.pdf README"}, test.answers)
		if err != nil {
			t.Fatal(err)
		}
		if result.Status != 1 || result.Stdout != test.want {
			t.Errorf("%.20q: status %d, %.100q, want %.100q", test.answers, result.Status, result.Stdout, test.want)
		}
	}
}

func (d *documents) size(t *testing.T, name string) int64 {
	t.Helper()
	folder, err := d.folder()
	if err != nil {
		t.Fatal(err)
	}
	return folder.at(name).Size()
}

func TestOldSCPGoesOnAfterRefusedTimes(t *testing.T) {
	r := serve(t, Config{Source: embedded, Changed: changed})
	times := fmt.Sprintf("T%d 0 %[1]d 0\n", changed.Unix())
	readme := times + r.sent(t, "README")
	result, err := visitor.Run(t.Context(), r.addr, visitor.Options{Command: "scp -p -f resume.pdf README"}, "\x00\x01no times\n\x00\x00\x00")
	if err != nil {
		t.Fatal(err)
	}
	if result.Status != 1 || result.Stdout != times+readme {
		t.Errorf("status %d, %.100q, want %.100q", result.Status, result.Stdout, times+readme)
	}
}

func TestOldSCPSendsNoMoreThanSFTP(t *testing.T) {
	const size = 1 << 20
	d := &folder{self: &file{name: "/", mode: fs.ModeDir | 0o555}, files: []*file{{"a", make([]byte, size), 0o444, changed}}}
	sess := &session{command: "scp -f" + strings.Repeat(" a", 2*maxRead/size)}
	client := &agreeable{}
	if status := (&Server{}).scp(t.Context(), sess, d, client); status != 1 || client.taken > maxRead+maxRead/64 {
		t.Errorf("status %d, %d bytes", status, client.taken)
	}
	if len(sess.files) != 1 {
		t.Errorf("a file is named %d times in the log", len(sess.files))
	}
}

// agreeable is a client of scp that agrees to all and counts what it takes.
type agreeable struct{ taken int }

func (*agreeable) Read(p []byte) (int, error) {
	clear(p)
	return len(p), nil
}

func (a *agreeable) Write(p []byte) (int, error) {
	a.taken += len(p)
	return len(p), nil
}

func (*agreeable) Close() error { return nil }
