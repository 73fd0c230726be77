package fonts

import (
	"github.com/go-fonts/dejavu/dejavusans"
	"github.com/go-fonts/dejavu/dejavusansmono"
	"github.com/go-fonts/stix/stix2textbold"
	"github.com/go-fonts/stix/stix2textbolditalic"
	"github.com/go-fonts/stix/stix2textitalic"
	"github.com/go-fonts/stix/stix2textregular"
	"github.com/go-fonts/stix/stix2textsemibold"
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

// symbols has what the family of the text lacks: arrows, stars, check marks.
var symbols = []*source{{data: dejavusans.TTF, family: "DejaVu Sans", style: Style{Weight: 400}}}
