package resume_test

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"ssh-resume/internal/resume"
)

// TestFilesOfOtherProgramsAreReadAsTheyAre reads files in the shapes that people's
// JSON Resumes have: none is refused, and each deviation is reported.
func TestFilesOfOtherProgramsAreReadAsTheyAre(t *testing.T) {
	want := map[string][]string{
		"old-names.json": {
			`2:39: field "picture" in basics is now called "image" and is read as that`,
			`2:54: field "website" in basics is now called "url" and is read as that`,
			`4:6: field "company" in work[0] is now called "name" and is read as that (and in 1 more place)`,
			`4:35: field "website" in work[0] is now called "url" and is read as that (and in 1 more place)`,
			`4:46: work[0].url is read as https://parcel.example.com; write it that way`,
			`7:59: field "gpa" in education[0] is now called "score" and is read as that`,
		},
		"loose-types.json": {
			`5:14: basics.image is left out: it must be text, not true or false (put quotes around a word that is meant as text)`,
			`6:16: basics.summary must be text, not a list; it is read as paragraphs`,
			`7:17: basics.location must be a group of fields; the text is read as its city (city: …)`,
			`8:17: basics.profiles must be a list; it is read as one entry`,
			`8:17: basics.profiles must be a group of fields; the text is read as its url (url: …)`,
			`11:44: work[0].location must be text, not a group of fields; its values are joined`,
			`11:100: work[0].highlights must be a list; it is read as one entry`,
			`12:49: work[1].highlights[0] must be text, not a group of fields; its values are joined`,
			`12:109: work[1].highlights[1] must be text, not a list; it is read as a text with a list in it`,
			`14:14: skills[0] must be a group of fields; the text is read as its name (name: …) (and in 1 more place)`,
			`15:17: languages[0] must be a group of fields; the text is read as its language (language: …)`,
			`16:16: interests must be a list; it is read as one entry`,
			`17:18: references[0] must be a group of fields; the text is read as its reference (reference: …)`,
		},
		"odd-dates.json": {
			`4:54: work[0].endDate is left out: an entry without endDate is ongoing`,
			`5:32: work[1].startDate is read as 2018-04; write it that way, since other programs may not understand "04/2018"`,
			`5:54: work[1].endDate is read as 2020-02: that month has no such day as 2020-02-31`,
			`6:32: work[2].startDate is read as 2016-09-01; write it that way, since other programs may not understand "2016-9-1"`,
			`6:55: work[2].endDate is read as 2018-03; write it that way, since other programs may not understand "March 2018"`,
			`7:32: work[3].startDate is read as 2013-09-01; write it that way, since other programs may not understand "2013-09-01T00:00:00.000Z"`,
			`7:71: work[3].endDate is shown as written: "a while ago" is not a date (2019, 2019-03 or 2019-03-15)`,
			`9:37: awards[0].date is shown as written: "至今" is not a date (2019, 2019-03 or 2019-03-15)`,
		},
		"more-fields.json": {
			`3:39: unknown field "headline" in basics; did you mean "label"?`,
			`3:63: unknown field "pronouns" in basics`,
			`3:96: basics.profiles[0] is not shown: it needs a username or a url`,
			`3:115: unknown field "icon" in basics.profiles[0] (and in 1 more place)`,
			`3:135: basics.profiles[0].url is left out: "/cv.pdf" is not a web address (https://…)`,
			`4:26: unknown field "pinned" in work[0] (and in 1 more place)`,
			`4:42: unknown field "tags" in work[0]`,
			`5:21: unknown field "title" in publications[0]; did you mean "name"?`,
			`5:40: unknown field "link" in publications[0]; did you mean "url"?`,
			`6:3: unknown field "sideProjects"`,
			`9:3: duplicate field "languages": the value in line 8 is ignored`,
			`9:18: field "name" in languages[0] is now called "language" and is read as that`,
			`9:37: field "level" in languages[0] is now called "fluency" and is read as that`,
		},
		"markup.json": {},
	}
	files, err := filepath.Glob("testdata/foreign/*.json")
	if err != nil || len(files) != len(want) {
		t.Fatal(files, err)
	}
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		name := filepath.Base(file)
		r, problems := resume.Parse(name, text)
		if r == nil || r.Basics.Name != "Robin Example" {
			t.Errorf("%s is refused", name)
		}
		var got []string
		for _, p := range problems {
			got = append(got, strings.TrimPrefix(p.Error(), name+":"))
		}
		if !slices.Equal(got, want[name]) {
			t.Errorf("of %s is said\n%s\nwant\n%s", name, strings.Join(got, "\n"), strings.Join(want[name], "\n"))
		}
	}
}

func TestWhatIsWrittenLooselyIsKept(t *testing.T) {
	text, err := os.ReadFile("testdata/foreign/loose-types.json")
	if err != nil {
		t.Fatal(err)
	}
	r, _ := resume.Parse("r.json", text)
	got := []string{
		r.Basics.Phone, r.Basics.Summary, r.Basics.Location.City, r.Basics.Profiles[0].URL, r.Work[0].Location,
		strings.Join(r.Work[0].Highlights, "|"), strings.Join(r.Work[1].Highlights, "|"), string(r.Work[0].StartDate),
		r.Skills[1].Name, r.Languages[0].Language, r.Languages[1].Language, r.Interests[0].Name, r.References[0].Reference,
	}
	want := []string{
		"4420794600", "Builds services.\n\nLikes small teams.", "Bristol, England", "https://github.com/robin-example", "Bristol, GB",
		"Cut the time to two seconds", "Ledger, Balanced every night|- one\n- two", "2020",
		"SQL", "English", "French", "Bells", "Calm.",
	}
	if !slices.Equal(got, want) {
		t.Errorf("%q\nwant\n%q", got, want)
	}
}

// TestShapesThatPeopleWriteKeepTheirTexts has file shapes that were found in the wild, and what the résumé read
// from each contains.
func TestShapesThatPeopleWriteKeepTheirTexts(t *testing.T) {
	for _, test := range []struct{ file, want string }{
		{`{"basics": {"name": "A", "profiles": {"GitHub": "ada", "Blog": "https://a.example"}}}`, "{Network:GitHub Username:ada URL:} {Network:Blog Username: URL:https://a.example}"},
		{`{"basics": {"name": "A"}, "languages": {"English": "Native", "German": "C1"}}`, "{Language:English Fluency:Native} {Language:German Fluency:C1}"},
		{`{"basics": {"name": "A"}, "languages": {"en": "Native", "de": "C1"}}`, "{Language:en Fluency:Native} {Language:de Fluency:C1}"},
		{`{"basics": {"name": "A"}, "skills": {"Languages": "Go, SQL", "Tools": ["make", "git"]}}`, "Name:Languages Level: Keywords:[Go, SQL]} {Group: Name:Tools Level: Keywords:[make git]}"},
		{`{"basics": {"name": "A"}, "work": [{"company": "B", "roles": [{"title": "C", "startDate": "Mar 1, 2018", "endDate": ""}]}]}`, "Position:C URL: StartDate:2018-03-01"},
		{`{"basics": {"name": "A", "label": {"en": "Dev", "de": "Entwicklerin"}}}`, "Label:Dev"},
		{`{"basics": {"name": "A"}, "work": [{"name": {"en": "B Ltd", "de": "B GmbH"}, "highlights": [{"en": "One", "de": "Eins"}]}]}`, "Highlights:[One]"},
		{`{"basics": {"name": "A"}, "education": "BSc, Rome"}`, "Institution:BSc, Rome"},
		{`{"basics": {"name": "A"}, "interests": ["Bells"]}`, "Name:Bells"},
		{`{"basics": {"name": "A"}, "references": 0, "interests": [2048]}`, "Name:2048"},
		{`{"basics": {"name": "A", "location": "Berlin, Germany"}}`, "City:Berlin, Germany"},
	} {
		r, problems := resume.Parse("r.json", []byte(test.file))
		if r == nil {
			t.Errorf("%s is refused: %v", test.file, problems)
		} else if got := fmt.Sprintf("%+v", *r); !strings.Contains(got, test.want) || len(problems) == 0 {
			t.Errorf("%s is read as\n%s\nwithout %s, or nothing is said of it", test.file, got, test.want)
		}
	}
	if r, problems := resume.Parse("r.json", []byte(`{"basics": {"name": "A"}, "sections": {"work": {"items": []}}, "metadata": {}}`)); r != nil || len(problems) != 1 {
		t.Errorf("an old Reactive Resume: %v", said(problems))
	}
	for format, file := range map[string]string{
		"RenderCV": `{"cv": {"name": "A", "sections": {}}}`, "yamlresume": `{"content": {"basics": {"name": "A"}}}`,
		"FRESH": `{"name": "A", "meta": {"format": "FRESH@0.6.0"}, "info": {}}`, "Europass": `{"SkillsPassport": {}}`,
		"Reactive Resume": `{"basics": {"name": "A"}, "sections": {"experience": {"items": []}}}`,
	} {
		if r, problems := resume.Parse("r.json", []byte(file)); r != nil || len(problems) != 1 || !strings.Contains(problems[0].Message, "this is a "+format+" file") {
			t.Errorf("%s: %v", format, said(problems))
		}
	}
}
