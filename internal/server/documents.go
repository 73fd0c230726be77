package server

import (
	"cmp"
	"sync"

	"ssh-resume/internal/address"
	"ssh-resume/internal/export"
	"ssh-resume/internal/resume"
)

// maxCachedTexts bounds what visitors with windows of many widths can make the
// cache hold; a text takes about 10 KB.
const maxCachedTexts = 128

// documents gives the résumé as visitors take it away. Each is made once, when
// somebody first asks for it, and shared.
type documents struct {
	resume, ascii *resume.Resume
	formats       []*document
	folder        func() (*folder, error)

	mu    sync.Mutex
	texts map[textKey]string
}

// document is the résumé in one format.
type document struct {
	export.Format

	content func() ([]byte, error)
}

type textKey struct {
	section string // its id; the whole résumé where empty
	width   int
	ascii   bool
}

func newDocuments(e Edition, config Config, formats []export.Format) *documents {
	r := e.Resume
	d := &documents{resume: r, ascii: r.ASCII(), texts: map[textKey]string{}}
	for _, format := range formats {
		d.formats = append(d.formats, &document{format, sync.OnceValues(func() ([]byte, error) {
			return format.Make(r, e.Source)
		})})
	}
	host := address.Parse(cmp.Or(config.PublicAddress, "HOST")) // the files are the same wherever they are fetched
	d.folder = sync.OnceValues(func() (*folder, error) { return newFolder(r, d.formats, e.Changed, host) })
	return d
}

func (d *documents) of(ascii bool) *resume.Resume {
	if ascii {
		return d.ascii
	}
	return d.resume
}

// format gives the résumé in the format of this name; nil where there is none.
func (d *documents) format(name string) *document {
	for _, document := range d.formats {
		if document.Name == name {
			return document
		}
	}
	return nil
}

// text gives the whole résumé, its lines at most width cells wide.
func (d *documents) text(width int, ascii bool) string {
	return d.once(textKey{"", width, ascii}, func() string { return export.Text(d.of(ascii), width) })
}

// section gives one section likewise.
func (d *documents) section(s resume.Section, width int, ascii bool) string {
	return d.once(textKey{s.ID, width, ascii}, func() string { return export.SectionText(d.of(ascii), s, width) })
}

func (d *documents) once(key textKey, text func() string) string {
	d.mu.Lock()
	defer d.mu.Unlock()
	if t, ok := d.texts[key]; ok {
		return t
	}
	if len(d.texts) >= maxCachedTexts {
		clear(d.texts)
	}
	t := text()
	d.texts[key] = t
	return t
}
