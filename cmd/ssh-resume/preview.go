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

// Run shows the résumé as visitors see it, and follows its file. Where there is
// no terminal, it writes the plain text.
func (c *previewCmd) Run(ctx context.Context, p *program) error {
	out, ok := p.terminal()
	if !ok {
		s, err := p.load(c.File)
		if err != nil {
			return err
		}
		_, err = io.WriteString(p.stdout, export.Text(s.resume, textWidth))
		return err
	}
	s, err := p.read(c.File)
	if err != nil {
		return err
	}
	width, height, err := term.GetSize(out.Fd())
	if err != nil {
		return fmt.Errorf("size of the terminal: %w", err)
	}
	name := s.name
	if s.embedded {
		name = ""
	}
	model := tui.New(tui.Blank(), tui.Options{
		Width:   width,
		Height:  height,
		Profile: colorprofile.Detect(out, p.env),
		ASCII:   server.ASCIILocale(p.getenv),
		File:    name,
	})
	model.Update(s.saved())
	screen := tea.NewProgram(model,
		tea.WithContext(ctx), tea.WithEnvironment(p.env), tea.WithInput(p.stdin), tea.WithOutput(out),
		tea.WithFilter(withoutSuspend),
	)
	// Its end has to be seen before what was found last is looked at.
	last := s.following(ctx, screen)
	_, err = screen.Run()
	s, failed := last()
	switch {
	case err != nil:
		return fmt.Errorf("preview: %w", err)
	case failed != nil:
		return failed
	case s.resume == nil:
		s.report(p.stderr)
		return errSaid
	}
	_, err = io.WriteString(p.stdout, strings.ReplaceAll(model.Goodbye(), "\r\n", "\n"))
	return err
}

// following has the screen show what becomes of the file, until last is called,
// which gives what has become of it, or why that can't be read.
func (s *source) following(ctx context.Context, screen *tea.Program) (last func() (*source, error)) {
	if s.embedded {
		return func() (*source, error) { return s, nil }
	}
	now, failed := s, error(nil)
	ctx, end := context.WithCancel(ctx)
	ended := make(chan struct{})
	f := follower{
		file: s.name, text: s.text, anyway: readAnyway,
		found: func(found *source, err error) {
			if failed = err; err != nil {
				screen.Send(tui.FileMsg{Faults: []tui.Fault{{Message: printable(err.Error())}}})
				return
			}
			now = found
			screen.Send(now.saved())
		},
		unwatched: func(error) {}, // it is a preview all the same
	}
	go func() {
		defer close(ended)
		f.run(ctx, nil)
	}()
	return func() (*source, error) {
		end()
		if !over(ended) {
			return s, fmt.Errorf("read the résumé: the drive of %s does not answer", s.name)
		}
		return now, failed
	}
}

// saved tells the interactive résumé how its file is.
func (s *source) saved() tui.FileMsg {
	var msg tui.FileMsg
	lines := strings.Split(string(s.text), "\n")
	for _, p := range s.problems {
		if p.Warning {
			msg.Warnings++
			continue
		}
		f := tui.Fault{Place: fmt.Sprintf("%d:%d", p.Line, p.Column), Message: printable(p.Message), Column: p.Column}
		if p.Line <= len(lines) {
			f.Line = printable(lineText(lines[p.Line-1]))
		}
		msg.Faults = append(msg.Faults, f)
	}
	if s.resume != nil {
		msg.Pages = tui.NewPages(s.resume)
	}
	return msg
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
