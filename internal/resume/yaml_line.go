package resume

import (
	"fmt"
	"regexp"
	"strings"
)

// lineParts are the parts of a line: indent, dashes of entries, name of a field, and value.
type lineParts struct {
	indent, content, value int    // where they begin, in bytes
	key                    string // empty if there is none
	text                   string // the value
}

var lineForm = regexp.MustCompile(`^( *)((?:-(?: +|$))*)(?:("(?:[^"\\]|\\.)*"|'[^']*'|[^\s"'\[\]{}|>@%#&*!,?:-][^:]*|[$-]?[^\s"'\[\]{}|>@%#&*!,?:-][^:]*):(?: +|$))?(.*)$`)

func (s *stop) parse(line int) lineParts {
	text := strings.TrimRight(s.lines[line], " \r")
	m := lineForm.FindStringSubmatchIndex(text) // it matches every line
	p := lineParts{indent: m[3], content: m[5], value: m[8]}
	if m[6] >= 0 {
		p.key = text[m[6]:m[7]]
	}
	if !strings.HasPrefix(text[p.value:], "#") {
		p.text = text[p.value:]
	}
	return p
}

func (p lineParts) isEntry() bool { return p.content > p.indent }

// above returns the next line above that is not empty; negative if none is near.
func (s *stop) above(line int) int {
	const near = 200
	for line--; line >= max(0, s.at-near); line-- {
		if rest := strings.TrimSpace(s.lines[line]); rest != "" && rest[0] != '#' {
			return line
		}
	}
	return -1
}

// replace returns a fault that is mended by replacing bytes of its line.
func (s *stop) replace(line, column, start, end int, replacement, format string, args ...any) *fault {
	text := strings.TrimRight(s.lines[line], " \r")
	return &fault{line, column, fmt.Sprintf(format, args...), line, text[:start] + replacement + text[min(end, len(text)):]}
}

// next returns the byte where the parser stopped; 0 at the end of a line.
func (s *stop) next() byte {
	if s.column < len(s.lines[s.at]) {
		return s.lines[s.at][s.column]
	}
	return 0
}

// bracket returns the bracket that the parser was in; 0 if none.
func (s *stop) bracket() byte {
	if s.began < 0 || !strings.Contains(s.context, "flow") || s.beganAt >= len(s.lines[s.began]) {
		return 0
	}
	return s.lines[s.began][s.beganAt]
}

func closer(bracket byte) byte { return map[byte]byte{'[': ']', '{': '}'}[bracket] }

// openingQuote returns where the quoted text begins that ends before; -1 if unknown.
func openingQuote(before string) int {
	quote := before[len(before)-1]
	for i := len(before) - 2; i >= 0; i-- {
		if before[i] == quote && strings.IndexByte("[{,: ", before[max(i-1, 0)]) >= 0 {
			return i
		}
	}
	return -1
}

// valueEnd returns where a value in brackets ends that goes on at from.
func valueEnd(text string, from int) int {
	if n := strings.IndexAny(text[from:], ",]}"); n >= 0 {
		return from + n
	}
	return len(text)
}

// inQuotes returns a text in the quotes that it needs fewest escapes in.
func inQuotes(v string) string {
	if strings.ContainsAny(v, `"\`) {
		return singleQuoted(v)
	}
	return `"` + v + `"`
}

func singleQuoted(v string) string { return "'" + strings.ReplaceAll(v, "'", "''") + "'" }

// requoted returns a text of which all or the first part is in quotes, in quotes.
func requoted(v string) string {
	if v[len(v)-1] == v[0] {
		v = v[1 : len(v)-1]
	}
	return inQuotes(v)
}

// closing returns the length of the quoted text that v begins with; 0 if it has no end.
func closing(v string) int {
	if m := quoted.FindStringSubmatch(v); m != nil {
		return len(m[1] + m[2])
	}
	return 0
}

var quoted = regexp.MustCompile(`^(?:("(?:[^"\\]|\\.)*")|('(?:[^']|'')*')(?:[^']|$))`)
