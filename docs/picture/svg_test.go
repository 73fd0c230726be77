package picture_test

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"image/color"
	"maps"
	"slices"
	"strings"

	uv "github.com/charmbracelet/ultraviolet"

	"ssh-resume/internal/visitor"
)

// Sizes in pixels. They are whole numbers, so that edges are sharp at 1:1.
const (
	cellWidth, cellHeight = 10, 20
	fontSize              = 16.6 // monospaced fonts are about 0.6 of this wide
	baseline              = 15   // from the top of the cell
	padding               = 14
	titleBar              = 36
	border                = 1
)

// fonts are the usual terminal fonts of each system.
const fonts = "ui-monospace,SFMono-Regular,Menlo,Cascadia Mono,Consolas,DejaVu Sans Mono,Liberation Mono,monospace"

// window has the colors of a terminal window.
type window struct {
	background, foreground color.Color // of the terminal
	bar, barText           color.Color // of its title bar
	buttons, edge          color.Color
}

// frame is a screen of the film, and how long it is shown.
type frame struct {
	title   string // of the window
	content []byte // SVG
	seconds float64
}

// film draws frames in a window, one after the other, in an endless loop. Readers who prefer reduced motion,
// and programs that don't animate, see only the first one. The result depends on nothing else.
func film(frames []frame, w window) []byte {
	const frameWidth, frameHeight = width*cellWidth + 2*padding, height*cellHeight + 2*padding + titleBar

	var b bytes.Buffer
	fmt.Fprintf(&b, `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" width="%d" height="%d" font-family="%s" font-size="%v" role="img">`+"\n",
		frameWidth, frameHeight, frameWidth, frameHeight, fonts, fontSize)
	fmt.Fprintf(&b, "<title>%s</title>\n", escaped(frames[0].title))
	b.WriteString(animation(frames))
	fmt.Fprintf(&b, `<rect x=".5" y=".5" width="%d" height="%d" rx="9.5" fill="%s" stroke="%s"/>`+"\n",
		frameWidth-border, frameHeight-border, hex(w.background), hex(w.edge))
	fmt.Fprintf(&b, `<path d="M1 %dV10a9 9 0 0 1 9-9H%da9 9 0 0 1 9 9V%dz" fill="%s"/>`+"\n", titleBar, frameWidth-10, titleBar, hex(w.bar))
	for i := range 3 {
		fmt.Fprintf(&b, `<circle cx="%d" cy="%d" r="6" fill="%s"/>`+"\n", 22+20*i, titleBar/2, hex(w.buttons))
	}
	for i, f := range frames {
		fmt.Fprintf(&b, `<g class="f" id="f%d">`+"\n", i)
		fmt.Fprintf(&b, `<text x="%d" y="%d" text-anchor="middle" font-size="14" fill="%s">%s</text>`+"\n",
			frameWidth/2, titleBar/2+5, hex(w.barText), escaped(f.title))
		fmt.Fprintf(&b, `<g transform="translate(%d %d)">`+"\n%s</g>\n</g>\n", padding, titleBar+padding, f.content)
	}
	b.WriteString("</svg>\n")
	return b.Bytes()
}

// animation returns the style sheet that shows one frame at a time.
func animation(frames []frame) string {
	total := 0.0
	for _, f := range frames {
		total += f.seconds
	}
	var b strings.Builder
	b.WriteString("<style>\n.f{visibility:hidden}\n#f0{visibility:visible}\n@media (prefers-reduced-motion:no-preference){\n")
	fmt.Fprintf(&b, ".f{animation:%.1fs step-end infinite}\n", total)
	from := 0.0
	for i, f := range frames {
		to := from + f.seconds
		fmt.Fprintf(&b, "#f%[1]d{animation-name:k%[1]d}@keyframes k%[1]d{", i)
		if from > 0 {
			b.WriteString("0%{visibility:hidden}")
		}
		fmt.Fprintf(&b, "%.2f%%{visibility:visible}", 100*from/total)
		if to < total {
			fmt.Fprintf(&b, "%.2f%%,", 100*to/total)
		}
		// The last keyframe is where the animation starts again.
		b.WriteString("100%{visibility:hidden}}\n")
		from = to
	}
	b.WriteString("}\n</style>\n")
	return b.String()
}

// drawn returns what a screen shows, as SVG.
func drawn(s *visitor.Screen, w window) []byte {
	columns, rows := s.Size()
	drawing := drawing{shapes: map[string]*strings.Builder{}, texts: map[look]*strings.Builder{}}
	for y := range rows {
		drawing.row(s, y, columns, w)
	}
	var b bytes.Buffer
	drawing.writeTo(&b)
	return b.Bytes()
}

// look is the appearance of text.
type look struct {
	color string
	bold  bool
}

// drawing collects shapes and texts by color. Shapes of one color become one path, so that no seam shows between them when
// the picture is scaled.
type drawing struct {
	grounds []string
	shapes  map[string]*strings.Builder
	texts   map[look]*strings.Builder
}

// row draws a row: backgrounds and shapes by the cell, text by the word. Each word has its own position and length, so that
// columns line up in any font.
func (d *drawing) row(s *visitor.Screen, y, columns int, w window) {
	for x := 0; x < columns; {
		c := s.Cell(x, y)
		foreground, background := colors(c, w)
		span := 1
		for x+span < columns && (s.Cell(x+span, y).Width == 0 || same(s.Cell(x+span, y), c, w)) {
			span++
		}
		if background != hex(w.background) {
			d.grounds = append(d.grounds, fmt.Sprintf(`<rect x="%d" y="%d" width="%d" height="%d" fill="%s"/>`,
				x*cellWidth, y*cellHeight, span*cellWidth, cellHeight, background))
		}
		text := look{foreground, c.Style.Attrs&uv.AttrBold != 0}
		for end := x + span; x < end; {
			x = d.piece(s, x, y, end, text)
		}
	}
}

// piece draws a shape or a word that begins at x and returns where it ends.
func (d *drawing) piece(s *visitor.Screen, x, y, end int, text look) int {
	content := s.Cell(x, y).Content
	if content == " " || content == "" {
		return x + 1
	}
	if draw, ok := shapes[content]; ok {
		last := x + 1
		for repeats[content] && last < end && s.Cell(last, y).Content == content {
			last++
		}
		box := box{x * cellWidth, y * cellHeight, (last - x) * cellWidth}
		into(d.shapes, text.color).WriteString(draw(box))
		return last
	}
	var word strings.Builder
	last := x
	for last < end {
		c := s.Cell(last, y)
		if _, isShape := shapes[c.Content]; isShape || c.Content == " " || c.Content == "" {
			break
		}
		word.WriteString(c.Content)
		last += max(c.Width, 1)
	}
	length := ""
	if last-x > 1 {
		length = fmt.Sprintf(` textLength="%d"`, (last-x)*cellWidth)
	}
	fmt.Fprintf(into(d.texts, text), `<text x="%d" y="%d"%s>%s</text>`+"\n",
		x*cellWidth, y*cellHeight+baseline, length, escaped(word.String()))
	return last
}

func (d *drawing) writeTo(b *bytes.Buffer) {
	for _, ground := range d.grounds {
		b.WriteString(ground + "\n")
	}
	for _, c := range slices.Sorted(maps.Keys(d.shapes)) {
		fmt.Fprintf(b, `<path fill="%s" d="%s"/>`+"\n", c, d.shapes[c])
	}
	for _, l := range slices.SortedFunc(maps.Keys(d.texts), func(a, b look) int { return strings.Compare(a.String(), b.String()) }) {
		fmt.Fprintf(b, "<g%s>\n%s</g>\n", l, d.texts[l])
	}
}

// String returns the SVG attributes.
func (l look) String() string {
	weight := ""
	if l.bold {
		weight = ` font-weight="bold"`
	}
	return fmt.Sprintf(` fill="%s"%s`, l.color, weight)
}

// into returns the builder for a key.
func into[K comparable](builders map[K]*strings.Builder, key K) *strings.Builder {
	if builders[key] == nil {
		builders[key] = &strings.Builder{}
	}
	return builders[key]
}

// colors returns the colors of a cell as the terminal shows them.
func colors(c uv.Cell, w window) (foreground, background string) {
	fg, bg := w.foreground, w.background
	if c.Style.Fg != nil {
		fg = c.Style.Fg
	}
	if c.Style.Bg != nil {
		bg = c.Style.Bg
	}
	if c.Style.Attrs&uv.AttrReverse != 0 {
		fg, bg = bg, fg
	}
	return hex(fg), hex(bg)
}

// same reports whether two cells have the same colors and attributes.
func same(a, b uv.Cell, w window) bool {
	afg, abg := colors(a, w)
	bfg, bbg := colors(b, w)
	return afg == bfg && abg == bbg && a.Style.Attrs == b.Style.Attrs
}

func hex(c color.Color) string {
	r, g, b, _ := c.RGBA()
	return fmt.Sprintf("#%02x%02x%02x", r>>8, g>>8, b>>8)
}

func escaped(text string) string {
	var b strings.Builder
	_ = xml.EscapeText(&b, []byte(text)) // writing to a Builder cannot fail
	return b.String()
}
