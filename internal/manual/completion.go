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

// Shells returns the shells that there are completions for.
func Shells() []string { return []string{"bash", "zsh", "fish"} }

// Completion returns the script that completes the command line in a shell. It
// works without running the program, so a package can install it.
func (p *Program) Completion(shell string) (string, error) {
	source, ok := map[string]string{"bash": bash, "zsh": zsh, "fish": fish}[shell]
	if !ok {
		return "", fmt.Errorf("no completion for %q; there is one for: %s", shell, strings.Join(Shells(), ", "))
	}
	t, err := template.New(shell).Funcs(template.FuncMap{
		"quote": quote, "summary": summary, "escapeZsh": escapeZsh,
		"action": p.zshAction,
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
		"add":     func(a, b int) int { return a + b },
		"choices": func(v *kong.Value) string { return strings.Join(p.Choices(v), " ") },
		"file":    p.IsFile,
		"flags":   p.flags,
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
		"Name": p.Model.Name, "Commands": p.Model.Children, "Default": p.Default,
	})
	if err != nil {
		return "", fmt.Errorf("completion for %s: %w", shell, err)
	}
	return out.String(), nil
}

// quote returns a text as one word of a shell.
func quote(s string) string { return "'" + strings.ReplaceAll(s, "'", `'\''`) + "'" }

// escapeZsh escapes what has a meaning in a specification of zsh's _arguments.
func escapeZsh(s string) string {
	return strings.NewReplacer(`\`, `\\`, ":", `\:`, "[", `\[`, "]", `\]`).Replace(s)
}

// zshAction returns the part of such a specification that completes a value.
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
