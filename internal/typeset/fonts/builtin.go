package fonts

import (
	"github.com/go-fonts/stix/stix2textbold"
	"github.com/go-fonts/stix/stix2textitalic"
	"github.com/go-fonts/stix/stix2textregular"
	"github.com/go-fonts/stix/stix2textsemibold"
)

// builtin is
var builtin = []*source{
	{data: stix2textregular.TTF, family: "STIX Two Text", style: Style{Weight: 400}},
	{data: stix2textitalic.TTF, family: "STIX Two Text", style: Style{Weight: 400, Italic: true}},
	{data: stix2textsemibold.TTF, family: "STIX Two Text", style: Style{Weight: 600}},
	{data: stix2textbold.TTF, family: "STIX Two Text", style: Style{Weight: 700}},
}
