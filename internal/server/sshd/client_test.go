package sshd_test

import (
	"testing"
	"time"

	"ssh-resume/internal/server/servertest"
	"ssh-resume/internal/visitor"
)

// inTerminal returns what a command prints in a terminal, and its exit status.
func inTerminal(t *testing.T, r *servertest.Running, o visitor.Options) (status int, raw []byte) {
	t.Helper()
	v, err := visitor.Visit(t.Context(), r.Addr, o)
	if err != nil {
		t.Fatal(err)
	}
	defer v.Close() //nolint:errcheck // the session has ended by then
	status, err = v.Wait(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	raw, _ = v.Screen().Tail()
	return status, raw
}

// hungUp waits until the server has closed a connection.
func hungUp(t *testing.T, c interface{ Wait() error }) {
	t.Helper()
	done := make(chan struct{})
	go func() {
		_ = c.Wait()
		close(done)
	}()
	select {
	case <-done:
	case <-time.After(servertest.Patience):
		t.Fatal("the connection is still open")
	}
}

// window is the payload of a request that tells the size of the window.
func window(columns, rows uint32) any {
	return struct{ Columns, Rows, Width, Height uint32 }{columns, rows, 0, 0}
}
