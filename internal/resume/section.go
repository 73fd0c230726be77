package resume

import "cmp"

// Kind says what a block is, and so how it is drawn.
type Kind string

// The kinds of blocks. Those from Text on can be written in the file.
const (
	KindBasics       Kind = "basics"
	KindWork         Kind = "work"
	KindProjects     Kind = "projects"
	KindEducation    Kind = "education"
	KindCertificates Kind = "certificates"
	KindAwards       Kind = "awards"
	KindPublications Kind = "publications"
	KindVolunteer    Kind = "volunteer"
	KindLanguages    Kind = "languages"
	KindInterests    Kind = "interests"
	KindReferences   Kind = "references"
	KindTopics       Kind = "topics"   // skills as names with what they cover
	KindTags         Kind = "tags"     // skills, or items, as tags
	KindText         Kind = "text"     // a paragraph
	KindList         Kind = "list"     // items in no order
	KindNumbered     Kind = "numbered" // steps
	KindQuotes       Kind = "quotes"   // sayings, each with what it means
	KindMeasures     Kind = "measures" // names, each with its measure
)

// Section is one page of the résumé, resolved from the menu.
type Section struct {
	ID      string // unique, lower case, [a-z0-9-]
	Title   string // short, for lists of sections
	Heading string // for over the page
	Blocks  []Block
}

// Block is one part of a section. Kind tells which of the other fields hold
// its content; the rest are empty.
type Block struct {
	Kind  Kind
	Title string // may be empty

	Basics   Basics
	Work     []Employment
	Projects []Achievement
	Entries  []Entry // of education, certificates, awards, publications, volunteer, languages, interests, references
	Skills   []Skill // of one group, whose name is the block's title
	Text     string
	Items    []Item
}

// Employment is a Work with what follows from the rest of the résumé.
type Employment struct {
	Work
	When         string        // its dates and its duration; empty where neither is known
	Years        float64       // from the dates or the duration; 0 where it can't be told
	Achievements []Achievement // the projects whose Entity is this employer

	employer string // as Employer returns it; empty for Name
}

// Employer returns the name of the employer, marked where the employment has
// ended and has no dates to say so.
func (e Employment) Employer() string { return cmp.Or(e.employer, e.Name) }

// Achievement is a Project with its dates.
type Achievement struct {
	Project
	When string // empty where no date is known
}

// Entry is one of the things that someone studied, won, wrote or speaks: what
// those parts of a résumé have in common. Any field may be empty.
type Entry struct {
	Name   string   // what it is: a degree, an award, a language, whose words
	Detail string   // how well: a score, a fluency
	By     string   // who stands behind it: a school, an issuer, an organization
	When   string   // its dates
	URL    string   // where it leads
	Text   string   // what is to be said of it; of a reference, the words
	Points []string // highlights, courses
	Tags   []string // what it covers
}
