package resume

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"
)

// Date is a year, a month or a day as JSON Resume writes it: "2019", "2019-03",
// "2019-03-15"; empty if it is not known. The end of a period can be another
// text, since without an end it would be ongoing.
type Date string

// IsDate reports whether it is a date as JSON Resume writes it.
func (d Date) IsDate() bool { return dateForm.MatchString(string(d)) }

// Year returns its year; empty if it is not known.
func (d Date) Year() string {
	if !d.IsDate() {
		return ""
	}
	return string(d[:len("2006")])
}

// DateOf returns the day of a time.
func DateOf(t time.Time) Date { return Date(t.Format(time.DateOnly)) }

// split returns year and month; 0 for one that is not known.
func (d Date) split() (year, month int) {
	var n [3]int
	if !d.IsDate() {
		return 0, 0
	}
	for i, part := range strings.SplitN(string(d), "-", len(n)) {
		n[i], _ = strconv.Atoi(part) // IsDate has checked it
	}
	return n[0], n[1]
}

// layouts are those of a Date, and of others that files have. A month with one
// digit is read as well.
var layouts = []string{
	"2006", "2006-1", "2006-1-2",
	"2006/1", "2006/1/2", "2006.1", "2006.1.2", "1/2006", "1.2006", "1-2006",
	"January 2006", "Jan 2006", "Jan. 2006", "January, 2006", "Jan, 2006",
	time.RFC3339, "2006-01-02T15:04:05",
}

var (
	// dateForm is what JSON Resume's schema takes for a date.
	dateForm = regexp.MustCompile(`^[12][0-9]{3}(-[01][0-9](-[0-3][0-9])?)?$`)
	// dayForm is a day of any month, whether or not the month has it: other
	// programs accept 2019-02-30.
	dayForm = regexp.MustCompile(`^[12][0-9]{3}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$`)
	// sept is an abbreviation of September that package time does not know.
	sept = regexp.MustCompile(`^Sept\b`)
	// onlyYear matches a text whose only number is a year: "Summer 2018".
	onlyYear = regexp.MustCompile(`^[^0-9]*\b([12][0-9]{3})\b[^0-9]*$`)
)

// readDate reads a date in any of the layouts.
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

// ongoing are the words that files have for the end of what is ongoing.
var ongoing = []string{
	"present", "now", "current", "currently", "today", "ongoing", "to date",
	"heute", "aujourd'hui", "présent", "presente", "actualidad", "actual", "oggi", "atual", "heden", "nu", "至今", "現在", "现在",
}

// date returns a field that is a date; empty if it is not one.
func (o *object) date(name string) Date {
	date, _ := o.dateOr(name, "is left out")
	return date
}

// end returns the field that ends a period.
func (o *object) end(name string) Date {
	if n := o.n.value(name); n != nil && slices.Contains(ongoing, strings.ToLower(oneLine(n.text))) {
		o.known = append(o.known, name)
		o.warn(n, "%s is left out: an entry without %s is ongoing", o.at(name), name)
		return ""
	}
	end, text := o.dateOr(name, "is shown as written")
	if end == "" {
		return Date(clip(text))
	}
	return end
}

// dateOr returns a field that is a date, and its text. If it is not one, the
// problem says what happens to it.
func (o *object) dateOr(name, otherwise string) (date Date, text string) {
	text = o.text(name)
	if text == "" {
		return "", ""
	}
	date, ok := readDate(text)
	if year := onlyYear.FindStringSubmatch(text); !ok && year != nil {
		date, ok = Date(year[1]), true
	}
	switch {
	case !ok && dayForm.MatchString(text):
		date = Date(text[:len("2006-01")])
		o.warn(o.n.value(name), "%s is read as %s: that month has no such day as %s", o.at(name), date, text)
	case !ok:
		o.warn(o.n.value(name), "%s %s: %q is not a date (2019, 2019-03 or 2019-03-15)", o.at(name), otherwise, clip(text))
	case !dateForm.MatchString(text):
		o.warn(o.n.value(name), "%s is read as %s; write it that way, since other programs may not understand %q", o.at(name), date, clip(text))
	}
	return date, text
}
