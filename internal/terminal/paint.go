package terminal

import (
	"bytes"
	"strings"
	"unique"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/ansi"
)

// painter knows what the terminal shows, and what to send so that it shows
// another view.
type painter struct {
	width, height int
	profile       colorprofile.Profile
	changes       *Changes
	before        string // what the first view is written after

	entered bool
	blank   bool                  // the screen's content is not known: clear it first
	shown   unique.Handle[string] // the content last painted, kept once for all sessions that show it
	cursor  tea.Position
	style   int  // of the cursor, as in DECSCUSR; 0 for the terminal's own
	visible bool // the cursor is
	title   string
	mouse   tea.MouseMode
}

// Window titles are kept on a stack by terminals that can (XTWINOPS).
const (
	pushTitle = "\x1b[22;2t"
	popTitle  = "\x1b[23;2t"
)

// resize has the next view painted as a whole: terminals move lines about when
// their size changes.
func (p *painter) resize(width, height int) {
	p.width, p.height = width, height
	p.forget()
}

func (p *painter) forget() { p.blank = true }

// paint appends what shows the view.
func (p *painter) paint(b *bytes.Buffer, v tea.View) {
	if !p.entered {
		p.enter(b)
	}
	p.setTitle(b, v.WindowTitle)
	p.setMouse(b, v.MouseMode)

	content := unique.Make(v.Content)
	repaint := p.blank || content != p.shown
	if repaint {
		b.WriteString(ansi.SetModeSynchronizedOutput)
	}
	if v.Cursor == nil && p.visible {
		p.visible = false
		b.WriteString(ansi.ResetModeTextCursorEnable)
	}
	switch {
	case p.blank:
		b.WriteString(ansi.ResetStyle + ansi.EraseEntireScreen)
		p.change(b, nothing, content)
	case repaint:
		p.change(b, p.shown, content)
	}
	p.shown, p.blank = content, false
	if v.Cursor != nil {
		p.setCursor(b, *v.Cursor, repaint)
	}
	if repaint {
		b.WriteString(ansi.ResetModeSynchronizedOutput)
	}
}

var nothing = unique.Make("")

// change appends what turns one content into another.
func (p *painter) change(b *bytes.Buffer, before, after unique.Handle[string]) {
	p.changes.write(b, change{before, after, p.width, p.height, p.profile}, func() {
		p.diff(b, before.Value(), after.Value())
	})
}

// enter takes the terminal over and asks what it can show. What an old
// terminal makes of the questions is cleared away by the first view.
func (p *painter) enter(b *bytes.Buffer) {
	p.entered, p.blank = true, true
	b.WriteString(p.before)
	b.WriteString(ansi.SetModeAltScreenSaveCursor + ansi.ResetModeTextCursorEnable + ansi.SetModeBracketedPaste)
	if p.profile >= colorprofile.ANSI {
		b.WriteString(ansi.RequestBackgroundColor)
	}
	if p.profile == colorprofile.ANSI256 {
		b.WriteString(ansi.RequestTermcap("RGB"))
	}
}

// leave appends what gives the terminal back as it was.
func (p *painter) leave(b []byte) []byte {
	if !p.entered {
		return b
	}
	var s strings.Builder
	s.WriteString(ansi.ResetModeSynchronizedOutput + ansi.ResetHyperlink() + ansi.ResetStyle)
	if p.mouse != tea.MouseModeNone {
		s.WriteString(noMouse)
	}
	if p.title != "" {
		s.WriteString(ansi.SetWindowTitle("") + popTitle)
	}
	if p.style != 0 {
		s.WriteString(ansi.SetCursorStyle(0))
	}
	s.WriteString(ansi.ResetModeBracketedPaste + ansi.ResetModeAltScreenSaveCursor + ansi.SetModeTextCursorEnable)
	p.entered = false
	return append(b, s.String()...)
}

const noMouse = ansi.ResetModeMouseButtonEvent + ansi.ResetModeMouseAnyEvent + ansi.ResetModeMouseExtSgr

func (p *painter) setMouse(b *bytes.Buffer, mode tea.MouseMode) {
	if mode == p.mouse {
		return
	}
	if p.mouse != tea.MouseModeNone {
		b.WriteString(noMouse)
	}
	switch mode {
	case tea.MouseModeNone:
	case tea.MouseModeCellMotion:
		b.WriteString(ansi.SetModeMouseButtonEvent + ansi.SetModeMouseExtSgr)
	case tea.MouseModeAllMotion:
		b.WriteString(ansi.SetModeMouseAnyEvent + ansi.SetModeMouseExtSgr)
	}
	p.mouse = mode
}

func (p *painter) setTitle(b *bytes.Buffer, title string) {
	if title == p.title {
		return
	}
	if p.title == "" {
		b.WriteString(pushTitle)
	}
	b.WriteString(ansi.SetWindowTitle(printable(title)))
	p.title = title
}

// printable drops what would end a control string early.
func printable(s string) string {
	return strings.Map(func(r rune) rune {
		if r < ' ' || r >= 0x7f && r < 0xa0 {
			return -1
		}
		return r
	}, s)
}

// setCursor shows the cursor at its place; moved says that painting has left it
// elsewhere.
func (p *painter) setCursor(b *bytes.Buffer, c tea.Cursor, moved bool) {
	if !p.visible || moved || c.Position != p.cursor {
		b.WriteString(ansi.CursorPosition(c.X+1, c.Y+1))
	}
	if !p.visible {
		b.WriteString(ansi.SetModeTextCursorEnable)
	}
	if style := cursorStyle(c); style != p.style {
		b.WriteString(ansi.SetCursorStyle(style))
		p.style = style
	}
	p.cursor, p.visible = c.Position, true
}

// cursorStyle gives the parameter of DECSCUSR. A blinking block is what a
// cursor is where nobody asked for another: the terminal's own.
func cursorStyle(c tea.Cursor) int {
	style := 2*int(c.Shape) + 1
	if !c.Blink {
		style++
	}
	if style == 1 {
		return 0
	}
	return style
}
