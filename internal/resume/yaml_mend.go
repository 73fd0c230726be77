package resume

import (
	"errors"
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"go.yaml.in/yaml/v4"
)

// A YAML parser says where it had to stop, which can be far from a mistake, and
// not how to go on. So mistakes are guessed: each rule in yaml_rules.go proposes to
// change one line, and what lets the parser go on furthest was the mistake. The
// fields of the root are tried one by one, so that each mistake stays in its own.

// mender finds and mends the mistakes in a file that is not YAML.
type mender struct {
	*problems
	lines   []string
	budget  int          // the bytes that may still be parsed
	touched map[int]bool // lines that were mended, from 1
	anchors map[string]bool
}

// fault is a mistake, and the line as it should be.
type fault struct {
	line, column int // from 0; the column in bytes
	message      string
	fixLine      int
	fixed        string // empty if that is not known
}

// stop is where a parser had to stop: lines from 0 in the part, columns in bytes.
type stop struct {
	lines          []string
	at, column     int
	began, beganAt int // -1 if it did not say
	message        string
	context        string // what it was reading
}

// Limits of the work on a file.
const (
	mendBudget        = 3 << 20 // bytes
	costOfAttempt     = 400     // bytes, beside those of the text
	mostMistakes      = 20      // in a part
	mostProblems      = 100
	longestLine       = 4 << 10 // no person types a longer one
	notCheckedFurther = "; the rest was not checked"
)

// mend returns the file with its mistakes mended, or nil if one of them is not
// understood. It reports them: those that YAML reads as something that nobody means
// as warnings, if there are no others.
func (m *mender) mend(broken bool) []byte {
	understood := true
	for from := 0; from < len(m.lines) && len(m.list) <= mostProblems; {
		to := from + 1
		for to < len(m.lines) && !beginsPart.MatchString(m.lines[to]) {
			to++
		}
		understood = m.part(from, to, broken) && understood
		from = to
	}
	if !understood {
		return nil
	}
	return []byte(strings.Join(m.lines, "\n"))
}

// beginsPart matches a line that begins a field of the root.
var beginsPart = regexp.MustCompile(`^["'$\pL]`)

// part mends the lines of a field of the root.
func (m *mender) part(from, to int, broken bool) bool {
	if !broken {
		m.mendSilent(from, to)
		return true
	}
	for range mostMistakes {
		s, _ := m.try(m.lines[from:to])
		if s == nil {
			m.mendSilent(from, to)
			return true
		}
		f := m.guess(s)
		if f == nil {
			f = &fault{line: s.at, column: s.column, message: "this is not YAML: " + strings.TrimPrefix(s.context+s.message, "while ")}
		}
		if m.report(from, f, false); f.fixed == "" || len(m.list) > mostProblems {
			return false
		}
	}
	return false
}

// report reports a fault in a part, and mends it.
func (m *mender) report(from int, f *fault, warning bool) {
	message := f.message
	if f.fixed == "" {
		message += notCheckedFurther
	}
	line := m.lines[from+f.line]
	m.add(from+f.line+1, utf8.RuneCountInString(line[:min(f.column, len(line))])+1, warning, "%s", message)
	if f.fixed != "" {
		m.touched[from+f.line+1], m.touched[from+f.fixLine+1] = true, true
		m.lines[from+f.fixLine] = f.fixed
	}
}

// guess returns the first fault whose mending lets the parser go on furthest.
func (m *mender) guess(s *stop) *fault {
	var best *fault
	var reached *stop
	for _, rule := range rules {
		for _, i := range s.suspects() {
			if len(s.lines[i]) > longestLine || m.budget < 0 || strings.HasPrefix(strings.TrimSpace(s.lines[i]), "#") {
				continue
			}
			f := rule(s, i)
			switch {
			case f == nil, f.fixed == "" && i != s.at:
				continue
			case f.fixed == "":
				return f
			}
			after, _ := m.tryFixed(s, f)
			if after == nil {
				return f
			}
			beyond := after.at > f.fixLine || f.fixLine == s.at && after.at == s.at
			if beyond && after.isAfter(s) && (best == nil || after.isAfter(reached)) {
				best, reached = f, after
			}
		}
	}
	return best
}

func (s *stop) isAfter(other *stop) bool {
	return s.at > other.at || s.at == other.at && s.column > other.column
}

// suspects returns the lines that the mistake may be in: where the parser stopped,
// some above, all above that have a quote, and where what it was reading began.
func (s *stop) suspects() []int {
	const most = 12
	all := []int{s.at}
	for i := s.above(s.at); i >= 0; i = s.above(i) {
		if len(all) < most || quoteInLine.MatchString(s.lines[i]) {
			all = append(all, i)
		}
	}
	if s.began >= 0 && !slices.Contains(all, s.began) {
		all = append(all, s.began)
	}
	return all
}

var quoteInLine = regexp.MustCompile(`[:\[{,-] *["']`)

// try returns where the parser of a part stopped, or nil and the number of its values.
func (m *mender) try(lines []string) (*stop, int) {
	s := &stop{lines: lines, began: -1, message: "much is wrong"}
	text := strings.Join(lines, "\n")
	if m.budget -= costOfAttempt + len(text); m.budget < 0 {
		return s, 0
	}
	document, _, err := loadYAML([]byte(text))
	var load *yaml.LoadError
	switch {
	case err == nil && document != nil && document.Content[0].Kind == yaml.ScalarNode && beginsPart.MatchString(text):
		s.message = "no field" // the name alone
		return s, 0
	case err == nil:
		return nil, countValues(document)
	case !errors.As(err, &load):
		s.message = err.Error()
		return s, 0
	case strings.Contains(load.Message, "unknown anchor") && m.hasAnchor(load.Message):
		return nil, 0 // it is in another part
	}
	s.message = load.Message
	if load.ContextMsg != "" {
		s.context = load.ContextMsg + ": "
		s.began, s.beganAt = s.inBytes(load.ContextMark)
	}
	s.at, s.column = s.inBytes(load.Mark)
	return s, 0
}

// tryFixed is like try, with a fault mended.
func (m *mender) tryFixed(s *stop, f *fault) (*stop, int) {
	attempt := slices.Clone(s.lines)
	attempt[f.fixLine] = f.fixed
	return m.try(attempt)
}

// hasAnchor reports whether the anchor that a message names is in the file.
func (m *mender) hasAnchor(message string) bool {
	if m.anchors == nil {
		m.anchors = map[string]bool{}
		for _, line := range m.lines {
			for _, anchor := range anchorForm.FindAllStringSubmatch(line, -1) {
				m.anchors[anchor[1]] = true
			}
		}
	}
	_, rest, _ := strings.Cut(message, "'")
	name, _, _ := strings.Cut(rest, "'")
	return m.anchors[name]
}

var anchorForm = regexp.MustCompile(`&([\w-]+)`)

func (s *stop) inBytes(mark yaml.Mark) (line, column int) {
	line = min(max(mark.Line-1, 0), len(s.lines)-1)
	text := []rune(s.lines[line])
	column = max(mark.Column-1, 0)
	if column > len(text) || mark.Line > len(s.lines) {
		column = len(text)
	}
	return line, len(string(text[:column]))
}

// countValues counts the values that are not empty, with the names of fields.
func countValues(n *yaml.Node) int {
	if n == nil {
		return 0
	}
	count := 0
	if n.Kind == yaml.ScalarNode && n.ShortTag() != "!!null" {
		count = 1
	}
	for _, child := range n.Content {
		count += countValues(child)
	}
	return count
}

// mendSilent mends and reports what YAML reads as something that nobody means:
// "name:Ada" and "-a" are texts. Such a line in a text is left alone: there, a
// change makes no more values.
func (m *mender) mendSilent(from, to int) {
	values := -1
	for i := from; i < to && len(m.list) < mostProblems && m.budget > 0; i++ {
		s := &stop{lines: m.lines[from:to], at: i - from, began: -1}
		for _, rule := range silentRules {
			f := rule(s, s.at)
			if len(m.lines[i]) > longestLine || f == nil {
				continue
			}
			if values < 0 {
				_, values = m.try(s.lines)
			}
			if wrong, more := m.tryFixed(s, f); wrong == nil && more > values {
				m.report(from, f, !m.failed())
				values = more
			}
		}
	}
}

// knownFields are the names of all fields.
var knownFields = func() map[string]bool {
	known := map[string]bool{"ssh-resume": true}
	for _, fields := range table {
		for _, f := range fields {
			known[f.Name] = true
		}
	}
	return known
}()
