package words_test

import (
	"testing"
	"time"

	"golang.org/x/text/language"

	"ssh-resume/internal/words"
)

func TestTheLanguageThatComesClosestIsFound(t *testing.T) {
	for tag, want := range map[string]string{
		"": "en", "no such": "en", "xx": "en", "hu": "en", "en-GB": "en", "ca": "en",
		"de": "de", "DE-at": "de", "gsw": "de", "ar-EG": "ar", "ar-u-nu-latn": "ar",
		"pt": "pt-BR", "pt-PT": "pt-BR", "es-MX": "es", "fr-CA": "fr",
	} {
		if got := words.For(tag).Tag.String(); got != want {
			t.Errorf("%q: %s, want %s", tag, got, want)
		}
	}
	if tags := words.Languages(); tags[0] != language.English {
		t.Errorf("%v don't begin with English", tags)
	}
}

func TestPhrasesAgreeWithTheirNumber(t *testing.T) {
	files := words.Plural{One: "{n} file", Few: "{n} pliki", Other: "{n} files"}
	for _, test := range []struct {
		tag  language.Tag
		n    int
		want string
	}{
		{language.English, 1, "1 file"},
		{language.English, 0, "0 files"},
		{language.English, 22, "22 files"},
		{language.Polish, 22, "22 pliki"},
		{language.Polish, 12, "12 files"},
		{language.Japanese, 1, "1 files"},
	} {
		w := &words.Words{Tag: test.tag}
		if got := w.Count(files, test.n); got != test.want {
			t.Errorf("%v, %d: %q, want %q", test.tag, test.n, got, test.want)
		}
	}
}

func TestSentencesAreFilledByName(t *testing.T) {
	got := words.Fill("{file} at {host}, not {other}", "host", "a.example", "file", "{host}.pdf")
	if want := "{host}.pdf at a.example, not {other}"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
}

func TestDurationsAreSpoken(t *testing.T) {
	for d, want := range map[time.Duration]string{
		time.Hour: "1 hour", 90 * time.Minute: "90 minutes", 10 * time.Minute: "10 minutes", time.Minute: "1 minute",
		30 * time.Second: "30 seconds", time.Second: "1 second", 50 * time.Millisecond: "50ms",
	} {
		if got := words.For("").Duration(d); got != want {
			t.Errorf("%s: %s", d, got)
		}
	}
}
