package resume

import (
	"cmp"
	_ "embed" // phrases about dates
	"errors"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"
	"time"

	"ssh-resume/internal/words"
)

// Date is a year, a month or a day as JSON Resume writes it: "2019", "2019-03", "2019-03-15"; empty if it
// is not known. If a date can't be read, it is the text as written, which is shown as it is.
type Date string

// AsWritten is the suffix of a field for a date in words, where the format does not allow one.
const AsWritten = "AsWritten"

// IsDate reports whether it is a date as JSON Resume writes it.
func (d Date) IsDate() bool { return dateForm.MatchString(string(d)) }

// year returns the year; empty if it is not known.
func (d Date) year() string {
	if !d.IsDate() {
		return ""
	}
	return string(d[:len("2006")])
}

// split returns year and month; 0 if unknown.
func (d Date) split() (year, month int) {
	if m := dateForm.FindStringSubmatch(string(d)); m != nil {
		return number(m[1]), number(m[2])
	}
	return 0, 0
}

var (
	// dateForm matches what JSON Resume's schema accepts as a date.
	dateForm = regexp.MustCompile(`^([12][0-9]{3})(?:-([01][0-9])(?:-[0-3][0-9])?)?$`)
	// dayForm matches a day, even one that its month does not have: other programs accept 2019-02-30.
	dayForm = regexp.MustCompile(`^[12][0-9]{3}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$`)
	// yearFirst matches a date in figures, with or without a time, or in Chinese, Japanese or Korean.
	yearFirst = regexp.MustCompile(`^([12][0-9]{3}) ?(?:[-‐‑/.年년](?: ?([0-9]{1,2}) ?(?:[-‐‑/.月월](?: ?([0-9]{1,2}) ?[日일.]?)?)?)?)?(?:[T ][0-9]+:[0-9:.]+ ?(?:Z|[+-][0-9:]+)?)?$`)
	// yearLast matches a date that begins with the month or the day; before dots, it is the day.
	yearLast = regexp.MustCompile(`^(?:([0-9]{1,2})([-/.]) ?)?([0-9]{1,2})[-/.] ?([12][0-9]{3})$`)
	// between separates the dates of a period: "2019 – 2021", "May 2019 to June 2020".
	between = regexp.MustCompile(`\s*[-–—~～〜/]\s*|\s+\pL+\s+`)
	// dateToken is a number or a name in a date.
	dateToken = regexp.MustCompile(`[0-9]+|[\pL\pM]+`)
)

// noExpiryPhrases has a regular expression on each line.
//
//go:embed noexpiry.txt
var noExpiryPhrases string

// noExpiry matches a phrase after a date that says that a certificate never expires.
var noExpiry = regexp.MustCompile(`(?i)[\s,、，،;:·–—(-]*(?:` + strings.Join(strings.Fields(strings.ReplaceAll(noExpiryPhrases, " ", `\s`)), "|") + `)\)?$`)

var (
	errTwoReadings = errors.New("can be read in two ways") // day and month can't be told apart
	errNoDate      = errors.New("is not a date")
)

// readDate reads a date as people write it, with names of months in the language of w, in English or, if the
// name is unambiguous, in any language.
func readDate(text string, w *words.Words) (Date, error) {
	text = strings.Map(inASCIIDigits, text)
	if m := yearFirst.FindStringSubmatch(text); m != nil {
		return dateOf(number(m[1]), number(m[2]), number(m[3]))
	}
	m := yearLast.FindStringSubmatch(text)
	if m == nil {
		return readNamedMonth(text, w)
	}
	first, second, year := number(m[1]), number(m[3]), number(m[4])
	switch {
	case m[1] == "", m[2] == ".", first > 12:
		return dateOf(year, second, first)
	case second > 12 || first == second:
		return dateOf(year, first, second)
	default:
		return "", errTwoReadings
	}
}

// inASCIIDigits returns a digit of any script as 0 to 9, and anything else as it is.
func inASCIIDigits(r rune) rune {
	for _, zero := range "٠۰०০๐０" {
		if r >= zero && r <= zero+9 {
			return '0' + r - zero
		}
	}
	return r
}

// readNamedMonth reads "March 2019", "Mar 1st, 2015", "1. März 2014", or a year among words: "Summer 2018".
func readNamedMonth(text string, w *words.Words) (Date, error) {
	year, day := 0, 0
	var names []string
	for _, token := range dateToken.FindAllString(strings.ReplaceAll(text, "年", " "), -1) {
		n := number(token)
		switch {
		case n >= 1000 && year == 0:
			year = n
		case n > 0 && n <= 31 && day == 0:
			day = n
		case n > 0:
			return "", errNoDate
		default:
			names = append(names, strings.ToLower(token))
		}
	}
	month := monthNamed(strings.Join(names, " "), w)
	if month == 0 {
		for _, name := range names {
			m := monthNamed(name, w)
			if m > 0 && month > 0 && m != month {
				return "", errNoDate
			}
			month = max(month, m)
		}
	}
	if month == 0 && day > 0 {
		return "", errNoDate
	}
	return dateOf(year, month, day)
}

// monthNamed returns the month for a name, or its first three or more letters, in lower case; 0 if there is none.
func monthNamed(name string, w *words.Words) int {
	all := monthsByName()
	return max(0, cmp.Or(all["en:"+name], all[w.Tag.String()+":"+name], all[name]))
}

// monthsByName has the names of months and their prefixes: of each language, preceded by its tag, and of all
// languages; -1 for a name of different months.
var monthsByName = sync.OnceValue(func() map[string]int {
	all := map[string]int{}
	for _, tag := range words.Languages() {
		dates := &words.For(tag.String()).Dates
		for i := range 12 {
			names := append([]string{dates.Months[i]}, dates.MonthNames[i]...)
			letters := []rune(dates.LongMonths[i])
			for n := min(3, len(letters)); n <= len(letters); n++ {
				names = append(names, string(letters[:n]))
			}
			for _, name := range names {
				name = strings.ToLower(strings.TrimSuffix(name, "."))
				own, month := tag.String()+":"+name, i+1
				all[own] = cmp.Or(all[own], month)
				if cmp.Or(all[name], month) != month {
					month = -1
				}
				all[name] = month
			}
		}
	}
	return all
})

// number returns a number of few digits; 0 if the text is not one.
func number(s string) int {
	n, err := strconv.Atoi(s)
	if err != nil {
		return 0
	}
	return n
}

// dateOf returns a date, which is less exact if month or day is 0.
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

// ongoingWords has further words, besides those of package words, for what has not ended, in lower case.
//
//go:embed ongoing.txt
var ongoingWords string

var ongoing = sync.OnceValue(func() string {
	all := "\n" + ongoingWords
	for _, tag := range words.Languages() {
		all += strings.ToLower(words.For(tag.String()).Dates.Present) + "\n"
	}
	return all
})

// readPeriod splits a start that includes the end, "2019 – 2021", into two fields.
func (o *object) readPeriod() {
	n, end := o.n.value("startDate"), o.n.value("endDate")
	if !n.isLine() || end != nil && oneLine(end.text) != "" {
		return
	}
	for _, at := range between.FindAllStringIndex(n.text, -1) {
		from, err := readDate(n.text[:at[0]], o.words)
		last := n.text[at[1]:]
		to, errTo := readDate(last, o.words)
		if err != nil || errTo != nil && last != "" && !isOngoing(last) {
			continue
		}
		until := "no endDate"
		if to != "" {
			until = "endDate: " + string(to)
		}
		o.warn(n, "%s is read as a period; write startDate: %s and %s", o.at("startDate"), from, until)
		end := *n
		n.text, end.text = string(from), string(to)
		o.n.fields = slices.Insert(o.n.fields, 0, named("endDate", &end))
		return
	}
}

// isOngoing reports whether a text says, in any language, that something has not ended.
func isOngoing(text string) bool {
	return strings.Contains(ongoing(), "\n"+strings.ReplaceAll(strings.ToLower(text), "'", "’")+"\n")
}

// date returns a date, or a text that can't be read as one. A date that ends a period may say that it has not ended.
func (d *decoder) date(n *node, ends bool) Date {
	text := d.line(n)
	switch {
	case text == "":
		return ""
	case ends && isOngoing(text):
		d.warn(n, "%s is left out: an entry without endDate is ongoing", n.path)
		return ""
	}
	date, err := readDate(noExpiry.ReplaceAllString(text, ""), d.words)
	switch {
	case errors.Is(err, errTwoReadings):
		d.warn(n, "%s is shown as written: %q can be read in two ways; write 2019-03-15", n.path, clip(text))
	case err != nil && dayForm.MatchString(text):
		date = Date(text[:len("2006-01")])
		d.warn(n, "%s is read as %s: that month has no such day as %s", n.path, date, text)
		return date
	case err != nil:
		d.warn(n, "%s is shown as written: %q is not a date (2019, 2019-03 or 2019-03-15)", n.path, clip(text))
	case string(date) != text:
		d.warn(n, "%s is read as %s; write it that way, since other programs may not understand %q", n.path, date, clip(text))
	}
	if err != nil {
		return Date(text)
	}
	if expected := ends && strings.HasPrefix(n.path, "education"); date > d.today && d.today != "" && !expected {
		d.warn(n, "%s is in the future", n.path)
	}
	return date
}
