package tui

import (
	"fmt"
	"strings"
	"testing"

	"ssh-resume/internal/resume"
)

func TestNoNameOfASectionIsTheLastRow(t *testing.T) {
	for height := 10; height <= 40; height++ {
		r := read(t, 60, height)
		r.typed("/data")
		for range r.matches().results {
			rows, _, below := r.searchRows()
			if last := rows[len(rows)-1]; below && last.opens == 0 && len(last.text) > 0 {
				t.Errorf("%d rows end with %q", height, last.text.text())
			}
			r.press("down")
		}
	}
}

func TestExcerptsBeginAndEndWithWholeWords(t *testing.T) {
	words := map[string]bool{}
	var all []string
	for i := range 60 {
		all = append(all, fmt.Sprintf("перше%dслово", i), "nurse")
	}
	for _, word := range all {
		words[word] = true
	}
	work := []resume.Work{
		{Name: "Clinic", Highlights: []string{strings.Join(all, " "), strings.Join(all[:9], " "), strings.Join(all[:5], " ")}},
	}
	for width := 40; width <= 120; width += 8 {
		r := readAs(t, NewPages(&resume.Resume{Basics: resume.Basics{Name: "A"}, Work: work}), Options{Width: width, Height: 24})
		r.typed("/nurse")
		rows, _, _ := r.searchRows()
		for _, row := range rows[3:] {
			for _, word := range strings.Fields(row.text.text()) {
				if word = strings.Trim(word, "…"); word != "" && !words[word] {
					t.Errorf("%d columns: %q is no word, in %q", width, word, row.text.text())
				}
			}
		}
	}
}
