package linebreak_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"ssh-resume/internal/linebreak"
)

// cells returns a layout of a text in lines of the given number of cells.
func cells(text string, width int) linebreak.Layout[int] {
	return linebreak.Layout[int]{
		First: width, Rest: width, Hyphen: 1,
		Width: func(from, to int) int { return ansi.StringWidth(text[from:to]) },
	}
}

func lines(text string, l linebreak.Layout[int]) []string {
	var all []string
	for _, line := range l.Lines(text) {
		s := text[line.From:line.To]
		if line.Hyphen {
			s = strings.TrimSuffix(s, "\u00ad") + "-"
		}
		all = append(all, s)
	}
	return all
}

func expectLines(t *testing.T, text string, width int, want ...string) {
	t.Helper()
	if got := lines(text, cells(text, width)); !slices.Equal(got, want) {
		t.Errorf("%q in %d cells:\n%q, want\n%q", text, width, got, want)
	}
}

func TestLinesHoldAsMuchAsTheyCan(t *testing.T) {
	expectLines(t, "", 10)
	expectLines(t, " \t ", 10)
	expectLines(t, "one two three four five six", 10, "one two", "three four", "five six")
	expectLines(t, "  one  two  ", 20, "one  two")
	expectLines(t, "one\ntwo three", 20, "one", "two three")
}

func TestCompoundsFillTheLine(t *testing.T) {
	expectLines(t, "Leiter der TypeScript-Wissenstransfer-Veranstaltungen", 22, "Leiter der TypeScript-", "Wissenstransfer-", "Veranstaltungen")
	expectLines(t, "a narrow-column-of-text here", 14, "a narrow-", "column-of-text", "here")
	expectLines(t, "uses CI/CD", 8, "uses", "CI/CD")
	expectLines(t, "a/b/c", 4, "a/b/", "c")
}

func TestLongWordsAreCutBetweenCharacters(t *testing.T) {
	expectLines(t, "see Donaudampfschifffahrt now", 10, "see", "Donaudampf", "schifffahr", "t now")
	expectLines(t, "👩‍👩‍👧‍👦👩‍👩‍👧‍👦", 2, "👩‍👩‍👧‍👦", "👩‍👩‍👧‍👦")
	expectLines(t, "ab", 1, "a", "b")
	expectLines(t, "東 京", 1, "東", "京")
}

func TestALineThatAWordFillsIsFollowedByNoBlank(t *testing.T) {
	for width := 18; width <= 21; width++ {
		expectLines(t, "Antidisestablishme – 2019", width, [][]string{
			{"Antidisestablishme", "– 2019"}, {"Antidisestablishme", "– 2019"}, {"Antidisestablishme –", "2019"}, {"Antidisestablishme –", "2019"},
		}[width-18]...)
	}
}

func TestAddressesFillTheLine(t *testing.T) {
	expectLines(t, "at example.com/team/people", 12, "at example", ".com/team", "/people")
}

func TestSoftHyphensAreShownWhereALineEnds(t *testing.T) {
	expectLines(t, "Donau\u00addampf\u00adschiff", 12, "Donau\u00addampf-", "schiff")
	expectLines(t, "Donau\u00addampf\u00adschiff", 10, "Donau-", "dampf-", "schiff")
	expectLines(t, "Donau\u00addampf", 20, "Donau\u00addampf")
}

func TestACompoundIsPartedOnlyWhereTheLineWouldBeMuchShorter(t *testing.T) {
	expectLines(t, "some more words of a top-tier company", 25, "some more words of a", "top-tier company")
	expectLines(t, "some more words top-tier company", 20, "some more words top-", "tier company")
}

func TestTheLastLineIsNoSingleWord(t *testing.T) {
	expectLines(t, "one two three four", 13, "one two", "three four")
	expectLines(t, "one two", 5, "one", "two") // nothing to spare
	expectLines(t, "aa bb\ncc", 10, "aa bb", "cc")
	expectLines(t, "東京都大阪府京都", 14, "東京都大阪府", "京都")
}

func TestTheFirstLineMayHaveAnotherWidth(t *testing.T) {
	text := "one two three four"
	l := cells(text, 10)
	l.First = 5
	if got := lines(text, l); !slices.Equal(got, []string{"one", "two three", "four"}) {
		t.Errorf("%q", got)
	}
}

func FuzzLinesFitAndLoseNothing(f *testing.F) {
	f.Add("a b-c/d https://e.f/g 10 kg 東京 กำลัง a\u00adb", 10)
	f.Fuzz(func(t *testing.T, text string, width int) {
		width = 2 + max(width, -width)%100
		l := cells(text, width)
		at := 0
		for _, line := range l.Lines(text) {
			if lost := text[at:line.From]; strings.Trim(lost, " \t\n\v\f\r\u0085\u2028\u2029\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2008\u2009\u200a\u205f\u3000") != "" {
				t.Fatalf("%q in %d cells: %q is lost", text, width, lost)
			}
			if line.From >= line.To {
				t.Fatalf("%q in %d cells: an empty line", text, width)
			}
			at = line.To
		}
		if lost := text[at:]; strings.TrimSpace(lost) != "" {
			t.Fatalf("%q in %d cells: %q is lost", text, width, lost)
		}
	})
}

func BenchmarkLines(b *testing.B) {
	text := strings.Repeat("Led the migration of 12 services to Kubernetes, cutting costs by 40 % (see https://example.com/a-path). ", 10)
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		cells(text, 70).Lines(text)
	}
}

// TestATextThatFitsIsNotSearchedForBreaks counts how often the layout measures: a search
// of a whole résumé sets each paragraph on one line.
func TestATextThatFitsIsNotSearchedForBreaks(t *testing.T) {
	const text = " One well-known “word” – and 40 % more, e.g. at https://jo.example/a.  "
	measured := 0
	layout := cells(text, 1000)
	width := layout.Width
	layout.Width = func(from, to int) int {
		measured++
		return width(from, to)
	}
	if got, want := lines(text, layout), strings.TrimSpace(text); !slices.Equal(got, []string{want}) || measured != 1 {
		t.Errorf("%q, measured %d times", got, measured)
	}
	for _, hard := range []string{"one\ntwo", "one\u2028two"} {
		if got := lines(hard, cells(hard, 1000)); !slices.Equal(got, []string{"one", "two"}) {
			t.Errorf("%q is set as %q", hard, got)
		}
	}
	if got := lines(" \t ", cells(" \t ", 1000)); len(got) != 0 {
		t.Errorf("spaces are set as %q", got)
	}
}

// TestALongWordIsMeasuredOnce counts the bytes that are measured: each line needs no more than it may hold.
func TestALongWordIsMeasuredOnce(t *testing.T) {
	measured := func(size int) int {
		text, n := strings.Repeat("x", size), 0
		layout := cells(text, 80)
		width := layout.Width
		layout.Width = func(from, to int) int {
			n += to - from
			return width(from, to)
		}
		if got := lines(text, layout); len(got) != size/80 || strings.Join(got, "") != text {
			t.Errorf("%d cells are set in %d lines", size, len(got))
		}
		return n
	}
	if once, twice := measured(40_000), measured(80_000); twice > 5*once/2 {
		t.Errorf("%d bytes are measured for a word, %d for one of twice its length", once, twice)
	}
}

func TestAWordIsPulledDownWithItsCompound(t *testing.T) {
	const text = "some words and high-throughput services"
	width := func(from, to int) int { return to - from }
	var all []string
	for _, l := range (linebreak.Layout[int]{First: 31, Rest: 31, Width: width}).Lines(text) {
		all = append(all, text[l.From:l.To])
	}
	if got, want := strings.Join(all, "|"), "some words and|high-throughput services"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestWordsThatStayTogetherArePartedWhereTheyAreLongerThanALine(t *testing.T) {
	expectLines(t, "Antidisestablishment – 2019 – x", 25, "Antidisestablishment –", "2019 – x")
	expectLines(t, "Antidisestablishment – 2019 – x", 27, "Antidisestablishment –", "2019 – x")
	expectLines(t, "12 500 kg", 4, "12", "500", "kg")
	expectLines(t, "東 – "+strings.Repeat("5", 2000), 1000, "東 –", strings.Repeat("5", 1000), strings.Repeat("5", 1000))
}
