package words

import "golang.org/x/text/language"

var english = Words{
	Tag: language.English,

	Parts: Parts{
		Basics: "Profile", Work: "Experience", Projects: "Projects", Skills: "Skills",
		Education: "Education", Certificates: "Certificates", Awards: "Awards",
		Publications: "Publications", Volunteer: "Volunteering", Languages: "Languages",
		Interests: "Interests", References: "References",
	},

	Dates: Dates{
		Months:  [12]string{"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"},
		Month:   "{month} {year}",
		Range:   "{from} – {to}",
		Present: "present",

		WithDuration: "{dates}, {duration}",
	},

	Document: Document{
		Untitled:   "Résumé",
		Former:     "Ex-{employer}",
		OpenQuote:  "“",
		CloseQuote: "”",
		PageOf:     "Page {page} of {pages}",
		SkipNav:    "Skip to the résumé",
		Sections:   "Sections",

		Contacts: Contacts{Email: "E-mail", Phone: "Phone", Web: "Web", Other: "Profile"},
		Purposes: Purposes{
			Text:     "plain text, for screen readers and pipes",
			Markdown: "Markdown",
			HTML:     "a page for a browser, to print as well",
			JSON:     "JSON Resume, for programs",
			YAML:     "YAML, for editors",
			PDF:      "to read, print and pass on",
		},
	},

	Screen: Screen{},

	Answers: Answers{},

	Endings: Endings{},
}
