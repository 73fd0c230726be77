package resume

import (
	"fmt"
	"slices"
	"strings"

	"golang.org/x/text/language"
)

// WithTranslations returns r with the same résumé in other languages. Each is complete, and has its language in Lang.
func (r *Resume) WithTranslations(translations ...*Resume) *Resume {
	c := *r
	c.translations = append([]*Resume(nil), translations...) // nil for none
	return &c
}

// Join returns r with the same résumé in other languages, each read from a file of its own. What one of them
// keeps private is private in all. A translation into a language that is already there is left out, and the
// error names it. Otherwise, an error names a field that is private in more entries than the files name.
func Join(r *Resume, others ...*Resume) (*Resume, error) {
	var err error
	joined := r
	for _, other := range others {
		for _, edition := range other.editions() {
			tag := edition.tag().String()
			if slices.Contains(joined.Tags(), tag) {
				err = fmt.Errorf("another of the files is in the language %s, too, so this one is ignored", tag)
				continue
			}
			joined = joined.WithTranslations(append(slices.Clone(joined.translations), edition.WithTranslations())...)
		}
	}
	if _, unsure := privateIn(joined.editions()); unsure != nil {
		err = unsure
	}
	return joined, err
}

// Tags returns the languages of the résumé (BCP 47), the default first: at least English, if the owner names none.
func (r *Resume) Tags() []string {
	return each(r.editions(), func(r *Resume) string { return r.tag().String() })
}

// In returns the résumé in the named language: by its tag in any case, such as "pt-BR", "pt-br" or "pt_BR", by
// a prefix, "pt", or by another variety, "pt-PT". It is nil if there is no such language.
func (r *Resume) In(name string) *Resume {
	name = strings.ReplaceAll(name, "_", "-")
	if named, ok := find(r.editions(), func(e *Resume) bool { return strings.EqualFold(e.tag().String(), name) }); ok {
		return named
	}
	wanted, err := language.Parse(name)
	base, confidence := wanted.Base()
	if err != nil || confidence < language.Exact { // "en-route" is not a language
		return nil
	}
	similar, _ := find(r.editions(), func(e *Resume) bool { own, _ := e.tag().Base(); return own == base })
	return similar
}

// Best returns the résumé in the language that suits a reader best. Wanted has the reader's languages (BCP 47),
// most preferred first; malformed ones are ignored.
func (r *Resume) Best(wanted []string) *Resume {
	var readers []language.Tag
	for _, name := range wanted {
		if tag, err := language.Parse(name); err == nil {
			readers = append(readers, tag)
		}
	}
	editions := r.editions()
	_, i, _ := language.NewMatcher(each(editions, (*Resume).tag)).Match(readers...) // the default if none suits
	return editions[i]
}

func (r *Resume) editions() []*Resume { return append([]*Resume{r}, r.translations...) }

func (r *Resume) tag() language.Tag {
	tag, err := language.Parse(r.Lang)
	if err != nil || r.Lang == "" {
		return language.English
	}
	return tag
}
