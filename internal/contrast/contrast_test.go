package contrast

import (
	"image/color"
	"math"
	"testing"
)

func TestContrastIsMeasuredAsDefined(t *testing.T) {
	if got := Ratio(color.White, color.Black); math.Abs(got-21) > 0.01 {
		t.Errorf("white on black is %.2f, want 21", got)
	}
	if got := Ratio(rgb(0x777777), color.White); math.Abs(got-4.48) > 0.01 {
		t.Errorf("#777 on white is %.2f, want 4.48", got)
	}
}

func TestColorsAreReadAsTheyAreWritten(t *testing.T) {
	if c, ok := Parse("#D7263d"); !ok || c != (color.RGBA{0xd7, 0x26, 0x3d, 0xff}) {
		t.Errorf("#D7263d is %v, %v", c, ok)
	}
	for _, s := range []string{"", "d7263d", "#d72", "#d7263", "#d7263g", "#d7263d0", "red", "#+17263"} {
		if _, ok := Parse(s); ok {
			t.Errorf("%q is a color", s)
		}
	}
}

// TestTheNearestColorCanBeReadAndIsNear tries colors all over the space, on dark, on
// light and on both.
func TestTheNearestColorCanBeReadAndIsNear(t *testing.T) {
	both := []color.Color{color.Black, color.White}
	for v := uint32(0); v < 1<<24; v += 0x01_1d_17 {
		for _, on := range [][]color.Color{Dark, Light, both} {
			c := rgb(v)
			near := Nearest(c, Text, on)
			if Least(near, on) < Text {
				t.Errorf("%v becomes %v, which has %.2f", c, near, Least(near, on))
			}
			if Least(c, on) >= Text && near != c {
				t.Errorf("%v can be read, but becomes %v", c, near)
			}
			indexed := NearestIndexed(c, Text, on)
			if Least(indexed, on) < Text {
				t.Errorf("%v becomes %v of 256, which has %.2f", c, indexed, Least(indexed, on))
			}
		}
	}
	if c := Nearest(rgb(0xd7263d), Text, Dark).(color.RGBA); c.R < c.G || c.R < c.B {
		t.Errorf("red becomes %v", c)
	}
	if got := Nearest(rgb(0x808080), 22, Dark); got != rgb(0xffffff) {
		t.Errorf("where no color has the contrast, it is %v", got)
	}
}
