package observe

import (
	"cmp"
	"strings"

	"ssh-resume/internal/server/session"
)

// families are groups of programs: the name of each, and where programs of that group
// begin otherwise, "=" and how. The first that fits counts.
type families []string

const (
	familyOther = "other"
	familyNone  = "none"
)

// clientFamilies are SSH clients by the software in their version, and
// terminalFamilies are terminals by their TERM. Many that have a name of their own say
// xterm.
var (
	clientFamilies = families{
		"openssh", "putty", "winscp", "filezilla", "teraterm=ttssh", "dropbear", "libssh2", "libssh", "paramiko", "asyncssh",
		"jsch", "sshj", "mina=apache-sshd", "ssh2-js=ssh2js", "russh", "go",
	}
	terminalFamilies = families{
		"kitty=xterm-kitty", "ghostty=xterm-ghostty", "xterm", "tmux", "screen", "alacritty", "foot", "iterm", "wezterm", "rxvt",
		"konsole", "vte", "vte=gnome", "st", "putty", "linux", "vt", "ansi", "dumb",
	}
)

// names returns all that of may return.
func (f families) names() []string {
	all := []string{familyOther, familyNone}
	for _, family := range f {
		name, _, _ := strings.Cut(family, "=")
		all = append(all, name)
	}
	return all
}

// of returns the name of a program's family. The beginning that makes a program one
// of a family must end where the letters end: "goodness" is not Go.
func (f families) of(program string) string {
	program = strings.ToLower(program)
	for _, family := range f {
		name, begins, _ := strings.Cut(family, "=")
		rest, ok := strings.CutPrefix(program, cmp.Or(begins, name))
		if ok && (rest == "" || rest[0] < 'a' || rest[0] > 'z') {
			return name
		}
	}
	return familyOther
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
