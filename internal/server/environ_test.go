package server

import (
	"testing"

	"github.com/charmbracelet/colorprofile"
)

func TestColorsAreThoseTheTerminalShows(t *testing.T) {
	for _, test := range []struct {
		term string
		env  environment
		want colorprofile.Profile
	}{
		{"xterm-256color", nil, colorprofile.ANSI256},
		{"tmux-256color", nil, colorprofile.ANSI256},
		{"xterm", nil, colorprofile.ANSI},
		{"xterm-color", nil, colorprofile.ANSI},
		{"linux", nil, colorprofile.ANSI},
		{"xterm-kitty", nil, colorprofile.TrueColor},
		{"xterm-256color", environment{"COLORTERM": "truecolor"}, colorprofile.TrueColor},
		{"xterm-256color", environment{"NO_COLOR": "1"}, colorprofile.ASCII},
		{"xterm-256color", environment{"NO_COLOR": "yes"}, colorprofile.ASCII},
		{"xterm-256color", environment{"NO_COLOR": ""}, colorprofile.ANSI256},
		{"xterm-256color", environment{"NO_COLOR": "1", "CLICOLOR_FORCE": "1", "COLORTERM": "truecolor"}, colorprofile.ASCII},
	} {
		if got := test.env.profile(test.term); got != test.want {
			t.Errorf("%s %v: %s, want %s", test.term, test.env, got, test.want)
		}
	}
}

func TestCharacterSetIsThatOfTheLocale(t *testing.T) {
	for _, test := range []struct {
		env  environment
		want bool
	}{
		{nil, false},
		{environment{"LANG": "en_US.UTF-8"}, false},
		{environment{"LANG": "en_US.utf8"}, false},
		{environment{"LANG": "C.UTF-8"}, false},
		{environment{"LANG": "de_DE.UTF-8@euro"}, false},
		{environment{"LANG": "de_DE"}, false},
		{environment{"LANG": "C"}, true},
		{environment{"LANG": "POSIX"}, true},
		{environment{"LANG": "en_US.ISO-8859-1"}, true},
		{environment{"LC_ALL": "C", "LANG": "en_US.UTF-8"}, true},
		{environment{"LC_ALL": "", "LC_CTYPE": "en_US.UTF-8", "LANG": "C"}, false},
		{environment{"LC_CTYPE": "C", "LANG": "en_US.UTF-8"}, true},
	} {
		if got := test.env.ascii(); got != test.want {
			t.Errorf("%v: %v", test.env, got)
		}
	}
}
