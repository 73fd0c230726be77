package export

import (
	"slices"
	"strings"
	"unicode/utf8"

	"ssh-resume/internal/resume"
)

// What follows decides what is said. The renderers decide how it looks.

// sectionsBelowHead returns the sections of a document that has the person's name
// and contacts at its head and is read as a whole. It leaves out sections that
// would only repeat the head, and the achievements of employers where projects
// have a section of their own.
func sectionsBelowHead(r *resume.Resume) []resume.Section {
	sections := r.Sections()
	projectsShown := slices.ContainsFunc(sections, func(s resume.Section) bool {
		return slices.ContainsFunc(s.Blocks, func(b resume.Block) bool { return b.Kind == resume.KindProjects })
	})
	var all []resume.Section
	for _, s := range sections {
		first := s.Blocks[0]
		if onlyHead := len(s.Blocks) == 1 && first.Kind == resume.KindBasics &&
			first.Basics.Summary == "" && len(first.Basics.Highlights) == 0; !onlyHead {
			all = append(all, s)
		}
		for _, b := range s.Blocks {
			for i := range b.Work {
				if projectsShown {
					b.Work[i].Achievements = nil
				}
			}
		}
	}
	return all
}

// paragraphs returns the paragraphs of a text; none of an empty one.
func paragraphs(s string) []string {
	if s == "" {
		return nil
	}
	return strings.Split(s, "\n\n")
}

// rolesIn returns what a project is and which roles the person had in it.
func rolesIn(p resume.Project) string {
	return resume.Joined(", ", append([]string{p.Type}, p.Roles...)...)
}

// result returns what came of a project, with its figure where the description
// does not have it.
func result(p resume.Project) string {
	value := strings.TrimLeft(p.Metric.Value, signs)
	description := strings.ToLower(p.Description)
	if strings.Contains(description, strings.ToLower(value)) && strings.Contains(description, strings.ToLower(p.Metric.Label)) {
		return p.Description
	}
	figure := resume.Joined(" ", p.Metric.Value, p.Metric.Label)
	if p.Description == "" {
		return figure
	}
	return p.Description + " (" + figure + ")"
}

// signs are what a figure may begin with and a sentence may say in words.
const signs = "-−–+±~≈<>≤≥ "

// onlyNames reports whether entries have a name, with or without an address,
// and nothing else.
func onlyNames(entries []resume.Entry) bool {
	return !slices.ContainsFunc(entries, func(e resume.Entry) bool {
		return e.Detail+e.By+e.When+e.Text != "" || len(e.Points)+len(e.Tags) > 0
	})
}

// contactLabel returns the label of a contact whose text needs one: an address or
// a number speaks for itself, a user's name in a network does not, nor does what
// is no valid address.
func contactLabel(c resume.Contact) string {
	if c.URL != "" && c.Kind != resume.ContactProfile {
		return ""
	}
	return c.Label
}

// quoted returns what somebody said in quotation marks, unless it has its own.
func quoted(s, open, end string) string {
	if first, _ := utf8.DecodeRuneInString(s); s == "" || strings.ContainsRune(`"“„«‘「`, first) {
		return s
	}
	return open + s + end
}

// mapped returns the results of f that are not empty.
func mapped[T any](all []T, f func(T) string) []string {
	var out []string
	for _, one := range all {
		if s := f(one); s != "" {
			out = append(out, s)
		}
	}
	return out
}
