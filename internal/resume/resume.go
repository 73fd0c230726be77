// Package resume is the document: the owner's file as one immutable value, and
// the sections that visitors read. It knows no screen, no network, and no
// format of the way out.
package resume

// Resume is a whole résumé. Parse makes it; nothing changes it afterwards, so
// every session may share one.
//
// Names and meanings are JSON Resume's (https://jsonresume.org/schema) where it
// has the field; "added" marks those it lacks.
type Resume struct {
	Basics       Basics        `yaml:"basics"`
	Work         []Work        `yaml:"work"`
	Volunteer    []Volunteer   `yaml:"volunteer"`
	Education    []Education   `yaml:"education"`
	Awards       []Award       `yaml:"awards"`
	Certificates []Certificate `yaml:"certificates"`
	Publications []Publication `yaml:"publications"`
	Skills       []Skill       `yaml:"skills"`
	Languages    []Language    `yaml:"languages"`
	Interests    []Interest    `yaml:"interests"`
	References   []Reference   `yaml:"references"`
	Projects     []Project     `yaml:"projects"`
	Meta         Meta          `yaml:"meta"`
	FreeForm     []FreeForm    `yaml:"sections"` // added
	Menu         []MenuItem    `yaml:"menu"`     // added
	Paper        string        `yaml:"paper"`    // added: what the PDF is set for, "a4" or "letter"; empty means a4
	Lang         string        `yaml:"lang"`     // added: the language that it is written in, as BCP 47 has it ("en", "pt-BR"); empty means en

	// AsOf is when the résumé was true, where Meta.LastModified does not say: the
	// years of what goes on still are counted up to it. Empty means the latest
	// date of the résumé itself.
	AsOf Date `yaml:"-"`

	ascii bool // ASCII made it
}

// The sizes of paper that Resume.Paper may name.
const (
	PaperA4     = "a4"
	PaperLetter = "letter"
)

// Basics says who this is.
type Basics struct {
	Name       string    `yaml:"name"`
	Label      string    `yaml:"label"` // the professional title
	Image      string    `yaml:"image"` // a web address, or the picture itself as a data: address
	Email      string    `yaml:"email"`
	Phone      string    `yaml:"phone"`
	URL        string    `yaml:"url"`
	Summary    string    `yaml:"summary"` // paragraphs, parted by blank lines
	Location   Location  `yaml:"location"`
	Profiles   []Profile `yaml:"profiles"`
	Experience string    `yaml:"experience"` // added: "12+ years in …"
	Highlights []string  `yaml:"highlights"` // added

	mailTo string // what Email was before it was put in ASCII
}

// Location is where someone works from.
type Location struct {
	Address     string `yaml:"address"`
	PostalCode  string `yaml:"postalCode"`
	City        string `yaml:"city"`
	CountryCode string `yaml:"countryCode"` // ISO 3166-1 alpha-2: "DE"
	Region      string `yaml:"region"`
}

// Profile is a place in a network: {GitHub, ada, https://github.com/ada}.
type Profile struct {
	Network  string `yaml:"network"`
	Username string `yaml:"username"`
	URL      string `yaml:"url"`
}

// Work is one employment.
type Work struct {
	Name        string   `yaml:"name"`        // the employer
	Location    string   `yaml:"location"`    // "Menlo Park, CA"
	Description string   `yaml:"description"` // what the employer does
	Position    string   `yaml:"position"`    // role or team
	URL         string   `yaml:"url"`
	StartDate   Date     `yaml:"startDate"`
	EndDate     Date     `yaml:"endDate"` // empty where it goes on
	Summary     string   `yaml:"summary"`
	Highlights  []string `yaml:"highlights"`
	Duration    string   `yaml:"duration"` // added: free text such as "4 years", where there are no dates
	Former      bool     `yaml:"former"`   // added: the employment has ended
}

// Volunteer is unpaid work.
type Volunteer struct {
	Organization string   `yaml:"organization"`
	Position     string   `yaml:"position"`
	URL          string   `yaml:"url"`
	StartDate    Date     `yaml:"startDate"`
	EndDate      Date     `yaml:"endDate"`
	Summary      string   `yaml:"summary"`
	Highlights   []string `yaml:"highlights"`
}

// Education is one course of study.
type Education struct {
	Institution string   `yaml:"institution"`
	Area        string   `yaml:"area"`      // "Computer Science"
	StudyType   string   `yaml:"studyType"` // "MS"
	URL         string   `yaml:"url"`
	StartDate   Date     `yaml:"startDate"`
	EndDate     Date     `yaml:"endDate"`
	Score       string   `yaml:"score"` // "3.67/4.0"
	Courses     []string `yaml:"courses"`
}

// Award is something won.
type Award struct {
	Title   string `yaml:"title"`
	Date    Date   `yaml:"date"`
	Awarder string `yaml:"awarder"`
	Summary string `yaml:"summary"`
}

// Certificate is one certification.
type Certificate struct {
	Name   string `yaml:"name"`
	Date   Date   `yaml:"date"`
	Issuer string `yaml:"issuer"`
	URL    string `yaml:"url"`
}

// Publication is something written.
type Publication struct {
	Name        string `yaml:"name"`
	Publisher   string `yaml:"publisher"`
	ReleaseDate Date   `yaml:"releaseDate"`
	URL         string `yaml:"url"`
	Summary     string `yaml:"summary"`
}

// Skill is a field of knowledge and what it covers.
type Skill struct {
	Group    string   `yaml:"group"` // added: the heading it stands under
	Name     string   `yaml:"name"`
	Level    string   `yaml:"level"` // "Master"
	Keywords []string `yaml:"keywords"`
}

// Language is one that is spoken.
type Language struct {
	Language string `yaml:"language"`
	Fluency  string `yaml:"fluency"` // "Native speaker"
}

// Interest is something done for its own sake.
type Interest struct {
	Name     string   `yaml:"name"`
	Keywords []string `yaml:"keywords"`
}

// Reference is what somebody said.
type Reference struct {
	Name      string `yaml:"name"`
	Reference string `yaml:"reference"` // in his words
}

// Project is a piece of work with a result.
type Project struct {
	Name        string   `yaml:"name"`
	Entity      string   `yaml:"entity"` // the employer it belongs to, as in Work.Name
	Type        string   `yaml:"type"`   // "talk", "application"
	Roles       []string `yaml:"roles"`
	StartDate   Date     `yaml:"startDate"`
	EndDate     Date     `yaml:"endDate"`
	Description string   `yaml:"description"`
	Highlights  []string `yaml:"highlights"`
	Keywords    []string `yaml:"keywords"`
	URL         string   `yaml:"url"`
	Metric      Metric   `yaml:"metric"` // added
}

// Metric is a result as a figure: {200M+, users}.
type Metric struct {
	Value string `yaml:"value"`
	Label string `yaml:"label"`
}

// Meta is about the file, not about the person.
type Meta struct {
	Canonical    string `yaml:"canonical"` // web address of its latest version
	Version      string `yaml:"version"`
	LastModified string `yaml:"lastModified"` // as ISO 8601 has it
}

// FreeForm is a section that fits no field of JSON Resume.
type FreeForm struct {
	ID     string          `yaml:"id"`
	Title  string          `yaml:"title"`
	Blocks []FreeFormBlock `yaml:"blocks"`
}

// FreeFormBlock is one titled part of a free-form section.
type FreeFormBlock struct {
	Title string `yaml:"title"`
	Type  Kind   `yaml:"type"` // text, list, numbered, quotes, measures or tags
	Text  string `yaml:"text"` // for type text: paragraphs, parted by blank lines
	Items []Item `yaml:"items"`
}

// Item is one entry of a free-form block. In the file it is a plain string
// (Text), a map of one key (Label: Text), or {quote: …, text: …}.
type Item struct {
	Label string
	Quote string
	Text  string
}

// MenuItem is one page: what it is called and what stands on it. In the file
// it is a name ("work"), a map of one key ("work: Experience"), or the whole
// thing with its fields named.
type MenuItem struct {
	ID      string   `yaml:"id"`      // what a visitor types: ssh HOST experience
	Title   string   `yaml:"title"`   // as in the list of sections; short
	Heading string   `yaml:"heading"` // as over the page; where empty, the free-form section's own title, or this title
	Of      []string `yaml:"of"`      // basics, work, …, or ids of free-form sections; the id where empty
	Groups  []string `yaml:"groups"`  // only these groups of skills; without it, all that no other item names
	As      Kind     `yaml:"as"`      // skills only: tags (the default) or topics
}
