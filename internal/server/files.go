package server

import (
	"cmp"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"strings"
	"time"

	"ssh-resume/internal/address"
	"ssh-resume/internal/resume"
	"ssh-resume/internal/words"
)

// readmeFile tells what the other files are.
const readmeFile = "README"

// folder is what visitors find over SFTP and scp. It never changes, and there
// is none beside it or in it.
type folder struct {
	self  *file
	files []*file
}

// file is a file, or the folder. It is its own fs.FileInfo.
type file struct {
	name    string
	content []byte
	mode    fs.FileMode
	changed time.Time
}

var _ fs.FileInfo = (*file)(nil)

// Name is the file's name in the folder.
func (f *file) Name() string { return f.name }

// Size is that of its content in bytes; 0 for the folder.
func (f *file) Size() int64 { return int64(len(f.content)) }

// Mode allows nobody to write.
func (f *file) Mode() fs.FileMode { return f.mode }

// ModTime is when the résumé was changed last.
func (f *file) ModTime() time.Time { return f.changed }

// IsDir tells whether it is the folder.
func (f *file) IsDir() bool { return f.mode.IsDir() }

// Sys is nil: nothing is on a disk.
func (f *file) Sys() any { return nil }

// newFolder makes the files, all of which were changed when the résumé was. An
// error tells which could not be made; the others are there.
func newFolder(r *resume.Resume, formats []*document, changed time.Time, host address.Address) (*folder, error) {
	all := &folder{self: &file{name: "/", mode: fs.ModeDir | 0o555, changed: changed}}
	var about [][2]string
	var failed error
	for _, format := range formats {
		if format.VariantOf != "" {
			continue
		}
		content, err := format.content()
		if err != nil {
			failed = errors.Join(failed, fmt.Errorf("make %s: %w", format.File, err))
			continue
		}
		all.files = append(all.files, &file{format.File, content, 0o444, changed})
		about = append(about, [2]string{format.File, format.Purpose(words.For(r.Lang))})
	}
	all.files = append(all.files, &file{readmeFile, []byte(readme(r, about, host)), 0o444, changed})
	return all, failed
}

func readme(r *resume.Resume, about [][2]string, host address.Address) string {
	var b strings.Builder
	b.WriteString(cmp.Or(r.Basics.Name, "Résumé") + "\n\nEach of these files is the whole résumé. They can only be read.\n\n")
	table(&b, about, defaultWidth)
	b.WriteString("\nIn a terminal:\n\n  " + host.SSH() + "\n")
	return b.String()
}

// at gives the file of a path, the folder for its own; nil where there is none.
// As in a root directory, ".." is the folder itself.
func (d *folder) at(name string) *file {
	name = path.Clean("/" + name)
	if name == "/" {
		return d.self
	}
	for _, f := range d.files {
		if "/"+f.name == name {
			return f
		}
	}
	return nil
}

// match gives the files that a pattern of a shell stands for, of which the
// folder may be one; none where there are none.
func (d *folder) match(pattern string) []*file {
	if pattern == "~" || strings.HasPrefix(pattern, "~/") {
		pattern = pattern[1:] // everybody's home
	}
	if f := d.at(pattern); f != nil {
		return []*file{f}
	}
	var found []*file
	for _, f := range d.files {
		if ok, err := path.Match(path.Clean("/"+pattern), "/"+f.name); ok && err == nil {
			found = append(found, f)
		}
	}
	return found
}
