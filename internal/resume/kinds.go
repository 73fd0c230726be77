package resume

import "fmt"

// Kind says what a block is, and so how it is drawn.
type Kind string

// The kinds of blocks. CustomBlock.Type says which can be written in the file.
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
	KindText         Kind = "text"     // paragraphs
	KindList         Kind = "list"     // items in no order
	KindNumbered     Kind = "numbered" // steps
	KindQuotes       Kind = "quotes"   // sayings, each with what it means
	KindMeasures     Kind = "measures" // names, each with its measure
)

// Renderer draws blocks as T. It has a method for each kind of block, so that a
// renderer that does not know a new kind does not compile. Each method gets the
// whole block; Block says which of its fields are filled.
type Renderer[T any] interface {
	Basics(Block) T
	Work(Block) T
	Projects(Block) T
	Education(Block) T
	Certificates(Block) T
	Awards(Block) T
	Publications(Block) T
	Volunteer(Block) T
	Languages(Block) T
	Interests(Block) T
	References(Block) T
	Topics(Block) T
	Tags(Block) T
	Text(Block) T
	List(Block) T
	Numbered(Block) T
	Quotes(Block) T
	Measures(Block) T
}

// Render draws a block with the method for its kind. It panics on a kind that
// does not exist, which Parse never makes.
func Render[T any](r Renderer[T], b Block) T {
	switch b.Kind {
	case KindBasics:
		return r.Basics(b)
	case KindWork:
		return r.Work(b)
	case KindProjects:
		return r.Projects(b)
	case KindEducation:
		return r.Education(b)
	case KindCertificates:
		return r.Certificates(b)
	case KindAwards:
		return r.Awards(b)
	case KindPublications:
		return r.Publications(b)
	case KindVolunteer:
		return r.Volunteer(b)
	case KindLanguages:
		return r.Languages(b)
	case KindInterests:
		return r.Interests(b)
	case KindReferences:
		return r.References(b)
	case KindTopics:
		return r.Topics(b)
	case KindTags:
		return r.Tags(b)
	case KindText:
		return r.Text(b)
	case KindList:
		return r.List(b)
	case KindNumbered:
		return r.Numbered(b)
	case KindQuotes:
		return r.Quotes(b)
	case KindMeasures:
		return r.Measures(b)
	}
	panic(fmt.Sprintf("no kind of block: %q", b.Kind))
}
