package session

// Kind is the kind of a request, as log and metrics name it.
type Kind string

// Kinds of requests that any front end may have.
const (
	KindInteractive Kind = "interactive" // the résumé in a terminal
	KindSection     Kind = "section"     // one section as text
	KindFormat      Kind = "format"      // the whole résumé in a format
	KindSearch      Kind = "search"
	KindHelp        Kind = "help"
	KindCard        Kind = "card" // what an interactive session leaves on the screen
	KindUnknown     Kind = "unknown"
)

// Request is what a visitor asks for. The front end makes it once; answers, log and metrics all use it.
type Request struct {
	Kind     Kind
	Section  string   // the id, if one was named
	Format   string   // the name, for KindFormat
	Query    string   // for KindSearch, in the visitor's words
	Language string   // the language that was named (BCP 47); empty for the visitor's locale
	Typed    string   // the command without the language, in the visitor's words, separated by single spaces
	Sections []string // the ids of several sections that the command may name, for KindUnknown
}
