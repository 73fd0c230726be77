package export

import (
	"bytes"
	"cmp"
	_ "embed" // the page and its style
	"fmt"
	"html/template"
	"math"
	"strings"
	"unicode"

	"ssh-resume/internal/resume"
)

//go:embed html.tmpl
var htmlTemplate string

//go:embed html.css
var htmlStyle string

// page is the template of the HTML, which escapes all that comes from the
// résumé for the place where it stands.
var page = template.Must(template.New("page").Funcs(template.FuncMap{
	"anchor":     func(text, url string) anchor { return anchor{cmp.Or(text, url), url} },
	"bracketed":  resume.Bracketed,
	"join":       resume.Joined,
	"listed":     func(words []string) string { return resume.Joined(", ", words...) },
	"named":      named,
	"onlyNames":  onlyNames,
	"paragraphs": paragraphs,
	"part":       part,
	"reach":      reach,
	"result":     result,
	"share":      share,
}).Parse(htmlTemplate))

// anchor is a text that leads to an address, which may be empty.
type anchor struct {
	Text string
	URL  any // a string, or a template.URL where the template would not know it as safe
}

// reach gives a contact as an anchor.
func reach(c resume.Contact) anchor {
	if strings.HasPrefix(c.URL, "tel:") {
		return anchor{c.Text, template.URL(c.URL)} //nolint:gosec // Contacts makes it of digits
	}
	return anchor{c.Text, c.URL}
}

// htmlPage is what the template fills in.
type htmlPage struct {
	resume.Basics
	Contacts    []resume.Contact
	Lang        string
	RightToLeft bool
	Title       string
	About       string // for search engines and link previews
	Style       template.CSS
	Picture     template.URL // the picture itself; nothing is loaded from elsewhere
	Facts       []string
	Sections    []resume.Section
}

// toHTML gives the whole résumé as one page that asks for nothing else: no
// script, no font, no picture but one that the résumé holds.
func toHTML(r *resume.Resume) ([]byte, error) {
	p := htmlPage{
		Basics:      r.Basics,
		Contacts:    r.Contacts(),
		Lang:        cmp.Or(r.Lang, "en"),
		RightToLeft: resume.RightToLeft(r.Lang),
		Title:       resume.Joined(" – ", r.Basics.Name, r.Basics.Label),
		About:       resume.Joined(". ", r.Basics.Label, r.Basics.Experience, resume.Joined(", ", r.Basics.Location.City, r.Basics.Location.Region)),
		Style:       template.CSS(htmlStyle), //nolint:gosec // it is ours
		Facts:       mapped([]string{r.Basics.Experience, r.Basics.Location.String()}, strings.TrimSpace),
		Sections:    underHead(r),
	}
	if strings.HasPrefix(r.Basics.Image, "data:image/") {
		p.Picture = template.URL(r.Basics.Image) //nolint:gosec // a picture runs no script
	}
	var b bytes.Buffer
	if err := page.Execute(&b, p); err != nil {
		return nil, fmt.Errorf("write HTML: %w", err)
	}
	return bytes.Map(func(c rune) rune {
		if unicode.IsControl(c) && c != '\n' {
			return ' '
		}
		return c
	}, b.Bytes()), nil
}

// share gives the length of an employment in percent of the longest.
func share(w resume.Employment, all []resume.Employment) int {
	longest := 0.0
	for _, one := range all {
		longest = max(longest, one.Years)
	}
	if longest == 0 {
		return 0
	}
	return int(math.Ceil(100 * w.Years / longest))
}
