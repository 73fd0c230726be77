package load

import (
	"net"
	"strings"
	"sync"
	"testing"

	"golang.org/x/crypto/ssh"
)

func TestHugeAndEmptyWindowsAreClamped(t *testing.T) {
	t.Parallel()
	p := startTarget(t)
	var all []ssh.Conn
	for i, size := range []uint32{20000, 1<<32 - 1, 0} {
		conn := p.connect(t, i)
		c := session(t, conn)
		shell(t, c, size, size)
		discard(c)
		for _, next := range []uint32{0, 1<<32 - 1, 1, 20000} {
			if !request(t, c, "window-change", windowChange{next, next, 0, 0}) {
				t.Errorf("a window of %d is refused", next)
			}
		}
		all = append(all, conn)
	}
	p.waitForLog(t, "width=400 height=200", 2)
	p.waitForLog(t, "width=80 height=24", 1)
	p.servesVisitor(t)
	eventually(t, cleanupTime, p.memoryFreed)
	for _, conn := range all {
		_ = conn.Close()
	}
	p.checkRecovered(t)
}

func TestFloodsOfResizesCostLittle(t *testing.T) {
	t.Parallel()
	p := startTarget(t)
	const clients = 2
	var all []*net.TCPConn
	for i := range clients {
		tcp := p.dial(t, i)
		c := session(t, handshake(t, tcp, ssh.Config{}, "visitor"))
		shell(t, c, 120, 40)
		discard(c)
		go func() {
			for n := uint32(0); ; n++ {
				if _, err := c.SendRequest("window-change", false, ssh.Marshal(windowChange{100 + n%300, 30 + n%150, 0, 0})); err != nil {
					return
				}
			}
		}()
		all = append(all, tcp)
	}
	p.endures(t, all, cleanupTime)
}

func TestFloodsOfRequestsEnd(t *testing.T) {
	t.Parallel()
	p := startTarget(t)
	var floods sync.WaitGroup
	for i := range 8 {
		conn := p.connect(t, i)
		c := session(t, conn)
		shell(t, c, 120, 40)
		discard(c)
		floods.Go(func() {
			for range 5000 {
				if _, err := c.SendRequest("signal", false, ssh.Marshal(struct{ Name string }{"INT"})); err != nil {
					break
				}
			}
			_ = conn.Wait() // until the program hangs up
		})
	}
	floods.Wait()
	p.waitForLog(t, "reason=too-many-requests", 8)
	p.checkRecovered(t)
}

func TestConnectionHasAtMostFourChannels(t *testing.T) {
	t.Parallel()
	p := startTarget(t)
	conn := p.connect(t, 0)
	for range 4 {
		c, requests, err := conn.OpenChannel("session", nil)
		if err != nil {
			t.Fatal(err)
		}
		go ssh.DiscardRequests(requests)
		shell(t, c, 120, 40)
		discard(c)
	}
	// The program hangs up after some refusals, and the library may then wait for an answer forever.
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
			t.Errorf("%d channels beyond the first four were opened", open)
		}
	case <-ended:
	}
	p.servesVisitor(t)
	_ = conn.Close()
	p.checkRecovered(t)
}

func TestMegabytesOfEnvironmentAreNotKept(t *testing.T) {
	t.Parallel()
	p := startTarget(t)
	var all []*net.TCPConn
	var floods sync.WaitGroup
	for i := range 8 {
		tcp := p.dial(t, i)
		c := session(t, handshake(t, tcp, ssh.Config{}, "visitor"))
		floods.Go(func() {
			// 200 MB, unless the program hangs up before.
			for range 8000 {
				if _, err := c.SendRequest("env", false, ssh.Marshal(variable{"LANG", strings.Repeat("x", 25_000)})); err != nil {
					return
				}
			}
			t.Error("200 MB were accepted")
		})
		all = append(all, tcp)
	}
	p.servesVisitor(t)
	p.checkCPU(t, float64(len(all))*fairShare)
	eventually(t, cleanupTime, p.memoryFreed)
	reset(t, all...)
	floods.Wait()
	p.checkRecovered(t)
}
