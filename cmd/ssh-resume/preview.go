package main

import (
	"context"
	"fmt"
	"io"
	"os"
	"strings"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/term"

	"ssh-resume/internal/export"
	"ssh-resume/internal/server"
	"ssh-resume/internal/tui"
)

type previewCmd struct {
	File string `arg:"" optional:"" complete:"file" help:"The résumé; without it, that of $$SSH_RESUME_FILE or the embedded one."`
}

// Run shows the résumé as visitors see it. Where there is no terminal, it
// writes the plain text.
func (c *previewCmd) Run(ctx context.Context, p *program) error {
	s, err := p.load(c.File)
	if err != nil {
		return err
	}
	out, ok := p.terminal()
	if !ok {
		_, err := io.WriteString(p.stdout, export.Text(s.resume, textWidth))
		return err
	}
	width, height, err := term.GetSize(out.Fd())
	if err != nil {
		return fmt.Errorf("size of the terminal: %w", err)
	}
	model := tui.New(tui.NewPages(s.resume), tui.Options{
		Width:   width,
		Height:  height,
		Profile: colorprofile.Detect(out, p.env),
		ASCII:   server.ASCIILocale(p.getenv),
		File:    c.File,
	})
	_, err = tea.NewProgram(model,
		tea.WithContext(ctx), tea.WithEnvironment(p.env), tea.WithInput(p.stdin), tea.WithOutput(out),
		tea.WithFilter(withoutSuspend),
	).Run()
	if err != nil {
		return fmt.Errorf("preview: %w", err)
	}
	_, err = io.WriteString(p.stdout, strings.ReplaceAll(model.Goodbye(), "\r\n", "\n"))
	return err
}

// terminal gives standard output where it and standard input are a terminal.
func (p *program) terminal() (*os.File, bool) {
	in, isFile := p.stdin.(*os.File)
	out, isFileToo := p.stdout.(*os.File)
	return out, isFile && isFileToo && term.IsTerminal(in.Fd()) && term.IsTerminal(out.Fd())
}

// withoutSuspend keeps the program from being stopped: visitors can't stop it
// either.
func withoutSuspend(_ tea.Model, msg tea.Msg) tea.Msg {
	if _, ok := msg.(tea.SuspendMsg); ok {
		return nil
	}
	return msg
}
