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

	errors, warnings int // also those that are not listed
	compared         int // the names that didYouMean has tried

	// Problems that many places share are reported at the first: their indexes in list.
	reported map[string]int

	// Parts of the file can't be read, so nothing is said of what is missing.
	incomplete bool
}

// found is a problem, and how many more places have it.
type found struct {
	Problem
	more int
}

func (p *problems) errorAt(line, column int, format string, args ...any) {
	p.add(line, column, false, format, args...)
}

// maxListed bounds the errors, and the warnings, that are listed of a file.
const maxListed = 200

func (p *problems) add(line, column int, warning bool, format string, args ...any) {
	line, column = max(line, 1), max(column, 1)
	if p.count(warning) {
		p.list = append(p.list, found{Problem: Problem{p.file, line, column, fmt.Sprintf(format, args...), warning}})
	}
}

// count counts an error or a warning, and reports whether it is listed.
func (p *problems) count(warning bool) bool {
	if warning {
		p.warnings++
		return p.warnings <= maxListed
	}
	p.errors++
	return p.errors <= maxListed
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
	return p.errors > 0
}

// merge adds the problems of the same file in another language that are new.
func (p *problems) merge(other *problems) {
	known := map[Problem]bool{}
	for _, f := range p.list {
		known[f.Problem] = true
	}
	for _, f := range other.list {
		if !known[f.Problem] && p.count(f.Warning) {
			p.list = append(p.list, f)
		}
	}
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
	all = slices.Compact(all)
	if last := len(all) - 1; p.errors > maxListed || p.warnings > maxListed {
		all[last].Message += fmt.Sprintf(" (there are more: only %d errors and %[1]d warnings of a file are listed)", maxListed)
	}
	return all
}
