package resume

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"
)

// Problem is one thing that is wrong with the owner's file.
type Problem struct {
	File    string
	Line    int // from 1
	Column  int // from 1, in characters
	Message string
	Warning bool // the file can still be used
}

// Error returns the problem in the form that compilers use: file:line:column: message.
func (p Problem) Error() string {
	return fmt.Sprintf("%s:%d:%d: %s", p.File, p.Line, p.Column, p.Message)
}

// At returns a problem at a byte of a file, without a message.
func At(file string, data []byte, offset int) Problem {
	n := place(data, offset)
	return Problem{File: file, Line: n.line, Column: n.column}
}

// LineEnds normalizes line ends, whatever system wrote them.
var LineEnds = strings.NewReplacer("\r\n", "\n", "\r", "\n")

// place returns a node at a byte of a file.
func place(data []byte, offset int) *node {
	before := LineEnds.Replace(string(data[:max(0, min(offset, len(data)))]))
	start := strings.LastIndexByte(before, '\n') + 1
	return &node{line: strings.Count(before, "\n") + 1, column: utf8.RuneCountInString(before[start:]) + 1}
}

// problems collects what is wrong with one file.
type problems struct {
	file     string
	list     []*found
	repairs  int               // how many problems at the start are repairs
	reported map[string]*found // problems that several places share, by key
	compared int               // how many names didYouMean has tried

	// Parts of the file can't be read, so missing fields are not reported.
	incomplete bool
}

// found is a problem, and how many other places have it.
type found struct {
	Problem
	more int
}

func (p *problems) fail(n *node, format string, args ...any) { p.add(n, false, format, args...) }
func (p *problems) warn(n *node, format string, args ...any) { p.add(n, true, format, args...) }

// add reports a problem at a node, or at the beginning of the file if the node has no place.
func (p *problems) add(n *node, warning bool, format string, args ...any) {
	p.list = append(p.list, &found{Problem: Problem{p.file, max(n.line, 1), max(n.column, 1), fmt.Sprintf(format, args...), warning}})
}

// warnOnce reports a problem at the first of the places that share its key.
func (p *problems) warnOnce(key string, n *node, format string, args ...any) {
	if first := p.reported[key]; first != nil {
		first.more++
		return
	}
	if p.reported == nil {
		p.reported = map[string]*found{}
	}
	p.warn(n, format, args...)
	p.reported[key] = p.list[len(p.list)-1]
}

// failed reports whether there is an error among the problems.
func (p *problems) failed() bool {
	return slices.ContainsFunc(p.list, func(f *found) bool { return !f.Warning })
}

const maxListed = 200 // errors of a file, and as many warnings

// sorted returns the problems in the order of the file, each once: several languages can have the same one.
func (p *problems) sorted() []Problem {
	var all []Problem
	known, mended := map[Problem]bool{}, map[int]int{} // the column up to which each line was mended
	for i, f := range p.list {
		if known[f.Problem] || f.Warning && f.more == 0 && f.Column <= mended[f.Line] {
			continue // a problem before a repair may be caused by what was repaired
		}
		if known[f.Problem] = true; i < p.repairs {
			mended[f.Line] = max(mended[f.Line], f.Column)
		}
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
	listed := map[bool]int{} // the warnings, and the errors
	short := slices.DeleteFunc(slices.Clone(all), func(f Problem) bool {
		listed[f.Warning]++
		return listed[f.Warning] > maxListed
	})
	if len(short) < len(all) {
		short[len(short)-1].Message += fmt.Sprintf(" (there are more: only %d errors and %[1]d warnings of a file are listed)", maxListed)
	}
	return short
}

// clip cuts a text of unknown length so that it fits a line.
func clip(s string) string {
	if r := []rune(s); len(r) > longestName {
		return string(r[:longestName]) + "…"
	}
	return s
}
