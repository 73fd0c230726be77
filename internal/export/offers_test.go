package export_test

import (
	"fmt"
	"slices"
	"testing"

	"ssh-resume/internal/export"
	"ssh-resume/internal/words"
)

func TestPDFAndTextAreOfferedFirst(t *testing.T) {
	var got []string
	for _, o := range export.Offers(export.Formats(nil)) {
		got = append(got, fmt.Sprint(o.Label(&words.For("en").Screen.Save), ": ", o.Format, " ", o.File("de"), " ", o.SCP, " ", o.Main))
	}
	want := []string{
		"PDF: pdf resume.de.pdf true true", "PDF, no scp: pdf resume.de.pdf false false",
		"Plain text: text resume.de.txt false true", "For programs: json resume.de.json false false",
		"Web page: html resume.de.html false false", "All formats:  resume.de.* true false",
	}
	if !slices.Equal(got, want) {
		t.Errorf("%q", got)
	}
}

func TestFormatsAtOnePlaceAreAllOffered(t *testing.T) {
	listed := func(place int) []export.Listing { return []export.Listing{{Place: place}} }
	var got []string
	for _, o := range export.Offers([]export.Format{
		{Name: "third", Listings: listed(2)}, {Name: "first", Listings: listed(1)}, {Name: "second", Listings: listed(1)},
	}) {
		got = append(got, o.Format)
	}
	if want := []string{"first", "second", "third", ""}; !slices.Equal(got, want) {
		t.Errorf("%q", got)
	}
}
