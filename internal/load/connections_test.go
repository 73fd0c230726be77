package load

import (
	"fmt"
	"io"
	"math/rand/v2"
	"net"
	"testing"

	"golang.org/x/crypto/ssh"
)

func TestRandomBytesDoNoHarm(t *testing.T) {
	t.Parallel()
	p := startTarget(t)
	random := rand.NewChaCha8([32]byte{1})
	for i := range 60 {
		c := p.dial(t, i)
		if i%2 == 0 {
			_, _ = io.WriteString(c, "SSH-2.0-random\r\n")
		}
		_, _ = io.CopyN(c, random, 10_000) // the program may hang up first
		_ = c.Close()
	}
	// The same after the handshake: requests of every kind with random payloads.
	for i := range 20 {
		conn := p.connect(t, 100+i)
		c := session(t, conn)
		for n := range 40 {
			name := []string{"env", "pty-req", "window-change", "exec", "subsystem", "signal", "shell"}[n%7]
			payload := make([]byte, n)
			_, _ = random.Read(payload)
			if _, err := c.SendRequest(name, n%3 == 0, payload); err != nil {
				break
			}
			_, _ = c.Write(payload)
			_, _, _ = conn.SendRequest(name, n%3 == 1, payload)
		}
		_ = conn.Close()
	}
	p.checkRecovered(t)
}

func TestConstantRekeyingCostsLittle(t *testing.T) {
	t.Parallel()
	p := startTarget(t)
	const clients = 4
	var all []*net.TCPConn
	for i := range clients {
		tcp := p.dial(t, i)
		// The library's minimum of bytes between two key exchanges.
		c := session(t, handshake(t, tcp, ssh.Config{RekeyThreshold: 256}, "visitor"))
		shell(t, c, 80, 24)
		discard(c)
		go endless(c, "jjjjjjjjjjjjjjjjkkkkkkkkkkkkkkkk")
		all = append(all, tcp)
	}
	p.endures(t, all, patience)
}

func TestAHundredClientsKilledAtOnceLeaveNothingBehind(t *testing.T) {
	t.Parallel()
	p := startTarget(t)
	var killed []*net.TCPConn
	for i := range 100 {
		c := p.dial(t, i)
		shell(t, session(t, handshake(t, c, ssh.Config{}, fmt.Sprint("visitor ", i))), 120, 40)
		killed = append(killed, c)
	}
	reset(t, killed...)
	p.waitForLog(t, "session closed", 3+100)
	p.checkRecovered(t)
}
