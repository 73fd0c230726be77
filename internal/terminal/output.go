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

// maxRaw bounds the raw bytes that wait for a slow client. More are dropped. The
// longest copy to the clipboard has room: as much as many terminals take.
const maxRaw = 100_000

// chunkSize is how much is written at once, in bytes. An SSH library keeps
// buffers as large as the largest packet it has sent: chunks of 2 KiB take
// 12 KB less memory a session than whole frames do.
const chunkSize = 1984

// output writes the newest view. Its goroutine exists only while there is
// something to write. While a slow client takes one frame, newer views replace
// each other, and only the last is written next.
type output struct {
	w      io.Writer
	driver *Driver

	// Used only by the goroutine that writes.
	frame    bool      // what is being written is a frame
	answered time.Time // when the input came that it answers; zero for none

	mu      sync.Mutex
	painter painter
	next    *tea.View // not written yet
	answers bool      // it, or a view that it has replaced, answers input
	input   time.Time // when the first came that no frame answers yet; zero for none
	pending []byte    // raw bytes not written yet
	writing bool
	dead    bool      // nothing more is written
	leaving bool      // no more views are written
	idle    sync.Cond // of mu: nothing is left to be written, or it can't be
}

// show queues a view, which may answer input. It replaces one that is not written yet.
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

// change changes what is known of the terminal, and reports whether that is news. Then
// the next view is painted as a whole.
func (o *output) change(f func(*painter)) bool {
	o.mu.Lock()
	defer o.mu.Unlock()
	before := o.painter.screen
	f(&o.painter)
	changed := o.painter.screen != before
	o.painter.unknown = o.painter.unknown || changed
	return changed
}

// close drops everything queued, including the rest of a frame that is being written,
// and restores the terminal. Once that is written or can't be, it returns when the
// terminal was asked something; the zero time if never, or if the client has been given up.
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

// start makes sure that a goroutine writes what is queued, if anything is. The caller
// holds mu.
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
		// Once the session ends, the rest of a frame is dropped, but not what
		// restores the terminal.
		for last := o.isLeaving(); b.Len() > 0 && o.isLeaving() == last; {
			if err := o.writeChunk(b); err != nil {
				o.fail(err)
				return
			}
		}
		if b.Len() > 0 {
			// It may end inside a control string, such as a long copy to the clipboard.
			o.mu.Lock()
			o.pending = append([]byte{ansi.CAN}, o.pending...)
			o.mu.Unlock()
			continue
		}
		o.noteFrame()
	}
}

// noteFrame is called when all that was composed has been written.
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

// recoverPanic ends the session if the painter panicked. What restores the
// terminal can still be written.
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

// writeChunk writes the next bytes, up to an escape sequence where it can, so that no
// sequence or character is torn apart. If that takes too long, a timer ends the session,
// not the write: only the caller of Run can interrupt that, by closing the stream.
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

// compose replaces the content of b by what is queued and reports whether that
// is anything. If not, the writing goroutine ends.
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

// fail gives the client up and ends the session.
func (o *output) fail(err error) {
	o.mu.Lock()
	o.dead = true
	o.idle.Broadcast()
	o.mu.Unlock()
	o.driver.end(err)
}
