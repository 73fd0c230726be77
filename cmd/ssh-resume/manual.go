package main

import (
	"cmp"
	_ "embed" // the texts
	"fmt"
	"runtime/debug"
	"slices"

	"github.com/alecthomas/kong"
	"go.yaml.in/yaml/v4"

	"ssh-resume/data"
	"ssh-resume/internal/manual"
)

// manualTexts are manual.Texts in YAML.
//
//go:embed help/manual.yaml
var manualTexts []byte

type manualCmd struct{}

// Run writes the man page, dated with the commit that was built.
func (manualCmd) Run(m *Main, k *kong.Kong) error {
	p := program(k)
	p.Version, _, p.Date = buildOf(debug.ReadBuildInfo())
	var schema struct{ Properties yaml.Node }
	err := cmp.Or(yaml.Unmarshal(manualTexts, &p.Texts), yaml.Unmarshal(data.Schema, &schema)) // JSON is YAML
	for pair := range slices.Chunk(schema.Properties.Content, 2) {
		var field struct{ Description string }
		err = cmp.Or(err, pair[1].Decode(&field))
		p.Fields = append(p.Fields, manual.Entry{Name: pair[0].Value, Help: field.Description})
	}
	if err != nil {
		return fmt.Errorf("texts of the manual: %w", err)
	}
	return m.print(p.Page())
}

type completionCmd struct {
	Shell string `arg:"" type:"shell" help:"bash, zsh or fish."`
}

// Help returns the rest of the command's help.
func (*completionCmd) Help() string {
	return `For the shell that is open:

    source <(` + name + ` completion bash)       likewise zsh
    ` + name + ` completion fish | source`
}

// Run writes the script.
func (c *completionCmd) Run(m *Main, k *kong.Kong) error {
	return m.print(program(k).Completion(c.Shell))
}

// program describes the command line for the manual.
func program(k *kong.Kong) *manual.Program {
	return &manual.Program{
		Model:   k.Model,
		Default: defaultCommand,
		Choices: func(v *kong.Value) []string { return flagTypes[v.Tag.Type].choices },
	}
}
