package server

import (
	"net"
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

func TestHostIsWhatVisitorsType(t *testing.T) {
	at := func(ip string, port int) net.Addr { return &net.TCPAddr{IP: net.ParseIP(ip), Port: port} }
	for _, test := range []struct {
		public  string
		reached net.Addr
		want    string
	}{
		{"", at("127.0.0.1", 2222), "-p 2222 localhost"},
		{"", at("::1", 22), "localhost"},
		{"", at("::", 2222), "-p 2222 localhost"},
		{"", at("0.0.0.0", 22), "localhost"},
		{"", at("192.0.2.7", 22), "192.0.2.7"},
		{"", at("2001:db8::7", 2222), "-p 2222 2001:db8::7"},
		{"resume.example.com", at("127.0.0.1", 2222), "resume.example.com"},
		{"resume.example.com:22", at("127.0.0.1", 2222), "resume.example.com"},
		{"resume.example.com:2200", at("127.0.0.1", 2222), "-p 2200 resume.example.com"},
		{"[2001:db8::7]:2200", at("127.0.0.1", 2222), "-p 2200 2001:db8::7"},
		{"2001:db8::7", at("127.0.0.1", 2222), "2001:db8::7"},
	} {
		if got := Destination(test.public, test.reached); got != test.want {
			t.Errorf("%q, %v: %q, want %q", test.public, test.reached, got, test.want)
		}
	}
}
