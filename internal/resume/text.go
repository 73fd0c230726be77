package resume

import (
	"fmt"
	"slices"
	"strings"
)

// Text is a text of the owner as it is drawn: paragraphs and lists. ParseText parses one from the file.
type Text []TextBlock

// TextBlock is a Paragraph or a List.
type TextBlock interface{ textBlock() }

// Paragraph is a paragraph.
type Paragraph []Inline

// List is a list of texts.
type List struct {
	Numbered bool
	First    int // the number of the first entry, if numbered
	Items    []Text
}

// Mark returns the mark of an entry of the list in plain text: "-" or "1.".
func (l List) Mark(entry int) string {
	if l.Numbered {
		return fmt.Sprintf("%d.", l.First+entry)
	}
	return "-"
}

// Inline is a part of a paragraph: Plain, Bold, Italic, Code, Link or Break.
type Inline interface{ inline() }

type (
	// Plain is text without markup. It has no line ends.
	Plain string
	// Bold is strong emphasis.
	Bold []Inline
	// Italic is emphasis.
	Italic []Inline
	// Code is a name in a program. It has no line ends.
	Code string
	// Link leads to a web address or, as mailto:, to a person.
	Link struct {
		URL   string
		Inner []Inline
	}
	// Break is an explicit line end.
	Break struct{}
)

func (Paragraph) textBlock() {}
func (List) textBlock()      {}
func (Plain) inline()        {}
func (Bold) inline()         {}
func (Italic) inline()       {}
func (Code) inline()         {}
func (Link) inline()         {}
func (Break) inline()        {}

// TextRenderer draws texts: inlines as I, blocks as B. It has a method for each kind of node, so a renderer
// that lacks one does not compile.
type TextRenderer[I, B any] interface {
	Plain(text string) I
	Bold(inner []I) I
	Italic(inner []I) I
	Code(text string) I
	Link(url string, inner []I) I
	Break() I

	Paragraph(inner []I) B
	List(list List, items [][]B) B
}

// RenderText draws a text.
func RenderText[I, B any](r TextRenderer[I, B], t Text) []B {
	var all []B
	for _, b := range t {
		switch b := b.(type) {
		case Paragraph:
			all = append(all, r.Paragraph(renderInlines(r, b)))
		case List:
			all = append(all, r.List(b, each(b.Items, func(item Text) []B { return RenderText(r, item) })))
		}
	}
	return all
}

func renderInlines[I, B any](r TextRenderer[I, B], inner []Inline) []I {
	var all []I
	for _, n := range inner {
		switch n := n.(type) {
		case Plain:
			all = append(all, r.Plain(string(n)))
		case Bold:
			all = append(all, r.Bold(renderInlines(r, n)))
		case Italic:
			all = append(all, r.Italic(renderInlines(r, n)))
		case Code:
			all = append(all, r.Code(string(n)))
		case Link:
			all = append(all, r.Link(n.URL, renderInlines(r, n.Inner)))
		case Break:
			all = append(all, r.Break())
		}
	}
	return all
}

// Line returns the words of a text on one line. The entries of a list are separated by commas.
func (t Text) Line() string {
	return sentence(nonEmpty(RenderText(wordsOnly{}, t)))
}

// wordsOnly draws a text without its markup.
type wordsOnly struct{}

func (wordsOnly) Plain(text string) string             { return text }
func (wordsOnly) Bold(inner []string) string           { return strings.Join(inner, "") }
func (wordsOnly) Italic(inner []string) string         { return strings.Join(inner, "") }
func (wordsOnly) Code(text string) string              { return text }
func (wordsOnly) Link(_ string, inner []string) string { return strings.Join(inner, "") }
func (wordsOnly) Break() string                        { return " " }
func (wordsOnly) Paragraph(inner []string) string      { return oneLine(strings.Join(inner, "")) }

// List leaves out bullets, but not numbers.
func (wordsOnly) List(l List, items [][]string) string {
	all := nonEmpty(each(items, func(item []string) string { return sentence(nonEmpty(item)) }))
	for i := range all {
		if l.Numbered {
			all[i] = l.Mark(i) + " " + all[i]
		}
	}
	return sentence(all)
}

func nonEmpty(texts []string) []string {
	return slices.DeleteFunc(texts, func(s string) bool { return s == "" })
}
