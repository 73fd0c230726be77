package sshd

import (
	"bytes"
	"context"
	"encoding/binary"
	"errors"
	"io"
	"io/fs"
	"runtime/debug"
	"slices"

	"github.com/pkg/sftp"

	"ssh-resume/internal/printable"
	"ssh-resume/internal/server/catalog"
	"ssh-resume/internal/words"
)

// maxHandles is how many files an SFTP session may have open at once.
const maxHandles = 64

// serveSFTP serves a folder over SFTP.
func serveSFTP(c copying) int {
	s := &sftpSession{copying: c}
	err := sftp.NewRequestServer(newPackets(c.ctx, c.client), sftp.Handlers{FileGet: s, FilePut: s, FileCmd: s, FileList: s}).Serve()
	if err == nil || errors.Is(err, io.EOF) {
		return 0
	}
	return statusFailed
}

// sftpSession answers the requests of one session, one at a time. The library calls it on its own goroutines,
// in which a panic would end the process.
type sftpSession struct {
	copying

	handles int // open
}

// contain turns a panic into an error.
func (s *sftpSession) contain(err *error) { //nolint:gocritic // it sets the caller's result
	if r := recover(); r != nil {
		s.server.config.Sessions.Panicked(s.session, r, debug.Stack())
		*err = s.session.Canceled()
	}
}

// Fileread opens a file.
func (s *sftpSession) Fileread(r *sftp.Request) (_ io.ReaderAt, err error) {
	defer s.contain(&err)
	f := s.at(r.Filepath)
	switch {
	case f == nil:
		return nil, fs.ErrNotExist
	case f.IsDir():
		return nil, errors.New(words.Fill(s.words.IsFolder, "path", printable.Quoted(r.Filepath)))
	}
	return s.newHandle(&sftpHandle{file: f, content: bytes.NewReader(f.Content)})
}

// at returns the file at a path; nil if there is none.
func (s *sftpSession) at(path string) *catalog.File {
	f, err := s.folder.At(path)
	return s.made([]*catalog.File{f}, err)[0]
}

// Filewrite refuses, like a file system mounted read-only.
func (*sftpSession) Filewrite(*sftp.Request) (io.WriterAt, error) {
	return nil, sftp.ErrSSHFxPermissionDenied
}

// Filecmd refuses to change attributes, rename, remove and link.
func (*sftpSession) Filecmd(*sftp.Request) error { return sftp.ErrSSHFxPermissionDenied }

// Filelist lists the folder, or describes a file.
func (s *sftpSession) Filelist(r *sftp.Request) (_ sftp.ListerAt, err error) {
	defer s.contain(&err)
	f := s.at(r.Filepath)
	switch {
	case f == nil:
		return nil, fs.ErrNotExist
	case r.Method == "Stat":
		return listing{f}, nil
	case r.Method != "List":
		return nil, sftp.ErrSSHFxFailure // there are no links to read
	case !f.IsDir():
		return nil, fs.ErrNotExist
	}
	h := &sftpHandle{}
	for _, f := range s.made(s.folder.All()) {
		h.listing = append(h.listing, f)
	}
	return s.newHandle(h)
}

func (s *sftpSession) newHandle(h *sftpHandle) (*sftpHandle, error) {
	if s.handles >= maxHandles {
		return nil, errors.New(s.words.TooManyFiles)
	}
	s.handles++
	h.session = s
	return h, nil
}

// sftpHandle is a file or the folder while it is open.
type sftpHandle struct {
	listing

	session *sftpSession
	file    *catalog.File // nil for the folder
	content *bytes.Reader
	got     int64 // bytes from the beginning that the client was sent
}

// ReadAt reads within the limit of a session.
func (h *sftpHandle) ReadAt(p []byte, offset int64) (int, error) {
	h.saved()
	if h.session.left <= 0 {
		return 0, errors.New(h.session.words.TooMuchRead)
	}
	n, err := h.content.ReadAt(p, offset)
	h.session.left -= int64(n)
	if n > 0 && offset <= h.got {
		h.got = max(h.got, offset+int64(n))
	}
	return n, err
}

// TransferError is called before Close unless the client closes the handle.
func (h *sftpHandle) TransferError(error) { h.got = 0 }

// Close is called once.
func (h *sftpHandle) Close() error {
	h.saved()
	h.session.handles--
	return nil
}

// saved records that the client has the file if all of it was sent before the current request, which shows that
// the client has read the last answer.
func (h *sftpHandle) saved() {
	if h.file != nil && h.got == h.file.Size() {
		h.session.session.NoteSaved(h.file.Format)
	}
}

// listing is a list of files as the library takes it.
type listing []fs.FileInfo

// ListAt copies the files from offset on.
func (l listing) ListAt(to []fs.FileInfo, offset int64) (int, error) {
	n := copy(to, l[min(offset, int64(len(l))):])
	if n < len(to) {
		return n, io.EOF
	}
	return n, nil
}

// maxPacket is the longest SFTP request, in bytes. OpenSSH's longest, which write to a file, take a little more
// than 32 KiB.
const maxPacket = 64 << 10

// packetHeader is the size of a packet's length field, in bytes.
const packetHeader = 4

var errLongPacket = errors.New("an SFTP request is too long")

// packets passes on an SFTP request only once the previous one is answered. Otherwise the library would handle
// several at once, and read from a file that it is still opening.
type packets struct {
	io.ReadWriteCloser

	ctx        context.Context // ends Read
	unanswered chan struct{}   // full while a request waits for its answer
	request    []byte          // what is still to be passed on; only Read uses it
	answer     []byte          // what has been written of the answer; only Write uses it
}

func newPackets(ctx context.Context, client io.ReadWriteCloser) *packets {
	return &packets{ReadWriteCloser: client, ctx: ctx, unanswered: make(chan struct{}, 1)}
}

// Read reads from a request, and waits for its answer before the next one.
func (p *packets) Read(b []byte) (int, error) {
	if len(p.request) == 0 {
		if err := p.next(); err != nil {
			return 0, err
		}
	}
	n := copy(b, p.request)
	p.request = p.request[n:]
	return n, nil
}

// next waits for the next request.
func (p *packets) next() error {
	select {
	case p.unanswered <- struct{}{}:
	case <-p.ctx.Done():
		return context.Cause(p.ctx)
	}
	length := make([]byte, packetHeader)
	if _, err := io.ReadFull(p.ReadWriteCloser, length); err != nil {
		return err
	}
	n := binary.BigEndian.Uint32(length)
	if n > maxPacket {
		return errLongPacket
	}
	p.request = slices.Concat(length, make([]byte, n))
	_, err := io.ReadFull(p.ReadWriteCloser, p.request[packetHeader:])
	return err
}

// Write writes from an answer.
func (p *packets) Write(b []byte) (int, error) {
	n, err := p.ReadWriteCloser.Write(b)
	p.answer = append(p.answer, b[:n]...)
	for len(p.answer) >= packetHeader {
		end := packetHeader + int(binary.BigEndian.Uint32(p.answer))
		if len(p.answer) < end {
			break
		}
		p.answer = p.answer[end:]
		select {
		case <-p.unanswered:
		default:
		}
	}
	return n, err
}
