package resume_test

import (
	"slices"
	"testing"

	"ssh-resume/internal/resume"
)

func TestWaysToReachSomeoneAreLinks(t *testing.T) {
	r := expectProblems(t, "r.yaml", `basics:
  name: A
  email: ada+cv@example.com
  phone: +44 (0)20 7946-0018
  url: https://www.example.com/
  profiles:
    - {network: GitHub, username: ada, url: https://github.com/ada}
    - {url: https://example.org/ada}
    - {network: IRC, username: ada}
    - {network: Nothing}
`, "warning: r.yaml:10:7: basics.profiles[3] is not shown: it needs a username or a url")
	want := []resume.Contact{
		{Kind: resume.ContactEmail, Label: "E-mail", Text: "ada+cv@example.com", URL: "mailto:ada+cv@example.com"},
		{Kind: resume.ContactPhone, Label: "Phone", Text: "+44 (0)20 7946-0018", URL: "tel:+442079460018"},
		{Kind: resume.ContactWeb, Label: "Web", Text: "example.com", URL: "https://www.example.com/", Bare: "example.com"},
		{Kind: resume.ContactProfile, Label: "GitHub", Text: "ada", URL: "https://github.com/ada", Bare: "github.com/ada"},
		{Kind: resume.ContactOther, Label: "Profile", Text: "example.org/ada", URL: "https://example.org/ada", Bare: "example.org/ada"},
		{Kind: resume.ContactProfile, Label: "IRC", Text: "ada"},
	}
	if got := r.Contacts(); !slices.Equal(got, want) {
		t.Errorf("%+v\nwant\n%+v", got, want)
	}
}

func TestAnEMailInASCIILeadsToTheSamePerson(t *testing.T) {
	r := expectProblems(t, "r.yaml", "basics: {name: A, email: info@bücher.example}\n")
	want := r.Contacts()[0].URL
	if got := r.ASCII().Contacts()[0]; got.URL != want || got.Text != "info@xn--bcher-kva.example" {
		t.Errorf("%+v leads elsewhere than %s", got, want)
	}
}

func TestAZeroInBracketsIsDialledInsideTheCountry(t *testing.T) {
	for number, want := range map[string]string{
		"(0)20 7946 0018": "tel:02079460018", "0044 (0)20 7946": "tel:0044207946", "+44 (0)20–7946‑0018": "tel:+442079460018",
	} {
		if got := (&resume.Resume{Basics: resume.Basics{Phone: number}}).Contacts()[0].URL; got != want {
			t.Errorf("%s: %s, want %s", number, got, want)
		}
	}
}

func TestWhatIsEmptyIsNoEntry(t *testing.T) {
	r, _ := resume.Parse("r.yaml", []byte("basics: {name: A}\nwork: [{}, {name: B, highlights: [a, '', b]}]\nprojects: [{}]\n"))
	sections := r.Sections()
	if len(sections) != 2 || len(sections[1].Blocks[0].Work) != 1 || len(sections[1].Blocks[0].Work[0].Highlights) != 2 {
		t.Errorf("%+v", sections)
	}
}

func TestAFormerEmployerIsMarkedWhereTheLanguageIsKnown(t *testing.T) {
	for lang, want := range map[string]string{"en": "Ex-B", "zh": "前B", "hu": "B"} {
		r := expectProblems(t, "r.yaml", "lang: "+lang+"\nbasics: {name: A}\nwork: [{name: B, former: true}]\n")
		if got := r.Sections()[1].Blocks[0].Work[0].Employer(); got != want {
			t.Errorf("%s: %s", lang, got)
		}
	}
}

func TestAContactIsReadWithWhereItLeads(t *testing.T) {
	english := (&resume.Resume{}).Marks()
	for _, test := range []struct {
		contact    resume.Contact
		full, bare string
	}{
		{resume.Contact{Text: "+1", URL: "tel:+1"}, "+1", "+1"},
		{resume.Contact{Text: "Ada", URL: "https://www.example.com/ada"}, "https://www.example.com/ada", "example.com/ada"},
		{resume.Contact{Text: "ada", URL: "https://example.com/12"}, "ada, https://example.com/12", "ada, example.com/12"},
		{resume.Contact{Text: "example.com", URL: "https://example.com/"}, "https://example.com/", "example.com"},
		{resume.Contact{Text: "ada"}, "ada", "ada"},
		{resume.Contact{Text: "@ada@a.example", URL: "https://a.example/@ada"}, "@ada@a.example, https://a.example/@ada", "a.example/@ada"},
	} {
		test.contact.Bare = resume.BareURL(test.contact.URL, false)
		if full, bare := test.contact.Full(english), test.contact.Short(english); full != test.full || bare != test.bare {
			t.Errorf("%+v: %q, %q", test.contact, full, bare)
		}
	}
}

func TestAProjectIsCalledWithWhomItWasFor(t *testing.T) {
	for _, test := range []struct {
		project resume.Project
		want    string
	}{
		{resume.Project{Name: "Star", Entity: "Inn"}, "Star (Inn, 2019)"},
		{resume.Project{Name: "Star of the Inn", Entity: "inn"}, "Star of the Inn (2019)"},
	} {
		if got := test.project.Title((&resume.Resume{}).Marks(), "2019"); got != test.want {
			t.Errorf("%q, want %q", got, test.want)
		}
	}
}

func TestAnAddressThatIsNoneIsShownWithoutALink(t *testing.T) {
	r := expectProblems(t, "r.yaml", "basics: {name: A, email: ada at example, phone: ask me}\n",
		`warning: r.yaml:1:26: basics.email is shown without a link: "ada at example" is not an e-mail address`,
		`warning: r.yaml:1:49: basics.phone is shown without a link: "ask me" is not a phone number (+44 20 7946 0018)`)
	for _, c := range r.Contacts() {
		if c.URL != "" {
			t.Errorf("%+v", c)
		}
	}
}

func TestAWebAddressWithoutSchemeIsTakenAsHTTPS(t *testing.T) {
	r := expectProblems(t, "r.yaml", "basics: {name: A, url: example.com/ada}\n",
		"warning: r.yaml:1:24: basics.url is read as https://example.com/ada; write it that way")
	if r.Basics.URL != "https://example.com/ada" {
		t.Errorf("the address is %q", r.Basics.URL)
	}
	for _, text := range []string{"ada", "'javascript:alert(1)'", "ada@example.com", "/cv.pdf", "'file:///etc/passwd'"} {
		r, _ := resume.Parse("r.yaml", []byte("basics: {name: A, url: "+text+"}\n"))
		if r.Basics.URL != "" {
			t.Errorf("%s is taken as %q", text, r.Basics.URL)
		}
	}
}

func TestAPictureIsAWebAddressOrThePictureItself(t *testing.T) {
	for text, want := range map[string]string{
		"https://example.com/a.png": "https://example.com/a.png",
		"'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAADklEQVR4nGJiAAQAAP//AAYAA/rQWa4AAAAASUVORK5CYII='": "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAADklEQVR4nGJiAAQAAP//AAYAA/rQWa4AAAAASUVORK5CYII=",
		"'data:image/svg+xml;base64,aGVsbG8='":       "",
		"'data:text/html,<script>alert(1)</script>'": "",
	} {
		r, _ := resume.Parse("r.yaml", []byte("basics: {name: A, image: "+text+"}\n"))
		if r.Basics.Image != want {
			t.Errorf("%s is taken as %q", text, r.Basics.Image)
		}
	}
}

func TestFieldsOfBeforeJSONResume1AreReadByTheirNewNames(t *testing.T) {
	r := expectProblems(t, "r.json", `{"basics": {"name": "A", "website": "https://a.example"},
"work": [{"company": "B", "website": "https://b.example"}]}`,
		`warning: r.json:1:26: field "website" in basics is now called "url" and is read as that`,
		`warning: r.json:2:11: field "company" in work[0] is now called "name" and is read as that`,
		`warning: r.json:2:27: field "website" in work[0] is now called "url" and is read as that`)
	if r.Basics.URL != "https://a.example" || r.Work[0].Name != "B" || r.Work[0].URL != "https://b.example" {
		t.Errorf("%+v", r)
	}
	expectProblems(t, "r.json", `{"basics": {"name": "A"}, "work": [{"company": "B", "name": "C"}]}`,
		`warning: r.json:1:37: unknown field "company" in work[0]`)
}

// TestEveryPartHasAPage reads something in every part of JSON Resume and finds
// it on a page of its own.
func TestEveryPartHasAPage(t *testing.T) {
	r := expectProblems(t, "r.yaml", `basics: {name: A}
work: [{name: B}]
volunteer: [{organization: C, position: Helper, startDate: 2019, summary: Good, highlights: [Did]}]
education: [{institution: D, area: E, studyType: F, startDate: 2001, endDate: 2004, score: "1.0", courses: [G]}]
awards: [{title: H, date: 2002-03, awarder: I, summary: J}]
certificates: [{name: K, date: 2003, issuer: L, url: https://l.example}]
publications: [{name: M, publisher: N, releaseDate: 2004-01-02, url: https://n.example, summary: O}]
skills: [{name: P, level: Q, keywords: [R]}]
languages: [{language: S, fluency: T}]
interests: [{name: U, keywords: [V]}]
references: [{name: W, reference: X}]
projects: [{name: Y}]
`)
	want := map[string]resume.Entry{
		"volunteer":    {Name: "Helper", By: "C", When: "2019 – present", Text: "Good", Points: []string{"Did"}},
		"education":    {Name: "F E", By: "D", When: "2001 – 2004", Detail: "1.0", Points: []string{"G"}},
		"awards":       {Name: "H", By: "I", When: "Mar 2002", Text: "J"},
		"certificates": {Name: "K", By: "L", When: "2003", URL: "https://l.example"},
		"publications": {Name: "M", By: "N", When: "Jan 2004", URL: "https://n.example", Text: "O"},
		"languages":    {Name: "S", Detail: "T"},
		"interests":    {Name: "U", Tags: []string{"V"}},
		"references":   {Name: "W", Text: "X"},
	}
	for id, entry := range want {
		section, err := r.Section(id)
		if err != nil {
			t.Error(err)
			continue
		}
		if got := section.Blocks[0].Entries; len(got) != 1 || !equal(got[0], entry) {
			t.Errorf("%s: %+v\nwant %+v", id, got, entry)
		}
	}
	if got, want := len(r.Sections()), 12; got != want {
		t.Errorf("%d pages, want %d", got, want)
	}
}

func equal(a, b resume.Entry) bool {
	return a.Name == b.Name && a.Detail == b.Detail && a.By == b.By && a.When == b.When && a.URL == b.URL && a.Text == b.Text &&
		slices.Equal(a.Points, b.Points) && slices.Equal(a.Tags, b.Tags)
}

func TestInternationalizedAddressesAreShownInTheirLettersAndLinkedInASCII(t *testing.T) {
	r := expectProblems(t, "r.yaml", "basics: {name: A, email: ü@bücher.example, url: münchen.de/straße, profiles: [{network: N, url: 'https://bücher.example:8080/ö'}]}\n",
		"warning: r.yaml:1:49: basics.url is read as https://münchen.de/straße; write it that way")
	want := []resume.Contact{
		{Kind: resume.ContactEmail, Label: "E-mail", Text: "ü@bücher.example", URL: "mailto:%C3%BC@xn--bcher-kva.example"},
		{Kind: resume.ContactWeb, Label: "Web", Text: "münchen.de/straße", URL: "https://xn--mnchen-3ya.de/stra%C3%9Fe", Bare: "münchen.de/straße"},
		{Kind: resume.ContactProfile, Label: "N", Text: "bücher.example:8080/ö", URL: "https://xn--bcher-kva.example:8080/%C3%B6", Bare: "bücher.example:8080/ö"},
	}
	if got := r.Contacts(); !slices.Equal(got, want) {
		t.Errorf("%+v\nwant\n%+v", got, want)
	}
	if got := r.ASCII().Contacts()[1].Short(r.Marks()); got != "xn--mnchen-3ya.de/stra%C3%9Fe" {
		t.Errorf("in ASCII: %s", got)
	}
	for _, text := range []string{"https://a..de", "https://-ü.de", "https://ü_.de", "münchen", "ü.jpg"} {
		r, _ := resume.Parse("r.yaml", []byte("basics: {name: A, url: "+text+"}\n"))
		if r.Basics.URL != "" && text != "https://a..de" {
			t.Errorf("%s is read as %q", text, r.Basics.URL)
		}
	}
}

func TestPageOfManyPartsShowsTheTitleOfEach(t *testing.T) {
	const parts = "awards: [{title: A}]\nlanguages: [{language: B}]\ninterests: [{name: C}]\nskills: [{group: D, name: E}]\n"
	for menu, want := range map[string][]string{
		"{id: more, title: More, of: [awards, languages, interests]}":                     {"Awards", "Languages", "Interests"},
		"{id: more, title: More, of: [basics, awards, skills]}":                           {"", "Awards", "D"},
		"{id: more, title: More, of: [awards, languages]}":                                {"", ""},
		"{id: more, title: More, heading: Languages, of: [awards, languages, interests]}": {"Awards", "", "Interests"},
	} {
		r, problems := resume.Parse("me.yaml", []byte("basics: {name: Jo, summary: S}\n"+parts+"menu: ["+menu+"]\n"))
		if r == nil {
			t.Fatal(problems)
		}
		var got []string
		for _, b := range r.Sections()[0].Blocks {
			got = append(got, b.Title)
		}
		if !slices.Equal(got, want) {
			t.Errorf("%s: %q, want %q", menu, got, want)
		}
	}
}

func TestAddressesAreShownWithTheirLetters(t *testing.T) {
	for _, test := range []struct{ url, link, shown, ascii string }{
		{"https://foo_bar.münchen.de", "https://foo_bar.xn--mnchen-3ya.de", "foo_bar.münchen.de", "foo_bar.xn--mnchen-3ya.de"},
		{"https://de.wikipedia.org/wiki/M%C3%BCnchen", "https://de.wikipedia.org/wiki/M%C3%BCnchen", "de.wikipedia.org/wiki/München", "de.wikipedia.org/wiki/M%C3%BCnchen"},
		{"https://example.com/a%20b/%2F%E2%80%AE%FF?q=%d0%b6#ü", "https://example.com/a%20b/%2F%E2%80%AE%FF?q=%d0%b6#%C3%BC", "example.com/a%20b/%2F%E2%80%AE%FF?q=ж#ü", "example.com/a%20b/%2F%E2%80%AE%FF?q=%d0%b6#%C3%BC"},
		{"https://ada@münchen.de:8080/", "https://ada@xn--mnchen-3ya.de:8080/", "ada@münchen.de:8080", "ada@xn--mnchen-3ya.de:8080"},
	} {
		r := expectProblems(t, "r.yaml", "basics: {name: A, url: '"+test.url+"'}\n")
		got := r.Contacts()[0]
		if got.URL != test.link || got.Text != test.shown {
			t.Errorf("%s: %s to %s", test.url, got.Text, got.URL)
		}
		if got := resume.BareURL(test.link, true); got != test.ascii {
			t.Errorf("%s in ASCII: %s", test.url, got)
		}
	}
}
