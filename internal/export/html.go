package export

import (
	"bytes"
	"cmp"
	_ "embed" // the page and its style
	"errors"
	"fmt"
	"html/template"
	"math"
	"strings"
	"unicode"

	"ssh-resume/internal/resume"
	"ssh-resume/internal/words"
)

//go:embed html.tmpl
var htmlTemplate string

//go:embed html.css
var htmlStyle string

// htmlTemplates holds a template for the page and one for each form of block. They
// escape whatever comes from the résumé for the place where it stands.
var htmlTemplates = template.Must(template.New("page").Funcs(template.FuncMap{
	"anchor":       func(text, url string) anchor { return anchor{cmp.Or(text, url), url} },
	"blocks":       func(source string) template.HTML { return htmlText(resume.ParseText(source)) },
	"bracketed":    resume.Bracketed,
	"contactLabel": contactLabel,
	"join":         resume.Joined,
	"listed":       func(words []string) string { return resume.Joined(", ", words...) },
	"sentence":     func(it resume.Item) template.HTML { return htmlFlow(sentence(it, resume.Plain(`"`+it.Quote+`"`))) },
	"isBlank":      func(it resume.Item) bool { return it == resume.Item{} },
	"flow":         func(source string) template.HTML { return htmlFlow(resume.ParseText(source)) },
	"onlyNames":    onlyNames,
	"reach":        contactAnchor,
	"result":       func(p resume.Project) template.HTML { return htmlFlow(result(p)) },
	"roles":        rolesIn,
	"share":        shareOfLongest,
}).Parse(htmlTemplate))

// anchor is a text that leads to an address, which may be empty.
type anchor struct {
	Text string
	URL  any // a string, or a template.URL where the template would not trust it
}

func contactAnchor(c resume.Contact) anchor {
	if strings.HasPrefix(c.URL, "tel:") {
		return anchor{c.Text, template.URL(c.URL)} //nolint:gosec // Contacts makes it of digits
	}
	return anchor{c.Text, c.URL}
}

// htmlGenerator is the element in which the page names the program.
const htmlGenerator = `<meta name="generator" content="ssh-resume">`

// htmlPage is what the template of the page fills in.
type htmlPage struct {
	resume.Basics
	Words       words.Document
	Contacts    []resume.Contact
	Lang        string
	RightToLeft bool
	Title       string
	About       string // for search engines and link previews
	Style       template.CSS
	Picture     template.URL // the picture itself: nothing is loaded from elsewhere
	Facts       []string
	Sections    []htmlSection
}

type htmlSection struct {
	ID, Title, Heading string
	Blocks             []htmlBlock
}

type htmlBlock struct {
	Class, Title string
	Content      template.HTML
}

// toHTML returns the whole résumé as one page that loads nothing: no script, no
// font, and no picture but one that the résumé contains.
func toHTML(r *resume.Resume) ([]byte, error) {
	w := words.For(r.Lang).Document
	p := htmlPage{
		Basics:      r.Basics,
		Words:       w,
		Contacts:    r.Contacts(),
		Lang:        cmp.Or(r.Lang, "en"),
		RightToLeft: resume.RightToLeft(r.Lang),
		Title:       resume.Joined(" – ", r.Basics.Name, r.Basics.Label),
		About:       resume.Joined(". ", r.Basics.Label, r.Basics.Experience, resume.Joined(", ", r.Basics.Location.City, r.Basics.Location.Region)),
		Style:       template.CSS(fmt.Sprintf("%s:root { quotes: %q %q; }\n", htmlStyle, w.OpenQuote, w.CloseQuote)), //nolint:gosec // all of it is the program's own
		Facts:       mapped([]string{r.Basics.Experience, r.Basics.Location.String()}, strings.TrimSpace),
	}
	if strings.HasPrefix(r.Basics.Image, "data:image/") {
		p.Picture = template.URL(r.Basics.Image) //nolint:gosec // a picture runs no script
	}
	blocks := htmlBlocks{}
	for _, s := range sectionsBelowHead(r) {
		section := htmlSection{ID: s.ID, Title: s.Title, Heading: s.Heading}
		for _, b := range s.Blocks {
			block := resume.Render(&blocks, b)
			block.Class, block.Title = resume.Joined(" ", string(b.Kind), block.Class), b.Title
			section.Blocks = append(section.Blocks, block)
		}
		p.Sections = append(p.Sections, section)
	}
	page := blocks.fill("page", p)
	if len(blocks.errs) > 0 {
		return nil, fmt.Errorf("write HTML: %w", errors.Join(blocks.errs...))
	}
	return bytes.Map(func(c rune) rune {
		if unicode.IsControl(c) && c != '\n' {
			return ' '
		}
		return c
	}, []byte(page)), nil
}

// htmlBlocks renders blocks as HTML. A block has the class of its kind; renderers
// may add one.
type htmlBlocks struct{ errs []error }

var _ resume.Renderer[htmlBlock] = (*htmlBlocks)(nil)

// fill executes a template. Templates fail only where they and their data don't
// match.
func (h *htmlBlocks) fill(name string, data any) template.HTML {
	var b strings.Builder
	if err := htmlTemplates.ExecuteTemplate(&b, name, data); err != nil {
		h.errs = append(h.errs, err)
	}
	return template.HTML(b.String()) //nolint:gosec // the template has escaped it
}

func (h *htmlBlocks) block(name string, data any) htmlBlock {
	return htmlBlock{Content: h.fill(name, data)}
}

func (h *htmlBlocks) entries(b resume.Block) htmlBlock {
	return htmlBlock{Class: "entries", Content: h.fill("entries", b)}
}

func (h *htmlBlocks) Basics(b resume.Block) htmlBlock       { return h.block("basics", b.Basics) }
func (h *htmlBlocks) Work(b resume.Block) htmlBlock         { return h.block("work", b.Work) }
func (h *htmlBlocks) Projects(b resume.Block) htmlBlock     { return h.block("projects", b.Projects) }
func (h *htmlBlocks) Education(b resume.Block) htmlBlock    { return h.entries(b) }
func (h *htmlBlocks) Certificates(b resume.Block) htmlBlock { return h.entries(b) }
func (h *htmlBlocks) Awards(b resume.Block) htmlBlock       { return h.entries(b) }
func (h *htmlBlocks) Publications(b resume.Block) htmlBlock { return h.entries(b) }
func (h *htmlBlocks) Volunteer(b resume.Block) htmlBlock    { return h.entries(b) }
func (h *htmlBlocks) Languages(b resume.Block) htmlBlock    { return h.entries(b) }
func (h *htmlBlocks) Interests(b resume.Block) htmlBlock    { return h.entries(b) }
func (h *htmlBlocks) References(b resume.Block) htmlBlock   { return h.block("references", b.Entries) }
func (h *htmlBlocks) Topics(b resume.Block) htmlBlock       { return h.block("topics", b.Skills) }
func (h *htmlBlocks) Text(b resume.Block) htmlBlock {
	return htmlBlock{Content: htmlText(resume.ParseText(b.Text))}
}
func (h *htmlBlocks) List(b resume.Block) htmlBlock     { return h.block("list", b.Items) }
func (h *htmlBlocks) Numbered(b resume.Block) htmlBlock { return h.block("numbered", b.Items) }
func (h *htmlBlocks) Measures(b resume.Block) htmlBlock { return h.block("measures", b.Items) }

func (h *htmlBlocks) Tags(b resume.Block) htmlBlock {
	if len(b.Skills) > 0 {
		return h.block("tagged", b.Skills)
	}
	return h.block("tags", b.Items)
}

// Quotes returns quotations; one that stands alone is set as a motto.
func (h *htmlBlocks) Quotes(b resume.Block) htmlBlock {
	block := h.block("quotes", b.Items)
	if len(b.Items) == 1 {
		block.Class = "motto"
	}
	return block
}

// shareOfLongest returns the length of an employment in percent of the longest.
func shareOfLongest(w resume.Employment, all []resume.Employment) int {
	longest := 0.0
	for _, one := range all {
		longest = max(longest, one.Years)
	}
	if longest == 0 {
		return 0
	}
	return int(math.Ceil(100 * w.Years / longest))
}

// htmlNodes renders a text of the owner's as HTML.
type htmlNodes struct{}

var _ resume.TextRenderer[string, string] = htmlNodes{}

func (htmlNodes) Plain(s string) string { return template.HTMLEscapeString(s) }
func (htmlNodes) Bold(inner []string) string {
	return "<strong>" + strings.Join(inner, "") + "</strong>"
}
func (htmlNodes) Italic(inner []string) string { return "<em>" + strings.Join(inner, "") + "</em>" }
func (htmlNodes) Code(s string) string         { return "<code>" + template.HTMLEscapeString(s) + "</code>" }
func (htmlNodes) Break() string                { return "<br>" }

// Link returns the words alone if the address could run something.
func (htmlNodes) Link(url string, inner []string) string {
	text := strings.Join(inner, "")
	if !strings.HasPrefix(url, "https://") && !strings.HasPrefix(url, "http://") && !strings.HasPrefix(url, "mailto:") {
		return text
	}
	return `<a href="` + template.HTMLEscapeString(url) + `">` + text + "</a>"
}

func (htmlNodes) Paragraph(inner []string) string { return "\n<p>" + strings.Join(inner, "") + "</p>" }

func (n htmlNodes) List(items [][]string) string { return "\n<ul>" + htmlItems(items) + "\n</ul>" }

func (n htmlNodes) NumberedList(first int, items [][]string) string {
	start := ""
	if first != 1 {
		start = fmt.Sprintf(` start="%d"`, first)
	}
	return "\n<ol" + start + ">" + htmlItems(items) + "\n</ol>"
}

func htmlItems(items [][]string) string {
	var b strings.Builder
	for _, item := range items {
		b.WriteString("\n<li>" + withoutFirstParagraph(item) + "</li>")
	}
	return b.String()
}

// withoutFirstParagraph joins blocks, the first without its tags if it is a
// paragraph: the element around it is one.
func withoutFirstParagraph(blocks []string) string {
	if len(blocks) > 0 {
		if inner, ok := strings.CutPrefix(blocks[0], "\n<p>"); ok {
			return strings.TrimSuffix(inner, "</p>") + strings.Join(blocks[1:], "")
		}
	}
	return strings.Join(blocks, "")
}

// htmlText returns a text as blocks.
func htmlText(t resume.Text) template.HTML {
	return template.HTML(strings.Join(resume.RenderText(htmlNodes{}, t), "")) //nolint:gosec // htmlNodes escapes
}

// htmlFlow returns a text for the inside of an element such as li.
func htmlFlow(t resume.Text) template.HTML {
	return template.HTML(withoutFirstParagraph(resume.RenderText(htmlNodes{}, t))) //nolint:gosec // htmlNodes escapes
}
