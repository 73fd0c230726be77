package export

import (
	"slices"
	"strings"

	"ssh-resume/internal/resume"
)

// tellsProjects tells whether the achievements have a section of their own, so
// that they need not stand with the employers as well.
func tellsProjects(sections []resume.Section) bool {
	return slices.ContainsFunc(sections, func(s resume.Section) bool { return slices.ContainsFunc(s.Blocks, isProjects) })
}

// underHead gives the sections for a document that says at its head whose
// résumé it is, and that is read as a whole: without those of which the head
// says all, and without the achievements of an employer where they have a
// section of their own.
func underHead(r *resume.Resume) []resume.Section {
	sections := r.Sections()
	told := tellsProjects(sections)
	var all []resume.Section
	for _, s := range sections {
		if b := s.Blocks[0].Basics; len(s.Blocks) > 1 || s.Blocks[0].Kind != resume.KindBasics || b.Summary != "" || len(b.Highlights) > 0 {
			all = append(all, s)
		}
		for _, b := range s.Blocks {
			for i := range b.Work {
				if told {
					b.Work[i].Achievements = nil
				}
			}
		}
	}
	return all
}

// paragraphs gives the paragraphs of a text; none of an empty one.
func paragraphs(s string) []string {
	if s == "" {
		return nil
	}
	return strings.Split(s, "\n\n")
}

// employer gives the name of an employer, marked where it was left.
func employer(w resume.Work) string {
	if w.Former && w.Name != "" {
		return formerly + w.Name
	}
	return w.Name
}

// projectName gives the name of a project with whom it was done for, where the
// name does not say it.
func projectName(p resume.Project) string {
	if strings.Contains(strings.ToLower(p.Name), strings.ToLower(p.Entity)) {
		return p.Name
	}
	return join(" ", p.Name, "("+p.Entity+")")
}

// place gives a location: "San Francisco, CA".
func place(l resume.Location) string { return join(", ", l.City, l.Region) }
