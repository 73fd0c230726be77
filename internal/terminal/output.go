package terminal

import (
	"bytes"
	"io"
	"runtime/debug"
	"sync"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"
)

// maxRaw bounds the raw bytes that wait for a slow client. More are dropped. That leaves room for the longest
// copy to the clipboard that many terminals accept.
const maxRaw = 100_000

// chunkSize is how much is written at once, in bytes. SSH libraries keep buffers as large as the largest packet
// sent, so chunks of 2 KiB save 12 KB of memory a session compared to whole frames.
const chunkSize = 1984

// output writes the newest view, on a goroutine that exists only while there is something to write. While a slow
// client takes one frame, newer views replace each other.
type output struct {
	w      io.Writer
	driver *Driver

	// Used only by the goroutine that writes.
	frame    bool      // what is being written is a frame
	answered time.Time // when the input that the frame answers came; zero for none

	mu      sync.Mutex
	painter painter
	next    *tea.View // not written yet
	answers bool      // next, or a view that it has replaced, answers input
	input   time.Time // when the first input that no frame answers yet came; zero for none
	pending []byte    // raw bytes not written yet
	writing bool
	dead    bool      // nothing more is written
	leaving bool      // no more views are written
	idle    sync.Cond // of mu: nothing is left to write, or writing is impossible
}

// show queues a view, which may answer input. It replaces a view that is not written yet.
func (o *output) show(v tea.View, answers bool) {
	o.mu.Lock()
	defer o.mu.Unlock()
	if !o.leaving {
		o.next, o.answers = &v, o.answers || answers
		o.start()
	}
}

// noteInput is called before messages from the client are sent. The wait that tells a
// lone escape from the beginning of a sequence does not count.
func (o *output) noteInput() {
	o.mu.Lock()
	defer o.mu.Unlock()
	if o.input.IsZero() {
		o.input = time.Now()
	}
}

// raw queues bytes that are written unchanged.
func (o *output) raw(s string) {
	o.mu.Lock()
	defer o.mu.Unlock()
	if len(o.pending)+len(s) <= maxRaw {
		o.pending = append(o.pending, s...)
		o.start()
	}
}

// change changes what is known about the terminal, and reports whether it was new. If so, the next view is
// painted as a whole.
func (o *output) change(f func(*painter)) bool {
	o.mu.Lock()
	defer o.mu.Unlock()
	before := o.painter.screen
	f(&o.painter)
	changed := o.painter.screen != before
	o.painter.unknown = o.painter.unknown || changed
	return changed
}

// close drops everything queued, including the rest of a frame that is being written, and restores the
// terminal. Once that is written or has failed, it returns when the terminal was last queried; the zero
// time if never, or if the client has been given up.
func (o *output) close() time.Time {
	o.mu.Lock()
	defer o.mu.Unlock()
	o.leaving = true
	o.next, o.pending = nil, o.painter.leave()
	o.start()
	for o.writing && !o.dead {
		o.idle.Wait()
	}
	if o.dead {
		return time.Time{}
	}
	return o.painter.asked
}

// start makes sure that a goroutine is writing if anything is queued. The caller holds mu.
func (o *output) start() {
	if !o.dead && !o.writing && (len(o.pending) > 0 || o.next != nil) {
		o.writing = true
		o.driver.running.Go(o.write)
	}
}

// buffers hold frames while they are written.
var buffers = sync.Pool{New: func() any { return new(bytes.Buffer) }}

// write writes until nothing is queued.
func (o *output) write() {
	defer o.recoverPanic()
	b := buffers.Get().(*bytes.Buffer)
	defer buffers.Put(b)
	for o.compose(b) {
		// Once Run ends, the rest of a frame is dropped, but not what restores the terminal.
		for last := o.isLeaving(); b.Len() > 0 && o.isLeaving() == last; {
			if err := o.writeChunk(b); err != nil {
				o.fail(err)
				return
			}
		}
		if b.Len() > 0 {
			// The output may stop inside a control string, such as a long copy to the clipboard.
			o.mu.Lock()
			o.pending = append([]byte{ansi.CAN}, o.pending...)
			o.mu.Unlock()
			continue
		}
		o.noteFrame()
	}
}

// noteFrame is called when everything composed has been written.
func (o *output) noteFrame() {
	switch {
	case !o.frame:
	case o.answered.IsZero():
		o.driver.options.OnFrame(0)
	default:
		o.driver.options.OnFrame(time.Since(o.answered))
	}
}

func (o *output) isLeaving() bool {
	o.mu.Lock()
	defer o.mu.Unlock()
	return o.leaving
}

// recoverPanic ends Run if the painter panicked. The terminal can still be restored.
func (o *output) recoverPanic() {
	if r := recover(); r != nil {
		o.mu.Lock()
		o.writing, o.leaving, o.next = false, true, nil
		o.start()
		o.idle.Broadcast()
		o.mu.Unlock()
		o.driver.end(&PanicError{r, debug.Stack()})
	}
}

// writeChunk writes the next bytes, ending before an escape sequence if possible, so that no sequence or character
// is split. If that takes too long, a timer ends Run, not the write: only the caller of Run can interrupt
// that, by closing the stream.
func (o *output) writeChunk(b *bytes.Buffer) error {
	n := min(b.Len(), chunkSize)
	if i := bytes.LastIndexByte(b.Bytes()[:n], ansi.ESC); i > 0 && n < b.Len() {
		n = i
	}
	timer := time.AfterFunc(o.driver.options.Stall, func() { o.fail(ErrStalled) })
	defer timer.Stop()
	_, err := o.w.Write(b.Next(n))
	return err
}

// compose replaces the content of b with what is queued, and reports whether there is anything. If not, the
// writing goroutine ends.
func (o *output) compose(b *bytes.Buffer) bool {
	o.mu.Lock()
	defer o.mu.Unlock()
	b.Reset()
	o.frame, o.answered = false, time.Time{}
	if !o.dead {
		if o.next != nil {
			o.painter.paint(b, *o.next)
			o.frame = b.Len() > 0
			if o.answers {
				o.answered, o.input = o.input, time.Time{}
			}
			o.next, o.answers = nil, false
		}
		b.Write(o.pending)
		o.pending = nil
	}
	o.writing = b.Len() > 0
	if !o.writing {
		o.idle.Broadcast()
	}
	return o.writing
}

// fail ends Run with an error. Nothing more is written.
func (o *output) fail(err error) {
	o.mu.Lock()
	o.dead = true
	o.idle.Broadcast()
	o.mu.Unlock()
	o.driver.end(err)
}
