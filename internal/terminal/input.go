package terminal

import (
	"bytes"
	"slices"
	"strings"
	"sync"
	"time"
	"unicode/utf8"

	tea "charm.land/bubbletea/v2"
	uv "github.com/charmbracelet/ultraviolet"
	"github.com/charmbracelet/x/ansi"
)

const (
	// readSize is the bytes that are read at once. Keys come one at a time.
	readSize = 256
	// escapeTimeout is the silence after which an escape byte is a key of its
	// own, as in Bubble Tea (ultraviolet's DefaultEscTimeout).
	escapeTimeout = 50 * time.Millisecond
	// maxSequence bounds an escape sequence, in bytes. A terminal's longest
	// answer here takes about 30.
	maxSequence = 1 << 10
	// maxPaste bounds a paste, in bytes; what is more is left out.
	maxPaste = 4 << 10
)

// read turns what arrives into messages until the stream ends.
func (s *Session) read() {
	defer s.contain()
	var (
		t   typist
		buf [readSize]byte
	)
	for {
		n, err := s.in.Read(buf[:])
		t.take(s, buf[:n], err != nil)
		if err != nil {
			s.ended(err)
			return
		}
	}
}

// typist is what the decoder and the timer for a lone escape share.
type typist struct {
	mu      sync.Mutex
	decoder decoder
	reads   int // so that a timer knows whether it is out of date
}

// take sends what the bytes complete. Where more have to come, silence stands
// for them.
func (t *typist) take(s *Session, p []byte, silent bool) {
	t.mu.Lock()
	defer t.mu.Unlock()
	t.reads++
	s.sendAll(t.decoder.decode(p, silent))
	if len(t.decoder.pending) == 0 && !t.decoder.skipping {
		return
	}
	reads := t.reads
	time.AfterFunc(escapeTimeout, func() {
		defer s.contain()
		t.mu.Lock()
		defer t.mu.Unlock()
		if t.reads == reads {
			s.sendAll(t.decoder.decode(nil, true))
		}
	})
}

// sendAll hands over messages that came together. Of the views in between
// nobody would see much.
func (s *Session) sendAll(msgs []tea.Msg) {
	if len(msgs) > 0 {
		s.out.watch.asked()
	}
	for i, msg := range msgs {
		s.hurry.Store(i < len(msgs)-1)
		s.program.Send(msg)
	}
}

// decoder turns a stream of bytes into messages. The zero value is ready.
type decoder struct {
	events   uv.EventDecoder
	pending  []byte // the beginning of a sequence, or of a paste's end
	skipping bool   // inside a sequence that is too long
	pasting  bool
	paste    []byte
}

var (
	pasteStart = []byte("\x1b[200~")
	pasteEnd   = []byte("\x1b[201~")
)

// decode takes bytes and gives the messages that they complete. Silent says
// that nothing follows for now, so that what has begun is all there is.
func (d *decoder) decode(more []byte, silent bool) []tea.Msg {
	buf := more
	if len(d.pending) > 0 {
		buf = slices.Concat(d.pending, more)
	}
	var msgs []tea.Msg
	for len(buf) > 0 {
		n, msg := d.next(buf, silent)
		if n == 0 {
			break
		}
		msgs = append(msgs, msg...)
		buf = buf[n:]
	}
	d.skipping = d.skipping && !silent
	if d.pending = nil; len(buf) > 0 {
		d.pending = bytes.Clone(buf)
	}
	return msgs
}

// next takes the first bytes of buf and tells how many; none where more have
// to come.
func (d *decoder) next(buf []byte, silent bool) (int, []tea.Msg) {
	switch {
	case d.pasting:
		return d.pasted(buf)
	case d.skipping:
		return d.skip(buf), nil
	case bytes.HasPrefix(buf, pasteStart):
		d.pasting, d.paste = true, nil
		return len(pasteStart), nil
	}
	if n := unwanted(buf); n > 0 {
		return n, nil
	}
	n, event := d.events.Decode(buf)
	if n == 0 {
		return 1, nil
	}
	if !silent && unfinished(buf, n, event) {
		if len(buf) < maxSequence {
			return 0, nil
		}
		d.skipping = true
		return len(buf), nil
	}
	return n, messages(event)
}

// unfinished tells whether bytes to come may belong to the event that the
// buffer ends with.
func unfinished(buf []byte, n int, event uv.Event) bool {
	if n < len(buf) {
		// Invalid text is told apart from an unfinished character.
		return buf[0] >= utf8.RuneSelf && !utf8.FullRune(buf)
	}
	if _, unknown := event.(uv.UnknownEvent); unknown {
		return buf[0] < utf8.RuneSelf || !utf8.FullRune(buf)
	}
	// A lone escape, alt with a key that could introduce a sequence, or a
	// string of which the second half of the terminator is missing.
	return buf[0] == ansi.ESC && (n <= 2 || buf[n-1] == ansi.ESC)
}

// unwanted gives the length of what buf begins with and nobody asked for; 0
// for none. That is a byte that begins no character, control characters of 8
// bits among them, and a key in the encoding of the Windows console, whose
// repeat count would make 65,535 keys of 20 bytes.
func unwanted(buf []byte) int {
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

// skip drops a sequence that is too long, up to what ends it.
func (d *decoder) skip(buf []byte) int {
	i := bytes.IndexAny(buf, "\x1b\x07\x18\x1a")
	if i < 0 {
		return len(buf)
	}
	d.skipping = false
	if buf[i] == ansi.ESC {
		return i // what begins here is read as usual
	}
	return i + 1
}

// pasted takes what is pasted, up to its end.
func (d *decoder) pasted(buf []byte) (int, []tea.Msg) {
	end := bytes.Index(buf, pasteEnd)
	text := buf
	if end >= 0 {
		text = buf[:end]
	} else {
		// The end's beginning may be the last that has come.
		for n := min(len(pasteEnd)-1, len(buf)); n > 0; n-- {
			if bytes.HasSuffix(buf, pasteEnd[:n]) {
				text = buf[:len(buf)-n]
				break
			}
		}
	}
	d.paste = append(d.paste, text[:min(len(text), maxPaste-len(d.paste))]...)
	if end < 0 {
		return len(text), nil
	}
	content := strings.ToValidUTF8(string(d.paste), "")
	d.pasting, d.paste = false, nil
	return end + len(pasteEnd), []tea.Msg{tea.PasteMsg{Content: content}}
}

// messages gives what the model is told of an event: what a person did, and
// the answers to what was asked. The size of the window, in particular, is not
// taken from here.
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
	case uv.KeyPressEvent, uv.MouseClickEvent, uv.MouseReleaseEvent, uv.MouseWheelEvent, uv.MouseMotionEvent,
		uv.CapabilityEvent:
	default:
		return nil
	}
	return []tea.Msg{event}
}
