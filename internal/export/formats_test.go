package export_test

import (
	"errors"
	"fmt"
	"html"
	"os"
	"reflect"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"ssh-resume/internal/export"
	"ssh-resume/internal/resume"
	"ssh-resume/internal/resume/resumetest"
	"ssh-resume/internal/typeset"
	"ssh-resume/internal/typeset/pdf/pdftest"
	"ssh-resume/internal/words"
)

// formatNamed returns the format of a name.
func formatNamed(t testing.TB, name string) export.Format {
	t.Helper()
	all := export.Formats(nil)
	i := slices.IndexFunc(all, func(f export.Format) bool { return f.Name == name })
	if i < 0 {
		t.Fatalf("there is no format %q", name)
	}
	return all[i]
}

// made returns a résumé in a format. It skips the test if the system has no fonts for the
// PDF; in CI, it fails the test.
func made(t testing.TB, format string, r *resume.Resume) string {
	t.Helper()
	out, err := formatNamed(t, format).Make(r)
	var unreadable *typeset.UnreadableError
	if errors.As(err, &unreadable) && os.Getenv("CI") == "" {
		t.Skipf("%s: %v (Debian: fonts-noto-core, fonts-noto-cjk)", format, err)
	}
	if err != nil {
		t.Fatalf("%s: %v", format, err)
	}
	return string(out)
}

// TestFormatsAreListedOnce has the only list of what visitors are promised; other tests take theirs from Formats.
func TestFormatsAreListedOnce(t *testing.T) {
	var names, files []string
	for _, f := range export.Formats(nil) {
		names = append(names, f.Name)
		if f.VariantOf == "" {
			files = append(files, f.File)
		}
	}
	if got := strings.Join(names, " "); got != "text markdown html json yaml pdf pdf-a4 pdf-letter" {
		t.Errorf("the formats are %s; if that is what visitors are promised, change it here", got)
	}
	if got := strings.Join(files, " "); got != "resume.txt resume.md resume.html resume.json resume.yaml resume.pdf" {
		t.Errorf("the files are %s; if that is what visitors are promised, change it here", got)
	}
}

func TestFormatsAreWhatTheirTableSays(t *testing.T) {
	t.Parallel()
	for _, f := range export.Formats(nil) {
		content := profileIn(t, f.Name)
		if text := utf8.ValidString(content) && !strings.ContainsRune(content, 0); text == f.Binary {
			t.Errorf("%s: binary is %t", f.Name, f.Binary)
		}
		if f.Instead != "" && formatNamed(t, f.Instead).Missing != nil {
			t.Errorf("%s: %s may lack letters, too", f.Name, f.Instead)
		}
		if f.Purpose(words.For("en")) == "" {
			t.Errorf("%s: no purpose", f.Name)
		}
		if f.VariantOf != "" && formatNamed(t, f.VariantOf).File != f.File {
			t.Errorf("%s is saved as %s, but is a variant of %q", f.Name, f.File, f.VariantOf)
		}
	}
}

func TestFormatsMatchTheirGoldens(t *testing.T) {
	for _, f := range export.Formats(nil) {
		if !f.Binary {
			expectGolden(t, f.Name, f.Name, profile(t))
		}
	}
	for _, format := range []string{"text", "markdown", "html"} {
		expectGolden(t, "example."+format, format, example(t))
	}
}

func expectGolden(t *testing.T, name, format string, r *resume.Resume) {
	t.Helper()
	golden := "testdata/" + name + ".golden"
	got := made(t, format, r)
	if *update {
		if err := os.WriteFile(golden, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatalf("%s: %v; if the format is new, run this test with -update", format, err)
	}
	if got != string(want) {
		t.Errorf("%s differs from %s; if the change is right, run this test with -update", format, golden)
	}
}

// example returns the résumé of an invented person with something of everything.
func example(t testing.TB) *resume.Resume {
	t.Helper()
	const name = "testdata/example.yaml"
	file, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	r, problems := resume.Parse(name, file)
	for _, p := range problems {
		t.Error(p)
	}
	return r
}

func TestFormatsAreTheSameEachTime(t *testing.T) {
	t.Parallel()
	for _, f := range export.Formats(nil) {
		if made(t, f.Name, profile(t)) != profileIn(t, f.Name) {
			t.Errorf("%s is not the same each time", f.Name)
		}
	}
}

func TestExportingDoesNotChangeTheResume(t *testing.T) {
	t.Parallel()
	r := profile(t)
	for _, f := range export.Formats(nil) {
		if _, err := f.Make(r); err != nil {
			t.Fatal(err)
		}
	}
	if !reflect.DeepEqual(r, profile(t)) {
		t.Error("the résumé was changed")
	}
}

func TestFormatsHoldEveryStatementOfTheProfile(t *testing.T) {
	r := profile(t)
	for _, f := range export.Formats(nil) {
		expectStatements(t, f.Name, shown(t, f, r))
	}
}

// TestFormatsHoldEveryField fills each field of a résumé with a unique word and
// looks for each word.
func TestFormatsHoldEveryField(t *testing.T) {
	for _, r := range filled() {
		for _, f := range export.Formats(nil) {
			expectFields(t, r, f.Name, shown(t, f, r))
		}
	}
}

// TestEntriesOfASingleFieldAreShown makes entries that have one field each.
func TestEntriesOfASingleFieldAreShown(t *testing.T) {
	full := full()
	r := &resume.Resume{Basics: resume.Basics{Name: "Jo"}}
	alone(reflect.ValueOf(full).Elem(), reflect.ValueOf(r).Elem())
	for _, f := range export.Formats(nil) {
		expectFields(t, r, f.Name, shown(t, f, r))
	}
	checkPage(t, made(t, "html", r))
}

// alone adds, for each field of an entry in each list of one résumé, an entry with
// only that field to the same list of another.
func alone(from, to reflect.Value) {
	for i := range from.NumField() {
		list := from.Field(i)
		f := from.Type().Field(i)
		if list.Kind() != reflect.Slice || !f.IsExported() || f.Name == "Custom" || f.Name == "Menu" || f.Name == "Private" {
			continue
		}
		entry := list.Index(0)
		for j := range entry.NumField() {
			one := reflect.New(entry.Type()).Elem()
			one.Field(j).Set(entry.Field(j))
			to.Field(i).Set(reflect.Append(to.Field(i), one))
		}
	}
}

// filled returns résumés with something in every field: one whose menu shows
// projects on their own page, and one that shows them with their employers.
func filled() []*resume.Resume {
	var all []*resume.Resume
	for _, menu := range []string{
		"basics work projects skills education certificates awards publications volunteer languages interests references free",
		"free work basics",
	} {
		r := full()
		r.Work[0].Name = r.Projects[0].Entity
		r.Custom[0].Blocks = resumetest.CustomBlocks(counted("block"))
		for id := range strings.FieldsSeq(menu) {
			r.Menu = append(r.Menu, resume.MenuItem{ID: id, Title: "menu-" + id})
		}
		all = append(all, r)
	}
	return all
}

// full returns a résumé with a unique word in every field.
func full() *resume.Resume {
	return resumetest.Full(counted("w"))
}

// counted returns a source of unique words.
func counted(prefix string) func() string {
	n := 100
	return func() string {
		n++
		return fmt.Sprint(prefix, n)
	}
}

// expectFields looks for every string in the sections of a résumé.
func expectFields(t *testing.T, r *resume.Resume, what, text string) {
	t.Helper()
	text = strings.ToLower(text)
	for _, s := range r.Sections() {
		resumetest.EachString(s.Blocks, func(path, s string) {
			if !strings.HasSuffix(path, ".Kind") && path != "[0].Basics.Image" && !strings.Contains(text, strings.ToLower(s)) {
				t.Errorf("%s, menu %v: %s (%s) is not in\n%s", what, r.Menu, path, s, text)
			}
		})
	}
}

func TestFormatsTakeAnyText(t *testing.T) {
	t.Parallel()
	for _, s := range []string{
		"東京都渋谷区でバックエンド開発を担当", "مهندسة برمجيات في دبي", "ראש צוות", "👩‍👩‍👧‍👦🇯🇵👍🏽", "Ame\u0301lie q\u0303 नमस्ते สวัสดี", "a\x1b[31mb\x00\x9b\xff\r\n", "</script>]]>",
	} {
		r := resumetest.Full(func() string { return s })
		r.Lang = "ar"
		for _, f := range export.Formats(nil) {
			if f.VariantOf != "" {
				continue // of another paper, which TestNothingStandsOutsideTheMargins is about
			}
			t.Run(fmt.Sprintf("%s of %q", f.Name, s), func(t *testing.T) {
				if made(t, f.Name, r) == "" {
					t.Error("it is empty")
				}
			})
		}
		check(t, export.Text(r, 40), 40)
	}
}

func TestASummaryStandsBeforeItsHighlights(t *testing.T) {
	const summary, highlight = "the-summary", "the-highlight"
	one := []string{highlight}
	for _, r := range []*resume.Resume{
		{Basics: resume.Basics{Summary: summary, Highlights: one}},
		{Work: []resume.Work{{Name: "Inn", Summary: summary, Highlights: one}}},
		{Projects: []resume.Project{{Name: "Star", Description: summary, Highlights: one}}},
		{Volunteer: []resume.Volunteer{{Position: "Cook", Summary: summary, Highlights: one}}},
	} {
		r.Basics.Name = "Jo"
		texts := map[string]string{"section": export.SectionText(r, r.Sections()[len(r.Sections())-1], 80)}
		for _, f := range export.Formats(nil) {
			texts[f.Name] = shown(t, f, r)
		}
		for format, text := range texts {
			if at := strings.Index(text, summary); at < 0 || strings.Index(text, highlight) < at {
				t.Errorf("%s of %+v:\n%s", format, r, text)
			}
		}
	}
}

func TestContactsAreLinksWhereTheFormatHasLinks(t *testing.T) {
	t.Parallel()
	r := example(t)
	pdfLinks := pdftest.Read(t, pdf(t, r, "")).Links()
	for _, url := range []string{"mailto:lena.brandt@example.com", "tel:+49301234567", "https://lena.example/", "https://social.example/@lena"} {
		if !slices.Contains(pdfLinks, url) {
			t.Errorf("pdf: no link to %s", url)
		}
		for format, link := range map[string]string{"markdown": "](<" + url + ">)", "html": `<a href="` + url + `"`} {
			if !strings.Contains(html.UnescapeString(made(t, format, r)), link) {
				t.Errorf("%s: no link to %s", format, url)
			}
		}
	}
}

func TestANameIsEnoughForEveryFormat(t *testing.T) {
	r := &resume.Resume{Basics: resume.Basics{Name: "Jo"}}
	for _, f := range export.Formats(nil) {
		if out, err := f.Make(r); err != nil || len(out) == 0 {
			t.Errorf("%s: %q, %v", f.Name, out, err)
		}
	}
	if got := made(t, "markdown", r); got != "# Jo\n" {
		t.Errorf("markdown: %q", got)
	}
	checkPage(t, made(t, "html", r))
}

// whole returns a résumé with every field filled and an item of each form, as
// resume.Parse could have made it.
func whole(t testing.TB) *resume.Resume {
	t.Helper()
	r := full()
	withURLs(reflect.ValueOf(r).Elem())
	r.Basics.Summary = "One paragraph.\n\nAnd another."
	r.Private = []string{"basics.phone", "references"}
	r.Custom = []resume.CustomSection{{ID: "free", Title: "Free"}, {ID: "rest", Title: "Rest"}}
	for _, kind := range resume.CustomKinds() {
		block := resume.CustomBlock{Title: "A " + string(kind), Type: kind, Items: everyItem()}
		if kind.Takes() == "text" {
			block.Items, block.Text = nil, "Some text.\n\nAnd more."
		}
		r.Custom[0].Blocks = append(r.Custom[0].Blocks, block)
	}
	r.Menu = []resume.MenuItem{
		{ID: "free"},
		{ID: "rest", Title: "Title alone"},
		{ID: "all", Title: "All", Heading: "All of it", Of: []string{"basics", "skills"}, Groups: []string{r.Skills[0].Group}, As: resume.KindTopics},
	}
	return r
}

// everyItem returns items of each form, with texts that need care in a file.
func everyItem() []resume.Item {
	all := []resume.Item{
		{Text: "plain"},
		{Label: "Label", Text: "text"},
		{Label: "no text"},
		{Quote: "saying"},
		{Quote: "saying", Text: "meaning"},
		{},
	}
	for _, hard := range hardTexts {
		all = append(all, resume.Item{Text: hard}, resume.Item{Label: hard, Text: hard}, resume.Item{Quote: hard, Text: hard})
	}
	return all
}

// hardTexts are texts that a format could take for something else.
var hardTexts = []string{
	"true", "no", "null", "~", "<<", "-", "- a", "? b", "1", "1.50", "0x1F", "2020-01-02", "a: b", "a #b", "#b", "@a", "`a`",
	"'", `"`, `\`, `\n`, `"a" 'b'`, "[a]", "{a}", "a, b", "&a", "*a", "!a", "%a", "|", ">", "---", "...", "a\u00a0b",
	"<b>", "</script>", "]]>", "&amp;", "${a}", "{{a}}", "é", "漢字", "👩‍👩‍👧‍👦", "\u202eabc", strings.Repeat("long ", 60) + "end",
}

func withURLs(v reflect.Value) {
	switch v.Kind() {
	case reflect.Struct:
		for i := range v.NumField() {
			if v.Type().Field(i).Name == "URL" {
				v.Field(i).SetString(v.Field(i).String() + "?a=b&c=(d)#e")
			}
			withURLs(v.Field(i))
		}
	case reflect.Slice:
		for i := range v.Len() {
			withURLs(v.Index(i))
		}
	}
}

// parsed returns the résumé in a file that was exported.
func parsed(t testing.TB, name, text string) *resume.Resume {
	t.Helper()
	r, problems := resume.Parse(name, []byte(text))
	for _, p := range problems {
		if !p.Warning {
			t.Fatalf("%v\n%s", p, text)
		}
	}
	return r
}
