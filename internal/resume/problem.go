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
	Warning bool // the file can be used all the same

	// Sense tells that it is about what the file says, not about how it is
	// built: no schema can tell. The others are those of data/resume.schema.json
	// and of YAML and JSON themselves.
	Sense bool
}

// String gives the problem as compilers do: file:line:column: message.
func (p Problem) String() string {
	return fmt.Sprintf("%s:%d:%d: %s", p.File, p.Line, p.Column, p.Message)
}

// Error makes a Problem usable as an error.
func (p Problem) Error() string { return p.String() }

// problems collects what is wrong with one file.
type problems struct {
	file string
	list []Problem

	// What is wrong at many places in one way is said at the first: its index
	// in list, and how many more there are.
	said  map[string]int
	again map[int]int
}

func (p *problems) errorAt(line, column int, format string, args ...any) {
	p.list = append(p.list, Problem{
		File: p.file, Line: max(line, 1), Column: max(column, 1), Message: fmt.Sprintf(format, args...),
	})
}

func (p *problems) fail(n *node, format string, args ...any) {
	p.errorAt(n.line, n.column, format, args...)
}

func (p *problems) warn(n *node, format string, args ...any) {
	p.fail(n, format, args...)
	p.list[len(p.list)-1].Warning = true
}

// warnOnce warns of what is wrong in one way, the key, at the first place only.
func (p *problems) warnOnce(key string, n *node, format string, args ...any) {
	if first, ok := p.said[key]; ok {
		p.again[first]++
		return
	}
	if p.said == nil {
		p.said, p.again = map[string]int{}, map[int]int{}
	}
	p.said[key] = len(p.list)
	p.warn(n, format, args...)
}

// doubt warns of what the file says.
func (p *problems) doubt(n *node, format string, args ...any) {
	p.warn(n, format, args...)
	p.list[len(p.list)-1].Sense = true
}

// refuse is an error in what the file says.
func (p *problems) refuse(n *node, format string, args ...any) {
	p.fail(n, format, args...)
	p.list[len(p.list)-1].Sense = true
}

// failed tells whether there is an error among the problems.
func (p *problems) failed() bool {
	return slices.ContainsFunc(p.list, func(p Problem) bool { return !p.Warning })
}

// sorted gives the problems in the order of the file.
func (p *problems) sorted() []Problem {
	for first, more := range p.again {
		places := "places"
		if more == 1 {
			places = "place"
		}
		p.list[first].Message += fmt.Sprintf(" (and so in %d more %s)", more, places)
	}
	p.again = nil
	slices.SortStableFunc(p.list, func(a, b Problem) int {
		return cmp.Or(cmp.Compare(a.Line, b.Line), cmp.Compare(a.Column, b.Column))
	})
	return p.list
}
