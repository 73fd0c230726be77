package export_test

import (
	"testing"

	"ssh-resume/internal/export"
)

func TestTheFileOfATranslationNamesItsLanguage(t *testing.T) {
	for _, test := range []struct{ format, tag, want string }{
		{"pdf", "", "resume.pdf"},
		{"pdf", "de", "resume.de.pdf"},
		{"text", "pt-BR", "resume.pt-BR.txt"},
		{"yaml", "de", "resume.yaml"}, // it has all languages
	} {
		f, _ := export.FormatNamed(export.Formats(), test.format)
		if got := f.FileIn(test.tag); got != test.want {
			t.Errorf("%s in %q: %s, want %s", test.format, test.tag, got, test.want)
		}
	}
}
