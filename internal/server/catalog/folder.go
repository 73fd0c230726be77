package catalog

import (
	"cmp"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"strings"
	"time"

	"github.com/charmbracelet/x/ansi"

	"ssh-resume/internal/address"
)

// ReadmeFile describes the other files of a folder.
const ReadmeFile = "README"

// ReadmeFormat is how log and metrics name the format of the README.
const ReadmeFormat = "readme"

// readmeWidth is the width of the README, in cells.
const readmeWidth = 80

// Folder is the directory that visitors find over SFTP and scp. It never changes,
// and there is no other directory.
type Folder struct {
	Self  *File
	Files []*File
}

// File is a file of a folder, or the folder itself. It is its own fs.FileInfo.
type File struct {
	Format  string // whose document it is; empty for the folder
	Content []byte

	name    string
	mode    fs.FileMode
	changed time.Time
}

var _ fs.FileInfo = (*File)(nil)

// Name returns the file's name in the folder.
func (f *File) Name() string { return f.name }

// Size returns the length of the content in bytes; 0 for the folder.
func (f *File) Size() int64 { return int64(len(f.Content)) }

// Mode returns the permissions, which let nobody write.
func (f *File) Mode() fs.FileMode { return f.mode }

// ModTime returns when the résumé was last changed.
func (f *File) ModTime() time.Time { return f.changed }

// IsDir reports whether it is the folder.
func (f *File) IsDir() bool { return f.mode.IsDir() }

// Sys returns nil: nothing is on a disk.
func (f *File) Sys() any { return nil }

// NewFolder returns a folder of files with these names and contents, in order. All
// were changed at the same time.
func NewFolder(changed time.Time, files ...*File) *Folder {
	return &Folder{Self: &File{name: "/", mode: fs.ModeDir | 0o555, changed: changed}, Files: files}
}

// NewFile returns a file.
func NewFile(name, format string, content []byte, changed time.Time) *File {
	return &File{Format: format, Content: content, name: name, mode: 0o444, changed: changed}
}

// newFolder makes the files of a snapshot. An error names those that could not be
// made; the others are in the folder.
func newFolder(s *Snapshot, host address.Address) (*Folder, error) {
	var files []*File
	var about [][2]string
	var failed error
	for _, d := range s.documents {
		if d.VariantOf != "" {
			continue
		}
		content, err := d.Content()
		if err != nil {
			failed = errors.Join(failed, fmt.Errorf("make %s: %w", d.File, err))
			continue
		}
		files = append(files, NewFile(d.File, d.Name, content, s.Changed))
		about = append(about, [2]string{d.File, d.Purpose(s.Words)})
	}
	files = append(files, NewFile(ReadmeFile, ReadmeFormat, []byte(s.readme(about, host)), s.Changed))
	return NewFolder(s.Changed, files...), failed
}

func (s *Snapshot) readme(about [][2]string, host address.Address) string {
	var b strings.Builder
	w := s.Words.Answers
	b.WriteString(cmp.Or(s.Resume.Basics.Name, w.Resume) + "\n\n" + w.FilesIntro + "\n\n")
	Table(&b, about, readmeWidth)
	b.WriteString("\n" + w.FilesInTerminal + "\n\n  " + host.SSH() + "\n")
	return b.String()
}

// Table writes two columns, the first of which is ASCII. If a row is wider than
// width cells, its second column goes on a line of its own.
func Table(b *strings.Builder, rows [][2]string, width int) {
	first, second := 0, 0
	for _, row := range rows {
		first, second = max(first, len(row[0])), max(second, ansi.StringWidth(row[1]))
	}
	for _, row := range rows {
		if 2+first+2+second > width {
			fmt.Fprintf(b, "  %s\n      %s\n", row[0], row[1])
		} else {
			fmt.Fprintf(b, "  %-*s  %s\n", first, row[0], row[1])
		}
	}
}

// At returns the file at a path, the folder itself for its own path, and nil if
// there is neither. As in a root directory, ".." is the folder itself.
func (d *Folder) At(name string) *File {
	name = path.Clean("/" + name)
	if name == "/" {
		return d.Self
	}
	for _, f := range d.Files {
		if "/"+f.name == name {
			return f
		}
	}
	return nil
}

// Match returns the files that a shell's pattern stands for; the folder may be
// one of them.
func (d *Folder) Match(pattern string) []*File {
	if pattern == "~" || strings.HasPrefix(pattern, "~/") {
		pattern = pattern[1:] // everybody's home
	}
	if f := d.At(pattern); f != nil {
		return []*File{f}
	}
	var found []*File
	for _, f := range d.Files {
		if ok, err := path.Match(path.Clean("/"+pattern), "/"+f.name); ok && err == nil {
			found = append(found, f)
		}
	}
	return found
}
