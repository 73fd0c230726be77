package main

import (
	"io"
	"io/fs"
	"path/filepath"
	"slices"
	"strings"
	"unicode"
)

// name is what the program is called in its messages.
const name = "ssh-resume"

// program is what a command may use of the world around it.
type program struct {
	env            []string // "NAME=value", as in os.Environ
	root           fs.FS    // the machine's files, as far as they tell its limits
	stdin          io.Reader
	stdout, stderr io.Writer
}

// getenv gives a variable of the environment, empty where it is not set.
func (p *program) getenv(name string) string {
	for _, v := range slices.Backward(p.env) { // the last one counts
		if value, ok := strings.CutPrefix(v, name+"="); ok {
			return value
		}
	}
	return ""
}

// stateFile gives the path of a file in the directory that keeps what is to
// last from one start to the next; empty where the environment names none.
func (p *program) stateFile(file string) string {
	// systemd.exec(5): several directories are separated by colons.
	if dir, _, _ := strings.Cut(p.getenv("STATE_DIRECTORY"), ":"); dir != "" {
		return filepath.Join(dir, file)
	}
	// XDG Base Directory Specification: a relative path is to be ignored.
	if dir := p.getenv("XDG_STATE_HOME"); filepath.IsAbs(dir) {
		return filepath.Join(dir, name, file)
	}
	if home := p.getenv("HOME"); home != "" {
		return filepath.Join(home, ".local", "state", name, file)
	}
	return ""
}

// printable gives a text as one line that can't steer a terminal.
func printable(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsControl(r) {
			return ' '
		}
		return r
	}, strings.ToValidUTF8(s, "\ufffd"))
}
