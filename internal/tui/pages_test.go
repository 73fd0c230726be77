package tui

import (
	"maps"
	"slices"
	"strings"
	"sync"
	"testing"
	"unique"
	"unsafe"

	"github.com/charmbracelet/colorprofile"

	"ssh-resume/internal/resume"
)

// TestSharedFramesAreWhatEachWouldDraw has visitors with every look and window
// share one résumé.
func TestSharedFramesAreWhatEachWouldDraw(t *testing.T) {
	pages := NewPages(mustParse(t))
	for round := range 2 { // the second finds all in the cache
		for _, size := range [][2]int{{80, 24}, {80, 25}, {81, 24}, {40, 24}} {
			for _, p := range []colorprofile.Profile{colorprofile.ASCII, colorprofile.ANSI, colorprofile.ANSI256} {
				for _, light := range []bool{false, true} {
					for _, ascii := range []bool{false, true} {
						r := readAs(t, pages, Options{Width: size[0], Height: size[1], Profile: p, ASCII: ascii})
						if light {
							r.lightBackground()
						}
						for _, k := range []string{"8", "t", "tab", "space", "tab", "t", "2"} {
							r.press(k)
							r.note = ""
							if r.frame() != r.drawFrame() {
								t.Fatalf("round %d, %v, %v, light %v, ASCII %v: after %s another's frame is shown", round, size, p, light, ascii, k)
							}
						}
					}
				}
			}
		}
	}
}

// TestCacheAndSessionsShareTheMemoryOfAFrame holds because a session keeps its
// last frame as a unique.Handle.
func TestCacheAndSessionsShareTheMemoryOfAFrame(t *testing.T) {
	pages := NewPages(mustParse(t))
	frame := readAs(t, pages, Options{Width: 120, Height: 40, Profile: colorprofile.ANSI256}).View().Content
	if kept := unique.Make(frame).Value(); unsafe.StringData(kept) != unsafe.StringData(frame) { //nolint:gosec // G103: the addresses are compared
		t.Error("a session has a copy of its own")
	}
}

// inTwoLanguages is a résumé with a translation.
func inTwoLanguages() *resume.Resume {
	german := &resume.Resume{Lang: "de", Basics: resume.Basics{Name: "Jo", Label: "Köchin"}, Work: []resume.Work{{Name: "Gasthaus"}}}
	english := &resume.Resume{Lang: "en", Basics: resume.Basics{Name: "Jo", Label: "Cook"}, Work: []resume.Work{{Name: "Inn"}}}
	return english.WithTranslations(german)
}

func TestEachLanguageHasPagesOfItsOwn(t *testing.T) {
	pages := NewPages(inTwoLanguages())
	if got := pages.languages; !slices.Equal(got, []string{"en", "de"}) {
		t.Fatalf("languages are %q", got)
	}
	for _, test := range []struct {
		o    Options
		want [2]string // on the first screen, and on the second
	}{
		{Options{}, [2]string{"Cook", "Inn"}},
		{Options{Language: "de"}, [2]string{"Köchin", "Gasthaus"}},
		{Options{Language: "de", Console: true}, [2]string{"Köchin", "Gasthaus"}},
		{Options{Language: "de", ASCII: true}, [2]string{"Kochin", "Gasthaus"}},
		{Options{Language: "en"}, [2]string{"Cook", "Inn"}},
		{Options{Language: "fr"}, [2]string{"Cook", "Inn"}},
	} {
		test.o.Width, test.o.Height = 80, 24
		r := readAs(t, pages, test.o)
		r.expect(test.want[0])
		r.press("2")
		r.expect(test.want[1])
	}
}

// TestTerminalsWithOtherGlyphsShareTheText: a résumé of 1 MB must not be laid out and indexed once for each.
func TestTerminalsWithOtherGlyphsShareTheText(t *testing.T) {
	all := maps.Clone(unusualPages())
	all["profile"] = profile()
	for name, pages := range all {
		text := pages.document(Options{})
		for _, o := range []Options{{Console: true}, {Wide: true}} {
			d := pages.document(o)
			if d.index() != text.index() {
				t.Errorf("%s, %+v: there is an index of its own", name, o)
			}
			for i := range d.sections {
				drawn := d.draw(pageKey{section: i, width: 80, glyphs: o.glyphs()}).fields
				shown := slices.Clone(text.fields[i])
				for j := range shown {
					shown[j].separator = strings.ReplaceAll(shown[j].separator, unicodeGlyphs.separator, o.glyphs().separator)
				}
				if !slices.Equal(drawn, shown) {
					t.Errorf("%s, %+v: section %d has other fields", name, o, i)
				}
			}
		}
	}
}

func TestCachesAreBounded(t *testing.T) {
	t.Parallel()
	pages := NewPages(mustParse(t))
	for width := 70; width < 190; width += 6 {
		r := readAs(t, pages, Options{Width: width, Height: 200, Profile: colorprofile.TrueColor})
		r.lightBackground()
		for range 2 {
			r.nextTheme()
			r.note = ""
			for i := range r.doc.sections {
				r.open(i)
				r.View()
			}
		}
	}
	if n := len(pages.pages.kept); n > maxCachedPages {
		t.Errorf("%d pages are kept", n)
	}
	size := 0
	for _, frame := range pages.frames.kept {
		size += len(frame.Value())
	}
	if size > maxCachedFrames || size != pages.frames.size {
		t.Errorf("frames of %d bytes are kept, counted as %d", size, pages.frames.size)
	}
}

// TestSessionsShareOneResume is for the race detector.
func TestSessionsShareOneResume(t *testing.T) {
	pages := NewPages(mustParse(t))
	var all sync.WaitGroup
	for n := range 8 {
		all.Go(func() {
			r := readAs(t, pages, Options{Width: 60 + 10*(n%3), Height: 24, Profile: colorprofile.ANSI256})
			for _, k := range strings.Split("jjjj/data~n~ntt?", "") {
				if k == "~" {
					k = "enter"
				}
				r.press(k)
				r.View()
			}
		})
	}
	all.Wait()
}

func TestALabelWithoutRoomInTheHeaderIsOnTheTitlePage(t *testing.T) {
	label := "Professor of Observational Astrophysics and Director of the Institute"
	pages := NewPages(&resume.Resume{Basics: resume.Basics{Name: "Jo", Label: label, Location: resume.Location{City: "Tübingen"}}})
	for _, width := range []int{40, 60, 80, 120} {
		r := readAs(t, pages, Options{Width: width, Height: 24})
		text := strings.Join(strings.Fields(strings.Join(r.rows(), " ")), " ")
		if !strings.Contains(text, "Tübingen") {
			t.Errorf("at %d columns, the place is not shown:\n%s", width, strings.Join(r.rows(), "\n"))
		}
		for _, word := range strings.Fields(label) {
			if !strings.Contains(text, word) {
				t.Errorf("at %d columns, %q of the label is not shown", width, word)
			}
		}
	}
}

func TestTooSmallAWindowSaysSoInEastAsianLanguagesToo(t *testing.T) {
	for _, lang := range []string{"en", "ja", "zh", "ko"} {
		r := readAs(t, NewPages(&resume.Resume{Lang: lang, Basics: resume.Basics{Name: "Jo"}}), Options{Width: 20, Height: 8})
		if strings.TrimSpace(strings.Join(r.rows(), "")) == "" {
			t.Errorf("%s: the window is empty", lang)
		}
	}
}
