// Package manual makes the man page and the shells' completions of a command
// line, so that they say what it takes and nothing else.
package manual

import (
	"slices"
	"strings"

	"github.com/alecthomas/kong"
)

// Program is a command line, as far as a manual needs to know it.
type Program struct {
	Model *kong.Application

	// Implied is the command that flags alone stand for.
	Implied string
	// Words gives the words that a value may be, none where it may be others.
	Words func(*kong.Value) []string
	// IsFile tells whether a value names a file.
	IsFile func(*kong.Value) bool
}

// commands gives the commands that are shown.
func (p *Program) commands() []*kong.Node {
	return slices.DeleteFunc(slices.Clone(p.Model.Children), func(n *kong.Node) bool { return n.Hidden })
}

// flags gives the flags of a command, and those that every command has.
func (p *Program) flags(command *kong.Node) []*kong.Flag {
	return slices.DeleteFunc(slices.Concat(command.Flags, p.Model.Flags), func(f *kong.Flag) bool { return f.Hidden })
}

// firstLine gives a help up to the end of its first sentence.
func firstLine(help string) string {
	if sentence, _, cut := strings.Cut(help, ". "); cut {
		help = sentence
	}
	if clause, _, cut := strings.Cut(help, "; "); cut {
		help = clause
	}
	return strings.TrimSuffix(help, ".")
}
