package sshd_test

import (
	"io"
	"strings"
	"testing"

	"ssh-resume/internal/export"
	"ssh-resume/internal/server"
	"ssh-resume/internal/server/servertest"
	"ssh-resume/internal/visitor"
)

// closedLine waits for the line that says how the only session ended.
func closedLine(t *testing.T, r *servertest.Running) string {
	t.Helper()
	r.Log.Until(t, `msg="session closed"`)
	for line := range strings.Lines(r.Log.String()) {
		if strings.Contains(line, `msg="session closed"`) {
			return line
		}
	}
	return ""
}

func TestFileIsSavedOnceItWasReadToItsEnd(t *testing.T) {
	t.Parallel()
	for name, test := range map[string]struct {
		read  func(f io.ReaderAt, size int64) error
		saved bool
	}{
		"not at all": {func(io.ReaderAt, int64) error { return nil }, false},
		"all but a byte": {func(f io.ReaderAt, size int64) error {
			_, err := f.ReadAt(make([]byte, size-1), 0)
			return err
		}, false},
		"all but the first byte": {func(f io.ReaderAt, size int64) error {
			_, err := f.ReadAt(make([]byte, size-1), 1)
			return err
		}, false},
		"all": {func(f io.ReaderAt, size int64) error {
			_, err := f.ReadAt(make([]byte, size), 0)
			return err
		}, true},
		"in two parts": {func(f io.ReaderAt, size int64) error {
			if _, err := f.ReadAt(make([]byte, size/2), 0); err != nil {
				return err
			}
			_, err := f.ReadAt(make([]byte, size-size/2), size/2)
			return err
		}, true},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			r := servertest.Serve(t, server.Config{})
			client := r.SFTP(t)
			f, err := client.Open("resume.html")
			if err != nil {
				t.Fatal(err)
			}
			info, err := f.Stat()
			if err != nil {
				t.Fatal(err)
			}
			if err := test.read(f, info.Size()); err != nil {
				t.Fatal(err)
			}
			_, _ = f.Close(), client.Close()
			if line := closedLine(t, r); strings.Contains(line, "saved=html") != test.saved {
				t.Error(line)
			}
		})
	}
}

// TestFileThatWasSentButNotAcceptedIsNotSaved has scp clients that leave before they have confirmed the file.
func TestFileThatWasSentButNotAcceptedIsNotSaved(t *testing.T) {
	t.Parallel()
	for answers, saved := range map[string]bool{
		"\x00":         false, // ready, and gone after the header
		"\x00\x00":     false, // gone within the file
		"\x00\x00\x00": true,
	} {
		r := servertest.Serve(t, server.Config{})
		if _, err := visitor.Run(t.Context(), r.Addr, visitor.Options{Command: "scp -f resume.md"}, answers); err != nil {
			t.Fatal(err)
		}
		if line := closedLine(t, r); strings.Contains(line, "saved=markdown") != saved {
			t.Errorf("%q: %s", answers, line)
		}
	}
}

func TestFormatThatWasCutOffIsNotSaved(t *testing.T) {
	t.Parallel()
	r := servertest.Serve(t, server.Config{Formats: []export.Format{endless}})
	client := r.Client(t)
	c := openChannel(t, client)
	ask(t, c, "exec", commandLine("endless"))
	if _, err := io.ReadFull(c, make([]byte, 1000)); err != nil {
		t.Fatal(err)
	}
	_ = client.Close()
	if line := closedLine(t, r); strings.Contains(line, "saved=") || !strings.Contains(line, "reason=hung-up") {
		t.Error(line)
	}
}
