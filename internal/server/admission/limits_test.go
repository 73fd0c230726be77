package admission_test

import (
	"errors"
	"io"
	"net"
	"os"
	"strings"
	"testing"
	"time"

	"ssh-resume/internal/server"
	"ssh-resume/internal/server/servertest"
	"ssh-resume/internal/visitor"
)

func TestSourceWithTooManyConnectionsIsTurnedAwayAndTold(t *testing.T) {
	t.Parallel()
	r := servertest.Serve(t, server.Config{MaxConnectionsPerSource: 2})
	first := r.Client(t)
	r.Visit(t, visitor.Options{})
	_, err := r.Connect("")
	if err == nil || !strings.Contains(err.Error(), "too many connections from your address") {
		t.Errorf("%v", err)
	}
	r.Log.Until(t, "limit=connections-per-source")
	if err := first.Close(); err != nil {
		t.Fatal(err)
	}
	visitor.Eventually(t, func() error {
		client, err := r.Connect("")
		if err == nil {
			_ = client.Close()
		}
		return err
	})
}

func TestSourceThatConnectsTooFastIsTurnedAwayAndTold(t *testing.T) {
	t.Parallel()
	r := servertest.Serve(t, server.Config{ConnectionRate: 1e-9, ConnectionBurst: 3})
	for range 3 {
		r.Client(t)
	}
	_, err := r.Connect("")
	if err == nil || !strings.Contains(err.Error(), "try again in a few seconds") {
		t.Errorf("%v", err)
	}
	r.Log.Until(t, "limit=connection-rate")
}

func TestOldestUnauthenticatedConnectionGivesWay(t *testing.T) {
	t.Parallel()
	r := servertest.Serve(t, server.Config{HandshakeTimeout: time.Minute})
	oldest := r.Silent(t)
	r.Holds(t, 1, 0)
	next := r.Silent(t)
	r.Holds(t, 2, 0)
	for range maxUnauthenticated - 2 {
		r.Silent(t)
	}
	r.Holds(t, maxUnauthenticated, 0)
	r.Visit(t, visitor.Options{}) // the next one
	servertest.Closed(t, oldest)
	r.Log.Until(t, "limit=unauthenticated")
	r.Holds(t, maxUnauthenticated, 1)
	staysOpen(t, next)
}

// staysOpen checks that the server has not closed a TCP connection.
func staysOpen(t *testing.T, c net.Conn) {
	t.Helper()
	if err := c.SetReadDeadline(time.Now().Add(50 * time.Millisecond)); err != nil {
		t.Fatal(err)
	}
	if _, err := io.ReadAll(c); !errors.Is(err, os.ErrDeadlineExceeded) {
		t.Errorf("the connection is closed: %v", err)
	}
}

// maxUnauthenticated is the promise.
const maxUnauthenticated = 64

func TestMain(m *testing.M) { servertest.Main(m) }
