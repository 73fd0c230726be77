package tui

import (
	"fmt"
	"maps"
	"strings"
	"testing"

	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/ansi"

	"ssh-resume/internal/resume"
	"ssh-resume/internal/resume/resumetest"
)

// wholePage reads the current page from top to end, line by line, and returns its rows as they were on the screen.
func (r *reader) wholePage() []string {
	r.Helper()
	r.inList = false
	r.press("g")
	l := r.layout
	body := func() []string {
		rows := strings.Split(ansi.Strip(checked(r.T, r.Model).Content), "\n")[l.header : l.header+l.body]
		for i, row := range rows {
			row = ansi.Cut(row, l.pageX, l.pageX+l.page)
			rows[i] = strings.TrimRight(row, " ")
		}
		return rows
	}
	all := body()
	for r.top < r.lastTop() {
		before := r.top
		r.press("j")
		if r.top != before+1 {
			r.Fatalf("down goes from line %d to %d", before, r.top)
		}
		rows := body()
		all = append(all, rows[len(rows)-1])
	}
	return all
}

var undecorated = strings.NewReplacer(
	"●", " ", "│", " ", "▸", " ", "━", " ", "─", " ", "“", "", "”", "", "[", " ", "]", " ",
)

func folded(text string) string {
	return strings.Join(strings.Fields(undecorated.Replace(text)), " ")
}

// everything returns everything that can be read in a window of this size, each page
// twice: row by row, and column by column.
func (r *reader) everything() string {
	r.Helper()
	var b strings.Builder
	for i := range r.doc.sections {
		r.open(i)
		b.WriteString(strings.Join(r.rows(), " \x00 "))
		rows := r.wholePage()
		column := (r.layout.page - columnGap) / 2
		var left, right []string
		for _, row := range rows {
			left, right = append(left, ansi.Cut(row, 0, column)), append(right, ansi.Cut(row, column+columnGap, 400))
		}
		for _, part := range [][]string{rows, left, right} {
			b.WriteString(" \x00 " + strings.Join(part, " "))
		}
	}
	return folded(b.String())
}

func TestEveryStatementOfTheProfileCanBeRead(t *testing.T) {
	t.Parallel()
	for _, size := range [][2]int{{30, 10}, {40, 12}, {80, 24}, {120, 40}, {200, 60}} {
		for _, p := range []colorprofile.Profile{colorprofile.ANSI256, colorprofile.ASCII} {
			r := readAs(t, profile(), Options{Width: size[0], Height: size[1], Profile: p})
			read := unbroken(r.everything())
			for _, statement := range resumetest.Statements() {
				for _, part := range statement {
					if !strings.Contains(read, unbroken(folded(part))) {
						t.Errorf("%v: %q is not there", size, part)
					}
				}
			}
		}
	}
}

// TestEveryFieldCanBeReadAndCopied covers every field except dates, which are shown in words, and names that
// are only used in the file.
func TestEveryFieldCanBeReadAndCopied(t *testing.T) {
	n := 0
	word := func() string { n++; return fmt.Sprintf("word%dx", n) }
	full := resumetest.Full(word)
	full.Custom[0].Blocks = resumetest.CustomBlocks(word)
	pages := NewPages(full)
	for _, size := range [][2]int{{30, 10}, {40, 12}, {80, 24}, {120, 40}, {200, 60}} {
		for _, ascii := range []bool{false, true} {
			r := readAs(t, pages, Options{Width: size[0], Height: size[1], Profile: colorprofile.ANSI256, ASCII: ascii})
			read, copied := unbroken(r.everything()), ""
			for i := range r.doc.sections {
				r.open(i)
				copied += clipboard(t, r.press("y"))
			}
			r.press("c") // the street address stands there, and on no page
			for range r.doc.contacts {
				read, copied = read+unbroken(strings.Join(r.rows(), "")), copied+clipboard(t, r.press("y"))
				r.press("down")
			}
			resumetest.EachString(full.Sections(), func(path, text string) {
				if strings.HasSuffix(path, ".Kind") || strings.HasSuffix(path, ".ID") || strings.HasSuffix(path, ".Group") {
					return
				}
				if strings.HasSuffix(path, ".Image") { // which documents show, and no screen
					return
				}
				if strings.HasPrefix(text, "https:") {
					text = resume.BareURL(text, false)
				}
				if ascii {
					text = resume.ASCII(text)
				}
				if !strings.Contains(read, unbroken(text)) {
					t.Errorf("%v: %q (%s) is not there", size, text, path)
				}
				if !strings.Contains(copied, text) && !strings.HasSuffix(path, ".Title") && path != "[0].Heading" {
					t.Errorf("%v: %q (%s) is not copied", size, text, path)
				}
			})
		}
	}
}

// TestNoFactOfAProjectGetsLost: what one page leaves out, another has.
func TestNoFactOfAProjectGetsLost(t *testing.T) {
	all := resume.Resume{
		Basics: resume.Basics{Name: "A"},
		Work:   []resume.Work{{Name: "Nordlicht"}},
		Projects: []resume.Project{
			{Name: "Tide", Entity: "nordlicht", Description: "Scales clusters"},
			{Name: "Nordlicht Portal", Entity: "Nordlicht", Description: "Sells power"},
			{Name: "Lamp", Entity: "Nordlicht"},
		},
	}
	for _, test := range []struct {
		menu []resume.MenuItem
		want []string
	}{
		{nil, []string{
			"Tide: Scales clusters\nSells power\nLamp\n",
			"Tide, nordlicht: Scales clusters\nNordlicht Portal: Sells power\nLamp, Nordlicht\n",
		}},
		{[]resume.MenuItem{{ID: "work"}}, []string{"Tide: Scales clusters\nNordlicht Portal: Sells power\nLamp\n"}},
	} {
		all.Menu = test.menu
		r := readAs(t, NewPages(&all), Options{Width: 80, Height: 24})
		copied := ""
		for i := range r.doc.sections {
			r.open(i)
			copied += clipboard(t, r.press("y"))
		}
		for _, want := range test.want {
			if !strings.Contains(copied, want) {
				t.Errorf("menu %v: there is no\n%s\nin\n%s", test.menu, want, copied)
			}
		}
	}
}

// unbroken removes from a text what line breaks add, as in a word too long for a line.
func unbroken(text string) string {
	return strings.NewReplacer(" ", "", "|", "").Replace(folded(text))
}

// TestWhatIsEmptyLeavesNoTrace: no line that is blank where the page begins or
// ends, no two in a row, no mark beside nothing.
func TestWhatIsEmptyLeavesNoTrace(t *testing.T) {
	r := &resume.Resume{
		Basics:       resume.Basics{Name: "A"},
		Work:         []resume.Work{{Name: "Employer"}, {Position: "Role"}, {Name: "Employer", Former: true}},
		Projects:     []resume.Project{{Name: "Project"}, {Description: "Done", Entity: "Employer"}},
		Education:    []resume.Education{{Institution: "School"}, {Area: "Subject"}},
		Certificates: []resume.Certificate{{Name: "Certificate"}, {Issuer: "Issuer"}},
		Awards:       []resume.Award{{Title: "Award"}, {Awarder: "Awarder"}},
		Publications: []resume.Publication{{Name: "Book"}, {Summary: "About"}},
		Volunteer:    []resume.Volunteer{{Position: "Helper"}, {Organization: "Club"}},
		Skills:       []resume.Skill{{Name: "Skill"}},
		Languages:    []resume.Language{{Language: "Latin"}},
		Interests:    []resume.Interest{{Name: "Interest"}},
		References:   []resume.Reference{{Name: "Somebody"}, {Reference: "Words"}},
	}
	pages := NewPages(r)
	for _, width := range []int{27, 48, 76, 108} {
		for i, s := range pages.document(Options{}).sections {
			blank := 1
			for _, l := range pages.page(pageKey{doc: pages.document(Options{}), section: i, width: width, glyphs: &unicodeGlyphs}).lines {
				text := ""
				for _, sp := range l {
					text += sp.text
				}
				switch {
				case strings.TrimSpace(text) != "":
					if blank = 0; folded(text) == "" && strings.Trim(text, "│ ") != "" {
						t.Errorf("%s at width %d: a mark beside nothing: %q", s.ID, width, text)
					}
				default:
					if blank++; blank > 1 && s.ID != "projects" {
						t.Errorf("%s at width %d: blank lines", s.ID, width)
					}
				}
			}
			if blank > 0 {
				t.Errorf("%s at width %d ends in a blank line", s.ID, width)
			}
		}
	}
}

func TestEveryLineIsReachedAndNoneIsCut(t *testing.T) {
	t.Parallel()
	for _, size := range [][2]int{{30, 10}, {37, 11}, {40, 12}, {69, 24}, {70, 17}, {80, 24}, {120, 40}} {
		r := read(t, size[0], size[1])
		for i, s := range r.doc.sections {
			r.open(i)
			got, want := r.wholePage(), r.page().lines
			for j, row := range got {
				if strings.Contains(row, "…") && !isTitlePage(s) { // where labels may be
					t.Errorf("%v, %s: line %q is cut", size, s.ID, row)
				}
				text := ""
				if j < len(want) {
					for _, sp := range want[j] {
						text += r.renderer.edges(sp)
					}
				}
				if row != strings.TrimRight(text, " ") {
					t.Errorf("%v, %s: line %d is %q, want %q", size, s.ID, j, row, text)
				}
			}
			if len(got) < len(want) {
				t.Errorf("%v, %s: %d lines are seen, of %d", size, s.ID, len(got), len(want))
			}
		}
	}
}

// TestPagesDrawTheWholeOfEveryField holds for résumés in any language, at any
// width: nothing of a field is lost between lines but blanks, soft hyphens
// and the colon of a label that has a line of its own.
func TestPagesDrawTheWholeOfEveryField(t *testing.T) {
	t.Parallel()
	all := maps.Clone(unusualPages())
	all["profile"] = profile()
	for name, pages := range all {
		for _, width := range []int{20, 27, 37, 48, 66, 88, 108} {
			for i := range pages.document(Options{}).sections {
				pg := pages.page(pageKey{doc: pages.document(Options{}), section: i, width: width, glyphs: &unicodeGlyphs, label: true, place: true})
				drawn := make([]strings.Builder, len(pg.fields)+1)
				pictures := map[int]bool{}
				for _, l := range pg.lines {
					for _, s := range l {
						if pictures[s.field] = pictures[s.field] || s.picture; !s.picture {
							drawn[s.field].WriteString(s.text)
						}
					}
				}
				for n, f := range pg.fields {
					if got := drawn[n+1].String(); squeezed(got) != squeezed(f.text) && !pictures[n+1] {
						t.Fatalf("%s, section %d at width %d: field %q is drawn as %q", name, i, width, f.text, got)
					}
				}
			}
		}
	}
}

var squeezer = strings.NewReplacer(" ", "", ":", "", "\u00ad", "")

func squeezed(s string) string { return squeezer.Replace(s) }

func TestTextIsNeverWiderThanReadsWell(t *testing.T) {
	for _, width := range []int{48, 88, 108, 130} {
		for i, s := range profile().document(Options{}).sections {
			for _, l := range profile().document(Options{}).draw(pageKey{section: i, width: width, glyphs: &unicodeGlyphs}).lines {
				for _, sp := range l {
					if w := textWidth(sp.text); sp.field > 0 && w > maxText {
						t.Errorf("%s: %q is %d cells wide", s.ID, sp.text, w)
					}
				}
				if l.width() > width {
					t.Errorf("%s: a line is %d cells wide in %d", s.ID, l.width(), width)
				}
			}
		}
	}
}

func TestWordsOfAPageAlign(t *testing.T) {
	for _, width := range []int{88, 108} {
		columns := map[int]bool{}
		for _, l := range profile().document(Options{}).draw(pageKey{section: 4, width: width, glyphs: &unicodeGlyphs}).lines {
			if len(l) > 1 && l[0].style == quiet && l[0].field > 0 {
				at := 0
				for _, s := range l {
					if s.style == plain && s.field > 0 {
						columns[at] = true
						break
					}
					at += textWidth(s.text)
				}
			}
		}
		if len(columns) != 1 {
			t.Errorf("at width %d the first words of the lines begin in %d columns", width, len(columns))
		}
	}
}

func mustParse(t *testing.T) *resume.Resume {
	t.Helper()
	r, problems := parsed()
	if r == nil {
		t.Fatal(problems)
	}
	return r
}
