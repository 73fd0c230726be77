package resume

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
)

// content reads what a line holds after its dashes, if it begins an entry.
func (l *linter) content(rest string, column int, entry bool) {
	key, value, ok := splitKey(rest)
	inText := l.text.line >= 0 && column >= l.text.column || !l.last.open && column > l.last.column && !entry
	if m := noSpaceAfterColon.FindStringSubmatch(rest); len(m) > 0 && isKnown(m[1]) && (!ok || len(key) > len(m[1])) && !inText {
		at := column + len(m[1])
		l.add(at, l.with(at, at+1, ": "), "write a space after the colon").silent = true
		l.field(m[1], rest[len(m[1])+1:], column, at+1)
		return
	}
	switch {
	case ok:
		l.field(key, value, column, column+len(rest)-len(value))
	case entry:
		l.last.open = false
		l.value(rest, column, l.last.column)
	case column > l.last.column && l.last.open:
		l.text = opened{line: l.at, column: column}
		l.last.open = false
		l.value(rest, column, l.last.column)
	case column > l.last.column, l.text.line >= 0 && column >= l.text.column:
		// The text above continues.
	default:
		l.noField(rest, column)
	}
}

// splitKey splits "key: value". The value may be empty, or a comment.
func splitKey(rest string) (key, value string, ok bool) {
	var end int
	switch rest[0] {
	case '"', '\'':
		n := closing(rest)
		if n < 0 || n >= len(rest) || rest[n] != ':' {
			return "", "", false
		}
		end = n
	case '[', '{', '|', '>', '@', '`', '%', '#':
		return "", "", false
	default:
		end = strings.Index(rest, ": ")
		if end < 0 && strings.HasSuffix(rest, ":") {
			end = len(rest) - 1
		}
		if comment := strings.Index(rest, " #"); comment >= 0 && comment < end {
			return "", "", false
		}
	}
	if end < 0 || end+1 < len(rest) && rest[end+1] != ' ' {
		return "", "", false
	}
	return rest[:end], strings.TrimLeft(rest[end+1:], " "), true
}

// noSpaceAfterColon matches a field with no space before its value.
var noSpaceAfterColon = regexp.MustCompile(`^([A-Za-z$-]+):[^\s/:]`)

// field reads a field; at is the column of its value.
func (l *linter) field(key, value string, column, at int) {
	wordy := strings.Contains(key, " ")
	switch {
	case l.text.line >= 0 && column == l.text.column && wordy:
		l.severalLines(l.at, column+len(key))
		return
	case l.text.line >= 0 && column == l.text.column:
		l.missingColon(l.text.line, column)
		l.levels = append(l.levels, level{column, false, l.text.line, l.last.line})
	case !l.last.open && column > l.last.column && (wordy || !isKnown(key)) && l.lastIsText():
		// A text that continues in this line, with a colon in it.
		l.severalLines(l.at, column+len(key))
		return
	default:
		l.place(column, false)
	}
	l.text.line = -1
	if strings.HasPrefix(value, "#") {
		value = ""
	}
	l.last = lastItem{column: l.levels[len(l.levels)-1].column, line: l.at, key: key, open: value == ""}
	if value != "" {
		l.value(value, at, l.last.column)
	}
}

// lastIsText reports whether the last field has a text in its own line.
func (l *linter) lastIsText() bool {
	_, value, ok := splitKey(strings.TrimLeft(l.lines[l.last.line], " -"))
	return ok && value != "" && !strings.ContainsAny(value[:1], `"'[{|>`)
}

// noField reads a line that should be a field or an entry and is neither.
func (l *linter) noField(rest string, column int) {
	for len(l.levels) > 0 && l.levels[len(l.levels)-1].column > column {
		l.levels = l.levels[:len(l.levels)-1]
	}
	top := level{column: -1}
	if len(l.levels) > 0 {
		top = l.levels[len(l.levels)-1]
	}
	word, _, _ := strings.Cut(rest, " ")
	switch {
	case strings.Contains(l.last.key, " ") && column == l.last.column && top.opener >= 0:
		l.severalLines(l.last.line, column+len(l.last.key))
	case top.list && top.column == column && !isKnown(word):
		l.add(column, l.with(column, column, "- "), `a "- " is missing before this entry of the list`)
		l.last = lastItem{column: column, line: l.at}
	default:
		l.missingColon(l.at, column)
		l.last = lastItem{column: column, line: l.at, key: word, open: word == rest}
	}
}

// missingColon reports a line that begins with the name of a field only.
func (l *linter) missingColon(line, column int) {
	at := l.at
	l.at = line
	text := strings.TrimRight(l.lines[line], " \r")
	word, _, _ := strings.Cut(text[column:], " ")
	end := column + len(word)
	l.add(column, l.with(end, end, ":"), "a colon is missing after the name of the field")
	l.at = at
}

// severalLines reports a text over several lines with a colon in it, at the
// column of the colon.
func (l *linter) severalLines(line, column int) {
	head := l.last.line
	if strings.Contains(l.last.key, " ") && len(l.levels) > 0 {
		head = l.levels[len(l.levels)-1].opener
	}
	text := strings.TrimRight(l.lines[head], " \r")
	if !strings.HasSuffix(text, ":") {
		at := l.at
		l.at = line
		l.add(column, "", `a text over several lines with ": " in it needs ">-" after the name of its field, and begins in the line below`)
		l.at = at
		return
	}
	l.faults = append(l.faults, fault{
		line: line, column: column, fixLine: head, fixed: text + " >-",
		message: fmt.Sprintf(`a text over several lines with ": " in it needs ">-" after the name of its field: "%s >-"`, clip(strings.TrimSpace(text))),
	})
	l.inside, l.parent = blockText, len(text)-len(strings.TrimLeft(text, " "))
	l.text.line = -1
}

const wrongColumn = "the indentation is wrong: fields that belong together begin in the same column"

// place enters the list or the group that an entry or a field at the column
// belongs to, and reports one that belongs to none.
func (l *linter) place(column int, list bool) {
	before := slices.Clone(l.levels)
	inner := level{column: -1}
	for n := len(l.levels); n > 0 && l.levels[n-1].column > column; n = len(l.levels) {
		inner = l.levels[n-1]
		l.levels = l.levels[:n-1]
	}
	l.text.line = -1
	push := func() { l.levels = append(l.levels, level{column, list, l.at, l.last.line}) }
	if len(l.levels) == 0 {
		if inner.column > 0 {
			at := l.at
			l.at = inner.line
			l.add(inner.column, strings.Repeat(" ", column)+l.current()[inner.column:], "%s", wrongColumn)
			l.at = at
		}
		push()
		return
	}
	n := len(l.levels)
	top := l.levels[n-1]
	opens := l.last.open && inner.column < 0
	switch {
	case top.column == column && top.list == list:
		return
	case top.column == column && list && opens && l.last.column == column:
		push() // a list in the column of its field
		return
	case top.column == column && !list && n > 1 && l.levels[n-2].column == column && !l.levels[n-2].list:
		l.levels = l.levels[:n-1] // such a list is over
		return
	case top.column < column && opens && l.last.column < column:
		push()
		return
	}
	l.levels = before
	right := top.column
	message := wrongColumn
	switch {
	case list:
		message = `the indentation is wrong: the "- " of all entries of a list begin in one column`
		if inner.column >= 0 && inner.list {
			right = inner.column
		}
	case top.list:
		message = `the indentation is wrong: the fields of an entry begin in the column of its first, after the "- "`
		right = inner.column
	case inner.column >= 0:
		right = inner.column
	default:
		message = "the indentation is wrong: this is further to the right than the field above, which has a value"
	}
	line := l.current()
	if right < 0 || strings.TrimLeft(line[:min(column, len(line))], " ") != "" {
		l.add(column, "", "%s", message)
		push()
		return
	}
	deeper := list && top.list && column > top.column
	if !deeper || column == top.column+1 {
		l.add(column, strings.Repeat(" ", right)+line[column:], "%s", message).silent = deeper
	}
	for n := len(l.levels); n > 0 && l.levels[n-1].column > right; n = len(l.levels) {
		l.levels = l.levels[:n-1]
	}
	if n := len(l.levels); n == 0 || l.levels[n-1].column != right || l.levels[n-1].list != list {
		l.levels = append(l.levels, level{right, list, l.at, l.last.line})
	}
}
