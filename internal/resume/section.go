package resume

// Kind says what a block is, and so how it is drawn.
type Kind string

// The kinds of blocks. Those from Text on can be written in the file.
const (
	KindBasics       Kind = "basics"
	KindWork         Kind = "work"
	KindProjects     Kind = "projects"
	KindEducation    Kind = "education"
	KindCertificates Kind = "certificates"
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

	Basics       Basics
	Work         []Employment
	Projects     []Project
	Education    []Education
	Certificates []Certificate
	Skills       []Skill // of one group, whose name is the block's title
	Text         string
	Items        []Item
}

// Employment is a Work with what follows from the rest of the résumé.
type Employment struct {
	Work
	Years        float64   // from Duration; 0 where it can't be told
	Achievements []Project // the projects whose Entity is this employer
}
