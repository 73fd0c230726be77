package resume

import (
	"slices"
)

// A part is a list of the résumé, or its basics, as the menu can name it.
type part struct {
	name, title string
}

// parts are in the order of a résumé that has no menu, where the free-form
// sections stand after the skills.
var parts = []part{
	{string(KindBasics), "Profile"},
	{string(KindWork), "Experience"},
	{string(KindProjects), "Projects"},
	{partSkills, "Skills"},
	{string(KindEducation), "Education"},
	{string(KindCertificates), "Certificates"},
	{string(KindAwards), "Awards"},
	{string(KindPublications), "Publications"},
	{string(KindVolunteer), "Volunteering"},
	{string(KindLanguages), "Languages"},
	{string(KindInterests), "Interests"},
	{string(KindReferences), "References"},
}

const partSkills = "skills"

func partTitle(name string) (string, bool) {
	for _, p := range parts {
		if p.name == name {
			return p.title, true
		}
	}
	return "", false
}

func (d *decoder) menuItem(n *node, path string) MenuItem {
	if n.kind == kindString {
		id := d.line(n, path)
		if id == "" {
			d.fail(n, "%s needs an id", path)
		}
		return MenuItem{ID: id}
	}
	o := d.object(n, path)
	if n.kind != kindMapping {
		return MenuItem{}
	}
	m := MenuItem{
		ID:      o.text("id"),
		Title:   o.text("title"),
		Heading: o.text("heading"),
		Of:      o.oneOrMore("of"),
		Groups:  o.oneOrMore("groups"),
		As:      o.kind("as", []string{string(KindTags), string(KindTopics)}),
	}
	if len(n.fields) == 1 && !slices.Contains(o.known, n.fields[0].name.text) {
		field := n.fields[0]
		return MenuItem{ID: d.line(field.name, path), Title: d.line(field.value, path)}
	}
	o.close()
	if m.ID == "" {
		d.fail(n, "%s needs an id", path)
	}
	return m
}

// Commands are the words that visitors type for something other than a section
// (ssh HOST pdf). No section may be called so.
var Commands = []string{
	"text", "markdown", "html", "json", "yaml", "pdf", "pdf-a4", "pdf-letter", "search", "help", "scp", "rsync", "sftp",
}

// checkID reports an id that a visitor could not type, or that is taken.
func (d *decoder) checkID(at *node, path, id string, taken map[string]string) {
	switch {
	case id == "":
		return
	case !validID(id):
		d.fail(at, "%s has the id %q; an id is made of a-z, 0-9 and -", path, id)
	case slices.Contains(Commands, id):
		d.refuse(at, "%s has the id %q, by which visitors ask for something else (ssh HOST %[2]s); choose another", path, id)
	case taken[id] != "":
		d.refuse(at, "%s has the id %q, which %s has already", path, id, taken[id])
	default:
		taken[id] = path
	}
}

func validID(id string) bool {
	for i := range len(id) {
		c := id[i]
		if (c < 'a' || c > 'z') && (c < '0' || c > '9') && c != '-' {
			return false
		}
	}
	return id != ""
}

func (d *decoder) checkSections(r *Resume, own *object) {
	taken := map[string]string{}
	for _, p := range parts {
		taken[p.name] = "the résumé's own part"
	}
	for i, e := range own.filled("sections") {
		at := e.at
		if id := at.value("id"); id != nil {
			at = id
		}
		if r.FreeForm[i].ID == "" {
			d.fail(at, "%s needs an id", e.path)
		}
		d.checkID(at, e.path, r.FreeForm[i].ID, taken)
	}
}

func (d *decoder) checkMenu(r *Resume, own *object) {
	taken := map[string]string{}
	for i, e := range own.filled("menu") {
		m := r.Menu[i]
		d.checkID(e.at, e.path, m.ID, taken)
		if len(m.Of) == 0 && !validID(m.ID) {
			continue
		}
		for _, of := range m.of() {
			// Of skills by groups, the groups are checked below.
			if of != partSkills || len(m.Groups) == 0 {
				d.checkOf(r, e, of)
			}
		}
		for _, group := range m.Groups {
			if groups := r.groups(); !slices.Contains(groups, group) {
				d.refuse(e.at, "%s names the group %q, which no skill has%s", e.path, group, didYouMean(group, groups))
			}
		}
		if (m.As != "" || len(m.Groups) > 0) && !slices.Contains(m.of(), partSkills) {
			d.doubt(e.at, "%s does not show skills: groups and as mean nothing there", e.path)
		}
	}
}

// checkOf reports a menu item that shows nothing.
func (d *decoder) checkOf(r *Resume, e entry, of string) {
	names := make([]string, 0, len(parts)+len(r.FreeForm))
	for _, p := range parts {
		names = append(names, p.name)
	}
	for _, f := range r.FreeForm {
		names = append(names, f.ID)
	}
	switch {
	case !slices.Contains(names, of):
		d.refuse(e.at, "%s shows %q, which is neither a part of the résumé nor the id of a section%s",
			e.path, of, didYouMean(of, names))
	case isPart(of) && len(r.blocks(MenuItem{ID: of})) == 0: // of its own sections, checkShown tells
		d.doubt(e.at, "%s shows %s, and there is nothing in it", e.path, of)
	}
}
