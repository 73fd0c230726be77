package fonts

import (
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/shaping"
	"golang.org/x/image/math/fixed"
)

// loaded returns a face of a font file.
func loaded(t *testing.T, path string, style Style) (*Set, *Face) {
	t.Helper()
	all := described(path)
	if len(all) == 0 {
		t.Fatal("no font can be read in " + path)
	}
	set := Builtin().NewSet("en")
	face := set.face(all[0], style)
	if err := face.Load(); err != nil {
		t.Fatal(err)
	}
	return set, face
}

func TestVariableFontsAreSetInTheWeightOfTheStyle(t *testing.T) {
	folder, err := exec.Command("go", "list", "-m", "-f", "{{.Dir}}", "github.com/go-text/typesetting").Output()
	if err != nil {
		t.Skip("there is no go command that knows where the test's font is")
	}
	path := filepath.Join(strings.TrimSpace(string(folder)), "font", "testdata", "Selawik-VF-Subset.ttf")
	set, regular := loaded(t, path, Style{Weight: 400})
	bold := set.face(regular.instance.source, Style{Weight: 700})
	if err := bold.Load(); err != nil {
		t.Fatal(err)
	}
	if regular.Style != "Regular" || bold.Style != "Bold" {
		t.Errorf("the faces are named %s and %s", regular.Style, bold.Style)
	}
	if r, b := regular.Advance('A'), bold.Advance('A'); b < r*1.05 {
		t.Errorf("A is %.3f em wide in regular, %.3f in bold", r, b)
	}
	var shaper shaping.HarfbuzzShaper // of a document
	shaped := func(f *Face) fixed.Int26_6 {
		return shaper.Shape(shaping.Input{Face: f.Face, Text: []rune("A"), RunEnd: 1, Size: fixed.I(1000)}).Advance
	}
	if r, b := shaped(regular), shaped(bold); b*100 < r*105 {
		t.Errorf("A is shaped %v thousandths of an em wide in regular, %v in bold", r, b)
	}
	stem := func(f *Face) float32 {
		outline, _ := f.WithOutlines().GlyphDataOutline(f.Glyph('l'))
		return width(outline)
	}
	if r, b := stem(regular), stem(bold); b < r*1.3 {
		t.Errorf("l is %.0f units wide in regular, %.0f in bold", r, b)
	}
}

// width returns the distance of the leftmost point from the rightmost.
func width(outline font.GlyphOutline) float32 {
	low, high := float32(1e6), float32(-1e6)
	for _, s := range outline.Segments {
		for _, p := range s.ArgsSlice() {
			low, high = min(low, p.X), max(high, p.X)
		}
	}
	return high - low
}

// TestLargeFontsTakeLittleMemory needs the fonts of Noto, which are 19 MB in one file.
func TestLargeFontsTakeLittleMemory(t *testing.T) {
	path := "/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc"
	if _, err := os.Stat(path); err != nil {
		if os.Getenv("CI") != "" {
			t.Fatal(err)
		}
		t.Skip("Noto Sans CJK (Debian: fonts-noto-cjk) is not installed")
	}
	heap := func() int {
		var m runtime.MemStats
		runtime.GC()
		runtime.ReadMemStats(&m)
		return int(m.HeapAlloc >> 20)
	}
	before := heap()
	set, face := loaded(t, path, Style{Weight: 400})
	if outline, _ := face.WithOutlines().GlyphDataOutline(face.Glyph('漢')); len(outline.Segments) == 0 {
		t.Error("the glyph is blank")
	}
	if used := heap() - before; used > 8 {
		t.Errorf("%d MB while in use", used)
	}
	set.Release()
	if kept := heap() - before; kept > 1 {
		t.Errorf("%d MB afterwards", kept)
	}
	runtime.KeepAlive(set)
	runtime.KeepAlive(face)
}
