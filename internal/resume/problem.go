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
	list []found

	// Problems that many places share are reported at the first: their indexes in list.
	reported map[string]int

	// Nothing else is reported of lines that were mended: it may follow from the change.
	mended map[int]bool
}

// found is a problem, and how many more places have it.
type found struct {
	Problem
	more int
}

func (p *problems) errorAt(line, column int, format string, args ...any) {
	p.add(line, column, false, format, args...)
}

func (p *problems) add(line, column int, warning bool, format string, args ...any) {
	line, column = max(line, 1), max(column, 1)
	if !p.mended[line] {
		p.list = append(p.list, found{Problem: Problem{p.file, line, column, fmt.Sprintf(format, args...), warning}})
	}
}

func (p *problems) fail(n *node, format string, args ...any) {
	p.add(n.line, n.column, false, format, args...)
}

func (p *problems) warn(n *node, format string, args ...any) {
	p.add(n.line, n.column, true, format, args...)
}

// warnOnce reports a problem at the first of the places that share its key.
func (p *problems) warnOnce(key string, n *node, format string, args ...any) {
	if i, ok := p.reported[key]; ok {
		p.list[i].more++
		return
	}
	if p.reported == nil {
		p.reported = map[string]int{}
	}
	first := len(p.list)
	if p.warn(n, format, args...); len(p.list) > first {
		p.reported[key] = first
	}
}

// failed reports whether there is an error among the problems.
func (p *problems) failed() bool {
	return slices.ContainsFunc(p.list, func(p found) bool { return !p.Warning })
}

// merge adds the problems of the same file in another language that are new.
func (p *problems) merge(other *problems) {
	known := map[Problem]bool{}
	for _, f := range p.list {
		known[f.Problem] = true
	}
	p.list = append(p.list, slices.DeleteFunc(slices.Clone(other.list), func(f found) bool { return known[f.Problem] })...)
}

// sorted returns the problems in the order of the file.
func (p *problems) sorted() []Problem {
	var all []Problem
	for _, f := range p.list {
		if f.more == 1 {
			f.Message += " (and in 1 more place)"
		} else if f.more > 1 {
			f.Message += fmt.Sprintf(" (and in %d more places)", f.more)
		}
		all = append(all, f.Problem)
	}
	slices.SortStableFunc(all, func(a, b Problem) int {
		return cmp.Or(cmp.Compare(a.Line, b.Line), cmp.Compare(a.Column, b.Column))
	})
	return slices.Compact(all)
}
