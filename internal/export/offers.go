package export

import (
	"cmp"
	"slices"

	"ssh-resume/internal/words"
)

// Listing is where, and how, the interactive résumé offers a format.
type Listing struct {
	Place int // in the list, from 1; the title page, the goodbye and the help show the first
	Offer     // Offers adds Format and File
}

// Offer is a way to save the résumé.
type Offer struct {
	Label  func(*words.Save) string
	Format string                       // as typed after ssh HOST or export; empty for all files at once
	File   func(language string) string // in a language (BCP 47), or the default if empty: resume.de.txt
	SCP    bool                         // as a file, with scp; otherwise with ssh, which prints it. In a preview, export does either
	Main   bool                         // also offered beside the page and in a preview
}

// Offers returns how the interactive résumé offers the formats, by place and then in their own order, and all files at
// once.
func Offers(formats []Format) []Offer {
	var listed []Listing
	for _, f := range formats {
		if f.VariantOf == "" {
			for _, l := range f.Listings {
				l.Format, l.File = f.Name, f.FileIn
				listed = append(listed, l)
			}
		}
	}
	slices.SortStableFunc(listed, func(a, b Listing) int { return cmp.Compare(a.Place, b.Place) })
	all := each(listed, func(l Listing) Offer { return l.Offer })
	return append(all, Offer{Label: func(w *words.Save) string { return w.All }, File: AllFiles, SCP: true})
}
