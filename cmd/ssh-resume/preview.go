package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/term"

	"ssh-resume/internal/address"
	"ssh-resume/internal/export"
	"ssh-resume/internal/printable"
	"ssh-resume/internal/resume"
	"ssh-resume/internal/tui"
)

type previewCmd struct {
	File string `arg:"" optional:"" type:"file" help:"The résumé. Without it, that of $$SSH_RESUME_FILE, or the embedded one."`
	Lang string `type:"language" placeholder:"TAG" help:"Language to begin with, of those that the résumé has, such as de or pt-BR. Without it, the one that suits the locale best."`
}

// Run shows the résumé as visitors see it and follows its file. Without a terminal, it writes the plain text.
func (c *previewCmd) Run(ctx context.Context, m *Main) error {
	out, toTerminal := asTerminal(m.Stdout)
	_, hasKeys := asTerminal(m.Stdin)
	if toTerminal && hasKeys && c.File == stdin {
		return errors.New("preview needs a file, which it follows; standard input has the keys")
	}
	f := m.read(c.File)
	r, err := m.inLanguage(f.public, c.Lang)
	switch {
	case f.err != nil:
		return f.err
	case err != nil:
		return err
	case toTerminal && hasKeys:
		return c.show(ctx, m, out, f, r)
	case r == nil:
		return f.reportErrors(m.Stderr)
	}
	return m.print(export.Text(r, export.TextWidth), nil)
}

// show shows the résumé, beginning with the language of r, which is nil for a file with errors.
func (c *previewCmd) show(ctx context.Context, m *Main, out *os.File, f *resumeFile, r *resume.Resume) error {
	width, height, err := term.GetSize(out.Fd())
	if err != nil {
		return fmt.Errorf("size of the terminal: %w", err)
	}
	options := tui.Options{
		Width: width, Height: height, Profile: colorprofile.Detect(out, m.Env), ASCII: m.environment().ASCII(),
	}
	for _, o := range export.Offers(export.Formats(nil)) {
		options.Offers = append(options.Offers, tui.Offer(o))
	}
	if !f.embedded {
		options.File = printable.Line(address.Quote(f.name))
	}
	if r != nil {
		options.Language = r.Tags()[0]
	}
	model := tui.New(tui.EmptyPages(), options)
	model.Update(f.message())
	screen := tea.NewProgram(model,
		tea.WithContext(ctx), tea.WithEnvironment(m.Env), tea.WithInput(m.Stdin), tea.WithOutput(out),
	)
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	following := follower{last: f, onChange: func(now *resumeFile) { screen.Send(now.message()) }}
	wait := inBackground(func() { following.run(ctx, nil) })
	_, err = screen.Run()
	cancel()
	if err != nil {
		return fmt.Errorf("preview: %w", err)
	}
	if !wait() {
		return readError(f.name, errors.New("the drive does not answer"))
	}
	return m.print(strings.ReplaceAll(model.Goodbye(), "\r\n", "\n"), following.last.reportErrors(m.Stderr))
}

// inLanguage returns r in the given language or, without a tag, in the one that suits the locale best; nil for nil.
func (m *Main) inLanguage(r *resume.Resume, tag string) (*resume.Resume, error) {
	switch {
	case r == nil:
		return nil, nil
	case tag == "":
		return r.Best(m.environment().Languages()), nil
	}
	if in := r.In(tag); in != nil {
		return in, nil
	}
	return nil, fmt.Errorf("--lang: the résumé has no %s; it has %s", tag, strings.Join(r.Tags(), ", "))
}

// message returns what to tell the interactive résumé about the file.
func (f *resumeFile) message() tui.FileMsg {
	if f.err != nil {
		return tui.FileMsg{Errors: []tui.Problem{{Message: "it can't be read: " + printable.Line(cause(f.err).Error())}}}
	}
	var msg tui.FileMsg
	lineOf := f.lines()
	for _, p := range f.problems {
		problem := tui.Problem{Place: fmt.Sprintf("%d:%d", p.Line, p.Column), Message: printable.Line(p.Message), Column: p.Column, Line: printable.Line(lineOf(p))}
		if p.File != f.name {
			problem.Place = filepath.Base(p.File) + ":" + problem.Place
		}
		if p.Warning {
			msg.Warnings = append(msg.Warnings, problem)
		} else {
			msg.Errors = append(msg.Errors, problem)
		}
	}
	if f.public != nil {
		msg.Pages = tui.NewPages(f.public)
	}
	return msg
}
