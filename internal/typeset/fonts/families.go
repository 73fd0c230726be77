package fonts

import (
	_ "embed"
	"slices"
	"strings"
	"sync"

	"github.com/go-fonts/dejavu/dejavusans"
	"github.com/go-fonts/dejavu/dejavusansmono"
	"github.com/go-fonts/stix/stix2textbold"
	"github.com/go-fonts/stix/stix2textbolditalic"
	"github.com/go-fonts/stix/stix2textitalic"
	"github.com/go-fonts/stix/stix2textregular"
	"github.com/go-fonts/stix/stix2textsemibold"
	"github.com/go-text/typesetting/language"
	tags "golang.org/x/text/language"
)

// builtin is the family of the text, STIX Two Text: a text face in the tradition of
// Times, sturdy at small sizes, with true italics, a semibold, and kerning, for the
// Latin, Greek and Cyrillic scripts. Its license (SIL OFL 1.1) permits embedding.
var builtin = []*source{
	{data: stix2textregular.TTF, family: "STIX Two Text", style: Style{Weight: 400}},
	{data: stix2textitalic.TTF, family: "STIX Two Text", style: Style{Weight: 400, Italic: true}},
	{data: stix2textsemibold.TTF, family: "STIX Two Text", style: Style{Weight: 600}},
	{data: stix2textbold.TTF, family: "STIX Two Text", style: Style{Weight: 700}},
	{data: stix2textbolditalic.TTF, family: "STIX Two Text", style: Style{Weight: 700, Italic: true}},
}

// mono is the family of code.
var mono = []*source{{data: dejavusansmono.TTF, family: "DejaVu Sans Mono", style: Style{Weight: 400, Mono: true}, scale: 0.88}}

// symbols has what the text family lacks: arrows, stars, check marks.
var symbols = []*source{{data: dejavusans.TTF, family: "DejaVu Sans", style: Style{Weight: 400}}}

//go:embed families.txt
var familiesTable string

// familiesOf holds the preferred families by script.
var familiesOf = sync.OnceValue(func() map[string][]string {
	all := map[string][]string{}
	for line := range strings.Lines(familiesTable) {
		fields := strings.Fields(line)
		for script := range strings.SplitSeq(fields[0], ",") {
			all[script] = fields[1:]
		}
	}
	return all
})

// families returns the preferred families for a script, best first, with normalized
// names. The language of the document tells the forms of East Asian characters apart.
func families(script language.Script, lang string) []string {
	code := script.String()
	switch script {
	case language.Han, language.Bopomofo, language.Common:
		code = "Hans"
		if of, _ := tags.Make(lang).Script(); slices.Contains([]string{"Jpan", "Kore", "Hant"}, of.String()) {
			code = of.String()
		}
	}
	return familiesOf()[code]
}

// DebianPackage returns the Debian package whose fonts are most likely to have a letter.
func DebianPackage(r rune) string {
	switch language.LookupScript(r) {
	case language.Han, language.Hiragana, language.Katakana, language.Bopomofo, language.Hangul:
		return "fonts-noto-cjk"
	}
	return "fonts-noto-core"
}

// normalized returns the name of a family in lower case, without spaces and hyphens.
func normalized(family string) string {
	return separators.Replace(strings.ToLower(family))
}

var separators = strings.NewReplacer(" ", "", "-", "", "_", "")
