package resume

import (
	"slices"
	"testing"
)

func TestReadersGetTheLanguageThatSuitsThemBest(t *testing.T) {
	r := (&Resume{Lang: "en"}).WithTranslations(&Resume{Lang: "de"}, &Resume{Lang: "pt-BR"}, &Resume{Lang: "zh"})
	for _, test := range []struct {
		wanted []string
		want   string
	}{
		{nil, "en"},
		{[]string{"de"}, "de"},
		{[]string{"de-AT"}, "de"},
		{[]string{"pt"}, "pt-BR"},
		{[]string{"zh-CN"}, "zh"},
		{[]string{"sw", "de"}, "de"},
		{[]string{"sw"}, "en"},
		{[]string{"no such tag"}, "en"},
	} {
		if got := r.Best(test.wanted).Lang; got != test.want {
			t.Errorf("for %q: %s, want %s", test.wanted, got, test.want)
		}
	}
	if got := r.Tags(); !slices.Equal(got, []string{"en", "de", "pt-BR", "zh"}) {
		t.Errorf("Tags() = %q", got)
	}
	if r.In("de") != r.translations[0] || r.In("en") != r || r.In("fr") != nil {
		t.Error("In does not find an edition by its tag")
	}
}
