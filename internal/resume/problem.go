package resume

import (
	"cmp"
	"fmt"
	"slices"
)

// Problem is one thing that is wrong with the owner's file.
type Problem struct {
	File    string
	Line    int // from 1
	Column  int // from 1, in characters
	Message string
	Warning bool // the file can be used nevertheless
}

// String returns the problem in the form that compilers use:
// file:line:column: message.
func (p Problem) String() string {
	return fmt.Sprintf("%s:%d:%d: %s", p.File, p.Line, p.Column, p.Message)
}

// Error makes a Problem usable as an error.
func (p Problem) Error() string { return p.String() }

// problems collects what is wrong with one file.
type problems struct {
	file string
	list []Problem

	// A problem that many places share is reported at the first of them:
	// reported maps its key to the index in list, repeats counts the others.
	reported map[string]int
	repeats  map[int]int

	// mended are lines that could be read only after a change: what else is
	// wrong in them may follow from the change, and is not reported.
	mended map[int]bool
}

func (p *problems) errorAt(line, column int, format string, args ...any) {
	p.add(line, column, false, format, args...)
}

func (p *problems) add(line, column int, warning bool, format string, args ...any) {
	line, column = max(line, 1), max(column, 1)
	if !p.mended[line] {
		p.list = append(p.list, Problem{p.file, line, column, fmt.Sprintf(format, args...), warning})
	}
}

func (p *problems) fail(n *node, format string, args ...any) {
	p.add(n.line, n.column, false, format, args...)
}

func (p *problems) warn(n *node, format string, args ...any) {
	p.add(n.line, n.column, true, format, args...)
}

// warnOnce reports a problem that many places share, as the key says, at the
// first place only.
func (p *problems) warnOnce(key string, n *node, format string, args ...any) {
	if i, ok := p.reported[key]; ok {
		p.repeats[i]++
		return
	}
	if p.reported == nil {
		p.reported, p.repeats = map[string]int{}, map[int]int{}
	}
	first := len(p.list)
	if p.warn(n, format, args...); len(p.list) > first {
		p.reported[key] = first
	}
}

// failed reports whether there is an error among the problems.
func (p *problems) failed() bool {
	return slices.ContainsFunc(p.list, func(p Problem) bool { return !p.Warning })
}

// sorted returns the problems in the order of the file.
func (p *problems) sorted() []Problem {
	for first, more := range p.repeats {
		places := "places"
		if more == 1 {
			places = "place"
		}
		p.list[first].Message += fmt.Sprintf(" (and in %d more %s)", more, places)
	}
	p.repeats = nil
	slices.SortStableFunc(p.list, func(a, b Problem) int {
		return cmp.Or(cmp.Compare(a.Line, b.Line), cmp.Compare(a.Column, b.Column))
	})
	return p.list
}
