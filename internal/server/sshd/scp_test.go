package sshd_test

import (
	"fmt"
	"strings"
	"testing"

	"ssh-resume/internal/address"
	"ssh-resume/internal/export"
	"ssh-resume/internal/server"
	"ssh-resume/internal/server/catalog"
	"ssh-resume/internal/server/servertest"
	"ssh-resume/internal/visitor"
)

func TestOldSCPFetchesFiles(t *testing.T) {
	t.Parallel()
	r := servertest.Serve(t, server.Config{})
	folder := files(t)
	pdf, all := sent(t, folder, "resume.pdf"), ""
	every, err := folder.All()
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range every {
		if f.Name() != catalog.ReadmeFile {
			all += sent(t, folder, f.Name())
		}
	}
	times := fmt.Sprintf("T%d 0 %[1]d 0\n", servertest.Changed.Unix())
	readme := sent(t, folder, "README")
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
		"scp -f .":                    "\x01scp: .: is a folder; copy it with scp -r\n",
		"scp -t .":                    "\x01scp: read-only: files can't be uploaded here\n",
		"scp -r -p -d -t resume.pdf":  "\x01scp: read-only: files can't be uploaded here\n",
		"scp -f":                      "\x01scp: files can only be downloaded, with scp -f PATH\n",
		"scp":                         "\x01scp: files can only be downloaded, with scp -f PATH\n",
		"scp resume.pdf":              "\x01scp: files can only be downloaded, with scp -f PATH\n",
		"scp -S /bin/sh -f x":         "\x01scp: unknown option -S\n",
		"scp -f \x1b[31m":             "\x01scp: \\x1b[31m: no such file\n",
		"scp -f 'resume.pdf":          "\x01scp: unclosed quote\n",
		"scp -f resume.pdf | tee all": pdf + "\x01scp: |: no such file\n\x01scp: tee: no such file\n\x01scp: all: no such file\n",
	} {
		status := 0
		if strings.Contains(want, "\x01scp: ") {
			status = 1
		}
		if result := scp(t, r, command); result.Status != status || result.Stdout != want || result.Stderr != "" {
			t.Errorf("%q: status %d, %.100q, %q; want %.100q", command, result.Status, result.Stdout, result.Stderr, want)
		}
	}
	r.Log.Until(t, "saved=pdf,readme")
}

func TestOldSCPHeedsWhatTheClientRefuses(t *testing.T) {
	t.Parallel()
	r := servertest.Serve(t, server.Config{})
	folder := files(t)
	readme := sent(t, folder, "README")
	header, _, _ := strings.Cut(sent(t, folder, "resume.pdf"), "\n")
	header += "\n"
	for _, test := range []struct{ answers, want string }{
		{"\x00\x01no room\n\x00\x00", header + readme},
		{"\x00\x02no\n", header},
		{"\x02no\n", ""},
		{"", ""},
		{"\x00\x01" + strings.Repeat("x", 10000) + "\n", header},
	} {
		result, err := visitor.Run(t.Context(), r.Addr, visitor.Options{Command: "scp -f resume.pdf README"}, test.answers)
		if err != nil {
			t.Fatal(err)
		}
		if result.Status != 1 || result.Stdout != test.want {
			t.Errorf("%.20q: status %d, %.100q, want %.100q", test.answers, result.Status, result.Stdout, test.want)
		}
	}
}

func TestOldSCPGoesOnAfterRefusedTimes(t *testing.T) {
	t.Parallel()
	r := servertest.Serve(t, server.Config{})
	times := fmt.Sprintf("T%d 0 %[1]d 0\n", servertest.Changed.Unix())
	readme := times + sent(t, files(t), "README")
	result, err := visitor.Run(t.Context(), r.Addr, visitor.Options{Command: "scp -p -f resume.pdf README"}, "\x00\x01no times\n\x00\x00\x00")
	if err != nil {
		t.Fatal(err)
	}
	if result.Status != 1 || result.Stdout != times+readme {
		t.Errorf("status %d, %.100q, want %.100q", result.Status, result.Stdout, times+readme)
	}
}

// files returns what is served: the folder of the embedded résumé.
func files(t *testing.T) *catalog.Folder {
	t.Helper()
	c := catalog.New(servertest.Embedded(t), catalog.Config{Formats: export.Formats(nil), Address: address.Parse("HOST")})
	return c.Current().Folder
}

// sent returns a file as scp sends it.
func sent(t *testing.T, folder *catalog.Folder, name string) string {
	t.Helper()
	f, err := folder.At(name)
	if err != nil {
		t.Fatal(err)
	}
	return fmt.Sprintf("C0644 %d %s\n%s\x00", f.Size(), name, f.Content)
}

// scp returns what the far end of scp -O sends to a client that accepts everything.
func scp(t *testing.T, r *servertest.Running, command string) visitor.Result {
	t.Helper()
	result, err := visitor.Run(t.Context(), r.Addr, visitor.Options{Command: command}, strings.Repeat("\x00", 100))
	if err != nil {
		t.Fatal(err)
	}
	return result
}
