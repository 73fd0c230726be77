package export

import (
	"bytes"
	"cmp"
	_ "embed" // the page and its style
	"fmt"
	"html/template"
	"math"
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
	"employer":   employer,
	"join":       join,
	"paragraphs": paragraphs,
	"place":      place,
	"project":    projectName,
	"result":     result,
	"share":      share,
}).Parse(htmlTemplate))

// anchor is a text that leads to a web address, which may be empty.
type anchor struct{ Text, URL string }

// htmlPage is what the template fills in.
type htmlPage struct {
	resume.Basics
	Title    string
	About    string // for search engines and link previews
	Style    template.CSS
	Sections []resume.Section
}

// HTML gives the whole résumé as one page that asks for nothing else: no
// script, no font, no picture.
func HTML(r *resume.Resume) ([]byte, error) {
	p := htmlPage{
		Basics:   r.Basics,
		Title:    join(" – ", r.Basics.Name, r.Basics.Label),
		About:    join(". ", r.Basics.Label, r.Basics.Experience, place(r.Basics.Location)),
		Style:    template.CSS(htmlStyle), //nolint:gosec // it is ours
		Sections: underHead(r),
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
