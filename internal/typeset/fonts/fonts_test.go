package fonts_test

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/go-fonts/dejavu/dejavuserif"
	"github.com/go-text/typesetting/language"

	"ssh-resume/internal/typeset/fonts"
)

var regular = fonts.Style{Weight: 400}

func name(f *fonts.Face) string {
	if f == nil {
		return ""
	}
	return f.Family + "-" + f.Style
}

func TestTheBuiltinFamilyHasEuropeAndTheSymbolsOfResumes(t *testing.T) {
	for _, style := range []fonts.Style{regular, {Weight: 600}, {Weight: 700}, {Weight: 400, Italic: true}} {
		set := fonts.Builtin().NewSet("en")
		for _, r := range "AaŁłŐőŞşĞğİıÅåßẞĐđΑαΏώЯяЇїҐґЄє€₽“”„‚‘’«»‹›–—…·•%‰½©®™°−×±" {
			if got := name(set.Find([]rune{r}, style, language.Latin)); !strings.HasPrefix(got, "STIX") {
				t.Errorf("%+v: %c is set in %q", style, r, got)
			}
		}
		for _, r := range "₹₺₴₸✓★☆☎✉→←↗□☐☑" {
			if set.Find([]rune{r}, style, language.Latin) == nil {
				t.Errorf("%+v: no face has %c", style, r)
			}
		}
	}
}

func TestStylesAreTheFacesOfTheFamily(t *testing.T) {
	set := fonts.Builtin().NewSet("en")
	for want, style := range map[string]fonts.Style{
		"STIX Two Text-Regular":  regular,
		"STIX Two Text-SemiBold": {Weight: 600},
		"STIX Two Text-Bold":     {Weight: 700},
		"STIX Two Text-Italic":   {Weight: 400, Italic: true},
	} {
		if got := name(set.Find([]rune("A"), style, language.Latin)); got != want {
			t.Errorf("%+v: got %s, want %s", style, got, want)
		}
	}
}

func TestWhatNoFaceHasIsNotFound(t *testing.T) {
	if f := fonts.Builtin().NewSet("en").Find([]rune("漢"), regular, language.Han); f != nil {
		t.Errorf("found in %s", name(f))
	}
}

func TestFontsOfTheOwnerAreUsedWhereTheBuiltinOnesLackACharacter(t *testing.T) {
	folder := t.TempDir()
	file := filepath.Join(folder, "below", "a.ttf")
	if err := os.MkdirAll(filepath.Dir(file), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(file, dejavuserif.TTF, 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(folder, "broken.ttf"), []byte("no font"), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, path := range []string{folder, file} {
		library, err := fonts.New(path)
		if err != nil {
			t.Fatal(err)
		}
		set := library.NewSet("hy")
		if got := name(set.Find([]rune("Ա"), regular, language.Armenian)); got != "DejaVu Serif-Regular" {
			t.Errorf("%s: an Armenian letter is set in %q", path, got)
		}
		if got := name(set.Find([]rune("A"), regular, language.Latin)); got != "STIX Two Text-Regular" {
			t.Errorf("%s: a Latin letter is set in %q", path, got)
		}
	}
}

func TestAPathWithoutFontsIsAnError(t *testing.T) {
	if _, err := fonts.New(t.TempDir()); err == nil {
		t.Error("no error")
	}
	if _, err := fonts.New(filepath.Join(t.TempDir(), "none")); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("got %v", err)
	}
}

// TestEastAsianTextIsSetInTheFaceOfItsLanguage needs the fonts of Noto.
func TestEastAsianTextIsSetInTheFaceOfItsLanguage(t *testing.T) {
	if _, err := os.Stat("/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc"); err != nil {
		if os.Getenv("CI") != "" {
			t.Fatal(err)
		}
		t.Skip("Noto Sans CJK (Debian: fonts-noto-cjk) is not installed")
	}
	library, err := fonts.New()
	if err != nil {
		t.Fatal(err)
	}
	for _, test := range []struct {
		lang, text string
		script     language.Script
		want       string
	}{
		{"ja", "直", language.Han, "Noto Sans CJK JP"},
		{"zh", "直", language.Han, "Noto Sans CJK SC"},
		{"zh-TW", "直", language.Han, "Noto Sans CJK TC"},
		{"zh-Hant-HK", "直", language.Han, "Noto Sans CJK TC"},
		{"ko", "직", language.Hangul, "Noto Sans CJK KR"},
		{"en", "カ", language.Katakana, "Noto Sans CJK JP"},
		{"en", "직", language.Hangul, "Noto Sans CJK KR"},
		{"zh", "“", language.Han, "Noto Sans CJK SC"},
		{"zh", "7", language.Han, "STIX Two Text"},
		{"zh", "“", language.Latin, "STIX Two Text"},
	} {
		set := library.NewSet(test.lang)
		if got, _, _ := strings.Cut(name(set.Find([]rune(test.text), regular, test.script)), "-"); got != test.want {
			t.Errorf("%s of %s: got %q, want %q", test.text, test.lang, got, test.want)
		}
		if got := name(set.Find([]rune(test.text), fonts.Style{Weight: 700}, test.script)); !strings.HasSuffix(got, "-Bold") {
			t.Errorf("%s of %s in bold: got %q", test.text, test.lang, got)
		}
	}
}
