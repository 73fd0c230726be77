// Package manual writes the man page and the shell completions of a command line,
// from the command line itself.
package manual

import (
	"embed"
	"fmt"
	"slices"
	"strings"
	"text/template"
	"time"

	"github.com/alecthomas/kong"
)

//go:embed *.tmpl
var templates embed.FS

// Program is a command line, as far as its manual needs to know it.
type Program struct {
	Model *kong.Application

	// Default is the command that flags alone stand for.
	Default string
	// Choices returns the values to offer for a flag or an argument, if they are known.
	Choices func(*kong.Value) []string
	// IsFile reports whether a value names a file.
	IsFile func(*kong.Value) bool

	Texts
	// Fields are the fields of the owner's file.
	Fields []Entry
	// Version and Date are those of the build.
	Version string
	Date    time.Time
}

// Texts are what the page says besides the command line.
type Texts struct {
	Format    string  // of the owner's file
	Variables []Entry // what environment variables mean besides being flags
	Files     []Entry // that the program reads and writes
}

// An Entry is a name and what it stands for.
type Entry struct{ Name, Help string }

// Shells returns the shells that there are completions for.
func Shells() []string { return []string{"bash", "zsh", "fish"} }

// Completion returns the script that completes the command line in one of Shells.
// It works without running the program, so a package can install it.
func (p *Program) Completion(shell string) (string, error) {
	return p.render("completion." + shell + ".tmpl")
}

// Page returns the page for section 1 of the manual, in mdoc(7).
func (p *Program) Page() (string, error) { return p.render("page.tmpl") }

func (p *Program) render(name string) (string, error) {
	t, err := template.New(name).Funcs(template.FuncMap{
		"add":       func(a, b int) int { return a + b },
		"action":    p.zshAction,
		"choices":   func(v *kong.Value) string { return strings.Join(p.Choices(v), " ") },
		"escape":    escape,
		"escapeZsh": strings.NewReplacer(`\`, `\\`, ":", `\:`, "[", `\[`, "]", `\]`).Replace,
		"file":      p.IsFile,
		"flags":     func(c *kong.Node) []*kong.Flag { return append(ownFlags(c), p.Model.Flags...) },
		"ownFlags":  ownFlags,
		"prose":     prose,
		"quote":     func(s string) string { return "'" + strings.ReplaceAll(s, "'", `'\''`) + "'" },
		"short":     func(f *kong.Flag) string { return strings.Trim(string(f.Short), "\x00") },
		"summary":   summary,
		"text":      text,
		"upper":     strings.ToUpper,
		"variable":  variable,
	}).ParseFS(templates, name)
	if err != nil {
		return "", fmt.Errorf("template of the manual: %w", err)
	}
	var out strings.Builder
	if err := t.Execute(&out, p); err != nil {
		return "", fmt.Errorf("write the manual: %w", err)
	}
	return out.String(), nil
}

// Name returns the name of the program.
func (p *Program) Name() string { return p.Model.Name }

// Commands returns the commands of the program.
func (p *Program) Commands() []*kong.Node { return p.Model.Children }

// Purpose returns what the program does, in a few words.
func (p *Program) Purpose() string {
	purpose, _, _ := strings.Cut(p.Model.Help, ":")
	return strings.ToLower(purpose[:1]) + purpose[1:]
}

// AllVariables returns every environment variable: first those of flags, then the
// others.
func (p *Program) AllVariables() []Entry {
	var all []Entry
	add := func(name, help string) {
		if i := slices.IndexFunc(all, func(e Entry) bool { return e.Name == name }); i >= 0 {
			all[i].Help += " " + help
			return
		}
		all = append(all, Entry{name, help})
	}
	for _, c := range p.Commands() {
		for _, f := range ownFlags(c) {
			if name := variable(f); name != "" {
				add(name, "The flag --"+f.Name+" of "+c.Name+".")
			}
		}
	}
	for _, v := range p.Variables {
		add(v.Name, v.Help)
	}
	return all
}

// ownFlags returns the flags of a command, without those that every command has.
func ownFlags(c *kong.Node) []*kong.Flag {
	return slices.DeleteFunc(slices.Clone(c.Flags), func(f *kong.Flag) bool { return f.Hidden })
}

// variable returns the environment variable of a flag, if it has one.
func variable(f *kong.Flag) string { return f.Tag.Get("variable") }

// summary returns the first clause of a help text.
func summary(help string) string {
	help, _, _ = strings.Cut(help, ". ")
	help, _, _ = strings.Cut(help, "; ")
	return strings.TrimSuffix(help, ".")
}

// zshAction returns the part of a specification of zsh's _arguments that completes a
// value.
func (p *Program) zshAction(v *kong.Value) string {
	switch choices := p.Choices(v); {
	case v.IsBool():
		return ""
	case len(choices) > 0:
		return ":" + v.Name + ":(" + strings.Join(choices, " ") + ")"
	case p.IsFile(v):
		return ":" + v.Name + ":_files"
	}
	return ":" + v.Name + ":"
}

// prose returns paragraphs in mdoc. Those that are indented are left as they are.
func prose(s string) string {
	var out strings.Builder
	for i, part := range strings.Split(strings.TrimSpace(s), "\n\n") {
		switch {
		case strings.HasPrefix(part, "    "):
			lines := escape(strings.ReplaceAll("\n"+part, "\n    ", "\n"))
			out.WriteString(".Bd -literal -offset 4n" + lines + "\n.Ed\n")
			continue
		case i > 0:
			out.WriteString(".Pp\n")
		}
		out.WriteString(text(part))
	}
	return out.String()
}

// text returns text in mdoc, with each sentence on a line of its own.
func text(s string) string {
	words := strings.Join(strings.Fields(s), " ")
	return escape(strings.ReplaceAll(words, ". ", ".\n")) + "\n"
}

// special escapes what roff reads as something else, or draws differently.
var special = strings.NewReplacer(`\`, `\e`, `"`, `\(dq`, "'", `\(aq`, "~", `\(ti`, "^", `\(ha`, "`", `\(ga`)

// escape returns s so that roff reads nothing but text.
func escape(s string) string {
	s = special.Replace(s)
	s = strings.ReplaceAll("\n"+s, "\n.", "\n\\&.")[1:]
	var b strings.Builder
	for _, r := range s {
		if r > '~' {
			fmt.Fprintf(&b, `\[u%04X]`, r)
		} else {
			b.WriteRune(r)
		}
	}
	return b.String()
}
