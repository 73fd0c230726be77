// Package manual generates the man page and the shell completions from the command line itself.
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

// Program is what the manual needs to know about a command line.
type Program struct {
	Model *kong.Application

	// Default is the command that runs if none is named.
	Default string
	// Choices returns the values to offer for a flag or an argument, if they are known.
	Choices func(*kong.Value) []string

	Texts
	Fields  []Entry   // of the owner's file
	Version string    // of the build
	Date    time.Time // of the build
}

// Texts are the parts of the page that the command line does not provide.
type Texts struct {
	Format    string  // of the owner's file
	Variables []Entry // environment variables that are not just flags
	Files     []Entry // files that the program reads and writes
}

// An Entry is a name and what it stands for.
type Entry struct{ Name, Help string }

// Shells returns the supported shells.
func Shells() []string { return []string{"bash", "zsh", "fish"} }

// Completion returns the script that completes the command line in one of Shells. It
// works without running the program, so a package can install it.
func (p *Program) Completion(shell string) (string, error) {
	return p.render("completion." + shell + ".tmpl")
}

// Page returns the man page, for section 1, in mdoc(7).
func (p *Program) Page() (string, error) { return p.render("page.tmpl") }

func (p *Program) render(name string) (string, error) {
	t, err := template.New(name).Funcs(template.FuncMap{
		"add":       func(a, b int) int { return a + b },
		"action":    p.zshAction,
		"choices":   func(v *kong.Value) string { return strings.Join(p.Choices(v), " ") },
		"escape":    escape,
		"escapeZsh": strings.NewReplacer(`\`, `\\`, ":", `\:`, "[", `\[`, "]", `\]`).Replace,
		"file":      isFile,
		"flags":     func(c *kong.Node) []*kong.Flag { return append(ownFlags(c), p.Model.Flags...) },
		"ownFlags":  ownFlags,
		"prose":     prose,
		"quote":     func(s string) string { return "'" + strings.ReplaceAll(s, "'", `'\''`) + "'" },
		"short":     func(f *kong.Flag) string { return strings.Trim(string(f.Short), "\x00") },
		"summary":   summary,
		"text":      text,
		"upper":     strings.ToUpper,
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

// Purpose returns what the program does, in a few words.
func (p *Program) Purpose() string {
	purpose, _, _ := strings.Cut(p.Model.Help, ":")
	return strings.ToLower(purpose[:1]) + purpose[1:]
}

// AllVariables returns every environment variable: those of flags first.
func (p *Program) AllVariables() []Entry {
	var all []Entry
	add := func(name, help string) {
		if i := slices.IndexFunc(all, func(e Entry) bool { return e.Name == name }); i >= 0 {
			all[i].Help += " " + help
			return
		}
		all = append(all, Entry{name, help})
	}
	for _, c := range p.Model.Children {
		for _, f := range ownFlags(c) {
			if name := f.Tag.Get("variable"); name != "" {
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

// isFile reports whether a value names a file.
func isFile(v *kong.Value) bool { return v.Tag.Type == "file" }

// summary returns the first clause of a help text.
func summary(help string) string {
	help, _, _ = strings.Cut(help, ". ")
	help, _, _ = strings.Cut(help, "; ")
	return strings.TrimSuffix(help, ".")
}

// zshAction returns what completes a value, for zsh's _arguments.
func (p *Program) zshAction(v *kong.Value) string {
	switch choices := p.Choices(v); {
	case v.IsBool():
		return ""
	case len(choices) > 0:
		return ":" + v.Name + ":(" + strings.Join(choices, " ") + ")"
	case isFile(v):
		return ":" + v.Name + ":_files"
	}
	return ":" + v.Name + ":"
}

// prose returns paragraphs in mdoc. Indented ones stay as they are.
func prose(s string) string {
	out := ""
	for part := range strings.SplitSeq(strings.TrimSpace(s), "\n\n") {
		if strings.HasPrefix(part, "    ") {
			out += ".Bd -literal -offset 4n" + escape(strings.ReplaceAll("\n"+part, "\n    ", "\n")) + "\n.Ed\n"
		} else {
			out += ".Pp\n" + text(part)
		}
	}
	return strings.TrimPrefix(out, ".Pp\n")
}

// text returns text in mdoc, with each sentence on a line of its own.
func text(s string) string {
	return escape(strings.ReplaceAll(strings.Join(strings.Fields(s), " "), ". ", ".\n")) + "\n"
}

// special escapes what roff would interpret or draw differently.
var special = strings.NewReplacer(`\`, `\e`, `"`, `\(dq`, "'", `\(aq`, "~", `\(ti`, "^", `\(ha`, "`", `\(ga`)

// escape returns s so that roff takes it as plain text.
func escape(s string) string {
	return strings.ReplaceAll("\n"+special.Replace(s), "\n.", "\n\\&.")[1:]
}
