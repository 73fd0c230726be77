package sshd

import (
	"sync"

	"golang.org/x/time/rate"

	"ssh-resume/internal/server/admission"
	"ssh-resume/internal/server/session"
)

// Limits of a connection, besides those of package admission.
const (
	maxChannels     = 4  // at once
	maxEverChannels = 32 // over a connection's life
	maxRefused      = 32 // channels; each waits for the client to read the refusal

	// Requests of a connection and all its channels. Keepalives and sizes of the
	// window don't count: clients send them by themselves for as long as they like.
	requestRate  = 20 // a second
	requestBurst = 200
)

// connection is an SSH connection with what is counted of it.
type connection struct {
	admitted  *admission.Conn
	announced sync.Once // the host keys
	requests  *rate.Limiter

	mu       sync.Mutex
	channels int // open
	ever     int // channels
	refused  int // channels
}

func newConnection(admitted *admission.Conn) *connection {
	return &connection{admitted: admitted, requests: rate.NewLimiter(requestRate, requestBurst)}
}

// allowRequest counts a request. Over the limit it closes the connection and
// returns false.
func (c *connection) allowRequest() bool {
	if c.requests.Allow() {
		return true
	}
	c.admitted.Drop(session.TooManyRequests)
	return false
}

// open counts a channel in, and returns its number, or false if there are too many.
func (c *connection) open() (number int, ok bool) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.channels >= maxChannels || c.ever >= maxEverChannels {
		return 0, false
	}
	c.channels++
	c.ever++
	return c.ever, true
}

// close counts a channel out.
func (c *connection) close() {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.channels--
}

// refuse counts a channel that is refused. Over the limit it closes the connection
// and returns false.
func (c *connection) refuse() bool {
	c.mu.Lock()
	c.refused++
	over := c.refused > maxRefused
	c.mu.Unlock()
	if over {
		c.admitted.Drop(session.TooManyChannels)
	}
	return !over
}
