package resume_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"ssh-resume/internal/resume"
)

const withPositions = `basics: {name: A}
work:
  - name: Acme
    description: Anvils
    location: Reno
    summary: All in all.
    positions:
      - {position: Staff Engineer, startDate: 2022-04, highlights: [a], summary: Led.}
      - {title: Engineer, location: Elko, startDate: 2019-01, endDate: 2022-03}
  - {name: Other, startDate: 2018}
  - name: Once
    startDate: 2016
    endDate: 2017
    positions: [Cook]
  - {name: Inn, position: Cook, startDate: 2012, endDate: 2013}
  - {name: INN, position: Waiter, startDate: 2010, endDate: 2012}
projects: [{name: P, entity: Acme}, {name: Q, entity: Inn}]
`

func TestEachPositionIsAnEntryOfItsEmployer(t *testing.T) {
	r := expectProblems(t, "r.yaml", withPositions,
		`warning: r.yaml:9:10: field "title" in work[0].positions[1] is now called "position" and is read as that`,
		"warning: r.yaml:14:17: work[2].positions[0] must be a group of fields; the text is read as its position (position: …)")
	section, _ := r.Section("work")
	if section.ID == "" {
		t.Fatal("no such section")
	}
	var got []string
	for _, w := range section.Blocks[0].Work {
		got = append(got, fmt.Sprintf("%v %s, %s (%s): %s; %s %s %v, %d", w.SameEmployer, w.Name, w.Position, w.Location, w.When, w.Description, w.Summary, w.Highlights, len(w.Achievements)))
	}
	want := []string{
		"false Acme, Staff Engineer (Reno): Apr 2022 – present; Anvils All in all.\n\nLed. [a], 1",
		"true Acme, Engineer (Elko): Jan 2019 – Mar 2022;   [], 0",
		"false Other,  (): 2018 – present;   [], 0",
		"false Once, Cook (): 2016 – 2017;   [], 0",
		"false Inn, Cook (): 2012 – 2013;   [], 1",
		"true INN, Waiter (): 2010 – 2012;   [], 0",
	}
	if !slices.Equal(got, want) {
		t.Errorf("%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

// TestWhatIsPrivateInTheFileIsPrivateInEachPosition names fields as they are in
// the file, where one entry of work is several positions.
func TestWhatIsPrivateInTheFileIsPrivateInEachPosition(t *testing.T) {
	for _, test := range []struct {
		path          string
		hidden, shown []string
	}{
		{"'work[0]'", []string{"Acme", "Staff", "Led", "Elko"}, []string{"Other", "Waiter"}},
		{"'work[0].positions'", []string{"Staff", "Led", "Elko"}, []string{"Other", "Waiter"}},
		{"'work[0].positions[0]'", []string{"Staff", "Led"}, []string{"Elko", "Other", "Waiter"}},
		{"'work[0].positions[1].location'", []string{"Elko"}, []string{"Staff", "Led", "Reno"}},
		{"'work[1]'", []string{"Other"}, []string{"Acme", "Staff", "Elko", "Waiter"}},
		{"'work[4].position'", []string{"Waiter"}, []string{"INN", "Cook"}},
		{"work.positions.summary", []string{"Led"}, []string{"Staff"}},
		{"work.name", []string{"Acme", "Other", "Once", "INN"}, []string{"Staff"}},
	} {
		r, _ := resume.Parse("r.yaml", []byte(withPositions+"private: ["+test.path+"]\n"))
		if r == nil {
			t.Errorf("%s is refused", test.path)
			continue
		}
		public := fmt.Sprint(r.Public().Work)
		for _, word := range test.hidden {
			if strings.Contains(public, word) {
				t.Errorf("%s shows %s: %s", test.path, word, public)
			}
		}
		for _, word := range test.shown {
			if !strings.Contains(public, word) {
				t.Errorf("%s hides %s: %s", test.path, word, public)
			}
		}
	}
}

func TestBothTextsOfAProjectAreShown(t *testing.T) {
	r, _ := resume.Parse("r.yaml", []byte("basics: {name: A}\nprojects: [{name: B, description: C., summary: D.}, {name: E, summary: F.}]\n"))
	if got := r.Projects[0].Description + "|" + r.Projects[1].Description; got != "C.\n\nD.|F." {
		t.Errorf("%q", got)
	}
}

func TestAMapOfListsIsAListOfGroups(t *testing.T) {
	r := expectProblems(t, "r.json", `{"basics": {"name": "A"}, "volunteer": {}, "skills": {"Languages": ["Go", "SQL"], "Tools": ["make"]}}`,
		"warning: r.json:1:40: volunteer must be a list; an empty group is read as an empty list",
		"warning: r.json:1:54: skills must be a list; each name in it is read as the name of an entry, with its keywords")
	if len(r.Skills) != 2 || r.Skills[0].Name != "Languages" || !slices.Equal(r.Skills[0].Keywords, []string{"Go", "SQL"}) {
		t.Errorf("%+v", r.Skills)
	}
}

func TestAListBelowAHighlightIsPartOfIt(t *testing.T) {
	for _, file := range []string{
		"work:\n- name: B\n  highlights:\n  - Published research\n    - Main paper\n    - Another\n  - Next\n",
		"work:\n- name: B\n  highlights:\n  - |\n    Published research\n    - Main paper\n    - Another\n  - Next\n",
		"work:\n- name: B\n  highlights:\n  - Published research: [Main paper, Another]\n  - Next\n",
	} {
		r, _ := resume.Parse("r.yaml", []byte("basics: {name: A}\n"+file))
		got := strings.Join(resume.RenderText(marks{}, resume.ParseText(r.Work[0].Highlights[0])), " | ")
		if got != "Published research | •(Main paper; Another)" || len(r.Work[0].Highlights) != 2 {
			t.Errorf("%s\nis read as %s", file, got)
		}
	}
}

func TestFilesOfOtherProgramsAreNamed(t *testing.T) {
	for file, want := range map[string]string{
		"cv:\n  name: A\n  sections: {}\ndesign: {}\n":                "RenderCV",
		"content:\n  basics: {name: A}\nlayout: {}\n":                 "yamlresume",
		"name: A\nmeta: {format: FRESH@0.1.0}\nemployment: {}\n":      "FRESH",
		`json:{"name": "A", "info": {}, "contact": {}, "skills": {}}`: "FRESH",
	} {
		_, problems := parse(file)
		if len(problems) != 1 || problems[0].Warning || !strings.Contains(problems[0].Message, "this is a "+want+" file") {
			t.Errorf("%s\nis said to be %q", file, said(problems))
		}
	}
}
