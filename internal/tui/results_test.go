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

func TestOnlyWhatIsDrawnAsATitleIsListedAsOne(t *testing.T) {
	r := &resume.Resume{
		Basics:    resume.Basics{Name: "Ada Lovelace", Label: "Kafka, Tide and Go"},
		Work:      []resume.Work{{Name: "Example", Position: "Engineer", Summary: "On Kafka"}, {Name: "Other", Position: "Lead of Kafka"}},
		Skills:    []resume.Skill{{Name: "Queues", Keywords: []string{"Go"}}, {Name: "Code", Keywords: []string{"Queues"}}},
		Volunteer: []resume.Volunteer{{Position: "Driver", Organization: "Tide", Summary: "At Tide"}},
		Education: []resume.Education{{Area: "Physics", Institution: "MIT", Courses: []string{"Tide"}}, {Institution: "Tide School"}},
	}
	d := newDocument(r, false)
	for query, want := range map[string]string{
		"kafka":       "1:Lead of Kafka 2:On Kafka 2:Kafka, Tide and Go",
		"queues":      "1:Queues 2:Queues",
		"go":          "2:Kafka, Tide and Go 2:Go",
		"tide":        "1:Tide School 2:Tide 1:Tide 2:Kafka, Tide and Go",
		"example":     "1:Example",
		"mit":         "2:MIT",
		"lovelace":    "1:Ada Lovelace",
		"driver tide": "2:Tide",
	} {
		var got []string
		for _, r := range d.find(query).results {
			field := d.positionOf(d.find(query).all[r.first]).anchor.field
			got = append(got, fmt.Sprintf("%d:%s", r.rank, d.fields[r.section][field-1].text))
		}
		if got := strings.Join(got, " "); got != want {
			t.Errorf("%s: %s, want %s", query, got, want)
		}
	}
}
