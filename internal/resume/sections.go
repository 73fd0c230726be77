package resume

import (
	"cmp"
	"slices"
	"strings"

	"golang.org/x/text/language"

	"ssh-resume/internal/words"
)

// Words returns the words of the language that the résumé is written in. There are always some; ok reports
// whether they are in that language.
func (r *Resume) Words() (w *words.Words, ok bool) {
	w = words.For(r.Lang)
	wanted, _ := language.Make(cmp.Or(r.Lang, "en")).Base()
	return cmp.Or(r.ascii, w), w.Tag != language.English || wanted.String() == "en"
}

// Sections returns the pages that are not empty, in the order of the menu; without one, a page for each part. Each
// call returns new sections that share their strings. Texts are as written; use ParseText.
func (r *Resume) Sections() []Section {
	return slices.DeleteFunc(each(r.pages(), r.section), func(s Section) bool { return len(s.Blocks) == 0 })
}

// pages returns the menu or, without one, a page for each part and section.
func (r *Resume) pages() []MenuItem {
	if len(r.Menu) > 0 {
		return r.Menu
	}
	var menu []MenuItem
	for _, p := range parts {
		menu = append(menu, MenuItem{ID: p.id})
		if p.id == partSkills {
			menu = append(menu, each(r.Custom, func(f CustomSection) MenuItem { return MenuItem{ID: f.ID} })...)
		}
	}
	return menu
}

func (r *Resume) section(m MenuItem) Section {
	s := Section{ID: m.ID, Title: m.Title, Heading: m.Heading, Blocks: r.blocks(m)}
	first := m.of()[0]
	title := r.title(first)
	if len(m.of()) == 1 && partOf(first) == nil {
		s.Heading = cmp.Or(s.Heading, title)
	}
	s.Title = cmp.Or(s.Title, title, m.ID)
	s.Heading = cmp.Or(s.Heading, s.Title)
	for i := range s.Blocks {
		if strings.EqualFold(s.Blocks[i].Title, s.Heading) { // a title that a reader would see twice
			s.Blocks[i].Title = ""
		}
	}
	return s
}

// of returns the ids of the parts and sections on the page.
func (m MenuItem) of() []string {
	if len(m.Of) == 0 {
		return []string{m.ID}
	}
	return m.Of
}

// minTitledParts is the number of parts from which a page shows the title of each. With fewer, the page's own
// title says what is on it.
const minTitledParts = 3

func (r *Resume) blocks(m MenuItem) []Block {
	var all []Block
	for _, of := range m.of() {
		var blocks []Block
		least := minTitledParts
		if p := partOf(of); p != nil {
			blocks = p.blocks(r, m)
		} else if f, ok := r.custom(of); ok {
			blocks, least = f.blocks(), 2 // on a page with others, a section keeps its title
		}
		blocks = slices.DeleteFunc(blocks, Block.isEmpty)
		if len(m.of()) >= least && len(blocks) > 0 && blocks[0].Kind != KindBasics {
			blocks[0].Title = cmp.Or(blocks[0].Title, r.title(of))
		}
		all = append(all, blocks...)
	}
	return all
}

// title returns the title of the part or section with this id; empty if there is none.
func (r *Resume) title(id string) string {
	if p := partOf(id); p != nil {
		w, _ := r.Words()
		return p.title(&w.Parts)
	}
	f, _ := r.custom(id)
	return f.Title
}

func (r *Resume) custom(id string) (CustomSection, bool) {
	return find(r.Custom, func(f CustomSection) bool { return f.ID == id })
}

func (f CustomSection) blocks() []Block {
	return each(f.Blocks, func(b CustomBlock) Block {
		kind := b.kind()
		if kind.Takes() == takesText {
			return Block{Kind: kind, Title: b.Title, Text: b.Text}
		}
		return Block{Kind: kind, Title: b.Title, Items: b.Items}
	})
}

// Section returns the section with this id or title, in any case; a unique prefix is enough. If there is none,
// its ID is empty, and several has the ids of the sections that the name may mean.
func (r *Resume) Section(name string) (section Section, several []string) {
	typed := strings.ToLower(strings.TrimSpace(name))
	for _, s := range r.Sections() {
		title := strings.ToLower(s.Title)
		if typed == s.ID || typed == title {
			return s, nil
		}
		if typed != "" && (strings.HasPrefix(s.ID, typed) || strings.HasPrefix(title, typed)) {
			section, several = s, append(several, s.ID)
		}
	}
	if len(several) == 1 {
		return section, nil
	}
	return Section{}, several
}
