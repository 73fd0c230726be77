package resume

import (
	"fmt"
	"math"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"

	"golang.org/x/text/language"
)

// Date is a year, a month or a day as JSON Resume writes it: "2019",
// "2019-03", "2019-03-15"; empty where it is not known. The end of a period can
// be another text, for without one it would go on.
type Date string

// IsDate tells whether it is a date as JSON Resume writes it.
func (d Date) IsDate() bool { return dateForm.MatchString(string(d)) }

// Year gives its year; empty where that is not known.
func (d Date) Year() string {
	if !d.IsDate() {
		return ""
	}
	return string(d[:len("2006")])
}

// DateOf gives the day of a time.
func DateOf(t time.Time) Date { return Date(t.Format(time.DateOnly)) }

// layouts are those of a Date, and of others that files in the field have. A
// month with one digit is read as well.
var layouts = []string{
	"2006", "2006-1", "2006-1-2",
	"2006/1", "2006/1/2", "2006.1", "2006.1.2", "1/2006", "1.2006", "1-2006",
	"January 2006", "Jan 2006", "Jan. 2006", "January, 2006", "Jan, 2006",
	time.RFC3339, "2006-01-02T15:04:05",
}

// dateForm is what JSON Resume takes for a date; see its schema.
var dateForm = regexp.MustCompile(`^[12][0-9]{3}(-[01][0-9](-[0-3][0-9])?)?$`)

// realForm is what the schema takes for a date that ends in a day.
var realForm = regexp.MustCompile(`^[12][0-9]{3}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$`)

// sept is a name of September that Go does not know.
var sept = regexp.MustCompile(`^Sept\b`)

// loneYear matches a text with no figures but a year: "Summer 2018".
var loneYear = regexp.MustCompile(`^[^0-9]*\b([12][0-9]{3})\b[^0-9]*$`)

// readDate gives a date as it is written in any of the layouts.
func readDate(text string) (Date, bool) {
	text = sept.ReplaceAllString(text, "Sep")
	if d, err := time.Parse("1/2/2006", text); err == nil && d.Day() > 12 {
		text = d.Format(time.DateOnly)
	} else if d, err := time.Parse("2/1/2006", text); err == nil && d.Day() > 12 {
		text = d.Format(time.DateOnly)
	} else if d, err := time.Parse("2.1.2006", text); err == nil {
		text = d.Format(time.DateOnly)
	}
	for _, layout := range layouts {
		t, err := time.Parse(layout, text)
		if err != nil || t.Year() < 1000 || t.Year() > 2999 {
			continue
		}
		switch {
		case layout == "2006":
			return Date(text), true
		case strings.Contains(layout, "2006-01-02") || strings.Count(layout, "2") == 2:
			return DateOf(t), true
		default:
			return Date(t.Format("2006-01")), true
		}
	}
	return "", false
}

// ongoing are the words that files have for the end of what goes on.
var ongoing = []string{
	"present", "now", "current", "currently", "today", "ongoing", "to date",
	"heute", "aujourd'hui", "présent", "presente", "actualidad", "actual", "oggi", "atual", "heden", "nu", "至今", "現在", "现在",
}

// date gives a field that is a date; nothing where it is none.
func (o *object) date(name string) Date {
	date, _ := o.dateOr(name, "is left out")
	return date
}

// dateOr gives a field that is a date, and its text. Where it is none it says
// what becomes of it.
func (o *object) dateOr(name, otherwise string) (date Date, text string) {
	text = o.text(name)
	if text == "" {
		return "", ""
	}
	date, ok := readDate(text)
	if year := loneYear.FindStringSubmatch(text); !ok && year != nil {
		date, ok = Date(year[1]), true
	}
	switch {
	case !ok && realForm.MatchString(text):
		// Other programs check no calendar.
		date = Date(text[:len("2006-01")])
		o.doubt(o.n.value(name), "%s is read as %s: that month has no such day as %s", o.at(name), date, text)
	case !ok:
		o.warn(o.n.value(name), "%s %s: %q is no date (2019, 2019-03 or 2019-03-15)", o.at(name), otherwise, clip(text))
	case !dateForm.MatchString(text):
		o.warn(o.n.value(name), "%s is read as %s; write it so, other programs may not know %q", o.at(name), date, clip(text))
	}
	return date, text
}

// period gives the fields startDate and endDate.
func (o *object) period() (start, end Date) {
	start = o.date("startDate")
	if n := o.n.value("endDate"); n != nil && slices.Contains(ongoing, strings.ToLower(oneLine(n.text))) {
		o.known = append(o.known, "endDate")
		o.warn(n, "%s is left out: what goes on has no endDate", o.at("endDate"))
		return start, ""
	}
	end, text := o.dateOr("endDate", "is shown as it is written")
	if end == "" && text != "" {
		return start, Date(clip(text))
	}
	if start != "" && end != "" && end.months(true) <= start.months(false) {
		o.doubt(o.n.value("endDate"), "%s is before %s", o.at("endDate"), o.at("startDate"))
	}
	return start, end
}

// parts gives year and month; 0 for one that is not known.
func (d Date) parts() (year, month int) {
	var n [3]int
	if !d.IsDate() {
		return 0, 0
	}
	for i, part := range strings.SplitN(string(d), "-", len(n)) {
		n[i], _ = strconv.Atoi(part) // checked when it was read
	}
	return n[0], n[1]
}

// months counts up to the date: to its beginning or, where it is the last of a
// period, to its end.
func (d Date) months(last bool) int {
	year, month := d.parts()
	switch {
	case last && month == 0:
		return (year + 1) * 12
	case last:
		return year*12 + month
	default:
		return year*12 + max(month-1, 0)
	}
}

// yearsBetween gives the years of a period, both ends included; 0 where one of
// them is not known. Where only the years are known it is their difference.
func yearsBetween(start, end Date) float64 {
	if !start.IsDate() || !end.IsDate() {
		return 0
	}
	from, to := start.months(false), end.months(true)
	if len(start) == len("2006") && len(end) == len("2006") && from < to-12 {
		to -= 12
	}
	return math.Max(float64(to-from)/12, 0)
}

// asOf gives when the résumé was true.
func (r *Resume) asOf() Date {
	if date, ok := readDate(r.Meta.LastModified); ok {
		return date
	}
	if r.AsOf != "" {
		return r.AsOf
	}
	var all []Date
	for _, w := range r.Work {
		all = append(all, w.StartDate, w.EndDate)
	}
	for _, e := range r.Education {
		all = append(all, e.StartDate, e.EndDate)
	}
	for _, p := range r.Projects {
		all = append(all, p.StartDate, p.EndDate)
	}
	all = slices.DeleteFunc(all, func(d Date) bool { return !d.IsDate() })
	return slices.Max(append(all, ""))
}

// say gives a date as it is read, to the month: "Mar 2019" in English, and
// "2019-03" in other languages, whose names for the months are not known here.
func (r *Resume) say(d Date) string {
	year, month := d.parts()
	switch {
	case month < 1 || month > 12:
		return string(d)
	case RightToLeft(r.Lang): // beside such letters "2019-03" is turned around
		return fmt.Sprintf("%04d/%02d", year, month)
	case !r.english():
		return fmt.Sprintf("%04d-%02d", year, month)
	default:
		return fmt.Sprintf("%s %d", time.Month(month).String()[:3], year)
	}
}

func (r *Resume) english() bool {
	lang, _, _ := strings.Cut(strings.ToLower(r.Lang), "-")
	return lang == "" || lang == "en"
}

// when gives a period: "Mar 2019 – Aug 2021", "Mar 2019 – present". A duration
// stands after the dates, or alone. Ended says that it has ended, even where
// the date of that is not known.
func (r *Resume) when(start, end Date, duration string, ended bool) string {
	dates := r.say(end)
	if from, to := r.say(start), dates; from != to && from != "" {
		if to == "" && !ended && r.english() {
			to = "present"
		}
		dates = strings.TrimSpace(from + " – " + to)
	}
	between := ""
	if dates != "" && duration != "" {
		between = ", "
	}
	dates += between + duration
	if r.ascii {
		return ASCII(dates)
	}
	return dates
}

// on gives a date as it is read.
func (r *Resume) on(d Date) string { return r.when("", d, "", true) }

// RightToLeft tells whether a language, as BCP 47 has it, is written so.
func RightToLeft(lang string) bool {
	script, _ := language.Make(lang).Script()
	return slices.Contains([]string{"Arab", "Hebr", "Syrc", "Thaa", "Nkoo", "Adlm", "Rohg"}, script.String())
}
