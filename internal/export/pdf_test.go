package export_test

import (
	"bytes"
	"compress/zlib"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode/utf16"

	"ssh-resume/internal/export"
	"ssh-resume/internal/resume"
	"ssh-resume/internal/resume/resumetest"
)

func pdf(t testing.TB, r *resume.Resume, paper string) []byte {
	t.Helper()
	if paper != "" {
		paper = "-" + paper
	}
	return []byte(made(t, "pdf"+paper, r, export.Source{}))
}

var (
	pageStream = regexp.MustCompile(`/Contents \d+ 0 R>>\nendobj\n\d+ 0 obj\n<</Filter /FlateDecode /Length (\d+)>>\nstream\n`)
	shown      = regexp.MustCompile(`(?s)BT ([\d.]+) ([\d.]+) Td \(((?:[^\\)]|\\.)*)\) Tj`)
	escaped    = regexp.MustCompile(`(?s)\\(.)`)
)

// pdfPages gives what is drawn on each page, line by line, in the order of the
// file.
func pdfPages(t testing.TB, file []byte) [][]string {
	t.Helper()
	var pages [][]string
	for _, at := range pageStream.FindAllSubmatchIndex(file, -1) {
		var length int
		if _, err := fmt.Sscan(string(file[at[2]:at[3]]), &length); err != nil {
			t.Fatal(err)
		}
		z, err := zlib.NewReader(bytes.NewReader(file[at[1] : at[1]+length]))
		if err != nil {
			t.Fatal(err)
		}
		content, err := io.ReadAll(z)
		if err != nil {
			t.Fatal(err)
		}
		var lines []string
		y := ""
		for _, run := range shown.FindAllSubmatch(content, -1) {
			if string(run[2]) != y {
				lines, y = append(lines, ""), string(run[2])
			}
			lines[len(lines)-1] += fromUTF16(escaped.ReplaceAllFunc(run[3], func(e []byte) []byte {
				if e[1] == 'r' {
					return []byte("\r")
				}
				return e[1:]
			}))
		}
		pages = append(pages, lines)
	}
	if len(pages) == 0 {
		t.Fatal("no page was found")
	}
	return pages
}

// pdfText gives what is drawn on all pages, line by line.
func pdfText(t testing.TB, file []byte) string {
	t.Helper()
	var text strings.Builder
	for _, page := range pdfPages(t, file) {
		text.WriteString(strings.Join(page, "\n") + "\n")
	}
	return text.String()
}

func fromUTF16(b []byte) string {
	var units []uint16
	for i := 0; i+1 < len(b); i += 2 {
		units = append(units, uint16(b[i])<<8|uint16(b[i+1]))
	}
	return string(utf16.Decode(units))
}

// expectStatements looks for everything that the profile states.
func expectStatements(t *testing.T, what, text string) {
	t.Helper()
	text = strings.Join(strings.Fields(text), " ")
	for _, statement := range resumetest.Statements() {
		for _, part := range statement {
			if !strings.Contains(text, part) {
				t.Errorf("%s: no %q", what, part)
			}
		}
	}
}

func TestPDFIsTwoPagesOfTheChosenPaper(t *testing.T) {
	r := profile(t)
	unset := *r
	unset.Paper = ""
	for _, test := range []struct {
		r           *resume.Resume
		paper, want string
	}{
		{r, "a4", "[0 0 595.28 841.89]"},
		{r, "letter", "[0 0 612.00 792.00]"},
		{r, "", "[0 0 612.00 792.00]"},
		{&unset, "", "[0 0 595.28 841.89]"},
	} {
		file := pdf(t, test.r, test.paper)
		if !bytes.Contains(file, []byte("/MediaBox "+test.want)) {
			t.Errorf("paper %q of %q: the page is not %s", test.paper, test.r.Paper, test.want)
		}
		if pages := pdfPages(t, file); len(pages) != 2 {
			t.Errorf("paper %q: %d pages", test.paper, len(pages))
		}
		if len(file) > 150<<10 {
			t.Errorf("paper %q: %d KiB", test.paper, len(file)>>10)
		}
	}
}

func TestPDFHoldsEveryStatementOfTheProfile(t *testing.T) {
	for _, paper := range []string{"a4", "letter"} {
		expectStatements(t, paper, pdfText(t, pdf(t, profile(t), paper)))
	}
}

// TestPDFReadsInOrderWithPdftotext takes the text out as many programs do, with
// Poppler. Without it there is nothing to see here, but where the project is
// checked it must be there.
func TestPDFReadsInOrderWithPdftotext(t *testing.T) {
	tool, err := exec.LookPath("pdftotext")
	if errors.Is(err, exec.ErrNotFound) && os.Getenv("CI") == "" {
		t.Skip("pdftotext (Debian: poppler-utils) is not installed")
	}
	if err != nil {
		t.Fatal(err)
	}
	for _, paper := range []string{"a4", "letter"} {
		for _, mode := range []string{"", "-layout", "-raw"} {
			text := pdftotext(t, tool, mode, pdf(t, profile(t), paper))
			expectStatements(t, paper+" "+mode, text)
			expectLines(t, paper+" "+mode, text, profileLines)
			expectLines(t, "example, "+paper+" "+mode, pdftotext(t, tool, mode, pdf(t, example(t), paper)), exampleLines)
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
		"Marcus Rodriguez · Page 2 of 2",
	}
	exampleLines = []string{
		"Lena Brandt",
		"Platform Engineer",
		"11 years of keeping services up · Musterstraße 12, 10115 Berlin, DE",
		"lena.brandt@example.com · +49 (0)30 1234567 · lena.example",
		"GitHub: lbrandt · Mastodon: @lena@social.example · Matrix: @lena:matrix.example",
		"Nordlicht Energie · Lead Platform Engineer · nordlicht.example (Mar 2021 – present)",
		"Berlin, Germany · Trades power for 200 town utilities",
		"Stadtarchiv Musterstadt · Systems Administrator (2014 – 2017, part-time)",
		"• Tide (Nordlicht Energie), tide.example (May 2022 – present)",
		"Scales clusters by the price of power (−31% power bill)",
		"MSc Computer Science, Technische Universität Berlin, 1.3, tu.example (Oct 2012 – Sep 2014)",
		"Certified Kubernetes Administrator, CNCF, cert.example/cka (Jun 2020)",
		"Best Talk, SREcon Example (Oct 2019)",
		"German, Native",
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
	r := profile(t)
	first := pdf(t, r, "a4")
	for range 3 {
		if !bytes.Equal(pdf(t, r, "a4"), first) {
			t.Fatal("not the same bytes")
		}
	}
}

func TestPDFSaysWhatItIs(t *testing.T) {
	r := profile(t)
	r.Basics.URL = "https://example.com/r%C3%A9sum%C3%A9"
	r.Certificates[0].URL = "https://example.com/(a)"
	file := pdf(t, r, "a4")
	said := func(s string) string {
		b := []byte{0xfe, 0xff}
		for _, u := range utf16.Encode([]rune(s)) {
			b = append(b, byte(u>>8), byte(u))
		}
		return "(" + string(b) + ")"
	}
	for _, want := range []string{
		"/Title " + said("Marcus Rodriguez, Senior Backend Architect"),
		"/Author " + said("Marcus Rodriguez"),
		"/Lang (en)",
		"/URI (https://example.com/r%C3%A9sum%C3%A9)",
		`/URI (https://example.com/\(a\))`,
	} {
		if !bytes.Contains(file, []byte(want)) {
			t.Errorf("there is no %q", want)
		}
	}
	for _, s := range r.Sections() {
		if !bytes.Contains(file, []byte("<</Title "+said(s.Heading))) {
			t.Errorf("the outline has no %q", s.Heading)
		}
	}
}

// TestPDFHoldsEveryField fills a résumé with a word of its own for each field
// and finds each word.
func TestPDFHoldsEveryField(t *testing.T) {
	for _, r := range filled() {
		file := pdf(t, r, "")
		expectFields(t, r, "pdf", pdfText(t, file)+linksOf(file))
	}
}

// linksOf gives where the links of a PDF lead.
func linksOf(file []byte) string {
	all := ""
	for _, uri := range linked.FindAllSubmatch(file, -1) {
		all += string(uri[1]) + "\n"
	}
	return all
}

var linked = regexp.MustCompile(`/URI \(([^)]*)\)`)

func TestPDFPagesAreThoseOfThePDF(t *testing.T) {
	for _, r := range []*resume.Resume{profile(t), example(t), {}} {
		got, err := export.PDFPages(r)
		if want := len(pdfPages(t, pdf(t, r, ""))); got != want || err != nil {
			t.Errorf("%d pages, want %d: %v", got, want, err)
		}
	}
}

func TestPDFIsInTheLanguageOfTheResume(t *testing.T) {
	r := profile(t)
	r.Lang = "de"
	file := pdf(t, r, "")
	if !bytes.Contains(file, []byte("/Lang (de)")) {
		t.Error("its language is another")
	}
	if text := pdfText(t, file); !strings.Contains(text, "2 / 2") || strings.Contains(text, "Page ") {
		t.Errorf("its pages are numbered in English:\n%s", text)
	}
}

func TestPDFOfANameAloneIsOnePage(t *testing.T) {
	for _, name := range []string{"Jo", "", "漢字", "\u200b"} {
		pages := pdfPages(t, pdf(t, &resume.Resume{Basics: resume.Basics{Name: name}}, ""))
		if len(pages) != 1 {
			t.Errorf("%q: %d pages", name, len(pages))
		}
	}
}

func TestPDFHoldsAsMuchAsThereIs(t *testing.T) {
	r := &resume.Resume{Basics: resume.Basics{Name: "Jo"}}
	for i := range 500 {
		r.Work = append(r.Work, resume.Work{
			Name: fmt.Sprintf("employer %d.", i), Position: "Cook", Duration: "2 years",
			Summary: strings.Repeat("stew ", 40), Highlights: []string{"one", "two", "three"},
		})
	}
	pages := pdfPages(t, pdf(t, r, "letter"))
	text := ""
	for i, page := range pages {
		text += strings.Join(page, "\n") + "\n"
		if want := fmt.Sprintf("Page %d of %d", i+1, len(pages)); !strings.HasSuffix(page[len(page)-1], want) {
			t.Errorf("page %d ends in %q", i+1, page[len(page)-1])
		}
		if last := page[len(page)-2]; strings.HasPrefix(last, "employer") {
			t.Errorf("page %d ends in the head of an entry: %q", i+1, last)
		}
	}
	for i := range 500 {
		if !strings.Contains(text, fmt.Sprintf("employer %d.", i)) {
			t.Errorf("no employer %d", i)
		}
	}
}

func TestPDFOfForeignTextIsMadeAndSaysWhatIsMissing(t *testing.T) {
	r := foreign()
	pdf(t, r, "a4")
	missing := export.PDFMissing(r)
	for _, want := range "東漢नส👩" {
		if !slices.ContainsFunc(missing, func(m export.Missing) bool { return m.Char == want && strings.ContainsRune(m.Text, want) }) {
			t.Errorf("%c is not told as missing", want)
		}
	}
	if !slices.IsSortedFunc(missing, func(a, b export.Missing) int { return int(a.Char - b.Char) }) {
		t.Error("not in order")
	}
	if missing := export.PDFMissing(profile(t)); len(missing) > 0 {
		t.Errorf("of the profile, %q are missing", missing)
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
