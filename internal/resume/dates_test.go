package resume_test

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"

	"ssh-resume/internal/resume"
)

// worked returns the employment of a file that has one.
func worked(t *testing.T, fields string, problems ...string) resume.Employment {
	t.Helper()
	r := expectProblems(t, "r.yaml", "basics: {name: A}\nmeta: {lastModified: 2021-03-01T00:00:00Z}\nwork:\n- {name: B, "+fields+"}\n", problems...)
	section, _ := r.Section("work")
	if section.ID == "" {
		t.Fatal("no such section")
	}
	return section.Blocks[0].Work[0]
}

func TestDatesAreReadAsPeopleSayThem(t *testing.T) {
	for _, test := range []struct {
		fields string
		when   string
		years  float64
	}{
		{"startDate: 2019-03, endDate: 2021-08", "Mar 2019 – Aug 2021", 2.5},
		{"startDate: 2019-03-15, endDate: 2021-08-01", "Mar 2019 – Aug 2021", 2.5},
		{"startDate: 2019, endDate: 2021", "2019 – 2021", 2},
		{"startDate: 2019, endDate: 2019", "2019", 1},
		{"startDate: 2019-03, endDate: 2019-03", "Mar 2019", 1. / 12},
		{"startDate: 2019-03-01, endDate: 2019-03-20", "Mar 2019", 1. / 12},
		{"startDate: 2019-03, endDate: 2019-03-20", "Mar 2019", 1. / 12},
		{"startDate: 2019-04", "Apr 2019 – present", 2},
		{"startDate: 2019-04, former: true", "Apr 2019 –", 0},
		{"endDate: 2021-08", "Aug 2021", 0},
		{"duration: 4 years", "4 years", 4},
		{"startDate: 2019, endDate: 2021, duration: part time", "2019 – 2021, part time", 2},
		{"position: C", "", 0},
	} {
		w := worked(t, test.fields)
		if w.When != test.when || w.Years != test.years {
			t.Errorf("%s: %q, %v years; want %q, %v years", test.fields, w.When, w.Years, test.when, test.years)
		}
	}
}

func TestDatesThatOtherProgramsWriteAreUnderstoodAndSaid(t *testing.T) {
	for text, want := range map[string]string{
		"2019-3": "2019-03", "2019/03": "2019-03", "03/2019": "2019-03", "3.2019": "2019-03", "March 2019": "2019-03",
		"Sept 2019": "2019-09", "until 2019": "2019", "Summer 2018": "2018",
		"12/31/2020": "2020-12-31", "31/12/2020": "2020-12-31", "15.03.2019": "2019-03-15",
		"Mar 1, 2015": "2015-03-01", "1 March 2015": "2015-03-01", "March 1st, 2015": "2015-03-01", "2nd of Jan. 2015": "2015-01-02",
		"2015年4月": "2015-04", "2015年4月3日": "2015-04-03", "2015년 4월": "2015-04", "2015年": "2015", "Mar-2015": "2015-03", "March, 2015": "2015-03", "2015 March": "2015-03",
		"03/03/2015": "2015-03-03", "1-15-2015": "2015-01-15",
		"Mär 2014": "2014-03", "1er mars 2015": "2015-03-01", "март 2015": "2015-03", "1 марта 2015 г.": "2015-03-01", "marzo de 2015": "2015-03", "كانون الثاني ٢٠١٥": "2015-01",
		"lipiec 2015": "2015-07", "2015 年 4 月": "2015-04", "Şubat 2015": "2015-02", "１０/2015": "2015-10",
		"seit März 2014": "2014-03", "Expected May 2014": "2014-05", "Friday, March 15, 2019": "2019-03-15", "Fri Mar 15 2019": "2019-03-15",
		"2019-03-05 12:30:00": "2019-03-05", "2019-03-05T12:30:00.000+01:00": "2019-03-05", "2019-00": "2019", "2019-03-00": "2019-03",
		"3. 4. 2019": "2019-04-03", "2019. 3. 5.": "2019-03-05", "2019‑03": "2019-03", "3. 2019": "2019-03",
		"Mar 2019": "2019-03", "2019-3-5": "2019-03-05", "2019-03-05T00:00:00Z": "2019-03-05",
	} {
		w := worked(t, "startDate: '"+text+"'",
			"warning: r.yaml:4:24: work[0].startDate is read as "+want+`; write it that way, since other programs may not understand "`+text+`"`)
		if w.StartDate != resume.Date(want) {
			t.Errorf("%s is read as %s", text, w.StartDate)
		}
	}
	worked(t, "startDate: 2019-13", `warning: r.yaml:4:24: work[0].startDate is shown as written: "2019-13" is not a date (2019, 2019-03 or 2019-03-15)`)
	worked(t, "startDate: 2019-02-30", "warning: r.yaml:4:24: work[0].startDate is read as 2019-02: that month has no such day as 2019-02-30")
	if w := worked(t, "startDate: 2016-02, endDate: 2020-33", `warning: r.yaml:4:42: work[0].endDate is shown as written: "2020-33" is not a date (2019, 2019-03 or 2019-03-15)`); w.When != "Feb 2016 – 2020-33" || w.Years != 0 {
		t.Errorf("an end that can't be read is said as %q, %v years", w.When, w.Years)
	}
	worked(t, "endDate: [a, b]",
		"warning: r.yaml:4:22: work[0].endDate must be text, not a list; its values are joined",
		`warning: r.yaml:4:22: work[0].endDate is shown as written: "a, b" is not a date (2019, 2019-03 or 2019-03-15)`)
	worked(t, "startDate: soon", `warning: r.yaml:4:24: work[0].startDate is shown as written: "soon" is not a date (2019, 2019-03 or 2019-03-15)`)
	if w := worked(t, "startDate: soon, endDate: 2021", `warning: r.yaml:4:24: work[0].startDate is shown as written: "soon" is not a date (2019, 2019-03 or 2019-03-15)`); w.When != "soon – 2021" || w.Years != 0 {
		t.Errorf("a start that can't be read is said as %q, %v years", w.When, w.Years)
	}
	if w := worked(t, "startDate: 03/04/2015", `warning: r.yaml:4:24: work[0].startDate is shown as written: "03/04/2015" can be read in two ways; write 2019-03-15`); w.When != "03/04/2015 – present" {
		t.Errorf("a date with two readings is said as %q", w.When)
	}
	for _, text := range []string{"March", "31 Feb 2015", "1 2 March 2015", "99/2015"} {
		w := worked(t, "endDate: "+text, `warning: r.yaml:4:22: work[0].endDate is shown as written: "`+text+`" is not a date (2019, 2019-03 or 2019-03-15)`)
		if w.When != text {
			t.Errorf("%s is said as %q", text, w.When)
		}
	}
	long := strings.Repeat("once upon a time ", 6) + "in 1 2 3"
	if w := worked(t, "endDate: "+long, `warning: r.yaml:4:22: work[0].endDate is shown as written: "`+long[:64]+`…" is not a date (2019, 2019-03 or 2019-03-15)`); w.When != long {
		t.Errorf("a long date is said as %q", w.When)
	}
	worked(t, "startDate: 2019, endDate: 2018", "warning: r.yaml:4:39: work[0].endDate is before work[0].startDate")
	if w := worked(t, "startDate: 2019, endDate: Present", "warning: r.yaml:4:39: work[0].endDate is left out: an entry without endDate is ongoing"); w.When != "2019 – present" {
		t.Errorf("what goes on is said as %q", w.When)
	}
}

func TestAStartThatSaysTheEndIsAPeriod(t *testing.T) {
	for text, want := range map[string][2]string{
		"2019 - 2021": {"2019", "2021"}, "2019–2021": {"2019", "2021"}, "2019-2021": {"2019", "2021"}, "2019 to now": {"2019", ""}, "2019/2021": {"2019", "2021"},
		"Mar 2019 - Apr 2021": {"2019-03", "2021-04"}, "from March 2019 to 3 April 2021": {"2019-03", "2021-04-03"}, "03/2019-04/2021": {"2019-03", "2021-04"},
		"2019-03 bis 2021-04": {"2019-03", "2021-04"}, "2019年3月～2021年4月": {"2019-03", "2021-04"}, "März 2019 – heute": {"2019-03", ""},
		"2019 - present": {"2019", ""}, "2019年4月～": {"2019-04", ""}, "Jan 2019 to Present": {"2019-01", ""},
	} {
		r, problems := resume.Parse("r.yaml", []byte(a+"work: [{name: B, startDate: '"+text+"'}]\n"))
		w := r.Work[0]
		if string(w.StartDate) != want[0] || string(w.EndDate) != want[1] || !strings.Contains(problems[0].Message, "is read as a period") {
			t.Errorf("%s is read as %s, %s: %v", text, w.StartDate, w.EndDate, said(problems))
		}
	}
	for _, fields := range []string{"2018/19", "2019-2", "soon - later", "1-2-2019", "2010–12", "2019 - 2021, endDate: 2022"} {
		if _, problems := resume.Parse("r.yaml", []byte(a+"work: [{name: B, startDate: "+fields+"}]\n")); strings.Contains(fmt.Sprint(problems), "a period") {
			t.Errorf("%s is read as a period", fields)
		}
	}
}

func TestDatesHaveNoEnglishWordsInLanguagesWithoutWords(t *testing.T) {
	r := expectProblems(t, "r.yaml", "lang: HU\nbasics: {name: A}\nwork:\n- {name: B, startDate: 2019-03}\n- {name: B, startDate: 2018, endDate: 2019-02-01}\n")
	if r.Lang != "hu" {
		t.Errorf("the language is %q", r.Lang)
	}
	work := r.Sections()[1].Blocks[0].Work
	if work[0].When != "2019-03 –" || work[1].When != "2018 – 2019-02" {
		t.Errorf("%q, %q", work[0].When, work[1].When)
	}
	if got := r.ASCII().Sections()[1].Blocks[0].Work[1].When; got != "2018 - 2019-02" {
		t.Errorf("in ASCII: %q", got)
	}
	expectProblems(t, "r.yaml", "lang: no such\nbasics: {name: A}\n", `r.yaml:1:7: lang can't be "no such"; write a language as "en", "de" or "pt-BR"`)
}

func TestDatesKeepTheirOrderBesideHebrew(t *testing.T) {
	r := expectProblems(t, "r.yaml", "lang: he\nbasics: {name: A}\nwork:\n- {name: B, startDate: 2018-01, endDate: 2019-03}\n")
	if got := r.Sections()[1].Blocks[0].Work[0].When; got != "2018/01 – 2019/03" {
		t.Errorf("%q", got)
	}
}

func TestPeriodsAndDurationsAreInTheLanguageOfTheFile(t *testing.T) {
	for _, test := range []struct {
		lang, fields, when string
		years              float64
	}{
		{"de", "startDate: 1. März 2019", "März 2019 – heute", 1.0 / 12},
		{"de", "startDate: Jänner 2018, endDate: 2018-12", "Jan. 2018 – Dez. 2018", 1},
		{"de-AT", "duration: 4 Jahre 6 Monate", "4 Jahre 6 Monate", 4.5},
		{"ar", "startDate: 2018-01, endDate: مارس 2019", "يناير 2018 – مارس 2019", 1.25},
		{"ar", "duration: 3 سنوات", "3 سنوات", 3},
		{"cs", "startDate: listopad 2018, endDate: 2018-12", "listopad 2018 – prosinec 2018", 1. / 6}, // October to Croats
		{"en", "startDate: 2018-01, endDate: aujourd'hui", "Jan 2018 – present", 1. / 12},
		{"de", "duration: 18 months", "18 months", 1.5},
	} {
		r, _ := resume.Parse("r.yaml", []byte("lang: "+test.lang+"\nbasics: {name: A}\nwork:\n- {name: B, "+test.fields+"}\n"))
		w := r.Sections()[1].Blocks[0].Work[0]
		if w.When != test.when || math.Abs(w.Years-test.years) > 0.01 {
			t.Errorf("%s, %s: %q, %v years; want %q, %v", test.lang, test.fields, w.When, w.Years, test.when, test.years)
		}
	}
}

func TestYearsOfWhatIsOngoingAreCountedUpToTheLatestKnownDate(t *testing.T) {
	r := expectProblems(t, "r.yaml", "basics: {name: A}\nwork:\n- {name: B, startDate: 2019-01}\n- {name: C, startDate: 2018-01, endDate: 2018-12}\n")
	years := func() float64 { return r.Sections()[1].Blocks[0].Work[0].Years }
	r.Meta.LastModified = "2021-12"
	if got := years(); got != 3 {
		t.Errorf("%v years up to lastModified", got)
	}
	r.Meta.LastModified = ""
	for field, set := range map[string]func(resume.Date){
		"a project":            func(d resume.Date) { r.Projects = []resume.Project{{StartDate: d}} },
		"an award":             func(d resume.Date) { r.Awards = []resume.Award{{Date: d}} },
		"a certificate":        func(d resume.Date) { r.Certificates = []resume.Certificate{{Date: d}} },
		"a publication":        func(d resume.Date) { r.Publications = []resume.Publication{{ReleaseDate: d}} },
		"the end of education": func(d resume.Date) { r.Education = []resume.Education{{EndDate: d}} },
		"voluntary work":       func(d resume.Date) { r.Volunteer = []resume.Volunteer{{StartDate: d}} },
	} {
		set("2019-12")
		if got := years(); got != 1 {
			t.Errorf("%v years up to the date of %s", got, field)
		}
		set("")
	}
}

func TestJobsThatAreNotLatestFirstAreReported(t *testing.T) {
	const name = "basics: {name: A}\n"
	expectProblems(t, "r.yaml", name+"work:\n- {name: B, startDate: 2010, endDate: 2012}\n- {name: C, startDate: 2012, endDate: 2015}\n- {name: D, startDate: 2015}\n",
		"warning: r.yaml:4:3: work[1] is later than the one above it; readers expect the latest first")
	expectProblems(t, "r.yaml", name+"work:\n- {name: B, startDate: 2015}\n- {name: C, startDate: 2014}\n- {name: D, former: true, startDate: 2018}\n- {name: E, startDate: 2010, endDate: 2012}\n- {name: F}\n")
}

func TestDatesInTheFutureAreReported(t *testing.T) {
	_, problems := resume.ParseServed("2021-03-15", nil, "r.yaml", []byte(`basics: {name: A}
work: [{name: B, startDate: 2021-04}, {name: C, startDate: 2021, endDate: 2021-03-15}]
education: [{institution: D, startDate: 2020, endDate: 2024}]
awards: [{title: E, date: 2022}]
`))
	want := []string{"warning: r.yaml:2:29: work[0].startDate is in the future", "warning: r.yaml:4:27: awards[0].date is in the future"}
	if got := said(problems); !slices.Equal(got, want) {
		t.Errorf("%q", got)
	}
}

func TestADateThatNeverExpiresIsRead(t *testing.T) {
	for text, want := range map[string]string{
		"Jun 2020 - No Expiration Date": "2020-06", "2020-06-15 (no expiry)": "2020-06-15", "June 2020, does not expire": "2020-06",
		"2020 · Never expires": "2020", "06/2020 – unbefristet": "2020-06", "juin 2020 (sans date d’expiration)": "2020-06", "2020年6月、無期限": "2020-06",
		"No expiration date": "No expiration date",
	} {
		r, problems := resume.Parse("r.yaml", []byte("basics: {name: A}\ncertificates: [{name: B, date: '"+text+"'}]\n"))
		if got := string(r.Certificates[0].Date); got != want || len(problems) != 1 {
			t.Errorf("%q is read as %q, want %q: %v", text, got, want, said(problems))
		}
	}
}
