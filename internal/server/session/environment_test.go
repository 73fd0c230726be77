package session_test

import (
	"strings"
	"testing"

	"ssh-resume/internal/server/session"

	"github.com/charmbracelet/colorprofile"
)

func TestColorsAreThoseTheTerminalShows(t *testing.T) {
	for _, test := range []struct {
		term string
		env  session.Environment
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
		{"xterm-256color", session.Environment{"COLORTERM": "truecolor"}, colorprofile.TrueColor},
		{"xterm-256color", session.Environment{"NO_COLOR": "1"}, colorprofile.ASCII},
		{"xterm-256color", session.Environment{"NO_COLOR": "yes"}, colorprofile.ASCII},
		{"xterm-256color", session.Environment{"NO_COLOR": ""}, colorprofile.ANSI256},
		{"xterm-256color", session.Environment{"NO_COLOR": "1", "CLICOLOR_FORCE": "1", "COLORTERM": "truecolor"}, colorprofile.ASCII},
	} {
		if got := test.env.Profile(test.term); got != test.want {
			t.Errorf("%s %v: %s, want %s", test.term, test.env, got, test.want)
		}
	}
}

func TestCharacterSetIsThatOfTheLocale(t *testing.T) {
	for _, test := range []struct {
		env  session.Environment
		want bool
	}{
		{nil, false},
		{session.Environment{"LANG": "en_US.UTF-8"}, false},
		{session.Environment{"LANG": "en_US.utf8"}, false},
		{session.Environment{"LANG": "C.UTF-8"}, false},
		{session.Environment{"LANG": "de_DE.UTF-8@euro"}, false},
		{session.Environment{"LANG": "de_DE"}, false},
		{session.Environment{"LANG": "C"}, true},
		{session.Environment{"LANG": "POSIX"}, true},
		{session.Environment{"LANG": "en_US.ISO-8859-1"}, true},
		{session.Environment{"LC_ALL": "C", "LANG": "en_US.UTF-8"}, true},
		{session.Environment{"LC_ALL": "", "LC_CTYPE": "en_US.UTF-8", "LANG": "C"}, false},
		{session.Environment{"LC_CTYPE": "C", "LANG": "en_US.UTF-8"}, true},
	} {
		if got := test.env.ASCII(); got != test.want {
			t.Errorf("%v: %v", test.env, got)
		}
	}
}

func TestLanguageIsThatOfTheMessages(t *testing.T) {
	for _, test := range []struct {
		env  session.Environment
		want string
	}{
		{nil, ""},
		{session.Environment{"LANG": "de_DE.UTF-8"}, "de-de"},
		{session.Environment{"LANG": "pt_BR"}, "pt-br"},
		{session.Environment{"LANG": "de_DE.UTF-8@euro"}, "de-de"},
		{session.Environment{"LANG": "C.UTF-8"}, ""},
		{session.Environment{"LANG": "POSIX"}, ""},
		{session.Environment{"LC_ALL": "C", "LANG": "de_DE.UTF-8"}, ""},
		{session.Environment{"LC_MESSAGES": "fr_FR.UTF-8", "LANG": "de_DE.UTF-8"}, "fr-fr"},
		{session.Environment{"LC_ALL": "", "LC_MESSAGES": "", "LANG": "ja_JP.UTF-8"}, "ja-jp"},
		{session.Environment{"LC_CTYPE": "de_DE.UTF-8"}, ""},
	} {
		if got := strings.Join(test.env.Languages(), " "); got != test.want {
			t.Errorf("%v: %q, want %q", test.env, got, test.want)
		}
		for name := range test.env {
			if !session.AcceptsVariable(name) {
				t.Errorf("%s is refused", name)
			}
		}
	}
}
