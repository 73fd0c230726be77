package load

import (
	"io"
	"sync"
	"testing"
	"time"

	"golang.org/x/crypto/ssh"

	"ssh-resume/internal/visitor"
)

func TestSilentConnectionsDoNotKeepVisitorsOut(t *testing.T) {
	t.Parallel()
	p := startTarget(t, "--handshake-timeout=5s")
	for i := range 500 {
		p.dial(t, i)
	}
	const unauthenticated = 64
	eventually(t, patience, func() error { return p.holdsAtMost(unauthenticated) })
	p.servesVisitor(t)
	p.waitForLog(t, "limit=unauthenticated", 1)
	// The attacker holds all connections open; the program closes them.
	eventually(t, patience, p.descriptorsFreed)
	p.checkRecovered(t)
}

func TestSlowHandshakesEnd(t *testing.T) {
	t.Parallel()
	p := startTarget(t, "--handshake-timeout=5s", "--log-level=debug")
	var clients sync.WaitGroup
	for i, begin := range []string{
		"",                 // byte by byte in the banner
		"SSH-2.0-slow\r\n", // in the first packet's length
		"SSH-2.0-slow\r\n\x00\x00\x05\xdc\x04\x14", // in a key exchange of 1,500 bytes
	} {
		c := p.dial(t, i)
		clients.Go(func() {
			if _, err := io.WriteString(c, begin); err != nil {
				t.Error(err)
				return
			}
			tick := time.NewTicker(100 * time.Millisecond)
			defer tick.Stop()
			for n := 0; ; n++ {
				if _, err := c.Write([]byte("SSH-"[n%4:][:1])); err != nil {
					return
				}
				<-tick.C
			}
		})
	}
	p.servesVisitor(t)
	clients.Wait()
	p.waitForLog(t, "handshake failed", 3)
	p.checkRecovered(t)
}

func TestClientsThatStopReadingAreDisconnected(t *testing.T) {
	t.Parallel()
	if testing.Short() {
		t.Skip("takes ten seconds")
	}
	p := startTarget(t)
	const clients = 2
	stop, gone := make(chan struct{}), make(chan struct{})
	defer close(gone)
	var all []ssh.Channel
	for i := range clients {
		c := session(t, handshake(t, &visitor.Deaf{Conn: p.dial(t, i), Stop: stop, Gone: gone}, ssh.Config{}, "visitor"))
		shell(t, c, 400, 200)
		all = append(all, c)
	}
	close(stop)
	for _, c := range all {
		go keepRedrawing(c)
	}
	p.servesVisitor(t)
	p.waitForLog(t, "session closed", 3+1+clients)
	eventually(t, patience, p.descriptorsFreed) // while the clients stay connected
	p.checkRecovered(t)
}

// keepRedrawing has the whole window redrawn for as long as the server holds on, which
// fills all buffers on the way. It sends no faster than the server reads: what waits
// to be sent would keep the resizes behind it from being seen for minutes.
func keepRedrawing(c ssh.Channel) {
	tick := time.NewTicker(time.Second)
	defer tick.Stop()
	for n := uint32(0); ; n++ {
		// With five widths, a frame differs from the last one drawn even if the server skips up to three between them.
		if _, err := c.SendRequest("window-change", false, ssh.Marshal(windowChange{400 - n%5, 200, 0, 0})); err != nil {
			return
		}
		if _, err := io.WriteString(c, "t"); err != nil {
			return
		}
		// Some twenty frames fill the buffers. Those drawn later cost time and change nothing, but a busy server
		// skips some.
		tick.Reset(time.Duration(20+n) * time.Millisecond)
		<-tick.C
	}
}

func TestConnectionsWithoutASessionAreClosed(t *testing.T) {
	t.Parallel()
	if testing.Short() {
		t.Skip("takes ten seconds")
	}
	p := startTarget(t)
	for i := range 16 {
		conn := p.connect(t, i)
		if i%2 == 0 { // the others are like ssh -N
			c := session(t, conn)
			shell(t, c, 120, 40)
			_ = c.Close()
		}
	}
	p.waitForLog(t, "session closed", 3+8)
	p.servesVisitor(t)
	p.waitForLog(t, "reason=no-session", 16)
	p.checkRecovered(t)
}
