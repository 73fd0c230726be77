package resume

import (
	"cmp"
	"reflect"
	"slices"
	"strings"

	"ssh-resume/internal/words"
)

// Section is one page of the résumé, resolved from the menu.
type Section struct {
	ID      string // unique, lower case, [a-z0-9-]
	Title   string // short, for lists of sections
	Heading string // shown over the page
	Blocks  []Block
}

// Block is one part of a section. Kind says which of the other fields have its content; the rest are empty.
type Block struct {
	Kind  Kind
	Title string // may be empty

	Basics   Basics
	Work     []Employment
	Projects []Achievement
	Entries  []Entry // of education, certificates, awards, publications, volunteer, languages, interests, references
	Skills   []Skill // of one group, which names the block
	Text     string
	Items    []Item
}

func (b Block) isEmpty() bool {
	return b.Kind != KindBasics && b.Text == "" && len(b.Work)+len(b.Projects)+len(b.Entries)+len(b.Skills)+len(b.Items) == 0
}

// Employment is a Work with data derived from the rest of the résumé.
type Employment struct {
	Work
	When         string        // its dates and its duration; empty if neither is known
	InYears      string        // the years alone; empty if they are unknown
	Years        float64       // from the dates or the duration; 0 if unknown
	Achievements []Achievement // the projects whose Entity is this employer; for entries in a row, only in the first
	SameEmployer bool          // as in the entry above: another position at the same employer

	employer string // as Employer returns it; empty for Name
}

// Employer returns the name of the employer, marked if the employment has ended and no dates say so.
func (e Employment) Employer() string { return cmp.Or(e.employer, e.Name) }

// Ongoing reports whether an employment has begun and not ended.
func (e Employment) Ongoing() bool { return e.StartDate != "" && e.EndDate == "" && !e.Former }

// Achievement is a Project with its dates.
type Achievement struct {
	Project
	When string // empty if no date is known
}

// Entry is what someone studied, won, wrote or speaks, in a form that is common to these. Any field may be empty.
type Entry struct {
	Name   string   // what it is: a degree, an award, a language, who said it
	Detail string   // how well: a score, a fluency
	By     string   // who is behind it: a school, an issuer, an organization
	When   string   // its dates
	URL    string   // its web address
	Text   string   // more about it; of a reference, the words
	Points []string // highlights, courses
	Tags   []string // what it covers
}

// part is a list of the résumé, or its basics, that the menu can name.
type part struct {
	id     string
	title  func(*words.Parts) string
	blocks func(*Resume, MenuItem) []Block // some of them may be empty
}

// The ids of parts with special rules in menus and checks.
const (
	partBasics   = "basics"
	partWork     = "work"
	partProjects = "projects"
	partSkills   = "skills"
)

// parts are in the order of a résumé without a menu; own sections follow the skills.
var parts = []*part{
	{partBasics, func(w *words.Parts) string { return w.Basics }, func(r *Resume, _ MenuItem) []Block {
		return []Block{{Kind: KindBasics, Basics: r.Basics}}
	}},
	{partWork, func(w *words.Parts) string { return w.Work }, func(r *Resume, _ MenuItem) []Block {
		return []Block{{Kind: KindWork, Work: r.employments()}}
	}},
	{partProjects, func(w *words.Parts) string { return w.Projects }, func(r *Resume, _ MenuItem) []Block {
		return []Block{{Kind: KindProjects, Projects: r.achievements()}}
	}},
	{partSkills, func(w *words.Parts) string { return w.Skills }, (*Resume).skillBlocks},
	{"education", func(w *words.Parts) string { return w.Education }, func(r *Resume, _ MenuItem) []Block {
		return entries(KindEducation, r.Education, func(e Education) Entry {
			return Entry{
				Name: strings.TrimSpace(e.StudyType + " " + e.Area), By: e.Institution, URL: e.URL,
				When: r.period(e.StartDate, e.EndDate, "", false), Detail: e.Score, Points: e.Courses,
			}
		})
	}},
	{"certificates", func(w *words.Parts) string { return w.Certificates }, func(r *Resume, _ MenuItem) []Block {
		return entries(KindRecords, r.Certificates, func(c Certificate) Entry {
			return Entry{Name: c.Name, By: c.Issuer, When: r.date(c.Date), URL: c.URL}
		})
	}},
	{"awards", func(w *words.Parts) string { return w.Awards }, func(r *Resume, _ MenuItem) []Block {
		return entries(KindRecords, r.Awards, func(a Award) Entry {
			return Entry{Name: a.Title, By: a.Awarder, When: r.date(a.Date), Text: a.Summary}
		})
	}},
	{"publications", func(w *words.Parts) string { return w.Publications }, func(r *Resume, _ MenuItem) []Block {
		return entries(KindRecords, r.Publications, func(p Publication) Entry {
			return Entry{Name: p.Name, By: p.Publisher, When: r.date(p.ReleaseDate), URL: p.URL, Text: p.Summary}
		})
	}},
	{"volunteer", func(w *words.Parts) string { return w.Volunteer }, func(r *Resume, _ MenuItem) []Block {
		return entries(KindVolunteer, r.Volunteer, func(v Volunteer) Entry {
			return Entry{
				Name: v.Position, By: v.Organization, URL: v.URL,
				When: r.period(v.StartDate, v.EndDate, "", false), Text: v.Summary, Points: v.Highlights,
			}
		})
	}},
	{"languages", func(w *words.Parts) string { return w.Languages }, func(r *Resume, _ MenuItem) []Block {
		return entries(KindLanguages, r.Languages, func(l Language) Entry { return Entry{Name: l.Language, Detail: l.Fluency} })
	}},
	{"interests", func(w *words.Parts) string { return w.Interests }, func(r *Resume, _ MenuItem) []Block {
		return entries(KindInterests, r.Interests, func(i Interest) Entry { return Entry{Name: i.Name, Tags: i.Keywords} })
	}},
	{"references", func(w *words.Parts) string { return w.References }, func(r *Resume, _ MenuItem) []Block {
		return entries(KindReferences, r.References, func(f Reference) Entry { return Entry{Name: f.Name, Text: f.Reference} })
	}},
}

// partOf returns the part of this id; nil if there is none.
func partOf(id string) *part {
	p, _ := find(parts, func(p *part) bool { return p.id == id })
	return p
}

// entries returns a block of the entries that of returns; empty ones are left out.
func entries[T any](kind Kind, all []T, of func(T) Entry) []Block {
	return []Block{{Kind: kind, Entries: notEmpty(each(all, of))}}
}

// notEmpty returns the entries that have at least one field.
func notEmpty[T any](all []T) []T {
	return slices.DeleteFunc(slices.Clone(all), func(e T) bool { return reflect.ValueOf(e).IsZero() })
}

// skillBlocks returns a block for each group of skills that the page shows.
func (r *Resume) skillBlocks(m MenuItem) []Block {
	groups := unique(m.Groups)
	if len(groups) == 0 {
		named := setOf(slices.Concat(each(r.Menu, func(m MenuItem) []string { return m.Groups })...))
		groups = slices.DeleteFunc(r.groups(), func(group string) bool { return named[group] })
	}
	skills := map[string][]Skill{}
	for _, skill := range r.Skills {
		skills[skill.Group] = append(skills[skill.Group], skill)
	}
	return each(groups, func(group string) Block {
		return Block{Kind: cmp.Or(m.As, KindTags), Title: group, Skills: skills[group]}
	})
}

// groups returns the groups of skills in order of first appearance.
func (r *Resume) groups() []string {
	return unique(each(r.Skills, func(s Skill) string { return s.Group }))
}

// find returns the first value that is wanted, and whether there is one.
func find[T any](all []T, wanted func(T) bool) (found T, ok bool) {
	if i := slices.IndexFunc(all, wanted); i >= 0 {
		return all[i], true
	}
	return found, false
}

func each[A, B any](list []A, f func(A) B) []B {
	var all []B
	for _, a := range list {
		all = append(all, f(a))
	}
	return all
}

func unique(all []string) []string {
	seen := map[string]bool{}
	return slices.DeleteFunc(slices.Clone(all), func(s string) bool {
		again := seen[s]
		seen[s] = true
		return again
	})
}

func setOf(all []string) map[string]bool {
	set := map[string]bool{}
	for _, s := range all {
		set[s] = true
	}
	return set
}

func (r *Resume) employments() []Employment {
	asOf := r.asOf()
	spoken, known := r.Words()
	projects := map[string][]Achievement{} // by employer
	for _, p := range r.achievements() {
		projects[employerKey(p.Entity)] = append(projects[employerKey(p.Entity)], p)
	}
	var all []Employment
	for _, w := range notEmpty(r.Work) {
		e := Employment{
			Work:         w,
			When:         r.period(w.StartDate, w.EndDate, w.Duration, w.Former),
			InYears:      r.period(Date(w.StartDate.year()), Date(w.EndDate.year()), "", w.Former),
			SameEmployer: len(all) > 0 && w.Name != "" && employerKey(w.Name) == employerKey(all[len(all)-1].Name),
		}
		if w.Former && w.Name != "" && known {
			e.employer = words.Fill(spoken.Document.Former, "employer", w.Name)
		}
		if !e.SameEmployer && w.Name != "" {
			e.Achievements = projects[employerKey(w.Name)]
		}
		end := w.EndDate
		if end == "" && !w.Former {
			end = asOf
		}
		e.Years = cmp.Or(yearsBetween(w.StartDate, end), years(w.Duration, spoken))
		all = append(all, e)
	}
	return all
}

func (r *Resume) achievements() []Achievement {
	return each(notEmpty(r.Projects), func(p Project) Achievement {
		return Achievement{p, r.period(p.StartDate, p.EndDate, "", false)}
	})
}
