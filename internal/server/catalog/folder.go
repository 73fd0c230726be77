package catalog

import (
	"archive/tar"
	"cmp"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"strings"
	"sync"
	"time"

	"ssh-resume/internal/address"
	"ssh-resume/internal/cells"
	"ssh-resume/internal/export"
)

// ReadmeFile describes the other files of a folder.
const ReadmeFile = "README"

// ReadmeFormat is how log and metrics name the format of the README.
const ReadmeFormat = "readme"

// Folder is the only directory that visitors see over SFTP and scp. It never changes. A file is made when first needed.
type Folder struct {
	Self  *File
	files []*Document
}

// File is a file of a folder, or the folder itself. Nobody may write to it.
type File struct {
	fs.FileInfo

	Format  string // whose document it is; empty for the folder
	Content []byte
}

// NewFolder returns a folder of files, all with the same modification time.
func NewFolder(changed time.Time, files ...*Document) *Folder {
	// A tar header describes a file that is not on disk.
	h := tar.Header{Typeflag: tar.TypeDir, Name: "/", Mode: 0o555, ModTime: changed}
	return &Folder{&File{FileInfo: h.FileInfo()}, files}
}

// newFolder returns the files of a snapshot, in all languages.
func newFolder(s *Snapshot, host address.Address) *Folder {
	var files []*Document
	described := make([][]*Document, len(s.Editions))
	for i, e := range s.Editions {
		for _, d := range e.Documents {
			if d.VariantOf == "" && (i == 0 || !d.AllLanguages) {
				described[i] = append(described[i], d)
			}
		}
		files = append(files, described[i]...)
	}
	readme := sync.OnceValues(func() ([]byte, error) { return s.readme(described, host), nil })
	return NewFolder(s.Changed, append(files, &Document{export.Format{Name: ReadmeFormat, File: ReadmeFile}, readme})...)
}

// readme describes the documents of each edition, except those that can't be made.
func (s *Snapshot) readme(documents [][]*Document, host address.Address) []byte {
	w := s.Editions[0].Words
	var b strings.Builder
	b.WriteString(cmp.Or(s.Resume().Basics.Name, w.Document.Untitled) + "\n\n" + w.Answers.FilesIntro + "\n\n")
	for i, e := range s.Editions {
		if i > 0 {
			b.WriteString("\n" + e.Words.Name + "\n\n")
		}
		var about [][2]string
		for _, d := range documents[i] {
			if _, err := d.Content(); err == nil {
				about = append(about, [2]string{d.File, d.Purpose(e.Words)})
			}
		}
		cells.Table(&b, about, export.TextWidth)
	}
	b.WriteString("\n" + w.Answers.FilesInTerminal + "\n\n  " + host.SSH() + "\n")
	return []byte(b.String())
}

// At returns the file at a path, the folder for its own path, or nil if there is neither. As in a root directory,
// ".." is the folder itself. An error says why the file could not be made.
func (d *Folder) At(name string) (*File, error) {
	name = path.Clean("/" + name)
	if name == "/" {
		return d.Self, nil
	}
	found, err := d.those(func(f *Document) bool { return "/"+f.File == name })
	return append(found, nil)[0], err
}

// All returns the files. An error names the files that could not be made.
func (d *Folder) All() ([]*File, error) { return d.those(func(*Document) bool { return true }) }

// Match returns the files that match a shell pattern, and errors as All does. The folder may be one of them.
func (d *Folder) Match(pattern string) ([]*File, error) {
	if pattern == "~" || strings.HasPrefix(pattern, "~/") {
		pattern = pattern[1:] // everyone's home directory
	}
	pattern = path.Clean("/" + pattern)
	if pattern == "/" {
		return []*File{d.Self}, nil
	}
	return d.those(func(f *Document) bool {
		ok, _ := path.Match(pattern, "/"+f.File) // an invalid pattern matches nothing
		return ok
	})
}

func (d *Folder) those(wanted func(*Document) bool) (all []*File, failed error) {
	for _, f := range d.files {
		if !wanted(f) {
			continue
		}
		content, err := f.Content()
		if err != nil {
			failed = errors.Join(failed, fmt.Errorf("make %s: %w", f.File, err))
			continue
		}
		h := tar.Header{Name: f.File, Mode: 0o444, Size: int64(len(content)), ModTime: d.Self.ModTime()}
		all = append(all, &File{h.FileInfo(), f.Name, content})
	}
	return all, failed
}
