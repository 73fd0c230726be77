package terminal

import (
	"fmt"
	"runtime/debug"

	tea "charm.land/bubbletea/v2"
)

// Messages of a session to its host.
type (
	resizedMsg struct{}           // the window has another size
	rawMsg     struct{ s string } // bytes for the terminal
)

// filter keeps from Bubble Tea what it would do itself: queue raw bytes for
// the renderer that is not there, or stop the server's process group. And it
// keeps from the model what is no news: each message is followed by a view.
func (s *Session) filter(_ tea.Model, msg tea.Msg) tea.Msg {
	switch m := msg.(type) {
	case tea.RawMsg:
		return rawMsg{fmt.Sprint(m.Msg)}
	case tea.WindowSizeMsg:
		return nil // Bubble Tea's own, which Init has told already
	case tea.ColorProfileMsg:
		if !s.out.recolor(m.Profile) {
			return nil
		}
	case tea.SuspendMsg, tea.EnvMsg:
		return nil
	}
	if msg == tea.RequestBackgroundColor() {
		return nil // a session has asked already
	}
	return msg
}

// host stands between Bubble Tea and the model: it paints each view as soon as
// it is made, and keeps panics in.
type host struct {
	model    tea.Model
	session  *Session
	panicked bool
}

// Init shows the model its window, its colors and what was sent to it before the
// first view.
func (h *host) Init() (cmd tea.Cmd) {
	defer h.contain(&cmd)
	commands := []tea.Cmd{h.contained(h.model.Init()), h.release}
	p := &h.session.out.painter
	for _, msg := range append([]tea.Msg{
		tea.ColorProfileMsg{Profile: p.profile}, tea.WindowSizeMsg{Width: p.width, Height: p.height},
	}, h.session.sentEarly()...) {
		commands = append(commands, h.update(msg))
	}
	return tea.Batch(commands...)
}

// release ends the ticker that Bubble Tea keeps for its renderer.
func (h *host) release() tea.Msg {
	_ = h.session.program.ReleaseTerminal() // there is none that could fail to be released
	return nil
}

// Update hands a message to the model.
func (h *host) Update(msg tea.Msg) (_ tea.Model, cmd tea.Cmd) {
	defer h.contain(&cmd)
	switch m := msg.(type) {
	case rawMsg:
		h.session.out.raw(m.s)
		return h, nil
	case resizedMsg:
		msg = h.session.size()
	}
	return h, h.update(msg)
}

func (h *host) update(msg tea.Msg) (cmd tea.Cmd) {
	if size, ok := msg.(tea.WindowSizeMsg); ok {
		h.session.out.resize(size.Width, size.Height)
	}
	h.model, cmd = h.model.Update(msg)
	return h.contained(cmd)
}

// contained gives a command whose panic ends its session, too. What a
// tea.Sequence holds is out of reach, and left to Bubble Tea.
func (h *host) contained(cmd tea.Cmd) tea.Cmd {
	if cmd == nil {
		return nil
	}
	return func() tea.Msg {
		defer h.session.contain()
		msg := cmd()
		if batch, ok := msg.(tea.BatchMsg); ok {
			for i, c := range batch {
				batch[i] = h.contained(c)
			}
		}
		return msg
	}
}

// View paints the model's view; Bubble Tea has no use for it.
func (h *host) View() (none tea.View) {
	var cmd tea.Cmd
	defer h.contain(&cmd)
	if !h.panicked && !h.session.hurry.Load() {
		h.session.out.show(h.model.View())
	}
	return none
}

// contain turns a panic of the model into the end of its session.
func (h *host) contain(cmd *tea.Cmd) {
	if r := recover(); r != nil {
		h.panicked, *cmd = true, nil
		h.session.ended(&PanicError{r, debug.Stack()})
	}
}
