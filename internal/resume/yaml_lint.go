package resume

import (
	"fmt"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"
)

// A linter finds what is wrong with the layout of a YAML file, line by line. A
// YAML parser says where it had to stop, which can be far below a missing quote,
// and not how to go on. The linter knows what is usual in the owner's file, and
// so is trusted only where the parser has failed, or where the parser reads
// something that nobody means (see fault.silent).
type linter struct {
	lines  []string
	at     int // the line, from 0
	faults []fault

	levels []level  // the open lists and groups, the outermost first
	last   lastItem // the last field or entry above
	text   opened   // a text in the lines below its field; line < 0 if there is none

	inside construct // what continues over the end of a line
	opened opened    // where that began
	parent int       // the column that its lines must be to the right of
	quote  byte      // the quote that is open
	flow   []opened  // the brackets that are open
}

// fault is a mistake in one line.
type fault struct {
	line, column int // where it is; the line from 0, the column in bytes
	message      string
	fixLine      int
	fixed        string // that line as it should be; empty if that is not known

	// silent says that YAML has another, unlikely reading of the line.
	silent bool
}

type level struct {
	column int
	list   bool
	line   int // where it begins
	opener int // the line of the field that it belongs to
}

type lastItem struct {
	column, line int
	key          string // empty for an entry of a list
	open         bool   // it has no value yet: lines below may be it
}

type opened struct {
	line, column int
	bracket      byte
}

type construct int

const (
	nothing construct = iota
	blockText
	quotedText
	brackets
)

// These bound the work on a file that was made to be wrong. The faults of one
// line can exceed the first, without replacements. What a longer line holds is
// not looked at: no person types it.
const (
	mostFaults  = 100
	longestLine = 4 << 10 // bytes
)

// lint returns the faults in the order of the file, the first mostFaults at least.
func lint(lines []string) []fault {
	l := &linter{lines: slices.Clone(lines), last: lastItem{column: -1, open: true}, text: opened{line: -1}}
	for l.at = range l.lines {
		l.line(l.current())
		if len(l.faults) >= mostFaults || len(l.levels) > maxDepth || len(l.flow) > maxDepth {
			return l.faults
		}
	}
	l.abandon()
	slices.SortStableFunc(l.faults, func(a, b fault) int { return a.line - b.line })
	return l.faults
}

// knownFields are the names of all fields, with whether they are lists.
var knownFields = func() map[string]bool {
	known := map[string]bool{"ssh-resume": false}
	addKnown(known, reflect.TypeFor[Resume]())
	return known
}()

func addKnown(known map[string]bool, group reflect.Type) {
	for _, f := range table[group] {
		known[f.Name] = known[f.Name] || f.Form == FormLines || f.Form == FormGroups
		if inner := f.Group(); inner != nil {
			addKnown(known, inner)
		}
	}
}

func isKnown(name string) bool {
	_, ok := knownFields[name]
	return ok
}

// add records a fault in the current line, with the line as it should be.
func (l *linter) add(column int, fixed, format string, args ...any) *fault {
	l.faults = append(l.faults, fault{
		line: l.at, column: column, fixLine: l.at, fixed: fixed, message: fmt.Sprintf(format, args...),
	})
	return &l.faults[len(l.faults)-1]
}

// with returns the current line with the bytes from start to end replaced.
func (l *linter) with(start, end int, replacement string) string {
	if len(l.faults) >= mostFaults {
		return ""
	}
	line := l.current()
	return line[:start] + replacement + line[end:]
}

func (l *linter) line(text string) {
	rest := strings.TrimLeft(text, " ")
	indent := len(text) - len(rest)
	if rest == "" || l.continues(text, rest, indent) {
		return
	}
	switch {
	case rest[0] == '#':
		return
	case rest[0] == '\t':
		rest = strings.TrimLeft(rest, " \t")
		if rest == "" || rest[0] == '#' {
			return
		}
		fixed := strings.Repeat(" ", max(l.last.column, 0)) + rest
		if l.last.open && l.last.key != "" {
			fixed = "  " + fixed
		}
		l.add(indent, fixed, "a tab; YAML takes only spaces for indentation")
		l.lines[l.at] = fixed
		indent = len(fixed) - len(rest)
	case text == "---" || text == "...":
		l.levels = nil
		return
	}
	column, entry := indent, false
	for len(l.levels) <= maxDepth {
		n := l.dash(rest, column)
		if n == 0 {
			break
		}
		entry = true
		column, rest = column+n, rest[n:]
		if rest == "" {
			return
		}
	}
	l.content(rest, column, entry)
}

// continues reads a line that may be part of a text or of brackets that began
// above, and reports whether it is.
func (l *linter) continues(text, rest string, indent int) bool {
	outside := indent <= l.parent
	switch l.inside {
	case blockText:
		if !outside {
			return true
		}
	case quotedText:
		if !outside && len(text) <= longestLine {
			l.quoted(text, indent)
			return true
		}
	case brackets:
		if len(text) <= longestLine && (!outside || strings.ContainsRune("]}", rune(rest[0]))) {
			l.brackets(text, indent)
			return true
		}
	case nothing:
		return false
	}
	if !outside {
		return true
	}
	l.abandon()
	return false
}

// abandon ends what is still open where it can't continue.
func (l *linter) abandon() {
	at := l.at
	l.at = l.opened.line
	switch l.inside {
	case quotedText:
		line := l.current()
		l.add(l.opened.column, l.closeQuote(line), "the quote that begins here has no end")
	case brackets:
		l.at = l.flow[0].line
		line := strings.TrimRight(l.lines[l.at], " \r,")
		for _, open := range slices.Backward(l.flow) {
			line += string(closer(open.bracket))
		}
		open := l.flow[0]
		l.add(open.column, line, `the "%c" that begins here has no "%c"`, open.bracket, closer(open.bracket))
	case nothing, blockText:
	}
	l.at, l.inside, l.flow = at, nothing, nil
}

// closeQuote returns the line in which a quote was opened, with it closed: at the
// end or, in brackets, before the next field or the last bracket.
func (l *linter) closeQuote(line string) string {
	end := len(line)
	if len(l.flow) > 0 {
		end = len(strings.TrimRight(line, "]}"))
		for _, m := range nextField.FindAllStringSubmatchIndex(line, -1) {
			if m[0] > l.opened.column && isKnown(line[m[2]:m[3]]) {
				end = m[0]
				break
			}
		}
	}
	return line[:end] + string(l.quote) + line[end:]
}

var nextField = regexp.MustCompile(`, *([A-Za-z]+):`)

// dash reads a "- " that begins an entry, and returns how many bytes it and the
// spaces after it take; 0 if there is none.
func (l *linter) dash(rest string, column int) int {
	var n int
	switch {
	case rest == "-" || strings.HasPrefix(rest, "- "):
		n = len(rest) - len(strings.TrimLeft(rest[1:], " "))
	case missingSpace.MatchString(rest) && l.inList(column):
		l.add(column, l.with(column, column+1, "- "), `write a space after the "-"`).silent = true
		n = 1
	default:
		return 0
	}
	l.place(column, true)
	l.last = lastItem{column: column, line: l.at, open: true}
	return n
}

// missingSpace matches an entry of a list whose "-" has no space after it.
var missingSpace = regexp.MustCompile(`^-[\pL"'({]`)

// inList reports whether an entry of a list can begin at the column.
func (l *linter) inList(column int) bool {
	for _, level := range slices.Backward(l.levels) {
		if level.column <= column {
			if level.list && level.column == column {
				return true
			}
			break
		}
	}
	return l.last.open && l.last.column <= column && knownFields[l.last.key]
}

// position returns where a fault is, as a Problem has it.
func (f *fault) position(lines []string) (line, column int) {
	text := lines[f.line]
	return f.line + 1, utf8.RuneCountInString(text[:min(f.column, len(text))]) + 1
}
