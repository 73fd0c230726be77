package session

import (
	"errors"
	"io"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"ssh-resume/internal/export"
	"ssh-resume/internal/terminal"
	"ssh-resume/internal/tui"
	"ssh-resume/internal/words"
)

// Interactive shows the résumé in the visitor's terminal, then restores the terminal and says how to return or
// why the session has ended. It reports whether the visitor left.
func (m *Manager) Interactive(s *Session) (left bool) {
	ctx, active, end := m.Limit(s, s.Words.Endings.NoKey)
	defer end()

	appearance := s.Appearance()
	model := tui.New(s.Edition.Snapshot.Pages, appearance)
	timer := &sectionTimer{Model: model, shown: m.observer.SectionShown}
	term := terminal.New(timer, s.Input, s.Output, terminal.Options{
		Width: appearance.Width, Height: appearance.Height, Profile: appearance.Profile, Stall: m.config.WriteTimeout,
		Diffs: &m.diffs, Preamble: firstLine(s.Words, s.Address.SSH(export.PlainText), appearance.Width), Wide: tui.WideMsg{},
		OnInput: active,
		OnFrame: func(sinceInput time.Duration) {
			m.observer.FrameWritten(s, sinceInput)
			s.First = false
		},
	})
	s.Wait = term.Wait
	s.attach(term.Resize, term.Send)
	err := term.Run(ctx)
	end()
	s.Sections = model.Read()
	timer.show("")
	farewell := model.Goodbye()
	if err != nil {
		farewell = s.withLineEnds(m.interrupted(s, err))
	}
	_, _ = s.send(s.Output, []byte(farewell)) // the visitor may be gone
	return err == nil
}

// Appearance returns how the résumé is to look for the client.
func (s *Session) Appearance() tui.Options {
	width, height := s.Window()
	byLocale := s.Edition.Snapshot.Resume().Best(s.Environment.Languages())
	return tui.Options{
		Section: s.Request.Section, Language: s.Edition.Language, LocaleLanguage: byLocale.Tags()[0],
		Width: width, Height: height,
		Profile: s.Environment.Profile(s.Terminal.Name),
		ASCII:   s.Environment.ASCII(), Console: s.Terminal.Name == "linux",
		Address: s.Address, Offers: s.Edition.Snapshot.Offers,
	}
}

// interrupted records why a session has ended, and returns what to tell the visitor.
func (m *Manager) interrupted(s *Session, err error) string {
	if panicked := (*terminal.PanicError)(nil); errors.As(err, &panicked) {
		m.Panicked(s, panicked.Value, panicked.Stack)
		err = s.Canceled()
	}
	if end := (*End)(nil); errors.As(err, &end) {
		return Ended(s.Words, end)
	}
	switch {
	case errors.Is(err, terminal.ErrStalled): // nothing reaches the client any more
		s.Conn.Drop(Stalled)
	case !errors.Is(err, io.EOF) && s.Context.Err() == nil: // a write has failed
		s.Conn.Drop(HungUp)
	}
	s.Disconnected()
	return ""
}

// firstLine returns a line for screen readers, which read output as it comes. The line is erased at once, and
// omitted if the window would break it.
func firstLine(w *words.Words, command string, width int) string {
	line := words.Fill(w.Answers.ScreenReaderHint, "command", command)
	if len(line) >= width {
		return ""
	}
	return line + "\r" + ansi.EraseLineRight
}

// sectionTimer measures how long each section is shown. It reads the clock only when the section changes.
type sectionTimer struct {
	*tui.Model

	shown   func(id string, shown time.Duration)
	section string
	since   time.Time
}

// Update hands a message to the model.
func (t *sectionTimer) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	_, cmd := t.Model.Update(msg)
	t.show(t.Section())
	return t, cmd
}

// show notes which section is shown now; none if section is empty.
func (t *sectionTimer) show(section string) {
	if section == t.section {
		return
	}
	now := time.Now()
	if t.section != "" {
		t.shown(t.section, now.Sub(t.since))
	}
	t.section, t.since = section, now
}
