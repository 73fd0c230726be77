package main

import (
	"cmp"
	"io"
	"runtime/debug"
	"time"

	"github.com/alecthomas/kong"

	"ssh-resume/internal/manual"
)

type manualCmd struct{}

// Help says how to read it.
func (manualCmd) Help() string { return `To read it: ` + name + ` manual | man -l -` }

// Run writes the page, of the time of the commit that was built.
func (manualCmd) Run(p *program, k *kong.Kong) error {
	info, _ := debug.ReadBuildInfo()
	version, _ := built(info)
	_, err := io.WriteString(p.stdout, commandLine(k).Page(version, commitTime(info)))
	return err
}

type completionCmd struct {
	Shell string `arg:"" complete:"shell" help:"bash, zsh or fish."`
}

// Help says what to do with it.
func (*completionCmd) Help() string {
	return `For the shell that is open:

    source <(` + name + ` completion bash)       likewise zsh
    ` + name + ` completion fish | source`
}

// Run writes the script.
func (c *completionCmd) Run(p *program, k *kong.Kong) error {
	script, err := commandLine(k).Completion(c.Shell)
	if err != nil {
		return err
	}
	_, err = io.WriteString(p.stdout, script)
	return err
}

// commandLine tells the manual what it is about.
func commandLine(k *kong.Kong) *manual.Program {
	kind := func(v *kong.Value) string { return cmp.Or(v.Tag.Get("complete"), v.Tag.Type) }
	return &manual.Program{
		Model:   k.Model,
		Implied: "serve",
		Words:   func(v *kong.Value) []string { return words(kind(v)) },
		IsFile:  func(v *kong.Value) bool { return kind(v) == "file" },
	}
}

// commitTime gives when that was made which was built; today where go build
// found no history.
func commitTime(info *debug.BuildInfo) time.Time {
	if info != nil {
		for _, s := range info.Settings {
			if at, err := time.Parse(time.RFC3339, s.Value); s.Key == "vcs.time" && err == nil {
				return at.UTC()
			}
		}
	}
	return time.Now().UTC()
}
