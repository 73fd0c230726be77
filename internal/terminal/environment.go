package terminal

import (
	"cmp"
	"slices"
	"strings"

	"github.com/charmbracelet/colorprofile"
)

// Environment holds the variables that say what a terminal shows, and in which language. A server refuses
// others, as OpenSSH refuses variables that AcceptEnv does not name.
type Environment map[string]string

// Variables that say which character set and which language a visitor has, in the
// order of POSIX, and which colors a terminal shows.
var (
	charsetVariables  = []string{"LC_ALL", "LC_CTYPE", "LANG"}
	languageVariables = []string{"LC_ALL", "LC_MESSAGES", "LANG"}
	colorVariables    = []string{"COLORTERM", "NO_COLOR", "CLICOLOR", "CLICOLOR_FORCE"}
)

// AcceptsVariable reports whether a variable has a meaning here.
func AcceptsVariable(name string) bool {
	return slices.Contains(slices.Concat(charsetVariables, languageVariables, colorVariables), name)
}

// ASCII reports whether the visitor's character set is known not to be UTF-8.
func (e Environment) ASCII() bool {
	language, charset := e.locale(charsetVariables)
	// "de_DE" alone leaves it open, and is UTF-8 on most systems now.
	return charset == "" && isPOSIX(language) || charset != "" && charset != "utf-8" && charset != "utf8"
}

// Languages returns the languages that the visitor wants, in the form of BCP 47.
func (e Environment) Languages() []string {
	language, _ := e.locale(languageVariables)
	if language == "" || isPOSIX(language) {
		return nil
	}
	return []string{strings.ReplaceAll(language, "_", "-")}
}

// locale returns the language and the character set of the first variable that is
// set: de_de and utf-8 of de_DE.UTF-8@euro.
func (e Environment) locale(variables []string) (language, charset string) {
	value := ""
	for _, name := range variables {
		value = cmp.Or(value, e[name])
	}
	value, _, _ = strings.Cut(strings.ToLower(value), "@")
	language, charset, _ = strings.Cut(value, ".")
	return language, charset
}

// isPOSIX reports whether a locale has no language.
func isPOSIX(language string) bool { return language == "c" || language == "posix" }

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
	profile := colorprofile.Env(list)
	if strings.HasPrefix(term, "vt") { // DEC's terminals, which the library takes for ones with colors
		profile = min(profile, colorprofile.ASCII)
	}
	return profile
}
