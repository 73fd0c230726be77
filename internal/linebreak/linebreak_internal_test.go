package linebreak

import (
	"slices"
	"testing"
)

func FuzzASCIIBreaksAreThoseOfUnicode(f *testing.F) {
	for _, s := range []string{
		"Led the move to 8+ services, cutting costs by 40% (see below). Why? R&D!", "a-b a/b a-1 1-a 1/2 a/1 -a /a a- a/", "it's, 'tis", "1,5 1.5 a.b a,b a:b 1:2",
		"a.-b", "a.(b)", "a). b", "(a)b", "a!) b", "a b. c", "1- a", "a+ b", " a  b ", "a ,b", "a-bc-1d/e2", "see https://a.bc/d1 there", "a1://b", "a://1", "(see https://example.com/a)",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if got, ok := asciiBreaks(text); ok && text != "" {
			if want := segmented(text); !slices.Equal(got, want) {
				t.Errorf("%q: %v, want %v", text, got, want)
			}
		}
	})
}
