package resume

import (
	"bytes"
	"path/filepath"
	"strings"
)

// Parse reads the owner's file: JSON where the name ends in .json, YAML
// otherwise. It gives every problem it finds, in the order of the file; the
// Resume is nil when one of them is an error.
func Parse(name string, data []byte) (*Resume, []Problem) {
	d := &decoder{problems: problems{file: name}}
	root := d.parse(name, bytes.TrimPrefix(data, []byte("\ufeff")))
	if root == nil {
		if len(d.list) == 0 {
			d.errorAt(1, 1, "the file is empty")
		}
		return nil, d.sorted()
	}
	r := d.resume(root)
	if d.failed() {
		return nil, d.sorted()
	}
	return r, d.sorted()
}

func (d *decoder) parse(name string, data []byte) *node {
	if len(data) > maxBytes {
		d.errorAt(1, 1, "the file is larger than %d KiB", maxBytes>>10)
		return nil
	}
	if !d.checkEncoding(data) {
		return nil
	}
	if isJSON(name) {
		return parseJSON(&d.problems, data)
	}
	return parseYAML(&d.problems, data)
}

func isJSON(name string) bool { return strings.EqualFold(filepath.Ext(name), ".json") }

func (d *decoder) resume(root *node) *Resume {
	if root.kind == kindNull {
		d.errorAt(1, 1, "the file is empty")
		return nil
	}
	o := d.object(root, "")
	if root.kind != kindMapping {
		return nil
	}
	r := &Resume{
		Basics:       d.basics(o.child("basics")),
		Work:         each(o, "work", d.work),
		Volunteer:    each(o, "volunteer", d.volunteer),
		Education:    each(o, "education", d.education),
		Awards:       each(o, "awards", d.award),
		Certificates: each(o, "certificates", d.certificate),
		Publications: each(o, "publications", d.publication),
		Skills:       each(o, "skills", d.skill),
		Languages:    each(o, "languages", d.language),
		Interests:    each(o, "interests", d.interest),
		References:   each(o, "references", d.reference),
		Projects:     each(o, "projects", d.project),
		Meta:         d.meta(o.child("meta")),
	}
	own := d.own(o)
	r.FreeForm = each(own, "sections", d.freeForm)
	r.Menu = each(own, "menu", d.menuItem)
	r.Paper = string(own.kind("paper", []string{PaperA4, PaperLetter}))
	r.Lang = own.lang()
	d.checkSections(r, own)
	d.checkMenu(r, own)
	d.checkShown(r, o, own)
	d.checkTwice(o)
	d.checkEntities(r, o)
	if basics := root.value("basics"); basics != nil {
		d.checkTwice(&object{decoder: d, n: basics, path: "basics"})
	}

	o.known = append(append(o.known, "$schema"), ownFields...)
	o.close()
	if own != o {
		own.close()
	}
	d.checkName(root.value("basics"))
	return r
}

// checkName reports a name that is not there; an error in one that is has been
// said.
func (d *decoder) checkName(basics *node) {
	if basics == nil {
		basics = &node{kind: kindMapping}
	}
	name := basics.value("name")
	if basics.kind == kindMapping && (name == nil || name.kind == kindBool || oneLine(name.text) == "") {
		d.fail(basics, "basics.name is missing: a résumé needs a name")
	}
}

// ownFields are those of the root that JSON Resume lacks.
var ownFields = []string{"sections", "menu", "paper", "lang"}

// own gives the object that holds what JSON Resume lacks: the root or, where a
// JSON Resume of before 1.1.0 may hold nothing more, meta.ssh-resume.
func (d *decoder) own(root *object) *object {
	n := root.n.value("meta").value("ssh-resume")
	if n == nil {
		return root
	}
	for _, name := range ownFields {
		if root.n.value(name) != nil {
			d.doubt(n, "meta.ssh-resume is not read, as %s stands at the root", name)
			return root
		}
	}
	return d.object(n, "meta.ssh-resume")
}
