package resume_test

import (
	"testing"

	"ssh-resume/internal/resume"
	"ssh-resume/internal/resume/resumetest"
)

// TestContentThatMakesAResumeWorseIsReported has files that are well formed.
func TestContentThatMakesAResumeWorseIsReported(t *testing.T) {
	const name = "basics: {name: A}\n"
	for _, test := range []struct {
		file string
		want []string
	}{
		{name + "work: [{name: B, position: C, startDate: 2019}, {name: B, position: D, startDate: 2019}, {name: b, position: C, startDate: 2019}]\n", []string{
			"warning: r.yaml:2:90: work[2] duplicates work[0] (same name, position and startDate)",
		}},
		{name + "languages: [{language: B}, {language: b}]\nskills: [{group: G, name: S}, {group: H, name: S}]\n", []string{
			"warning: r.yaml:2:28: languages[1] duplicates languages[0] (same language)",
		}},
		{"basics: {name: A, profiles: [{network: B, username: c}, {network: B, username: c}, {network: D}]}\n", []string{
			"warning: r.yaml:1:57: basics.profiles[1] duplicates basics.profiles[0] (same network and username)",
			"warning: r.yaml:1:84: basics.profiles[2] is not shown: it needs a username or a url",
		}},
		{name + "work: [{name: B}]\nlanguages: [{language: C}]\nsections: [{id: s, blocks: [text: a]}]\nmenu: [basics]\n", []string{
			`warning: r.yaml:2:1: work is not in the menu, so no page shows it; add "- work" there`,
			`warning: r.yaml:3:1: languages is not in the menu, so no page shows it; add "- languages" there`,
			`warning: r.yaml:4:12: sections[0] is not in the menu, so no page shows it; add "- s" there`,
		}},
		{name + "work: [{name: Parcel Example}]\nprojects: [{name: C, entity: Parcel Exmple}, {name: D, entity: Apache}, {name: E, entity: parcel example}]\n", []string{
			`warning: r.yaml:3:30: projects[0].entity names no employer in work; did you mean "Parcel Example"?`,
		}},
		// Projects stand with their employers, too.
		{name + "work: [{name: B}]\nprojects: [{name: C, entity: b}]\nmenu: [work]\n", nil},
		{name + "work: [{name: B}]\nprojects: [{name: C, entity: b}, {name: D}]\nmenu: [work]\n", []string{
			`warning: r.yaml:3:1: projects is not in the menu, so no page shows it; add "- projects" there`,
		}},
		{name + "work: [{name: B}]\nprojects: [{name: C, entity: b}, {description: D, entity: B, keywords: [E]}]\nmenu: [work]\n", []string{
			`warning: r.yaml:3:1: projects is not in the menu, so the pages show their names and descriptions only; add "- projects" there`,
		}},
		{name + "work: [{name: B}]\nprojects: [{name: C, entity: b, keywords: [E]}]\nmenu: [work, projects]\n", nil},
		{name + "work: []\nmenu: [basics]\n", nil},
		{name + "sections: [{id: s}, {id: t, blocks: [{title: B}, {type: list}, {items: [a]}]}]\n", []string{
			"warning: r.yaml:2:12: sections[0] has no blocks, so nothing of it is shown",
			"warning: r.yaml:2:38: sections[1].blocks[0] is empty: it needs a text or items",
			"warning: r.yaml:2:50: sections[1].blocks[1] is empty: it needs a text or items",
		}},
		{"basics: {name: A, label: 'a <b>b</b> &amp; c', experience: 'List<String> & <3 **', summary: '<b>b</b> # [c](https://c.example)', highlights: ['**b**', '<div>', '<div>']}\n", []string{
			`warning: r.yaml:1:26: basics.label contains HTML, which is shown as written: "<b>"; write plain text`,
			`warning: r.yaml:1:152: basics.highlights[1] contains HTML, which is shown as written: "<div>" (and in 1 more place)`,
		}},
		{"basics: {name: A, phone: '(+34) 638 58 50 68', email: a@b.example}\n", nil},
		{"basics: {name: A, phone: call me}\n", []string{
			`warning: r.yaml:1:26: basics.phone is shown without a link: "call me" is not a phone number (+44 20 7946 0018)`,
		}},
	} {
		expectProblems(t, "r.yaml", test.file, test.want...)
		_, problems := resume.Parse("r.yaml", []byte(test.file))
		for _, p := range problems {
			if !resumetest.IsOfContent(p) {
				t.Errorf("%v is taken for a problem of form", p)
			}
		}
	}
}
