package server

import (
	"context"
	"time"

	"ssh-resume/internal/server/session"
)

const (
	// stopTime is how long a shutdown may take after the drain timeout, for terminals to be restored and clients
	// to hang up. Its last part, cleanupTime, is for what still runs once the connections are closed.
	stopTime    = time.Second
	cleanupTime = 200 * time.Millisecond
	// arrivalTime is how long a client may take from connecting to its first session and still be served by a
	// stopping server. From far away it takes two seconds.
	arrivalTime = 3 * time.Second
)

// drain lets the readers finish, then closes everything.
func (s *Server) drain() {
	drain, cancel := context.WithTimeout(s.closed, s.config.DrainTimeout)
	defer cancel()
	if s.config.Listener != nil {
		// Clients accepted before the listener was closed get a session if they are fast enough. Later ones wait for
		// the next server on the same socket, so a restart turns nobody away.
		arrivals, cancel := context.WithTimeout(drain, arrivalTime)
		defer cancel()
		until(arrivals, func() bool { return !s.listener.Arriving() })
	}
	s.sessions.Drain()
	s.listener.Drain(session.Drained)
	s.countDown(drain)
	end, cancel := context.WithTimeout(context.Background(), stopTime)
	defer cancel()
	hangUp, cancel := context.WithTimeout(end, stopTime-cleanupTime)
	defer cancel()
	s.sessions.CancelAll()
	until(hangUp, func() bool { return s.sessions.Count() == 0 && s.listener.Count() == 0 })
	for _, c := range s.listener.Conns() {
		c.Drop(session.Drained)
	}
	// The goroutines end now; any that are late end with the process.
	_ = s.sshd.Shutdown(end)
	ended, cancel := context.WithCancel(end)
	go func() {
		s.sessions.Wait()
		s.listener.Wait()
		cancel()
	}()
	<-ended.Done()
}

// countDown tells the readers each second how long they have, until none is left.
func (s *Server) countDown(drain context.Context) {
	none := func() bool { return s.sessions.Count() == 0 }
	deadline, _ := drain.Deadline()
	if !none() {
		s.log.Info("server stopping", "sessions", s.sessions.Count(), "within", time.Until(deadline).Round(time.Millisecond))
	}
	for drain.Err() == nil && !none() {
		s.sessions.Closing(time.Until(deadline))
		second, cancel := context.WithTimeout(drain, time.Second)
		until(second, none)
		cancel()
	}
}

// until waits until something is done or a context ends.
func until(most context.Context, done func() bool) {
	tick := time.NewTicker(10 * time.Millisecond)
	defer tick.Stop()
	for !done() {
		select {
		case <-tick.C:
		case <-most.Done():
			return
		}
	}
}
