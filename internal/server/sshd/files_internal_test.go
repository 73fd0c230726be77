package sshd

import (
	"bytes"
	"io"
	"math"
	"strings"
	"testing"
	"time"

	"github.com/pkg/sftp"

	"ssh-resume/internal/export"
	"ssh-resume/internal/server/catalog"
	"ssh-resume/internal/server/session"
	"ssh-resume/internal/words"
)

func TestReadingIsLimited(t *testing.T) {
	const promised = 64 << 20
	s := &sftpSession{copying: copying{left: maxRead, words: words.For("").Answers}}
	h := &sftpHandle{session: s, content: bytes.NewReader(make([]byte, 1<<20))}
	for range promised / (1 << 20) {
		if _, err := h.ReadAt(make([]byte, 1<<20), 0); err != nil {
			t.Fatal(err)
		}
	}
	if n, err := h.ReadAt(make([]byte, 1), 0); n != 0 || err == nil || err.Error() != "download limit reached" {
		t.Errorf("%d, %v", n, err)
	}
	s.left = 1
	for _, offset := range []int64{-1, math.MinInt64, math.MaxInt64} {
		if n, err := h.ReadAt(make([]byte, 1), offset); n != 0 || err == nil {
			t.Errorf("at %d: %d, %v", offset, n, err)
		}
	}
}

func TestPanicInAFileRequestStaysThere(t *testing.T) {
	o := &panics{}
	m := session.NewManager(session.Config{Max: 1, SessionTimeout: time.Hour}, o)
	sess := &session.Session{ID: "one", Words: words.For(""), Edition: &catalog.Edition{}}
	s := &sftpSession{copying: copying{server: &Server{config: Config{Sessions: m}}, session: sess}} // without a folder
	end := m.Go(sess, func() {
		if _, err := s.Fileread(&sftp.Request{Filepath: "/x"}); err == nil || err.Error() != sess.Words.Endings.Panicked {
			t.Errorf("%v", err)
		}
		if _, err := s.Filelist(&sftp.Request{Filepath: "/x"}); err == nil || err.Error() != sess.Words.Endings.Panicked {
			t.Errorf("%v", err)
		}
	})
	if end != nil {
		t.Fatal(end)
	}
	m.Wait()
	if o.seen != 2 || sess.Reason() != session.Panicked {
		t.Errorf("%d panics are noted, %s", o.seen, sess.Reason())
	}
}

// panics counts the panics that a manager reports.
type panics struct {
	session.Observer

	seen int
}

func (*panics) SessionOpened(*session.Session) {}
func (*panics) SessionClosed(*session.Session) {}

func (p *panics) Panicked(string, string, any, []byte) {
	p.seen++
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
	d := folderOf("resume.pdf", "pdf", []byte("content"))
	f.Fuzz(func(t *testing.T, sent []byte) {
		serveSFTP(copying{ctx: t.Context(), session: &session.Session{}, left: maxRead, folder: d, client: struct {
			io.Reader
			io.WriteCloser
		}{bytes.NewReader(sent), discard{io.Discard}}})
	})
}

// folderOf returns a folder of one file.
func folderOf(file, format string, content []byte) *catalog.Folder {
	return catalog.NewFolder(time.Time{}, &catalog.Document{
		Format: export.Format{Name: format, File: file}, Content: func() ([]byte, error) { return content, nil },
	})
}

type discard struct{ io.Writer }

func (discard) Close() error { return nil }

func TestOldSCPSendsNoMoreThanSFTP(t *testing.T) {
	const size = 1 << 20
	d := folderOf("a", "text", make([]byte, size))
	sess := &session.Session{}
	client := &agreeable{}
	s := copying{
		session: sess, words: words.For("").Answers, left: maxRead, folder: d, client: client,
		command: "scp -f" + strings.Repeat(" a", 2*(64<<20)/size),
	}
	if status := serveSCP(s); status != 1 || client.taken > 65<<20 || client.taken < 63<<20 {
		t.Errorf("status %d, %d bytes", status, client.taken)
	}
	if len(sess.Saved) != 1 {
		t.Errorf("a file is named %d times in the log", len(sess.Saved))
	}
}

// agreeable is an scp client that accepts everything and counts what it gets.
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
