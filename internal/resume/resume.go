// Package resume is the document: the owner's file as one immutable value, and
// the sections that visitors read. It knows no screen, no network and no
// output format.
package resume

import "ssh-resume/internal/words"

// Resume is a whole résumé. Parse makes it, and nothing changes it afterwards,
// so all sessions can share one.
//
// The structs in this file are the table of fields: what a file can hold is
// declared here and nowhere else. Names and meanings are JSON Resume's
// (https://jsonresume.org/schema) where it has the field. The comment of a field
// tells the owner what it is; data/resume.schema.json and docs/resume.md repeat
// it (go test ./docs/fields -update). The tags are described at Field.
type Resume struct {
	// Who you are and how to reach you.
	Basics Basics `yaml:"basics" is:"required"`
	// Where you have worked, the latest first.
	Work []Work `yaml:"work"`
	// Unpaid work.
	Volunteer []Volunteer `yaml:"volunteer"`
	// What you have studied, the latest first.
	Education []Education `yaml:"education"`
	// What you have won.
	Awards []Award `yaml:"awards"`
	// Certifications.
	Certificates []Certificate `yaml:"certificates"`
	// What you have written.
	Publications []Publication `yaml:"publications"`
	// What you know.
	Skills []Skill `yaml:"skills"`
	// Languages that you speak.
	Languages []Language `yaml:"languages"`
	// What you do for its own sake.
	Interests []Interest `yaml:"interests"`
	// What others say of you.
	References []Reference `yaml:"references"`
	// Results of your work: pieces of it that stand for themselves.
	Projects []Project `yaml:"projects"`
	// About the file, not about you. Other programs keep their own data here, so any field is allowed.
	Meta Meta `yaml:"meta" is:"open"`
	// Pages of your own, for what fits no other field.
	Custom []CustomSection `yaml:"sections" is:"added"`
	// The pages, in order. Without it, every part that is filled in has a page. A page is a name (work), a name and a title (work: Experience), or a group of fields.
	Menu []MenuItem `yaml:"menu" is:"added" example:"[basics, work: Experience, {id: stack, title: Stack, of: skills, groups: [Languages]}]"`
	// The paper size of the PDF. The default is a4.
	Paper string `yaml:"paper" is:"added" oneof:"a4 letter" example:"letter"`
	// The language that the résumé is written in (BCP 47); the default is en. A list, of which the first is the default for visitors, if it is in several: then any text may be a group of one for each, such as {en: Engineer, de: Ingenieurin}.
	Lang string `yaml:"lang" is:"added language" example:"pt-BR"`
	// The colors of the screen: the name of a palette, or colors of your own.
	Theme Theme `yaml:"theme" is:"added short" example:"{accent: \"#d7263d\", figures: \"#f4c95d\"}"`

	// Fields that only you get: visitors find them on no page, in no format and in no search. A field of a list, such as work.summary, is private in each entry; "work[0].summary" (in quotes) in the first.
	Private []string `yaml:"private" is:"added one-or-more" example:"[basics.phone, basics.location.address, references]"`

	translations []*Resume
	picture      []byte       // of the file that Basics.Image names
	ascii        *words.Words // of a résumé that ASCII made; nil for others
}

// The paper sizes that Resume.Paper may name.
const (
	PaperA4     = "a4"
	PaperLetter = "letter"
)

// Theme is the colors of the screen.
type Theme struct {
	// A palette, each with a dark and a light side. The default is default.
	Name string `yaml:"name" is:"sole" oneof:"default nord gruvbox" example:"nord"`
	// The color of headings, links and the reader's place. Two are for dark and for light backgrounds.
	Accent []string `yaml:"accent" is:"colors" example:"\"#d7263d\""`
	// The color of figures, likewise.
	Figures []string `yaml:"figures" is:"colors" example:"[\"#f4c95d\", \"#8a6500\"]"`
}

// Basics says who this is.
type Basics struct {
	// Your name. The only required field.
	Name string `yaml:"name" is:"required" example:"Ada Example"`
	// What you are, in a few words; shown under the name.
	Label string `yaml:"label" is:"prose" example:"Backend Engineer"`
	// A picture of you: the name of a JPEG, PNG, GIF or WebP file beside this one, its web address, or the picture itself as a data: address (in Base64).
	Image string `yaml:"image" is:"picture" was:"picture" example:"ada.jpg"`
	// Your e-mail address.
	Email string `yaml:"email" is:"email" example:"ada@example.com"`
	// Your phone number, with the country code so that it can be dialled from anywhere.
	Phone string `yaml:"phone" is:"phone" example:"+44 20 7946 0018"`
	// The web address of your own site.
	URL string `yaml:"url" is:"url" was:"website" example:"https://example.com"`
	// Who you are in two to five sentences.
	Summary string `yaml:"summary" is:"rich" example:"Builds services that stay up."`
	// Where you work from. A city and a region are enough.
	Location Location `yaml:"location"`
	// Where else you can be found.
	Profiles []Profile `yaml:"profiles"`
	// How long you have done this, in a line.
	Experience string `yaml:"experience" is:"prose added" example:"12+ years in backend systems"`
	// What to know about you first, each in a line.
	Highlights []string `yaml:"highlights" is:"added rich" example:"[Led three teams through one rewrite]"`

	mailTo string // what Email was before it was put in ASCII
}

// Location is where someone works from.
type Location struct {
	// Street and number.
	Address string `yaml:"address" example:"12 St James's Square"`
	// The postal code.
	PostalCode string `yaml:"postalCode" example:"SW1Y 4JH"`
	// The city.
	City string `yaml:"city" is:"sole" example:"London"`
	// The country as two letters (ISO 3166-1).
	CountryCode string `yaml:"countryCode" example:"GB"`
	// The state, province or county.
	Region string `yaml:"region" example:"England"`
}

// Profile is a place in a network: {GitHub, ada, https://github.com/ada}.
type Profile struct {
	// The name of the network.
	Network string `yaml:"network" is:"key" example:"GitHub"`
	// Your name there.
	Username string `yaml:"username" is:"key" example:"ada"`
	// The web address of your page there.
	URL string `yaml:"url" is:"url key sole" example:"https://github.com/ada"`
}

// Work is one employment.
type Work struct {
	// The employer.
	Name string `yaml:"name" is:"key sole" was:"company" example:"Analytical Engines"`
	// Where that was.
	Location string `yaml:"location" example:"London"`
	// What the employer does, for readers who don't know it.
	Description string `yaml:"description" is:"rich" example:"Maker of calculating machines"`
	// Your role or team.
	Position string `yaml:"position" is:"prose key" example:"Platform Engineer"`
	// The employer's web address.
	URL string `yaml:"url" is:"url" was:"website" example:"https://engines.example.com"`
	// When you began: a year, a month or a day.
	StartDate Date `yaml:"startDate" is:"key" example:"2019-03"`
	// When you left. Leave it out if you still work there.
	EndDate Date `yaml:"endDate" is:"key end" example:"2021-08"`
	// What you did there, in a sentence or two.
	Summary string `yaml:"summary" is:"rich" example:"Ran the batch platform."`
	// What came of it, each in a line.
	Highlights []string `yaml:"highlights" is:"rich" example:"[Cut the time of a run by 40%]"`
	// How long, as free text, where there are no dates. "4 years" or "18 months" is drawn as a bar.
	Duration string `yaml:"duration" is:"added key" example:"4 years"`
	// Whether you have left, where there is no endDate.
	Former bool `yaml:"former" is:"added" example:"true"`
	// Several positions with this employer, the latest first. Each is an entry of its own in other formats.
	Positions []Position `yaml:"positions" is:"added" was:"roles"`
}

// Position is one of several positions with an employer. It is a notation of the
// file only: Parse makes a Work of each.
type Position struct {
	// Your role or team.
	Position string `yaml:"position" is:"prose key sole" was:"title" example:"Staff Engineer"`
	// Where that was, if not where the employer is.
	Location string `yaml:"location" example:"London"`
	// When you began: a year, a month or a day.
	StartDate Date `yaml:"startDate" is:"key" example:"2022-04"`
	// When you moved on. Leave it out if you still have it.
	EndDate Date `yaml:"endDate" is:"key end" example:"2023-10"`
	// What you did there, in a sentence or two.
	Summary string `yaml:"summary" is:"rich" example:"Runs the batch platform."`
	// What came of it, each in a line.
	Highlights []string `yaml:"highlights" is:"rich" example:"[Halved the cost of a run]"`
	// How long, as free text, where there are no dates.
	Duration string `yaml:"duration" is:"key" example:"2 years"`
	// Whether you have moved on, where there is no endDate.
	Former bool `yaml:"former" example:"true"`
}

// Volunteer is unpaid work.
type Volunteer struct {
	// For whom.
	Organization string `yaml:"organization" is:"key sole" example:"Code Club"`
	// Your role.
	Position string `yaml:"position" is:"prose key" example:"Mentor"`
	// The organization's web address.
	URL string `yaml:"url" is:"url" was:"website" example:"https://club.example.com"`
	// When you began: a year, a month or a day.
	StartDate Date `yaml:"startDate" is:"key" example:"2020-09"`
	// When you stopped. Leave it out if you still do it.
	EndDate Date `yaml:"endDate" is:"key end" example:"2022-06"`
	// What you did there.
	Summary string `yaml:"summary" is:"rich" example:"Taught children to program."`
	// What came of it, each in a line.
	Highlights []string `yaml:"highlights" is:"rich" example:"[40 children wrote their first game]"`
}

// Education is one course of study.
type Education struct {
	// The school or university.
	Institution string `yaml:"institution" is:"key sole" example:"University of London"`
	// The subject.
	Area string `yaml:"area" is:"prose key" example:"Mathematics"`
	// The degree.
	StudyType string `yaml:"studyType" is:"key" example:"BSc"`
	// The institution's web address.
	URL string `yaml:"url" is:"url" was:"website" example:"https://university.example.com"`
	// When you began: a year, a month or a day.
	StartDate Date `yaml:"startDate" is:"key" example:"2012-09"`
	// When you finished.
	EndDate Date `yaml:"endDate" is:"key end" example:"2015-06"`
	// The result.
	Score string `yaml:"score" was:"gpa" example:"First-class honours"`
	// Courses worth naming.
	Courses []string `yaml:"courses" example:"[Numerical Analysis]"`
}

// Award is something won.
type Award struct {
	// The award.
	Title string `yaml:"title" is:"key sole" example:"Best Talk"`
	// When you won it.
	Date Date `yaml:"date" is:"key" example:"2021-05"`
	// Who awarded it.
	Awarder string `yaml:"awarder" is:"key" example:"Backend Days"`
	// What for.
	Summary string `yaml:"summary" is:"rich" example:"On a rewrite that went well."`
}

// Certificate is one certification.
type Certificate struct {
	// What it certifies.
	Name string `yaml:"name" is:"key sole" example:"Certified Kubernetes Administrator"`
	// When you got it.
	Date Date `yaml:"date" is:"key" example:"2022-04"`
	// Who issued it.
	Issuer string `yaml:"issuer" is:"key" example:"CNCF"`
	// Where it can be verified.
	URL string `yaml:"url" is:"url" example:"https://certificates.example.com/1234"`
}

// Publication is something written.
type Publication struct {
	// The title.
	Name string `yaml:"name" is:"key sole" example:"Queues That Drain"`
	// Who published it.
	Publisher string `yaml:"publisher" is:"key" example:"Journal of Examples"`
	// When it came out.
	ReleaseDate Date `yaml:"releaseDate" is:"key" example:"2021-11"`
	// Where it can be read.
	URL string `yaml:"url" is:"url" was:"website" example:"https://journal.example.com/queues"`
	// What it is about.
	Summary string `yaml:"summary" is:"rich" example:"Why backlogs grow, and what ends them."`
}

// Skill is a field of knowledge and what it covers.
type Skill struct {
	// The heading that the skill is listed under. The menu can put groups on pages of their own.
	Group string `yaml:"group" is:"added key" example:"Languages"`
	// The field of knowledge.
	Name string `yaml:"name" is:"key sole" example:"Backend"`
	// How well you know it.
	Level string `yaml:"level" example:"Expert"`
	// What it covers.
	Keywords []string `yaml:"keywords" example:"[Go, SQL]"`
}

// Language is a spoken language.
type Language struct {
	// The language.
	Language string `yaml:"language" is:"prose key sole" was:"name" example:"English"`
	// How well you speak it.
	Fluency string `yaml:"fluency" is:"prose" was:"level" example:"Native"`
}

// Interest is something done for its own sake.
type Interest struct {
	// The interest.
	Name string `yaml:"name" is:"key sole" example:"Music"`
	// What it covers.
	Keywords []string `yaml:"keywords" example:"[Choir, Organ]"`
}

// Reference is what somebody said.
type Reference struct {
	// Who said it.
	Name string `yaml:"name" is:"key" example:"Charles Example, head of engineering"`
	// In their words.
	Reference string `yaml:"reference" is:"rich key sole" example:"She finishes what she begins."`
}

// Project is a piece of work with a result.
type Project struct {
	// What it is called.
	Name string `yaml:"name" is:"key sole" example:"Mill"`
	// The employer that it was done for, as written in work; the project is also shown with that employer.
	Entity string `yaml:"entity" is:"key" example:"Analytical Engines"`
	// What kind of thing it is.
	Type string `yaml:"type" example:"application"`
	// Your roles in it.
	Roles []string `yaml:"roles" example:"[Team lead]"`
	// When it began: a year, a month or a day.
	StartDate Date `yaml:"startDate" is:"key" example:"2020-01"`
	// When it ended. Leave it out while it is ongoing.
	EndDate Date `yaml:"endDate" is:"key end" example:"2020-12"`
	// What it is and what came of it, in a sentence or two. A summary beside it follows it.
	Description string `yaml:"description" is:"rich" was:"summary" example:"Cut the time of a run by 40%"`
	// More about it, each in a line.
	Highlights []string `yaml:"highlights" is:"rich" example:"[First run without a night shift]"`
	// What it was made with.
	Keywords []string `yaml:"keywords" example:"[Go, Kafka]"`
	// Where it can be seen.
	URL string `yaml:"url" is:"url" was:"website" example:"https://mill.example.com"`
	// The result as a figure, which is drawn large.
	Metric Metric `yaml:"metric" is:"added"`
}

// Metric is a result as a figure: {200M+, users}.
type Metric struct {
	// The figure.
	Value string `yaml:"value" example:"−40%"`
	// What it counts.
	Label string `yaml:"label" is:"prose" example:"time of a run"`
}

// Meta is about the file, not about the person.
type Meta struct {
	// Where the latest version of the file is published.
	Canonical string `yaml:"canonical" is:"url" example:"https://example.com/resume.json"`
	// The file's version.
	Version string `yaml:"version" example:"1.2.0"`
	// When it was last changed. Years of what is ongoing are counted up to then.
	LastModified string `yaml:"lastModified" example:"'2024-05-01T12:00:00Z'"`
}

// CustomSection is a section that fits no field of JSON Resume.
type CustomSection struct {
	// What visitors type for the page (ssh HOST principles), and its name in the menu: a-z, 0-9 and -.
	ID string `yaml:"id" is:"required id" example:"principles"`
	// The heading of the page.
	Title string `yaml:"title" is:"prose" example:"Principles"`
	// The parts of the page, from top to bottom.
	Blocks []CustomBlock `yaml:"blocks"`
}

// CustomBlock is one titled part of a section of the owner's own.
type CustomBlock struct {
	// The heading of the block; optional.
	Title string `yaml:"title" is:"prose" example:"How I work"`
	// How the block is drawn: text, list, numbered (steps), quotes (sayings and what they mean), measures (names, each with its measure) or tags. The default is list if there are items, and text otherwise.
	Type Kind `yaml:"type" oneof:"text list numbered quotes measures tags" example:"list"`
	// The text of a block of type text.
	Text string `yaml:"text" is:"rich" example:"I measure first."`
	// What blocks of the other types show. An item is a text, a label and its text (Label: text), or a quote and its text.
	Items []Item `yaml:"items" example:"[Small steps, Reviews: each change is read by another]"`
}

// Item is one entry of a block of such a section. In the file it is a plain string
// (Text), a map of one key (Label: Text), or {quote: …, text: …}.
type Item struct {
	Label string
	// A saying, shown in quotes.
	Quote string `yaml:"quote" example:"Measure first"`
	// What it means.
	Text string `yaml:"text" is:"rich" example:"Then change one thing"`
}

// MenuItem is one page: its name and what is on it. In the file it is a name
// ("work"), a map of one key ("work: Experience"), or a group of fields.
type MenuItem struct {
	// What visitors type for the page (ssh HOST stack): a-z, 0-9 and -.
	ID string `yaml:"id" is:"required id" example:"stack"`
	// The title in the list of pages; short.
	Title string `yaml:"title" is:"prose" example:"Stack"`
	// The heading of the page. The default is the title of the section that it shows, then its own title.
	Heading string `yaml:"heading" is:"prose" example:"Technology Stack"`
	// What is on the page: basics, work, projects, skills, education, certificates, awards, publications, volunteer, languages, interests, references, or the id of one of your sections; one, or a list of them. The default is the id.
	Of []string `yaml:"of" is:"one-or-more" example:"skills"`
	// Show only these groups of skills. The default is all groups that no other page names.
	Groups []string `yaml:"groups" is:"one-or-more" example:"[Languages]"`
	// How skills are drawn: tags, or topics (names with what they cover). The default is tags.
	As Kind `yaml:"as" oneof:"tags topics" example:"topics"`
}
