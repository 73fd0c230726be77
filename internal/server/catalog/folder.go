package catalog

import (
	"cmp"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"strings"
	"time"

	"ssh-resume/internal/address"
	"ssh-resume/internal/cells"
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
	folder := NewFolder(s.Changed)
	w := s.Editions[0].Words.Answers
	var failed error
	var readme strings.Builder
	readme.WriteString(cmp.Or(s.Resume().Basics.Name, w.Resume) + "\n\n" + w.FilesIntro + "\n\n")
	for i, e := range s.Editions {
		var about [][2]string
		for _, d := range e.Documents {
			if d.VariantOf != "" || folder.At(d.File) != nil { // a file with all languages is one
				continue
			}
			content, err := d.Content()
			if err != nil {
				failed = errors.Join(failed, fmt.Errorf("make %s: %w", d.File, err))
				continue
			}
			folder.Files = append(folder.Files, NewFile(d.File, d.Name, content, s.Changed))
			about = append(about, [2]string{d.File, d.Purpose(e.Words)})
		}
		if i > 0 {
			readme.WriteString("\n" + e.Words.Name + "\n\n")
		}
		Table(&readme, about, readmeWidth)
	}
	readme.WriteString("\n" + w.FilesInTerminal + "\n\n  " + host.SSH() + "\n")
	folder.Files = append(folder.Files, NewFile(ReadmeFile, ReadmeFormat, []byte(readme.String()), s.Changed))
	return folder, failed
}

// Table writes two columns. If a row is wider than width cells, its second column
// goes on a line of its own.
func Table(b *strings.Builder, rows [][2]string, width int) {
	first, second := 0, 0
	for _, row := range rows {
		first, second = max(first, cells.Width(row[0])), max(second, cells.Width(row[1]))
	}
	for _, row := range rows {
		if 2+first+2+second > width {
			fmt.Fprintf(b, "  %s\n      %s\n", row[0], row[1])
		} else {
			fmt.Fprintf(b, "  %s%*s%s\n", row[0], first-cells.Width(row[0])+2, "", row[1])
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
