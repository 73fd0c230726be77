package load

import (
	"context"
	"fmt"
	"math"
	"slices"
	"time"
)

// Plan says how to measure.
type Plan struct {
	Windows  func(client int) Window // the window of each client; nil for 120×40
	Sessions int                     // sessions that are open and idle
	Connects int                     // connections timed one after the other, first alone, then beside the idle sessions
	Keys     int                     // keys timed beside the idle sessions
	Quiet    time.Duration           // the memory of idle sessions is read once it has not grown for this long
	Idle     time.Duration           // how long the processor time of idle sessions is counted
	Left     time.Duration           // from the end of all sessions until the memory that is left is read

	First  string   // a text in the last line of the first frame
	Titles []string // of the sections, in the order of the list of sections
}

// usualWindow is wide enough for the list of sections.
var usualWindow = Window{120, 40}

// Figure is one measured value.
type Figure struct {
	Name  string // with its unit
	Value float64
}

// warmUp is the number of connections before the first that is timed.
const warmUp = 5

// Run is one measurement of one server.
type Run struct {
	Figures []Figure

	plan    Plan
	server  *process
	clients int // so far; their numbers start at 1
	pauses  int
	before  float64   // memory before the sessions, in KB
	ended   time.Time // when the last session ended
}

// Measure measures a server that has just started. All sessions have ended when
// it returns.
func Measure(ctx context.Context, server *process, plan Plan) (*Run, error) {
	if plan.Windows == nil {
		plan.Windows = func(int) Window { return usualWindow }
	}
	r := &Run{plan: plan, server: server}
	if _, err := r.connect(ctx, warmUp); err != nil {
		return nil, err
	}
	if err := r.firstFrame(ctx, "first-ms"); err != nil {
		return nil, err
	}
	sessions, err := r.openSessions(ctx)
	if err != nil {
		return nil, err
	}
	for _, step := range []func() error{
		r.idle,
		func() error { return r.firstFrame(ctx, "first-loaded-ms") },
		func() error { return r.keys(ctx) },
	} {
		if err := step(); err != nil {
			_ = sessions.close() // the first error matters
			return nil, err
		}
	}
	if err := sessions.close(); err != nil {
		return nil, fmt.Errorf("close the connections: %w", err)
	}
	r.ended = time.Now()
	return r, r.MemoryLeft("left-KB", r.plan.Left)
}

// MemoryLeft waits until the given time has passed since the last session ended,
// and adds the memory that the server still holds for each of them, in KB.
func (r *Run) MemoryLeft(name string, after time.Duration) error {
	time.Sleep(time.Until(r.ended.Add(after)))
	now, err := r.server.memory()
	r.add(name, (now-r.before)/float64(r.plan.Sessions))
	return err
}

func (r *Run) add(name string, value float64) {
	r.Figures = append(r.Figures, Figure{name, value})
}

// dial connects the next client, with a window of its own.
func (r *Run) dial(ctx context.Context) (*client, error) {
	r.clients++
	return dial(ctx, r.server.addr, r.clients, r.plan.Windows(r.clients))
}

// connect connects n times, one after the other, and returns how long each first
// frame took.
func (r *Run) connect(ctx context.Context, n int) ([]time.Duration, error) {
	var took []time.Duration
	for range n {
		began := time.Now()
		c, err := r.dial(ctx)
		if err != nil {
			return nil, err
		}
		err = c.await(r.plan.First)
		took = append(took, time.Since(began))
		if err != nil {
			_ = c.close() // the first error matters
			return nil, err
		}
		if err := c.close(); err != nil {
			return nil, fmt.Errorf("close the connections: %w", err)
		}
		r.pause() // lets the server clean up
	}
	return took, nil
}

func (r *Run) firstFrame(ctx context.Context, name string) error {
	took, err := r.connect(ctx, r.plan.Connects)
	r.add(name, percentile(took, 0.5))
	return err
}

// openSessions opens the idle sessions and measures what they take.
func (r *Run) openSessions(ctx context.Context) (clients, error) {
	before, err := r.stableMemory()
	if err != nil {
		return nil, err
	}
	r.before = before
	cpu, err := r.server.cpu()
	if err != nil {
		return nil, err
	}
	sessions, err := dialAll(ctx, r.server.addr, r.clients+1, r.plan.Sessions, r.plan.Windows, r.plan.First)
	if err != nil {
		return nil, err
	}
	r.clients += r.plan.Sessions
	cpuAfter, err := r.server.cpu()
	if err != nil {
		return nil, err
	}
	after, err := r.stableMemory()
	if err != nil {
		return nil, err
	}
	r.add("connect-cpu-ms", milliseconds(cpuAfter-cpu)/float64(r.plan.Sessions))
	r.add("KB/session", (after-before)/float64(r.plan.Sessions))
	r.add("total-MB", after/(1<<10))
	return sessions, nil
}

// stableMemory returns the server's memory in KB once that has stopped growing.
func (r *Run) stableMemory() (float64, error) {
	var highest float64
	began := time.Now()
	for grown := began; time.Since(grown) < r.plan.Quiet && time.Since(began) < patience; {
		now, err := r.server.memory()
		if err != nil {
			return 0, err
		}
		if now > 1.001*highest {
			highest, grown = now, time.Now()
		}
		time.Sleep(r.plan.Quiet / 8)
	}
	return r.server.memory()
}

// idle measures the processor time of idle sessions.
func (r *Run) idle() error {
	before, err := r.server.cpu()
	if err != nil {
		return err
	}
	began := time.Now()
	time.Sleep(r.plan.Idle)
	after, err := r.server.cpu()
	seconds := time.Since(began).Seconds()
	r.add("idle-us/s", float64((after-before).Microseconds())/seconds/float64(r.plan.Sessions))
	return err
}

// keys moves through all sections and back, again and again, in a window that
// shows the list of sections, and times each key. Each highlights another title
// in the list.
func (r *Run) keys(ctx context.Context) error {
	r.clients++
	c, err := dial(ctx, r.server.addr, r.clients, usualWindow)
	if err != nil {
		return err
	}
	rec := c.record()
	defer func() { _ = rec.close() }() // all output has been read
	if _, _, err := rec.press("", r.plan.First); err != nil {
		return err
	}
	var took []time.Duration
	total := 0
	for i := range r.plan.Keys {
		r.pause()
		d, n, err := rec.press(r.step(i))
		if err != nil {
			return err
		}
		took = append(took, d)
		total += n
	}
	r.add("key-ms", percentile(took, 0.5))
	r.add("key-p99-ms", percentile(took, 0.99))
	r.add("B/key", float64(total)/float64(r.plan.Keys))
	return nil
}

// step returns the i-th key, and the title of the section that it leads to.
func (r *Run) step(i int) (key, title string) {
	last := len(r.plan.Titles) - 1
	i %= 2 * last
	if i < last {
		return "j", r.plan.Titles[i+1]
	}
	return "k", r.plan.Titles[2*last-i-1]
}

// pause waits up to 33 ms. Keys must not be in step with a server that draws at
// 60 Hz, so the pauses are spread evenly over two of its periods.
func (r *Run) pause() {
	const golden = 0.6180339887 // the fractional parts of its multiples are spread evenly
	r.pauses++
	_, fraction := math.Modf(golden * float64(r.pauses))
	time.Sleep(time.Duration(fraction * 2 / 60 * float64(time.Second)))
}

// percentile returns the time that the given fraction of all did not exceed, in
// milliseconds.
func percentile(took []time.Duration, fraction float64) float64 {
	if len(took) == 0 {
		return 0
	}
	slices.Sort(took)
	return milliseconds(took[min(int(fraction*float64(len(took))), len(took)-1)])
}

func milliseconds(d time.Duration) float64 { return float64(d) / float64(time.Millisecond) }
