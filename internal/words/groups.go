package words

// Parts are the titles of the built-in parts of a résumé, as lists of sections
// and headings show them. A title is never identity: code asks for a part by its
// id.
type Parts struct {
	Basics, Work, Projects, Skills, Education, Certificates, Awards,
	Publications, Volunteer, Languages, Interests, References string
}

// Dates are what periods are written with.
type Dates struct {
	Months  [12]string // short, as in "Mar 2019"
	Month   string     // a month of a year: {month} {year}
	Range   string     // a period: {from} {to}
	Present string     // the end of what is ongoing

	WithDuration string // dates and how long that was: {dates} {duration}
}

// Document is what documents say besides what the owner wrote: text, Markdown,
// HTML and PDF, and where it concerns them the screen.
type Document struct {
	Untitled   string // the title of a résumé without a name
	Former     string // a former employer: {employer}
	OpenQuote  string
	CloseQuote string
	PageOf     string // the foot of a page: {page} {pages}
	SkipNav    string // a link past the list of sections, for screen readers
	Sections   string // the name of the list of sections, for screen readers

	Contacts Contacts
	Purposes Purposes
}

// Contacts are the labels of ways to reach someone.
type Contacts struct {
	Email, Phone, Web string
	Other             string // a profile in a network that is not named
}

// Purposes say what each format is for, in a list of files.
type Purposes struct{ Text, Markdown, HTML, JSON, YAML, PDF string }

// Screen is what the interactive résumé says.
type Screen struct{}

// Answers is what ssh HOST COMMAND, scp and sftp say.
type Answers struct{}

// Endings say why a session or a connection ended, to the person it ended for.
type Endings struct{}
