package tui

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/charmbracelet/colorprofile"
	uv "github.com/charmbracelet/ultraviolet"

	"ssh-resume/internal/resume"
)

// richFile has texts of every form in every kind of field that may have one.
const richFile = `basics:
  name: Jo
  summary: "One **bold** word.\n\nResponsible for:\n\n- Payments\n- Billing\n  1. Cards\n  2. Invoices\n\nAnd more."
  highlights: ["Led the *move* of 40 teams to [Kafka](https://kafka.apache.org) with ` + "`kcat`" + `", "snake_case, 2*3*4, C#"]
work:
  - name: Inn
    description: "A **good** inn"
    summary: "Cooked,\\\nthen served."
    highlights: ["Published research\n- Main paper", {Project 1: [Deliverable 1, Deliverable 2]}, "<strong>Led</strong> the move<br>to <a href='https://x.example/y'>X</a> &amp; more"]
volunteer: [{organization: Club, summary: "Taught *children*", highlights: ["**Won**"]}]
projects:
  - {name: Star, description: "**Won** it in 2019", highlights: ["- 40 %"], metric: {value: "1", label: star}}
education: [{institution: School, courses: ["Not *markup*"]}]
awards: [{title: Prize, summary: "For ` + "`go`" + `"}]
publications: [{name: Book, summary: "See [it](https://b.example) or <me@a.example>"}]
references:
  - {name: Ada, reference: "She *finishes*\n\nwhat she begins."}
sections:
  - id: free
    blocks:
      - text: "1. Lage 2. Umsatz"
      - items: ["**Small** steps", {Reviews: "Each *change* is read"}, {quote: Measure, text: "- first\n- last"}]
      - type: numbered
        items: ["One\n- a\n- b", {Two: "- c\n- d"}]
      - type: quotes
        items: [{quote: Ship, text: "**Often**, and [here](https://h.example)"}, {quote: Stop, text: "now"}]
      - type: measures
        items: [{Speed: "**10** ms, at most"}, {Cost: "Low:\n- 1\n- 2"}]
      - type: tags
        items: ["**Tag**", "other"]
      - items: [{Named: "Text *one*"}, {Other: "- x\n- y"}]
`

func richPages(t *testing.T) *Pages {
	t.Helper()
	r, problems := resume.Parse("rich.yaml", []byte(richFile))
	if r == nil {
		t.Fatal(problems)
	}
	return NewPages(r)
}

// looks returns lines with a mark for each style and link.
func looks(lines []line) string {
	var b strings.Builder
	for _, l := range lines {
		for _, s := range l {
			r := newRenderer(newThemes(resume.Theme{})[unknownTheme], rendererKey{profile: colorprofile.ASCII})
			text := r.edges(s)
			switch s.style {
			case heading, strong:
				text = "«" + text + "»"
			case italic:
				text = "/" + text + "/"
			case strongItalic:
				text = "«/" + text + "/»"
			case numeric:
				text = "#" + text + "#"
			}
			if s.link != "" {
				text = "[" + text + "→" + s.link + "]"
			}
			b.WriteString(text)
		}
		b.WriteString("\n")
	}
	return strings.TrimSuffix(b.String(), "\n")
}

func TestTextsAreDrawnAsTheyAreMarked(t *testing.T) {
	for source, want := range map[string]string{
		"Responsible for:\n\n- Payments\n- Billing\n": "Responsible for:\n· Payments\n· Billing",
		"Published research\n- Main paper":            "Published research\n· Main paper",
		"- a\n  - b\n  - c\n- d":                      "· a\n  · b\n  · c\n· d",
		"9. one\n10. two":                             " 9  one\n10  two",
		"0. one\n1. two":                              "0  one\n1  two",
		"one\ntwo\n\nthree":                           "one two\n\nthree",
		"one\\\ntwo":                                  "one\ntwo",
		"- a\n- b\n\nc":                               "· a\n· b\n\nc",
		"**Led** the *move* to [Kafka](https://kafka.apache.org) with `kcat`.": "«Led» the /move/ to [Kafka→https://kafka.apache.org] ([kafka.apache.org→https://kafka.apache.org]) with `kcat`.",
		"***a*** **b *c***":                    "«/a/» «b »«/c/»",
		"<https://a.example/b> <me@a.example>": "[https://a.example/b→https://a.example/b] [me@a.example→mailto:me@a.example]",
		"<strong>Led</strong> the move<br>to <a href='https://x.example'>X</a> &amp; more": "«Led» the move\nto [X→https://x.example] ([x.example→https://x.example]) & more",
		"ﬁnance, eﬃcient":       "finance, efficient",
		"snake_case 2*3*4 C#":   "snake_case 2*3*4 C#",
		"#1 team":               "#1 team",
		"- 40 %":                "- 40 %",
		"1. Lage 2. Umsatz":     "1. Lage 2. Umsatz",
		"a  <b> b </b> c":       "a «b »c",
		"# Heading\n> quote":    "# Heading > quote",
		"[](https://e.example)": "[e.example→https://e.example]",
	} {
		s := &sheet{glyphs: &unicodeGlyphs, doc: &document{marks: (&resume.Resume{}).Marks(), parsed: &cache[string, resume.Text]{}}}
		got := looks(s.set(s.proseEntry(s.draft(source, plain)), 80))
		if got != want {
			t.Errorf("%q is drawn as\n%s\nwant\n%s", source, got, want)
		}
	}
}

func TestEveryFieldOfTextIsDrawnAsMarked(t *testing.T) {
	for _, ascii := range []bool{false, true} {
		pages := richPages(t)
		for _, width := range []int{24, 50, 80, 110} {
			all := ""
			for i := range pages.document(Options{}).sections {
				o := Options{ASCII: ascii}
				lines := pages.page(pageKey{doc: pages.document(o), section: i, width: width, glyphs: o.glyphs()}).lines
				for _, l := range lines {
					if l.width() > width {
						t.Errorf("at %d cells a line has %d: %s", width, l.width(), looks([]line{l}))
					}
				}
				all += looks(lines) + "\n"
			}
			all = strings.ReplaceAll(all, "#", "") // figures
			for _, want := range []string{
				"«bold»", "/move/", "of 40", "`kcat`", "snake_case", "«good»", "Cooked,\nthen served.", "Main paper", "Deliverable 1", "Deliverable 2",
				"«Led»", "[X→https://x.example/y]", "/children/", "«Won»", "- 40 %", "Not *markup*", "`go`", "[it→https://b.example]", "([b.example→https://b.example])",
				"[me@a.example→mailto:me@a.example]", "/finishes/", "1. Lage 2. Umsatz", "«Small»", "/change/", "first", "«Often»", "«10»", "[here→https://h.example]", "/one/", "x", "Tag",
			} {
				if !strings.Contains(all, want) {
					t.Errorf("at %d cells, ascii %v, %q is not drawn:\n%s", width, ascii, want, all)
				}
			}
			if rest := strings.ReplaceAll(all, "*markup*", ""); strings.Contains(rest, "**") || strings.Contains(rest, "](") || strings.Contains(strings.ReplaceAll(rest, "2*3*4", ""), "*") {
				t.Errorf("at %d cells, ascii %v, markup is drawn:\n%s", width, ascii, all)
			}
		}
	}
}

func TestFieldsOfTextsAreTheSameAtEveryWidth(t *testing.T) {
	pages := richPages(t)
	for i := range pages.document(Options{}).sections {
		for width := 20; width < 130; width++ {
			pg := pages.page(pageKey{doc: pages.document(Options{}), section: i, width: width, glyphs: &unicodeGlyphs})
			if !slices.Equal(pg.fields, pages.document(Options{}).fields[i]) {
				t.Fatalf("section %d at %d cells has other fields", i, width)
			}
			drawn := make([]string, len(pg.fields)+1)
			for _, l := range pg.lines {
				for _, s := range l {
					if s.field > 0 && !s.picture && !strings.HasPrefix(pg.fields[s.field-1].text[s.off:], s.text) {
						t.Fatalf("%q is drawn for byte %d of %q", s.text, s.off, pg.fields[s.field-1].text)
					}
					drawn[max(s.field, 0)] += s.text
				}
			}
			for n, f := range pg.fields {
				if strings.Contains(f.text, " ") && squeezed(drawn[n+1]) != squeezed(f.text) {
					t.Errorf("section %d at %d cells draws %q as %q", i, width, f.text, drawn[n+1])
				}
			}
		}
	}
}

func TestSearchFindsAPhraseAcrossStyles(t *testing.T) {
	for _, query := range []string{"the move of", "Kafka with kcat", "Led the move", "then served", "Billing"} {
		r := readAs(t, richPages(t), Options{Width: 80, Height: 24, Profile: colorprofile.ANSI256})
		r.press("/")
		r.typed(`"` + query + `"`)
		r.press("enter")
		found := r.matches()
		if len(found.all) == 0 {
			t.Errorf("%q is not found", query)
			continue
		}
		marked := ""
		for _, l := range r.marked(r.page().lines) {
			for _, s := range l {
				if s.style == matched || s.style == matchedHere {
					marked += s.text
				}
			}
		}
		if !strings.Contains(squeezed(marked), squeezed(query)) {
			t.Errorf("of %q, %q is marked", query, marked)
		}
	}
}

func TestTerminalsShowTheStylesOfTexts(t *testing.T) {
	t.Parallel()
	for _, profile := range []colorprofile.Profile{colorprofile.ASCII, colorprofile.ANSI, colorprofile.ANSI256} {
		for _, ascii := range []bool{false, true} {
			r := readAs(t, richPages(t), Options{Width: 100, Height: 40, Profile: profile, ASCII: ascii})
			r.darkBackground()
			cell := func(text string) *uv.Cell {
				t.Helper()
				for y, row := range r.rows() {
					if x := strings.Index(row, text); x >= 0 {
						return r.screen().CellAt(textWidth(row[:x]), y)
					}
				}
				t.Fatalf("%q is not on the screen:\n%s", text, strings.Join(r.rows(), "\n"))
				return nil
			}
			if cell("bold").Style.Attrs&uv.AttrBold == 0 {
				t.Errorf("%v: bold is not bold", profile)
			}
			if cell("move").Style.Attrs&uv.AttrItalic == 0 {
				t.Errorf("%v: italic is not italic", profile)
			}
			if got := cell("Kafka").Link.URL; got != "https://kafka.apache.org" {
				t.Errorf("%v: the link leads to %q", profile, got)
			}
			if profile == colorprofile.ANSI256 {
				if cell("kcat").Style.Bg == nil {
					t.Error("code has no ground")
				}
			} else {
				cell("`kcat`")
			}
		}
	}
}

func TestADescriptionWithLineEndsIsDrawnOnce(t *testing.T) {
	inn := resume.Work{Name: "Inn", Description: "a house by the sea<br>with rooms"}
	r := readAs(t, NewPages(&resume.Resume{Basics: resume.Basics{Name: "Jo"}, Work: []resume.Work{inn}}), Options{Width: 100, Height: 30, Section: "work"})
	if screen := strings.Join(r.rows(), "\n"); strings.Count(screen, "by the sea") != 1 || strings.Count(screen, "with rooms") != 1 {
		t.Errorf("it is not there once:\n%s", screen)
	}
}

func TestDeepListsStayInTheirColumn(t *testing.T) {
	t.Parallel()
	source := ""
	for depth := range 30 {
		source += fmt.Sprintf("%s- a%d\n%s- b%d\n", strings.Repeat("  ", depth), depth, strings.Repeat("  ", depth), depth)
	}
	for width := 12; width < 80; width++ {
		s := &sheet{glyphs: &unicodeGlyphs, doc: &document{marks: (&resume.Resume{}).Marks(), parsed: &cache[string, resume.Text]{}}}
		lines := s.set(s.proseEntry(s.draft(source, plain)), width)
		if widest(lines, line.width) > width || len(lines) != 60 {
			t.Fatalf("at %d cells, %d lines of %d cells", width, len(lines), widest(lines, line.width))
		}
	}
}

func TestScreensOfMarkedTextsAreTheGoldenOnes(t *testing.T) {
	t.Parallel()
	pages := richPages(t)
	shown := []scene{{"profile", nil}, {"experience", []string{"2"}}, {"free", []string{"4"}}, {"references", []string{"9"}}}
	for _, size := range [][2]int{{80, 24}, {120, 40}} {
		golden(t, fmt.Sprintf("marked-%dx%d", size[0], size[1]), drawScenes(t, pages, size, "dark", shown...))
	}
	for _, look := range []string{"16-colors", "no-color", "ascii"} {
		golden(t, "marked-"+look, drawScenes(t, pages, [2]int{80, 24}, look, shown[:3]...))
	}
}

func TestTextsOfNothingButMarkupAreDrawnAsNothing(t *testing.T) {
	for _, kind := range resume.CustomKinds() {
		t.Run(string(kind), func(t *testing.T) {
			r, problems := resume.Parse("rich.yaml", []byte(`basics: {name: Jo, summary: "<p></p>", highlights: ["<b></b>"]}
work: [{name: Inn, description: "<i></i>", summary: "<b></b>", highlights: ["<b></b>"]}]
projects: [{entity: Inn, description: "<b></b>"}]
references: [{name: Ada, reference: "<b></b>"}]
sections: [{id: free, blocks: [{type: `+string(kind)+`, text: "<p></p>", items: [{Label: "<p></p>"}, {Label: "<b></b>"}, "<p></p>", {quote: Ship, text: "<p></p>"}]}]}]`))
			if r == nil {
				t.Fatal(problems)
			}
			pages := NewPages(r)
			for i := range pages.document(Options{}).sections {
				if got := looks(pages.page(pageKey{doc: pages.document(Options{}), section: i, width: 80, glyphs: &unicodeGlyphs}).lines); strings.Contains(got, "<") {
					t.Error(got)
				}
			}
		})
	}
}

func TestALongReferenceIsNotBold(t *testing.T) {
	file := resume.Resume{Basics: resume.Basics{Name: "Jo"}, References: []resume.Reference{
		{Name: "B", Reference: "Short praise."}, {Name: "C", Reference: strings.Repeat("A long one, which goes on. ", 14)},
	}}
	pg := NewPages(&file).document(Options{}).draw(pageKey{section: 1, width: 80, glyphs: &unicodeGlyphs})
	for text, as := range map[string]style{"Short": strong, "A long": plain} {
		for _, l := range pg.lines {
			for _, s := range l {
				if strings.HasPrefix(s.text, text) && s.style != as {
					t.Errorf("%q has style %d, want %d", s.text, s.style, as)
				}
			}
		}
	}
}

func TestSkillsAboveTheirWordsAreBoldUnlessTheirBlockHasATitle(t *testing.T) {
	skills := []resume.Skill{{Name: "Languages and frameworks", Keywords: []string{"Go", "SQL"}}}
	for title, want := range map[string]style{"": heading, "What I use": quiet} {
		for _, width := range []int{50, 100} {
			s := &sheet{glyphs: &unicodeGlyphs, doc: profile().document(Options{}), nameWidth: 24}
			for _, l := range s.block(resume.Block{Title: title, Kind: resume.KindTags, Skills: skills}, width) {
				if beside := width == 100; l[0].text == skills[0].Name && l[0].style != map[bool]style{true: quiet, false: want}[beside] {
					t.Errorf("title %q, width %d: the name has style %d", title, width, l[0].style)
				}
			}
		}
	}
}
