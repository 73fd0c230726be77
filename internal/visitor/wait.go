package visitor

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"time"

	"github.com/charmbracelet/x/ansi"
	"golang.org/x/crypto/ssh"
)

// patience bounds every wait whose context is more patient. It is a bound for a
// machine under load, no promise of the server's.
const patience = 20 * time.Second

// ErrEnded is returned for what the session ended without showing.
var ErrEnded = errors.New("the session has ended")

// WaitFor waits until the text is on the screen, on one line. The error shows
// the screen as it is instead.
func (v *Visitor) WaitFor(ctx context.Context, text string) error {
	err := v.WaitUntil(ctx, func(s *Screen) bool { return strings.Contains(s.Text(), text) })
	if err != nil {
		return fmt.Errorf("wait for %q: %w", text, err)
	}
	return nil
}

// WaitUntil waits until the screen is as asked, and asks after all that the
// server sends. Nothing is drawn meanwhile, and the screen is never looked at
// in the middle of a synchronized update.
func (v *Visitor) WaitUntil(ctx context.Context, is func(*Screen) bool) error {
	ctx, cancel := context.WithTimeoutCause(ctx, patience, fmt.Errorf("nothing in %s", patience))
	defer cancel()
	ended := v.ended
	for last := false; ; {
		changed, met := v.check(is)
		switch {
		case met:
			return nil
		case last:
			return v.instead(ErrEnded)
		}
		select {
		case <-changed:
		case <-ended:
			last, ended = true, nil // one more look: both may have been ready
		case <-ctx.Done():
			return v.instead(context.Cause(ctx))
		}
	}
}

// check looks at the screen while it stands still.
func (v *Visitor) check(is func(*Screen) bool) (changed <-chan struct{}, met bool) {
	v.turn.Lock()
	defer v.turn.Unlock()
	return v.changed, !v.screen.Mode(ansi.ModeSynchronizedOutput) && is(v.screen)
}

func (v *Visitor) instead(err error) error {
	note := ""
	if v.screen.Mode(ansi.ModeSynchronizedOutput) {
		note = " in the middle of a synchronized update"
	}
	return fmt.Errorf("%w; the screen shows%s:\n%s", err, note, v.screen.Text())
}

// Wait waits for the end of the session and gives its exit status. It is an
// error where the server gave none.
func (v *Visitor) Wait(ctx context.Context) (status int, err error) {
	ctx, cancel := context.WithTimeoutCause(ctx, patience, fmt.Errorf("no end in %s", patience))
	defer cancel()
	select {
	case <-v.ended:
		return exitStatus(v.status)
	case <-ctx.Done():
		return 0, v.instead(context.Cause(ctx))
	}
}

// Left waits for the end of the session and gives what it leaves on the main
// screen. It is an error where the terminal is not restored.
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
