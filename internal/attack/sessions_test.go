package attack

import (
	"net"
	"strings"
	"sync"
	"testing"

	"golang.org/x/crypto/ssh"
)

func TestHugeAndEmptyWindowsAreWindows(t *testing.T) {
	p := attacked(t)
	var all []ssh.Conn
	for i, size := range []uint32{20000, 1<<32 - 1, 0} {
		conn := p.connect(t, i)
		c := session(t, conn)
		shell(t, c, size, size)
		readAll(c)
		for _, next := range []uint32{0, 1<<32 - 1, 1, 20000} {
			if !ask(t, c, "window-change", windowChange{next, next, 0, 0}) {
				t.Errorf("%d is refused", next)
			}
		}
		all = append(all, conn)
	}
	p.reads(t, "width=400 height=200", 2)
	p.reads(t, "width=80 height=24", 1)
	p.servesAVisitor(t)
	within(t, freed, p.memoryIsAsBefore)
	for _, conn := range all {
		_ = conn.Close()
	}
	p.survives(t)
}

func TestFloodsOfResizesEnd(t *testing.T) {
	p := attacked(t)
	for i := range 8 {
		conn := p.connect(t, i)
		c := session(t, conn)
		flood := func(sizes uint32) {
			for n := range sizes {
				if _, err := c.SendRequest("window-change", false, ssh.Marshal(windowChange{n, n, 0, 0})); err != nil {
					return
				}
			}
		}
		ask(t, c, "pty-req", ptyRequest{Term: "xterm", Columns: 80, Rows: 24})
		flood(500)
		ask(t, c, "shell", nil)
		readAll(c)
		flood(5000)
		_ = conn.Wait() // for the program to hang up
	}
	p.reads(t, `because="too many requests"`, 8)
	p.survives(t)
}

func TestTwoHundredChannelsAreFour(t *testing.T) {
	p := attacked(t)
	conn := p.connect(t, 0)
	for range 4 {
		c, requests, err := conn.OpenChannel("session", nil)
		if err != nil {
			t.Fatal(err)
		}
		go ssh.DiscardRequests(requests)
		shell(t, c, 120, 40)
		readAll(c)
	}
	// The library may wait for ever for the answer of a program that has hung
	// up, as this one does after some refusals.
	ended, more := make(chan struct{}), make(chan int, 1)
	go func() {
		_ = conn.Wait()
		close(ended)
	}()
	go func() {
		open := 0
		for range 196 {
			if _, _, err := conn.OpenChannel("session", nil); err == nil {
				open++
			}
		}
		more <- open
	}()
	select {
	case open := <-more:
		if open > 0 {
			t.Errorf("%d channels more than four", open)
		}
	case <-ended:
	}
	p.servesAVisitor(t)
	_ = conn.Close()
	p.survives(t)
}

func TestEnvironmentOfMegabytesIsNotKept(t *testing.T) {
	p := attacked(t)
	var all []*net.TCPConn
	var floods sync.WaitGroup
	for i := range 8 {
		tcp := p.dial(t, i)
		c := session(t, shakeHands(t, tcp, ssh.Config{}, "visitor"))
		floods.Go(func() {
			// 200 MB, as far as the program takes them.
			for range 8000 {
				if _, err := c.SendRequest("env", false, ssh.Marshal(variable{"LANG", strings.Repeat("x", 25_000)})); err != nil {
					return
				}
			}
			t.Error("all were taken")
		})
		all = append(all, tcp)
	}
	p.servesAVisitor(t)
	p.computesLittle(t, float64(len(all))*fairShare)
	within(t, freed, p.memoryIsAsBefore)
	kill(t, all...)
	floods.Wait()
	p.survives(t)
}

func TestConnectionsWithoutASessionEnd(t *testing.T) {
	if testing.Short() {
		t.Skip("takes ten seconds")
	}
	p := attacked(t)
	for i := range 16 {
		conn := p.connect(t, i)
		if i%2 == 0 { // the others are like ssh -N
			c := session(t, conn)
			shell(t, c, 120, 40)
			_ = c.Close()
		}
	}
	p.reads(t, "session closed", 3+8)
	p.servesAVisitor(t)
	p.reads(t, `because="no session"`, 16)
	p.survives(t)
}
