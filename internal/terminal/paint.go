package terminal

import (
	"bytes"
	"strings"
	"time"
	"unique"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/ansi"
)

// screen is everything that determines the bytes of a change.
type screen struct {
	width, height int
	profile       colorprofile.Profile
	wide          bool // the terminal draws ambiguous characters two cells wide
}

// painter knows what the terminal shows, and writes the difference to the next view.
type painter struct {
	screen   screen
	diffs    *DiffCache
	preamble string // written before the first view

	entered bool
	asked   time.Time             // when the terminal was queried; zero for never
	unknown bool                  // what the screen shows is unknown: clear it first
	shown   unique.Handle[string] // the content last painted, shared by all sessions that show it
	title   string
	mouse   tea.MouseMode

	cursor        tea.Position
	cursorVisible bool
}

// XTWINOPS: some terminals keep window titles on a stack.
const (
	pushTitle = "\x1b[22;2t"
	popTitle  = "\x1b[23;2t"
)

// widthProbe draws an ambiguous character and asks where the cursor is afterwards. In the first row, the answer
// would look like a key.
const (
	widthProbe    = "\x1b[2H─" + ansi.RequestCursorPositionReport
	widthProbeRow = 1
)

// resize sets the size of the window. The next view is painted as a whole, because terminals move lines around
// when their size changes.
func (p *painter) resize(width, height int) {
	p.screen.width, p.screen.height, p.unknown = width, height, true
}

// paint appends the bytes that show a view.
func (p *painter) paint(b *bytes.Buffer, v tea.View) {
	if !p.entered {
		p.enter(b)
	}
	p.setTitle(b, v.WindowTitle)
	p.setMouse(b, v.MouseMode)

	content := unique.Make(v.Content)
	repaint := p.unknown || content != p.shown
	if repaint {
		b.WriteString(ansi.SetModeSynchronizedOutput)
	}
	if v.Cursor == nil && p.cursorVisible {
		p.cursorVisible = false
		b.WriteString(ansi.ResetModeTextCursorEnable)
	}
	if p.unknown {
		b.WriteString(ansi.ResetStyle + ansi.EraseEntireScreen)
		p.shown = empty
	}
	if repaint {
		p.diffs.write(b, diff{p.shown, content, p.screen})
	}
	p.shown, p.unknown = content, false
	if v.Cursor != nil {
		p.setCursor(b, v.Cursor.Position, repaint)
	}
	if repaint {
		b.WriteString(ansi.ResetModeSynchronizedOutput)
	}
}

var empty = unique.Make("")

// enter switches to the alternate screen and asks the terminal what it can
// show. If an old terminal prints the questions, the first view clears them.
func (p *painter) enter(b *bytes.Buffer) {
	p.entered, p.unknown = true, true
	b.WriteString(p.preamble)
	// Without autowrap, a character that the terminal draws wider than expected damages only its row.
	b.WriteString(ansi.SetModeAltScreenSaveCursor + ansi.ResetModeAutoWrap + ansi.ResetModeTextCursorEnable +
		ansi.SetModeBracketedPaste)
	if p.screen.profile < colorprofile.ANSI {
		return
	}
	b.WriteString(widthProbe + ansi.RequestBackgroundColor)
	if p.screen.profile == colorprofile.ANSI256 {
		b.WriteString(ansi.RequestTermcap("RGB"))
	}
	// Every terminal answers this, and answers earlier queries first.
	b.WriteString(ansi.RequestPrimaryDeviceAttributes)
	p.asked = time.Now()
}

// leave returns the bytes that restore the terminal.
func (p *painter) leave() []byte {
	if !p.entered {
		return nil
	}
	p.entered = false
	restore := ansi.ResetModeSynchronizedOutput + ansi.ResetHyperlink() + ansi.ResetStyle
	if p.mouse != tea.MouseModeNone {
		restore += noMouse
	}
	if p.title != "" {
		restore += ansi.SetWindowTitle("") + popTitle
	}
	// A terminal without an alternate screen would keep the last frame.
	restore += ansi.CursorHomePosition + ansi.EraseScreenBelow
	return []byte(restore + ansi.ResetModeBracketedPaste + ansi.SetModeAutoWrap + ansi.ResetModeAltScreenSaveCursor +
		ansi.SetModeTextCursorEnable)
}

const noMouse = ansi.ResetModeMouseButtonEvent + ansi.ResetModeMouseAnyEvent + ansi.ResetModeMouseExtSgr

func (p *painter) setMouse(b *bytes.Buffer, mode tea.MouseMode) {
	switch mode {
	case p.mouse:
	case tea.MouseModeNone:
		b.WriteString(noMouse)
	default:
		b.WriteString(ansi.SetModeMouseButtonEvent + ansi.SetModeMouseExtSgr)
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
	b.WriteString(ansi.SetWindowTitle(withoutControls(title)))
	p.title = title
}

// withoutControls returns s without the characters that would end a control string.
func withoutControls(s string) string {
	return strings.Map(func(r rune) rune {
		if r < ' ' || r >= 0x7f && r < 0xa0 {
			return -1
		}
		return r
	}, s)
}

// setCursor shows the cursor at its place. Moved means that painting has moved it.
func (p *painter) setCursor(b *bytes.Buffer, at tea.Position, moved bool) {
	if !p.cursorVisible || moved || at != p.cursor {
		b.WriteString(ansi.CursorPosition(at.X+1, at.Y+1))
	}
	if !p.cursorVisible {
		b.WriteString(ansi.SetModeTextCursorEnable)
	}
	p.cursor, p.cursorVisible = at, true
}
