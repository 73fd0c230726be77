// Package tui is the interactive résumé: the one tea.Model, and what it draws.
// It starts no goroutine, reads no clock, file or environment, and knows no
// SSH: messages come in, a view of exactly the window's size goes out.
package tui

import (
	"sync"

	"github.com/charmbracelet/colorprofile"

	"ssh-resume/internal/resume"
)

// What visitors with windows of many sizes can make the caches hold. A page
// takes 10 to 30 KB.
const (
	maxCachedPages  = 512
	maxCachedFrames = 8 << 20 // bytes
)

// Pages holds a résumé laid out for reading. All sessions share one; its
// methods may be called from any goroutine.
type Pages struct {
	text  document // as it is
	ascii document // for visitors whose locale is not UTF-8

	mu        sync.Mutex
	cache     map[pageKey]*page
	longest   map[rowsKey]int
	frames    map[frameKey]string
	frameSize int // bytes of all frames
}

// frameKey is all that the text of a window depends on while nothing is
// searched for and nothing said.
type frameKey struct {
	page          pageKey
	width, height int
	top           int
	focus         focus
	theme         int
	light         bool
	profile       colorprofile.Profile
	newer         bool // offered
}

// document is a résumé with what does not depend on a window.
type document struct {
	glyphs   *glyphs
	keys     keyMap
	basics   resume.Basics
	work     []resume.Employment
	projects []resume.Achievement
	sections []resume.Section
	reach    []resume.Contact
	contacts []contact
	fields   [][]field // of each section: what search looks through
}

type pageKey struct {
	section, width int
	ascii, narrow  bool
}

// rowsKey is what the rows of the longest page depend on. The widths of wide
// layouts are few: there is no need to bound how many are kept.
type rowsKey struct {
	width int
	ascii bool
}

// page is a section laid out for one width.
type page struct {
	lines  []line
	fields []field
}

// field is a text of the document that is drawn as one run. Fields of one
// entry make a sentence that search can show: a topic and what it covers.
type field struct {
	text      string
	entry     int    // from 1
	separator string // what stands before it in the entry
}

// NewPages prepares a résumé for all sessions.
func NewPages(r *resume.Resume) *Pages {
	return &Pages{text: newDocument(r, false), ascii: newDocument(r.ASCII(), true), cache: map[pageKey]*page{}, longest: map[rowsKey]int{}, frames: map[frameKey]string{}}
}

func newDocument(r *resume.Resume, ascii bool) document {
	d := document{glyphs: &unicodeGlyphs, basics: r.Basics, sections: r.Sections(), reach: r.Contacts(), contacts: contacts(r)}
	if ascii {
		d.glyphs = &asciiGlyphs
	}
	d.keys = newKeyMap(*d.glyphs)
	for _, s := range d.sections {
		for _, b := range s.Blocks {
			switch b.Kind {
			case resume.KindWork:
				d.work = b.Work
			case resume.KindProjects:
				d.projects = b.Projects
			}
		}
	}
	for i := range d.sections {
		d.fields = append(d.fields, d.draw(i, 80, false).fields)
	}
	return d
}

func (p *Pages) document(ascii bool) *document {
	if ascii {
		return &p.ascii
	}
	return &p.text
}

// page gives a section laid out for a width in cells. The page is shared and
// must not be changed.
func (p *Pages) page(key pageKey) *page {
	p.mu.Lock()
	pg := p.cache[key]
	p.mu.Unlock()
	if pg != nil {
		return pg
	}
	pg = p.document(key.ascii).draw(key.section, key.width, key.narrow)
	p.mu.Lock()
	defer p.mu.Unlock()
	if len(p.cache) >= maxCachedPages {
		clear(p.cache)
	}
	p.cache[key] = pg
	return pg
}

// rows gives the lines of the longest page in a wide layout. The pages are not
// kept: one reader who drags a window would drive out those of all others.
func (p *Pages) rows(key rowsKey) int {
	p.mu.Lock()
	rows, ok := p.longest[key]
	p.mu.Unlock()
	if ok {
		return rows
	}
	doc := p.document(key.ascii)
	for i := range doc.sections {
		rows = max(rows, len(doc.draw(i, key.width, false).lines))
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	p.longest[key] = rows
	return rows
}

// frame gives the text of a window, drawn where no session has drawn it before.
func (p *Pages) frame(key frameKey, draw func() string) string {
	p.mu.Lock()
	text, ok := p.frames[key]
	p.mu.Unlock()
	if ok {
		return text
	}
	text = draw()
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.frameSize+len(text) > maxCachedFrames {
		clear(p.frames)
		p.frameSize = 0
	}
	if _, ok := p.frames[key]; !ok {
		p.frames[key] = text
		p.frameSize += len(text)
	}
	return text
}

// find gives the line on which the byte of a field is drawn; -1 for none.
func (p *page) find(field, off int) int {
	last := -1
	for i, l := range p.lines {
		for _, s := range l {
			if s.field == field && s.off <= off {
				last = i
				if off < s.off+len(s.text) {
					return i
				}
			}
		}
	}
	return last
}

// text gives what stands on the page, an entry a line.
func (p *page) text() string {
	var b []byte
	entry := 0
	for _, f := range p.fields {
		switch {
		case f.entry != entry && entry > 0:
			b = append(b, '\n')
		case f.entry == entry:
			b = append(b, f.separator...)
		}
		entry = f.entry
		b = append(b, f.text...)
	}
	return string(append(b, '\n'))
}
