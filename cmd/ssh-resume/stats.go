package main

import (
	"encoding/json"
	"fmt"
	"os"

	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/term"

	"ssh-resume/internal/server"
	"ssh-resume/internal/stats"
)

type statsCmd struct {
	Files []string `arg:"" optional:"" name:"logfile" complete:"file" help:"Logs, in any order; also compressed with gzip. Standard input without one, and for \"-\"."`
	JSON  bool     `name:"json" help:"Write it for programs."`
}

// Help says what is counted.
func (*statsCmd) Help() string {
	return `Counts what logs of "--log-format json" (or logfmt) say, and keeps nothing.

A reader is a session that stayed in the interactive résumé
for a second or saw more than one section of it; or that took the résumé, a
section or a file, searched, or asked for help. All others passed by: most are
programs that look for a shell. One that waits, or takes the text, is counted
as a reader; the log can't tell it from a person. "No session" are connections
that opened none, and handshakes that failed. A log that is given twice, or
overlaps with another, counts once.

Reading time, clients, terminals, hours and days are those of readers. Times are
those of the clock that the log was written by.`
}

// Run writes the summary.
func (c *statsCmd) Run(p *program) error {
	counter := stats.NewCounter()
	if len(c.Files) == 0 {
		c.Files = []string{"-"}
	}
	for _, path := range c.Files {
		if err := p.count(counter, path); err != nil {
			return err
		}
	}
	summary := counter.Summary()
	if c.JSON {
		out := json.NewEncoder(p.stdout)
		out.SetIndent("", "  ")
		return out.Encode(summary)
	}
	style := stats.Style{Width: textWidth, ASCII: server.ASCIILocale(p.getenv)}
	if out, ok := p.stdout.(*os.File); ok && term.IsTerminal(out.Fd()) {
		style.Color = colorprofile.Detect(out, p.env) > colorprofile.ASCII
		if width, _, err := term.GetSize(out.Fd()); err == nil && width > 0 {
			style.Width = width
		}
	}
	return summary.Draw(p.stdout, style)
}

// count counts what a file says, or standard input for "-".
func (p *program) count(counter *stats.Counter, path string) error {
	in := p.stdin
	if path != "-" {
		f, err := os.Open(path)
		if err != nil {
			return err
		}
		defer func() { _ = f.Close() }() // it was only read
		in = f
	}
	if err := counter.Read(in); err != nil {
		return fmt.Errorf("read log %s: %w", path, err)
	}
	return nil
}
