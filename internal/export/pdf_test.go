package export_test

import (
	"bytes"
	"errors"
	"fmt"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"ssh-resume/internal/export"
	"ssh-resume/internal/resume"
	"ssh-resume/internal/resume/resumetest"
	"ssh-resume/internal/typeset/pdf/pdftest"
	"ssh-resume/internal/words"
)

func pdf(t testing.TB, r *resume.Resume, paper string) []byte {
	t.Helper()
	if paper != "" {
		paper = "-" + paper
	}
	return []byte(made(t, "pdf"+paper, r))
}

// pdfText returns what is drawn on all pages, line by line.
func pdfText(t testing.TB, file []byte) string {
	t.Helper()
	return pdftest.Read(t, file).Text()
}

// expectStatements looks for everything that the profile states.
func expectStatements(t *testing.T, what, text string) {
	t.Helper()
	straight := strings.NewReplacer("“", `"`, "”", `"`, "‘", "'", "’", "'") // as a typewriter has them
	text = straight.Replace(strings.Join(strings.Fields(text), " "))
	for _, statement := range resumetest.Statements() {
		for _, part := range statement {
			if !strings.Contains(text, straight.Replace(part)) {
				t.Errorf("%s: no %q", what, part)
			}
		}
	}
}

func TestPDFIsTwoPagesOfTheChosenPaper(t *testing.T) {
	t.Parallel()
	unset := profile(t)
	unset.Paper = ""
	for name, test := range map[string]struct{ file, want string }{
		"a4":               {profileIn(t, "pdf-a4"), "[0 0 595.28 841.89]"},
		"letter":           {profileIn(t, "pdf-letter"), "[0 0 612 792]"},
		"that of the file": {profileIn(t, "pdf"), "[0 0 612 792]"},
		"of no choice":     {made(t, "pdf", unset), "[0 0 595.28 841.89]"},
	} {
		read := pdftest.Read(t, []byte(test.file))
		if !strings.Contains(read.Dictionaries(), "/MediaBox"+test.want) {
			t.Errorf("paper %s: the page is not %s", name, test.want)
		}
		if pages := read.Pages(); len(pages) != 2 {
			t.Errorf("paper %s: %d pages", name, len(pages))
		}
		if len(test.file) > 60<<10 {
			t.Errorf("paper %s: %d KiB", name, len(test.file)>>10)
		}
	}
}

// TestPDFReadsInOrderWithPdftotext extracts the text as many programs do, with Poppler.
func TestPDFReadsInOrderWithPdftotext(t *testing.T) {
	t.Parallel()
	tool, err := exec.LookPath("pdftotext")
	if errors.Is(err, exec.ErrNotFound) && os.Getenv("CI") == "" {
		t.Skip("pdftotext (Debian: poppler-utils) is not installed")
	}
	if err != nil {
		t.Fatal(err)
	}
	for _, paper := range []string{"a4", "letter"} {
		profile, example := []byte(profileIn(t, "pdf-"+paper)), pdf(t, example(t), paper)
		for _, mode := range []string{"", "-layout", "-raw"} {
			text := pdftotext(t, tool, mode, profile)
			expectStatements(t, paper+" "+mode, text)
			expectLines(t, paper+" "+mode, text, profileLines)
			expectLines(t, "example, "+paper+" "+mode, pdftotext(t, tool, mode, example), exampleLines)
		}
	}
}

func pdftotext(t *testing.T, tool, mode string, pdf []byte) string {
	t.Helper()
	file := filepath.Join(t.TempDir(), "a.pdf")
	if err := os.WriteFile(file, pdf, 0o600); err != nil {
		t.Fatal(err)
	}
	args := slices.DeleteFunc([]string{mode, "-enc", "UTF-8", file, "-"}, func(s string) bool { return s == "" })
	out, err := exec.Command(tool, args...).Output()
	if err != nil {
		t.Fatal(err)
	}
	return string(out)
}

// Lines that must stay whole, in their order.
var (
	profileLines = []string{
		"Marcus Rodriguez",
		"Senior Backend Architect",
		"12+ years in backend systems and distributed architecture · San Francisco, CA",
		"• Led backend teams of 8+ engineers across 12 major system redesigns",
		"Experience",
		"Ex-Netflix · Backend Infrastructure Team (4 years)",
		"Ex-Airbnb · Platform Engineering (2 years)",
		"Notable Achievements",
		"• Netflix Streaming Platform: Led backend redesign serving 200M+ users with 99.99% uptime",
		"Database Systems: PostgreSQL, MongoDB, Redis, database optimization and scaling",
		"• “Fail fast, recover faster”: Build resilient systems with graceful degradation",
		"1. Requirements Analysis: Understand functional and non-functional requirements",
		"6. Deployment & Monitoring: Automated deployment with robust monitoring and alerting",
		"• RESTful by default with GraphQL for complex data relationships",
		"• Engineering Management: Led teams of 8-12 backend engineers",
		"MS Computer Science, Stanford University",
		"• Certified Kubernetes Administrator (CKA)",
	}
	exampleLines = []string{
		"Lena Brandt",
		"Platform Engineer",
		"11 years of keeping services up · Musterstraße 12, 10115 Berlin, DE",
		"lena.brandt@example.com · +49 (0)30 1234567 · lena.example · GitHub: lbrandt",
		"Mastodon: @lena@social.example · Matrix: @lena:matrix.example",
		"Nordlicht Energie · Lead Platform Engineer · nordlicht.example (Berlin, Germany · Mar 2021 – present)",
		"Trades power for 200 town utilities",
		"Stadtarchiv Musterstadt · Systems Administrator (2014 – 2017, part-time)",
		"Tide (Nordlicht Energie) · tide.example (May 2022 – present)",
		"Scales clusters by the price of power (−31% power bill)",
		"MSc Computer Science, Technische Universität Berlin, 1.3 · tu.example (Oct 2012 – Sep 2014)",
		"Certified Kubernetes Administrator, CNCF · cert.example/cka (Jun 2020)",
		"Best Talk, SREcon Example (Oct 2019)",
		"German: Native; English: Fluent; Portuguese: Basic",
		"Sailing: dinghies, the Baltic",
		"“Our platform runs itself because she made it so.” — Ines Costa",
	}
)

func expectLines(t *testing.T, what, text string, all []string) {
	t.Helper()
	lines := strings.Split(text, "\n")
	for i := range lines {
		lines[i] = strings.TrimSpace(lines[i])
	}
	for _, want := range all {
		i := slices.Index(lines, want)
		if i < 0 {
			t.Errorf("%s: no line %q, or not in its place", what, want)
			continue
		}
		lines = lines[i+1:]
	}
}

func TestPDFIsTheSameEachTime(t *testing.T) {
	t.Parallel()
	r := profile(t)
	first := []byte(profileIn(t, "pdf-a4"))
	for range 2 {
		if !bytes.Equal(pdf(t, r, "a4"), first) {
			t.Fatal("not the same bytes")
		}
	}
}

func TestPDFSaysWhatItIs(t *testing.T) {
	t.Parallel()
	r := profile(t)
	r.Basics.URL = "https://example.com/r%C3%A9sum%C3%A9"
	r.Certificates[0].URL = "https://example.com/(a)"
	file := pdftest.Read(t, pdf(t, r, "a4"))
	for _, want := range []string{
		"/Title(Marcus Rodriguez, Senior Backend Architect)", "/Author(Marcus Rodriguez)", "/Lang(en)",
	} {
		if !strings.Contains(file.Dictionaries(), want) {
			t.Errorf("there is no %q", want)
		}
	}
	for _, want := range []string{"https://example.com/r%C3%A9sum%C3%A9", "https://example.com/(a)"} {
		if !slices.Contains(file.Links(), want) {
			t.Errorf("there is no link to %s", want)
		}
	}
	bookmarks, structure := file.Bookmarks(), file.Structure()
	for _, s := range r.Sections() {
		if !slices.Contains(bookmarks, s.Heading) {
			t.Errorf("the outline has no %q", s.Heading)
		}
		if !strings.Contains(structure, "\n  H2 "+s.Heading+"\n") {
			t.Errorf("the structure has no heading %q", s.Heading)
		}
	}
	if !strings.Contains(structure, "\n  H1 Marcus Rodriguez\n") {
		t.Error("the name is no title")
	}
}

// linksOf returns where the links of a PDF lead, one a line.
func linksOf(t testing.TB, file []byte) string {
	t.Helper()
	return strings.Join(pdftest.Read(t, file).Links(), "\n")
}

func TestPDFPagesAreThoseOfThePDF(t *testing.T) {
	t.Parallel()
	for _, r := range []*resume.Resume{profile(t), example(t), {}} {
		got := export.PDFPages(r, nil)
		if want := len(pdftest.Read(t, pdf(t, r, "")).Pages()); got != want {
			t.Errorf("%d pages, want %d", got, want)
		}
	}
}

func TestPDFIsInTheLanguageOfTheResume(t *testing.T) {
	r := profile(t)
	r.Lang = "de"
	file := pdftest.Read(t, pdf(t, r, ""))
	if !strings.Contains(file.Dictionaries(), "/Lang(de)") {
		t.Error("its language is another")
	}
	if want := words.Fill(words.For("de").Document.PageOf, "page", 2, "pages", 2); !strings.Contains(file.Text(), want) {
		t.Errorf("no page is numbered %q", want)
	}
}

func TestPDFReadsInTheDirectionOfItsLanguage(t *testing.T) {
	for lang, want := range map[string]string{"en": "L2R", "ar": "R2L", "nqo": "R2L"} {
		r := &resume.Resume{Lang: lang, Basics: resume.Basics{Name: "Jo"}}
		if !strings.Contains(pdftest.Read(t, pdf(t, r, "")).Dictionaries(), "/Direction/"+want) {
			t.Errorf("in %s, the direction is not %s", lang, want)
		}
	}
}

func TestPDFOfANameAloneIsOnePage(t *testing.T) {
	for _, name := range []string{"Jo", "", "漢字", "\u200b"} {
		t.Run(name, func(t *testing.T) {
			r := &resume.Resume{Basics: resume.Basics{Name: name}}
			if pages := pdftest.Read(t, pdf(t, r, "")).Pages(); len(pages) != 1 {
				t.Errorf("%d pages", len(pages))
			}
		})
	}
}

func TestPDFHoldsAsMuchAsThereIs(t *testing.T) {
	t.Parallel()
	const entries = 90 // on about ten pages
	r := &resume.Resume{Basics: resume.Basics{Name: "Jo"}}
	for i := range entries {
		r.Work = append(r.Work, resume.Work{
			Name: fmt.Sprintf("employer %d.", i), Position: "Cook", Duration: "2 years",
			Summary: strings.Repeat("stew ", 25+i%30), Highlights: []string{"one", "two", "three"},
		})
	}
	pages := pdftest.Read(t, pdf(t, r, "letter")).Pages()
	text := ""
	for i, page := range pages {
		text += strings.Join(page, "\n") + "\n"
		if want := fmt.Sprintf("Page %d of %d", i+1, len(pages)); !slices.ContainsFunc(page, func(line string) bool { return strings.HasSuffix(line, want) }) {
			t.Errorf("page %d is not numbered", i+1)
		}
		if last := page[len(page)-2]; strings.HasPrefix(last, "employer") {
			t.Errorf("page %d ends in the head of an entry: %q", i+1, last)
		}
	}
	for i := range entries {
		if !strings.Contains(text, fmt.Sprintf("employer %d.", i)) {
			t.Errorf("no employer %d", i)
		}
	}
}

// TestPDFSaysWhatIsMissing tries letters that no font has: those of a script of 2025.
func TestPDFSaysWhatIsMissing(t *testing.T) {
	t.Parallel()
	r := *profile(t)
	r.Basics.Name = "\U0001e6c2\U0001e6c0 Lee"
	if text := pdfText(t, pdf(t, &r, "a4")); !strings.Contains(text, r.Basics.Name) {
		t.Error("the name can't be taken out")
	}
	missing := export.PDFMissing(&r, nil)
	for _, want := range r.Basics.Name[:8] {
		if !slices.Contains(missing, want) {
			t.Errorf("%c is not told as missing", want)
		}
	}
	if !slices.IsSorted(missing) {
		t.Error("not in order")
	}
	if missing := export.PDFMissing(profile(t), nil); len(missing) > 0 {
		t.Errorf("of the profile, %v are missing", missing)
	}
}

func TestPDFLinksTitlesAndPrintsShortAddresses(t *testing.T) {
	short, long := "https://tide.example", "https://example.com/a/rather/long/path?with=a&query=as&well=1"
	r := &resume.Resume{Work: []resume.Work{{Name: "Inn", URL: short}, {Name: "Star", URL: long}}}
	file := pdftest.Read(t, pdf(t, r, ""))
	if !strings.Contains(file.Text(), "Inn · tide.example\n") || strings.Contains(file.Text(), "rather") {
		t.Errorf("the text is %q", file.Text())
	}
	for _, want := range []string{short, long} {
		if !slices.Contains(file.Links(), want) {
			t.Errorf("there is no link to %s", want)
		}
	}
}

func TestFiguresStandOutWhole(t *testing.T) {
	for _, test := range []struct{ said, value, want string }{
		{"serving 200M+ users", "200M+", "serving [200M+] users"},
		{"fewer by 40%", "−40%", "fewer by [40%]"},
		{"fewer (−40% in all)", "−40%", "fewer ([−40%] in all)"},
		{"in 1200 places", "20", "in 1200 places"},
		{"in words", "20", "in words"},
		{"in words", "", "in words"},
	} {
		if got := export.Figured(test.said, test.value); got != test.want {
			t.Errorf("%q in %q: %q, want %q", test.value, test.said, got, test.want)
		}
	}
}

func BenchmarkPDF(b *testing.B) {
	r := profile(b)
	b.ReportAllocs()
	for b.Loop() {
		pdf(b, r, "letter")
	}
}

func TestLanguagesHaveOneTitle(t *testing.T) {
	r := &resume.Resume{
		Basics:    resume.Basics{Name: "Jo"},
		Languages: []resume.Language{{Language: "English", Fluency: "Native"}},
		Awards:    []resume.Award{{Title: "Best Talk"}},
		Menu:      []resume.MenuItem{{ID: "more", Title: "More", Of: []string{"awards", "languages", "interests"}}},
	}
	if text := pdfText(t, pdf(t, r, "")); strings.Count(text, "Languages") != 1 {
		t.Errorf("%s", text)
	}
}

func TestPDFSetsTheEntriesOfAListEquallyApart(t *testing.T) {
	r := &resume.Resume{Awards: []resume.Award{{Title: "First", Summary: "For this"}, {Title: "Second"}, {Title: "Third"}}}
	at := map[string]float64{}
	for _, text := range pdftest.Read(t, pdf(t, r, "")).Texts {
		at[strings.TrimSpace(text.Text)] = text.Y
	}
	within, between, next := at["For this"]-at["First"], at["Second"]-at["For this"], at["Third"]-at["Second"]
	if within <= 0 || between < within+2 || math.Abs(between-next) > 0.01 {
		t.Errorf("lines are %.1f apart, entries %.1f and %.1f", within, between, next)
	}
}

func TestPDFSetsSkillsWithKeywordsOneToALine(t *testing.T) {
	r := &resume.Resume{Skills: []resume.Skill{{Name: "Data", Keywords: []string{"SQL"}}, {Name: "Tools", Keywords: []string{"Go"}}}}
	if text := pdfText(t, pdf(t, r, "")); !strings.Contains(text, "Data: SQL\nTools: Go\n") {
		t.Errorf("the text is %q", text)
	}
}
