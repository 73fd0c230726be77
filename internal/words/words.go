// Package words holds every word that the program itself shows to a reader of a résumé, on the screen and in every
// format. One file holds one language; Words says what a language needs. The package knows no résumé and no front
// end.
//
// What only the owner reads (log lines, metrics, the output of check, help for flags) is not here: it is in
// English, beside the code that says it.
package words

import (
	"cmp"
	"fmt"
	"reflect"
	"slices"
	"strings"
	"time"

	"golang.org/x/text/feature/plural"
	"golang.org/x/text/language"
)

// Words are the words of one language. A value is shared and never changed.
type Words struct {
	Tag  language.Tag
	Name string // what the language calls itself

	Parts    Parts
	Dates    Dates
	Marks    Marks
	Document Document
	Screen   Screen
	Answers  Answers
	Endings  Endings
}

// all are the supported languages. English comes first: it is the fallback.
var all = []*Words{
	&english, &german, &french, &spanish, &portuguese, &italian, &dutch,
	&polish, &czech, &ukrainian, &russian, &turkish,
	&chinese, &chineseTraditional, &japanese, &korean, &arabic,
}

var matcher = language.NewMatcher(Languages())

// Languages returns the languages that there are words for, English first.
func Languages() []language.Tag {
	var tags []language.Tag
	for _, w := range all {
		tags = append(tags, w.Tag)
	}
	return tags
}

// For returns the words for a language (BCP 47), in the closest variety: Brazil's for Portugal. They are
// English if there are none or the tag is empty or malformed.
func For(tag string) *Words {
	wanted, err := language.Parse(tag)
	if err != nil {
		return &english
	}
	_, i, confidence := matcher.Match(wanted)
	asked, _ := wanted.Base()
	found, _ := all[i].Tag.Base()
	if asked != found && confidence < language.High { // such as Spanish for Catalan
		return &english
	}
	return all[i]
}

// Mapped returns the words with the result of f in place of each text.
func (w *Words) Mapped(f func(string) string) *Words {
	mapped := *w
	mapTexts(reflect.ValueOf(&mapped).Elem(), f)
	return &mapped
}

func mapTexts(v reflect.Value, f func(string) string) {
	switch v.Kind() {
	case reflect.String:
		v.SetString(f(v.String()))
	case reflect.Struct:
		for _, field := range v.Fields() {
			if field.CanSet() {
				mapTexts(field, f)
			}
		}
	case reflect.Slice, reflect.Array:
		if v.Kind() == reflect.Slice { // the original is shared
			v.Set(reflect.AppendSlice(reflect.Zero(v.Type()), v))
		}
		for i := range v.Len() {
			mapTexts(v.Index(i), f)
		}
	}
}

// Plural is a phrase about a number, in CLDR's plural forms. Forms that a language does not have are empty;
// Other is always set. {n} stands for the number.
type Plural struct{ Zero, One, Two, Few, Many, Other string }

// Count returns the phrase for n things, which is not negative.
func (w *Words) Count(p Plural, n int) string {
	phrases := [...]string{plural.Zero: p.Zero, plural.One: p.One, plural.Two: p.Two, plural.Few: p.Few, plural.Many: p.Many}
	return Fill(cmp.Or(phrases[plural.Cardinal.MatchPlural(w.Tag, n, 0, 0, 0, 0)], p.Other), "n", n)
}

// Duration returns a duration in words, in the largest unit of which it is a multiple.
func (w *Words) Duration(d time.Duration) string {
	for _, unit := range []struct {
		size time.Duration
		name Plural
	}{{time.Hour, w.Endings.Hours}, {time.Minute, w.Endings.Minutes}, {time.Second, w.Endings.Seconds}} {
		if d >= unit.size && d%unit.size == 0 {
			return w.Count(unit.name, int(d/unit.size))
		}
	}
	return d.String()
}

// Fill returns a sentence with its placeholders filled in: {name} becomes the
// value that follows "name" in pairs. A placeholder without a value stays.
func Fill(sentence string, pairs ...any) string {
	before, rest, opens := strings.Cut(sentence, "{")
	if !opens {
		return sentence
	}
	name, after, _ := strings.Cut(rest, "}")
	for pair := range slices.Chunk(pairs, 2) {
		if pair[0] == name {
			return before + fmt.Sprint(pair[1]) + Fill(after, pairs...)
		}
	}
	return before + "{" + Fill(rest, pairs...)
}
