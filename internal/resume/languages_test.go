package resume_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"ssh-resume/internal/resume"
	"ssh-resume/internal/words"
)

// TestDatesAreReadAsTheyAreWrittenInEveryLanguage covers months as the program
// writes them, in full, and as the language inflects them.
func TestDatesAreReadAsTheyAreWrittenInEveryLanguage(t *testing.T) {
	for _, tag := range words.Languages() {
		dates := words.For(tag.String()).Dates
		for i := range 12 {
			written := append([]string{dates.Months[i], dates.LongMonths[i]}, dates.MonthNames[i]...)
			for _, name := range written {
				text := words.Fill(dates.Month, "month", name, "year", 2015)
				if want := resume.Date(fmt.Sprintf("2015-%02d", i+1)); startOf(tag.String(), text) != want {
					t.Errorf("%v: %q is read as %q, want %q", tag, text, startOf(tag.String(), text), want)
				}
			}
		}
	}
}

func startOf(lang, text string) resume.Date {
	r, _ := resume.Parse("r.yaml", []byte("lang: "+lang+"\nbasics: {name: A}\nwork:\n- {name: B, startDate: \""+text+"\"}\n"))
	return r.Work[0].StartDate
}

func TestSectionThatALanguageHidesIsWarnedOf(t *testing.T) {
	const file = "lang: [en, de]\nbasics: {name: A}\nsections:\n- {id: %s, title: B, blocks: [{text: C}]}\n"
	for id, want := range map[string]bool{"de": true, "en": true, "deals": false, "fr": false} {
		r, problems := resume.Parse("r.yaml", fmt.Appendf(nil, file, id))
		warned := slices.ContainsFunc(problems, func(p resume.Problem) bool { return strings.Contains(p.Message, "is a language of the résumé") })
		if r == nil || warned != want {
			t.Errorf("%s: %v", id, problems)
		}
	}
}

func TestContactsAreLabelledAsTheirLanguageDoes(t *testing.T) {
	for lang, want := range map[string]string{"en": "E-mail: a@b.c", "fr": "E-mail\u00a0: a@b.c", "ja": "メール：a@b.c", "hu": "E-mail: a@b.c"} {
		r := &resume.Resume{Lang: lang, Basics: resume.Basics{Name: "A", Email: "a@b.c"}}
		if c := r.Contacts()[0]; c.Label+r.Marks().Colon+c.Full(r.Marks()) != want {
			t.Errorf("%s: %q, want %q", lang, c.Label+r.Marks().Colon+c.Full(r.Marks()), want)
		}
	}
	r := (&resume.Resume{Lang: "fr", Basics: resume.Basics{Name: "A", Phone: "1"}}).ASCII()
	if got, want := r.Contacts()[0].Label+r.Marks().Colon+"1", "Telephone : 1"; got != want {
		t.Errorf("in ASCII: %q, want %q", got, want)
	}
}

func TestPeriodsReadAsInTheirLanguage(t *testing.T) {
	for lang, want := range map[string][4]string{
		"en":    {"Mar 2021 – May 2023", "Mar 2021 – present", "2019 – 2021", "Mar 2021 – May 2023, 2 years"},
		"de":    {"März 2021 – Mai 2023", "März 2021 – heute", "2019 – 2021", "März 2021 – Mai 2023, 2 years"},
		"fr":    {"mars 2021 – mai 2023", "mars 2021 – aujourd’hui", "2019 – 2021", "mars 2021 – mai 2023, 2 years"},
		"es":    {"marzo de 2021 – mayo de 2023", "marzo de 2021 – actualidad", "2019 – 2021", "marzo de 2021 – mayo de 2023, 2 years"},
		"pt-BR": {"mar. de 2021 – mai. de 2023", "mar. de 2021 – atual", "2019 – 2021", "mar. de 2021 – mai. de 2023, 2 years"},
		"it":    {"mar 2021 – mag 2023", "mar 2021 – oggi", "2019 – 2021", "mar 2021 – mag 2023, 2 years"},
		"nl":    {"mrt 2021 – mei 2023", "mrt 2021 – heden", "2019 – 2021", "mrt 2021 – mei 2023, 2 years"},
		"pl":    {"marzec 2021–maj 2023", "marzec 2021–obecnie", "2019–2021", "marzec 2021–maj 2023, 2 years"},
		"cs":    {"březen 2021 – květen 2023", "březen 2021 – dosud", "2019 – 2021", "březen 2021 – květen 2023, 2 years"},
		"uk":    {"бер 2021 – тра 2023", "бер 2021 – дотепер", "2019 – 2021", "бер 2021 – тра 2023, 2 years"},
		"ru":    {"март 2021 – май 2023", "март 2021 – настоящее время", "2019 – 2021", "март 2021 – май 2023, 2 years"},
		"tr":    {"Mar 2021 – May 2023", "Mar 2021 – halen", "2019 – 2021", "Mar 2021 – May 2023, 2 years"},
		"zh":    {"2021年3月至2023年5月", "2021年3月至今", "2019年至2021年", "2021年3月至2023年5月，2 years"},
		"ja":    {"2021年3月～2023年5月", "2021年3月～現在", "2019年～2021年", "2021年3月～2023年5月、2 years"},
		"ko":    {"2021년 3월 ~ 2023년 5월", "2021년 3월 ~ 현재", "2019년 ~ 2021년", "2021년 3월 ~ 2023년 5월, 2 years"},
		"ar":    {"مارس 2021 – مايو 2023", "مارس 2021 – الحاضر", "2019 – 2021", "مارس 2021 – مايو 2023، 2 years"},
	} {
		r := &resume.Resume{Lang: lang, Basics: resume.Basics{Name: "A"}, Work: []resume.Work{
			{Name: "A", StartDate: "2021-03", EndDate: "2023-05"},
			{Name: "B", StartDate: "2021-03"},
			{Name: "C", StartDate: "2019", EndDate: "2021"},
			{Name: "D", StartDate: "2021-03", EndDate: "2023-05", Duration: "2 years"},
		}}
		work := r.Sections()[1].Blocks[0].Work
		for i := range want {
			if work[i].When != want[i] {
				t.Errorf("%s: %q, want %q", lang, work[i].When, want[i])
			}
		}
	}
}
