package resume

import (
	"regexp"
	"strings"
)

// value reads a value that begins at a column; its further lines are to the
// right of the parent's column.
func (l *linter) value(v string, column, parent int) {
	l.parent, l.opened = parent, opened{line: l.at, column: column}
	if len(v) > longestLine {
		return
	}
	switch v[0] {
	case '"', '\'':
		l.quote = v[0]
		l.quoted(l.current(), column+1)
	case '[', '{':
		l.flow = nil
		l.brackets(l.current(), column)
	case '|', '>':
		if blockHeader.MatchString(v) {
			l.inside = blockText
			return
		}
		fixed := l.with(column, column+len(v), inQuotes(v))
		if l.at+1 < len(l.lines) && indentOf(l.lines[l.at+1]) > parent {
			fixed = l.with(column, column+1, "")
		}
		l.add(column+1, fixed, `after "|" or ">" the text begins in the next line, indented; a text that begins with such a character needs quotes`)
	case '@', '`', '%', '*', '&', ',', ']', '}':
		l.needsQuotes(v, column)
	case '-', '?':
		switch {
		case len(v) > 1 && v[1] != ' ':
			l.plain(v, column)
		case v[0] == '-':
			l.add(column, l.with(column, column+len(v), inQuotes(v)),
				`the entries of a list each need a line of their own; a text that begins with "- " needs quotes`)
		default:
			l.needsQuotes(v, column)
		}
	default:
		l.plain(v, column)
	}
}

// current returns the current line without its end.
func (l *linter) current() string { return strings.TrimRight(l.lines[l.at], " \r") }

func indentOf(line string) int { return len(line) - len(strings.TrimLeft(line, " ")) }

var blockHeader = regexp.MustCompile(`^[|>][-+0-9]*\s*(#.*)?$`)

func (l *linter) needsQuotes(v string, column int) {
	if len(l.faults) >= mostFaults {
		return
	}
	l.add(column, l.with(column, column+len(v), singleQuoted(v)), `a text that begins with "%s" needs quotes: %s`, v[:1], clip(singleQuoted(v)))
}

// plain reads a text without quotes.
func (l *linter) plain(v string, column int) {
	if comment := strings.Index(v, " #"); comment >= 0 {
		v = strings.TrimRight(v[:comment], " ")
	}
	colon := strings.Index(v, ": ")
	if colon < 0 && strings.HasSuffix(v, ":") {
		colon = len(v) - 1
	}
	if colon < 0 {
		return
	}
	fixed := l.with(column, column+len(v), inQuotes(v))
	shown := strings.TrimLeft(fixed[:column], " -") + clip(v)
	if s := inQuotes(v); len([]rune(s)) <= longestName {
		shown = strings.TrimLeft(fixed[:column], " -") + s
	}
	l.add(column+colon, fixed, `a text with ": " in it needs quotes: %s`, shown)
}

// inQuotes returns a text in the quotes that it needs fewest escapes in.
func inQuotes(v string) string {
	if strings.ContainsAny(v, `"\`) {
		return singleQuoted(v)
	}
	return `"` + v + `"`
}

// singleQuoted returns a text in single quotes.
func singleQuoted(v string) string { return "'" + strings.ReplaceAll(v, "'", "''") + "'" }

// closing returns the index after the quote that ends the text that v begins
// with; -1 if it has no end.
func closing(v string) int { return closingFrom(v, 1, v[0]) }

func closingFrom(v string, from int, quote byte) int {
	for i := from; i < len(v); i++ {
		switch {
		case v[i] == '\\' && quote == '"':
			i++
		case v[i] == quote && quote == '\'' && i+1 < len(v) && v[i+1] == quote:
			i++
		case v[i] == quote:
			return i + 1
		}
	}
	return -1
}

const quoteAll = `text follows the closing quote; put quotes around all of it, and write a quote in it twice ('') or, in double quotes, as \"`

// quoted reads the rest of a text in quotes, from a column inside it.
func (l *linter) quoted(text string, from int) {
	if l.quote == '"' {
		l.escapes(text, from)
	}
	end := closingFrom(text, from, l.quote)
	if end < 0 {
		l.inside = quotedText
		return
	}
	l.inside = nothing
	if len(l.flow) > 0 {
		l.afterQuote(text, end)
		return
	}
	rest := strings.TrimLeft(text[end:], " ")
	if rest == "" || rest[0] == '#' && rest != text[end:] {
		return
	}
	fixed := ""
	if l.opened.line == l.at {
		fixed = l.with(l.opened.column, len(text), requoted(text[l.opened.column:]))
	}
	l.add(len(text)-len(rest), fixed, "%s", quoteAll)
}

// requoted returns a text that was put in quotes as a whole or in part, with
// quotes in it, in quotes.
func requoted(v string) string {
	if v[len(v)-1] == v[0] {
		v = v[1 : len(v)-1]
	}
	return inQuotes(v)
}

// escapes reports what is no escape in double quotes.
func (l *linter) escapes(text string, from int) {
	for i := from; i < len(text) && text[i] != '"'; i++ {
		if text[i] != '\\' {
			continue
		}
		if i++; i < len(text) && strings.IndexByte("0abt\tnvfre \"/\\N_LPxuU", text[i]) < 0 {
			l.add(i-1, l.with(i, i, `\`), `in double quotes "\" begins an escape; write "\\", or use single quotes`)
			return
		}
	}
}

func closer(bracket byte) byte {
	if bracket == '{' {
		return '}'
	}
	return ']'
}

// brackets reads a list or a group in brackets, from a column on. It goes on
// below the line if the last bracket is not in it.
func (l *linter) brackets(text string, from int) {
	l.inside = brackets
	segment := segment{start: from, value: -1}
	for i := from; i < len(text) && len(l.flow) <= maxDepth; {
		c := text[i]
		switch {
		case c == ' ':
			i++
		case c == '[' || c == '{':
			l.flow = append(l.flow, opened{line: l.at, column: i, bracket: c})
			i++
			segment.begin(i)
		case c == ']' || c == '}':
			top := l.flow[len(l.flow)-1]
			if c != closer(top.bracket) {
				l.wrongBracket(text, i, top, segment)
				return
			}
			l.flow = l.flow[:len(l.flow)-1]
			i++
			if len(l.flow) == 0 {
				l.afterBrackets(text, i)
				return
			}
			segment.begin(i)
		case c == ',':
			i++
			segment.begin(i)
		case c == '#' && i > 0 && text[i-1] == ' ':
			return
		case (c == '"' || c == '\'') && segment.atStart(text, i):
			l.quote, l.opened = c, opened{line: l.at, column: i}
			l.quoted(text, i+1)
			return
		case strings.IndexByte("@`%*&", c) >= 0 && segment.atStart(text, i):
			end := valueEnd(text, i)
			l.needsQuotes(strings.TrimRight(text[i:end], " "), i)
			i = end
		case c == ':' && i+1 < len(text) && (text[i+1] == ' ' || text[i+1] == ',' || text[i+1] == '}'):
			l.colon(text, i, &segment)
			i++
		case c == ':' && segment.value < 0 && i+1 < len(text) && text[i+1] != '/' && i-segment.start <= longestName && isKnown(strings.TrimSpace(text[segment.start:i])):
			l.add(i, l.with(i, i+1, ": "), "write a space after the colon").silent = true
			i++
			segment.value = i
		default:
			i++
		}
	}
}

// valueEnd returns where a value in brackets ends that goes on at from.
func valueEnd(text string, from int) int {
	if n := strings.IndexAny(text[from:], ",]}"); n >= 0 {
		return from + n
	}
	return len(text)
}

// segment is a field or an entry in brackets.
type segment struct {
	start int // after the comma or the bracket
	value int // after the colon; -1 if there is none
}

func (s *segment) begin(at int) { s.start, s.value = at, -1 }

// atStart reports whether a value can begin at i.
func (s *segment) atStart(text string, i int) bool {
	return strings.TrimSpace(text[min(max(s.start, s.value), i):i]) == ""
}

// colon reads a colon in brackets. A second one in a field is a mistake.
func (l *linter) colon(text string, at int, s *segment) {
	if s.value < 0 || len(l.faults) >= mostFaults {
		s.value = at + 1
		return
	}
	before := strings.TrimRight(text[s.value:at], " ")
	word := before[strings.LastIndexByte(before, ' ')+1:]
	if rest := strings.TrimSpace(strings.TrimSuffix(before, word)); isKnown(word) && rest != "" {
		start := s.value + len(before) - len(word)
		end := len(strings.TrimRight(text[:start], " "))
		l.add(start, l.with(end, end, ","), `a comma is missing before "%s"`, word)
		s.start, s.value = start, at+1
		return
	}
	end := valueEnd(text, at)
	value := strings.TrimSpace(text[s.value:end])
	start := s.value + strings.Index(text[s.value:], value)
	l.add(at, l.with(start, start+len(value), inQuotes(value)), `a text with ": " in it needs quotes`)
}

// wrongBracket reports a bracket that does not close the one that is open.
func (l *linter) wrongBracket(text string, at int, top opened, s segment) {
	l.inside = nothing
	end := closer(top.bracket)
	if i := strings.IndexByte(text[at:], end); i >= 0 && s.value > 0 {
		value := strings.TrimSpace(text[s.value : at+i])
		start := s.value + strings.Index(text[s.value:], value)
		l.add(at, l.with(start, start+len(value), inQuotes(value)),
			`a comma or a "%c" is missing before this; a text with one of , [ ] { } in it needs quotes within "%c%c"`, end, top.bracket, end)
	} else if top.line == l.at {
		l.add(top.column, l.with(at, at, string(end)), `the "%c" that begins here has no "%c"`, top.bracket, end)
	} else {
		l.add(at, "", `the "%c" that is open here has no "%c"`, top.bracket, end)
	}
	l.flow = nil
}

// afterBrackets reads what follows the last bracket.
func (l *linter) afterBrackets(text string, at int) {
	l.inside = nothing
	rest := strings.TrimLeft(text[at:], " ")
	if rest == "" || rest[0] == '#' || rest[0] == ':' {
		return
	}
	column := len(text) - len(rest)
	if rest[0] == ']' || rest[0] == '}' {
		l.add(column, l.with(column, column+1, ""), `this "%s" ends nothing; a text that begins or ends with a bracket needs quotes`, rest[:1])
		return
	}
	fixed := ""
	if l.opened.line == l.at {
		fixed = l.with(l.opened.column, len(text), inQuotes(text[l.opened.column:]))
	}
	l.add(column, fixed, "text follows the closing bracket; a text that begins with a bracket needs quotes")
}

// afterQuote reads on after a text in quotes in brackets.
func (l *linter) afterQuote(text string, end int) {
	rest := strings.TrimLeft(text[end:], " ")
	if rest == "" || strings.IndexByte(",]}:#", rest[0]) >= 0 {
		l.brackets(text, end)
		return
	}
	column := len(text) - len(rest)
	stop := valueEnd(text, column)
	fixed := ""
	if l.opened.line == l.at {
		fixed = l.with(l.opened.column, stop, requoted(strings.TrimRight(text[l.opened.column:stop], " ")))
	}
	if word, _, ok := strings.Cut(rest, ":"); ok && isKnown(word) {
		l.add(column, l.with(end, end, ","), `a comma is missing before "%s"`, word)
		l.brackets(text, column)
		return
	}
	l.add(column, fixed, "%s", quoteAll)
	l.brackets(text, stop)
}
