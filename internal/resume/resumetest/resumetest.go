// Package resumetest helps tests of several packages with résumés.
package resumetest

import (
	_ "embed"
	"fmt"
	"reflect"
	"slices"
	"strings"

	"ssh-resume/internal/resume"
)

//go:embed statements.txt
var statements string

// Statements returns what the embedded résumé must state, each statement as its parts.
func Statements() [][]string {
	var all [][]string
	for line := range strings.Lines(statements) {
		if !strings.HasPrefix(line, "#") {
			all = append(all, strings.Split(strings.TrimSpace(line), " | "))
		}
	}
	return all
}

// Full returns a résumé with something in every field that a file can have, one entry in each list. Word returns the
// texts, one after the other; dates are a month each, web addresses end in a word, and e-mail addresses begin with one.
func Full(word func() string) *resume.Resume {
	f := filler{word: word}
	r := &resume.Resume{}
	f.fill(reflect.ValueOf(r).Elem(), "")
	r.Paper, r.Lang = resume.PaperLetter, "en"
	r.Meta.LastModified = "2020-01-02T03:04:05Z"
	r.Custom[0].ID, r.Custom[0].Blocks[0].Type = "free", resume.KindList
	r.Theme = resume.Theme{Name: "nord", Accent: []string{"#8193a5", "#123456"}, Figures: []string{"#abcdef", "#654321"}}
	r.Menu, r.Private = nil, nil
	r.Work[0].Positions = nil // Parse makes entries of them
	return r
}

// CustomBlocks returns a block of each kind that a file can name, with something in what the kind takes.
func CustomBlocks(word func() string) []resume.CustomBlock {
	var all []resume.CustomBlock
	for _, kind := range resume.CustomKinds() {
		b := resume.CustomBlock{Title: word(), Type: kind}
		switch kind.Takes() {
		case "text":
			b.Text = word()
		case "items":
			b.Items = []resume.Item{{Text: word()}, {Label: word(), Text: word()}, {Quote: word(), Text: word()}}
		}
		all = append(all, b)
	}
	return all
}

type filler struct {
	word   func() string
	months int
}

func (f *filler) fill(v reflect.Value, name string) {
	switch v.Kind() {
	case reflect.String:
		v.SetString(f.text(v, name))
	case reflect.Bool:
		v.SetBool(true)
	case reflect.Struct:
		for field, value := range v.Fields() {
			if field.IsExported() { // others are not in a file
				f.fill(value, field.Name)
			}
		}
	case reflect.Slice:
		v.Set(reflect.MakeSlice(v.Type(), 1, 1))
		f.fill(v.Index(0), name)
	}
}

func (f *filler) text(v reflect.Value, name string) string {
	switch {
	case v.Type() == reflect.TypeFor[resume.Date]():
		f.months++
		return fmt.Sprintf("%04d-%02d", 1990+f.months/12, f.months%12+1)
	case name == "URL", name == "Image", name == "Canonical":
		return "https://example.com/" + f.word()
	case name == "Email":
		return f.word() + "@example.com"
	}
	return f.word()
}

// EachString calls what for every string in v, with the path of fields to it (.Basics.Name).
// Dates are left out: they are never shown as written in the file.
func EachString(v any, what func(path, s string)) { eachString(reflect.ValueOf(v), "", what) }

func eachString(v reflect.Value, path string, what func(path, s string)) {
	switch v.Kind() {
	case reflect.Pointer:
		eachString(v.Elem(), path, what)
	case reflect.String:
		if v.Type() != reflect.TypeFor[resume.Date]() {
			what(path, v.String())
		}
	case reflect.Struct:
		for field, value := range v.Fields() {
			if field.IsExported() {
				eachString(value, path+"."+field.Name, what)
			}
		}
	case reflect.Slice:
		for i := range v.Len() {
			eachString(v.Index(i), fmt.Sprintf("%s[%d]", path, i), what)
		}
	}
}

// content lists a part of each message about what a file says.
var content = []string{
	" (same ", " is not in the menu, ", " names no employer", " names the group ", " has no blocks, ", " is empty: it needs a text or items",
	" contains HTML,", " contains Markdown,", " contains a link to", " is shown without a link: ", " is before ", " is in the future",
	" is not shown, since", " is not shown: it needs", " follows the description; ", " is left out: the dates of the positions ", " is later than ",
	": that month has no such day ", " a data: address must be ", ", which is a command ", ", which is not there; ", " but each language has its own ",
	" are empty or left out; delete ", ", which is the id of ", ", which is neither ", ", which is empty", " does not show skills: ",
	" items are not shown", " text is not shown", " is ignored because ", " is in several languages; ", ", which is already in the list",
	" is an anchor that nothing uses; ", ` is empty: "#" begins a comment`, "text needs a contrast of ", ": the value in line ",
}

// IsOfContent reports whether a problem is about what the file says, so that data/resume.schema.json need not find it.
func IsOfContent(p resume.Problem) bool {
	return slices.ContainsFunc(content, func(part string) bool { return strings.Contains(p.Message, part) })
}
