package resume

import (
	_ "embed"
	"regexp"
	"strings"
	"sync"
)

//go:embed mistakes.txt
var mistakesTable string

// mistake is one that people make in YAML; mistakes.txt says how it is written.
type mistake struct {
	example        string
	looksLike      *regexp.Regexp
	mended, advice string // with names of groups
}

// mistakes are those of the table.
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
	var all []mistake
	for _, row := range tableRows(mistakesTable) {
		pattern := regexp.MustCompile(`(?m)\A` + short.Replace(long.Replace(row["like"])))
		example := strings.NewReplacer("↵", "\n", "⇥", "\t").Replace(row["bad"])
		all = append(all, mistake{example, pattern, row["good"], row["say"]})
	}
	return all
})

// tableRows returns the rows of a table of mistakes, of which each is "name: value" in
// some lines. What has no line "like" is a comment.
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

// repair is a text without a mistake that was at a byte of it.
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

// inQuotes returns a text in the quotes that it needs fewest escapes in.
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

// fieldNames matches the names of all fields.
var fieldNames = func() string {
	all := []string{"ssh-resume"}
	for _, fields := range table {
		for _, f := range fields {
			all = append(all, regexp.QuoteMeta(f.Name))
		}
	}
	return "(?:" + strings.Join(all, "|") + ")"
}()
