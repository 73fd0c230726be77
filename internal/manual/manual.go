// Package manual writes the man page and the shell completions of a command line,
// from the command line itself.
package manual

import (
	"slices"
	"strings"

	"github.com/alecthomas/kong"
)

// Program is a command line, as far as its manual needs to know it.
type Program struct {
	Model *kong.Application

	// Default is the command that flags alone stand for.
	Default string
	// Choices returns the only values that a flag or an argument takes; none if it
	// takes others.
	Choices func(*kong.Value) []string
	// IsFile reports whether a value names a file.
	IsFile func(*kong.Value) bool

	// Variables says what environment variables mean besides being flags.
	Variables []Entry
	// Files are the files that the program reads and writes.
	Files []Entry
	// Format describes the format of the owner's file, and Fields its fields.
	Format string
	Fields []Entry
}

// An Entry is a name and what it stands for.
type Entry struct{ Name, Help string }

// flags returns the flags of a command, and those that every command has.
func (p *Program) flags(command *kong.Node) []*kong.Flag {
	return slices.Concat(command.Flags, p.Model.Flags)
}

// summary returns the first clause of a help text.
func summary(help string) string {
	help, _, _ = strings.Cut(help, ". ")
	help, _, _ = strings.Cut(help, "; ")
	return strings.TrimSuffix(help, ".")
}
