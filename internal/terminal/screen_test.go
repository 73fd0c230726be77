package terminal_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"sync"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"
	uv "github.com/charmbracelet/ultraviolet"
	"github.com/charmbracelet/x/ansi"
	"github.com/charmbracelet/x/vt"

	"ssh-resume/internal/terminal"
)

// patience bounds each wait for a condition.
const patience = 20 * time.Second

// stepKey is F12. It marks the end of a step.
const stepKey = "\x1b[24~"

// steps wraps a model so that a test knows when the screen is up to date: the
// window title counts the steps. It also reports escape keys, which must not
// be followed by other input for a while.
type steps struct {
	tea.Model
	n       int
	escapes chan struct{}
	sized   chan tea.WindowSizeMsg
}

func (s *steps) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	switch msg := msg.(type) {
	case tea.WindowSizeMsg:
		defer func() { s.sized <- msg }()
	case tea.KeyPressMsg:
		switch msg.Code {
		case tea.KeyF12:
			s.n++
			return s, nil
		case tea.KeyEscape:
			s.escapes <- struct{}{}
		}
	}
	m, cmd := s.Model.Update(msg)
	s.Model = m
	return s, cmd
}

func (s *steps) View() tea.View {
	v := s.Model.View()
	v.WindowTitle = fmt.Sprint(s.n)
	return v
}

// screen is an emulated terminal.
type screen struct {
	mu      sync.Mutex
	vt      *vt.Emulator
	title   string
	syncing bool // in a synchronized update: a frame is only half written
	changed *sync.Cond
	held    sync.Mutex // held while the client reads nothing
}

func newScreen(t *testing.T, width, height int) *screen {
	t.Helper()
	s := &screen{vt: vt.NewEmulator(width, height)}
	s.changed = sync.NewCond(&s.mu)
	setSync := func(on bool) func(ansi.Mode) {
		return func(m ansi.Mode) {
			if m == ansi.ModeSynchronizedOutput {
				s.syncing = on
			}
		}
	}
	s.vt.SetCallbacks(vt.Callbacks{
		Title:      func(title string) { s.title = title },
		EnableMode: setSync(true), DisableMode: setSync(false),
	})
	go func() { _, _ = io.Copy(io.Discard, s.vt) }() // answers to queries
	t.Cleanup(func() {
		// Not the emulator's own Close: that races with its Read.
		if c, ok := s.vt.InputPipe().(io.Closer); ok {
			_ = c.Close()
		}
	})
	return s
}

func (s *screen) Write(p []byte) (int, error) {
	s.held.Lock()
	defer s.held.Unlock()
	s.mu.Lock()
	defer s.mu.Unlock()
	defer s.changed.Broadcast()
	return s.vt.Write(p)
}

func (s *screen) waitTitle(t *testing.T, title string) {
	t.Helper()
	timer := time.AfterFunc(patience, s.changed.Broadcast)
	defer timer.Stop()
	end := time.Now().Add(patience)
	s.mu.Lock()
	defer s.mu.Unlock()
	for s.title != title || s.syncing {
		if time.Now().After(end) {
			t.Fatalf("the screen never came to step %s; it shows step %s:\n%s", title, s.title, s.vt.String())
		}
		s.changed.Wait()
	}
}

// visible returns a cell as it looks: a blank has no foreground.
func (s *screen) visible(x, y int) uv.Cell {
	c := s.vt.CellAt(x, y)
	if c == nil {
		return uv.Cell{}
	}
	out := *c
	if out.Content == "" && out.Width <= 1 {
		out.Content, out.Width = " ", 1
	}
	if out.Content == " " {
		out.Style.Attrs &^= uv.AttrBold | uv.AttrFaint | uv.AttrItalic | uv.AttrBlink | uv.AttrRapidBlink
		if out.Style.Attrs&uv.AttrReverse == 0 {
			out.Style.Fg = nil
		}
	}
	if c.Width == 0 { // the second half of a wide character
		return uv.Cell{}
	}
	return out
}

// runner runs a model on a screen, with either renderer.
type runner struct {
	*screen
	keys   *io.PipeWriter
	resize func(width, height int)
	model  *steps
	done   chan error
}

// diffs is shared by all drivers, as in a server.
var diffs terminal.DiffCache

func ours(t *testing.T, model tea.Model, width, height int, profile colorprofile.Profile) *runner {
	t.Helper()
	r, in, m := newRunner(t, model, width, height)
	d := newDriver(m, in, r.screen, terminal.Options{
		Width: width, Height: height, Profile: profile, Diffs: &diffs,
	})
	r.resize = d.Resize
	go func() {
		err := d.Run(context.Background())
		_ = in.Close()
		d.Wait()
		r.done <- err
	}()
	return r
}

func stock(t *testing.T, model tea.Model, width, height int, profile colorprofile.Profile) *runner {
	t.Helper()
	r, in, m := newRunner(t, model, width, height)
	p := tea.NewProgram(m, tea.WithInput(in), tea.WithOutput(lineEnds{r.screen}), tea.WithFPS(120),
		tea.WithWindowSize(width, height), tea.WithColorProfile(profile), tea.WithoutSignalHandler(),
		tea.WithEnvironment([]string{"TERM=xterm-256color", "SSH_TTY=yes", "TERM_PROGRAM=test"}))
	r.resize = func(width, height int) { p.Send(tea.WindowSizeMsg{Width: width, Height: height}) }
	go func() {
		_, err := p.Run()
		r.done <- err
	}()
	t.Cleanup(func() { // its clock would go on in other tests
		p.Kill()
		if err := <-r.done; !errors.Is(err, tea.ErrProgramKilled) {
			t.Error(err)
		}
	})
	return r
}

// lineEnds translates line ends as a pty does, which the stock renderer relies
// on.
type lineEnds struct{ io.Writer }

func (w lineEnds) Write(p []byte) (int, error) {
	_, err := w.Writer.Write(bytes.ReplaceAll(p, []byte("\n"), []byte("\r\n")))
	return len(p), err
}

func newRunner(t *testing.T, model tea.Model, width, height int) (*runner, *io.PipeReader, *steps) {
	t.Helper()
	in, out := io.Pipe()
	m := &steps{Model: model, escapes: make(chan struct{}, 1), sized: make(chan tea.WindowSizeMsg, 1000)}
	return &runner{screen: newScreen(t, width, height), keys: out, model: m, done: make(chan error, 1)}, in, m
}

// waitSize waits until the model has a size.
func (r *runner) waitSize(t *testing.T, width, height int) {
	t.Helper()
	timeout := time.After(patience)
	for {
		select {
		case size := <-r.model.sized:
			if size.Width == width && size.Height == height {
				return
			}
		case <-timeout:
			t.Fatal("the model was never sent the size of its window")
		}
	}
}

func (r *runner) send(t *testing.T, input string) {
	t.Helper()
	if _, err := io.WriteString(r.keys, input); err != nil {
		t.Fatal(err)
	}
	if input == "\x1b" {
		select {
		case <-r.model.escapes:
		case <-time.After(patience):
			t.Fatal("the escape key never arrived")
		}
	}
}

func (r *runner) setSize(width, height int) {
	r.mu.Lock()
	r.vt.Resize(width, height)
	r.mu.Unlock()
	r.resize(width, height)
}
