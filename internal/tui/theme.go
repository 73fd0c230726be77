package tui

import (
	_ "embed"
	"image/color"
	"maps"
	"slices"
	"strconv"
	"strings"
	"sync"

	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/ansi"

	"ssh-resume/internal/contrast"
	"ssh-resume/internal/resume"
)

// style says what a text is; the theme says how it looks.
type style uint8

const (
	plain        style = iota
	strong             // what the eye should find first
	heading            // of an entry, and bold words in a text: marked even if nothing is bold
	quiet              // what the eye may skip
	dim                // out of reach just now
	faint              // rules: decoration, not text
	accent             // where the reader is, and what they can act on
	title              // headings of pages
	numeric            // figures, and the bars of the ruler
	italic             // emphasis in a text
	strongItalic       // both kinds of emphasis
	inlineCode         // a name in a program
	chip               // a tag
	current            // the section whose page is shown
	cursor             // the same, while the list has the focus
	cursorMark         // the mark at its beginning
	matched            // a match of the search
	matchedHere        // the match that the reader is at
	codeLight          // the light modules of a QR code, with dark ones on them
	codeDark           // its dark modules
	styles
)

// look is how a style is drawn.
type look struct {
	text, on string     // the colors, as palettes name them
	as       ansi.Style // in these colors
	bare     ansi.Style // instead, if the palette has no such background
	thin     ansi.Style // instead, if bold text may be invisible
}

var (
	bold, underlined, reverse = ansi.NewStyle().Bold(), ansi.NewStyle().Underline(true), ansi.NewStyle().Reverse(true)
	slanted                   = ansi.NewStyle().Italic(true)
)

// Cameras want dark codes on light, whatever the theme.
var styleLooks = [styles]look{
	plain:        {text: "plain"},
	strong:       {text: "strong", as: bold},
	heading:      {text: "strong", as: bold, thin: underlined},
	quiet:        {text: "quiet"},
	dim:          {text: "dim"},
	faint:        {text: "faint"},
	accent:       {text: "accent"},
	title:        {text: "title", as: bold, thin: underlined},
	numeric:      {text: "figures", as: bold},
	italic:       {text: "plain", as: slanted},
	strongItalic: {text: "strong", as: slices.Concat(bold, slanted), thin: slices.Concat(slanted, underlined)},
	inlineCode:   {text: "plain", on: "chip"},
	chip:         {text: "plain", on: "chip"},
	current:      {text: "title", as: bold, thin: underlined},
	cursor:       {text: "strong", on: "cursor", as: bold, bare: reverse},
	cursorMark:   {text: "mark", on: "cursor", as: bold, bare: reverse},
	matched:      {text: "on-match", on: "match", as: bold, bare: slices.Concat(bold, underlined), thin: slices.Concat(slanted, underlined)},
	matchedHere:  {text: "on-here", on: "here", as: bold, bare: slices.Concat(bold, reverse), thin: reverse},
	codeLight:    {text: "black", on: "white", bare: reverse},
	codeDark:     {text: "white", on: "black"},
}

// palette maps the names in palettes.txt to colors. As the color of a text, none means the terminal's foreground.
type palette map[string]color.Color

// theme has the colors of every style.
type theme struct {
	on       int           // the theme that suits the background it is for
	grounds  []color.Color // other backgrounds that it may be shown on
	paint    bool          // its background is drawn over the terminal's
	thin     bool          // no text in the terminal's own foreground is bold
	palettes map[colorprofile.Profile]palette
}

const (
	unknownTheme = iota // suits any background, until the terminal tells its own
	darkTheme
	lightTheme
	contrastTheme
	themeCount
)

//go:embed palettes.txt
var palettesFile string

// palettes returns the columns of palettes.txt.
var palettes = sync.OnceValue(func() map[string]palette {
	all := map[string]palette{}
	var columns []string
	for row := range strings.Lines(palettesFile) {
		cells := strings.Fields(row)
		if len(cells) == 0 || cells[0] == "#" {
			continue
		}
		if columns == nil {
			columns = cells
		}
		for i, cell := range cells[1:] {
			column := columns[i+1]
			if all[column] == nil {
				all[column] = palette{}
			}
			if c, ok := contrast.Parse(cell); ok {
				all[column][cells[0]] = c
			} else if n, err := strconv.Atoi(cell); err == nil && strings.HasSuffix(column, "-16") {
				all[column][cells[0]] = ansi.BasicColor(n)
			} else if err == nil {
				all[column][cells[0]] = ansi.IndexedColor(n)
			}
		}
	}
	return all
})

// newThemes returns the dark, light and high-contrast themes in the owner's colors, and the one for an unknown
// background. With 16 colors, they are the same for all owners.
func newThemes(owners resume.Theme) (all [themeCount]theme) {
	all = [themeCount]theme{
		// PuTTY shows bold text in its own color, which stays white if users make the background white.
		unknownTheme:  {thin: true, grounds: []color.Color{color.Black, color.White}},
		darkTheme:     {on: darkTheme, grounds: contrast.Dark},
		lightTheme:    {on: lightTheme, grounds: contrast.Light},
		contrastTheme: {on: darkTheme, paint: true},
	}
	for i, column := range []string{"unknown", "dark", "light", "contrast"} {
		p := maps.Clone(palettes()[column])
		if named := palettes()[owners.Name+"-"+column]; named != nil {
			p = maps.Clone(named)
		} else if dark := palettes()[owners.Name+"-dark"]; dark != nil {
			p["accent"], p["figures"] = dark["accent"], dark["figures"]
		}
		for name, colors := range map[string][]string{"accent": owners.Accent, "figures": owners.Figures} {
			if n := len(colors); n > 0 {
				p[name], _ = contrast.Parse(colors[either(i == lightTheme, n-1, 0)])
			}
		}
		if p["title"], p["mark"] = p["accent"], p["accent"]; p["here"] != nil {
			p["here"] = p["accent"]
		}
		least := either(i == contrastTheme, 7, contrast.Text) // 7 is WCAG's level AAA
		all[i].palettes = map[colorprofile.Profile]palette{
			colorprofile.ANSI:      palettes()[column+"-16"],
			colorprofile.ANSI256:   p.readable(all[i].grounds, least, contrast.NearestIndexed),
			colorprofile.TrueColor: p.readable(all[i].grounds, least, contrast.Nearest),
		}
	}
	return all
}

// readable returns the palette with the nearest colors that are legible on the given backgrounds and on its
// own. Its indexed colors are chosen to be legible.
func (p palette) readable(on []color.Color, least float64, nearest func(color.Color, float64, []color.Color) color.Color) palette {
	out := maps.Clone(p)
	for _, role := range []struct {
		least       float64
		backgrounds []string
		names       []string
	}{
		{1, nil, []string{"background", "chip", "cursor", "match", "faint"}},
		{least, []string{"background"}, []string{"quiet", "accent", "title", "figures", "here"}},
		{least, []string{"background", "chip", "cursor"}, []string{"ink", "plain", "strong"}},
		{least, []string{"cursor"}, []string{"mark"}},
		{3, []string{"background"}, []string{"dim"}},
	} {
		grounds := slices.Clone(on)
		for _, name := range role.backgrounds {
			if out[name] != nil {
				grounds = append(grounds, out[name])
			}
		}
		for _, name := range role.names {
			if c, ok := p[name].(color.RGBA); ok {
				out[name] = nearest(c, role.least, grounds)
			}
		}
	}
	return out
}
