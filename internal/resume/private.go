package resume

import (
	"fmt"
	"maps"
	"math"
	"reflect"
	"slices"
	"strings"
	"sync"
)

// Public returns the résumé as people other than its owner may see it: without Private, the fields that it names, and
// references to them. What is private in one language is private in all. If nothing is, it returns r itself.
func (r *Resume) Public() *Resume {
	editions := r.editions()
	if !slices.ContainsFunc(editions, func(e *Resume) bool { return len(e.Private) > 0 }) {
		return r
	}
	paths, _ := privateIn(editions)
	var public []*Resume
	for i, e := range editions {
		public = append(public, e.without(paths[i]))
	}
	return public[0].WithTranslations(public[1:]...)
}

// privateIn returns, for each edition of a résumé, the paths that are private in it: those that it names, and
// those that other editions name. Lists can differ in order. So if another edition names more entries of a
// list, all entries are private; the error names such a field.
func privateIn(editions []*Resume) (paths [][]string, err error) {
	counts := each(editions, func(e *Resume) map[string]int { return privateEntries(e.Private) })
	for i, e := range editions {
		own, private := maps.Clone(counts[i]), slices.Clone(e.Private)
		for _, theirs := range counts {
			for _, field := range slices.Sorted(maps.Keys(theirs)) {
				if own[field] >= theirs[field] {
					continue
				}
				if theirs[field] < everyEntry {
					err = fmt.Errorf("only some entries of %s are private, and the file in %s does not say which, so there all are; name them in its own private", field, e.tag())
				}
				own[field], private = everyEntry, append(private, field)
			}
		}
		paths = append(paths, private)
	}
	return paths, err
}

// everyEntry is more entries than any list has.
const everyEntry = math.MaxInt

// privateEntries returns how many paths name entries of a field.
func privateEntries(paths []string) map[string]int {
	counts := map[string]int{}
	for _, path := range paths {
		field := everywhere(path)
		switch {
		case field == path:
			counts[field] = everyEntry
		case counts[field] < everyEntry:
			counts[field]++
		}
	}
	return counts
}

// without returns a copy without the fields of some paths.
func (r *Resume) without(paths []string) *Resume {
	public, private := *r, setOf(paths)
	remove(func(path string) bool { return private[path] }, reflect.ValueOf(&public).Elem(), "")
	public.Private = nil
	public.Custom = slices.DeleteFunc(public.Custom, func(f CustomSection) bool { return f.ID == "" })
	public.dropDanglingMenuItems()
	return &public
}

// remove clears what is hidden in v, a struct of the table, and drops list entries that become empty. The lists
// are copied. All paths in at refer to v: work, which applies to every entry, and work[0].
func remove(hidden func(path string) bool, v reflect.Value, at ...string) {
	for _, f := range table[v.Type()] {
		field := v.FieldByIndex(f.Go.Index)
		paths := each(at, func(path string) string { return below(path, f.Name) })
		switch {
		case slices.ContainsFunc(paths, hidden):
			field.SetZero()
		case f.Form == FormGroup:
			remove(hidden, field, paths...)
		case field.Kind() == reflect.Slice:
			kept := reflect.Zero(field.Type())
			for i := range field.Len() {
				entry := reflect.New(field.Type().Elem()).Elem()
				entry.Set(field.Index(i))
				numbered := each(paths, func(path string) string { return fmt.Sprintf("%s[%d]", path, i) })
				if slices.ContainsFunc(numbered, hidden) {
					continue
				}
				if f.Form == FormGroups {
					remove(hidden, entry, slices.Concat(paths, numbered)...)
				}
				if !entry.IsZero() {
					kept = reflect.Append(kept, entry)
				}
			}
			field.Set(kept)
		}
	}
}

// dropDanglingMenuItems removes sections and groups of skills from the menu that don't exist.
func (r *Resume) dropDanglingMenuItems() {
	groups := setOf(r.groups())
	var menu []MenuItem
	for _, m := range r.Menu {
		shown, allGroups := m.ID != "" && slices.ContainsFunc(m.of(), r.hasPart), len(m.Groups) == 0
		m.Of = slices.DeleteFunc(m.Of, func(of string) bool { return !r.hasPart(of) })
		m.Groups = slices.DeleteFunc(m.Groups, func(g string) bool { return !groups[g] })
		if shown && (allGroups || len(m.Groups) > 0) {
			menu = append(menu, m)
		}
	}
	r.Menu = menu
}

// hasPart reports whether a menu may show the part or section with this id.
func (r *Resume) hasPart(id string) bool {
	_, custom := r.custom(id)
	return custom || partOf(id) != nil
}

// checkPrivate reports names in Private that can't be hidden. These are errors, because the owner relies on Private.
func (d *decoder) checkPrivate(r *Resume, root, own *object) {
	private, entries := own.n.value("private"), own.filledEntries("private")
	if len(r.Private) < len(entries) {
		d.fail(private, "%s must be a list of fields, such as basics.phone", own.at("private"))
		return
	}
	for i, e := range entries {
		switch path, paths := r.Private[i], everyPath(); {
		case path == "basics", path == "basics.name":
			d.fail(e, "%s can't be private, since a résumé needs a name; name other fields of basics, such as basics.phone", path)
		case !slices.Contains(paths, indexes.ReplaceAllString(path, "[0]")):
			d.fail(e, "private names %q, which is not a field%s", clip(path), d.didYouMean(path, paths))
		case everywhere(path) != path:
			n := root.n
			if name, _, _ := strings.Cut(everywhere(path), "."); slices.Contains(OwnFields(), name) {
				n = own.n
			}
			named := privatePath{d, e, path, private.ofLanguage}
			named.check(strings.Split(path, "."), n, reflect.ValueOf(r).Elem(), false)
		}
	}
}

// privatePath is a path in private with an index.
type privatePath struct {
	*decoder
	at   *node
	path string

	ofLanguage bool // private is written for each language
}

// check reports if the path does not say which entry is meant. Steps is the rest of the path below n, which was
// read into v; each, if n is one of several.
func (p privatePath) check(steps []string, n *node, v reflect.Value, each bool) {
	if !slices.ContainsFunc(steps, func(step string) bool { return strings.Contains(step, "[") }) {
		return
	}
	before := p.visited
	if n != nil {
		p.visited += 1 + len(n.fields) // each is compared with the name
	}
	if p.visited > maxNodes {
		if before <= maxNodes {
			p.fail(p.at, "private leads through more than %d entries and fields; name whole lists", maxNodes)
		}
		return
	}
	name, index, indexed := strings.Cut(strings.TrimSuffix(steps[0], "]"), "[")
	f, _ := fieldNamed(v.Type(), name)
	n, v = n.value(name), v.FieldByIndex(f.Go.Index)
	entries := n.listed()
	switch {
	case n != nil && n.ofLanguage && !p.ofLanguage:
		p.fail(p.at, "private names %q, but each language has its own %s; name %s, or write private for each language: {en: […], de: […]}", p.path, name, everywhere(p.path))
	case v.Kind() == reflect.Struct:
		p.check(steps[1:], n, v, each)
	case v.Len() != len(entries):
		p.fail(p.at, "private names %q, but some entries of %s are empty or left out; delete those", p.path, name)
	case indexed && number(index) >= len(entries) && !each:
		p.fail(p.at, "private names %q, which is not there; the number of the first entry of %s is 0", p.path, name)
	case v.Type().Elem().Kind() != reflect.Struct:
	case indexed:
		if i := number(index); i < len(entries) {
			p.check(steps[1:], entries[i], v.Index(i), each)
		}
	default:
		for i, entry := range entries {
			p.check(steps[1:], entry, v.Index(i), true)
		}
	}
}

var everyPath = sync.OnceValue(func() []string { return fieldPaths(reflect.TypeFor[Resume](), "") })

// fieldPaths returns the paths of the fields of a group and of the groups in it. A list also has one with an index, [0].
func fieldPaths(group reflect.Type, at string) []string {
	var all []string
	for _, f := range table[group] {
		path := below(at, f.Name)
		all = append(append(all, path), fieldPaths(f.Group(), path)...)
		if f.Go.Type.Kind() == reflect.Slice {
			all = append(append(all, path+"[0]"), fieldPaths(f.Group(), path+"[0]")...)
		}
	}
	return all
}
