package main

import (
	"cmp"
	_ "embed" // help
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"strings"

	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/term"

	"ssh-resume/internal/export"
	"ssh-resume/internal/stats"
)

//go:embed help/stats.txt
var statsHelp string

type statsCmd struct {
	Files []string `arg:"" optional:"" name:"logfile" type:"file" help:"Logs, in any order; gzip is understood. Standard input without one, and for \"-\"."`
	JSON  bool     `name:"json" help:"Write the summary as JSON."`
}

// Help returns the rest of the command's help.
func (*statsCmd) Help() string { return strings.TrimSpace(statsHelp) }

// Run writes the summary.
func (c *statsCmd) Run(m *Main) error {
	if len(c.Files) == 0 {
		if _, ok := asTerminal(m.Stdin); ok {
			return errors.New("name a log file, or pipe a log in: journalctl -u ssh-resume -o cat | " + name + " stats")
		}
		c.Files = []string{stdin}
	}
	counter := stats.NewCounter()
	for _, path := range c.Files {
		if err := m.count(counter, path); err != nil {
			return fmt.Errorf("read log %s: %w", path, cause(err))
		}
	}
	summary := counter.Summary()
	var err error
	if c.JSON {
		out := json.NewEncoder(m.Stdout)
		out.SetIndent("", "  ")
		err = out.Encode(summary)
	} else {
		width := export.TextWidth
		if out, ok := asTerminal(m.Stdout); ok {
			w, _, _ := term.GetSize(out.Fd()) // 0 on an error
			width = cmp.Or(w, width)
		}
		_, err = colorprofile.NewWriter(m.Stdout, m.Env).WriteString(summary.Draw(width, m.environment().ASCII()))
	}
	if err == nil && summary.Lines > 0 && summary.NotUnderstood == summary.Lines {
		return errors.New("no line was understood; stats reads logs of --log-format json or logfmt")
	}
	return err
}

// count counts what a log says; "-" is standard input.
func (m *Main) count(counter *stats.Counter, path string) error {
	if path == stdin {
		return counter.Read(m.Stdin)
	}
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	defer f.Close() //nolint:errcheck // it was only read
	return counter.Read(f)
}
