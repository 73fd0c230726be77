package visitor

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/charmbracelet/x/ansi"
	"golang.org/x/crypto/ssh"
)

// Patience bounds each wait, on an overloaded machine as well. It is not a promise of the server.
const Patience = time.Minute

// Eventually waits until a condition is met; its error says what is missing. It checks less often the longer it
// waits, since checking takes processor time from the server.
func Eventually(t *testing.T, met func() error) {
	t.Helper()
	var err error
	pause := time.Millisecond
	for end := time.Now().Add(Patience); time.Now().Before(end); pause = min(2*pause, 50*time.Millisecond) {
		if err = met(); err == nil {
			return
		}
		<-time.After(pause)
	}
	t.Fatal(err)
}

// errEnded is returned if the session ends before a condition is met.
var errEnded = errors.New("the session has ended")

// WaitFor waits until a line of the screen contains the text. Its error includes the screen.
func (v *Visitor) WaitFor(ctx context.Context, text string) error {
	err := v.WaitUntil(ctx, func(s *Screen) bool { return strings.Contains(s.Text(), text) })
	if err != nil {
		return fmt.Errorf("wait for %q: %w", text, err)
	}
	return nil
}

// WaitUntil waits until the condition is met. It is checked after all output of
// the server, while nothing is drawn, and never in the middle of a synchronized
// update.
func (v *Visitor) WaitUntil(ctx context.Context, met func(*Screen) bool) error {
	ctx, cancel := context.WithTimeoutCause(ctx, Patience, fmt.Errorf("not within %s", Patience))
	defer cancel()
	ended := v.ended
	for last := false; ; {
		changed, ok := v.check(met)
		switch {
		case ok:
			return nil
		case last:
			return v.withScreen(errEnded)
		}
		select {
		case <-changed:
		case <-ended:
			last, ended = true, nil // check once more: both may have been ready
		case <-ctx.Done():
			return v.withScreen(context.Cause(ctx))
		}
	}
}

// check checks a condition while nothing is drawn. It returns a channel that is closed when the screen changes.
func (v *Visitor) check(met func(*Screen) bool) (changed <-chan struct{}, ok bool) {
	v.drawing.Lock()
	defer v.drawing.Unlock()
	return v.changed, !v.screen.mode(ansi.ModeSynchronizedOutput) && met(v.screen)
}

// withScreen adds the screen to an error.
func (v *Visitor) withScreen(err error) error {
	note := ""
	if v.screen.mode(ansi.ModeSynchronizedOutput) {
		note = " in the middle of a synchronized update"
	}
	return fmt.Errorf("%w; the screen shows%s:\n%s", err, note, v.screen.Text())
}

// Wait waits for the end of the session and returns its exit status, or an error if the server sent none.
func (v *Visitor) Wait(ctx context.Context) (status int, err error) {
	ctx, cancel := context.WithTimeoutCause(ctx, Patience, fmt.Errorf("no end within %s", Patience))
	defer cancel()
	select {
	case <-v.ended:
		return exitStatus(v.status)
	case <-ctx.Done():
		return 0, v.withScreen(context.Cause(ctx))
	}
}

// Left waits for the end of the session and returns what is left on the main
// screen, or an error if the terminal is not restored.
func (v *Visitor) Left(ctx context.Context) (string, error) {
	if _, err := v.Wait(ctx); err != nil {
		return "", err
	}
	if err := v.screen.Restored(); err != nil {
		return "", fmt.Errorf("the terminal is not restored: %w", err)
	}
	return v.screen.Text(), nil
}

func exitStatus(err error) (int, error) {
	var exit *ssh.ExitError
	switch {
	case err == nil:
		return 0, nil
	case errors.As(err, &exit):
		return exit.ExitStatus(), nil
	}
	return 0, fmt.Errorf("the session ended without an exit status: %w", err)
}
