package resume

import (
	"regexp"
	"slices"
	"strings"
)

// What follows doubts what the file says, where it makes a résumé worse.

// checkShown tells what is written and not shown, and what is shown as empty.
func (d *decoder) checkShown(r *Resume, root, own *object) {
	for i, e := range own.filled("sections") {
		d.checkFilled(&r.FreeForm[i], e)
	}
	if len(r.Menu) == 0 {
		return
	}
	var shown []string
	for _, m := range r.Menu {
		shown = append(shown, m.of()...)
	}
	hidden := func(id string) bool { return !slices.Contains(shown, id) && len(r.blocks(MenuItem{ID: id})) > 0 }
	for _, m := range root.n.fields {
		switch part := m.name.text; {
		case part == string(KindBasics): // names stand at the head of everything
		case part == string(KindProjects) && slices.Contains(shown, string(KindWork)) && r.allWithEmployers():
			if hidden(part) && slices.ContainsFunc(r.Projects, Project.saysMore) {
				d.doubt(m.name, `%s is not in the menu, so the pages show their names and descriptions only; add "- %[1]s" there`, part)
			}
		case isPart(part) && hidden(part):
			d.doubt(m.name, `%s is not in the menu, so no page shows it; add "- %[1]s" there`, part)
		}
	}
	for i, e := range own.filled("sections") {
		if id := r.FreeForm[i].ID; validID(id) && hidden(id) {
			d.doubt(e.at, `%s is not in the menu, so no page shows it; add "- %s" there`, e.path, id)
		}
	}
}

func isPart(name string) bool {
	_, ok := partTitle(name)
	return ok
}

// allWithEmployers tells whether every project stands with an employer.
func (r *Resume) allWithEmployers() bool {
	return !slices.ContainsFunc(r.Projects, func(p Project) bool {
		return !slices.ContainsFunc(r.Work, func(w Work) bool { return w.Name != "" && strings.EqualFold(w.Name, p.Entity) })
	})
}

// saysMore tells whether there is more to the project than stands with its
// employer.
func (p Project) saysMore() bool {
	return len(p.Roles)+len(p.Highlights)+len(p.Keywords) > 0 || p.Metric != Metric{} ||
		p.Type != "" || p.StartDate != "" || p.EndDate != "" || p.URL != ""
}

// checkFilled reports a free-form section, or a block of it, without content.
func (d *decoder) checkFilled(f *FreeForm, e entry) {
	if e.at.kind != kindMapping {
		return
	}
	if len(f.Blocks) == 0 {
		d.doubt(e.at, "%s has no blocks, so nothing of it is shown", e.path)
		return
	}
	for i, block := range (&object{decoder: d, n: e.at, path: e.path}).filled("blocks") {
		if b := f.Blocks[i]; b.Text == "" && len(b.Items) == 0 {
			d.doubt(block.at, "%s is empty: it needs a text or items", block.path)
		}
	}
}

// checkEntities reports a project of an employer whose name is misspelt. One of
// somebody else is nobody's mistake.
func (d *decoder) checkEntities(r *Resume, o *object) {
	var employers []string
	for _, w := range r.Work {
		employers = append(employers, w.Name)
	}
	for _, e := range o.filled("projects") {
		entity := e.at.value("entity")
		if entity == nil || slices.ContainsFunc(employers, func(name string) bool { return strings.EqualFold(name, oneLine(entity.text)) }) {
			continue
		}
		if hint := didYouMean(oneLine(entity.text), employers); hint != "" {
			d.doubt(entity, "%s.entity names no employer in work%s", e.path, hint)
		}
	}
}

// identity are the fields by which an entry of a list is told from the others.
var identity = map[string][]string{
	"work":         {"name", "position", "startDate", "endDate", "duration"},
	"volunteer":    {"organization", "position", "startDate", "endDate"},
	"education":    {"institution", "area", "studyType", "startDate", "endDate"},
	"awards":       {"title", "date", "awarder"},
	"certificates": {"name", "date", "issuer"},
	"publications": {"name", "releaseDate", "publisher"},
	"skills":       {"group", "name"},
	"languages":    {"language"},
	"interests":    {"name"},
	"references":   {"name", "reference"},
	"projects":     {"name", "entity", "startDate", "endDate"},
	"profiles":     {"network", "username", "url"},
}

// checkTwice reports entries that are there twice.
func (d *decoder) checkTwice(o *object) {
	for _, m := range o.n.fields {
		fields := identity[m.name.text]
		seen := map[string]string{}
		for _, e := range o.filled(m.name.text) {
			var values []string
			for _, field := range fields {
				if value := e.at.value(field); value != nil {
					values = append(values, field+": "+strings.ToLower(oneLine(value.text)))
				}
			}
			key := strings.Join(values, "\n")
			switch {
			case key == "":
			case seen[key] != "":
				d.doubt(e.at, "%s is there already: %s has the same %s", e.path, seen[key], given(fields, e.at))
			default:
				seen[key] = e.path
			}
		}
	}
}

// given lists those of the fields that n has.
func given(fields []string, n *node) string {
	fields = slices.DeleteFunc(slices.Clone(fields), func(field string) bool { return n.value(field) == nil })
	last := len(fields) - 1
	if last == 0 {
		return fields[0]
	}
	return strings.Join(fields[:last], ", ") + " and " + fields[last]
}

var (
	htmlIn     = regexp.MustCompile(`(?i)</?(p|br|b|i|u|em|strong|ul|ol|li|a|div|span|h[1-6])(\s[^<>]*)?/?>|&(amp|nbsp|lt|gt|quot|#[0-9]+);`)
	markdownIn = regexp.MustCompile(`\*\*[^*\s][^*]*\*\*|\[[^\]]+\]\((https?:|mailto:)`)
)

// checkMarkup reports text in a language that is not read here.
func (d *decoder) checkMarkup(n *node, path string) {
	for _, language := range []struct {
		name string
		in   *regexp.Regexp
	}{{"HTML", htmlIn}, {"Markdown", markdownIn}} {
		if mark := language.in.FindString(n.text); mark != "" {
			d.warnOnce(language.name, n, "%s has %s in it, which is shown as it stands: %q; write plain text", path, language.name, clip(mark))
			d.list[d.said[language.name]].Sense = true
		}
	}
}
