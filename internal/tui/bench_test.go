package tui

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/charmbracelet/colorprofile"

	"ssh-resume/internal/resume"
)

// BenchmarkKeyToView measures what a visitor's key costs before anything is sent: the key and the resulting
// view, at 120×40.
func BenchmarkKeyToView(b *testing.B) {
	for _, bench := range []struct {
		name   string
		before []string
		keys   [2]string // in turn
	}{
		{"next section", nil, [2]string{"j", "k"}},
		{"unknown key", nil, [2]string{"$", "%"}},
		{"next match", []string{"/", "d", "a", "t", "a", "enter"}, [2]string{"n", "N"}},
		{"search as typed", []string{"/", "d"}, [2]string{"a", "backspace"}},
	} {
		b.Run(bench.name, func(b *testing.B) {
			m := New(profile(), Options{Offers: offers, Width: 120, Height: 40, Profile: colorprofile.ANSI256})
			for _, k := range bench.before {
				m.Update(keyPress(k))
			}
			b.ReportAllocs()
			for i := 0; b.Loop(); i++ {
				m.Update(keyPress(bench.keys[i%2]))
				if v := m.View(); v.Content == "" {
					b.Fatal("empty view")
				}
			}
		})
	}
}

// megabyte returns a résumé with 1 MB of text. Separator is between its words; if it has an accent, nothing
// folds byte for byte.
func megabyte(separator string) *resume.Resume {
	random := rand.New(rand.NewPCG(1, 2))
	stock := strings.Fields(`led the redesign of payment services that handle a million requests every minute and
		reduced errors latency cost by half in Kafka Kubernetes PostgreSQL Go Rust teams were grown mentored to own
		their releases tests dashboards incidents reviewed platform engineering for search ranking and recommendation`)
	sentence := func(n int) string {
		var all []string
		for range n {
			all = append(all, stock[random.IntN(len(stock))])
		}
		return strings.Join(all, separator)
	}
	r := &resume.Resume{Basics: resume.Basics{Name: "Ada Lovelace", Summary: sentence(9000)}}
	for size := 0; size < 1<<20; {
		w := resume.Work{Name: sentence(2), Position: sentence(3), StartDate: "2001", EndDate: "2002", Summary: sentence(20)}
		p := resume.Project{Name: sentence(3), Description: sentence(20)}
		s := resume.Skill{Name: sentence(2), Keywords: strings.Fields(sentence(8))}
		for range 6 {
			w.Highlights, p.Highlights = append(w.Highlights, sentence(15)), append(p.Highlights, sentence(15))
		}
		r.Work, r.Projects, r.Skills = append(r.Work, w), append(r.Projects, p), append(r.Skills, s)
		size += len(fmt.Sprint(w, p, s))
	}
	return r
}

// equalSkills returns a résumé in which one word is everywhere.
func equalSkills(n int, word string) *resume.Resume {
	skill := resume.Skill{Name: "Skills", Keywords: slices.Repeat([]string{word}, n)}
	return &resume.Resume{Basics: resume.Basics{Name: "Ada Lovelace"}, Skills: []resume.Skill{skill}}
}

// oneLetter returns a résumé of 1 MB whose words are all n times the same letter.
func oneLetter(n int) *resume.Resume {
	r := &resume.Resume{Basics: resume.Basics{Name: "Ada Lovelace"}}
	word := strings.Repeat("e", n)
	for range 8 {
		r.Projects = append(r.Projects, resume.Project{Name: word, Description: strings.Repeat(word+" ", 1<<17/(n+1))})
	}
	return r
}

// BenchmarkTypingInSearch measures a key and its frame while a query is typed: p99-us must stay below 1000 with
// a résumé of 1 MB, whatever is typed.
func BenchmarkTypingInSearch(b *testing.B) {
	for name, r := range map[string]*resume.Resume{
		"ASCII":        megabyte(" "),
		"accents":      megabyte(" \u00e9 "),
		"equal skills": equalSkills(300_000, "Go"),
		"equal words":  oneLetter(longestQuery - 1),
		"one letter":   oneLetter(1 << 17),
	} {
		b.Run(name, func(b *testing.B) {
			pages := NewPages(r)
			keys := typedKeys()
			times := make([][]time.Duration, len(keys)) // of each key, in all rounds
			round := func() {
				m := New(pages, Options{Offers: offers, Width: 120, Height: 40, Profile: colorprofile.ANSI256})
				m.Update(keyPress("/"))
				m.View()
				for i, key := range keys {
					begin := time.Now()
					m.Update(keyPress(key))
					m.View()
					times[i] = append(times[i], time.Since(begin))
				}
			}
			round() // prepares what all visitors share
			clear(times)
			for b.Loop() {
				round()
			}
			typical := make([]time.Duration, len(keys)) // other programs disturb most rounds
			for i, all := range times {
				slices.Sort(all)
				typical[i] = all[len(all)/4]
			}
			slices.Sort(typical)
			b.ReportMetric(float64(typical[len(keys)/2].Microseconds()), "p50-us")
			b.ReportMetric(float64(typical[len(keys)*99/100].Microseconds()), "p99-us")
			b.ReportMetric(float64(typical[len(keys)-1].Microseconds()), "max-us")
		})
	}
}

// typedKeys are queries typed, and deleted again: what visitors look for, what is
// found everywhere, and what is found nowhere; and walks through matches.
func typedKeys() []string {
	var keys []string
	for _, query := range []string{"er", "kafka", "ee", "e e", "e r", "platform engineering", "zzzz", "qqq", "é", "and a", "in the", "ssss", "tteststests"} {
		letters := strings.Split(query, "")
		keys = append(keys, letters...)
		keys = append(keys, "down", "down", "pgdown", "up")
		for range letters {
			keys = append(keys, "backspace")
		}
	}
	for range longestQuery + 1 {
		keys = append(keys, "e")
	}
	keys = append(keys, "backspace", "enter", "n", "n", "N", "/", "g", "o", "enter", "n", "n", "N", "/")
	for _, letter := range "abcdefghijklmnopqrstuvwxyz0129 " {
		keys = append(keys, string(letter), "backspace")
	}
	for range 40 { // the attack of internal/load
		keys = append(keys, "e", "r", "backspace", "backspace")
	}
	return keys
}
