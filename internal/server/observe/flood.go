package observe

import (
	"sync"
	"time"
)

// floodInterval is how often events that clients can cause at will are logged.
const floodInterval = time.Second

// floods logs the first of such events at once, and the rest of the interval's together at its end. None is lost.
type floods struct {
	mu   sync.Mutex
	open map[string]*flood // by the kind of event
}

// flood is one kind of event during the interval after it was logged.
type flood struct {
	held  int // events that were not logged
	write func(count int)
}

// log logs an event of a kind: it calls write now or later, with the number of events that the line stands for.
func (f *floods) log(kind string, write func(count int)) {
	f.mu.Lock()
	defer f.mu.Unlock()
	if now := f.open[kind]; now != nil {
		now.held++
		now.write = write
		return
	}
	write(1)
	f.begin(kind)
}

// begin begins an interval, and another at its end if anything happened in it. The caller holds mu.
func (f *floods) begin(kind string) {
	now := &flood{}
	f.open[kind] = now
	time.AfterFunc(floodInterval, func() {
		f.mu.Lock()
		defer f.mu.Unlock()
		delete(f.open, kind)
		if now.held > 0 {
			now.write(now.held)
			f.begin(kind)
		}
	})
}

// flush logs what is held back.
func (f *floods) flush() {
	f.mu.Lock()
	defer f.mu.Unlock()
	for _, now := range f.open {
		if now.held > 0 {
			now.write(now.held)
			now.held = 0
		}
	}
}
