package resume

import (
	"errors"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

	"ssh-resume/internal/words"
)

// Date is a year, a month or a day as JSON Resume writes it: "2019", "2019-03",
// "2019-03-15"; empty if it is not known. A date that can't be read is another text,
// shown as it is.
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

// layouts are those of a Date, and of other numeric dates that files have. A
// month or a day with one digit is read as well.
var layouts = []string{
	"2006", "2006-1", "2006-1-2",
	"2006/1", "2006/1/2", "2006.1", "2006.1.2", "1/2006", "1.2006", "1-2006", "2.1.2006",
	time.RFC3339, "2006-01-02T15:04:05",
}

var (
	// dateForm is what JSON Resume's schema takes for a date.
	dateForm = regexp.MustCompile(`^[12][0-9]{3}(-[01][0-9](-[0-3][0-9])?)?$`)
	// dayForm is a day of any month, whether or not the month has it: other
	// programs accept 2019-02-30.
	dayForm = regexp.MustCompile(`^[12][0-9]{3}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$`)
	// eitherForm is a date whose day and month can't be told apart by its form.
	eitherForm = regexp.MustCompile(`^([0-9]{1,2})[/-]([0-9]{1,2})[/-]([12][0-9]{3})$`)
	// eastAsianForm is a date in Chinese, Japanese or Korean.
	eastAsianForm = regexp.MustCompile(`^([12][0-9]{3}) ?[年년](?: ?([0-9]{1,2}) ?[月월](?: ?([0-9]{1,2}) ?[日일])?)?$`)
	// onlyYear matches a text whose only number is a year: "Summer 2018".
	onlyYear = regexp.MustCompile(`^[^0-9]*\b([12][0-9]{3})\b[^0-9]*$`)
	// dateToken is a number or a name in a date.
	dateToken = regexp.MustCompile(`[0-9]+|[\pL\pM]+`)
)

// errTwoReadings says that day and month of a date can't be told apart.
var errTwoReadings = errors.New("can be read in two ways")

var errNoDate = errors.New("is not a date")

// readDate reads a date as people write it, with names of months in English and
// in the language of w.
func readDate(text string, w *words.Words) (Date, error) {
	for _, layout := range layouts {
		t, err := time.Parse(layout, text)
		switch {
		case err != nil:
		case layout == "2006":
			return dateOf(t.Year(), 0, 0)
		case layout == "2006-01-02T15:04:05" || layout == time.RFC3339 || strings.Count(layout, "2") == 2:
			return dateOf(t.Year(), int(t.Month()), t.Day())
		default:
			return dateOf(t.Year(), int(t.Month()), 0)
		}
	}
	if m := eitherForm.FindStringSubmatch(text); m != nil {
		first, second, year := number(m[1]), number(m[2]), number(m[3])
		switch {
		case first > 12:
			return dateOf(year, second, first)
		case second > 12 || first == second:
			return dateOf(year, first, second)
		default:
			return "", errTwoReadings
		}
	}
	if m := eastAsianForm.FindStringSubmatch(text); m != nil {
		return dateOf(number(m[1]), number(m[2]), number(m[3]))
	}
	return readNamedMonth(text, w)
}

// readNamedMonth reads a date whose month is a name, whatever its order: "March
// 2019", "Mar 1st, 2015", "1. März 2014".
func readNamedMonth(text string, w *words.Words) (Date, error) {
	year, day := 0, 0
	var name []string // of the month: a word, but for "كانون الثاني"
	for _, token := range dateToken.FindAllString(text, -1) {
		n := number(token)
		switch {
		case n >= 1000 && year == 0:
			year = n
		case n > 0 && n <= 31 && day == 0:
			day = n
		case n > 0:
			return "", errNoDate
		case slices.Contains(besideDays, strings.ToLower(token)):
		default:
			name = append(name, strings.TrimPrefix(token, "年"))
		}
	}
	month := monthNamed(strings.Join(name, " "), w)
	if month == 0 {
		return "", errNoDate
	}
	return dateOf(year, month, day)
}

// besideDays are what people write beside days and months.
var besideDays = []string{"st", "nd", "rd", "th", "of", "de", "den", "le", "el", "er"}

// monthNamed returns the month of a name or an abbreviation of three letters or
// more; 0 if it is none.
func monthNamed(name string, w *words.Words) int {
	name = strings.ToLower(name)
	for _, w := range []*words.Words{words.For("en"), w} {
		for i := range 12 {
			long := strings.ToLower(w.Dates.LongMonths[i])
			short := strings.ToLower(strings.TrimSuffix(w.Dates.Months[i], "."))
			if name == short || name == long || slices.Contains(w.Dates.MonthNames[i], name) ||
				utf8.RuneCountInString(name) >= 3 && strings.HasPrefix(long, name) {
				return i + 1
			}
		}
	}
	return 0
}

// number returns a number of few digits; 0 if it is none.
func number(s string) int {
	n, err := strconv.Atoi(s)
	if err != nil {
		return 0
	}
	return n
}

// dateOf returns a date. Without month or day, which are 0, it is less exact.
func dateOf(year, month, day int) (Date, error) {
	t := time.Date(year, time.Month(max(month, 1)), max(day, 1), 0, 0, 0, 0, time.UTC)
	if year < 1000 || year > 2999 || month > 12 || t.Day() != max(day, 1) {
		return "", errNoDate
	}
	layout := time.DateOnly
	switch {
	case month == 0:
		layout = "2006"
	case day == 0:
		layout = "2006-01"
	}
	return Date(t.Format(layout)), nil
}

// ongoing are the words that files have for the end of what is ongoing.
var ongoing = []string{
	"present", "now", "current", "currently", "today", "ongoing", "to date",
	"heute", "aujourd'hui", "présent", "presente", "actualidad", "actual", "oggi", "atual", "heden", "nu", "至今", "現在", "现在",
}

// end returns the field that ends a period.
func (o *object) end(name string) Date {
	n := o.n.value(name)
	if n.isLine() && o.isOngoing(oneLine(n.text)) {
		o.known = append(o.known, name)
		o.warn(n, "%s is left out: an entry without %s is ongoing", o.at(name), name)
		return ""
	}
	return o.date(name)
}

func (d *decoder) isOngoing(text string) bool {
	text = strings.ToLower(text)
	return slices.Contains(ongoing, text) || strings.EqualFold(text, d.words.Dates.Present)
}

// date returns a field that is a date, or a text that can't be read as one.
func (o *object) date(name string) Date {
	text := o.text(name)
	if text == "" {
		return ""
	}
	n := o.n.value(name)
	date, err := readDate(text, o.words)
	if year := onlyYear.FindStringSubmatch(text); errors.Is(err, errNoDate) && year != nil {
		date, err = Date(year[1]), nil
	}
	switch {
	case errors.Is(err, errTwoReadings):
		o.warn(n, "%s is shown as written: %q can be read in two ways; write 2019-03-15", o.at(name), clip(text))
	case err != nil && dayForm.MatchString(text):
		date = Date(text[:len("2006-01")])
		o.warn(n, "%s is read as %s: that month has no such day as %s", o.at(name), date, text)
		return date
	case err != nil:
		o.warn(n, "%s is shown as written: %q is not a date (2019, 2019-03 or 2019-03-15)", o.at(name), clip(text))
	case !dateForm.MatchString(text):
		o.warn(n, "%s is read as %s; write it that way, since other programs may not understand %q", o.at(name), date, clip(text))
	}
	if err != nil {
		return Date(clip(text))
	}
	if expected := strings.HasPrefix(o.path, "education") && name == "endDate"; date > o.today && o.today != "" && !expected {
		o.warn(n, "%s is in the future", o.at(name))
	}
	return date
}
