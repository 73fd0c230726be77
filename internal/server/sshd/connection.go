package sshd

import (
	"slices"
	"sync"

	"golang.org/x/time/rate"

	"ssh-resume/internal/server/admission"
	"ssh-resume/internal/server/session"
	"ssh-resume/internal/words"
)

// Limits of a connection, besides those of package admission.
const (
	maxChannels     = 4  // at once
	maxEverChannels = 32 // over a connection's life
	maxRefused      = 32 // channels; each waits for the client to read the refusal

	// Requests of a connection and all its channels, but for those that are free.
	requestRate  = 20 // a second
	requestBurst = 200
)

// connection is an SSH connection with what is counted of it.
type connection struct {
	admitted  *admission.Conn
	announced sync.Once // the host keys
	requests  *rate.Limiter

	mu       sync.Mutex
	running  []*session.Session
	channels int // open
	ever     int // channels
	refused  int // channels
}

func newConnection(admitted *admission.Conn) *connection {
	c := &connection{admitted: admitted, requests: rate.NewLimiter(requestRate, requestBurst)}
	admitted.OnEnd(c.end)
	return c
}

// endSentence says why a connection ends.
func endSentence(w *words.Words, reason string) string {
	switch reason {
	case admission.SentTooMuch:
		return w.Endings.SentTooMuch
	case session.TooManyRequests:
		return w.Endings.TooManyRequests
	case session.TooManyChannels:
		return w.Endings.TooManyChannels
	}
	return w.Endings.Fault
}

// beginSession counts a session in.
func (c *connection) beginSession(s *session.Session) {
	s.First = c.admitted.BeginSession()
	c.mu.Lock()
	defer c.mu.Unlock()
	c.running = append(c.running, s)
}

// endSession counts a session out.
func (c *connection) endSession(s *session.Session) {
	c.mu.Lock()
	c.running = slices.DeleteFunc(c.running, func(other *session.Session) bool { return other == s })
	c.mu.Unlock()
	c.admitted.EndSession()
}

// end ends the sessions that run, because the connection ends for a reason.
func (c *connection) end(reason string) {
	c.mu.Lock()
	running := slices.Clone(c.running)
	c.mu.Unlock()
	for _, s := range running {
		s.Stop(&session.End{Reason: reason, Sentence: endSentence(s.Words, reason)})
	}
}

// allowRequest counts a request. Over the limit it ends the connection and
// returns false.
func (c *connection) allowRequest() bool {
	if c.requests.Allow() {
		return true
	}
	c.admitted.End(session.TooManyRequests)
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

// refuse counts a channel that is refused. Over the limit it ends the connection
// and returns false.
func (c *connection) refuse() bool {
	c.mu.Lock()
	c.refused++
	over := c.refused > maxRefused
	c.mu.Unlock()
	if over {
		c.admitted.End(session.TooManyChannels)
	}
	return !over
}
