package resume

import (
	_ "embed"
	"errors"
	"maps"
	"regexp"
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"go.yaml.in/yaml/v4"
)

// A YAML parser says where it had to stop, which can be far from a mistake, and not what to do. So the common
// mistakes are in a table, and the first whose repair lets the parser continue is reported. The fields of the
// root are mended one by one, so that a mistake affects only its own field.

// mender finds and mends the mistakes in a file that is not YAML.
type mender struct {
	*problems
	file    string
	anchors map[string]bool // of all parts, including "&"
	budget  int             // the bytes that may still be looked at
}

// Limits of the work on a file.
const (
	mendBudget    = 8 << 20 // bytes
	costOfAttempt = 400     // bytes, beside those of the text
	nearLines     = 100     // lines above where the parser stopped
	nearBytes     = 8 << 10
)

// mend returns the file with its mistakes mended, and reports them. It leaves out fields of the root that it can't mend.
func (m *mender) mend() string {
	var mended strings.Builder
	m.anchors = setOf(anchors.FindAllString(m.file, -1))
	line := 1
	for _, part := range rootFields(m.file) {
		if len(m.list) > maxListed || m.budget < 0 {
			m.incomplete = true
			break
		}
		mended.WriteString(m.part(part, line))
		line += strings.Count(part, "\n")
	}
	if !m.failed() { // together, the parts are not YAML
		m.anchors = nil // there are no other parts
		return m.part(m.file, 1)
	}
	return mended.String()
}

// rootFields returns what comes before the fields of the root, and each of them.
func rootFields(file string) (all []string) {
	from, at := 0, 0
	for line := range strings.Lines(file) {
		if first, _ := utf8.DecodeRuneInString(line); unicode.IsLetter(first) || strings.ContainsRune(`"'$`, first) {
			all = append(all, file[from:at])
			from = at
		}
		at += len(line)
	}
	return append(all, file[from:])
}

// part mends the lines of a field of the root; line is the number of the first.
func (m *mender) part(text string, line int) string {
	for {
		at, message := m.try(text)
		if message == "" {
			return text
		}
		r := m.repair(text, at, message)
		n := place([]byte(text), r.at)
		n.line += line - 1
		m.fail(n, "%s", r.advice)
		if r.text == "" {
			m.incomplete = true
			return strings.Repeat("\n", strings.Count(text, "\n"))
		}
		text = r.text
	}
}

// repair returns the first repair with which the parser reads all of a text, or else the first with which it
// gets further. A repair without a text says why there is none.
func (m *mender) repair(text string, stop int, message string) repair {
	best := repair{at: stop, advice: "this is not YAML: " + message + "; the rest of this part of the file was not checked"}
	lines, end := suspects(text, stop)
	for _, begin := range lines {
		m.budget -= end - begin
	}
	for _, mistake := range mistakes() {
		for _, begin := range lines {
			if m.budget < 0 {
				return best
			}
			r, ok := mistake.in(text, begin, end)
			if !ok {
				continue
			}
			after, message := m.try(r.text)
			if message == "" {
				return r
			}
			if best.text == "" && after > stop && len(r.text)-after < len(text)-stop {
				best = r
			}
		}
	}
	return best
}

// suspects returns where the lines begin that may have the mistake, nearest to the stop first, and the last one's end.
func suspects(text string, stop int) (begin []int, end int) {
	rest, _, _ := strings.Cut(text[stop:], "\n")
	end = len(strings.TrimRight(text[:stop+len(rest)], " \n")) // at the end of a part, the last line
	for next := end; len(begin) < nearLines && next >= 0; {
		from := strings.LastIndexByte(text[:next], '\n') + 1
		if end-from > nearBytes {
			break
		}
		if line := strings.TrimSpace(text[from:next]); line != "" && line[0] != '#' {
			begin = append(begin, from)
		}
		next = from - 1
	}
	return begin, end
}

// try returns the byte at which the parser stops in a text, and why; no message if it reads everything.
func (m *mender) try(text string) (stop int, message string) {
	m.budget -= costOfAttempt + len(text)
	documents, err := loadYAML([]byte(text))
	if err == nil {
		if len(documents) > 0 && documents[0].Content[0].Kind == yaml.ScalarNode && len(rootFields(text)) > 1 {
			return 0, "missing colon" // only the name of a field
		}
		return 0, ""
	}
	load, ok := errors.AsType[*yaml.LoadError](err)
	if !ok {
		return 0, err.Error()
	}
	if anchor := unknownAnchor.FindStringSubmatch(load.Message); len(anchor) > 1 && m.anchors["&"+anchor[1]] {
		return 0, "" // the anchor is in another part
	}
	return offsetOf(text, load.Mark), Joined(": ", strings.TrimPrefix(load.ContextMsg, "while "), load.Message)
}

var (
	anchors       = regexp.MustCompile(`&[^\s,\[\]{}]*[^\s,\[\]{}:]`)
	unknownAnchor = regexp.MustCompile(`unknown anchor '(.*)'`)
)

func offsetOf(text string, place yaml.Mark) int {
	offset := 0
	for range place.Line - 1 {
		offset += strings.IndexByte(text[offset:], '\n') + 1
	}
	for range place.Column - 1 {
		_, size := utf8.DecodeRuneInString(text[offset:])
		offset += size
	}
	return offset
}

//go:embed mistakes.txt
var mistakesTable string

// mistake is a common mistake in YAML; mistakes.txt describes the format.
type mistake struct {
	looksLike      *regexp.Regexp
	mended, advice string // with names of groups
}

var mistakes = sync.OnceValue(func() []mistake {
	long := strings.NewReplacer(
		"HEAD", `(?P<in> *(?:- +)*)(?P<key>(?:KEY: +)?)`,
		"FLOW", `(?P<flow>.*?[\[{,:] *)`,
		"ENTRY", `(?P<in> *)(?P<above>- .*\nLINES)`,
	)
	short := strings.NewReplacer(
		"LINES", `(?:.*\n)*`,
		"WORD", `[\w$-]+`,
		"KEY", `[^\s"'\[\]{}|>@%#&*!?:,-][^:\n]*`,
		"FIELD", fieldNames,
	)
	return each(tableRows(mistakesTable), func(row map[string]string) mistake {
		return mistake{regexp.MustCompile(`(?m)\A` + short.Replace(long.Replace(row["like"]))), row["good"], row["say"]}
	})
})

// tableRows returns the rows of a table of mistakes. Each row is several lines of "name: value"; without a line
// "like" it is a comment.
func tableRows(table string) []map[string]string {
	var rows []map[string]string
	for block := range strings.SplitSeq(table, "\n\n") {
		row := map[string]string{}
		for line := range strings.Lines(block) {
			name, value, _ := strings.Cut(line, ":")
			row[name] = strings.TrimSpace(value)
		}
		if row["like"] != "" {
			rows = append(rows, row)
		}
	}
	return rows
}

// repair is a text without the mistake that was at a byte of it.
type repair struct {
	text   string
	at     int
	advice string
}

// in returns the repair of a text if the mistake is in the lines from begin to end.
func (m mistake) in(text string, begin, end int) (r repair, ok bool) {
	lines := text[begin:end]
	match := m.looksLike.FindStringSubmatchIndex(lines)
	if match == nil {
		return repair{}, false
	}
	quoted := ""
	if i := m.looksLike.SubexpIndex("text"); i > 0 {
		quoted = inQuotes(lines[match[2*i]:match[2*i+1]])
	}
	expand := func(template, quoted string) string {
		template = strings.ReplaceAll(template, "$quoted", strings.ReplaceAll(quoted, "$", "$$"))
		return string(m.looksLike.ExpandString(nil, template, lines, match))
	}
	return repair{
		text:   text[:begin] + expand(m.mended, quoted) + text[begin+match[1]:],
		at:     begin + match[2*m.looksLike.SubexpIndex("at")],
		advice: expand(m.advice, clip(quoted)),
	}, true
}

// inQuotes returns a text in the quotes that need the fewest escapes.
func inQuotes(v string) string {
	if strings.ContainsAny(v, `"\`) {
		return "'" + strings.ReplaceAll(v, "'", "''") + "'"
	}
	return `"` + v + `"`
}

// spaceHint says what to do if a text should be a field or an entry of a list: "name:Ada".
func spaceHint(text string) string {
	switch {
	case strings.HasPrefix(text, "-"):
		return `; write a space after the "-"`
	case noSpace.MatchString(text):
		return "; write a space after the colon"
	}
	return ""
}

var noSpace = regexp.MustCompile(`^` + fieldNames + `:[^\s/:]`)

var fieldNames = func() string {
	fields := slices.Concat(slices.Collect(maps.Values(table))...)
	names := each(fields, func(f Field) string { return regexp.QuoteMeta(f.Name) })
	return "(?:" + OwnGroup + "|" + strings.Join(names, "|") + ")"
}()
