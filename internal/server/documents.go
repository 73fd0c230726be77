package server

import (
	"sync"

	"ssh-resume/internal/export"
	"ssh-resume/internal/resume"
)

// maxCachedTexts bounds what visitors with windows of many widths can make the
// cache hold; a text takes about 10 KB.
const maxCachedTexts = 128

// documents gives the résumé as plain text. A text is made once and shared.
type documents struct {
	resume, ascii *resume.Resume

	mu    sync.Mutex
	texts map[textKey]string
}

type textKey struct {
	section string // its id; the whole résumé where empty
	width   int
	ascii   bool
}

func newDocuments(r *resume.Resume) *documents {
	return &documents{resume: r, ascii: r.ASCII(), texts: map[textKey]string{}}
}

func (d *documents) of(ascii bool) *resume.Resume {
	if ascii {
		return d.ascii
	}
	return d.resume
}

// text gives the whole résumé, its lines at most width cells wide.
func (d *documents) text(width int, ascii bool) string {
	return d.once(textKey{"", width, ascii}, func() string { return export.Text(d.of(ascii), width) })
}

// section gives one section likewise.
func (d *documents) section(s resume.Section, width int, ascii bool) string {
	return d.once(textKey{s.ID, width, ascii}, func() string { return export.SectionText(s, width) })
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
