package resume

import (
	"fmt"
	"regexp"
	"strings"
)

// rules propose how to mend a line, the more specific first; nil if they don't apply.
var rules = []func(s *stop, line int) *fault{
	tab, unknownEscape, commentInBrackets, spaceAfterColon, spaceAfterDash, commaMissing, segmentUnquoted, wrongBracket,
	severalLines, valueUnquoted, quoteOpen, bracketOpen, dashMissing, colonMissing, indentation,
}

// silentRules are those about lines that YAML may read as something else.
var silentRules = []func(s *stop, line int) *fault{spaceAfterColon, spaceAfterDash, deeperEntry}

var tabIndent = regexp.MustCompile(`^ *(\t[ \t]*)\S`)

func tab(s *stop, line int) *fault {
	m := tabIndent.FindStringSubmatchIndex(s.lines[line])
	if m == nil {
		return nil
	}
	indent := 0
	if above := s.above(line); above >= 0 {
		p := s.parse(above)
		if indent = p.content; p.key != "" && p.text == "" {
			indent += 2
		}
	}
	return s.replace(line, m[2], 0, m[3], strings.Repeat(" ", indent), "a tab; YAML takes only spaces for indentation")
}

func unknownEscape(s *stop, line int) *fault {
	if line != s.at || !strings.Contains(s.message, "escape") || s.next() != '\\' {
		return nil
	}
	return s.replace(line, s.column, s.column, s.column, `\`, `in double quotes "\" begins an escape; write "\\", or use single quotes`)
}

// hashInBrackets matches a value in brackets that begins with "#", such as a color.
var hashInBrackets = regexp.MustCompile(`[\[{].*[:,\[] *(#[^\s,\]}]+)`)

func commentInBrackets(s *stop, line int) *fault {
	m := hashInBrackets.FindStringSubmatchIndex(s.lines[line])
	if m == nil {
		return nil
	}
	quoted := inQuotes(s.lines[line][m[2]:m[3]])
	return s.replace(line, m[2], m[2], m[3], quoted, `"#" begins a comment; put a text that begins with "#" in quotes: %s`, clip(quoted))
}

// noSpace matches a field with no space before its value.
var noSpace = regexp.MustCompile(`(?:^ *(?:- +)*|[\[{,] *)([A-Za-z$-]+):[^\s/:]`)

func spaceAfterColon(s *stop, line int) *fault {
	if text := s.lines[line] + " "; strings.Count(text, ":") == strings.Count(text, ": ") {
		return nil // quick, since all lines are looked at
	}
	for _, m := range noSpace.FindAllStringSubmatchIndex(s.lines[line], -1) {
		if knownFields[s.lines[line][m[2]:m[3]]] {
			return s.replace(line, m[3], m[3], m[3]+1, ": ", "write a space after the colon")
		}
	}
	return nil
}

// missingSpace matches an entry of a list whose "-" has no space after it.
var missingSpace = regexp.MustCompile(`^-[\pL"'({]`)

func spaceAfterDash(s *stop, line int) *fault {
	if rest := strings.TrimLeft(s.lines[line], " "); !strings.HasPrefix(rest, "-") || !missingSpace.MatchString(rest) {
		return nil
	}
	column := s.parse(line).indent
	return s.replace(line, column, column, column+1, "- ", `write a space after the "-"`)
}

// commaMissing is about {name: A position: B}, and the same with a quote.
func commaMissing(s *stop, line int) *fault {
	if line != s.at || s.bracket() == 0 {
		return nil
	}
	text := s.lines[line]
	begin := s.column
	if s.next() == ':' {
		begin = strings.LastIndexAny(text[:s.column], " \"'") + 1
	}
	word, _, found := strings.Cut(text[begin:], ":")
	end := len(strings.TrimRight(text[:begin], " "))
	if !found || !knownFields[word] || end == 0 || strings.IndexByte("[{,:", text[end-1]) >= 0 {
		return nil
	}
	return s.replace(line, begin, end, end, ",", `a comma is missing before "%s"`, word)
}

const quoteAll = `text follows the closing quote; put quotes around all of it, and write a quote in it twice ('') or, in double quotes, as \"`

// valueUnquoted is about a value that needs quotes around all of it.
func valueUnquoted(s *stop, line int) *fault {
	p := s.parse(line)
	if p.text == "" {
		return nil
	}
	end := p.value + len(p.text)
	atStop := line == s.at && s.column > p.value && s.bracket() == 0
	switch v := p.text; {
	case v[0] == '"' || v[0] == '\'':
		n := closing(v)
		if n == 0 || strings.TrimSpace(v[n:]) == "" || strings.HasPrefix(v[n:], " #") {
			return nil
		}
		return s.replace(line, end-len(strings.TrimLeft(v[n:], " ")), p.value, end, requoted(v), "%s", quoteAll)
	case strings.IndexByte("@`%*&,]}?", v[0]) >= 0:
		return s.replace(line, p.value, p.value, end, singleQuoted(v), startNeedsQuotes, v[:1], clip(singleQuoted(v)))
	case strings.IndexByte("[{", v[0]) >= 0 && atStop:
		return s.replace(line, s.column, p.value, end, inQuotes(v), "text follows the closing bracket; a text that begins with a bracket needs quotes")
	case strings.IndexByte("|>", v[0]) >= 0 && line == s.at:
		fixed := inQuotes(v)
		if line+1 < len(s.lines) && s.parse(line+1).indent > p.content {
			fixed = v[1:]
		}
		return s.replace(line, p.value+1, p.value, end, fixed, `after "|" or ">" the text begins in the next line, indented; a text that begins with such a character needs quotes`)
	case strings.HasPrefix(v, "- ") && p.key != "":
		return s.replace(line, p.value, p.value, end, inQuotes(v), `the entries of a list each need a line of their own; a text that begins with "- " needs quotes`)
	case line == s.at && strings.IndexByte("[{|>", v[0]) < 0 && (p.key != "" || p.isEntry()):
		return s.colonInText(line, p)
	}
	return nil
}

const startNeedsQuotes = `a text that begins with "%s" needs quotes: %s`

func (s *stop) colonInText(line int, p lineParts) *fault {
	v, _, _ := strings.Cut(p.text, " #")
	v = strings.TrimRight(v, " ")
	colon := strings.Index(v+" ", ": ")
	if colon < 0 {
		return nil
	}
	before := strings.TrimLeft(s.lines[line][:p.value], " -")
	shown := before + clip(v)
	if quoted := inQuotes(v); len([]rune(quoted)) <= longestName {
		shown = before + quoted
	}
	return s.replace(line, p.value+colon, p.value, p.value+len(v), inQuotes(v), `a text with ": " in it needs quotes: %s`, shown)
}

// segmentUnquoted is about a value in brackets that needs quotes.
func segmentUnquoted(s *stop, line int) *fault {
	if line != s.at || s.next() == 0 || s.bracket() == 0 && strings.IndexByte("@`%*&", s.next()) < 0 || !strings.ContainsAny(s.lines[line][:s.column]+string(s.bracket()), "[{") {
		return nil
	}
	text := s.lines[line]
	end := valueEnd(text, s.column)
	before := strings.TrimRight(text[:s.column], " ")
	switch c := s.next(); {
	case strings.IndexByte("@`%*&", c) >= 0:
		value := strings.TrimRight(text[s.column:end], " ")
		return s.replace(line, s.column, s.column, s.column+len(value), singleQuoted(value), startNeedsQuotes, value[:1], clip(singleQuoted(value)))
	case before != "" && strings.IndexByte(`"'`, before[len(before)-1]) >= 0:
		start := openingQuote(before)
		if start < 0 {
			return nil
		}
		return s.replace(line, s.column, start, end, requoted(strings.TrimRight(text[start:end], " ")), "%s", quoteAll)
	case c == '[' && s.column > 0 && strings.IndexByte("[{,: ", text[s.column-1]) < 0 && strings.Contains(text[s.column:], "]"):
		start := strings.LastIndexAny(text[:s.column], "[{,") + 1
		end := valueEnd(text, s.column+strings.Index(text[s.column:], "]")+1)
		return s.quoteSegment(line, start, end, "a text with one of , [ ] { } in it needs quotes: "+inQuotes(strings.TrimSpace(text[start:end])))
	case c == ':':
		start := max(strings.LastIndex(text[:s.column], ": ")+1, strings.LastIndexAny(text[:s.column], "[{,")+1)
		return s.quoteSegment(line, start, end, `a text with ": " in it needs quotes`)
	}
	return nil
}

// quoteSegment puts what is between two bytes in quotes.
func (s *stop) quoteSegment(line, start, end int, message string) *fault {
	value := strings.TrimSpace(s.lines[line][start:end])
	start += strings.Index(s.lines[line][start:], value)
	return s.replace(line, s.column, start, start+len(value), inQuotes(value), "%s", message)
}

// wrongBracket is about a bracket that ends something else, or nothing.
func wrongBracket(s *stop, line int) *fault {
	text, open, c := s.lines[line], s.bracket(), s.next()
	if line != s.at || c != ']' && c != '}' || c == closer(open) {
		return nil
	}
	if open == 0 {
		return s.replace(line, s.column, s.column, s.column+1, "", `this "%c" ends nothing; a text that begins or ends with a bracket needs quotes`, c)
	}
	if i := strings.IndexByte(text[s.column:], closer(open)); i >= 0 && open == '{' {
		start := strings.LastIndex(text[:s.column], ": ") + 1
		return s.quoteSegment(line, start, s.column+i, `a comma or a "}" is missing before this; a text with one of , [ ] { } in it needs quotes within "{}"`)
	}
	column, what := s.column, "is open"
	if s.began == line {
		column, what = s.beganAt, "begins"
	}
	return s.replace(line, column, s.column, s.column, string(closer(open)), `the "%c" that %s here has no "%c"`, open, what, closer(open))
}

// severalLines is about a text below its field with what looks like a field in it.
func severalLines(s *stop, line int) *fault {
	p := s.parse(line)
	if !strings.Contains(p.key, " ") || p.isEntry() {
		return nil
	}
	head := s.above(line)
	for ; head >= 0; head = s.above(head) {
		q := s.parse(head)
		if q.indent < p.indent && q.key != "" {
			break
		}
		if q.isEntry() {
			return nil
		}
	}
	if head < 0 {
		return nil
	}
	const needs = `a text over several lines with ": " in it needs ">-" after the name of its field`
	column := p.content + len(p.key)
	text := strings.TrimRight(s.lines[head], " \r")
	if s.parse(head).text != "" {
		return &fault{line, column, needs + ", and begins in the line below", line, ""}
	}
	return &fault{line, column, fmt.Sprintf(`%s: "%s >-"`, needs, clip(strings.TrimSpace(text))), head, text + " >-"}
}

var nextField = regexp.MustCompile(`, *([A-Za-z]+):`)

// quoteOpen is about a quote that has no end in its line.
func quoteOpen(s *stop, line int) *fault {
	text := strings.TrimRight(s.lines[line], " \r")
	for i := s.parse(line).content; i < len(text); i++ {
		before := strings.TrimRight(text[:i], " ")
		if strings.IndexByte(`"'`, text[i]) < 0 || before != "" && strings.IndexByte("[{,:-", before[len(before)-1]) < 0 {
			continue
		}
		if n := closing(text[i:]); n > 0 {
			i += n - 1
			continue
		}
		end := len(text)
		if strings.ContainsAny(before, "[{") || s.bracket() != 0 {
			end = len(strings.TrimRight(text, "]}"))
			for _, m := range nextField.FindAllStringSubmatchIndex(text, -1) {
				if m[0] > i && knownFields[text[m[2]:m[3]]] {
					end = m[0]
					break
				}
			}
		}
		return s.replace(line, i, end, end, text[i:i+1], "the quote that begins here has no end")
	}
	return nil
}

func bracketOpen(s *stop, line int) *fault {
	text := strings.TrimRight(s.lines[line], " \r,")
	first, missing := 0, "" // where the outermost begins, and what ends all of them
	for i := s.parse(line).content; i < len(text); i++ {
		switch end := string(closer(text[i])); text[i] {
		case '[', '{':
			if missing == "" {
				first = i
			}
			missing = end + missing
		case ']', '}':
			missing = missing[min(1, len(missing)):]
		}
	}
	if missing == "" {
		return nil
	}
	return &fault{line, first, fmt.Sprintf(`the "%c" that begins here has no "%c"`, text[first], closer(text[first])), line, text + missing}
}

func dashMissing(s *stop, line int) *fault {
	p := s.parse(line)
	if p.key != "" || p.isEntry() || p.text == "" {
		return nil
	}
	word, _, _ := strings.Cut(p.text, " ")
	for above := s.above(line); above >= 0; above = s.above(above) {
		switch q := s.parse(above); {
		case q.indent == p.indent && q.isEntry() && !knownFields[word]:
			return s.replace(line, p.indent, p.indent, p.indent, "- ", `a "- " is missing before this entry of the list`)
		case q.indent <= p.indent:
			return nil
		}
	}
	return nil
}

func colonMissing(s *stop, line int) *fault {
	p := s.parse(line)
	if p.key != "" || p.text == "" || strings.IndexByte(`"'[{|>`, p.text[0]) >= 0 {
		return nil
	}
	word, _, _ := strings.Cut(p.text, " ")
	end := p.content + len(word)
	return s.replace(line, p.content, end, end, ":", "a colon is missing after the name of the field")
}

const wrongColumn = "the indentation is wrong: fields that belong together begin in the same column"

// indentation moves a line to where one above begins.
func indentation(s *stop, line int) *fault {
	p := s.parse(line)
	above := s.above(line)
	if above < 0 {
		if p.indent > 0 {
			return s.replace(line, p.indent, 0, p.indent, "", wrongColumn)
		}
		return nil
	}
	if line != s.at {
		return nil
	}
	message := ""
	column := -1
	for ; above >= 0 && column < 0; above = s.above(above) {
		q := s.parse(above)
		switch {
		case p.isEntry() && q.isEntry():
			column, message = q.indent, `the indentation is wrong: the "- " of all entries of a list begin in one column`
		case p.isEntry():
		case q.isEntry():
			column, message = q.content, `the indentation is wrong: the fields of an entry begin in the column of its first, after the "- "`
		case q.key != "" && p.indent > q.content && q.text != "":
			column, message = q.content, "the indentation is wrong: this is further to the right than the field above, which has a value"
		case q.key != "" && p.indent < q.content:
			column, message = q.content, wrongColumn
		}
	}
	if column < 0 || column == p.indent {
		return nil
	}
	return s.replace(line, p.indent, 0, p.indent, strings.Repeat(" ", column), "%s", message)
}

// deeperEntry is about an entry one column to the right of the one above.
func deeperEntry(s *stop, line int) *fault {
	dashAt := func(line int) int { return strings.Index(s.lines[line], "- ") }
	if line == 0 || dashAt(line) < 1 || dashAt(line-1) != dashAt(line)-1 {
		return nil // quick, since all lines are looked at
	}
	p, q := s.parse(line), s.parse(line-1)
	if !p.isEntry() || !q.isEntry() || q.key != "" || p.indent != q.indent+1 {
		return nil
	}
	return s.replace(line, p.indent, 0, p.indent, strings.Repeat(" ", p.indent-1), `the indentation is wrong: the "- " of all entries of a list begin in one column`)
}
