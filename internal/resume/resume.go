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
	Education    []Education   `yaml:"education"`
	Certificates []Certificate `yaml:"certificates"`
	Skills       []Skill       `yaml:"skills"`
	Projects     []Project     `yaml:"projects"`
	FreeForm     []FreeForm    `yaml:"sections"` // added
	Menu         []MenuItem    `yaml:"menu"`     // added
	Paper        string        `yaml:"paper"`    // added: what the PDF is set for, "a4" or "letter"; empty means a4
}

// The sizes of paper that Resume.Paper may name.
const (
	PaperA4     = "a4"
	PaperLetter = "letter"
)

// Basics says who this is.
type Basics struct {
	Name       string   `yaml:"name"`
	Label      string   `yaml:"label"` // the professional title
	URL        string   `yaml:"url"`
	Summary    string   `yaml:"summary"` // paragraphs, parted by blank lines
	Location   Location `yaml:"location"`
	Experience string   `yaml:"experience"` // added: "12+ years in …"
	Highlights []string `yaml:"highlights"` // added
}

// Location is where someone works from.
type Location struct {
	City   string `yaml:"city"`
	Region string `yaml:"region"`
}

// Work is one employment.
type Work struct {
	Name       string   `yaml:"name"`     // the employer
	Position   string   `yaml:"position"` // role or team
	URL        string   `yaml:"url"`
	Summary    string   `yaml:"summary"`
	Highlights []string `yaml:"highlights"`
	Duration   string   `yaml:"duration"` // added: free text such as "4 years", where there are no dates
	Former     bool     `yaml:"former"`   // added: the employment has ended
}

// Education is one course of study.
type Education struct {
	Institution string `yaml:"institution"`
	Area        string `yaml:"area"`      // "Computer Science"
	StudyType   string `yaml:"studyType"` // "MS"
	URL         string `yaml:"url"`
}

// Certificate is one certification.
type Certificate struct {
	Name   string `yaml:"name"`
	Issuer string `yaml:"issuer"`
	URL    string `yaml:"url"`
}

// Skill is a field of knowledge and what it covers.
type Skill struct {
	Group    string   `yaml:"group"` // added: the heading it stands under
	Name     string   `yaml:"name"`
	Keywords []string `yaml:"keywords"`
}

// Project is a piece of work with a result.
type Project struct {
	Name        string `yaml:"name"`
	Entity      string `yaml:"entity"` // the employer it belongs to, as in Work.Name
	Description string `yaml:"description"`
	URL         string `yaml:"url"`
	Metric      Metric `yaml:"metric"` // added
}

// Metric is a result as a figure: {200M+, users}.
type Metric struct {
	Value string `yaml:"value"`
	Label string `yaml:"label"`
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
