package tui

import (
	"slices"
	"strings"
	"sync"
	"unique"

	"ssh-resume/internal/resume"
	"ssh-resume/internal/words"
)

// Bounds of the caches, which windows of many sizes fill. A page takes 10 to 30 KB.
const (
	maxCachedPages  = 128
	maxCachedFrames = 5 << 20 // bytes
)

// Pages is a résumé in its languages, laid out for reading. All sessions share it: it is safe for concurrent use.
type Pages struct {
	languages []string // tags, the default first
	documents map[documentKey]func() *document
	themes    [themeCount]theme
	renderers cache[rendererKey, *renderer]
	pages     cache[pageKey, *page]
	frames    cache[frameKey, unique.Handle[string]]
}

// frameKey is everything that the text of a window depends on while there is no search, panel or note.
type frameKey struct {
	page          pageKey
	renderer      *renderer
	width, height int
	top           int
	inList        bool
	newer         bool // a newer version is announced
	home, save    string
}

type document struct {
	language string // a tag
	name     string // what the language calls itself; the tag if there are no words for it
	ascii    bool   // the text is in ASCII
	words    *words.Words
	marks    *words.Marks
	basics   resume.Basics
	title    string // of the window
	work     []resume.Employment
	projects []resume.Achievement
	skills   []resume.Skill
	events   []resume.Date // of awards and certificates
	sections []resume.Section
	reach    []resume.Contact
	contacts []choice
	fields   [][]field // of each section, in the order of the document
	index    func() *searchIndex
	parsed   *cache[string, resume.Text] // pages are drawn for each width
}

// documentKey is what a document depends on.
type documentKey struct {
	language string // a tag
	ascii    bool
}

// pageKey is what a page depends on. The fields from rows on are zero except for the title page.
type pageKey struct {
	doc            *document
	section, width int
	glyphs         *glyphs
	narrow         bool

	rows         int  // of the window, which the first screen fits; 0 for any number
	label, place bool // on the page, not above it
	aside        bool // contacts are in a column of their own
	save         string
}

// page is a section laid out for one width.
type page struct {
	lines     []line
	fields    []field
	employers []int // if there is a ruler, the field that names each employment
}

// field is a text of the document that is drawn as one run. The fields of an entry make up the sentence that
// search results show, such as a topic and its keywords.
type field struct {
	text      string
	entry     int    // from 1
	name      int    // the field that names what this one belongs to; 0 for none
	separator string // precedes the text in that sentence
	title     int    // how many bytes at the beginning are a title, which searches rank higher
}

// NewPages prepares a résumé and its translations. What only some sessions need is prepared when first needed.
func NewPages(r *resume.Resume) *Pages {
	p := &Pages{
		languages: r.Tags(), themes: newThemes(r.Theme), documents: map[documentKey]func() *document{},
		pages: cache[pageKey, *page]{most: maxCachedPages}, frames: cache[frameKey, unique.Handle[string]]{most: maxCachedFrames},
	}
	for _, tag := range p.languages {
		in := r.In(tag)
		p.documents[documentKey{tag, false}] = sync.OnceValue(func() *document { return newDocument(in, false) })
		p.documents[documentKey{tag, true}] = sync.OnceValue(func() *document { return newDocument(in.ASCII(), true) })
	}
	p.document(Options{})
	return p
}

func newDocument(r *resume.Resume, ascii bool) *document {
	w, known := r.Words()
	d := &document{
		language: r.Tags()[0], name: either(known, w.Name, r.Tags()[0]), ascii: ascii, words: w, marks: &w.Marks, basics: r.Basics, sections: r.Sections(),
		title: resume.Joined(" - ", r.Basics.Name, r.Basics.Label), reach: r.Contacts(), contacts: contacts(r, &w.Screen.Contact),
		parsed: &cache[string, resume.Text]{},
	}
	for _, s := range d.sections {
		for _, b := range s.Blocks {
			d.work, d.projects, d.skills = append(d.work, b.Work...), append(d.projects, b.Projects...), append(d.skills, b.Skills...)
		}
	}
	d.events = slices.Concat(
		each(r.Awards, func(a resume.Award) resume.Date { return a.Date }),
		each(r.Certificates, func(c resume.Certificate) resume.Date { return c.Date }),
	)
	for i := range d.sections {
		d.fields = append(d.fields, d.draw(pageKey{section: i, width: 80, glyphs: &unicodeGlyphs}).fields)
	}
	d.index = sync.OnceValue(d.searchIndex)
	return d
}

func (p *Pages) document(o Options) *document {
	known := slices.Contains(p.languages, o.Language)
	return p.documents[documentKey{either(known, o.Language, p.languages[0]), o.ASCII}]()
}

// page returns a section laid out for a width in cells. The page is shared and must not be changed.
func (p *Pages) page(key pageKey) *page {
	return p.pages.get(key, func() (*page, int) { return key.doc.draw(key), 1 })
}

// fieldFrom returns the first span at or after a line that shows a field, and its line.
func (p *page) fieldFrom(line int) (first span, at int) {
	for i, l := range p.lines[line:] {
		for _, s := range l {
			if s.field > 0 {
				return s, line + i
			}
		}
	}
	return span{}, 0
}

// find returns the line on which a byte of a field is drawn; -1 for none.
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

// text returns the text of the page, one entry a line.
func (p *page) text() string {
	var b strings.Builder
	for i, f := range p.fields {
		if i > 0 {
			b.WriteString(either(f.entry == p.fields[i-1].entry, f.separator, "\n"))
		}
		b.WriteString(f.text)
	}
	return b.String() + "\n"
}

// cache caches what sessions share. It is safe for concurrent use.
type cache[K comparable, V any] struct {
	most int // the sum of sizes beyond which the cache is cleared

	mu   sync.Mutex
	kept map[K]V
	size int
}

func (c *cache[K, V]) get(key K, draw func() (value V, size int)) V {
	c.mu.Lock()
	value, ok := c.kept[key]
	c.mu.Unlock()
	if ok {
		return value
	}
	value, size := draw()
	c.mu.Lock()
	defer c.mu.Unlock()
	if others, ok := c.kept[key]; ok {
		return others
	}
	if c.kept == nil || c.size+size > c.most {
		c.kept, c.size = map[K]V{}, 0
	}
	c.kept[key] = value
	c.size += size
	return value
}
