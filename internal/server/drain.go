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
		waitUntil(drain, arrivalTime, func() bool { return !s.listener.Arriving() })
	}
	s.sessions.Drain()
	s.listener.Drain(session.Drained)
	s.countDown(drain)
	end, cancel := context.WithTimeout(context.Background(), stopTime)
	defer cancel()
	s.sessions.CancelAll()
	waitUntil(end, stopTime-cleanupTime, func() bool { return s.sessions.Count() == 0 && s.listener.Count() == 0 })
	for _, c := range s.listener.Conns() {
		c.Drop(session.Drained)
	}
	// The goroutines end now; any that are late end with the process.
	_ = s.sshd.Shutdown(end)
	go func() {
		s.sessions.Wait()
		s.listener.Wait()
		cancel()
	}()
	<-end.Done()
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
		waitUntil(drain, time.Second, none)
	}
}

// waitUntil waits until something is done, for as long as a context allows, and at most for the given time.
func waitUntil(ctx context.Context, most time.Duration, done func() bool) {
	ctx, cancel := context.WithTimeout(ctx, most)
	defer cancel()
	tick := time.NewTicker(10 * time.Millisecond)
	defer tick.Stop()
	for !done() {
		select {
		case <-tick.C:
		case <-ctx.Done():
			return
		}
	}
}
