package sshd_test

import (
	"bytes"
	"errors"
	"io"
	"io/fs"
	"os"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/pkg/sftp"
	gossh "golang.org/x/crypto/ssh"

	"ssh-resume/internal/export"
	"ssh-resume/internal/server"
	"ssh-resume/internal/server/catalog"
	"ssh-resume/internal/server/servertest"
	"ssh-resume/internal/visitor"
)

// inFolder are the formats whose files the folder holds.
var inFolder = slices.DeleteFunc(export.Formats(nil), func(f export.Format) bool { return f.VariantOf != "" })

// folderNames returns the names of all files in the folder, sorted.
func folderNames() []string {
	names := []string{catalog.ReadmeFile}
	for _, f := range inFolder {
		names = append(names, f.File)
	}
	return slices.Sorted(slices.Values(names))
}

// listed returns the names in a directory, sorted.
func listed(t *testing.T, client *sftp.Client, dir string) []string {
	t.Helper()
	infos, err := client.ReadDir(dir)
	if err != nil {
		t.Fatalf("%q: %v", dir, err)
	}
	var names []string
	for _, info := range infos {
		names = append(names, info.Name())
	}
	return slices.Sorted(slices.Values(names))
}

func TestFolderHoldsEveryFormatWithItsSizeModeAndTime(t *testing.T) {
	t.Parallel()
	r := servertest.Serve(t, server.Config{})
	client := r.SFTP(t)
	for _, dir := range []string{"", ".", "/", "..", "./", "../.."} {
		infos, err := client.ReadDir(dir)
		if err != nil {
			t.Fatalf("%q: %v", dir, err)
		}
		for _, info := range infos {
			stat, err := client.Lstat(info.Name())
			if err != nil || stat.Size() != info.Size() || info.Mode() != 0o444 || stat.Mode() != 0o444 || !stat.ModTime().Equal(servertest.Changed) {
				t.Errorf("%s: %v, %v, %v", info.Name(), info, stat, err)
			}
		}
		if got, want := listed(t, client, dir), folderNames(); !slices.Equal(got, want) {
			t.Errorf("%q has %v, want %v", dir, got, want)
		}
		if info, err := client.Stat(dir); err != nil || info.Mode() != fs.ModeDir|0o555 || !info.ModTime().Equal(servertest.Changed) {
			t.Errorf("%q is %v, %v", dir, info, err)
		}
	}
	if found, err := client.Glob("resume.*"); err != nil || len(found) != len(inFolder) {
		t.Errorf("the glob gives %v, %v", found, err)
	}
}

func TestFilesAreTheFormats(t *testing.T) {
	t.Parallel()
	r := servertest.Serve(t, server.Config{})
	client := r.SFTP(t)
	version := servertest.Embedded(t)
	var saved []string
	for _, d := range inFolder {
		saved = append(saved, d.Name)
		want, err := d.Make(version.Resume)
		if err != nil {
			t.Fatal(err)
		}
		f, err := client.Open("/" + d.File)
		if err != nil {
			t.Fatal(err)
		}
		got, err := io.ReadAll(f)
		if err != nil || !bytes.Equal(got, want) {
			t.Errorf("%s: %d bytes, want %d; %v", d.File, len(got), len(want), err)
		}
		if n, err := f.ReadAt(make([]byte, 10), int64(len(want))); n != 0 || !errors.Is(err, io.EOF) {
			t.Errorf("%s: %d bytes behind its end, %v", d.File, n, err)
		}
		if err := f.Close(); err != nil {
			t.Error(err)
		}
	}
	if err := client.Close(); err != nil {
		t.Error(err)
	}
	r.Log.Until(t, "session closed")
	if want := "saved=" + strings.Join(saved, ",") + " "; !strings.Contains(r.Log.String(), want) || !strings.Contains(r.Log.String(), "request=sftp") {
		t.Errorf("no %s, or no request=sftp, in the log:\n%s", want, r.Log.String())
	}
}

func TestFolderIsReadOnly(t *testing.T) {
	t.Parallel()
	r := servertest.Serve(t, server.Config{})
	client := r.SFTP(t)
	opened := func(flags int, name string) error {
		f, err := client.OpenFile(name, flags)
		if err == nil {
			_ = f.Close()
		}
		return err
	}
	for what, err := range map[string]error{
		"put":           opened(os.O_WRONLY|os.O_CREATE|os.O_TRUNC, "new"),
		"overwrite":     opened(os.O_WRONLY|os.O_TRUNC, "resume.pdf"),
		"append":        opened(os.O_WRONLY|os.O_APPEND, "resume.pdf"),
		"read or write": opened(os.O_RDWR, "resume.pdf"),
		"remove":        client.Remove("resume.pdf"),
		"rmdir":         client.RemoveDirectory("/"),
		"mkdir":         client.Mkdir("new"),
		"rename":        client.Rename("resume.pdf", "new"),
		"posix rename":  client.PosixRename("resume.pdf", "new"),
		"symlink":       client.Symlink("/etc/passwd", "new"),
		"link":          client.Link("resume.pdf", "new"),
		"chmod":         client.Chmod("resume.pdf", 0o666),
		"chown":         client.Chown("resume.pdf", 0, 0),
		"chtimes":       client.Chtimes("resume.pdf", servertest.Changed, servertest.Changed),
		"truncate":      client.Truncate("resume.pdf", 0),
	} {
		if !errors.Is(err, fs.ErrPermission) {
			t.Errorf("%s: %v", what, err)
		}
	}
	f, err := client.Open("resume.pdf")
	if err != nil {
		t.Fatal(err)
	}
	if err := f.Chmod(0o666); !errors.Is(err, fs.ErrPermission) {
		t.Errorf("fsetstat: %v", err)
	}
	if got, want := listed(t, client, "."), folderNames(); !slices.Equal(got, want) {
		t.Errorf("after that the folder has %v, want %v", got, want)
	}
}

func TestNothingIsOutsideTheFolder(t *testing.T) {
	t.Parallel()
	r := servertest.Serve(t, server.Config{})
	client := r.SFTP(t)
	for _, name := range []string{
		"../../etc/passwd", "/etc/passwd", "/etc", "../host_ed25519", "resume.pdf/x", "resume.pd", "RESUME.PDF", "~", "resume.pdf\x00", "resume.*",
		`..\..\etc\passwd`, "/proc/self/environ", "./resume.pdf/../../etc/passwd",
	} {
		if f, err := client.Open(name); !errors.Is(err, fs.ErrNotExist) {
			t.Errorf("open %q: %v, %v", name, f, err)
		}
		if info, err := client.Stat(name); !errors.Is(err, fs.ErrNotExist) {
			t.Errorf("stat %q: %v, %v", name, info, err)
		}
		if infos, err := client.ReadDir(name); !errors.Is(err, fs.ErrNotExist) {
			t.Errorf("list %q: %v, %v", name, infos, err)
		}
	}
	if _, err := client.Open("/"); err == nil || !strings.Contains(err.Error(), `/: is a folder`) {
		t.Errorf("the folder as a file: %v", err)
	}
	if _, err := client.ReadLink("resume.pdf"); err == nil {
		t.Error("a file is a link")
	}
	if path, err := client.RealPath("../../.."); path != "/" || err != nil {
		t.Errorf("%q, %v", path, err)
	}
}

func TestOpenFilesAreLimited(t *testing.T) {
	t.Parallel()
	r := servertest.Serve(t, server.Config{})
	client := r.SFTP(t)
	var open []*sftp.File
	for range 64 {
		f, err := client.Open("resume.txt")
		if err != nil {
			t.Fatal(err)
		}
		open = append(open, f)
	}
	if _, err := client.Open("resume.txt"); err == nil {
		t.Error("one more is opened")
	}
	if _, err := client.ReadDir("."); err == nil {
		t.Error("the folder is opened as well")
	}
	if err := open[0].Close(); err != nil {
		t.Fatal(err)
	}
	if _, err := client.Open("resume.txt"); err != nil {
		t.Errorf("none can be opened after one was closed: %v", err)
	}
}

func TestNonsenseEndsItsFileSessionOnly(t *testing.T) {
	t.Parallel()
	r := servertest.Serve(t, server.Config{})
	other := r.SFTP(t)
	for _, sent := range []string{
		"\xff\xff\xff\xff", "\x00\x00\x00\x00", "\x00\x00\x00", "\x00\x01\x00\x01\x03", "\x00\x10\x00\x00\x03", "GET / HTTP/1.1\r\n\r\n",
		"\x00\x00\x00\x05\x01\x00\x00\x00\x03\x00\x00\x00\x09\xc9\x00\x00\x00\x01\x00\x00\x00\x00", // an unknown type
		"\x00\x00\x00\x05\x03\x00\x00\x00\x01",                                                     // an open that is cut
	} {
		c := rawSFTP(t, r)
		// The server may have ended it before all is said.
		if _, err := c.Write([]byte(sent)); err != nil && !errors.Is(err, io.EOF) {
			t.Fatal(err)
		}
		if err := c.CloseWrite(); err != nil && !errors.Is(err, io.EOF) {
			t.Fatal(err)
		}
		if _, err := io.Copy(io.Discard, c); err != nil {
			t.Errorf("%q: %v", sent, err)
		}
	}
	if _, err := other.ReadDir("."); err != nil {
		t.Error(err)
	}
}

func TestFileSessionEndsWhenNothingIsAsked(t *testing.T) {
	t.Parallel()
	r := servertest.Serve(t, server.Config{IdleTimeout: 50 * time.Millisecond})
	for _, request := range []struct {
		kind    string
		payload any
	}{{"subsystem", commandLine("sftp")}, {"exec", commandLine("scp -f resume.pdf")}} {
		client := r.Client(t)
		c := openChannel(t, client)
		if !ask(t, c, request.kind, request.payload) {
			t.Fatal("refused")
		}
		said, err := io.ReadAll(c.Stderr())
		if want := "This session has ended: no request for 50ms.\n"; string(said) != want || err != nil {
			t.Errorf("%q, %v", said, err)
		}
		_ = client.Close()
	}
	r.Log.Until(t, "reason=idle")
	r.Empty(t)
}

func TestFileSessionEndsWithTheServer(t *testing.T) {
	t.Parallel()
	r := servertest.Serve(t, server.Config{DrainTimeout: 50 * time.Millisecond})
	c := rawSFTP(t, r)
	if _, err := c.Write([]byte("\x00\x00\x00\x05\x01\x00\x00\x00\x03")); err != nil {
		t.Fatal(err)
	}
	if _, err := io.ReadFull(c, make([]byte, 9)); err != nil {
		t.Fatal(err) // it runs once it tells its version
	}
	stopped := make(chan error, 1)
	go func() { stopped <- r.Stop() }()
	if said, err := io.ReadAll(c.Stderr()); !strings.Contains(string(said), "the server is stopping") || err != nil {
		t.Errorf("%q, %v", said, err)
	}
	if err := <-stopped; err != nil {
		t.Error(err)
	}
}

func TestAbandonedFileSessionsLeaveNothing(t *testing.T) {
	r, atRest := serveAtRest(t, server.Config{WriteTimeout: 100 * time.Millisecond})
	for range 5 {
		client, err := r.Connect("")
		if err != nil {
			t.Fatal(err)
		}
		c, requests, err := client.OpenChannel("session", nil)
		if err != nil {
			t.Fatal(err)
		}
		go gossh.DiscardRequests(requests)
		if !ask(t, c, "subsystem", commandLine("sftp")) {
			t.Fatal("refused")
		}
		if _, err := c.Write([]byte("\x00\x00\x00\x05\x01\x00\x00\x00\x03")); err != nil {
			t.Fatal(err)
		}
		if err := client.Close(); err != nil {
			t.Fatal(err)
		}
	}
	atRest()
}

func TestClientThatReadsNoFileIsDropped(t *testing.T) {
	t.Parallel()
	r := servertest.Serve(t, server.Config{WriteTimeout: 100 * time.Millisecond})
	client := r.Client(t)
	c := openChannel(t, client)
	if !ask(t, c, "subsystem", commandLine("sftp")) {
		t.Fatal("refused")
	}
	// Open, and at once, without waiting for an answer, read the whole window of the channel (2 MiB) and more.
	asked := "\x00\x00\x00\x05\x01\x00\x00\x00\x03" +
		"\x00\x00\x00\x1b\x03\x00\x00\x00\x01\x00\x00\x00\x0aresume.pdf\x00\x00\x00\x01\x00\x00\x00\x00"
	read := "\x00\x00\x00\x16\x05\x00\x00\x00\x02\x00\x00\x00\x011\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x80\x00"
	if _, err := c.Write([]byte(asked + strings.Repeat(read, 100))); err != nil {
		t.Fatal(err)
	}
	hungUp(t, client)
	r.Log.Until(t, "reason=stalled")
	r.Empty(t)
}

func TestFileSessionsCountAsVisits(t *testing.T) {
	t.Parallel()
	r := servertest.Serve(t, server.Config{MaxSessions: 1})
	first := r.SFTP(t)
	if result := r.Run(t, visitor.Options{Command: "help"}); result.Status != 1 || result.Stderr != "too many visitors just now; please try again in a minute\n" {
		t.Errorf("%+v", result)
	}
	if err := first.Close(); err != nil {
		t.Fatal(err)
	}
}

// rawSFTP opens the subsystem without a client that follows the protocol.
func rawSFTP(t *testing.T, r *servertest.Running) gossh.Channel {
	t.Helper()
	c := openChannel(t, r.Client(t))
	if !ask(t, c, "subsystem", commandLine("sftp")) {
		t.Fatal("refused")
	}
	return c
}
