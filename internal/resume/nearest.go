package resume

import (
	"fmt"
	"strings"
)

// longestName bounds the work on a name that somebody typed, in characters.
const longestName = 64

// didYouMean returns `; did you mean "position"?`, or nothing if no candidate is
// similar to the name.
func didYouMean(name string, candidates []string) string {
	if best := Nearest(name, candidates); best != "" {
		return fmt.Sprintf("; did you mean %q?", best)
	}
	return ""
}

// Nearest returns the candidate that somebody who typed the name may have meant,
// the first of several; empty if none is similar.
func Nearest(name string, candidates []string) string {
	best, least := "", 0
	for _, candidate := range candidates {
		// With more than a third of its letters wrong it is another word.
		allowed := max(1, min(len(name), len(candidate))/3)
		if d := distance(name, candidate); d <= allowed && (best == "" || d < least) {
			best, least = candidate, d
		}
	}
	return best
}

// distance counts the letters to add, drop, change or swap with a neighbour to
// get from a to b, ignoring case.
func distance(a, b string) int {
	s, t := letters(a), letters(b)
	var before []int // the row above the last
	last := make([]int, len(t)+1)
	for j := range last {
		last[j] = j
	}
	for i := 1; i <= len(s); i++ {
		row := make([]int, len(t)+1)
		row[0] = i
		for j := 1; j <= len(t); j++ {
			change := last[j-1]
			if s[i-1] != t[j-1] {
				change++
			}
			row[j] = min(last[j]+1, row[j-1]+1, change)
			if i > 1 && j > 1 && s[i-1] == t[j-2] && s[i-2] == t[j-1] {
				row[j] = min(row[j], before[j-2]+1)
			}
		}
		before, last = last, row
	}
	return last[len(t)]
}

func letters(s string) []rune {
	r := []rune(strings.ToLower(s))
	return r[:min(len(r), longestName)]
}

// otherNames are what other programs, and people, call the fields.
var otherNames = map[string][]string{
	"headline": {"label"}, "title": {"label", "name", "position", "studyType"}, "jobtitle": {"label", "position"},
	"fullname": {"name"}, "employer": {"name"}, "organization": {"name", "entity", "institution"},
	"organisation": {"organization", "name", "entity"}, "company": {"name", "entity"}, "role": {"position", "roles"},
	"school": {"institution"}, "university": {"institution"}, "degree": {"studyType"}, "field": {"area"}, "major": {"area"},
	"grade": {"score"}, "gpa": {"score"}, "start": {"startDate"}, "from": {"startDate"}, "begin": {"startDate"},
	"end": {"endDate"}, "to": {"endDate"}, "until": {"endDate"}, "year": {"date", "releaseDate", "endDate"},
	"published": {"releaseDate"}, "date": {"releaseDate", "startDate", "duration"}, "dates": {"startDate"},
	"photo": {"image"}, "avatar": {"image"}, "website": {"url"}, "link": {"url"}, "homepage": {"url"}, "href": {"url"},
	"mail": {"email"}, "telephone": {"phone"}, "tel": {"phone"}, "mobile": {"phone"}, "social": {"profiles"}, "links": {"profiles"},
	"zip": {"postalCode"}, "postcode": {"postalCode"}, "country": {"countryCode"}, "state": {"region"},
	"tags": {"keywords"}, "technologies": {"keywords"}, "tech": {"keywords"}, "skills": {"keywords"}, "stack": {"keywords"},
	"bullets": {"highlights"}, "achievements": {"highlights", "projects"}, "responsibilities": {"highlights"},
	"about": {"summary"}, "bio": {"summary"}, "details": {"summary", "description"}, "summary": {"description"},
	"description": {"summary"}, "level": {"fluency"}, "proficiency": {"fluency", "level"}, "issuer": {"awarder"}, "category": {"group"},
	"experience": {"work"}, "jobs": {"work"}, "employment": {"work"}, "certifications": {"certificates"}, "volunteering": {"volunteer"},
}
