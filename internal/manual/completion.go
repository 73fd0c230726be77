package manual

import (
	_ "embed" // the templates
	"fmt"
	"strings"
	"text/template"

	"github.com/alecthomas/kong"
)

//go:embed completion.bash.tmpl
var bash string

//go:embed completion.zsh.tmpl
var zsh string

//go:embed completion.fish.tmpl
var fish string

// Shells lists those that there are completions for.
func Shells() []string { return []string{"bash", "zsh", "fish"} }

// Completion gives the script that completes the command line in a shell.
func (p *Program) Completion(shell string) (string, error) {
	source, ok := map[string]string{"bash": bash, "zsh": zsh, "fish": fish}[shell]
	if !ok {
		return "", fmt.Errorf("there is no completion for %q; there is for: %s", shell, strings.Join(Shells(), ", "))
	}
	t, err := template.New(shell).Funcs(template.FuncMap{
		"quote": quoted, "help": firstLine, "zsh": inZsh,
		"action": p.action,
		"value": func(f *kong.Flag) string {
			if f.IsBool() {
				return ""
			}
			return "="
		},
		"many": func(v *kong.Value) string {
			if v.IsSlice() {
				return "*"
			}
			return ""
		},
		"add":   func(a, b int) int { return a + b },
		"words": func(v *kong.Value) string { return strings.Join(p.Words(v), " ") },
		"file":  p.IsFile,
		"flags": p.flags,
		"short": func(f *kong.Flag) string {
			if f.Short == 0 {
				return ""
			}
			return string(f.Short)
		},
	}).Parse(source)
	if err != nil {
		return "", fmt.Errorf("completion for %s: %w", shell, err)
	}
	var out strings.Builder
	err = t.Execute(&out, map[string]any{
		"Name": p.Model.Name, "Commands": p.commands(), "Implied": p.Implied,
	})
	if err != nil {
		return "", fmt.Errorf("completion for %s: %w", shell, err)
	}
	return out.String(), nil
}

// quoted gives a text as one word for a shell.
func quoted(s string) string { return "'" + strings.ReplaceAll(s, "'", `'\''`) + "'" }

// inZsh escapes what has a meaning in a specification of zsh's _arguments.
func inZsh(s string) string {
	return strings.NewReplacer(`\`, `\\`, ":", `\:`, "[", `\[`, "]", `\]`).Replace(s)
}

// action says in such a specification what a value may be.
func (p *Program) action(v *kong.Value) string {
	switch words := p.Words(v); {
	case v.IsBool():
		return ""
	case len(words) > 0:
		return ":" + v.Name + ":(" + strings.Join(words, " ") + ")"
	case p.IsFile(v):
		return ":" + v.Name + ":_files"
	}
	return ":" + v.Name + ":"
}
