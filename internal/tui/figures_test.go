package tui

import (
	"strings"
	"testing"

	"ssh-resume/internal/resume"
)

func TestFiguresAreWhatSaysHowMuch(t *testing.T) {
	for text, want := range map[string]string{
		"NeurIPS 2022, Java 8, C++17, v2.0, 1/4, 1 000 000, 10x, $18M, 99.99%, 8+ engineers, 4-day week": "1 000 000|10x|$18M|99.99%|8+",
		"Led 8 engineers in 3 countries": "8|3", "8-12 people, 2–3 teams": "8-12|2–3", "Cut latency from 300 ms to 40ms": "300 ms|40ms",
		"12+ years": "12+", "- 40 %": "40 %", "−40% errors": "−40%", "+30 % revenue": "+30 %", "<10 ms": "<10 ms", "~200 users": "~200",
		"Serves 200M+ users at 10M requests per minute": "200M+|10M", "99.99 % of 5 TB": "99.99 %|5 TB", "3 million users": "3 million",
		"€ 30, 30 €, US$5M, CHF 12, 5 USD": "€ 30|30 €|US$5M|CHF 12|5 USD", "$1.4M/year": "$1.4M", "30–50%": "30–50%", "(5 people)": "5",
		// Numbers in other languages.
		"1.000,5 kg, 30 %, 18 Mio. €, 2,5 Mrd. Anfragen":            "1.000,5 kg|30 %|18 Mio. €|2,5 Mrd.",
		"Team mit 8 Personen und 1.200 Kunden":                      "8|1.200",
		"1\u202f000\u00a0000 d’utilisateurs, 2 millions, 30\u00a0%": "1\u202f000\u00a0000|2 millions|30\u00a0%",
		"equipo de 12 personas, 3 millones, 1.500":                  "12|3 millones|1.500",
		"zespół 12 osób, 2 mln zł, 40 tys.":                         "12|2 mln zł|40 tys.",
		"команда из 8 человек, 3 млн, 15 тыс.":                      "8|3 млн|15 тыс.",
		"yükü %30 azalttı, 5 milyon kullanıcı":                      "%30|5 milyon",
		"1’000 Kunden, 2'500 Aufträge":                              "1’000|2'500",
		"応答時間を300 msに短縮し、障害を80%削減。8人、1,000万件":                       "300 ms|80%|8人|1,000万件",
		"8명의 팀, 300만 사용자, 40% 감소":                                   "8명|300만|40%",
		"带领8人团队，3亿用户，提升30%":                                         "8人|3亿|30%",
		"فريق من ٨ أشخاص، ٣٠٪ أسرع":                                 "٨|٣٠٪",
		// Names, versions, dates, fractions, ordinals, addresses.
		"Python 3.11, Web 2.0, OAuth 2.0, Kubernetes 1.28, Windows 10": "", "2019-2021, since 2019, in 2022.": "", "Q3 2022, H1, S3, K8s, B2B, 3D, 5G, 4K": "",
		"3 March 2021, 12.03.2021, 2021-03-04, 10:30, 24/7, 10.0.0.1": "", "1st, 2nd, 21st, the 3rd": "", "1. Lage 2. Umsatz": "", "#1 team, No. 5, level 3": "",
		"top-10, A4-sized, ISO 27001, HTTP/2, +49 30 1234567": "", "2022年4月、第3回、Java 8": "", "90-day plan": "", "3 de marzo de 2021": "",
	} {
		var got []string
		whole := ""
		for _, s := range figures(span{text: text, field: 1}) {
			if s.style == numeric {
				got = append(got, s.text)
			}
			if s.off != len(whole) {
				t.Errorf("%q: %q is said to be at %d", text, s.text, s.off)
			}
			whole += s.text
		}
		if whole != text || strings.Join(got, "|") != want {
			t.Errorf("%q: figures are %q, want %q", text, strings.Join(got, "|"), want)
		}
	}
}

func TestLabelsOfFiguresEndWithAWord(t *testing.T) {
	metrics := [][2]string{{"4,2 Mio. €", "Drittmittel seit 2018"}, {"61", "begutachtete Artikel"}, {"12", "betreute Arbeiten"}, {"3", "Preise für die beste Lehre"}}
	r := &resume.Resume{Lang: "de", Basics: resume.Basics{Name: "Jo Berg", Label: "Professorin"}}
	known := map[string]bool{"Speichern": true}
	for _, m := range metrics {
		r.Projects = append(r.Projects, resume.Project{Name: m[1], Metric: resume.Metric{Value: m[0], Label: m[1]}})
		for _, word := range strings.Fields(m[0] + " " + m[1]) {
			known[word] = true
		}
	}
	pages := NewPages(r)
	for width := 80; width <= 200; width++ {
		for _, height := range []int{20, 24, 40} {
			rd := readAs(t, pages, Options{Width: width, Height: height})
			for _, l := range rd.page().lines {
				for _, s := range l {
					for _, word := range strings.Fields(s.text) {
						word = strings.TrimSuffix(word, "…")
						if s.style == quiet && s.field == 0 && word != "" && !known[word] {
							t.Fatalf("%d×%d: %q in\n%s", width, height, word, strings.Join(rd.rows(), "\n"))
						}
					}
				}
			}
		}
	}
}
