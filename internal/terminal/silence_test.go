package terminal_test

import (
	"errors"
	"io"
	"strings"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"

	"ssh-resume/internal/terminal"
)

// hangUp ends the input and waits for the goroutines of a driver in a synctest
// bubble.
func (d *testDriver) hangUp(t *testing.T) {
	t.Helper()
	_ = d.in.Close()
	if err := d.end(t); !errors.Is(err, io.EOF) {
		t.Error(err)
	}
	d.Wait()
	time.Sleep(time.Second) // Bubble Tea takes half a second to stop its ticker
}

func TestSequencesWithoutEndAreOverAfterSilence(t *testing.T) {
	for name, test := range map[string]struct{ begun, seen string }{
		"paste":         {"\x1b[200~text", "paste text"},
		"half its end":  {"\x1b[200~text\x1b[201", "paste text"},
		"long paste":    {"\x1b[200~" + strings.Repeat("x", 10_000), "paste " + strings.Repeat("x", 4<<10)},
		"OSC":           {"\x1b]11;rgb:", ""},
		"DCS":           {"\x1bP1+r", ""},
		"long DCS":      {"\x1bP" + strings.Repeat("x", 10_000), ""},
		"APC":           {"\x1b_x", ""},
		"half sequence": {"\x1b[1;", ""},
		"lone escape":   {"\x1b", "esc"},
	} {
		t.Run(name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				d := begin(t, terminal.Options{})
				d.press(t, test.begun)
				time.Sleep(1100 * time.Millisecond)
				d.press(t, "j")
				if test.seen != "" {
					d.waitSeen(t, test.seen)
				}
				d.waitSeen(t, "j")
				d.hangUp(t)
			})
		})
	}
}

func TestAnswerThatComesInPiecesIsNoKey(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		d := begin(t, terminal.Options{})
		d.press(t, "\x1b]11;rgb:ff")
		time.Sleep(900 * time.Millisecond)
		d.press(t, "ff/ffff/ffff\x07j")
		d.waitSeen(t, "tea.BackgroundColorMsg")
		if seen := <-d.model.seen; seen != "j" {
			t.Errorf("the model saw %q", seen)
		}
		d.hangUp(t)
	})
}

func TestClientThatStopsReadingIsDisconnected(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		d := begin(t, terminal.Options{})
		d.out.waitFor(t, "last: 80x24")
		release := make(chan struct{})
		d.out.mu.Lock()
		d.out.hold = release
		d.out.mu.Unlock()
		d.press(t, "j")
		began := time.Now()
		if err := d.end(t); !errors.Is(err, terminal.ErrStalled) {
			t.Errorf("Run returned %v", err)
		}
		if took := time.Since(began); took != stall {
			t.Errorf("Run returned after %s, want %s", took, stall)
		}
		close(release) // as closing the stream does
		d.Wait()
		time.Sleep(time.Second)
	})
}

// TestLateAnswersAreAwaited quits before the terminal has answered a query. The terminal is restored at once,
// but Run waits to receive the answer.
func TestLateAnswersAreAwaited(t *testing.T) {
	const attributes = "\x1b[?62;22c"
	for name, test := range map[string]struct {
		quit, answer time.Duration // after the first frame; 0 for no answer
		want         time.Duration // how long Run takes
	}{
		"before the answer":       {10 * time.Millisecond, 200 * time.Millisecond, 200 * time.Millisecond},
		"on a slow line":          {300 * time.Millisecond, 1900 * time.Millisecond, 1900 * time.Millisecond},
		"after the answer":        {300 * time.Millisecond, 200 * time.Millisecond, 300 * time.Millisecond},
		"there is none":           {10 * time.Millisecond, 0, 2 * time.Second},
		"long after the question": {time.Minute, 0, time.Minute},
	} {
		t.Run(name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				d := begin(t, terminal.Options{Profile: colorprofile.ANSI256})
				d.out.waitFor(t, "last: 80x24")
				began := time.Now()
				if test.answer > 0 {
					go func() {
						time.Sleep(test.answer)
						_, _ = io.WriteString(d.in, "\x1b]11;rgb:0000/0000/0000\x07"+attributes)
					}()
				}
				time.Sleep(test.quit)
				d.press(t, "q")
				synctest.Wait()
				if out := d.out.String(); !strings.HasSuffix(out, restored) {
					t.Errorf("not restored: %q", out)
				}
				if err := d.end(t); err != nil {
					t.Error(err)
				}
				if got := time.Since(began); got != test.want {
					t.Errorf("Run returned after %s, want %s", got, test.want)
				}
				d.Wait()
				time.Sleep(time.Second)
			})
		})
	}
}

// wide is what the model is told.
type wide struct{}

func TestATerminalSaysThatItDrawsSymbolsWide(t *testing.T) {
	for answer, want := range map[string]int{"\x1b[2;3R": 1, "\x1b[2;3R\x1b[2;3R": 1, "\x1b[2;2R": 0} {
		synctest.Test(t, func(t *testing.T) {
			d := begin(t, terminal.Options{Profile: colorprofile.ANSI256, Wide: wide{}})
			d.out.waitFor(t, "last: 80x24")
			d.press(t, answer+"\x1b[?62;22c")
			synctest.Wait()
			said := 0
			for len(d.model.seen) > 0 {
				if <-d.model.seen == "terminal_test.wide" {
					said++
				}
			}
			if said != want {
				t.Errorf("after %q it was said %d times", answer, said)
			}
			d.press(t, "q")
			if err := d.end(t); err != nil {
				t.Error(err)
			}
			d.Wait()
			time.Sleep(time.Second)
		})
	}
}

func TestSizesOfADraggedWindowAreMerged(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		d := begin(t, terminal.Options{})
		d.out.waitFor(t, "last: 80x24")
		var drawn []string
		look := func() {
			synctest.Wait()
			for len(d.model.seen) > 0 {
				drawn = append(drawn, <-d.model.seen)
			}
		}
		look()
		drawn = nil
		for i := range 10 * 60 * 80 { // ten minutes at 80 Hz
			time.Sleep(time.Second / 80)
			d.Resize(40+i%100, 24)
			look()
		}
		d.Resize(77, 24)
		time.Sleep(time.Second)
		look()
		if most := 10 * 60 * 25; len(drawn) < most/2 || len(drawn) > most+2 || drawn[len(drawn)-1] != "77x24" {
			t.Errorf("%d sizes were drawn, the last %s", len(drawn), drawn[len(drawn)-1])
		}
		d.press(t, "q")
		if err := d.end(t); err != nil {
			t.Error(err)
		}
		d.Wait()
		time.Sleep(time.Second)
	})
}

// tally is a model that counts keys.
type tally struct{ keys atomic.Int32 }

func (*tally) Init() tea.Cmd { return nil }

func (c *tally) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	if _, ok := msg.(tea.KeyPressMsg); ok {
		c.keys.Add(1)
	}
	return c, nil
}

func (*tally) View() tea.View { return tea.View{} }

// TestAFloodOfInputReachesNoModelAndIsNoActivity sends 2 MiB at 16 KiB a second, and a key a second later.
func TestAFloodOfInputReachesNoModelAndIsNoActivity(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		const read, pieces = 256, 2 << 20 / 256
		var model tally
		var active atomic.Int32
		in, keys := io.Pipe()
		d := newDriver(&model, in, io.Discard, terminal.Options{Width: 80, Height: 24, OnInput: func() { active.Add(1) }})
		ended := make(chan error, 1)
		go func() { ended <- d.Run(t.Context()) }()
		for i := range pieces {
			piece := strings.Repeat("x", read)
			if i > pieces/2 {
				piece = strings.Repeat("x", read-6) + "\x1b[201~" // gets through, but is no activity
			}
			_, _ = io.WriteString(keys, piece)
			time.Sleep(time.Second / 64)
		}
		keysSeen, reads := model.keys.Load(), active.Load()
		if most := int32(20 << 10); keysSeen < 16<<10 || keysSeen > most || reads < 16<<10/read || reads > most/read {
			t.Errorf("%d keys in %d reads", keysSeen, reads)
		}
		time.Sleep(time.Second)
		_, _ = io.WriteString(keys, "q")
		synctest.Wait()
		if active.Load() != reads+1 {
			t.Errorf("a key a second later counts as activity %d times", active.Load()-reads)
		}
		_ = keys.Close()
		if err := <-ended; !errors.Is(err, io.EOF) {
			t.Error(err)
		}
		d.Wait()
		time.Sleep(time.Second) // Bubble Tea takes half a second to stop its ticker
	})
}
