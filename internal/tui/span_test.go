package tui

import (
	"testing"

	"github.com/charmbracelet/x/ansi"
)

// TestCommonCharactersAreAsWideAsMeasured holds the shortcut to the measure: alone,
// and next to any other character that takes it.
func TestCommonCharactersAreAsWideAsMeasured(t *testing.T) {
	var common []rune
	for r := range rune(0x30000) {
		if oneCell(r) {
			common = append(common, r)
		}
	}
	for i, r := range common {
		pair := string(r) + string(common[len(common)-1-i])
		if w := ansi.StringWidth(pair); w != 2 {
			t.Errorf("%q is %d cells wide", pair, w)
		}
		if cluster, _ := ansi.FirstGraphemeCluster(pair, ansi.GraphemeWidth); cluster != string(r) {
			t.Errorf("%q is one character", cluster)
		}
	}
	if len(common) < 1000 {
		t.Errorf("only %d characters take the shortcut", len(common))
	}
}
