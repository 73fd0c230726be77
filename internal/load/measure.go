package load

import (
	"context"
	"fmt"
	"math"
	"slices"
	"time"
)

// Plan says what to measure.
type Plan struct {
	Sessions int           // that are open and idle
	Connects int           // timed one after the other, first alone, then beside the idle ones
	Keys     int           // timed beside the idle ones
	Quiet    time.Duration // the memory of idle sessions is looked at when it has not grown for so long
	Idle     time.Duration // over which the processor time of idle sessions is counted
	Left     time.Duration // from the end of all sessions to the look at the memory that is left

	First  string   // is in the last line of the first frame
	Titles []string // of the sections in their order, as the list of sections shows them
}

// Figure is one thing measured.
type Figure struct {
	Name  string // with its unit
	Value float64
}

// warmUp is the connections before the first that is timed.
const warmUp = 5

// Run is one measuring of one server.
type Run struct {
	Figures []Figure

	plan    Plan
	server  *Process
	clients int // so far, each with its own number
	pauses  int
	before  float64   // KB of memory before the sessions came
	over    time.Time // the last of them ended
}

// Measure measures a server that has just started, and leaves it without
// sessions.
func Measure(ctx context.Context, server *Process, plan Plan) (*Run, error) {
	r := &Run{plan: plan, server: server}
	if _, err := r.connect(ctx, warmUp); err != nil {
		return nil, err
	}
	if err := r.firstFrame(ctx, "first-ms"); err != nil {
		return nil, err
	}
	readers, err := r.fill(ctx)
	if err != nil {
		return nil, err
	}
	for _, step := range []func() error{
		r.idle,
		func() error { return r.firstFrame(ctx, "first-loaded-ms") },
		func() error { return r.keys(ctx) },
	} {
		if err := step(); err != nil {
			_ = readers.leave() // there is a better error to tell
			return nil, err
		}
	}
	if err := readers.leave(); err != nil {
		return nil, fmt.Errorf("hang up: %w", err)
	}
	r.over = time.Now()
	return r, r.Rest("left-KB", r.plan.Left)
}

// Rest waits until so much time has passed since the last session's end, and
// tells the KB of memory that the server has kept for each.
func (r *Run) Rest(name string, after time.Duration) error {
	time.Sleep(time.Until(r.over.Add(after)))
	now, err := r.server.Memory()
	r.note(name, (now-r.before)/float64(r.plan.Sessions))
	return err
}

func (r *Run) note(name string, value float64) {
	r.Figures = append(r.Figures, Figure{name, value})
}

// connect connects n times, one after the other, and gives how long each first
// frame took.
func (r *Run) connect(ctx context.Context, n int) ([]time.Duration, error) {
	var took []time.Duration
	for range n {
		began := time.Now()
		r.clients++
		c, err := dial(ctx, r.server.addr, r.clients)
		if err != nil {
			return nil, err
		}
		err = c.await(r.plan.First)
		took = append(took, time.Since(began))
		if err != nil {
			_ = c.close() // there is a better error to tell
			return nil, err
		}
		if err := c.close(); err != nil {
			return nil, fmt.Errorf("hang up: %w", err)
		}
		r.pause() // for the server to clear away
	}
	return took, nil
}

func (r *Run) firstFrame(ctx context.Context, name string) error {
	took, err := r.connect(ctx, r.plan.Connects)
	r.note(name, part(took, 0.5))
	return err
}

// fill opens the sessions, and tells what they take.
func (r *Run) fill(ctx context.Context) (crowd, error) {
	before, err := r.settled()
	if err != nil {
		return nil, err
	}
	r.before = before
	cpu, err := r.server.CPU()
	if err != nil {
		return nil, err
	}
	readers, err := gather(ctx, r.server.addr, r.clients+1, r.plan.Sessions, r.plan.First)
	if err != nil {
		return nil, err
	}
	r.clients += r.plan.Sessions
	cpuAfter, err := r.server.CPU()
	if err != nil {
		return nil, err
	}
	after, err := r.settled()
	if err != nil {
		return nil, err
	}
	r.note("connect-cpu-ms", milliseconds(cpuAfter-cpu)/float64(r.plan.Sessions))
	r.note("KB/session", (after-before)/float64(r.plan.Sessions))
	r.note("total-MB", after/(1<<10))
	return readers, nil
}

// settled gives the server's memory in KB when that has not grown for a while.
func (r *Run) settled() (float64, error) {
	var highest float64
	began := time.Now()
	for grown := began; time.Since(grown) < r.plan.Quiet && time.Since(began) < patience; {
		now, err := r.server.Memory()
		if err != nil {
			return 0, err
		}
		if now > 1.001*highest {
			highest, grown = now, time.Now()
		}
		time.Sleep(r.plan.Quiet / 8)
	}
	return r.server.Memory()
}

// idle tells what a session costs that does nothing.
func (r *Run) idle() error {
	before, err := r.server.CPU()
	if err != nil {
		return err
	}
	began := time.Now()
	time.Sleep(r.plan.Idle)
	after, err := r.server.CPU()
	seconds := time.Since(began).Seconds()
	r.note("idle-us/s", float64((after-before).Microseconds())/seconds/float64(r.plan.Sessions))
	return err
}

// keys moves through all sections and back, again and again. Each key leads to
// a title that is drawn anew in the list of sections.
func (r *Run) keys(ctx context.Context) error {
	r.clients++
	c, err := dial(ctx, r.server.addr, r.clients)
	if err != nil {
		return err
	}
	t := c.watch()
	defer func() { _ = t.close() }() // all has been read
	if _, _, err := t.press("", r.plan.First); err != nil {
		return err
	}
	var took []time.Duration
	total := 0
	for i := range r.plan.Keys {
		r.pause()
		d, n, err := t.press(r.tour(i))
		if err != nil {
			return err
		}
		took = append(took, d)
		total += n
	}
	r.note("key-ms", part(took, 0.5))
	r.note("key-p99-ms", part(took, 0.99))
	r.note("B/key", float64(total)/float64(r.plan.Keys))
	return nil
}

// tour gives the key that is pressed next, and the title that it leads to.
func (r *Run) tour(i int) (key, title string) {
	last := len(r.plan.Titles) - 1
	i %= 2 * last
	if i < last {
		return "j", r.plan.Titles[i+1]
	}
	return "k", r.plan.Titles[2*last-i-1]
}

// pause lets time pass as a reader does, up to 33 ms. A server that draws by a
// clock of 60 Hz must not be asked in time with it: the pauses are spread
// evenly over two of its periods.
func (r *Run) pause() {
	const golden = 0.6180339887 // its multiples, less their whole parts, are spread evenly
	r.pauses++
	_, part := math.Modf(golden * float64(r.pauses))
	time.Sleep(time.Duration(part * 2 / 60 * float64(time.Second)))
}

// part gives the time in milliseconds that a part of all did not exceed.
func part(took []time.Duration, of float64) float64 {
	if len(took) == 0 {
		return 0
	}
	slices.Sort(took)
	return milliseconds(took[min(int(of*float64(len(took))), len(took)-1)])
}

func milliseconds(d time.Duration) float64 { return float64(d) / float64(time.Millisecond) }
