package session

import (
	"strconv"
	"strings"
)

// Kind is what a visitor asks for, as log and metrics name it.
type Kind string

// Kinds of requests.
const (
	KindInteractive Kind = "interactive" // the résumé in a terminal
	KindSection     Kind = "section"     // one section as text
	KindFormat      Kind = "format"      // the whole résumé in a format
	KindSearch      Kind = "search"
	KindHelp        Kind = "help"
	KindCard        Kind = "card" // what an interactive session leaves on the screen
	KindSFTP        Kind = "sftp"
	KindSCP         Kind = "scp"
	KindUnknown     Kind = "unknown"
)

// Request is what a visitor asks for. The front end makes it once; whoever answers
// the visitor, writes the log or counts uses the same one.
type Request struct {
	Kind     Kind
	Section  string   // the id, where one was named
	Format   string   // the name, for KindFormat
	Query    string   // for KindSearch, in the visitor's words
	Language string   // the language that was named (BCP 47); empty for that of the visitor's locale
	Typed    string   // the command without the language, in the visitor's words, separated by single spaces
	Sections []string // the ids of several sections that the command may name, for KindUnknown
}

// Quoted returns what a client sent for a log or a screen: cut to a length, and
// with all escaped that could break a line or reach the terminal of whoever reads
// it. Of charm log's formats, text splits a value at its line feeds, and JSON lets
// C1 controls and changes of direction through.
func Quoted(s string) string {
	const longest = 128 // bytes
	cut := ""
	if len(s) > longest {
		s, cut = s[:longest], "…"
	}
	quoted := strconv.Quote(strings.ToValidUTF8(s, "\ufffd"))
	return quoted[1:len(quoted)-1] + cut
}
