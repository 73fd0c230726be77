package resume

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"golang.org/x/text/language"

	"ssh-resume/internal/words"
)

// words returns the words of the language that the résumé is written in. There
// are always some; ok reports whether they are of that language.
func (r *Resume) words() (w *words.Words, ok bool) {
	w = words.For(r.Lang)
	wanted, _ := language.Make(cmp.Or(r.Lang, "en")).Base()
	return w, w.Tag != language.English || wanted.String() == "en"
}

// Sections returns the pages of the résumé in the order of its menu; without a
// menu, a page for each part that it has. Empty pages are left out. The sections
// are made anew on each call and share their strings. Texts are as they are written,
// to be read with ParseText.
func (r *Resume) Sections() []Section {
	menu := r.Menu
	if len(menu) == 0 {
		menu = r.defaultMenu()
	}
	var all []Section
	for _, m := range menu {
		if s := r.section(m); len(s.Blocks) > 0 {
			all = append(all, s)
		}
	}
	return all
}

func (r *Resume) defaultMenu() []MenuItem {
	var menu []MenuItem
	for _, p := range parts {
		menu = append(menu, MenuItem{ID: p.id})
		if p.id != partSkills {
			continue
		}
		for _, f := range r.Custom {
			menu = append(menu, MenuItem{ID: f.ID})
		}
	}
	return menu
}

func (r *Resume) section(m MenuItem) Section {
	s := Section{ID: m.ID, Title: m.Title, Heading: m.Heading, Blocks: r.blocks(m)}
	first := m.of()[0]
	title := ""
	if p := partOf(first); p != nil {
		w, _ := r.words()
		title = p.title(&w.Parts)
	} else if f := r.custom(first); f != nil {
		title = f.Title
		if len(m.of()) == 1 {
			s.Heading = cmp.Or(s.Heading, title)
		}
	}
	s.Title = cmp.Or(s.Title, title, m.ID)
	s.Heading = cmp.Or(s.Heading, s.Title)
	for i := range s.Blocks {
		if strings.EqualFold(s.Blocks[i].Title, s.Heading) {
			s.Blocks[i].Title = "" // the heading says it
		}
	}
	return s
}

// of returns the ids of what is on the page.
func (m MenuItem) of() []string {
	if len(m.Of) == 0 {
		return []string{m.ID}
	}
	return m.Of
}

// minTitledParts is the number of parts from which on a page shows the title of
// each. With fewer, its own title says what is on it.
const minTitledParts = 3

func (r *Resume) blocks(m MenuItem) []Block {
	var all []Block
	for _, of := range m.of() {
		if p := partOf(of); p != nil {
			blocks := p.blocks(r, m)
			if len(m.of()) >= minTitledParts && len(blocks) > 0 && blocks[0].Title == "" && blocks[0].Kind != KindBasics {
				w, _ := r.words()
				blocks[0].Title = p.title(&w.Parts)
			}
			all = append(all, blocks...)
			continue
		}
		f := r.custom(of)
		if f == nil {
			continue
		}
		blocks := f.blocks()
		if len(m.of()) > 1 && len(blocks) > 0 {
			// On a page with others, a section keeps its title.
			blocks[0].Title = cmp.Or(blocks[0].Title, f.Title)
		}
		all = append(all, blocks...)
	}
	return all
}

func (r *Resume) custom(id string) *CustomSection {
	for i := range r.Custom {
		if r.Custom[i].ID == id {
			return &r.Custom[i]
		}
	}
	return nil
}

func (f *CustomSection) blocks() []Block {
	var all []Block
	for _, b := range f.Blocks {
		switch kind := b.kind(); {
		case kind == KindText && b.Text != "":
			all = append(all, Block{Kind: kind, Title: b.Title, Text: b.Text})
		case kind != KindText && len(b.Items) > 0:
			all = append(all, Block{Kind: kind, Title: b.Title, Items: b.Items})
		}
	}
	return all
}

// SectionError says why a name names no section. Its message is one line in
// English for the person who typed the name.
type SectionError struct {
	Name     string   // as typed, cut to a length that fits a line
	Matches  []string // the ids of the sections that the name may mean; two at least, or none
	Nearest  string   // a section with a similar name; may be empty
	Sections []string // the ids of all sections
}

func (e *SectionError) Error() string {
	switch {
	case len(e.Matches) > 0:
		return fmt.Sprintf("%q may be %s", e.Name, list(e.Matches, "or"))
	case e.Nearest != "":
		return fmt.Sprintf("there is no section %q; did you mean %q?", e.Name, e.Nearest)
	default:
		return fmt.Sprintf("there is no section %q; there are %s", e.Name, strings.Join(e.Sections, ", "))
	}
}

// Section returns the section of this id or title, in any case; a prefix is
// enough if only one section has it. The error is a *SectionError.
func (r *Resume) Section(name string) (Section, error) {
	typed := strings.ToLower(strings.TrimSpace(name))
	err := &SectionError{Name: clip(typed)}
	var candidates []string
	var match Section
	for _, s := range r.Sections() {
		title := strings.ToLower(s.Title)
		if typed == s.ID || typed == title {
			return s, nil
		}
		err.Sections = append(err.Sections, s.ID)
		candidates = append(candidates, s.ID, title)
		if typed != "" && (strings.HasPrefix(s.ID, typed) || strings.HasPrefix(title, typed)) && !slices.Contains(err.Matches, s.ID) {
			match = s
			err.Matches = append(err.Matches, s.ID)
		}
	}
	if len(err.Matches) == 1 {
		return match, nil
	}
	err.Nearest = Nearest(typed, candidates)
	return Section{}, err
}

// clip cuts a text of unknown length so that it fits a line.
func clip(s string) string {
	if r := []rune(s); len(r) > longestName {
		return string(r[:longestName]) + "…"
	}
	return s
}
