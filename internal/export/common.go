package export

import (
	"slices"
	"strings"
	"unicode/utf8"

	"ssh-resume/internal/resume"
)

// underHead gives the sections for a document that says at its head whose
// résumé it is, and that is read as a whole: without those of which the head
// says all, and without the achievements of an employer where they have a
// section of their own.
func underHead(r *resume.Resume) []resume.Section {
	sections := r.Sections()
	told := slices.ContainsFunc(sections, func(s resume.Section) bool {
		return slices.ContainsFunc(s.Blocks, func(b resume.Block) bool { return b.Kind == resume.KindProjects })
	})
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

// part gives what somebody's part in a project was, after what it is.
func part(p resume.Project) string {
	return resume.Joined(", ", append([]string{p.Type}, p.Roles...)...)
}

// result gives what came of a project, with its figure where the description
// does not give that.
func result(p resume.Project) string {
	value := strings.TrimLeft(p.Metric.Value, "-−–+±~≈<>≤≥ ")
	said := strings.ToLower(p.Description)
	if strings.Contains(said, strings.ToLower(value)) && strings.Contains(said, strings.ToLower(p.Metric.Label)) {
		return p.Description
	}
	figure := resume.Joined(" ", p.Metric.Value, p.Metric.Label)
	if p.Description == "" {
		return figure
	}
	return p.Description + " (" + figure + ")"
}

// onlyNames tells whether there is nothing to say of entries but what they are.
func onlyNames(entries []resume.Entry) bool {
	return !slices.ContainsFunc(entries, func(e resume.Entry) bool {
		return e.Detail+e.By+e.When+e.Text != "" || len(e.Points)+len(e.Tags) > 0
	})
}

// named returns the label of a contact that does not speak for itself as an
// address or a number does: the name of a network, or what was meant for an
// address and is none.
func named(c resume.Contact) string {
	if c.URL != "" && c.Kind != resume.ContactProfile {
		return ""
	}
	return c.Label
}

// quoted gives a saying between marks, unless it has its own.
func quoted(s, open, end string) string {
	if first, _ := utf8.DecodeRuneInString(s); s == "" || strings.ContainsRune(`"“„«‘`, first) {
		return s
	}
	return open + s + end
}
