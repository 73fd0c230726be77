package server

import (
	"cmp"
	"slices"
	"strings"

	"github.com/charmbracelet/colorprofile"
)

// environment holds the variables of a visitor that mean something here.
// Others are refused, as OpenSSH refuses what its AcceptEnv does not name.
type environment map[string]string

// locale lists where a visitor's character set is looked for, in this order
// (POSIX, "Internationalization Variables").
var locale = [...]string{"LC_ALL", "LC_CTYPE", "LANG"}

// color lists what tells the colors that a terminal shows.
var color = [...]string{"COLORTERM", "NO_COLOR", "CLICOLOR", "CLICOLOR_FORCE"}

func accepted(name string) bool {
	return slices.Contains(locale[:], name) || slices.Contains(color[:], name)
}

// ascii tells whether the visitor's character set is known not to be UTF-8.
func (e environment) ascii() bool {
	return ASCIILocale(func(name string) string { return e[name] })
}

// ASCIILocale tells whether the character set that variables name is known not
// to be UTF-8; getenv gives a variable, empty where it is not set.
func ASCIILocale(getenv func(name string) string) bool {
	value := strings.ToLower(cmp.Or(getenv(locale[0]), getenv(locale[1]), getenv(locale[2])))
	_, charset, _ := strings.Cut(value, ".")
	charset, _, _ = strings.Cut(charset, "@")
	if charset == "" {
		// "de_DE" alone leaves it open, and is UTF-8 on most systems now.
		return value == "c" || value == "posix"
	}
	return charset != "utf-8" && charset != "utf8"
}

// profile gives the colors that the terminal is known to show.
func (e environment) profile(term string) colorprofile.Profile {
	list := []string{"TERM=" + term}
	for _, name := range color {
		if value := e[name]; value != "" {
			if name == "NO_COLOR" {
				value = "1" // any value counts (https://no-color.org), but colorprofile wants a boolean
			}
			list = append(list, name+"="+value)
		}
	}
	return colorprofile.Env(list)
}
