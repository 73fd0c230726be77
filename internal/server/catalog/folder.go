package catalog

import (
	"archive/tar"
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

// File is a file of a folder, or the folder itself. Nobody may write to it.
type File struct {
	fs.FileInfo

	Format  string // whose document it is; empty for the folder
	Content []byte
}

// NewFolder returns a folder without files.
func NewFolder(changed time.Time) *Folder {
	// A header describes a file without one on a disk.
	h := tar.Header{Typeflag: tar.TypeDir, Name: "/", Mode: 0o555, ModTime: changed}
	return &Folder{Self: &File{FileInfo: h.FileInfo()}}
}

// Add adds a file, which was changed when the folder was.
func (d *Folder) Add(name, format string, content []byte) {
	h := tar.Header{Name: name, Mode: 0o444, Size: int64(len(content)), ModTime: d.Self.ModTime()}
	d.Files = append(d.Files, &File{h.FileInfo(), format, content})
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
			folder.Add(d.File, d.Name, content)
			about = append(about, [2]string{d.File, d.Purpose(e.Words)})
		}
		if i > 0 {
			readme.WriteString("\n" + e.Words.Name + "\n\n")
		}
		Table(&readme, about, readmeWidth)
	}
	readme.WriteString("\n" + w.FilesInTerminal + "\n\n  " + host.SSH() + "\n")
	folder.Add(ReadmeFile, ReadmeFormat, []byte(readme.String()))
	return folder, failed
}

// Table writes two columns. If a row is wider than width cells, its second column
// goes on a line of its own.
func Table(b *strings.Builder, rows [][2]string, width int) {
	first := 0
	for _, row := range rows {
		first = max(first, cells.Width(row[0]))
	}
	for _, row := range rows {
		if 2+first+2+cells.Width(row[1]) > width {
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
		if "/"+f.Name() == name {
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
		if ok, err := path.Match(path.Clean("/"+pattern), "/"+f.Name()); ok && err == nil {
			found = append(found, f)
		}
	}
	return found
}
