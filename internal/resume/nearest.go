package resume

import (
	_ "embed"
	"fmt"
	"strings"
)

const (
	longestName = 64     // characters of a typed name that are compared
	maxCompared = 50_000 // names that are compared to find what was meant in a file
)

// didYouMean returns `; did you mean "position"?`, or nothing if nothing is similar or maxCompared is reached.
func (p *problems) didYouMean(name string, candidates []string) string {
	if p.compared += len(candidates); p.compared > maxCompared {
		return ""
	}
	return suggestion(Nearest(name, candidates))
}

func suggestion(meant string) string {
	if meant == "" {
		return ""
	}
	return fmt.Sprintf("; did you mean %q?", meant)
}

// Nearest returns the first of the candidates that are most similar to a typed name; empty if none is similar.
func Nearest(name string, candidates []string) string {
	best, least := "", 0
	for _, candidate := range candidates {
		// With more than a third of its letters wrong, it is a different word.
		allowed := max(1, min(len(name), len(candidate))/3)
		if d := distance(name, candidate); d <= allowed && (best == "" || d < least) {
			best, least = candidate, d
		}
	}
	return best
}

// distance counts the letters to add, drop, change or swap to get from a to b, ignoring case.
func distance(a, b string) int {
	s, t := letters(a), letters(b)
	var d [longestName + 1][longestName + 1]int // of the beginnings of s and t
	for i := range len(s) + 1 {
		for j := range len(t) + 1 {
			switch {
			case i == 0 || j == 0:
				d[i][j] = i + j
			case s[i-1] == t[j-1]:
				d[i][j] = d[i-1][j-1]
			default:
				d[i][j] = 1 + min(d[i-1][j], d[i][j-1], d[i-1][j-1])
			}
			if i > 1 && j > 1 && s[i-1] == t[j-2] && s[i-2] == t[j-1] {
				d[i][j] = min(d[i][j], d[i-2][j-2]+1)
			}
		}
	}
	return d[len(s)][len(t)]
}

func letters(s string) []rune {
	r := []rune(strings.ToLower(s))
	return r[:min(len(r), longestName)]
}

//go:embed othernames.txt
var otherNamesTable string

// otherNames are what others call the fields: each line of the file has a name in lower case, and what it may mean.
var otherNames = func() map[string][]string {
	all := map[string][]string{}
	for line := range strings.Lines(otherNamesTable) {
		names := strings.Fields(line)
		all[names[0]] = names[1:]
	}
	return all
}()
