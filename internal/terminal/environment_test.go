package terminal_test

import (
	"strings"
	"testing"

	"ssh-resume/internal/terminal"

	"github.com/charmbracelet/colorprofile"
)

func TestColorsAreThoseTheTerminalShows(t *testing.T) {
	for _, test := range []struct {
		term string
		env  terminal.Environment
		want colorprofile.Profile
	}{
		{"xterm-256color", nil, colorprofile.ANSI256},
		{"tmux-256color", nil, colorprofile.ANSI256},
		{"xterm", nil, colorprofile.ANSI},
		{"xterm-color", nil, colorprofile.ANSI},
		{"linux", nil, colorprofile.ANSI},
		{"vt100", nil, colorprofile.ASCII},
		{"vt220", nil, colorprofile.ASCII},
		{"xterm-kitty", nil, colorprofile.TrueColor},
		{"xterm-256color", terminal.Environment{"COLORTERM": "truecolor"}, colorprofile.TrueColor},
		{"xterm-256color", terminal.Environment{"NO_COLOR": "1"}, colorprofile.ASCII},
		{"xterm-256color", terminal.Environment{"NO_COLOR": "yes"}, colorprofile.ASCII},
		{"xterm-256color", terminal.Environment{"NO_COLOR": ""}, colorprofile.ANSI256},
		{"xterm-256color", terminal.Environment{"NO_COLOR": "1", "CLICOLOR_FORCE": "1", "COLORTERM": "truecolor"}, colorprofile.ASCII},
	} {
		if got := test.env.Profile(test.term); got != test.want {
			t.Errorf("%s %v: %s, want %s", test.term, test.env, got, test.want)
		}
	}
}

func TestCharacterSetIsThatOfTheLocale(t *testing.T) {
	for _, test := range []struct {
		env  terminal.Environment
		want bool
	}{
		{nil, false},
		{terminal.Environment{"LANG": "en_US.UTF-8"}, false},
		{terminal.Environment{"LANG": "en_US.utf8"}, false},
		{terminal.Environment{"LANG": "C.UTF-8"}, false},
		{terminal.Environment{"LANG": "de_DE.UTF-8@euro"}, false},
		{terminal.Environment{"LANG": "de_DE"}, false},
		{terminal.Environment{"LANG": "C"}, true},
		{terminal.Environment{"LANG": "POSIX"}, true},
		{terminal.Environment{"LANG": "en_US.ISO-8859-1"}, true},
		{terminal.Environment{"LC_ALL": "C", "LANG": "en_US.UTF-8"}, true},
		{terminal.Environment{"LC_ALL": "", "LC_CTYPE": "en_US.UTF-8", "LANG": "C"}, false},
		{terminal.Environment{"LC_CTYPE": "C", "LANG": "en_US.UTF-8"}, true},
	} {
		if got := test.env.ASCII(); got != test.want {
			t.Errorf("%v: %v", test.env, got)
		}
	}
}

func TestLanguageIsThatOfTheMessages(t *testing.T) {
	for _, test := range []struct {
		env  terminal.Environment
		want string
	}{
		{nil, ""},
		{terminal.Environment{"LANG": "de_DE.UTF-8"}, "de-de"},
		{terminal.Environment{"LANG": "pt_BR"}, "pt-br"},
		{terminal.Environment{"LANG": "de_DE.UTF-8@euro"}, "de-de"},
		{terminal.Environment{"LANG": "C.UTF-8"}, ""},
		{terminal.Environment{"LANG": "POSIX"}, ""},
		{terminal.Environment{"LC_ALL": "C", "LANG": "de_DE.UTF-8"}, ""},
		{terminal.Environment{"LC_MESSAGES": "fr_FR.UTF-8", "LANG": "de_DE.UTF-8"}, "fr-fr"},
		{terminal.Environment{"LC_ALL": "", "LC_MESSAGES": "", "LANG": "ja_JP.UTF-8"}, "ja-jp"},
		{terminal.Environment{"LC_CTYPE": "de_DE.UTF-8"}, ""},
	} {
		if got := strings.Join(test.env.Languages(), " "); got != test.want {
			t.Errorf("%v: %q, want %q", test.env, got, test.want)
		}
		for name := range test.env {
			if !terminal.AcceptsVariable(name) {
				t.Errorf("%s is refused", name)
			}
		}
	}
}
