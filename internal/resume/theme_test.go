package resume

import (
	"reflect"
	"strings"
	"testing"
)

func TestThemeIsANameOrColors(t *testing.T) {
	for _, test := range []struct {
		theme    string
		want     Theme
		problems []string // each is a part of its message
	}{
		{"nord", Theme{Name: "nord"}, nil},
		{"{name: gruvbox}", Theme{Name: "gruvbox"}, nil},
		{`{accent: ["#80a0c0", "#204060"]}`, Theme{Accent: []string{"#80a0c0", "#204060"}}, nil},
		{
			`{accent: "#d7263d", figures: "#F4C95D"}`,
			Theme{Accent: []string{"#d7263d"}, Figures: []string{"#F4C95D"}},
			[]string{
				`on dark backgrounds #d7263d has a contrast of 2.9:1, and #e36b7b is shown; write accent: ["#e36b7b", "#d7263d"]`,
				`on light backgrounds #F4C95D has a contrast of 1.5:1, and #856e33 is shown; write figures: ["#f4c95d", "#856e33"]`,
			},
		},
		{`{accent: ["#204060", "#204060"]}`, Theme{Accent: []string{"#204060", "#204060"}}, []string{"on dark backgrounds #204060"}},
		{"solarized", Theme{Name: "solarized"}, []string{"it may be default, nord or gruvbox"}},
		{"{accent: red}", Theme{}, []string{`theme.accent can't be "red"; write a color as "#rrggbb", in quotes`}},
		{`{figures: ["#000000", "#000000", "#000000"]}`, Theme{}, []string{"may have two colors"}},
	} {
		d := decoder{}
		o := d.object(&node{})
		o.n = parseYAML(&d.problems, []byte("theme: "+test.theme))
		got := Theme{}
		for _, f := range Fields(reflect.TypeFor[Resume]()) {
			if f.Name == "theme" {
				o.field(f, reflect.ValueOf(&got).Elem())
			}
		}
		if !reflect.DeepEqual(got, test.want) {
			t.Errorf("%s is %+v, want %+v", test.theme, got, test.want)
		}
		if len(d.list) != len(test.problems) {
			t.Fatalf("%s: problems are %v", test.theme, d.list)
		}
		for i, p := range d.list {
			if !strings.Contains(p.Message, test.problems[i]) {
				t.Errorf("%s: %q does not say %q", test.theme, p.Message, test.problems[i])
			}
		}
	}
}
