package resume

import (
	"regexp"
	"slices"
	"strings"

	"golang.org/x/text/language"
)

// RightToLeft reports whether a language (BCP 47) is written from right to left.
func RightToLeft(lang string) bool {
	script, _ := language.Make(lang).Script()
	return slices.Contains([]string{"Arab", "Hebr", "Syrc", "Thaa", "Nkoo", "Adlm", "Rohg"}, script.String())
}

// Isolate marks the runs of a line that are written in the opposite direction to the résumé, so that a terminal
// that reorders text keeps each together: in right-to-left text, "+49 30 123" would be reversed and "C++"
// become "++C". The text is always in reading order.
func Isolate(s string, rightToLeft bool) string {
	if !rightToLeft {
		if !rightToLeftRun.MatchString(s) {
			return s // ReplaceAllString would copy it
		}
		return rightToLeftRun.ReplaceAllString(s, "\u2067${0}\u2069") // RLI, PDI
	}
	return leftToRightRun.ReplaceAllStringFunc(s, func(run string) string {
		if !latin.MatchString(run) && run[0] != '+' {
			return run // figures alone keep their order
		}
		kept := strings.TrimRight(run, " .,:;/&(<>=|–-")
		for _, at := range ofTheRun.FindAllStringIndex(run, -1) {
			kept = run[:max(len(kept), at[1])]
		}
		if strings.Count(kept, ")") > strings.Count(kept, "(") {
			kept = kept[:strings.LastIndex(kept, ")")]
		}
		return "\u2066" + kept + "\u2069" + run[len(kept):] // LRI, PDI
	})
}

var (
	rightToLeftRun = regexp.MustCompile(`[\p{Hebrew}\p{Arabic}\p{Syriac}\p{Thaana}\p{Nko}\p{Adlam}]+(?:[ \p{M}'"-]+[\p{Hebrew}\p{Arabic}\p{Syriac}\p{Thaana}\p{Nko}\p{Adlam}]+)*`)
	leftToRightRun = regexp.MustCompile(`\+?[\p{Latin}0-9][\p{Latin}\p{M}0-9 .,:;/+#&@_()%'’<>*=~|–-]*`)
	ofTheRun       = regexp.MustCompile(`://[^ )]*/|\b(?:\p{Latin}{1,3}\.){2,}| \.\B`) // marks of an address, of "B.Sc." and of a command
	latin          = regexp.MustCompile(`\p{Latin}`)
)
