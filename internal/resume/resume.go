// Package resume is the document: the owner's file as one immutable value, and the sections that visitors read.
// It knows no screen, network or output format.
package resume

import "ssh-resume/internal/words"

// Resume is a whole résumé. Parse makes it, and nothing changes it afterwards, so all sessions can share one.
//
// The structs in this file are the table of fields: what a file can contain is declared only here. Names and
// meanings are JSON Resume's (https://jsonresume.org/schema) for the fields it has. The tags are described at
// Field; data/resume.schema.json and docs/resume.md are generated from them (go test ./docs/fields -update).
type Resume struct {
	Basics       Basics          `yaml:"basics" is:"required" help:"Who you are and how to reach you."`
	Work         []Work          `yaml:"work" help:"Where you have worked, the latest first."`
	Volunteer    []Volunteer     `yaml:"volunteer" help:"Unpaid work."`
	Education    []Education     `yaml:"education" help:"What you have studied, the latest first."`
	Awards       []Award         `yaml:"awards" help:"What you have won."`
	Certificates []Certificate   `yaml:"certificates" help:"Certifications."`
	Publications []Publication   `yaml:"publications" help:"What you have written."`
	Skills       []Skill         `yaml:"skills" help:"What you know."`
	Languages    []Language      `yaml:"languages" help:"Languages that you speak."`
	Interests    []Interest      `yaml:"interests" help:"What you do for its own sake."`
	References   []Reference     `yaml:"references" help:"What others say of you."`
	Projects     []Project       `yaml:"projects" help:"Results of your work: pieces of it that stand for themselves."`
	Meta         Meta            `yaml:"meta" is:"open" help:"About the file, not about you. Other programs keep their own data here, so any field is allowed."`
	Custom       []CustomSection `yaml:"sections" is:"added" help:"Pages of your own, for what fits no other field."`
	Menu         []MenuItem      `yaml:"menu" is:"added" example:"[basics, work: Experience, {id: stack, title: Stack, of: skills, groups: [Languages]}]" help:"The pages, in order. Without it, every part that is filled in has a page. A page is a name (work), a name and a title (work: Experience), or a group of fields."`
	Paper        string          `yaml:"paper" is:"added" oneof:"a4 letter" example:"letter" help:"The paper size of the PDF. The default is a4."`
	Lang         string          `yaml:"lang" is:"added language" example:"pt-BR" help:"The language that the résumé is written in (BCP 47); the default is en. A list, of which the first is the default for visitors, if it is in several: then any text may be a group of one for each, such as {en: Engineer, de: Ingenieurin}."`
	Theme        Theme           `yaml:"theme" is:"added short" example:"{accent: \"#d7263d\", figures: \"#f4c95d\"}" help:"The colors of the screen: the name of a palette, or colors of your own."`
	Private      []string        `yaml:"private" is:"added one-or-more" example:"[basics.phone, basics.location.address, references]" help:"Fields that only you get: visitors find them on no page, in no format and in no search. A field of a list, such as work.summary, is private in each entry; \"work[0].summary\" (in quotes) in the first."`

	translations []*Resume
	picture      []byte       // of the file that Basics.Image names
	ascii        *words.Words // of a résumé returned by ASCII; nil for others
}

// The paper sizes that Resume.Paper may name.
const (
	PaperA4     = "a4"
	PaperLetter = "letter"
)

// Theme is the colors of the screen.
type Theme struct {
	Name    string   `yaml:"name" is:"sole" oneof:"default nord gruvbox" example:"nord" help:"A palette, each with a dark and a light side. The default is default."`
	Accent  []string `yaml:"accent" is:"colors" example:"\"#d7263d\"" help:"The color of headings, links and the reader's place. Two are for dark and for light backgrounds."`
	Figures []string `yaml:"figures" is:"colors" example:"[\"#f4c95d\", \"#8a6500\"]" help:"The color of figures, likewise."`
}

// Basics says who this is.
type Basics struct {
	Name       string    `yaml:"name" is:"required" example:"Ada Example" help:"Your name. The only required field."`
	Label      string    `yaml:"label" is:"prose" example:"Backend Engineer" help:"What you are, in a few words; shown under the name."`
	Image      string    `yaml:"image" is:"picture" was:"picture" example:"ada.jpg" help:"A picture of you: the name of a JPEG, PNG, GIF or WebP file beside this one, its web address, or the picture itself as a data: address (in Base64)."`
	Email      string    `yaml:"email" is:"email" example:"ada@example.com" help:"Your e-mail address."`
	Phone      string    `yaml:"phone" is:"phone" example:"+44 20 7946 0018" help:"Your phone number, with the country code so that it can be dialed from anywhere."`
	URL        string    `yaml:"url" is:"url" was:"website" example:"https://example.com" help:"The web address of your own site."`
	Summary    string    `yaml:"summary" is:"rich" example:"Builds services that stay up." help:"Who you are in two to five sentences."`
	Location   Location  `yaml:"location" help:"Where you work from. A city and a region are enough."`
	Profiles   []Profile `yaml:"profiles" help:"Where else you can be found."`
	Experience string    `yaml:"experience" is:"prose added" example:"12+ years in backend systems" help:"How long you have done this, in a line."`
	Highlights []string  `yaml:"highlights" is:"added rich" example:"[Led three teams through one rewrite]" help:"What to know about you first, each in a line."`

	mailTo string // Email before it was converted to ASCII
}

// Location is where someone works from.
type Location struct {
	Address     string `yaml:"address" example:"12 St James's Square" help:"Street and number."`
	PostalCode  string `yaml:"postalCode" example:"SW1Y 4JH" help:"The postal code."`
	City        string `yaml:"city" is:"sole" example:"London" help:"The city."`
	CountryCode string `yaml:"countryCode" example:"GB" help:"The country as two letters (ISO 3166-1)."`
	Region      string `yaml:"region" example:"England" help:"The state, province or county."`
}

// Profile is an account on a network: {GitHub, ada, https://github.com/ada}.
type Profile struct {
	Network  string `yaml:"network" is:"key" example:"GitHub" help:"The name of the network."`
	Username string `yaml:"username" is:"key" example:"ada" help:"Your name there."`
	URL      string `yaml:"url" is:"url key sole" example:"https://github.com/ada" help:"The web address of your page there."`
}

// Work is one employment.
type Work struct {
	Name        string     `yaml:"name" is:"key sole" was:"company" example:"Analytical Engines" help:"The employer."`
	Location    string     `yaml:"location" example:"London" help:"Where that was."`
	Description string     `yaml:"description" is:"rich" example:"Maker of calculating machines" help:"What the employer does, for readers who don't know it."`
	Position    string     `yaml:"position" is:"prose key" example:"Platform Engineer" help:"Your role or team."`
	URL         string     `yaml:"url" is:"url" was:"website" example:"https://engines.example.com" help:"The employer's web address."`
	StartDate   Date       `yaml:"startDate" is:"key" example:"2019-03" help:"When you began: a year, a month or a day."`
	EndDate     Date       `yaml:"endDate" is:"key end" example:"2021-08" help:"When you left. Leave it out if you still work there."`
	Summary     string     `yaml:"summary" is:"rich" example:"Ran the batch platform." help:"What you did there, in a sentence or two."`
	Highlights  []string   `yaml:"highlights" is:"rich" example:"[Cut the time of a run by 40%]" help:"What came of it, each in a line."`
	Duration    string     `yaml:"duration" is:"added key" example:"4 years" help:"How long, as free text, where there are no dates. \"4 years\" or \"18 months\" is drawn as a bar."`
	Former      bool       `yaml:"former" is:"added" example:"true" help:"Whether you have left, where there is no endDate."`
	Positions   []Position `yaml:"positions" is:"added" was:"roles" help:"Several positions with this employer, the latest first. Each is an entry of its own in other formats."`
}

// Position is one of several positions with an employer. It exists only in the file: Parse turns each into a Work.
type Position struct {
	Position   string   `yaml:"position" is:"prose key sole" was:"title" example:"Staff Engineer" help:"Your role or team."`
	Location   string   `yaml:"location" example:"London" help:"Where that was, if not where the employer is."`
	StartDate  Date     `yaml:"startDate" is:"key" example:"2022-04" help:"When you began: a year, a month or a day."`
	EndDate    Date     `yaml:"endDate" is:"key end" example:"2023-10" help:"When you moved on. Leave it out if you still have it."`
	Summary    string   `yaml:"summary" is:"rich" example:"Runs the batch platform." help:"What you did there, in a sentence or two."`
	Highlights []string `yaml:"highlights" is:"rich" example:"[Halved the cost of a run]" help:"What came of it, each in a line."`
	Duration   string   `yaml:"duration" is:"key" example:"2 years" help:"How long, as free text, where there are no dates."`
	Former     bool     `yaml:"former" example:"true" help:"Whether you have moved on, where there is no endDate."`
}

// Volunteer is unpaid work.
type Volunteer struct {
	Organization string   `yaml:"organization" is:"key sole" example:"Code Club" help:"For whom."`
	Position     string   `yaml:"position" is:"prose key" example:"Mentor" help:"Your role."`
	URL          string   `yaml:"url" is:"url" was:"website" example:"https://club.example.com" help:"The organization's web address."`
	StartDate    Date     `yaml:"startDate" is:"key" example:"2020-09" help:"When you began: a year, a month or a day."`
	EndDate      Date     `yaml:"endDate" is:"key end" example:"2022-06" help:"When you stopped. Leave it out if you still do it."`
	Summary      string   `yaml:"summary" is:"rich" example:"Taught children to program." help:"What you did there."`
	Highlights   []string `yaml:"highlights" is:"rich" example:"[40 children wrote their first game]" help:"What came of it, each in a line."`
}

// Education is one course of study.
type Education struct {
	Institution string   `yaml:"institution" is:"key sole" example:"University of London" help:"The school or university."`
	Area        string   `yaml:"area" is:"prose key" example:"Mathematics" help:"The subject."`
	StudyType   string   `yaml:"studyType" is:"key" example:"BSc" help:"The degree."`
	URL         string   `yaml:"url" is:"url" was:"website" example:"https://university.example.com" help:"The institution's web address."`
	StartDate   Date     `yaml:"startDate" is:"key" example:"2012-09" help:"When you began: a year, a month or a day."`
	EndDate     Date     `yaml:"endDate" is:"key end" example:"2015-06" help:"When you finished."`
	Score       string   `yaml:"score" was:"gpa" example:"First-class honours" help:"The result."`
	Courses     []string `yaml:"courses" example:"[Numerical Analysis]" help:"Courses worth naming."`
}

// Award is something won.
type Award struct {
	Title   string `yaml:"title" is:"key sole" example:"Best Talk" help:"The award."`
	Date    Date   `yaml:"date" is:"key" example:"2021-05" help:"When you won it."`
	Awarder string `yaml:"awarder" is:"key" example:"Backend Days" help:"Who awarded it."`
	Summary string `yaml:"summary" is:"rich" example:"On a rewrite that went well." help:"What for."`
}

// Certificate is one certification.
type Certificate struct {
	Name   string `yaml:"name" is:"key sole" example:"Certified Kubernetes Administrator" help:"What it certifies."`
	Date   Date   `yaml:"date" is:"key" example:"2022-04" help:"When you got it."`
	Issuer string `yaml:"issuer" is:"key" example:"CNCF" help:"Who issued it."`
	URL    string `yaml:"url" is:"url" example:"https://certificates.example.com/1234" help:"Where it can be verified."`
}

// Publication is something written.
type Publication struct {
	Name        string `yaml:"name" is:"key sole" example:"Queues That Drain" help:"The title."`
	Publisher   string `yaml:"publisher" is:"key" example:"Journal of Examples" help:"Who published it."`
	ReleaseDate Date   `yaml:"releaseDate" is:"key" example:"2021-11" help:"When it came out."`
	URL         string `yaml:"url" is:"url" was:"website" example:"https://journal.example.com/queues" help:"Where it can be read."`
	Summary     string `yaml:"summary" is:"rich" example:"Why backlogs grow, and what ends them." help:"What it is about."`
}

// Skill is a field of knowledge and what it covers.
type Skill struct {
	Group    string   `yaml:"group" is:"added key" example:"Languages" help:"The heading that the skill is listed under. The menu can put groups on pages of their own."`
	Name     string   `yaml:"name" is:"key sole" example:"Backend" help:"The field of knowledge."`
	Level    string   `yaml:"level" example:"Expert" help:"How well you know it."`
	Keywords []string `yaml:"keywords" example:"[Go, SQL]" help:"What it covers."`
}

// Language is a spoken language.
type Language struct {
	Language string `yaml:"language" is:"prose key sole" was:"name" example:"English" help:"The language."`
	Fluency  string `yaml:"fluency" is:"prose" was:"level" example:"Native" help:"How well you speak it."`
}

// Interest is something done for its own sake.
type Interest struct {
	Name     string   `yaml:"name" is:"key sole" example:"Music" help:"The interest."`
	Keywords []string `yaml:"keywords" example:"[Choir, Organ]" help:"What it covers."`
}

// Reference is what somebody said.
type Reference struct {
	Name      string `yaml:"name" is:"key" example:"Charles Example, head of engineering" help:"Who said it."`
	Reference string `yaml:"reference" is:"rich key sole" example:"She finishes what she begins." help:"In their words."`
}

// Project is a piece of work with a result.
type Project struct {
	Name        string   `yaml:"name" is:"key sole" example:"Mill" help:"What it is called."`
	Entity      string   `yaml:"entity" is:"key" example:"Analytical Engines" help:"The employer that it was done for, as written in work; the project is also shown with that employer."`
	Type        string   `yaml:"type" example:"application" help:"What kind of thing it is."`
	Roles       []string `yaml:"roles" example:"[Team lead]" help:"Your roles in it."`
	StartDate   Date     `yaml:"startDate" is:"key" example:"2020-01" help:"When it began: a year, a month or a day."`
	EndDate     Date     `yaml:"endDate" is:"key end" example:"2020-12" help:"When it ended. Leave it out while it is ongoing."`
	Description string   `yaml:"description" is:"rich" was:"summary" example:"Cut the time of a run by 40%" help:"What it is and what came of it, in a sentence or two. A summary beside it follows it."`
	Highlights  []string `yaml:"highlights" is:"rich" example:"[First run without a night shift]" help:"More about it, each in a line."`
	Keywords    []string `yaml:"keywords" example:"[Go, Kafka]" help:"What it was made with."`
	URL         string   `yaml:"url" is:"url" was:"website" example:"https://mill.example.com" help:"Where it can be seen."`
	Metric      Metric   `yaml:"metric" is:"added" help:"The result as a figure, which is drawn large."`
}

// Metric is a result as a figure: {200M+, users}.
type Metric struct {
	Value string `yaml:"value" example:"−40%" help:"The figure."`
	Label string `yaml:"label" is:"prose" example:"time of a run" help:"What it counts."`
}

// Meta is about the file, not about the person.
type Meta struct {
	Canonical    string `yaml:"canonical" is:"url" example:"https://example.com/resume.json" help:"Where the latest version of the file is published."`
	Version      string `yaml:"version" example:"1.2.0" help:"The file's version."`
	LastModified string `yaml:"lastModified" example:"'2024-05-01T12:00:00Z'" help:"When it was last changed. Years of what is ongoing are counted up to then."`
}

// CustomSection is a section that fits no field of JSON Resume.
type CustomSection struct {
	ID     string        `yaml:"id" is:"required id" example:"principles" help:"What visitors type for the page (ssh HOST principles), and its name in the menu: a-z, 0-9 and -."`
	Title  string        `yaml:"title" is:"prose" example:"Principles" help:"The heading of the page."`
	Blocks []CustomBlock `yaml:"blocks" help:"The parts of the page, from top to bottom."`
}

// CustomBlock is one titled part of a custom section.
type CustomBlock struct {
	Title string `yaml:"title" is:"prose" example:"How I work" help:"The heading of the block; optional."`
	Type  Kind   `yaml:"type" example:"list" help:"How the block is drawn: text, list, numbered (steps), quotes (sayings and what they mean), measures (names, each with its measure) or tags. The default is list if there are items, and text otherwise."`
	Text  string `yaml:"text" is:"rich" example:"I measure first." help:"The text of a block of type text."`
	Items []Item `yaml:"items" example:"[Small steps, Reviews: each change is read by another]" help:"What blocks of the other types show. An item is a text, a label and its text (Label: text), or a quote and its text."`
}

// Item is one entry of a custom block: in the file a text, a map with one key (Label: Text), or {quote: …, text: …}.
type Item struct {
	Label string
	Quote string `yaml:"quote" example:"Measure first" help:"A saying, shown in quotes."`
	Text  string `yaml:"text" is:"rich" example:"Then change one thing" help:"What it means."`
}

// MenuItem is one page: its name and what is on it. In the file it is a name ("work"), a map with one key
// ("work: Experience"), or a group of fields.
type MenuItem struct {
	ID      string   `yaml:"id" is:"required id" example:"stack" help:"What visitors type for the page (ssh HOST stack): a-z, 0-9 and -."`
	Title   string   `yaml:"title" is:"prose" example:"Stack" help:"The title in the list of pages; short."`
	Heading string   `yaml:"heading" is:"prose" example:"Technology Stack" help:"The heading of the page. The default is the title of the section that it shows, then its own title."`
	Of      []string `yaml:"of" is:"one-or-more" example:"skills" help:"What is on the page: basics, work, projects, skills, education, certificates, awards, publications, volunteer, languages, interests, references, or the id of one of your sections; one, or a list of them. The default is the id."`
	Groups  []string `yaml:"groups" is:"one-or-more" example:"[Languages]" help:"Show only these groups of skills. The default is all groups that no other page names."`
	As      Kind     `yaml:"as" oneof:"tags topics" example:"topics" help:"How skills are drawn: tags, or topics (names with what they cover). The default is tags."`
}
