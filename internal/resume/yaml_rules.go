package resume

import (
	"fmt"
	"regexp"
	"strings"
)

// rules propose how to mend a line, the more specific first. Each returns nil for
// a line that it does not apply to.
var rules = []func(s *stop, line int) *fault{
	tab, unknownEscape, spaceAfterColon, spaceAfterDash, commaMissing, afterQuote, needsQuotes, colonInBrackets,
	wrongBracket, endsNothing, afterBrackets, blockHeader, dashInValue, severalLines, colonInText,
	quoteOpen, bracketOpen, dashMissing, colonMissing, indentation,
}

// silentRules are those about lines that YAML may read as something else.
var silentRules = []func(s *stop, line int) *fault{spaceAfterColon, spaceAfterDash, deeperEntry}

func tab(s *stop, line int) *fault {
	text := s.lines[line]
	column := len(text) - len(strings.TrimLeft(text, " "))
	rest := strings.TrimLeft(text, " \t")
	if column >= len(text) || text[column] != '\t' || rest == "" {
		return nil
	}
	indent := 0
	if above := s.above(line); above >= 0 {
		p := s.parse(above)
		if indent = p.content; p.hasKey && p.text == "" {
			indent += 2
		}
	}
	return s.replace(line, column, 0, len(text)-len(rest), strings.Repeat(" ", indent), "a tab; YAML takes only spaces for indentation")
}

func unknownEscape(s *stop, line int) *fault {
	if line != s.at || !strings.Contains(s.message, "escape") || s.next() != '\\' {
		return nil
	}
	return s.replace(line, s.column, s.column, s.column, `\`, `in double quotes "\" begins an escape; write "\\", or use single quotes`)
}

// noSpace matches a field with no space before its value.
var noSpace = regexp.MustCompile(`(?:^ *(?:- +)*|[\[{,] *)([A-Za-z$-]+):[^\s/:]`)

// hasColon reports whether there is a colon with no space after it, quickly, since
// all lines are looked at.
func hasColon(text string) bool {
	for i := strings.IndexByte(text, ':'); i >= 0 && i+1 < len(text); {
		if strings.IndexByte(" /:", text[i+1]) < 0 {
			return true
		}
		next := strings.IndexByte(text[i+1:], ':')
		if next < 0 {
			break
		}
		i += 1 + next
	}
	return false
}

func spaceAfterColon(s *stop, line int) *fault {
	if !hasColon(s.lines[line]) {
		return nil
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

func afterQuote(s *stop, line int) *fault {
	p := s.parse(line)
	text := strings.TrimRight(s.lines[line], " \r")
	if s.bracket() != 0 && line == s.at {
		before := strings.TrimRight(text[:min(s.column, len(text))], " ")
		if before == "" || strings.IndexByte(`"'`, before[len(before)-1]) < 0 {
			return nil
		}
		start := openingQuote(before)
		end := valueEnd(text, s.column)
		if start < 0 {
			return nil
		}
		return s.replace(line, s.column, start, end, requoted(strings.TrimRight(text[start:end], " ")), "%s", quoteAll)
	}
	if p.text == "" || strings.IndexByte(`"'`, p.text[0]) < 0 {
		return nil
	}
	end := closing(p.text)
	if end < 0 || strings.TrimSpace(p.text[end:]) == "" || strings.HasPrefix(p.text[end:], " #") {
		return nil
	}
	column := len(text) - len(strings.TrimLeft(p.text[end:], " "))
	return s.replace(line, column, p.value, len(text), requoted(p.text), "%s", quoteAll)
}

func needsQuotes(s *stop, line int) *fault {
	p := s.parse(line)
	start, end := p.value, len(strings.TrimRight(s.lines[line], " \r"))
	if line == s.at && s.column > start && strings.IndexByte("@`%*&", s.next()) >= 0 && s.next() != 0 && strings.ContainsAny(s.lines[line][:s.column], "[{") {
		start, end = s.column, valueEnd(s.lines[line], s.column)
	}
	if start >= end || strings.IndexByte("@`%*&,]}?", s.lines[line][start]) < 0 || p.text == "" && p.value == start {
		return nil
	}
	value := strings.TrimRight(s.lines[line][start:end], " ")
	return s.replace(line, start, start, start+len(value), singleQuoted(value),
		`a text that begins with "%s" needs quotes: %s`, value[:1], clip(singleQuoted(value)))
}

func colonInBrackets(s *stop, line int) *fault {
	if line != s.at || s.next() != ':' || s.bracket() == 0 {
		return nil
	}
	text := s.lines[line]
	start := max(strings.LastIndex(text[:s.column], ": ")+1, strings.LastIndexAny(text[:s.column], "[{,")+1)
	return s.quoteSegment(line, start, valueEnd(text, s.column), `a text with ": " in it needs quotes`)
}

// quoteSegment puts what is between two bytes in quotes.
func (s *stop) quoteSegment(line, start, end int, message string) *fault {
	value := strings.TrimSpace(s.lines[line][start:end])
	start += strings.Index(s.lines[line][start:], value)
	return s.replace(line, s.column, start, start+len(value), inQuotes(value), "%s", message)
}

func wrongBracket(s *stop, line int) *fault {
	open := s.bracket()
	if line != s.at || open == 0 || s.next() != ']' && s.next() != '}' || s.next() == closer(open) {
		return nil
	}
	text := s.lines[line]
	if i := strings.IndexByte(text[s.column:], closer(open)); i >= 0 && open == '{' {
		start := strings.LastIndex(text[:s.column], ": ") + 1
		return s.quoteSegment(line, start, s.column+i, `a comma or a "}" is missing before this; a text with one of , [ ] { } in it needs quotes within "{}"`)
	}
	if s.began == line {
		return s.replace(line, s.beganAt, s.column, s.column, string(closer(open)), `the "%c" that begins here has no "%c"`, open, closer(open))
	}
	return s.replace(line, s.column, s.column, s.column, string(closer(open)), `the "%c" that is open here has no "%c"`, open, closer(open))
}

func endsNothing(s *stop, line int) *fault {
	if line != s.at || s.next() != ']' && s.next() != '}' || s.bracket() != 0 {
		return nil
	}
	return s.replace(line, s.column, s.column, s.column+1, "", `this "%c" ends nothing; a text that begins or ends with a bracket needs quotes`, s.next())
}

func afterBrackets(s *stop, line int) *fault {
	p := s.parse(line)
	if line != s.at || s.bracket() != 0 || p.text == "" || strings.IndexByte("[{", p.text[0]) < 0 || s.column <= p.value {
		return nil
	}
	return s.replace(line, s.column, p.value, p.value+len(p.text), inQuotes(p.text), "text follows the closing bracket; a text that begins with a bracket needs quotes")
}

func blockHeader(s *stop, line int) *fault {
	p := s.parse(line)
	if line != s.at || p.text == "" || strings.IndexByte("|>", p.text[0]) < 0 {
		return nil
	}
	end, fixed := p.value+len(p.text), inQuotes(p.text)
	if line+1 < len(s.lines) && s.parse(line+1).indent > p.content {
		end, fixed = p.value+1, ""
	}
	return s.replace(line, p.value+1, p.value, end, fixed, `after "|" or ">" the text begins in the next line, indented; a text that begins with such a character needs quotes`)
}

var dashValue = regexp.MustCompile(`^( *(?:- +)*[A-Za-z]+: +)(- .*)$`)

func dashInValue(s *stop, line int) *fault {
	m := dashValue.FindStringSubmatch(strings.TrimRight(s.lines[line], " \r"))
	if m == nil {
		return nil
	}
	return s.replace(line, len(m[1]), len(m[1]), len(m[1]+m[2]), inQuotes(m[2]),
		`the entries of a list each need a line of their own; a text that begins with "- " needs quotes`)
}

// severalLines is about a text below its field with what looks like a field in it.
func severalLines(s *stop, line int) *fault {
	p := s.parse(line)
	if !strings.Contains(p.key, " ") || p.isEntry() {
		return nil
	}
	head := line
	for head = s.above(line); head >= 0 && (s.parse(head).indent >= p.indent || !s.parse(head).hasKey); head = s.above(head) {
		if s.parse(head).isEntry() {
			return nil
		}
	}
	if head < 0 {
		return nil
	}
	column := p.content + len(p.key)
	text := strings.TrimRight(s.lines[head], " \r")
	if s.parse(head).text != "" {
		return &fault{line, column, `a text over several lines with ": " in it needs ">-" after the name of its field, and begins in the line below`, line, ""}
	}
	message := fmt.Sprintf(`a text over several lines with ": " in it needs ">-" after the name of its field: "%s >-"`, clip(strings.TrimSpace(text)))
	return &fault{line, column, message, head, text + " >-"}
}

func colonInText(s *stop, line int) *fault {
	p := s.parse(line)
	v := p.text
	if comment := strings.Index(v, " #"); comment >= 0 {
		v = strings.TrimRight(v[:comment], " ")
	}
	if line != s.at || v == "" || strings.IndexByte(`"'[{|>`, v[0]) >= 0 || !p.hasKey && !p.isEntry() {
		return nil
	}
	colon := strings.Index(v, ": ")
	if colon < 0 && strings.HasSuffix(v, ":") {
		colon = len(v) - 1
	}
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
	var open []int
	for i := s.parse(line).content; i < len(text); i++ {
		switch text[i] {
		case '[', '{':
			open = append(open, i)
		case ']', '}':
			open = open[:max(len(open)-1, 0)]
		}
	}
	if len(open) == 0 {
		return nil
	}
	fixed := text
	for i := len(open) - 1; i >= 0; i-- {
		fixed += string(closer(text[open[i]]))
	}
	first := text[open[0]]
	return &fault{line, open[0], fmt.Sprintf(`the "%c" that begins here has no "%c"`, first, closer(first)), line, fixed}
}

func dashMissing(s *stop, line int) *fault {
	p := s.parse(line)
	if p.hasKey || p.isEntry() || p.text == "" {
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
	if p.hasKey || p.text == "" || strings.IndexByte(`"'[{|>`, p.text[0]) >= 0 {
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
		case q.hasKey && p.indent > q.content && q.text != "":
			column, message = q.content, "the indentation is wrong: this is further to the right than the field above, which has a value"
		case q.hasKey && p.indent < q.content:
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
	if !p.isEntry() || !q.isEntry() || q.hasKey || p.indent != q.indent+1 {
		return nil
	}
	return s.replace(line, p.indent, 0, p.indent, strings.Repeat(" ", p.indent-1), `the indentation is wrong: the "- " of all entries of a list begin in one column`)
}
