package resume

import (
	"cmp"
	"regexp"
	"slices"
	"strings"
)

// review reports problems in the content of a résumé that no schema can find.
func (d *decoder) review(r *Resume, root, own *object) {
	if len(r.Custom) > maxPages || len(r.Menu) > maxPages {
		d.fail(own.n, "sections and menu may have %d entries each", maxPages)
		return
	}
	d.checkSections(r, own)
	if !d.checkSize(r, root, own) {
		return
	}
	d.checkMenu(r, own)
	d.checkPrivate(r, root, own)
	d.checkShown(r, root, own)
	d.checkEntities(r, root)
	d.checkOrder(r, root)
}

const maxPages = 500 // custom sections, and entries of the menu

// checkSize reports content that the menu or projects repeat so often that the pages are much larger than the file.
func (d *decoder) checkSize(r *Resume, root, own *object) bool {
	sizes, projects := map[string]int{}, map[string]int{}
	for _, p := range parts {
		sizes[p.id] = root.n.value(p.id).size()
	}
	for i, e := range own.filledEntries("sections") {
		sizes[r.Custom[i].ID] = e.size()
	}
	for i, e := range root.filledEntries(partProjects) {
		projects[employerKey(r.Projects[i].Entity)] += e.size()
	}
	for i, e := range root.filledEntries(partWork) {
		sizes[partWork] += len(r.Work[i].Positions) * (e.value("name").size() + e.value("url").size() + e.value("location").size())
		if key := employerKey(r.Work[i].Name); i == 0 || key != employerKey(r.Work[i-1].Name) {
			sizes[partWork] += projects[key]
		}
	}
	const ofPart = 1 << 10 // for a part that a page names
	total := 0
	for _, m := range r.pages() {
		for _, of := range m.of() {
			total += sizes[of] + ofPart
		}
	}
	if total > maxShown {
		d.fail(own.n, "the pages show more than %d KiB, much of it again and again; show it once", maxShown>>10)
	}
	return total <= maxShown
}

// checkOrder reports the first job that is later than the one above it.
func (d *decoder) checkOrder(r *Resume, o *object) {
	last := ""
	for i, e := range o.filledEntries(partWork) {
		w := r.Work[i]
		if !w.StartDate.IsDate() || w.EndDate != "" && !w.EndDate.IsDate() || w.EndDate == "" && w.Former {
			continue
		}
		when := string(cmp.Or(w.EndDate, "now")) + " " + string(w.StartDate) // "now" is later than any figure
		if last != "" && when > last {
			d.warn(e, "%s is later than the one above it; readers expect the latest first", e.path)
			return
		}
		last = when
	}
}

// checkID reports an id that is already taken or that a visitor can't type.
func (d *decoder) checkID(at *node, path, id, lang string, taken map[string]string) {
	switch {
	case id == "":
		return
	case !validID.MatchString(id):
		d.fail(at, "%s has the id %q; an id is made of a-z, 0-9 and -%s", path, id, suggestion(strings.Trim(notInID.ReplaceAllString(strings.ToLower(ASCII(id)), "-"), "-")))
	case slices.Contains(d.commands, id):
		d.fail(at, "%s has the id %q, which is a command (ssh HOST %[2]s); choose another", path, id)
	case taken[id] != "":
		d.fail(at, "%s has the id %q, which is the id of %s", path, id, taken[id])
	default:
		taken[id] = path
		if strings.EqualFold(id, lang) {
			d.warn(at, "%s has the id %q, which is a language of the résumé: ssh HOST %[2]s shows all of it; choose another", path, id)
		}
	}
}

var (
	validID = regexp.MustCompile(`^[a-z0-9-]+$`)
	notInID = regexp.MustCompile(`[^a-z0-9]+`)
)

func (d *decoder) checkSections(r *Resume, own *object) {
	taken := map[string]string{}
	for _, p := range parts {
		taken[p.id] = "a built-in part"
	}
	for i, e := range own.filledEntries("sections") {
		at := cmp.Or(e.value("id"), e)
		if r.Custom[i].ID == "" {
			d.fail(at, "%s needs an id", e.path)
		}
		d.checkID(at, e.path, r.Custom[i].ID, r.Lang, taken)
	}
}

func (d *decoder) checkMenu(r *Resume, own *object) {
	taken, groups := map[string]string{}, r.groups()
	isGroup := setOf(groups)
	names := append(each(parts, func(p *part) string { return p.id }), each(r.Custom, func(f CustomSection) string { return f.ID })...)
	for i, e := range own.filledEntries("menu") {
		m := r.Menu[i]
		d.checkID(e, e.path, m.ID, r.Lang, taken)
		if len(m.Of) == 0 && !validID.MatchString(m.ID) {
			continue
		}
		for _, of := range m.of() {
			switch {
			case of == partSkills && len(m.Groups) > 0: // the groups are checked below
			case !slices.Contains(names, of):
				d.fail(e, "%s shows %q, which is neither a part of the résumé nor the id of a section%s", e.path, of, d.didYouMean(of, names))
			case partOf(of) != nil && len(r.blocks(MenuItem{ID: of})) == 0: // checkShown reports empty sections
				d.warn(e, "%s shows %s, which is empty", e.path, of)
			}
		}
		for _, group := range m.Groups {
			if !isGroup[group] {
				d.fail(e, "%s names the group %q, which no skill has%s", e.path, group, d.didYouMean(group, groups))
			}
		}
		if (m.As != "" || len(m.Groups) > 0) && !slices.Contains(m.of(), partSkills) {
			d.warn(e, "%s does not show skills: groups and as have no effect", e.path)
		}
	}
}

// checkShown reports what is in the file and on no page.
func (d *decoder) checkShown(r *Resume, root, own *object) {
	if len(r.Menu) == 0 {
		return
	}
	employers := r.employers()
	alone := func(p Project) bool { return !employers[employerKey(p.Entity)] }
	ids := slices.Concat(each(r.Menu, MenuItem.of)...)
	shown := setOf(each(ids, strings.ToLower)) // a name in the wrong case has been reported
	hidden := func(id string) bool { return !shown[id] && len(r.blocks(MenuItem{ID: id})) > 0 }
	for _, m := range root.n.fields {
		switch part := m.name.text; {
		case part == partBasics: // the name is on every page
		case part == partProjects && shown[partWork] && !slices.ContainsFunc(r.Projects, alone):
			if hidden(part) && slices.ContainsFunc(r.Projects, Project.saysMore) {
				d.warn(m.name, `%s is not in the menu, so the pages show their names and descriptions only; add "- %[1]s" there`, part)
			}
		case partOf(part) != nil && hidden(part):
			d.warn(m.name, `%s is not in the menu, so no page shows it; add "- %[1]s" there`, part)
		}
	}
	for i, e := range own.filledEntries("sections") {
		if id := r.Custom[i].ID; validID.MatchString(id) && hidden(id) {
			d.warn(e, `%s is not in the menu, so no page shows it; add "- %s" there`, e.path, id)
		}
	}
}

func (r *Resume) employers() map[string]bool {
	return setOf(nonEmpty(each(r.Work, func(w Work) string { return employerKey(w.Name) })))
}

// employerKey returns a key that is the same for all ways to write an employer's name.
func employerKey(name string) string { return strings.ToLower(name) }

// saysMore reports whether the project has more than is shown with its employer.
func (p Project) saysMore() bool {
	return len(p.Roles)+len(p.Highlights)+len(p.Keywords) > 0 || p.Metric != Metric{} ||
		p.Type != "" || p.StartDate != "" || p.EndDate != "" || p.URL != ""
}

// checkEntities reports employers of projects whose names are misspelled.
func (d *decoder) checkEntities(r *Resume, o *object) {
	employers, known := unique(each(r.Work, func(w Work) string { return w.Name })), r.employers()
	for i, e := range o.filledEntries(partProjects) {
		p := r.Projects[i]
		if p.Entity == "" || known[employerKey(p.Entity)] {
			continue
		}
		if hint := d.didYouMean(p.Entity, employers); hint != "" {
			d.warn(e.value("entity"), "%s.entity names no employer in work%s", e.path, hint)
		}
	}
}

// checkDuplicates reports entries of a list with the same key fields.
func (o *object) checkDuplicates(f Field) {
	seen := map[string]string{}
	for _, e := range o.filledEntries(f.Name) {
		same := namesWhere(f.Group(), func(f Field) bool { return f.Key && e.value(f.Name) != nil })
		key := strings.Join(each(same, func(key string) string { return key + ": " + strings.ToLower(oneLine(e.value(key).text)) }), "\n")
		if first := seen[key]; key != "" && first != "" {
			o.warn(e, "%s duplicates %s (same %s)", e.path, first, list(same, "and"))
		} else {
			seen[key] = e.path
		}
	}
}
