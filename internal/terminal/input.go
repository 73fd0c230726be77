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
	// escapeTimeout is the silence after which an escape byte counts as the
	// escape key, as in Bubble Tea (ultraviolet's DefaultEscTimeout).
	escapeTimeout = 50 * time.Millisecond
	// stringTimeout is the silence after which an unterminated paste or control string ends. A slow connection may
	// split one, and the rest must not count as keys.
	stringTimeout = time.Second
	// answerTimeout is how long a terminal may take to answer. Answers that come
	// after the session has ended would be typed into the client's shell.
	answerTimeout = 2 * time.Second
)

// read turns input into messages until the stream ends.
func (s *Driver) read() {
	defer s.recoverPanic()
	var (
		in    input
		flood = newFloodFilter()
		buf   [readSize]byte
	)
	for {
		n, err := s.in.Read(buf[:])
		passed, typed := flood.pass(buf[:n])
		if typed {
			s.options.OnInput()
		}
		if len(passed) > 0 || err != nil {
			in.add(s, passed, err != nil)
		}
		if err != nil {
			s.end(err)
			return
		}
	}
}

// input is the decoder, shared by the goroutine that reads and the timer that
// ends what is incomplete.
type input struct {
	mu      sync.Mutex
	decoder decoder
	reads   int  // lets a timer detect that it is stale
	settled bool // no more answers will come
}

// add sends the messages that the bytes complete. If a sequence is incomplete,
// a timer ends it unless more input comes.
func (in *input) add(s *Driver, p []byte, last bool) {
	in.mu.Lock()
	defer in.mu.Unlock()
	in.reads++
	s.sendAll(in.decoder.decode(p, last))
	if !in.settled && (last || in.decoder.answered) {
		in.settled = true
		close(s.answered)
	}
	patience := in.decoder.patience()
	if patience == 0 {
		return
	}
	reads := in.reads
	time.AfterFunc(patience, func() {
		defer s.recoverPanic()
		in.mu.Lock()
		defer in.mu.Unlock()
		if in.reads == reads {
			s.sendAll(in.decoder.decode(nil, true))
		}
	})
}

// sendAll sends messages that came together. Only the last makes a view: nobody would see the others.
func (s *Driver) sendAll(msgs []tea.Msg) {
	if slices.ContainsFunc(msgs, isInput) {
		s.out.noteInput()
	}
	for i, msg := range msgs {
		s.skipView.Store(i < len(msgs)-1)
		s.program.Send(msg)
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
