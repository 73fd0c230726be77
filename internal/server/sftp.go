package server

import (
	"bytes"
	"context"
	"errors"
	"io"
	"io/fs"
	"runtime/debug"

	"github.com/pkg/sftp"
)

const subsystemSFTP = "sftp"

// Limits of a session that copies files, besides those of its connection.
const (
	maxHandles = 64       // of SFTP, open at once
	maxRead    = 64 << 20 // bytes, in all
)

var (
	errManyHandles = errors.New("too many files are open")
	errMuchRead    = errors.New("more was read than anybody reads")
	errFault       = errors.New("something went wrong here")
	errFolder      = errors.New("it is a folder")
	errNoLink      = errors.New("it is no link")
)

// sftp serves the folder over SFTP.
func (s *Server) sftp(ctx context.Context, sess *session, files *folder, client io.ReadWriteCloser) int {
	v := &sftpVisit{server: s, sess: sess, files: files, left: maxRead}
	err := sftp.NewRequestServer(newTurns(ctx, client), sftp.Handlers{FileGet: v, FilePut: v, FileCmd: v, FileList: v}).Serve()
	if err == nil || errors.Is(err, io.EOF) {
		return 0
	}
	return 1
}

// sftpVisit answers the requests of one session, one at a time. They come from
// goroutines of the library, in which a panic would end the process.
type sftpVisit struct {
	server  *Server
	sess    *session
	files   *folder
	handles int // open
	left    int // bytes that can be read
}

var _ sftp.LstatFileLister = (*sftpVisit)(nil)

// contain makes an error of a panic.
func (v *sftpVisit) contain(err *error) { //nolint:gocritic // it changes what its caller returns
	if r := recover(); r != nil {
		v.server.panicked(v.sess, r, debug.Stack())
		*err = errFault
	}
}

// Fileread opens a file.
func (v *sftpVisit) Fileread(r *sftp.Request) (_ io.ReaderAt, err error) {
	defer v.contain(&err)
	f := v.files.at(r.Filepath)
	switch {
	case f == nil:
		return nil, fs.ErrNotExist
	case f.IsDir():
		return nil, errFolder
	}
	h, err := v.open()
	if err != nil {
		return nil, err
	}
	v.sess.took(f.name)
	h.content = bytes.NewReader(f.content)
	return h, nil
}

// Filewrite refuses, as a file system does that is mounted read-only.
func (v *sftpVisit) Filewrite(*sftp.Request) (io.WriterAt, error) {
	return nil, sftp.ErrSSHFxPermissionDenied
}

// Filecmd refuses to change attributes and names, to remove, and to link.
func (v *sftpVisit) Filecmd(*sftp.Request) error { return sftp.ErrSSHFxPermissionDenied }

// Filelist lists the folder, or tells about a file.
func (v *sftpVisit) Filelist(r *sftp.Request) (_ sftp.ListerAt, err error) {
	defer v.contain(&err)
	f := v.files.at(r.Filepath)
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
	h, err := v.open()
	if err != nil {
		return nil, err
	}
	for _, f := range v.files.files {
		h.listing = append(h.listing, f)
	}
	return h, nil
}

// Lstat tells about a file; there are no links.
func (v *sftpVisit) Lstat(r *sftp.Request) (sftp.ListerAt, error) {
	r.Method = "Stat"
	return v.Filelist(r)
}

func (v *sftpVisit) open() (*sftpHandle, error) {
	if v.handles >= maxHandles {
		return nil, errManyHandles
	}
	v.handles++
	return &sftpHandle{visit: v}, nil
}

// sftpHandle is a file or the folder while it is open.
type sftpHandle struct {
	listing

	visit   *sftpVisit
	content *bytes.Reader
}

// ReadAt reads, within what one session may read.
func (h *sftpHandle) ReadAt(p []byte, offset int64) (int, error) {
	if h.visit.left <= 0 {
		return 0, errMuchRead
	}
	n, err := h.content.ReadAt(p, offset)
	h.visit.left -= n
	return n, err
}

// Close is called once.
func (h *sftpHandle) Close() error {
	h.visit.handles--
	return nil
}

// listing is a list of files as the library takes it.
type listing []fs.FileInfo

// ListAt gives the files from offset on.
func (l listing) ListAt(to []fs.FileInfo, offset int64) (int, error) {
	if offset >= int64(len(l)) {
		return 0, io.EOF
	}
	n := copy(to, l[offset:])
	if n < len(to) {
		return n, io.EOF
	}
	return n, nil
}
