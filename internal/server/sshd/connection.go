package sshd

import (
	"sync"
	"sync/atomic"

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

	// Requests of a connection and all its channels, except those that cost nothing.
	requestRate  = 20 // a second
	requestBurst = 200
)

// Limits over which this front end cuts a connection off, besides those of package admission.
var (
	tooManyRequests = &admission.Limit{Name: "too-many-requests", Sentence: func(e *words.Endings) string { return e.TooManyRequests }}
	tooManyChannels = &admission.Limit{Name: "too-many-channels", Sentence: func(e *words.Endings) string { return e.TooManyChannels }}

	CutOff = []*admission.Limit{tooManyRequests, tooManyChannels} // both
)

// connection is an SSH connection and its counters.
type connection struct {
	admitted *admission.Conn
	requests *rate.Limiter
	refused  atomic.Int32 // channels

	mu       sync.Mutex
	channels int // open
	ever     int // channels
}

// newConnection returns a connection. Its sessions end when it does.
func newConnection(admitted *admission.Conn, sessions *session.Manager) *connection {
	admitted.OnShutdown = func(reason string, sentence admission.Sentence) {
		for _, s := range sessions.Sessions() {
			if s.Conn == session.Conn(admitted) {
				s.Cancel(&session.End{Reason: reason, Sentence: sentence(&s.Words.Endings)})
			}
		}
	}
	return &connection{admitted: admitted, requests: rate.NewLimiter(requestRate, requestBurst)}
}

// allowRequest counts a request. Over the limit it ends the connection and returns false.
func (c *connection) allowRequest() bool {
	if c.requests.Allow() {
		return true
	}
	c.admitted.Shutdown(tooManyRequests.Name, tooManyRequests.Sentence)
	return false
}

// acquire takes a slot for a channel and returns the number of the channel; 0 if there are too many.
func (c *connection) acquire() (number int) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.channels >= maxChannels || c.ever >= maxEverChannels {
		return 0
	}
	c.channels++
	c.ever++
	return c.ever
}

// release frees a slot that acquire has taken.
func (c *connection) release() {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.channels--
}
