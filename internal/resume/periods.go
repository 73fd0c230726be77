package resume

import (
	"cmp"
	"fmt"
	"math"
	"reflect"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"ssh-resume/internal/words"
)

// checkPeriod reports a period in a group of fields that ends before it begins.
func (o *object) checkPeriod(v reflect.Value) {
	from, to := v.FieldByName("StartDate"), v.FieldByName("EndDate")
	if !from.IsValid() || !to.IsValid() {
		return
	}
	start, end := Date(from.String()), Date(to.String())
	if start.IsDate() && end.IsDate() && end.months(true) <= start.months(false) {
		o.warn(o.n.value("endDate"), "%s is before %s", o.at("endDate"), o.at("startDate"))
	}
}

// months counts the months up to the date: to its beginning or, if it is the last of a period, to its end.
func (d Date) months(last bool) int {
	year, month := d.split()
	if last {
		return year*12 + cmp.Or(month, 12)
	}
	return year*12 + max(month-1, 0)
}

// yearsBetween returns the length of a period in years, both ends included; 0 if either is unknown. If only
// years are known, it is their difference.
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

var durationPart = regexp.MustCompile(`\b(\d{1,3}(?:[.,]\d+)?)\s*\+?\s*([\pL\pM]+)`)

// years reads a duration such as "2 years 6 months", in English or in the language of w; 0 if it can't be read.
func years(duration string, w *words.Words) float64 {
	sum, english := 0.0, words.For("en")
	for _, part := range durationPart.FindAllStringSubmatch(duration, -1) {
		n, _ := strconv.ParseFloat(strings.Replace(part[1], ",", ".", 1), 64) // it matches
		switch unit := part[2]; {
		case isUnit(unit, w.Dates.YearUnits) || isUnit(unit, english.Dates.YearUnits):
			sum += n
		case isUnit(unit, w.Dates.MonthUnits) || isUnit(unit, english.Dates.MonthUnits):
			sum += n / 12
		}
	}
	return sum
}

// isUnit reports whether a word is one of the units, or begins with one in a script without spaces between words.
func isUnit(word string, units []string) bool {
	return slices.ContainsFunc(units, func(unit string) bool {
		first, _ := utf8.DecodeRuneInString(unit)
		return strings.EqualFold(word, unit) || unicode.In(first, unicode.Han, unicode.Hangul) && strings.HasPrefix(word, unit)
	})
}

// asOf returns when the résumé was last changed or, if that is unknown, the latest of its dates.
func (r *Resume) asOf() Date {
	last, err := readDate(r.Meta.LastModified, words.For("en"))
	if err == nil {
		return last
	}
	c := *r
	c.Menu, c.Custom = nil, nil // which have no dates, and may be long
	mapTexts(reflect.ValueOf(&c).Elem(), func(f Field, text string) string {
		if date := Date(text); (f.Form == FormDate || f.Form == FormEnd) && date.IsDate() {
			last = max(last, date)
		}
		return text
	})
	return last
}

// month returns a date for readers: "Mar 2019", "2019", or "2019-03" if no months are known in the language.
func (r *Resume) month(d Date) string {
	w, ok := r.Words()
	year, month := d.split()
	switch {
	case ok && year > 0 && month == 0:
		return words.Fill(w.Dates.Year, "year", year)
	case month < 1 || month > 12:
		return string(d)
	case ok:
		return words.Fill(w.Dates.Month, "month", w.Dates.Months[month-1], "year", year)
	case RightToLeft(r.Lang): // beside such letters "2019-03" is displayed reversed
		return fmt.Sprintf("%04d/%02d", year, month)
	default:
		return fmt.Sprintf("%04d-%02d", year, month)
	}
}

// period returns a period for readers: "Mar 2019 – Aug 2021", "Mar 2019 – present". A duration follows the dates,
// or stands alone. A period that has ended is not ongoing, even if its end is not known.
func (r *Resume) period(start, end Date, duration string, ended bool) string {
	w, ok := r.Words()
	dates := r.month(end)
	switch from, to := r.month(start), dates; {
	case from == to || from == "":
	case to == "" && !ended && ok:
		dates = words.Fill(w.Dates.Ongoing, "from", from)
	default:
		dates = strings.TrimSpace(words.Fill(w.Dates.Range, "from", from, "to", to))
	}
	switch {
	case dates == "":
		dates = duration
	case duration != "":
		dates += r.Marks().Comma + duration
	}
	return dates
}

func (r *Resume) date(d Date) string { return r.period("", d, "", true) }
