package resume

import (
	"cmp"
	"fmt"
	"reflect"
	"slices"
	"strings"

	"ssh-resume/internal/words"
)

// Sections gives the pages of the résumé in the order of its menu; without a
// menu, a page for each part that it has. What is empty is left out. The
// sections are made anew on each call, the strings in them shared.
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
		menu = append(menu, MenuItem{ID: p.name})
		if p.name != partSkills {
			continue
		}
		for _, f := range r.FreeForm {
			menu = append(menu, MenuItem{ID: f.ID})
		}
	}
	return menu
}

func (r *Resume) section(m MenuItem) Section {
	s := Section{ID: m.ID, Title: m.Title, Heading: m.Heading, Blocks: r.blocks(m)}
	own, builtIn := partTitle(m.of()[0])
	if f := r.freeForm(m.of()[0]); f != nil {
		own = f.Title
	}
	s.Title = cmp.Or(s.Title, own, m.ID)
	if len(m.of()) == 1 && !builtIn {
		s.Heading = cmp.Or(s.Heading, own)
	}
	s.Heading = cmp.Or(s.Heading, s.Title)
	for i := range s.Blocks {
		// The page says it already.
		if strings.EqualFold(s.Blocks[i].Title, s.Heading) {
			s.Blocks[i].Title = ""
		}
	}
	return s
}

// of gives what stands on the page.
func (m MenuItem) of() []string {
	if len(m.Of) == 0 {
		return []string{m.ID}
	}
	return m.Of
}

func (r *Resume) blocks(m MenuItem) []Block {
	var all []Block
	for _, of := range m.of() {
		blocks := r.blocksOf(of, m)
		if f := r.freeForm(of); f != nil && len(m.of()) > 1 && len(blocks) > 0 {
			// On a page with others, a section brings its title along.
			blocks[0].Title = cmp.Or(blocks[0].Title, f.Title)
		}
		all = append(all, blocks...)
	}
	return all
}

func (r *Resume) blocksOf(of string, m MenuItem) []Block {
	b := Block{Kind: Kind(of)}
	var filled bool
	switch of {
	case partSkills:
		return r.skillBlocks(m)
	case string(KindBasics):
		b.Basics, filled = r.Basics, true
	case string(KindWork):
		b.Work = r.employments()
		filled = len(b.Work) > 0
	case string(KindProjects):
		b.Projects = r.achievements(func(Project) bool { return true })
		filled = len(b.Projects) > 0
	default:
		if _, builtIn := partTitle(of); !builtIn {
			return r.freeFormBlocks(of)
		}
		b.Entries = r.entries(b.Kind)
		filled = len(b.Entries) > 0
	}
	if !filled {
		return nil
	}
	return []Block{b}
}

func (r *Resume) freeForm(id string) *FreeForm {
	for i := range r.FreeForm {
		if r.FreeForm[i].ID == id {
			return &r.FreeForm[i]
		}
	}
	return nil
}

func (r *Resume) freeFormBlocks(id string) []Block {
	f := r.freeForm(id)
	if f == nil {
		return nil
	}
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

// skillBlocks gives a block for each group of skills that the item shows.
func (r *Resume) skillBlocks(m MenuItem) []Block {
	groups := m.Groups
	if len(groups) == 0 {
		groups = slices.DeleteFunc(r.groups(), r.namedInMenu)
	}
	var all []Block
	for _, group := range groups {
		b := Block{Kind: cmp.Or(m.As, KindTags), Title: group}
		for _, skill := range r.Skills {
			if skill.Group == group {
				b.Skills = append(b.Skills, skill)
			}
		}
		if len(b.Skills) > 0 {
			all = append(all, b)
		}
	}
	return all
}

// groups gives the groups of skills in order of first appearance.
func (r *Resume) groups() []string {
	var all []string
	for _, skill := range r.Skills {
		if !slices.Contains(all, skill.Group) {
			all = append(all, skill.Group)
		}
	}
	return all
}

func (r *Resume) namedInMenu(group string) bool {
	return slices.ContainsFunc(r.Menu, func(m MenuItem) bool { return slices.Contains(m.Groups, group) })
}

func (r *Resume) employments() []Employment {
	var all []Employment
	for _, w := range r.Work {
		if reflect.ValueOf(w).IsZero() {
			continue
		}
		end := w.EndDate
		if end == "" && !w.Former {
			end = r.asOf()
		}
		all = append(all, Employment{
			Work:         w,
			employer:     r.former(w),
			When:         r.when(w.StartDate, w.EndDate, w.Duration, w.Former),
			Years:        cmp.Or(yearsBetween(w.StartDate, end), years(w.Duration)),
			Achievements: r.achievements(func(p Project) bool { return w.Name != "" && strings.EqualFold(p.Entity, w.Name) }),
		})
	}
	return all
}

// former returns the name of a former employer, marked as one; empty for others.
// Only languages that the program has words for have a mark.
func (r *Resume) former(w Work) string {
	if !w.Former || w.Name == "" || !r.english() {
		return ""
	}
	name := words.Fill(words.For(r.Lang).Document.Former, "employer", w.Name)
	if r.ascii {
		return ASCII(name)
	}
	return name
}

func (r *Resume) achievements(wanted func(Project) bool) []Achievement {
	var all []Achievement
	for _, p := range r.Projects {
		if wanted(p) && !reflect.ValueOf(p).IsZero() {
			all = append(all, Achievement{p, r.when(p.StartDate, p.EndDate, "", false)})
		}
	}
	return all
}

// Section gives the section of this id or title, in any case; a beginning of
// one will do where it fits one section only. The error is one line for the
// person who typed the name.
func (r *Resume) Section(name string) (Section, error) {
	sections := r.Sections()
	typed := strings.ToLower(strings.TrimSpace(name))
	var ids, near []string
	found := map[string]Section{}
	for _, s := range sections {
		title := strings.ToLower(s.Title)
		if typed == s.ID || typed == title {
			return s, nil
		}
		ids, near = append(ids, s.ID), append(near, s.ID, title)
		if typed != "" && (strings.HasPrefix(s.ID, typed) || strings.HasPrefix(title, typed)) {
			found[s.ID] = s
		}
	}
	matches := slices.DeleteFunc(slices.Clone(ids), func(id string) bool { return found[id].ID == "" })
	switch len(matches) {
	case 1:
		return found[matches[0]], nil
	case 0:
		return Section{}, noSection(typed, near, ids)
	default:
		return Section{}, fmt.Errorf("%q may be %s", clip(typed), orList(matches))
	}
}

func noSection(typed string, near, ids []string) error {
	if hint := didYouMean(typed, near); hint != "" {
		return fmt.Errorf("there is no section %q%s", clip(typed), hint)
	}
	return fmt.Errorf("there is no section %q; there are %s", clip(typed), strings.Join(ids, ", "))
}

// clip cuts what a stranger typed to a length that fits a line.
func clip(s string) string {
	if r := []rune(s); len(r) > longestName {
		return string(r[:longestName]) + "…"
	}
	return s
}
