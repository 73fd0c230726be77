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

// failed tells whether there is an error among the problems.
func (p *problems) failed() bool {
	return slices.ContainsFunc(p.list, func(p Problem) bool { return !p.Warning })
}

// sorted gives the problems in the order of the file.
func (p *problems) sorted() []Problem {
	slices.SortStableFunc(p.list, func(a, b Problem) int {
		return cmp.Or(cmp.Compare(a.Line, b.Line), cmp.Compare(a.Column, b.Column))
	})
	return p.list
}
