package tui

import (
	"slices"
	"strings"
	"testing"

	"ssh-resume/internal/resume"
)

// wrapped returns the lines of a text, and checks that every span of them says where
// in the field its text is.
func wrapped(t *testing.T, text string, width int) []string {
	t.Helper()
	var all []string
	half := len(text) / 2
	for half > 0 && text[half]&0xc0 == 0x80 {
		half--
	}
	whole := span{text: text, field: 1}
	for _, l := range (line{whole.slice(0, half), whole.slice(half, len(text))}).wrap(width) {
		var b strings.Builder
		for _, s := range l {
			if s.field == 1 && text[s.off:s.off+len(s.text)] != s.text {
				t.Errorf("%q is not at byte %d of %q", s.text, s.off, text)
			}
			b.WriteString(s.text)
		}
		all = append(all, b.String())
	}
	return all
}

func TestLinesOfTheScreenEndWhereThoseOfTheFilesDo(t *testing.T) {
	for _, test := range []struct {
		text  string
		width int
		want  []string
	}{
		{"", 10, []string{""}},
		{"one two three", 8, []string{"one two", "three"}},
		{"see example.com/team/people", 17, []string{"see example.com", "/team/people"}},
		{"runs CI/CD and takes 40 ms", 24, []string{"runs CI/CD and", "takes 40 ms"}},
		{"it takes no more than 40 ms", 24, []string{"it takes no more", "than 40 ms"}},
		{"TypeScript-Veranstaltung", 14, []string{"TypeScript-", "Veranstaltung"}},
		{"Donau\u00addampf\u00adschiff", 12, []string{"Donau\u00addampf\u00ad-", "schiff"}},
		{"Donau\u00addampf", 20, []string{"Donau\u00addampf"}},
		{"東京都、大阪。", 6, []string{"東京", "都、大", "阪。"}},
		{"abc", 0, []string{"a", "b", "c"}},
	} {
		if got := wrapped(t, test.text, test.width); !slices.Equal(got, test.want) {
			t.Errorf("%q in %d cells: %q, want %q", test.text, test.width, got, test.want)
		}
	}
}

func TestSoftHyphensAreNotShown(t *testing.T) {
	r := readAs(t, NewPages(&resume.Resume{Basics: resume.Basics{Name: "A", Summary: "Donau\u00addampf\u00adschiff"}}), Options{Width: 80, Height: 24})
	if content := checked(t, r.Model).Content; !strings.Contains(content, "Donaudampfschiff") {
		t.Errorf("no Donaudampfschiff in %q", content)
	}
}

func TestRunsInTheOtherDirectionStayTogether(t *testing.T) {
	arabic := &resume.Resume{Lang: "ar", Basics: resume.Basics{Name: "ليلى", Summary: "أكتب C++ وأتصل على +49 30 123 منذ 2019"}}
	english := &resume.Resume{Basics: resume.Basics{Name: "Layla", Summary: "Known as ليلى حداد at home."}}
	for _, test := range []struct {
		r    *resume.Resume
		o    Options
		want []string
	}{
		{arabic, Options{}, []string{"أكتب \u2066C++\u2069 وأتصل على \u2066+49 30 123\u2069 منذ 2019"}},
		{english, Options{}, []string{"Known as \u2067ليلى حداد\u2069 at home."}},
		{english, Options{ASCII: true}, []string{"Known as "}},
	} {
		test.o.Width, test.o.Height = 80, 24
		r := readAs(t, NewPages(test.r), test.o)
		content := checked(t, r.Model).Content
		for _, want := range test.want {
			if !strings.Contains(content, want) {
				t.Errorf("%q is not in %q", want, content)
			}
		}
		if test.o.ASCII && strings.ContainsAny(content, "\u2066\u2067\u2069") {
			t.Errorf("ASCII has isolates: %q", content)
		}
	}
}

func TestNoLineEndsInAFigure(t *testing.T) {
	text := span{field: 1, text: "Drittmittel von 6,4 Mio. € eingeworben, davon 2,1 Mio. € vom ERC"}
	for width := 12; width <= 60; width++ {
		for _, l := range figures(text).wrap(width) {
			if whole := strings.Count(l.text(), "Mio. €"); whole != strings.Count(l.text(), "€") {
				t.Errorf("%d columns: a figure is broken at %q", width, l.text())
			}
		}
	}
}

func TestNoLineBeginsWithALoneSeparator(t *testing.T) {
	for _, words := range []string{
		"Engineer Student Founder Speaker of four languages", "費用 東京 Donaudampfschiff 大阪 X", "Antidisestablishment 2019 Pseudopseudohypoparathyroidism X",
	} {
		for _, separator := range []string{"|", "/", "·", "•", "–", "—"} {
			for _, blank := range []string{" ", "  "} {
				text := strings.Join(strings.Fields(words), blank+separator+blank)
				for width := 12; width < 60; width++ {
					var all []string
					for i, l := range (line{styled(plain, text)}).wrap(width) {
						begins := strings.HasPrefix(strings.TrimSpace(l.text()), separator)
						if i > 0 && slices.Contains([]string{"/", "–", "—"}, separator) && !strings.Contains(all[i-1], " ") {
							begins = false // after a word that fills the line: a dash is not left out
						}
						if all = append(all, l.text()); begins || strings.HasPrefix(l.text(), " ") || l.width() > width {
							t.Errorf("%q has in %d cells the line %q", text, width, l.text())
						}
					}
					for _, word := range strings.Fields(words) {
						if word[0] < 0x80 && textWidth(word) <= width && !strings.Contains(strings.Join(all, "\n"), word) {
							t.Errorf("%q is broken in %d cells: %q", word, width, all)
						}
					}
				}
			}
		}
	}
}

func TestAFigureWithChineseLettersIsNotBroken(t *testing.T) {
	text := line{styled(plain, "成本降低了 "), {text: "5 万", style: numeric, whole: true}, styled(plain, " 元")}
	for width := 5; width < 20; width++ {
		if all := text.wrap(width); !slices.ContainsFunc(all, func(l line) bool { return strings.Contains(l.text(), "5 万") }) {
			t.Errorf("%d cells: a figure is broken in %q", width, each(all, line.text))
		}
	}
}

func TestACutNameSaysMoreThanThatItIsCut(t *testing.T) {
	for text, want := range map[string]string{"– Dddddddddddd": "– Ddddd…", "/ / Dddddddddd": "/ / Ddd…", "Dddd – Dddddd": "Dddd…", "Dddddddddddd": "Ddddddd…"} {
		if got := (line{styled(plain, text)}).truncate(8, "…").text(); got != want {
			t.Errorf("%q is cut to %q, want %q", text, got, want)
		}
	}
}
