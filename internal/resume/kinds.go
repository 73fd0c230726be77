package resume

import (
	"fmt"
	"slices"
)

// Kind is the kind of a block, which decides how it is drawn.
type Kind string

// The kinds of blocks. kinds has a row for each.
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
	KindText       Kind = "text"     // paragraphs
	KindList       Kind = "list"     // items in no order
	KindNumbered   Kind = "numbered" // steps
	KindQuotes     Kind = "quotes"   // quotations, each with its meaning
	KindMeasures   Kind = "measures" // names, each with its measure
	KindTags       Kind = "tags"     // skills, or items, as tags
)

// kindRow is what is known of a kind of block that is drawn as T.
type kindRow[T any] struct {
	kind  Kind
	takes string // see Takes
	draw  func(Renderer[T], Block) T
}

// The fields of a CustomBlock that may have the content of a block.
const takesText, takesItems = "text", "items"

// kinds returns the table of kinds. Those that a file can name are in the order of its documentation.
func kinds[T any]() []kindRow[T] {
	return []kindRow[T]{
		{KindBasics, "", Renderer[T].Basics},
		{KindWork, "", Renderer[T].Work},
		{KindProjects, "", Renderer[T].Projects},
		{KindEducation, "", Renderer[T].Education},
		{KindRecords, "", Renderer[T].Records},
		{KindVolunteer, "", Renderer[T].Volunteer},
		{KindLanguages, "", Renderer[T].Languages},
		{KindInterests, "", Renderer[T].Interests},
		{KindReferences, "", Renderer[T].References},
		{KindTopics, "", Renderer[T].Topics},
		{KindText, takesText, Renderer[T].Text},
		{KindList, takesItems, Renderer[T].List},
		{KindNumbered, takesItems, Renderer[T].Numbered},
		{KindQuotes, takesItems, Renderer[T].Quotes},
		{KindMeasures, takesItems, Renderer[T].Measures},
		{KindTags, takesItems, Renderer[T].Tags},
	}
}

// undrawn is the table of kinds for readers of it that draw nothing.
var undrawn = kinds[any]()

// Takes returns the field of a CustomBlock that has the content of a block of this kind: "text" or "items"; empty
// if a file can't name the kind.
func (k Kind) Takes() string {
	row, _ := find(undrawn, func(row kindRow[any]) bool { return row.kind == k })
	return row.takes
}

// CustomKinds returns the kinds that a file can name as the type of a CustomBlock.
func CustomKinds() []Kind {
	all := each(undrawn, func(row kindRow[any]) Kind { return row.kind })
	return slices.DeleteFunc(all, func(k Kind) bool { return k.Takes() == "" })
}

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
	Text(Block) T
	List(Block) T
	Numbered(Block) T
	Quotes(Block) T
	Measures(Block) T
	Tags(Block) T
}

// Render draws a block with the method for its kind. It panics if there is no such kind, which Parse never makes.
func Render[T any](r Renderer[T], b Block) T {
	row, ok := find(kinds[T](), func(row kindRow[T]) bool { return row.kind == b.Kind })
	if !ok {
		panic(fmt.Sprintf("no kind of block: %q", b.Kind))
	}
	return row.draw(r, b)
}
