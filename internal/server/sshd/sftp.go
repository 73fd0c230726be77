package sshd

import (
	"bytes"
	"errors"
	"io"
	"io/fs"
	"runtime/debug"

	"github.com/pkg/sftp"

	"ssh-resume/internal/server/catalog"
)

// maxHandles is how many files an SFTP session may have open at once.
const maxHandles = 64

var (
	errFault  = errors.New("something went wrong on the server")
	errFolder = errors.New("is a folder")
	errNoLink = errors.New("not a link")
)

// serveSFTP serves a folder over SFTP.
func serveSFTP(c copying) int {
	s := &sftpSession{copying: c, packets: newPackets(c.ctx, c.client)}
	err := sftp.NewRequestServer(s.packets, sftp.Handlers{FileGet: s, FilePut: s, FileCmd: s, FileList: s}).Serve()
	if err == nil || errors.Is(err, io.EOF) {
		return 0
	}
	return statusFailed
}

// sftpSession answers the requests of one session, one at a time. They come from
// goroutines of the library, in which a panic would end the process.
type sftpSession struct {
	copying

	packets *packets
	handles int // open
}

// contain turns a panic into an error.
func (s *sftpSession) contain(err *error) { //nolint:gocritic // it changes what its caller returns
	if r := recover(); r != nil {
		_ = s.server.Sessions.Fault(s.session, r, debug.Stack())
		*err = errFault
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
		return nil, errFolder
	}
	return s.open(&sftpHandle{file: f, content: bytes.NewReader(f.Content)})
}

// at returns the file at a path; nil if there is none.
func (s *sftpSession) at(path string) *catalog.File {
	f, err := s.folder.At(path)
	return s.made([]*catalog.File{f}, err)[0]
}

// Filewrite refuses, as a file system does that is mounted read-only.
func (*sftpSession) Filewrite(*sftp.Request) (io.WriterAt, error) {
	return nil, sftp.ErrSSHFxPermissionDenied
}

// Filecmd refuses to change attributes and names, to remove, and to link.
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
		return nil, errNoLink
	case !f.IsDir():
		return nil, fs.ErrNotExist
	}
	h := &sftpHandle{}
	for _, f := range s.made(s.folder.All()) {
		h.listing = append(h.listing, f)
	}
	return s.open(h)
}

func (s *sftpSession) open(h *sftpHandle) (*sftpHandle, error) {
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

// ReadAt reads, within what one session may read.
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

// Close is called once: for the client, or when no request comes any more.
func (h *sftpHandle) Close() error {
	if !h.session.packets.ended.Load() {
		h.saved()
	}
	h.session.handles--
	return nil
}

// saved notes that the client has the file if it was sent all of it before the
// present request, which shows that it has read the last answer.
func (h *sftpHandle) saved() {
	if h.file != nil && h.got == h.file.Size() {
		h.session.session.Save(h.file.Format)
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
