package resume

import "fmt"

// Kind is the kind of a block, which decides how it is drawn.
type Kind string

// The kinds of blocks. CustomBlock.Type lists those that can be written in the file.
const (
	KindBasics     Kind = "basics"
	KindWork       Kind = "work"
	KindProjects   Kind = "projects"
	KindEducation  Kind = "education"
	KindRecords    Kind = "records" // certificates, awards, publications
	KindVolunteer  Kind = "volunteer"
	KindLanguages  Kind = "languages"
	KindInterests  Kind = "interests"
	KindReferences Kind = "references"
	KindTopics     Kind = "topics"   // skills as names with their keywords
	KindTags       Kind = "tags"     // skills, or items, as tags
	KindText       Kind = "text"     // paragraphs
	KindList       Kind = "list"     // items in no order
	KindNumbered   Kind = "numbered" // steps
	KindQuotes     Kind = "quotes"   // quotations, each with its meaning
	KindMeasures   Kind = "measures" // names, each with its measure
)

// Renderer draws blocks as T. It has a method for each kind of block, so a renderer that lacks a kind does not
// compile. Each method gets the whole block; Block says which fields are filled.
type Renderer[T any] interface {
	Basics(Block) T
	Work(Block) T
	Projects(Block) T
	Education(Block) T
	Records(Block) T
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

// Render draws a block with the method for its kind. It panics if there is no such kind, which Parse never makes.
func Render[T any](r Renderer[T], b Block) T {
	draw := map[Kind]func(Renderer[T], Block) T{
		KindBasics:     Renderer[T].Basics,
		KindWork:       Renderer[T].Work,
		KindProjects:   Renderer[T].Projects,
		KindEducation:  Renderer[T].Education,
		KindRecords:    Renderer[T].Records,
		KindVolunteer:  Renderer[T].Volunteer,
		KindLanguages:  Renderer[T].Languages,
		KindInterests:  Renderer[T].Interests,
		KindReferences: Renderer[T].References,
		KindTopics:     Renderer[T].Topics,
		KindTags:       Renderer[T].Tags,
		KindText:       Renderer[T].Text,
		KindList:       Renderer[T].List,
		KindNumbered:   Renderer[T].Numbered,
		KindQuotes:     Renderer[T].Quotes,
		KindMeasures:   Renderer[T].Measures,
	}[b.Kind]
	if draw == nil {
		panic(fmt.Sprintf("no kind of block: %q", b.Kind))
	}
	return draw(r, b)
}
