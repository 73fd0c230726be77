package server

import (
	"context"
	"time"

	"ssh-resume/internal/server/session"
)

const (
	// stopTime is how long a stop may take after the drain timeout, for terminals to
	// be restored and clients to hang up; in cleanupTime, the last part of it, ends
	// what still runs once the connections are closed.
	stopTime    = time.Second
	cleanupTime = 200 * time.Millisecond
	// arrivalTime is how long a client may take from connecting to its first session
	// to be served though the server stops. From far away it takes two seconds.
	arrivalTime = 3 * time.Second
)

// drain lets the readers finish, and then closes all that is open.
func (s *Server) drain() {
	deadline := time.Now().Add(s.config.DrainTimeout)
	if s.config.Listener != nil {
		s.awaitArrivals(deadline)
	}
	drained, gone := s.sessions.Stop(), s.listener.Stop(session.Drained)
	if sessions := s.sessions.Count(); sessions > 0 {
		s.log.Info("server stopping", "sessions", sessions, "within", time.Until(deadline).Round(time.Millisecond))
		s.sessions.CountDown(deadline, s.now)
	}
	end, cancel := context.WithTimeout(context.Background(), stopTime)
	defer cancel()
	hangUp, cancelHangUp := context.WithTimeout(end, stopTime-cleanupTime)
	defer cancelHangUp()
	s.sessions.EndAll()
	wait(hangUp, drained)
	wait(hangUp, gone)
	for _, c := range s.listener.Open() {
		c.Drop(session.Drained)
	}
	// The goroutines end now; those that have not ended by then end with the process.
	_ = s.sshd.Shutdown(end)
	ended := make(chan struct{})
	go func() {
		s.sessions.Wait()
		s.listener.Wait()
		close(ended)
	}()
	wait(end, ended)
}

// awaitArrivals waits until those who were accepted before the listener was closed
// have a session, or have had the time. Who comes later waits for the next server, on
// the same socket; so a restart turns nobody away.
func (s *Server) awaitArrivals(deadline time.Time) {
	tick := time.NewTicker(10 * time.Millisecond)
	defer tick.Stop()
	end := time.After(min(arrivalTime, time.Until(deadline)))
	for s.listener.Arriving() {
		select {
		case <-tick.C:
		case <-s.now:
			return
		case <-end:
			return
		}
	}
}

func wait(most context.Context, done <-chan struct{}) {
	select {
	case <-done:
	case <-most.Done():
	}
}
