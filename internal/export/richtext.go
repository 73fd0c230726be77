package export

import (
	"slices"
	"strings"
	"unicode/utf8"

	"ssh-resume/internal/printable"
	"ssh-resume/internal/resume"
)

// The functions in this file make texts and inlines. They leave out what would be empty.

// texts returns the texts that are not empty as they are drawn.
func texts(sources ...string) []resume.Text {
	return slices.DeleteFunc(each(sources, resume.ParseText), func(t resume.Text) bool { return len(t) == 0 })
}

// pointsOf returns texts as the items of a list. A text that is a list contributes its items.
func pointsOf(sources ...string) []resume.Text {
	var all []resume.Text
	for _, t := range texts(sources...) {
		if list, ok := t[0].(resume.List); ok && len(t) == 1 && !list.Numbered {
			all = append(all, list.Items...)
		} else {
			all = append(all, t)
		}
	}
	return all
}

// plain returns a text in which nothing is markup.
func plain(s string) resume.Text {
	if s == "" {
		return nil
	}
	return resume.Text{resume.Paragraph{resume.Plain(s)}}
}

func paragraph(inner []resume.Inline) resume.Text {
	if len(inner) == 0 {
		return nil
	}
	return resume.Text{resume.Paragraph(inner)}
}

// merged returns two texts as one. The paragraphs that meet are joined, with a separator between.
func merged(a, b resume.Text, between ...resume.Inline) resume.Text {
	if len(a) == 0 || len(b) == 0 {
		return append(a, b...)
	}
	before, ok := a[len(a)-1].(resume.Paragraph)
	after, both := b[0].(resume.Paragraph)
	if !ok || !both {
		return slices.Concat(a, b)
	}
	return slices.Concat(a[:len(a)-1], resume.Text{slices.Concat(before, between, after)}, b[1:])
}

// beneath returns texts as one, each on a line of its own.
func beneath(texts ...resume.Text) resume.Text {
	var all resume.Text
	for _, t := range texts {
		all = merged(all, t, resume.Break{})
	}
	return all
}

// quoted returns what somebody said in quotation marks, unless it has its own.
func quoted(said resume.Text, open, end string) resume.Text {
	line := said.Line()
	if first, _ := utf8.DecodeRuneInString(line); line == "" || strings.ContainsRune(`"“„«‘「`, first) {
		return said
	}
	return merged(merged(plain(open), said), plain(end))
}

// straight returns a quotation in straight quotation marks.
func straight(s string) resume.Inline { return resume.Plain(`"` + s + `"`) }

// plainWords returns a text as inlines, without spaces at the ends.
func plainWords(s string) []resume.Inline {
	if s = strings.TrimSpace(printable.Line(s)); s == "" {
		return nil
	}
	return []resume.Inline{resume.Plain(s)}
}

func boldWords(s string) []resume.Inline {
	return each(plainWords(s), func(w resume.Inline) resume.Inline { return resume.Bold{w} })
}

func italicWords(s string) []resume.Inline {
	return each(plainWords(s), func(w resume.Inline) resume.Inline { return resume.Italic{w} })
}

// link returns inlines as a link to an address; without inlines, the address is the text.
func link(inner []resume.Inline, url string) []resume.Inline {
	switch {
	case url == "":
		return inner
	case inner == nil:
		inner = plainWords(resume.BareURL(url, false))
	}
	return []resume.Inline{resume.Link{URL: url, Inner: inner}}
}

// apartBy joins the groups that are not empty.
func apartBy(separator string, groups ...[]resume.Inline) []resume.Inline {
	return joined(resume.Inline(resume.Plain(separator)), groups...)
}

// joined joins the groups that are not empty, with a separator between them.
func joined[S ~[]T, T any](between T, groups ...S) S {
	var all S
	for _, g := range groups {
		if len(g) > 0 && len(all) > 0 {
			all = append(all, between)
		}
		all = append(all, g...)
	}
	return all
}

// mapped returns the results of f that are not empty.
func mapped[T any](all []T, f func(T) string) []string {
	return slices.DeleteFunc(each(all, f), func(s string) bool { return s == "" })
}

func each[A, B any](all []A, f func(A) B) []B {
	var out []B
	for _, one := range all {
		out = append(out, f(one))
	}
	return out
}
