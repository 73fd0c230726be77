package observe

import (
	"slices"
	"strings"

	"ssh-resume/internal/server/session"
)

// family is a group of programs whose names begin alike.
type family struct{ name, begins string }

type families []family

const (
	familyOther = "other"
	familyNone  = "none"
)

// clientFamilies are SSH clients by the software in their version, in lower case.
// The first that fits counts.
var clientFamilies = families{
	{"openssh", "openssh"},
	{"putty", "putty"},
	{"winscp", "winscp"},
	{"filezilla", "filezilla"},
	{"teraterm", "ttssh"},
	{"dropbear", "dropbear"},
	{"libssh2", "libssh2"},
	{"libssh", "libssh"},
	{"paramiko", "paramiko"},
	{"asyncssh", "asyncssh"},
	{"jsch", "jsch"},
	{"sshj", "sshj"},
	{"mina", "apache-sshd"},
	{"ssh2-js", "ssh2js"},
	{"russh", "russh"},
	{"go", "go"},
}

// terminalFamilies are terminals by their TERM. Many that have a name of their own
// say xterm.
var terminalFamilies = families{
	{"kitty", "xterm-kitty"},
	{"ghostty", "xterm-ghostty"},
	{"xterm", "xterm"},
	{"tmux", "tmux"},
	{"screen", "screen"},
	{"alacritty", "alacritty"},
	{"foot", "foot"},
	{"iterm", "iterm"},
	{"wezterm", "wezterm"},
	{"rxvt", "rxvt"},
	{"konsole", "konsole"},
	{"vte", "vte"},
	{"vte", "gnome"},
	{"st", "st"},
	{"putty", "putty"},
	{"linux", "linux"},
	{"vt", "vt"},
	{"ansi", "ansi"},
	{"dumb", "dumb"},
}

// names returns all that of may return.
func (f families) names() []string {
	all := []string{familyOther, familyNone}
	for _, one := range f {
		all = append(all, one.name)
	}
	return all
}

// of returns the name of a program's family. The beginning that makes a program one
// of a family must end where the letters end: "goodness" is not Go.
func (f families) of(program string) string {
	program = strings.ToLower(program)
	i := slices.IndexFunc(f, func(one family) bool {
		rest, ok := strings.CutPrefix(program, one.begins)
		return ok && (rest == "" || rest[0] < 'a' || rest[0] > 'z')
	})
	if i < 0 {
		return familyOther
	}
	return f[i].name
}

// clientFamily returns the family of a client, whose version is such as
// "SSH-2.0-OpenSSH_9.6 Debian" (RFC 4253, section 4.2).
func clientFamily(version string) string {
	_, software, _ := strings.Cut(strings.TrimPrefix(version, "SSH-"), "-")
	return clientFamilies.of(software)
}

// terminalFamily returns the family of a terminal.
func terminalFamily(t session.Terminal) string {
	if !t.Present || t.Name == "" {
		return familyNone
	}
	return terminalFamilies.of(t.Name)
}
