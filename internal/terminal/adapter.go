package terminal

import (
	"cmp"
	"fmt"
	"time"

	tea "charm.land/bubbletea/v2"
)

// resizedMsg says that the window has another size, and wideMsg that the terminal
// draws ambiguous characters two cells wide.
type resizedMsg struct{}

type wideMsg struct{}

// filter withholds from Bubble Tea the messages that it would act on itself: raw bytes, which it would
// queue for a renderer that is not there, and suspending, which would stop the server's process group. It
// also drops messages that change nothing, since each message makes a view.
func (d *Driver) filter(_ tea.Model, msg tea.Msg) tea.Msg {
	switch m := msg.(type) {
	case tea.RawMsg:
		d.out.raw(fmt.Sprint(m.Msg))
		return nil
	case resizedMsg:
		d.mu.Lock()
		defer d.mu.Unlock()
		d.resizing, d.resized = false, time.Now()
		return tea.WindowSizeMsg{Width: d.width, Height: d.height}
	case wideMsg:
		if d.out.change(func(p *painter) { p.screen.wide = true }) {
			return cmp.Or(d.options.Wide, msg)
		}
		return nil
	case tea.WindowSizeMsg:
		return nil // Bubble Tea's own, already passed on by Init
	case tea.ColorProfileMsg:
		if !d.out.change(func(p *painter) { p.screen.profile = m.Profile }) {
			return nil
		}
	case tea.SuspendMsg, tea.EnvMsg:
		return nil
	}
	switch msg {
	case tea.RequestBackgroundColor():
		return nil // the painter asks when it takes over the terminal
	case tea.ClearScreen():
		d.out.change(func(p *painter) { p.unknown = true })
	}
	return msg
}

// adapter is the model that Bubble Tea runs. It wraps the session's model,
// paints each view as soon as it is made, and recovers panics.
type adapter struct {
	model   tea.Model
	driver  *Driver
	answers bool // the next view answers input
}

// Init passes the model the window, the colors and the early messages, all before the first view.
func (a *adapter) Init() (cmd tea.Cmd) {
	defer a.driver.recoverPanic()
	// Bubble Tea keeps a ticker for its renderer. There is no terminal, so nothing can fail.
	stopTicker := func() tea.Msg {
		_ = a.driver.program.ReleaseTerminal()
		return nil
	}
	commands := []tea.Cmd{a.guard(a.model.Init()), stopTicker}
	known := a.driver.out.painter.screen
	for _, msg := range append([]tea.Msg{
		tea.ColorProfileMsg{Profile: known.profile}, tea.WindowSizeMsg{Width: known.width, Height: known.height},
	}, a.driver.early...) {
		commands = append(commands, a.update(msg))
	}
	a.driver.early = nil
	return tea.Batch(commands...)
}

// Update passes a message to the model.
func (a *adapter) Update(msg tea.Msg) (tea.Model, tea.Cmd) { return a, a.update(msg) }

func (a *adapter) update(msg tea.Msg) (cmd tea.Cmd) {
	if a.driver.panicked.Load() {
		return nil
	}
	defer a.driver.recoverPanic()
	if size, ok := msg.(tea.WindowSizeMsg); ok {
		a.driver.out.change(func(p *painter) { p.resize(size.Width, size.Height) })
	}
	a.answers = a.answers || isInput(msg)
	a.model, cmd = a.model.Update(msg)
	return a.guard(cmd)
}

// guard returns a command that, if it panics, ends only this session. Commands inside a tea.Sequence can't be
// guarded: Bubble Tea recovers their panics.
func (a *adapter) guard(cmd tea.Cmd) tea.Cmd {
	if cmd == nil {
		return nil
	}
	return func() tea.Msg {
		defer a.driver.recoverPanic()
		msg := cmd()
		if batch, ok := msg.(tea.BatchMsg); ok {
			for i, c := range batch {
				batch[i] = a.guard(c)
			}
		}
		return msg
	}
}

// View paints the model's view. Bubble Tea, which has no renderer, gets an empty one.
func (a *adapter) View() (none tea.View) {
	defer a.driver.recoverPanic()
	if !a.driver.panicked.Load() && !a.driver.skipView.Load() {
		a.driver.out.show(a.model.View(), a.answers)
		a.answers = false
	}
	return none
}
