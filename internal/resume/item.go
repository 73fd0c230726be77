package resume

import (
	"regexp"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// String gives the entry as one line: "Label: text", or "Label text" where the
// text goes on in lower case as the sentence that the label began; a saying in
// quotes, then what it means.
func (i Item) String() string {
	head := i.Label
	if i.Quote != "" {
		head = `"` + i.Quote + `"`
	}
	switch {
	case head == "" || i.Text == "":
		return head + i.Text
	case i.Quote == "" && i.GoesOn():
		return head + " " + i.Text
	default:
		return head + ": " + i.Text
	}
}

// GoesOn tells whether the text is the rest of the sentence that the label
// begins: "RESTful by default" "with GraphQL …".
func (i Item) GoesOn() bool {
	first, _ := utf8.DecodeRuneInString(i.Text)
	return i.Label != "" && unicode.IsLower(first)
}

// Bracketed gives a text with more about it: "Star (Inn, 2019)".
func Bracketed(s string, more ...string) string {
	if about := Joined(", ", more...); about != "" {
		return Joined(" ", s, "("+about+")")
	}
	return s
}

// Title gives the name of a project with whom it was done for, where the name
// does not say it, and more about it.
func (p Project) Title(more ...string) string {
	if strings.Contains(strings.ToLower(p.Name), strings.ToLower(p.Entity)) {
		return Bracketed(p.Name, more...)
	}
	return Bracketed(p.Name, append([]string{p.Entity}, more...)...)
}

var durationPart = regexp.MustCompile(`(?i)\b(\d{1,3}(?:[.,]\d+)?)\s*\+?\s*(years?|yrs?|y|months?|mos?|m)\b`)

// years reads a duration such as "2 years 6 months"; 0 where it can't be told.
func years(duration string) float64 {
	sum := 0.0
	for _, part := range durationPart.FindAllStringSubmatch(duration, -1) {
		n, err := strconv.ParseFloat(strings.Replace(part[1], ",", ".", 1), 64)
		if err != nil {
			return 0
		}
		if unit := part[2][0]; unit == 'm' || unit == 'M' {
			n /= 12
		}
		sum += n
	}
	return sum
}
