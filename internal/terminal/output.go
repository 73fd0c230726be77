package terminal

import (
	"bytes"
	"io"
	"runtime/debug"
	"sync"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/ansi"
)

// maxRaw bounds the raw bytes, such as copies to the clipboard, that wait for
// a slow client. More are dropped.
const maxRaw = 64 << 10

// pieceSize is how much is written at once, in bytes. An SSH library keeps
// buffers of the largest packet that it has sent: pieces of 2 KiB take 12 KB
// less of a session's memory than whole frames do.
const pieceSize = 1984

// output writes the newest view. A goroutine exists only while there is
// something to write: while a slow client takes one frame, the views that
// follow replace each other, and the last one is written next.
type output struct {
	w       io.Writer
	stall   time.Duration
	session *Session
	watch   stopwatch

	mu      sync.Mutex
	painter painter
	next    *tea.View // not written yet
	pending []byte    // raw bytes not written yet
	writing bool
	dead    bool          // nothing more is written
	leaving bool          // no view is written any more
	idle    chan struct{} // closed when the last write has ended; made by close
}

// show has a view written.
func (o *output) show(v tea.View) {
	o.mu.Lock()
	defer o.mu.Unlock()
	if !o.leaving {
		o.next = &v
		o.start()
	}
}

// raw has bytes written as they are.
func (o *output) raw(s string) {
	o.mu.Lock()
	defer o.mu.Unlock()
	if len(o.pending)+len(s) <= maxRaw {
		o.pending = append(o.pending, s...)
		o.start()
	}
}

func (o *output) resize(width, height int) {
	o.mu.Lock()
	defer o.mu.Unlock()
	o.painter.resize(width, height)
}

// recolor takes the colors that the terminal shows, and tells whether they
// are others than before.
func (o *output) recolor(p colorprofile.Profile) bool {
	o.mu.Lock()
	defer o.mu.Unlock()
	if o.painter.profile == p {
		return false
	}
	o.painter.profile = p
	o.painter.forget()
	return true
}

// close drops what waits and the rest of a frame on its way, restores the
// terminal, and returns when that is written or can't be.
func (o *output) close() {
	o.mu.Lock()
	o.leaving = true
	o.next, o.pending = nil, o.painter.leave(nil)
	o.idle = make(chan struct{})
	idle := o.idle
	if o.dead || len(o.pending) == 0 && !o.writing {
		o.settle()
	} else {
		o.start()
	}
	o.mu.Unlock()
	<-idle
}

// start has a goroutine write what waits. The caller holds mu.
func (o *output) start() {
	if !o.writing && !o.dead {
		o.writing = true
		o.session.running.Go(o.write)
	}
}

// buffers are for frames on their way out.
var buffers = sync.Pool{New: func() any { return new(bytes.Buffer) }}

// write writes until nothing waits.
func (o *output) write() {
	defer o.contain()
	b := buffers.Get().(*bytes.Buffer)
	defer buffers.Put(b)
	for o.compose(b) {
		for last := o.isLeaving(); b.Len() > 0 && o.isLeaving() == last; {
			if err := o.piece(b.Next(cut(b.Bytes()))); err != nil {
				o.end(err)
				return
			}
		}
		o.watch.written(b.Len() == 0)
	}
}

// isLeaving tells whether what is on its way is of no use any more, unless it
// is what restores the terminal.
func (o *output) isLeaving() bool {
	o.mu.Lock()
	defer o.mu.Unlock()
	return o.leaving
}

// contain turns a panic of the painter into the end of the session. What
// restores the terminal can still be written.
func (o *output) contain() {
	if r := recover(); r != nil {
		o.mu.Lock()
		o.writing, o.leaving = false, true
		o.next = nil
		if len(o.pending) > 0 {
			o.start()
		} else {
			o.settle()
		}
		o.mu.Unlock()
		o.session.ended(&PanicError{r, debug.Stack()})
	}
}

// cut gives how many bytes to write at once: whole sequences and characters,
// where there is a sequence to cut before.
func cut(p []byte) int {
	if len(p) <= pieceSize {
		return len(p)
	}
	if i := bytes.LastIndexByte(p[:pieceSize], ansi.ESC); i > 0 {
		return i
	}
	return pieceSize
}

// piece writes some bytes. A timer tells of a stall, not the write's end: only
// the caller of Run can break off a write, by closing the stream.
func (o *output) piece(p []byte) error {
	timer := time.AfterFunc(o.stall, func() { o.end(ErrStalled) })
	defer timer.Stop()
	_, err := o.w.Write(p)
	return err
}

// compose takes what waits, as the bytes to write. It tells whether there are
// any; with none, the writing has ended.
func (o *output) compose(b *bytes.Buffer) bool {
	o.mu.Lock()
	defer o.mu.Unlock()
	b.Reset()
	if !o.dead {
		if o.next != nil {
			o.painter.paint(b, *o.next)
			o.watch.painted(b.Len() > 0)
			o.next = nil
		}
		b.Write(o.pending)
		o.pending = nil
	}
	o.writing = b.Len() > 0
	if !o.writing {
		o.settle()
	}
	return o.writing
}

// settle tells close that there is nothing to wait for. The caller holds mu.
func (o *output) settle() {
	if o.idle != nil {
		close(o.idle)
		o.idle = nil
	}
}

// end gives the client up.
func (o *output) end(why error) {
	o.mu.Lock()
	o.dead = true
	o.settle()
	o.mu.Unlock()
	o.session.ended(why)
}
