package resume

import (
	"reflect"
	"regexp"
	"slices"
	"strconv"
	"strings"
)

// Public returns the résumé as others than its owner may see it: without the
// fields that Private names, what refers to them, and Private itself. It is r
// where nothing is private.
func (r *Resume) Public() *Resume {
	if len(r.Private) == 0 && !slices.ContainsFunc(r.translations, func(t *Resume) bool { return len(t.Private) > 0 }) {
		return r
	}
	public := *r
	public.translations = each(r.translations, (*Resume).Public)
	v := reflect.ValueOf(&public).Elem()
	mapTexts(v, func(_ Field, text string) string { return text }) // copies the lists
	for _, path := range r.Private {
		clearField(v, strings.Split(path, "."))
	}
	public.Private = nil
	dropEmptyEntries(v)
	public.Custom = slices.DeleteFunc(public.Custom, func(f CustomSection) bool { return f.ID == "" })
	public.Menu = slices.DeleteFunc(public.Menu, func(m MenuItem) bool { return m.ID == "" })
	public.dropDanglingMenuItems()
	return &public
}

// pathStep matches a step of a path: "references", or "references[0]".
var pathStep = regexp.MustCompile(`^([A-Za-z]+)(?:\[([0-9]+)\])?$`)

// clearField empties the field of a path, in every entry of the lists that the path
// leads through without an index.
func clearField(v reflect.Value, path []string) {
	if v.Kind() == reflect.Slice {
		for i := range v.Len() {
			clearField(v.Index(i), path)
		}
		return
	}
	step := pathStep.FindStringSubmatch(path[0])
	if step == nil {
		return
	}
	for _, f := range table[v.Type()] {
		if f.Name != step[1] {
			continue
		}
		field := v.FieldByIndex(f.Go.Index)
		if step[2] != "" {
			i, err := strconv.Atoi(step[2])
			if err != nil || field.Kind() != reflect.Slice || i >= field.Len() {
				return
			}
			field = field.Index(i)
		}
		if len(path) == 1 {
			field.SetZero()
			return
		}
		clearField(field, path[1:])
	}
}

// dropEmptyEntries removes the entries of lists that have nothing left.
func dropEmptyEntries(v reflect.Value) {
	switch v.Kind() {
	case reflect.Struct:
		for _, f := range table[v.Type()] {
			dropEmptyEntries(v.FieldByIndex(f.Go.Index))
		}
	case reflect.Slice:
		kept := v.Slice(0, 0)
		for i := range v.Len() {
			entry := v.Index(i)
			dropEmptyEntries(entry)
			if !isEmpty(entry) {
				kept = reflect.Append(kept, entry)
			}
		}
		if kept.Len() == 0 {
			v.SetZero()
			return
		}
		v.Set(kept)
	}
}

// isEmpty reports whether no field of an entry has a value.
func isEmpty(v reflect.Value) bool {
	if v.Kind() == reflect.Struct && v.Type() != reflect.TypeFor[Item]() { // a label is not in the table
		return !slices.ContainsFunc(table[v.Type()], func(f Field) bool { return !v.FieldByIndex(f.Go.Index).IsZero() })
	}
	return v.IsZero()
}

// dropDanglingMenuItems removes what the menu says of sections and of groups of
// skills that are not there.
func (r *Resume) dropDanglingMenuItems() {
	groups := setOf(r.groups())
	r.Menu = slices.DeleteFunc(r.Menu, func(m MenuItem) bool {
		return !slices.ContainsFunc(m.of(), r.hasPart) || len(m.Groups) > 0 && !slices.ContainsFunc(m.Groups, func(g string) bool { return groups[g] })
	})
	for i := range r.Menu {
		m := &r.Menu[i]
		m.Of = slices.DeleteFunc(m.Of, func(of string) bool { return !r.hasPart(of) })
		m.Groups = slices.DeleteFunc(m.Groups, func(g string) bool { return !groups[g] })
	}
	if len(r.Menu) == 0 {
		r.Menu = nil
	}
}

// hasPart reports whether a menu may show the part or the section of this id.
func (r *Resume) hasPart(id string) bool { return partOf(id) != nil || r.custom(id) != nil }

// checkPrivate reports what Private names and can't hide. These are errors: the
// owner counts on what is private.
func (d *decoder) checkPrivate(r *Resume, root, own *object) {
	entries := own.filled("private")
	if len(r.Private) < len(entries) {
		d.fail(own.n.value("private"), "%s must be a list of fields, such as basics.phone", own.at("private"))
	}
	if len(r.Private) != len(entries) {
		return
	}
	paths := fieldPaths(reflect.TypeFor[Resume](), "")
	for i, e := range entries {
		switch path := r.Private[i]; {
		case path == "basics", path == "basics.name":
			d.fail(e.at, "%s can't be private, since a résumé needs a name; name other fields of basics, such as basics.phone", path)
		case !slices.Contains(paths, indexes.ReplaceAllString(path, "[0]")):
			d.fail(e.at, "private names %q, which is not a field%s", clip(path), d.didYouMean(path, paths))
		case everywhere(path) != path:
			n := root.n
			if name, _, _ := strings.Cut(everywhere(path), "."); slices.Contains(OwnFields(), name) {
				n = own.n
			}
			named := privatePath{d, e.at, path, own.n.value("private").ofLanguage}
			named.check(strings.Split(path, "."), n, reflect.ValueOf(r).Elem(), false)
		}
	}
}

// privatePath is an entry of private with an index.
type privatePath struct {
	*decoder
	at   *node
	path string

	ofLanguage bool // private is written for each language
}

// check reports that the path does not say which entry is meant. Steps are what is
// left of it below n, which was read into v; each, if that is one of several.
func (p privatePath) check(steps []string, n *node, v reflect.Value, each bool) {
	if !slices.ContainsFunc(steps, func(step string) bool { return strings.Contains(step, "[") }) {
		return
	}
	if p.visited++; p.visited > maxNodes {
		if p.visited == maxNodes+1 {
			p.fail(p.at, "private leads through more than %d entries; name whole lists", maxNodes)
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

// fieldPaths returns the paths of the fields of a group and of the groups in it. A
// list is there with an index, as [0], too.
func fieldPaths(group reflect.Type, prefix string) []string {
	var all []string
	for _, f := range table[group] {
		paths := []string{prefix + f.Name}
		if f.Go.Type.Kind() == reflect.Slice {
			paths = append(paths, prefix+f.Name+"[0]")
		}
		for _, path := range paths {
			all = append(all, path)
			if inner := f.Group(); inner != nil {
				all = append(all, fieldPaths(inner, path+".")...)
			}
		}
	}
	return all
}
