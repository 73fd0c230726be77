package export

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"ssh-resume/internal/resume"
	"ssh-resume/internal/typeset"
)

// Spans of one look.
func say(s string) typeset.Span   { return span(s, typeset.Regular, typeset.Ink) }
func name(s string) typeset.Span  { return span(s, typeset.Bold, typeset.Ink) }
func shine(s string) typeset.Span { return span(s, typeset.Bold, typeset.Accent) }
func muse(s string) typeset.Span  { return span(s, typeset.Italic, typeset.Ink) }
func hush(s string) typeset.Span  { return span(s, typeset.Regular, typeset.Quiet) }

func span(s string, face typeset.Face, color typeset.Color) typeset.Span {
	return typeset.Span{Text: s, Style: typeset.Style{Face: face, Color: color}}
}

// lead gives an address as it is printed, leading where it says; nothing for
// none.
func lead(url string) []typeset.Span {
	if url == "" {
		return nil
	}
	s := span(resume.BareURL(url), typeset.Regular, typeset.Accent)
	s.URL = url
	return []typeset.Span{s}
}

// says tells whether anything but blanks stands in spans.
func says(spans []typeset.Span) bool {
	return slices.ContainsFunc(spans, func(s typeset.Span) bool { return strings.TrimSpace(s.Text) != "" })
}

// separated gives the groups of spans that are not empty with a separator
// between them.
func separated(by string, groups ...[]typeset.Span) []typeset.Span {
	var all []typeset.Span
	for _, g := range groups {
		if !says(g) {
			continue
		}
		if len(all) > 0 {
			all = append(all, hush(by))
		}
		all = append(all, g...)
	}
	return all
}

func one(s typeset.Span) []typeset.Span { return []typeset.Span{s} }

// contact gives a way to reach someone as a link.
func contact(c resume.Contact) []typeset.Span {
	text := hush(c.Text)
	if c.URL != "" {
		text.Color, text.URL = typeset.Accent, c.URL
	}
	if label := named(c); label != "" {
		return []typeset.Span{hush(label + ": "), text}
	}
	return one(text)
}

// figured gives a result with its figure made to shine.
func figured(said, value string) []typeset.Span {
	i := strings.Index(said, value)
	if i < 0 { // "−40%", and "by 40%" in words
		value = strings.TrimLeft(value, "-−–+±~≈<>≤≥ ")
		i = strings.Index(said, value)
	}
	if value == "" || i < 0 {
		return one(say(said))
	}
	before, _ := utf8.DecodeLastRuneInString(said[:i])
	after, _ := utf8.DecodeRuneInString(said[i+len(value):])
	if unicode.IsDigit(before) || unicode.IsDigit(after) { // a part of another figure
		return one(say(said))
	}
	return []typeset.Span{say(said[:i]), shine(value), say(said[i+len(value):])}
}

// labelled gives "Label: text".
func labelled(label, text string) []typeset.Span {
	switch {
	case label == "":
		return one(say(text))
	case text == "":
		return one(say(label))
	}
	return []typeset.Span{name(label + ": "), say(text)}
}

// spans gives an entry as Item.String does, what it is about standing out.
func spans(it resume.Item) []typeset.Span {
	switch {
	case it.Quote != "" && it.Text != "":
		return []typeset.Span{muse("“" + it.Quote + "”"), say(": " + it.Text)}
	case it.Quote != "":
		return one(muse("“" + it.Quote + "”"))
	case it.GoesOn():
		return []typeset.Span{name(it.Label), say(" " + it.Text)}
	}
	return labelled(it.Label, it.Text)
}
