package export

import (
	"cmp"
	"slices"

	"ssh-resume/internal/words"
)

// Listing is where, and how, the interactive résumé lists a format.
type Listing struct {
	Place int  // in the list, from 1; the title page, the goodbye and the help show the first
	SCP   bool // as a file, with scp; otherwise with ssh, which prints it
	Main  bool // offered even where room is short
	Label func(*words.Save) string
}

// Offer is a way to save the résumé.
type Offer struct {
	Label  func(*words.Save) string
	Format string                       // its name; empty for all files at once
	File   func(language string) string // in a language (BCP 47), or the default if empty: resume.de.txt
	SCP    bool                         // as in Listing
	Main   bool                         // as in Listing
}

// Offers returns how the interactive résumé offers the formats, by place and then in their own order, and all files at
// once.
func Offers(formats []Format) []Offer {
	type placed struct {
		place int
		offer Offer
	}
	var listed []placed
	for _, f := range formats {
		if f.VariantOf == "" {
			for _, l := range f.Listings {
				listed = append(listed, placed{l.Place, Offer{Label: l.Label, Format: f.Name, File: f.FileIn, SCP: l.SCP, Main: l.Main}})
			}
		}
	}
	slices.SortStableFunc(listed, func(a, b placed) int { return cmp.Compare(a.place, b.place) })
	var all []Offer
	for _, l := range listed {
		all = append(all, l.offer)
	}
	return append(all, Offer{Label: func(w *words.Save) string { return w.All }, File: AllFiles, SCP: true})
}
