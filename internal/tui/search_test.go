package tui

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	uv "github.com/charmbracelet/ultraviolet"

	"ssh-resume/internal/resume"
)

func TestSearchGoesThroughAllSectionsAsTyped(t *testing.T) {
	r := read(t, 120, 40)
	r.press("/")
	r.expect("every section is searched")
	r.typed("kaf")
	r.expect("/kaf")
	r.expect("2 matches in 2 sections")
	r.expect("Message Queues & Streaming: Apache Kafka, RabbitMQ, event sourcing patterns")
	r.expect("Message Queues: Apache Kafka, Redis Pub/Sub, RabbitMQ, AWS SQS")
	r.typed("zzz")
	r.expect("no match")
	r.expect("Nothing in the résumé matches that")
	r.press("backspace", "backspace", "backspace")
	r.expect("2 matches in 2 sections")
	r.typed("ka xyz")
	r.expect("no match")
	r.press("esc", "/")
	r.typed("grafana")
	r.expect("1 match")
}

// No line of words begins or ends with their separator.
func TestWordsToTryAreSeparatedWithinLinesOnly(t *testing.T) {
	for width := 40; width <= 120; width++ {
		r := read(t, width, 30)
		r.press("/")
		for _, row := range r.rows() {
			for _, words := range strings.Split(row, "   ") {
				words = strings.TrimSpace(words)
				after, begins := strings.CutPrefix(words, "· ")
				if begins && !strings.HasPrefix(after, " ") || strings.HasSuffix(words, " ·") {
					t.Errorf("at width %d: %q", width, words)
				}
			}
		}
	}
}

// ranked returns a résumé with words in headings, titles of entries and texts, the texts first.
func ranked() *resume.Resume {
	text := func(id, title, text string, items ...resume.Item) resume.CustomSection {
		return resume.CustomSection{ID: id, Title: title, Blocks: []resume.CustomBlock{
			{Type: resume.KindText, Text: text}, {Type: resume.KindList, Items: items},
		}}
	}
	return &resume.Resume{
		Basics: resume.Basics{Name: "Ada Lovelace", Label: "Runs Kafka streams"},
		Custom: []resume.CustomSection{
			text("talks", "Talks", "About Kafka streams.", resume.Item{Label: "Meetup", Text: "Kafka and its streams"},
				resume.Item{Label: "Streams of Kafka", Text: "A workshop"}, resume.Item{Label: "Kafka streams", Text: "A series"}),
			text("kafka", "Kafka streams", "Years of it.", resume.Item{Label: "Now", Text: "Kafka streams every day"}),
		},
	}
}

func TestSearchListsTitlesFirst(t *testing.T) {
	for _, test := range []struct{ query, want string }{
		{"kafka", "Kafka streams|Kafka streams|Now|Talks|Streams of Kafka: |Kafka streams: |About|Meetup|Profile|Runs"},
		{"streams kafka", "Kafka streams|Kafka streams|Now|Talks|Streams of Kafka: |Kafka streams: |About|Meetup|Profile|Runs"},
		{`"kafka streams"`, "Kafka streams|Kafka streams|Now|Talks|Kafka streams: |About|Profile|Runs"},
	} {
		r := readAs(t, NewPages(ranked()), Options{Width: 80, Height: 40})
		r.press("/")
		r.typed(test.query)
		screen, at := strings.Join(r.rows(), "\n"), 0
		for _, want := range strings.Split(test.want, "|") {
			i := strings.Index(screen[at:], want)
			if i < 0 {
				t.Fatalf("%s: %q is not after byte %d of\n%s", test.query, want, at, screen)
			}
			at += i + len(want)
		}
		r.press("enter")
		r.expectSection("kafka")
		if at := r.doc.positionOf(r.matches().all[r.search.at]); r.search.at != 0 || at.anchor.field != 1 {
			t.Errorf("%s: enter goes to match %d, in field %d", test.query, r.search.at, at.anchor.field)
		}
	}
}

func TestMatchesAreWalkedInTheOrderOfTheList(t *testing.T) {
	visited := func(r *reader) string {
		at := r.doc.positionOf(r.matches().all[r.search.at])
		return fmt.Sprint(r.doc.sections[r.at].ID, " ", r.doc.fields[at.at][at.anchor.field-1].entry)
	}
	search := func() *reader {
		r := readAs(t, NewPages(ranked()), Options{Width: 80, Height: 40})
		r.press("/")
		r.typed("kafka")
		return r
	}
	var listed, walked []string
	for i := range search().matches().results {
		r := search()
		r.press(slices.Repeat([]string{"down"}, i)...)
		r.press("enter")
		listed = append(listed, visited(r))
	}
	r := search()
	r.press("enter")
	for range r.matches().all {
		walked = append(walked, visited(r))
		r.press("n")
	}
	if walked = slices.Compact(walked); !slices.Equal(walked, listed) {
		t.Errorf("n leads through\n%q, and the list has\n%q", walked, listed)
	}
}

func TestOfManyMatchesTheFirstAreCounted(t *testing.T) {
	for _, n := range []int{mostMatches, mostMatches + 1, 50 * mostMatches} {
		r := readAs(t, NewPages(equalSkills(n, "Rust")), Options{Width: 120, Height: 40})
		r.press("/")
		r.typed("rust")
		if more := r.sees(fmt.Sprint("more than ", mostMatches)); more != (n > mostMatches) {
			t.Errorf("%d times: more than %d: %t", n, mostMatches, more)
		}
		r.expect("99+")
		r.press("enter", "N")
		r.expect("last match")
		if r.search.at != mostMatches-1 {
			t.Errorf("%d times: the last match is number %d", n, r.search.at+1)
		}
	}
}

func TestSearchIgnoresCaseAndAccents(t *testing.T) {
	pages := NewPages(&resume.Resume{Basics: resume.Basics{Name: "Zoë", Summary: "Crème BRÛLÉE, Apache KAFKA"}})
	for _, query := range []string{"brulee", "BRÛLÉE", `"creme brulee"`, "kafka", "Kafka", "ÄPACHE"} {
		r := readAs(t, pages, Options{Width: 80, Height: 24})
		r.press("/")
		r.typed(query)
		if len(r.matches().all) != 1 {
			t.Errorf("%q is found %d times", query, len(r.matches().all))
		}
	}
}

func TestSearchFindsAPhraseOverALineBreak(t *testing.T) {
	r := read(t, 40, 12)
	r.press("/")
	r.typed(`"platform scalability"`)
	r.press("enter")
	r.expectSection("experience")
	if text := marks(r); text != "platformscalability" && text != "platform scalability" {
		t.Errorf("marked is %q", text)
	}
}

// marks returns the text of all cells that are marked as the reader's match.
func marks(r *reader) string {
	e := r.screen()
	var b strings.Builder
	for y := range e.Height() {
		for x := range e.Width() {
			if c := e.CellAt(x, y); c != nil && c.Style.Attrs&uv.AttrReverse != 0 {
				b.WriteString(c.Content)
			}
		}
	}
	return b.String()
}

func TestEveryMatchIsMarkedAndWalkedTo(t *testing.T) {
	t.Parallel()
	for _, size := range [][2]int{{120, 40}, {80, 24}, {40, 12}, {30, 10}} {
		r := read(t, size[0], size[1])
		r.press("/")
		r.typed("data")
		r.press("enter")
		n := len(r.matches().all)
		sections := map[int]bool{}
		for i := range n {
			if r.search.at != i {
				t.Fatalf("%v: at match %d, want %d", size, r.search.at, i)
			}
			if text := strings.ToLower(marks(r)); text != "data" {
				t.Errorf("%v: match %d is marked as %q", size, i+1, text)
			}
			sections[r.at] = true
			r.press("n")
		}
		if r.search.at != 0 || !strings.Contains(r.note, "first match") {
			t.Errorf("%v: after the last match comes %d: %q", size, r.search.at, r.note)
		}
		r.press("N")
		if r.search.at != n-1 || !strings.Contains(r.note, "last match") {
			t.Errorf("%v: before the first match comes %d: %q", size, r.search.at, r.note)
		}
		if len(sections) != 5 {
			t.Errorf("%v: the matches led through %d sections", size, len(sections))
		}
	}
}

func TestDrawnNameIsMarkedToo(t *testing.T) {
	r := read(t, 120, 40)
	r.press("/")
	r.typed("marcus")
	r.press("enter")
	r.expectSection("profile")
	if c := r.screen().CellAt(r.layout.pageX, r.layout.header); c.Style.Attrs&uv.AttrReverse == 0 {
		t.Errorf("the name is drawn in %v", c.Style)
	}
}

func TestListShowsHowManyMatchesASectionHolds(t *testing.T) {
	r := read(t, 120, 40)
	r.press("/")
	r.typed("kafka")
	r.expect("4  Specialties    1")
	r.press("enter")
	r.expect("5  Stack          1")
	r.expect("match 1 of 2")
}

func TestEscEndsTheSearchWhereItBegan(t *testing.T) {
	r := read(t, 80, 24)
	r.press("8", "l", "j", "j", "j")
	before := strings.Join(r.rows(), "\n")
	r.press("/")
	r.typed("kafka")
	r.press("down", "esc")
	if after := strings.Join(r.rows(), "\n"); after != before {
		t.Errorf("esc leads to\n%s", after)
	}
	r.press("/")
	r.typed("kafka")
	r.press("enter", "esc")
	r.expectSection("specialties")
	if len(r.matches().all) > 0 || marks(r) != "" {
		t.Error("after esc matches are marked")
	}
	r.press("n")
	r.expect("press / to search first")

	r.press("2", "/")
	r.typed("kafka")
	r.press("enter", "n", "/", "esc") // a search after a search began where the first did
	r.expectSection("experience")
}

func TestResultsAreChosenWithTheArrows(t *testing.T) {
	for _, size := range [][2]int{{120, 40}, {30, 10}} {
		r := read(t, size[0], size[1])
		r.press("/")
		r.typed("database")
		for range 40 {
			r.press("down")
		}
		results := r.matches().results
		last := r.doc.sections[results[len(results)-1].section].Title
		r.expect(last)
		r.press("enter")
		if r.doc.sections[r.at].Title != last {
			t.Errorf("%v: the last result leads to section %d", size, r.at)
		}
		r.press("/")
		r.typed("database")
		r.press("pgdown", "pgup", "pgup", "enter")
		r.expectSection("specialties")
	}
}

func TestEmptySearchGoesNowhere(t *testing.T) {
	r := read(t, 80, 24)
	r.press("3", "/", "enter")
	r.expectSection("achievements")
	if r.search.typing {
		t.Error("still searching")
	}
	r.press("/")
	r.typed("zzzz")
	r.press("enter")
	if !r.search.typing {
		t.Error("enter leaves a search that found nothing")
	}
}

func TestLettersOfTheQueryAreNoCommands(t *testing.T) {
	r := read(t, 80, 24)
	r.press("/")
	for _, c := range "qtdy?nN5 gG" {
		if cmd := r.press(string(c)); quits(cmd) {
			t.Fatalf("%c leaves", c)
		}
	}
	if got := r.search.query; got != "qtdy?nN5 gG" {
		t.Errorf("the query is %q", got)
	}
}

func TestPasteIsSearchedForAndBounded(t *testing.T) {
	r := read(t, 80, 24)
	r.Update(tea.PasteMsg{Content: "kafka"})
	if r.search.typing {
		t.Error("a paste begins a search")
	}
	r.press("/")
	r.Update(tea.PasteMsg{Content: "kaf\r\nka\x1b[31m\x00"})
	checked(t, r.Model)
	if strings.ContainsAny(r.View().Content, "\x00\r") {
		t.Error("control characters of the paste are sent back")
	}
	r.Update(tea.PasteMsg{Content: strings.Repeat("x", 1<<20)})
	if n := len(r.search.query); n > longestQuery {
		t.Errorf("the query has %d characters", n)
	}
	checked(t, r.Model)
}

func TestCursorStandsBehindTheQuery(t *testing.T) {
	for _, size := range [][2]int{{80, 24}, {30, 10}} {
		r := read(t, size[0], size[1])
		if r.View().Cursor != nil {
			t.Error("a cursor without a search")
		}
		r.press("/")
		r.typed("漢字kafka")
		c := r.View().Cursor
		if want := r.layout.pageX + 1 + 9; c == nil || c.X != want || c.Y != r.layout.header {
			t.Errorf("%v: the cursor is %+v, want column %d", size, c, want)
		}
		r.typed(strings.Repeat("x", longestQuery))
		checked(t, r.Model)
	}
}

func TestMatchesAreStyledWithoutBreakingOthers(t *testing.T) {
	r := read(t, 80, 24)
	r.press("/")
	r.typed("e")
	r.press("enter")
	for range 30 {
		e := r.screen()
		for y := range e.Height() {
			for x := range e.Width() {
				if c := e.CellAt(x, y); c != nil && strings.ContainsAny(c.Content, "[;") && c.Style.Attrs&uv.AttrBold == 0 {
					t.Fatalf("a broken sequence in line %d: %q", y+1, c.Content)
				}
			}
		}
		r.press("n")
	}
}

func TestCountsLeaveTitlesWhole(t *testing.T) {
	r := equalSkills(2*mostMatches, "Rust")
	r.Menu = nil
	for _, size := range [][2]int{{70, 20}, {80, 24}, {120, 40}, {160, 50}} {
		rd := readAs(t, NewPages(r), Options{Width: size[0], Height: size[1]})
		rd.press("/")
		rd.typed("rust")
		rd.expect("99+")
		for _, s := range rd.doc.sections {
			rd.expect(s.Title)
		}
	}
}
