package resume

import (
	"cmp"
	"errors"
	"fmt"
	"regexp"
	"strings"

	"go.yaml.in/yaml/v4"
)

// yamlError says why data is not YAML: in the words of whoever wrote it where
// the mistake is a usual one, else in those of the library.
func yamlError(p *problems, data []byte, err error) {
	var load *yaml.LoadError
	if !errors.As(err, &load) {
		p.errorAt(1, 1, "the file can't be read as YAML: %v", err)
		return
	}
	m := yamlMistake{LoadError: load, lines: strings.Split(string(data), "\n"), line: load.Mark.Line, column: load.Mark.Column}
	if what := m.said(); what != "" {
		p.errorAt(m.line, m.column, "%s", what)
		return
	}
	message := strings.TrimPrefix(load.Message, "while ")
	if load.ContextMsg != "" {
		message = load.ContextMsg + ": " + message
	}
	p.errorAt(load.Mark.Line, load.Mark.Column, "this is not YAML: %s", message)
}

// yamlMistake is what the library found, and the place to show, which may be
// another than where the library gave up.
type yamlMistake struct {
	*yaml.LoadError
	lines        []string
	line, column int
}

// text gives a line, counted from 1; empty where there is none.
func (m *yamlMistake) text(line int) string {
	if line < 1 || line > len(m.lines) {
		return ""
	}
	return strings.TrimRight(m.lines[line-1], "\r")
}

// parted gives the line up to the place, and from it.
func (m *yamlMistake) parted() (before, after string) {
	line := []rune(m.text(m.line))
	at := min(max(m.column-1, 0), len(line))
	return string(line[:at]), string(line[at:])
}

func (m *yamlMistake) said() string {
	before, after := m.parted()
	is := func(message string) bool { return strings.Contains(m.Message, message) }
	switch {
	case is("tab character"), is("cannot start any token") && strings.HasPrefix(after, "\t"):
		return "a tab stands here; YAML takes only spaces to indent with"
	case is("cannot start any token"), is("unknown anchor"), strings.Contains(m.ContextMsg, "scanning an anchor"),
		strings.Contains(m.ContextMsg, "scanning an alias"), is("mapping keys are not allowed"):
		return m.needsQuotes(before, after)
	case is("block sequence entries are not allowed"):
		return `the entries of a list each need a line of their own; a text that begins with "- " needs quotes`
	case is("mapping values are not allowed"):
		return m.colon(before)
	case is("unknown escape character"):
		return `in double quotes "\" begins an escape; write "\\", or use single quotes`
	case strings.Contains(m.ContextMsg, "block scalar"):
		return `after "|" or ">" the text begins in the next line, indented; a text that begins with such a character needs quotes`
	case strings.Contains(m.ContextMsg, "quoted scalar"):
		m.line, m.column = m.ContextMark.Line, m.ContextMark.Column
		return "the quote that begins here has no end"
	case is("could not find expected ':'"):
		return m.noColon()
	case is("did not find expected ',' or"):
		return m.open(before, after)
	case is("did not find expected"):
		return m.indentation(before, after)
	}
	return ""
}

var quoted = regexp.MustCompile(`^[^"']*("([^"\\]|\\.)*"|'[^']*')$`)

// afterQuote tells whether the text before the place ends in a quoted text.
func afterQuote(before string) bool {
	return quoted.MatchString(strings.TrimRight(before, " "))
}

const quoteAll = `text stands after the closing quote; put quotes around all of it, and write a quote in it twice ('') or, in double quotes, as \"`

// needsQuotes tells of a text that begins with a character that means
// something to YAML.
func (m *yamlMistake) needsQuotes(before, after string) string {
	if after == "" {
		return ""
	}
	if strings.HasSuffix(before, "*") || strings.HasSuffix(before, "&") {
		m.column--
		after = before[len(before)-1:] + after
	}
	return fmt.Sprintf(`a text that begins with "%s" needs quotes: '%s'`, string([]rune(after)[:1]), clip(strings.TrimSpace(after)))
}

// withValue matches a line that has a field with something in it, and withName
// one that has nothing after the name.
var (
	withValue         = regexp.MustCompile(`^\s*(- +)*[^\s:][^:]*: +\S`)
	withName          = regexp.MustCompile(`^\s*(- +)*[^\s:][^:]*:\s*(#.*)?$`)
	noSpaceAfterColon = regexp.MustCompile(`^\s*(- +)*[A-Za-z]+:[^\s/]`)
)

// colon tells of a colon where there may be none.
func (m *yamlMistake) colon(before string) string {
	if withValue.MatchString(before) {
		return fmt.Sprintf(`a text with ": " in it needs quotes: %s`, m.inQuotes())
	}
	if what := m.severalLines(); what != "" {
		return what
	}
	// The fault is in the line above.
	above := m.line - 1
	for above > 1 && strings.TrimSpace(m.text(above)) == "" {
		above--
	}
	text := m.text(above)
	switch {
	case noSpaceAfterColon.MatchString(text):
		m.line, m.column = above, strings.Index(text, ":")+1
		return `write a space after the colon`
	case withValue.MatchString(text) && !withName.MatchString(text):
		m.column = len(before) - len(strings.TrimLeft(before, " ")) + 1
		return "the indentation is wrong: this begins further to the right than the field above, which has its value already"
	default:
		m.line, m.column = above, len(text)-len(strings.TrimLeft(text, " -"))+1
		return `a colon is missing after the name of the field`
	}
}

// noColon tells of a line that YAML takes for a field, though it has no colon.
func (m *yamlMistake) noColon() string {
	if m.ContextMark.Line > 0 {
		m.line, m.column = m.ContextMark.Line, m.ContextMark.Column
	}
	return cmp.Or(m.severalLines(), "a colon is missing after the name of the field")
}

// severalLines tells of a text over several lines, in one of which a colon
// stands after more than a word, as none does after a name.
func (m *yamlMistake) severalLines() string {
	indent := func(line int) int { return len(m.text(line)) - len(strings.TrimLeft(m.text(line), " ")) }
	inside := func(line int) bool { return strings.TrimSpace(m.text(line)) == "" || indent(line) >= indent(m.line) }
	head := m.line - 1
	for head > 0 && inside(head) {
		head--
	}
	for line := head + 1; withName.MatchString(m.text(head)) && line <= len(m.lines) && inside(line); line++ {
		before, _, found := strings.Cut(m.text(line), ": ")
		if found && strings.Contains(strings.TrimLeft(before, " -"), " ") {
			m.line, m.column = line, len([]rune(before))+1
			return fmt.Sprintf(`a text over several lines with ": " in it needs ">-" after the name of its field: "%s >-"`, clip(strings.TrimSpace(m.text(head))))
		}
	}
	return ""
}

// inQuotes gives the line as it would be right.
func (m *yamlMistake) inQuotes() string {
	name, value, _ := strings.Cut(strings.TrimLeft(m.text(m.line), " -"), ": ")
	value = strings.TrimSpace(value)
	if strings.ContainsAny(value, `"\`) {
		return name + ": '" + clip(strings.ReplaceAll(value, "'", "''")) + "'"
	}
	return name + `: "` + clip(value) + `"`
}

// open tells of a list or a group in brackets that does not go on or end as it
// should.
func (m *yamlMistake) open(before, after string) string {
	bracket, end := "[", "]"
	if strings.Contains(m.ContextMsg, "mapping") {
		bracket, end = "{", "}"
	}
	switch {
	case m.ContextMark.Line != m.line && m.ContextMark.Line > 0:
		m.line, m.column = m.ContextMark.Line, m.ContextMark.Column
		return fmt.Sprintf(`the "%s" that begins here has no "%s"`, bracket, end)
	case strings.HasPrefix(after, ":"):
		return `a text with ": " in it needs quotes`
	case afterQuote(before):
		return quoteAll
	}
	return fmt.Sprintf(`a comma or a "%s" is missing before this; a text with one of , [ ] { } in it needs quotes within "%s%s"`, end, bracket, end)
}

// indentation tells of a line that belongs to nothing above it.
func (m *yamlMistake) indentation(before, after string) string {
	switch {
	case afterQuote(before) || regexp.MustCompile(`['"]\w+$`).MatchString(before):
		return quoteAll
	case strings.HasPrefix(after, "]"), strings.HasPrefix(after, "}"):
		return fmt.Sprintf(`this "%s" ends nothing; a text that begins or ends with a bracket needs quotes`, after[:1])
	case strings.Trim(before, " -") == "" && strings.Contains(m.Message, "'-'") && !strings.HasPrefix(after, "-"):
		return `the indentation is wrong: the fields of an entry begin in the column of its first, after the "- "`
	case strings.Trim(before, " -") == "" && strings.HasPrefix(after, "-"):
		return `the indentation is wrong: the "- " of all entries of a list stand in one column`
	case strings.Trim(before, " -") == "":
		return "the indentation is wrong: fields that belong together begin in the same column"
	}
	return ""
}
