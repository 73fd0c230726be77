package linebreak

import (
	"slices"
	"testing"

	"github.com/go-text/typesetting/segmenter"
)

func FuzzStretchesHaveTheBreaksOfTheWholeText(f *testing.F) {
	for _, s := range []string{
		"Led the move to 8+ services, cutting costs by 40% (see below). Why? R&D!", "a-b a/b a-1 1-a 1/2 a/1 -a /a a- a/", "it's, 'tis", "1,5 1.5 a.b a,b a:b 1:2",
		"a.-b", "a.(b)", "a). b", "(a)b", "a!) b", "a b. c", "1- a", "a+ b", " a  b ", "a ,b", "a-bc-1d/e2", "see https://a.bc/d1 there", "a1://b", "ab cd. ef", "a b \u00ab c d\u00bb e", "東 a b", "a\u0301 b c", "a  b c ", "ab cd ", "a://1", "(see https://example.com/a)",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		var s segmenter.Segmenter
		if got, want := unicodeBreaks(text), segmented(&s, text, 0, len(text)); !slices.Equal(got, want) {
			t.Errorf("%q: %v, want %v", text, got, want)
		}
	})
}
