package resume

import (
	"cmp"
	"regexp"
	"slices"
	"strings"

	"ssh-resume/internal/words"
)

// Marks returns the marks that join texts in the language of the résumé.
func (r *Resume) Marks() *words.Marks {
	w, _ := r.Words()
	return &w.Marks
}

// Joined returns the parts that are not empty, with the separator between them.
func Joined(separator string, parts ...string) string {
	return strings.Join(nonEmpty(slices.Clone(parts)), separator)
}

// Bracketed returns a text with details in brackets: "Star (Inn, 2019)".
func Bracketed(m *words.Marks, s string, more ...string) string {
	if about := Joined(m.Comma, more...); about != "" {
		return strings.TrimLeft(s+m.Open+about+m.Close, " ")
	}
	return s
}

// Title returns the name of a project, with whom it was done for unless the name says so, and details in brackets.
func (p Project) Title(m *words.Marks, more ...string) string {
	if strings.Contains(strings.ToLower(p.Name), strings.ToLower(p.Entity)) {
		return Bracketed(m, p.Name, more...)
	}
	return Bracketed(m, p.Name, append([]string{p.Entity}, more...)...)
}

// Line returns the whole location as it is written locally: "12 High Street, London N1
// 9GU, GB", "Marktplatz 1, 80331 München, DE".
func (l Location) Line(m *words.Marks) string {
	if l.largestFirst() {
		return Joined(m.Comma, Joined(" ", l.PostalCode, l.Region, l.City, l.Address), l.CountryCode)
	}
	before, after := l.PostalCode, ""
	if l.codeLast() {
		before, after = after, before
	}
	town := Joined(m.Comma, Joined(" ", before, l.City), l.Region)
	return Joined(m.Comma, l.Address, Joined(" ", town, after), l.CountryCode)
}

// Town returns the city and the region.
func (l Location) Town(m *words.Marks) string {
	if l.largestFirst() {
		return Joined(" ", l.Region, l.City)
	}
	return Joined(m.Comma, l.City, l.Region)
}

// largestFirst reports whether the location is in an East Asian script, in which the street comes last.
func (l Location) largestFirst() bool { return eastAsian.MatchString(cmp.Or(l.Address, l.City)) }

var eastAsian = regexp.MustCompile(`^[\p{Han}\p{Hiragana}\p{Katakana}\p{Hangul}]`)

// codeLast reports whether the postal code is written after the city. Without a country, it is if there is a
// region, as in US addresses.
func (l Location) codeLast() bool {
	// English-speaking countries and their neighbors.
	return l.CountryCode == "" && l.Region != "" || slices.Contains([]string{"US", "CA", "GB", "IE", "AU", "NZ", "IN", "PK", "SG", "ZA"}, strings.ToUpper(l.CountryCode))
}
