package resume

import "strings"

// entries gives the part of the résumé that is of a kind, as entries.
func (r *Resume) entries(kind Kind) []Entry {
	switch kind {
	case KindEducation:
		return mapped(r.Education, func(e Education) Entry {
			return Entry{
				Name: strings.TrimSpace(e.StudyType + " " + e.Area), By: e.Institution, URL: e.URL,
				When: r.when(e.StartDate, e.EndDate, "", false), Detail: e.Score, Points: e.Courses,
			}
		})
	case KindVolunteer:
		return mapped(r.Volunteer, func(v Volunteer) Entry {
			return Entry{
				Name: v.Position, By: v.Organization, URL: v.URL,
				When: r.when(v.StartDate, v.EndDate, "", false), Text: v.Summary, Points: v.Highlights,
			}
		})
	case KindAwards:
		return mapped(r.Awards, func(a Award) Entry {
			return Entry{Name: a.Title, By: a.Awarder, When: r.on(a.Date), Text: a.Summary}
		})
	case KindCertificates:
		return mapped(r.Certificates, func(c Certificate) Entry {
			return Entry{Name: c.Name, By: c.Issuer, When: r.on(c.Date), URL: c.URL}
		})
	case KindPublications:
		return mapped(r.Publications, func(p Publication) Entry {
			return Entry{Name: p.Name, By: p.Publisher, When: r.on(p.ReleaseDate), URL: p.URL, Text: p.Summary}
		})
	case KindLanguages:
		return mapped(r.Languages, func(l Language) Entry { return Entry{Name: l.Language, Detail: l.Fluency} })
	case KindInterests:
		return mapped(r.Interests, func(i Interest) Entry { return Entry{Name: i.Name, Tags: i.Keywords} })
	case KindReferences:
		return mapped(r.References, func(f Reference) Entry { return Entry{Name: f.Name, Text: f.Reference} })
	}
	return nil
}

// mapped gives what of makes of each, without entries that say nothing.
func mapped[T any](all []T, of func(T) Entry) []Entry {
	var out []Entry
	for _, one := range all {
		e := of(one)
		if e.Name+e.Detail+e.By+e.When+e.URL+e.Text != "" || len(e.Points)+len(e.Tags) > 0 {
			out = append(out, e)
		}
	}
	return out
}
