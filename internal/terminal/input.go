package terminal

import (
	"slices"
	"sync"
	"time"

	tea "charm.land/bubbletea/v2"
	uv "github.com/charmbracelet/ultraviolet"
)

const (
	// readSize is how many bytes are read at once. Keys come one at a time.
	readSize = 256
	// escapeTimeout is the silence that makes an escape byte the escape key (ultraviolet's DefaultEscTimeout).
	escapeTimeout = 50 * time.Millisecond
	// stringTimeout is the silence after which an unterminated paste or control string ends. A slow connection may
	// split one, and the rest must not count as keys.
	stringTimeout = time.Second
	// answerTimeout is how long a terminal may take to answer. Answers that come
	// after the session has ended would be typed into the client's shell.
	answerTimeout = 2 * time.Second
)

// read turns input into messages until the stream ends.
func (d *Driver) read() {
	defer d.recoverPanic()
	var (
		in    input
		flood = newFloodFilter()
		buf   [readSize]byte
	)
	for {
		n, err := d.in.Read(buf[:])
		passed, typed := flood.pass(buf[:n])
		if typed {
			d.options.OnInput()
		}
		if len(passed) > 0 || err != nil {
			in.add(d, passed, err != nil)
		}
		if err != nil {
			d.end(err)
			return
		}
	}
}

// input is the decoder, shared by the goroutine that reads and the timer that ends what is incomplete.
type input struct {
	mu      sync.Mutex
	decoder decoder
	reads   int  // lets a timer detect that it is stale
	settled bool // no more answers will come
}

// add sends the messages that the bytes complete. Unless more input comes, a timer ends an incomplete sequence.
func (in *input) add(d *Driver, p []byte, last bool) {
	in.mu.Lock()
	defer in.mu.Unlock()
	in.reads++
	d.sendAll(in.decoder.decode(p, last))
	if !in.settled && (last || in.decoder.answered) {
		in.settled = true
		close(d.answered)
	}
	patience := in.decoder.patience()
	if patience == 0 {
		return
	}
	reads := in.reads
	time.AfterFunc(patience, func() {
		defer d.recoverPanic()
		in.mu.Lock()
		defer in.mu.Unlock()
		if in.reads == reads {
			d.sendAll(in.decoder.decode(nil, true))
		}
	})
}

// sendAll sends messages that came together. Only the last makes a view: nobody would see the others.
func (d *Driver) sendAll(msgs []tea.Msg) {
	if slices.ContainsFunc(msgs, isInput) {
		d.out.noteInput()
	}
	for i, msg := range msgs {
		d.skipView.Store(i < len(msgs)-1)
		d.program.Send(msg)
	}
}

// isInput reports whether a message is a visitor's action and not an answer of the terminal, before or after
// Bubble Tea has translated it.
func isInput(msg tea.Msg) bool {
	switch msg.(type) {
	case uv.KeyEvent, uv.MouseEvent, tea.KeyMsg, tea.MouseMsg, tea.PasteMsg:
		return true
	}
	return false
}
