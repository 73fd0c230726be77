package terminal

import (
	"bytes"
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	tea "charm.land/bubbletea/v2"
	uv "github.com/charmbracelet/ultraviolet"
	"github.com/charmbracelet/x/ansi"
)

const (
	// maxSequence bounds an escape sequence, in bytes. The longest answer of a terminal takes about 30.
	maxSequence = 1 << 10
	// maxPaste bounds a paste, in bytes; the rest is dropped.
	maxPaste = 4 << 10
)

// decoder turns a stream of bytes into messages. The zero value is ready to use.
type decoder struct {
	events   uv.EventDecoder
	pending  []byte // an incomplete sequence, or what may be the end of a paste
	skipping bool   // inside a sequence that is too long
	pasting  bool
	paste    []byte
	answered bool // the terminal has answered all queries
}

var (
	pasteStart = []byte("\x1b[200~")
	pasteEnd   = []byte("\x1b[201~")
)

// interrupt is what ctrl+c sends. It ends any sequence that it is part of, so it works even in an unterminated
// paste or string.
const interrupt = ansi.ETX

// patience returns how long a silence must last to end what the decoder has read so far; 0 if that is complete.
func (d *decoder) patience() time.Duration {
	// OSC, DCS, SOS, PM and APC begin strings, such as an answer about colors.
	isString := len(d.pending) > 2 && d.pending[0] == ansi.ESC && strings.IndexByte("]PX^_", d.pending[1]) >= 0
	switch {
	case d.pasting, d.skipping, isString:
		return stringTimeout
	case len(d.pending) > 0:
		return escapeTimeout
	}
	return 0
}

// decode returns the messages that the next bytes complete. Silent means that the input
// has paused, so an incomplete sequence or paste is all there is.
func (d *decoder) decode(more []byte, silent bool) []tea.Msg {
	buf := slices.Concat(d.pending, more)
	var msgs []tea.Msg
	for len(buf) > 0 {
		n, msg := d.next(buf, silent)
		if n == 0 {
			break
		}
		msgs = append(msgs, msg...)
		buf = buf[n:]
	}
	if d.pending = buf; len(buf) == 0 {
		d.pending = nil // an idle session keeps no buffer
	}
	if silent {
		d.skipping = false
		if d.pasting {
			d.pending = nil // the start of pasteEnd, at most
			msgs = append(msgs, d.endPaste())
		}
	}
	return msgs
}

// next decodes the start of buf. It returns how many bytes it used; 0 if the rest of a sequence must come first.
func (d *decoder) next(buf []byte, silent bool) (int, []tea.Msg) {
	switch {
	case d.pasting:
		return d.readPaste(buf, silent)
	case d.skipping:
		return d.skipSequence(buf, silent)
	case bytes.HasPrefix(buf, pasteStart):
		d.pasting, d.paste = true, nil
		return len(pasteStart), nil
	}
	if n := ignoredLen(buf); n > 0 {
		return n, nil
	}
	n, event := d.events.Decode(buf)
	if n == 0 {
		return 1, nil
	}
	if i := bytes.IndexByte(buf[:n], interrupt); i > 0 {
		return i, nil
	}
	if _, last := event.(uv.PrimaryDeviceAttributesEvent); last {
		d.answered = true
	}
	if !silent && mayContinue(buf, n, event) {
		if len(buf) < maxSequence {
			return 0, nil
		}
		d.skipping = true
		return len(buf), nil
	}
	return n, messages(event)
}

// mayContinue reports whether the next bytes of the stream may still belong to the event at the start of buf.
func mayContinue(buf []byte, n int, event uv.Event) bool {
	if n < len(buf) {
		// An incomplete character looks like invalid text so far.
		return buf[0] >= utf8.RuneSelf && !utf8.FullRune(buf)
	}
	if _, unknown := event.(uv.UnknownEvent); unknown {
		return buf[0] < utf8.RuneSelf || !utf8.FullRune(buf)
	}
	// A lone escape, alt with a key that could introduce a sequence, or a
	// string whose two-byte terminator is half there.
	return buf[0] == ansi.ESC && (n <= 2 || buf[n-1] == ansi.ESC)
}

// ignoredLen returns how many bytes at the start of buf are ignored. They are bytes that can't begin a
// character, such as 8-bit controls, and keys in the encoding of the Windows console, whose repeat count could
// turn 20 bytes into 65,535 keys.
func ignoredLen(buf []byte) int {
	if buf[0] >= utf8.RuneSelf && utf8.FullRune(buf) {
		if r, size := utf8.DecodeRune(buf); r == utf8.RuneError {
			return size
		}
	}
	if len(buf) < 3 || buf[0] != ansi.ESC || buf[1] != '[' {
		return 0
	}
	end := bytes.IndexFunc(buf[2:], func(r rune) bool { return r < '0' || r > ';' })
	if end < 0 || buf[2+end] != '_' {
		return 0
	}
	return 2 + end + 1
}

// skipSequence drops a sequence that is too long, up to its end.
func (d *decoder) skipSequence(buf []byte, silent bool) (int, []tea.Msg) {
	i := bytes.IndexAny(buf, "\x1b\x07\x18\x1a\x03")
	if i < 0 {
		return len(buf), nil
	}
	d.skipping = false
	if buf[i] == ansi.ESC || buf[i] == interrupt { // the start of something else
		n, msgs := d.next(buf[i:], silent)
		return i + n, msgs
	}
	return i + 1, nil
}

// readPaste collects a paste, up to its end.
func (d *decoder) readPaste(buf []byte, silent bool) (int, []tea.Msg) {
	end := bytes.Index(buf, pasteEnd)
	if i := bytes.IndexByte(buf, interrupt); i >= 0 && end < 0 {
		d.pasting, d.paste = false, nil
		n, msgs := d.next(buf[i:], silent)
		return i + n, msgs
	}
	text := buf
	if end >= 0 {
		text = buf[:end]
	} else if i := bytes.LastIndexByte(buf, ansi.ESC); i >= 0 && bytes.HasPrefix(pasteEnd, buf[i:]) {
		text = buf[:i] // the rest may be the beginning of pasteEnd
	}
	d.paste = append(d.paste, text[:min(len(text), maxPaste-len(d.paste))]...)
	if end < 0 {
		return len(text), nil
	}
	return end + len(pasteEnd), []tea.Msg{d.endPaste()}
}

func (d *decoder) endPaste() tea.Msg {
	content := strings.ToValidUTF8(string(d.paste), "")
	d.pasting, d.paste = false, nil
	return tea.PasteMsg{Content: content}
}

// messages returns the messages for an event: keys, the mouse, and answers to queries. Other events are
// dropped, including the size of the window, which comes through Resize.
func messages(event uv.Event) []tea.Msg {
	switch e := event.(type) {
	case uv.MultiEvent:
		var all []tea.Msg
		for _, e := range e {
			all = append(all, messages(e)...)
		}
		return all
	case uv.BackgroundColorEvent:
		if e.Color == nil {
			return nil
		}
	case uv.CursorPositionEvent:
		if e.Y != widthProbeRow || e.X < 2 {
			return nil
		}
		return []tea.Msg{wideMsg{}}
	case uv.KeyPressEvent, uv.MouseClickEvent, uv.MouseReleaseEvent, uv.MouseWheelEvent, uv.MouseMotionEvent,
		uv.CapabilityEvent:
	default:
		return nil
	}
	return []tea.Msg{event}
}
