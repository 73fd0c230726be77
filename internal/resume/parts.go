package resume

import (
	"regexp"

	"golang.org/x/text/language"
)

// What follows reads the parts of the file that are JSON Resume's.

func (d *decoder) basics(o *object) Basics {
	defer o.close()
	o.formerly(map[string]string{"website": "url", "picture": "image"})
	return Basics{
		Name:       o.text("name"),
		Label:      o.text("label"),
		Image:      o.picture(),
		Email:      o.email(),
		Phone:      o.phone(),
		URL:        o.url("url"),
		Summary:    o.paragraphs("summary"),
		Location:   d.location(d.named(o.value("location"), o.at("location"), "city")),
		Profiles:   each(o, "profiles", d.profile),
		Experience: o.text("experience"),
		Highlights: o.texts("highlights"),
	}
}

func (d *decoder) location(o *object) Location {
	defer o.close()
	return Location{
		Address:     o.text("address"),
		PostalCode:  o.text("postalCode"),
		City:        o.text("city"),
		CountryCode: o.text("countryCode"),
		Region:      o.text("region"),
	}
}

func (d *decoder) profile(n *node, path string) Profile {
	o := d.named(n, path, "url")
	defer o.close()
	return Profile{Network: o.text("network"), Username: o.text("username"), URL: o.url("url")}
}

func (d *decoder) work(n *node, path string) Work {
	o := d.named(n, path, "name")
	defer o.close()
	o.formerly(map[string]string{"company": "name", "website": "url"})
	start, end := o.period()
	return Work{
		Name:        o.text("name"),
		Location:    o.text("location"),
		Description: o.text("description"),
		Position:    o.text("position"),
		URL:         o.url("url"),
		StartDate:   start,
		EndDate:     end,
		Summary:     o.text("summary"),
		Highlights:  o.texts("highlights"),
		Duration:    o.text("duration"),
		Former:      o.flag("former"),
	}
}

func (d *decoder) volunteer(n *node, path string) Volunteer {
	o := d.named(n, path, "organization")
	defer o.close()
	o.formerly(map[string]string{"website": "url"})
	start, end := o.period()
	return Volunteer{
		Organization: o.text("organization"),
		Position:     o.text("position"),
		URL:          o.url("url"),
		StartDate:    start,
		EndDate:      end,
		Summary:      o.text("summary"),
		Highlights:   o.texts("highlights"),
	}
}

func (d *decoder) education(n *node, path string) Education {
	o := d.named(n, path, "institution")
	defer o.close()
	o.formerly(map[string]string{"gpa": "score", "website": "url"})
	start, end := o.period()
	return Education{
		Institution: o.text("institution"),
		Area:        o.text("area"),
		StudyType:   o.text("studyType"),
		URL:         o.url("url"),
		StartDate:   start,
		EndDate:     end,
		Score:       o.text("score"),
		Courses:     o.texts("courses"),
	}
}

func (d *decoder) award(n *node, path string) Award {
	o := d.named(n, path, "title")
	defer o.close()
	return Award{Title: o.text("title"), Date: o.date("date"), Awarder: o.text("awarder"), Summary: o.text("summary")}
}

func (d *decoder) certificate(n *node, path string) Certificate {
	o := d.named(n, path, "name")
	defer o.close()
	return Certificate{Name: o.text("name"), Date: o.date("date"), Issuer: o.text("issuer"), URL: o.url("url")}
}

func (d *decoder) publication(n *node, path string) Publication {
	o := d.named(n, path, "name")
	defer o.close()
	o.formerly(map[string]string{"website": "url"})
	return Publication{
		Name:        o.text("name"),
		Publisher:   o.text("publisher"),
		ReleaseDate: o.date("releaseDate"),
		URL:         o.url("url"),
		Summary:     o.text("summary"),
	}
}

func (d *decoder) skill(n *node, path string) Skill {
	o := d.named(n, path, "name")
	defer o.close()
	return Skill{Group: o.text("group"), Name: o.text("name"), Level: o.text("level"), Keywords: o.texts("keywords")}
}

func (d *decoder) language(n *node, path string) Language {
	o := d.named(n, path, "language")
	defer o.close()
	o.formerly(map[string]string{"name": "language", "level": "fluency"})
	return Language{Language: o.text("language"), Fluency: o.text("fluency")}
}

func (d *decoder) interest(n *node, path string) Interest {
	o := d.named(n, path, "name")
	defer o.close()
	return Interest{Name: o.text("name"), Keywords: o.texts("keywords")}
}

func (d *decoder) reference(n *node, path string) Reference {
	o := d.named(n, path, "reference")
	defer o.close()
	return Reference{Name: o.text("name"), Reference: o.text("reference")}
}

func (d *decoder) project(n *node, path string) Project {
	o := d.named(n, path, "name")
	defer o.close()
	o.formerly(map[string]string{"website": "url", "summary": "description"})
	metric := o.child("metric")
	defer metric.close()
	start, end := o.period()
	return Project{
		Name:        o.text("name"),
		Entity:      o.text("entity"),
		Type:        o.text("type"),
		Roles:       o.texts("roles"),
		StartDate:   start,
		EndDate:     end,
		Description: o.text("description"),
		Highlights:  o.texts("highlights"),
		Keywords:    o.texts("keywords"),
		URL:         o.url("url"),
		Metric:      Metric{Value: metric.text("value"), Label: metric.text("label")},
	}
}

// meta reads what is about the file. Other programs keep their own there, so
// what is not known is nobody's mistake.
func (d *decoder) meta(o *object) Meta {
	return Meta{Canonical: o.url("canonical"), Version: o.text("version"), LastModified: o.text("lastModified")}
}

// languageForm is what the schema takes for a language.
var languageForm = regexp.MustCompile(`^[A-Za-z]{1,8}([-_][A-Za-z0-9]{1,8})*$`)

// lang gives the field "lang".
func (o *object) lang() string {
	text := o.text("lang")
	if text == "" {
		return ""
	}
	tag, err := language.Parse(text)
	if err != nil {
		say := o.fail
		if languageForm.MatchString(text) {
			say = o.refuse
		}
		say(o.n.value("lang"), `%s can't be %q; write a language as "en", "de" or "pt-BR"`, o.at("lang"), text)
		return ""
	}
	return tag.String()
}
