package resume

import (
	"fmt"
	"image/color"

	"ssh-resume/internal/contrast"
)

// grounds are the backgrounds for which a field of Theme has its first and its
// second color.
var grounds = []struct {
	name string
	on   []color.Color
}{{"dark", contrast.Dark}, {"light", contrast.Light}}

// colors returns the value of a field with this name: a color for all backgrounds, or one for dark and one for
// light ones. It reports colors that are not legible there.
func (d *decoder) colors(n *node, name string) []string {
	all := d.oneOrMore(n)
	if len(all) > len(grounds) {
		d.fail(n, "%s may have two colors, for dark and for light backgrounds", n.path)
		return nil
	}
	var shown [2]string
	hard := ""
	for i, text := range all {
		c, ok := contrast.Parse(text)
		if !ok {
			d.fail(n, `%s can't be %q; write a color as "#rrggbb", in quotes`, n.path, clip(text))
			return nil
		}
		for j, g := range grounds {
			if len(all) == len(grounds) && i != j {
				continue
			}
			near := contrast.Nearest(c, contrast.Text, g.on)
			red, green, blue, _ := near.RGBA()
			shown[j] = fmt.Sprintf("#%02x%02x%02x", red>>8, green>>8, blue>>8)
			if near != c {
				hard += fmt.Sprintf("; on %s backgrounds %s has a contrast of %.1f:1, and %s is shown", g.name, text, contrast.Least(c, g.on), shown[j])
			}
		}
	}
	if hard != "" {
		d.warn(n, `text needs a contrast of %.1f:1%s; write %s: ["%s", "%s"]`, contrast.Text, hard, name, shown[0], shown[1])
	}
	return all
}
