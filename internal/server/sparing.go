package server

import (
	"sync"
	"time"
)

// logTurnedAway logs that connections or visitors, as what says, are over a
// limit, with more fields where there are any.
func (s *Server) logTurnedAway(what, limit, source string, more ...any) {
	s.metrics.turnedAway(limit)
	if n, ok := s.turnedAway[limit].next(time.Now()); ok {
		s.log.Warn(what+" turned away", append([]any{"limit", limit, "source", source, what, n}, more...)...)
	}
}

// sparing lets an event that strangers can cause be logged once a second.
type sparing struct {
	mu   sync.Mutex
	last time.Time
	held int
}

// next tells whether to log now, and how many events that stands for.
func (s *sparing) next(now time.Time) (events int, ok bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.held++
	if now.Sub(s.last) < time.Second {
		return 0, false
	}
	events, s.held, s.last = s.held, 0, now
	return events, true
}
