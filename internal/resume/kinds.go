package resume

import "fmt"

// Kind says what a block is, and so how it is drawn.
type Kind string

// The kinds of blocks. CustomBlock.Type says which can be written in the file.
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
	KindTopics     Kind = "topics"   // skills as names with what they cover
	KindTags       Kind = "tags"     // skills, or items, as tags
	KindText       Kind = "text"     // paragraphs
	KindList       Kind = "list"     // items in no order
	KindNumbered   Kind = "numbered" // steps
	KindQuotes     Kind = "quotes"   // sayings, each with what it means
	KindMeasures   Kind = "measures" // names, each with its measure
)

// Renderer draws blocks as T. It has a method for each kind of block, so that a
// renderer that does not know a new kind does not compile. Each method gets the
// whole block; Block says which of its fields are filled.
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

// Render draws a block with the method for its kind. It panics on a kind that
// does not exist, which Parse never makes.
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
