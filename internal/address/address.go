// Package address holds the address at which visitors reach a résumé, and writes the commands that they type for it.
package address

import (
	"net"
	"regexp"
	"strings"
)

// Address is where visitors reach a résumé. The zero Address means nowhere, as in a preview.
type Address struct {
	User string // empty if any will do
	Host string // a name or an IP address, an IPv6 address without brackets
	Port string // empty for 22
}

// Help is the command that lists all commands.
const Help = "help"

// Parse reads HOST or HOST:PORT; an IPv6 address with a port is in brackets.
func Parse(s string) Address {
	a := Address{Host: s}
	if host, port, err := net.SplitHostPort(s); err == nil {
		a.Host, a.Port = host, port
	}
	a.Host = strings.Trim(a.Host, "[]")
	if a.Port == "22" {
		a.Port = ""
	}
	return a
}

// Of returns the address to show to visitors: the public one (HOST or HOST:PORT), or else the one that the
// client connected to: localhost if only this machine can reach it.
func Of(public string, reached net.Addr) Address {
	a := Parse(public)
	if a.Host != "" {
		return a
	}
	a = Parse(reached.String())
	if tcp, ok := reached.(*net.TCPAddr); ok && (tcp.IP.IsLoopback() || tcp.IP.IsUnspecified()) {
		a.Host = "localhost"
	}
	return a
}

// SSH returns the command that runs words on the host, or without words opens the interactive résumé. Leading words
// that begin with "-" are options of ssh and go before the host.
func (a Address) SSH(words ...string) string {
	command := "ssh "
	for len(words) > 0 && strings.HasPrefix(words[0], "-") {
		command, words = command+words[0]+" ", words[1:]
	}
	command += a.port("-p") + a.login(a.Host)
	return strings.Join(append([]string{command}, words...), " ")
}

// SCP returns the command that copies a file, or the files of a pattern, into the current directory.
func (a Address) SCP(file string) string {
	host := a.Host
	if strings.Contains(host, ":") {
		host = "[" + host + "]"
	}
	from := a.login(host) + ":" + file
	if strings.ContainsAny(from, "*[") {
		from = "'" + from + "'" // the visitor's own shell must not expand it
	}
	return "scp " + a.port("-P") + from + " ."
}

// SFTP returns the command that opens the folder of files.
func (a Address) SFTP() string { return "sftp " + a.port("-P") + a.login(a.Host) }

// port returns an option with the port, and a space after it; nothing for port 22.
func (a Address) port(option string) string {
	if a.Port == "" {
		return ""
	}
	return option + " " + a.Port + " "
}

// login returns USER@HOST, or only HOST if any user will do.
func (a Address) login(host string) string { return strings.TrimPrefix(a.User+"@"+host, "@") }

// String returns HOST or HOST:PORT, as Parse reads it.
func (a Address) String() string {
	if a.Port == "" {
		return a.Host
	}
	return net.JoinHostPort(a.Host, a.Port)
}

var needsNoQuotes = regexp.MustCompile(`^[\w./@:+,-]+$`)

// Quote quotes an argument for a shell, if necessary.
func Quote(argument string) string {
	if needsNoQuotes.MatchString(argument) {
		return argument
	}
	return "'" + strings.ReplaceAll(argument, "'", `'\''`) + "'"
}
