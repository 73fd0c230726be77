package server

import (
	"context"
	"slices"
	"time"
)

// farewell is how long the terminals may take to be restored at the end, and
// the clients to hang up after that.
const farewell = time.Second

// arrival is how long a client may take from connecting to its first session
// where it is to be served though the server stops. From the other side of the
// world it takes about two seconds.
const arrival = 3 * time.Second

// drain lets the readers finish, and closes all that is open after that.
func (s *Server) drain() {
	if s.config.Listener != nil {
		s.settle()
	}
	none, gone := s.visits.stop(), s.limits.stop()
	for _, b := range s.limits.awaiting() {
		_ = b.Close() // its header would come too late
	}
	for _, c := range s.limits.all() {
		if c.idle() {
			c.drop("the server stops")
		}
	}
	if !s.countDown(none) {
		for _, sess := range s.visits.all() {
			sess.stop(endRestarting)
		}
		wait(none, farewell)
	}
	wait(gone, farewell)
	for _, c := range s.limits.all() {
		c.drop("the server stops")
	}
	// The goroutines come to their end now.
	ctx, cancel := context.WithTimeout(context.Background(), farewell)
	defer cancel()
	_ = s.ssh.Shutdown(ctx) // what has not ended by then ends with the process
	ended := make(chan struct{})
	go func() {
		s.visits.running.Wait()
		s.telling.Wait()
		close(ended)
	}()
	wait(ended, farewell)
}

// settle waits until those who were let through the door before it closed sit,
// or have had the time. Who comes later waits outside for the next server, on
// the same socket; so nobody is sent away by a restart.
func (s *Server) settle() {
	tick := time.NewTicker(10 * time.Millisecond)
	defer tick.Stop()
	end := time.After(min(arrival, s.config.DrainTimeout))
	for len(s.limits.awaiting()) > 0 || slices.ContainsFunc(s.limits.all(), (*conn).arriving) {
		select {
		case <-tick.C:
		case <-s.now:
			return
		case <-end:
			return
		}
	}
}

// countDown tells the readers each second how long they have. It is true once
// none is left, and false when time is up.
func (s *Server) countDown(none <-chan struct{}) bool {
	select {
	case <-none:
		return true
	default:
	}
	s.log.Info("server stopping", "sessions", len(s.visits.all()), "within", s.config.DrainTimeout)
	deadline := time.Now().Add(s.config.DrainTimeout)
	for {
		left := time.Until(deadline)
		if left <= 0 {
			return false
		}
		for _, sess := range s.visits.all() {
			sess.closing(left)
		}
		select {
		case <-none:
			return true
		case <-s.now:
			return false
		case <-time.After(min(left, time.Second)):
		}
	}
}

func wait(done <-chan struct{}, most time.Duration) {
	select {
	case <-done:
	case <-time.After(most):
	}
}

// closing tells the reader, where there is one.
func (s *session) closing(in time.Duration) {
	s.mu.Lock()
	tell := s.tell
	s.mu.Unlock()
	if tell != nil {
		tell(in)
	}
}

// stop ends the reading.
func (s *session) stop(why error) {
	s.mu.Lock()
	end := s.end
	s.mu.Unlock()
	if end != nil {
		end(why)
	}
}
