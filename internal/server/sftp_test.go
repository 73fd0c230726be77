package server

import (
	"bytes"
	"errors"
	"io"
	"io/fs"
	"math"
	"os"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/pkg/sftp"
	gossh "golang.org/x/crypto/ssh"

	"ssh-resume/internal/visitor"
)

// sftp opens an SFTP session on a connection of its own.
func (r *running) sftp(t *testing.T) *sftp.Client {
	t.Helper()
	client, err := sftp.NewClient(r.client(t))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = client.Close() })
	return client
}

// files are what the folder holds.
var files = []string{
	"README", "resume.html", "resume.json", "resume.md", "resume.pdf", "resume.txt", "resume.yaml",
}

var changed = time.Date(2026, 3, 4, 5, 6, 7, 0, time.UTC)

func TestFolderHoldsEveryFormatWithItsSizeModeAndTime(t *testing.T) {
	r := serve(t, Config{Source: embedded, Changed: changed})
	client := r.sftp(t)
	for _, dir := range []string{"", ".", "/", "..", "./", "../.."} {
		infos, err := client.ReadDir(dir)
		if err != nil {
			t.Fatalf("%q: %v", dir, err)
		}
		var names []string
		for _, info := range infos {
			names = append(names, info.Name())
			stat, err := client.Lstat(info.Name())
			if err != nil || stat.Size() != info.Size() || info.Mode() != 0o444 || stat.Mode() != 0o444 || !stat.ModTime().Equal(changed) {
				t.Errorf("%s: %v, %v, %v", info.Name(), info, stat, err)
			}
		}
		slices.Sort(names)
		if !slices.Equal(names, files) {
			t.Errorf("%q has %v", dir, names)
		}
		if info, err := client.Stat(dir); err != nil || info.Mode() != fs.ModeDir|0o555 || !info.ModTime().Equal(changed) {
			t.Errorf("%q is %v, %v", dir, info, err)
		}
	}
	if found, err := client.Glob("resume.*"); err != nil || len(found) != 6 {
		t.Errorf("the glob gives %v, %v", found, err)
	}
}

func TestFilesAreTheFormats(t *testing.T) {
	r := serve(t, Config{Source: embedded})
	client := r.sftp(t)
	for _, d := range r.edition.Load().formats {
		if d.VariantOf != "" {
			continue
		}
		want, err := d.content()
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
	r.log.until(t, "subsystem=sftp")
	r.log.until(t, `files=resume.txt,resume.md,resume.html,resume.json,resume.yaml,resume.pdf`)
}

func TestReadmeNamesTheFilesAndTheHost(t *testing.T) {
	r := serve(t, Config{PublicAddress: "resume.example.com:2200"})
	folder, err := r.edition.Load().folder()
	if err != nil {
		t.Fatal(err)
	}
	text := string(folder.at(readmeFile).content)
	for _, want := range append([]string{"Marcus Rodriguez\n", "ssh -p 2200 resume.example.com\n"}, files[1:]...) {
		if !strings.Contains(text, want) {
			t.Errorf("%q is missing in\n%s", want, text)
		}
	}
	for line := range strings.Lines(text) {
		if len(line) > 80 {
			t.Errorf("%q is too wide", line)
		}
	}
}

func TestFolderIsReadOnly(t *testing.T) {
	r := serve(t, Config{})
	client := r.sftp(t)
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
		"chtimes":       client.Chtimes("resume.pdf", changed, changed),
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
	if infos, err := client.ReadDir("."); err != nil || len(infos) != len(files) {
		t.Errorf("the folder has changed: %v, %v", infos, err)
	}
}

func TestNothingIsOutsideTheFolder(t *testing.T) {
	r := serve(t, Config{})
	client := r.sftp(t)
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
	if _, err := client.Open("/"); err == nil {
		t.Error("the folder is open as a file")
	}
	if _, err := client.ReadLink("resume.pdf"); err == nil {
		t.Error("a file is a link")
	}
	if path, err := client.RealPath("../../.."); path != "/" || err != nil {
		t.Errorf("%q, %v", path, err)
	}
}

func TestOpenFilesAreLimited(t *testing.T) {
	r := serve(t, Config{})
	client := r.sftp(t)
	var open []*sftp.File
	for range maxHandles {
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

func TestReadingIsLimited(t *testing.T) {
	v := &sftpVisit{left: 3 << 20}
	h := &sftpHandle{visit: v, content: bytes.NewReader(make([]byte, 1<<20))}
	for range 3 {
		if _, err := h.ReadAt(make([]byte, 1<<20), 0); err != nil {
			t.Fatal(err)
		}
	}
	if n, err := h.ReadAt(make([]byte, 1), 0); n != 0 || !errors.Is(err, errMuchRead) {
		t.Errorf("%d, %v", n, err)
	}
	v.left = 1
	for _, offset := range []int64{-1, math.MinInt64, math.MaxInt64} {
		if n, err := h.ReadAt(make([]byte, 1), offset); n != 0 || err == nil {
			t.Errorf("at %d: %d, %v", offset, n, err)
		}
	}
}

func TestPanicInAFileRequestStaysThere(t *testing.T) {
	r := serve(t, Config{})
	sess := &session{id: "one"}
	v := &sftpVisit{server: r.Server, sess: sess} // without a folder
	if _, err := v.Fileread(&sftp.Request{Filepath: "/x"}); !errors.Is(err, errFault) {
		t.Errorf("%v", err)
	}
	if _, err := v.Filelist(&sftp.Request{Filepath: "/x"}); !errors.Is(err, errFault) {
		t.Errorf("%v", err)
	}
	r.log.until(t, "session panicked")
}

// rawSFTP is the subsystem without a client that follows the protocol.
func (r *running) rawSFTP(t *testing.T) gossh.Channel {
	t.Helper()
	c := channel(t, r.client(t))
	if !ask(t, c, "subsystem", struct{ Name string }{"sftp"}) {
		t.Fatal("refused")
	}
	return c
}

func TestNonsenseEndsItsFileSessionOnly(t *testing.T) {
	r := serve(t, Config{})
	other := r.sftp(t)
	for _, sent := range []string{
		"\xff\xff\xff\xff", "\x00\x00\x00\x00", "\x00\x00\x00", "\x00\x01\x00\x01\x03", "\x00\x10\x00\x00\x03", "GET / HTTP/1.1\r\n\r\n",
		"\x00\x00\x00\x05\x01\x00\x00\x00\x03\x00\x00\x00\x09\xc9\x00\x00\x00\x01\x00\x00\x00\x00", // an unknown type
		"\x00\x00\x00\x05\x03\x00\x00\x00\x01",                                                     // an open that is cut
	} {
		c := r.rawSFTP(t)
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
	r := serve(t, Config{IdleTimeout: 50 * time.Millisecond})
	for _, request := range []struct {
		kind    string
		payload any
	}{{"subsystem", struct{ Name string }{"sftp"}}, {"exec", struct{ Line string }{"scp -f resume.pdf"}}} {
		c := channel(t, r.client(t))
		if !ask(t, c, request.kind, request.payload) {
			t.Fatal("refused")
		}
		said, err := io.ReadAll(c.Stderr())
		if want := "This session has ended: no request for 50ms.\n"; string(said) != want || err != nil {
			t.Errorf("%q, %v", said, err)
		}
	}
	r.log.until(t, "no request for")
	r.empty(t)
}

func TestFileSessionEndsWithTheServer(t *testing.T) {
	r := serve(t, Config{DrainTimeout: 50 * time.Millisecond})
	c := r.rawSFTP(t)
	if _, err := c.Write([]byte("\x00\x00\x00\x05\x01\x00\x00\x00\x03")); err != nil {
		t.Fatal(err)
	}
	if _, err := io.ReadFull(c, make([]byte, 9)); err != nil {
		t.Fatal(err) // it runs once it tells its version
	}
	stopped := make(chan error, 1)
	go func() { stopped <- r.stop() }()
	if said, err := io.ReadAll(c.Stderr()); !strings.Contains(string(said), endRestarting.words) || err != nil {
		t.Errorf("%q, %v", said, err)
	}
	if err := <-stopped; err != nil {
		t.Error(err)
	}
}

func TestAbandonedFileSessionsLeaveNothing(t *testing.T) {
	r := serve(t, Config{}, func(s *Server) { s.stall = 100 * time.Millisecond })
	for range 5 {
		client, err := r.connect()
		if err != nil {
			t.Fatal(err)
		}
		c, requests, err := client.OpenChannel("session", nil)
		if err != nil {
			t.Fatal(err)
		}
		go gossh.DiscardRequests(requests)
		if !ask(t, c, "subsystem", struct{ Name string }{"sftp"}) {
			t.Fatal("refused")
		}
		if _, err := c.Write([]byte("\x00\x00\x00\x05\x01\x00\x00\x00\x03")); err != nil {
			t.Fatal(err)
		}
		if err := client.Close(); err != nil {
			t.Fatal(err)
		}
	}
	r.empty(t)
}

func TestClientThatReadsNoFileIsDropped(t *testing.T) {
	r := serve(t, Config{Source: embedded}, func(s *Server) { s.stall = 100 * time.Millisecond })
	client := r.client(t)
	c := channel(t, client)
	if !ask(t, c, "subsystem", struct{ Name string }{"sftp"}) {
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
	r.log.until(t, "the client reads nothing")
	r.empty(t)
}

func TestFileSessionsCountAsVisits(t *testing.T) {
	r := serve(t, Config{MaxSessions: 1})
	first := r.sftp(t)
	if result := r.run(t, visitor.Options{Command: "help"}); result.Status != 1 || result.Stderr != endFull.words+"\n" {
		t.Errorf("%+v", result)
	}
	if err := first.Close(); err != nil {
		t.Fatal(err)
	}
}

// FuzzSFTP sends what a client might: no bytes may end the process.
func FuzzSFTP(f *testing.F) {
	start := "\x00\x00\x00\x05\x01\x00\x00\x00\x03"
	for _, packet := range []string{
		"\x00\x00\x00\x1b\x03\x00\x00\x00\x01\x00\x00\x00\x0aresume.pdf\x00\x00\x00\x01\x00\x00\x00\x00",
		"\x00\x00\x00\x0a\x0b\x00\x00\x00\x01\x00\x00\x00\x01/\x00\x00\x00\x0a\x0c\x00\x00\x00\x01\x00\x00\x00\x011",
		"\x00\x00\x00\x16\x05\x00\x00\x00\x02\x00\x00\x00\x011\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x80\x00",
		"\x00\x00\x00\x1f\xc8\x00\x00\x00\x02\x00\x00\x00\x13statvfs@openssh.com\x00\x00\x00\x01/",
		"\x00\x00\x00\x0e\x0a\x00\x00\x00\x02\x00\x00\x00\x011\x00\x00\x00\x00",
		"\x00\x00\x00\x12\x06\x00\x00\x00\x02\x00\x00\x00\x011\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x01x",
	} {
		f.Add([]byte(start + packet))
	}
	s := &Server{}
	d := &folder{self: &file{name: "/", mode: fs.ModeDir | 0o555}, files: []*file{{"resume.pdf", []byte("content"), 0o444, changed}}}
	f.Fuzz(func(t *testing.T, sent []byte) {
		s.sftp(t.Context(), &session{}, d, struct {
			io.Reader
			io.WriteCloser
		}{bytes.NewReader(sent), discard{io.Discard}})
	})
}

type discard struct{ io.Writer }

func (discard) Close() error { return nil }
