package session

import (
	"cmp"
	"slices"
	"strings"

	"github.com/charmbracelet/colorprofile"
)

// Environment holds the variables of a visitor that have a meaning here. Others
// are refused, as OpenSSH refuses those that its AcceptEnv does not name.
type Environment map[string]string

// localeVariables say which character set a visitor has, in this order (POSIX,
// "Internationalization Variables").
var localeVariables = [...]string{"LC_ALL", "LC_CTYPE", "LANG"}

// colorVariables say which colors a terminal shows.
var colorVariables = [...]string{"COLORTERM", "NO_COLOR", "CLICOLOR", "CLICOLOR_FORCE"}

// AcceptsVariable reports whether a variable has a meaning here.
func AcceptsVariable(name string) bool {
	return slices.Contains(localeVariables[:], name) || slices.Contains(colorVariables[:], name)
}

// ASCII reports whether the visitor's character set is known not to be UTF-8.
func (e Environment) ASCII() bool {
	return ASCIILocale(func(name string) string { return e[name] })
}

// ASCIILocale reports whether the character set that variables name is known not to
// be UTF-8. Getenv returns a variable's value, empty if it is not set.
func ASCIILocale(getenv func(name string) string) bool {
	value := strings.ToLower(cmp.Or(getenv(localeVariables[0]), getenv(localeVariables[1]), getenv(localeVariables[2])))
	_, charset, _ := strings.Cut(value, ".")
	charset, _, _ = strings.Cut(charset, "@")
	if charset == "" {
		// "de_DE" alone leaves it open, and is UTF-8 on most systems now.
		return value == "c" || value == "posix"
	}
	return charset != "utf-8" && charset != "utf8"
}

// Profile returns the colors that a terminal of this name is known to show.
func (e Environment) Profile(term string) colorprofile.Profile {
	list := []string{"TERM=" + term}
	for _, name := range colorVariables {
		if value := e[name]; value != "" {
			if name == "NO_COLOR" {
				value = "1" // any value counts (https://no-color.org), but colorprofile wants a boolean
			}
			list = append(list, name+"="+value)
		}
	}
	return colorprofile.Env(list)
}
