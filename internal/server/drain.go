package server

import (
	"context"
	"slices"
	"time"

	"ssh-resume/internal/tui"
)

const (
	// farewell is how long a stop may take after the drain timeout, in all.
	// Terminals are restored in it, and then clients hang up.
	farewell = time.Second
	// clearing is the end of that, for what runs on once the connections are
	// closed.
	clearing = 200 * time.Millisecond
)

// arrival is how long a client may take from connecting to its first session
// where it is to be served though the server stops. From the other side of the
// world it takes about two seconds.
const arrival = 3 * time.Second

// drain lets the readers finish, and closes all that is open after that.
func (s *Server) drain() {
	deadline := time.Now().Add(s.config.DrainTimeout)
	if s.config.Listener != nil {
		s.settle(deadline)
	}
	none, gone := s.visits.stop(), s.limits.stop()
	for _, b := range s.limits.awaiting() {
		_ = b.Close() // its header would come too late
	}
	for _, c := range s.limits.all() {
		if c.idle() {
			c.drop(endStopping)
		}
	}
	inTime := s.countDown(none, deadline)
	end, cancel := context.WithTimeout(context.Background(), farewell)
	defer cancel()
	hungUp, cancelHungUp := context.WithTimeout(end, farewell-clearing)
	defer cancelHungUp()
	if !inTime {
		for _, sess := range s.visits.all() {
			sess.stop(endRestarting)
		}
		wait(hungUp, none)
	}
	wait(hungUp, gone)
	for _, c := range s.limits.all() {
		c.drop(endStopping)
	}
	// The goroutines come to their end now; what has not ended by then ends with
	// the process.
	_ = s.ssh.Shutdown(end)
	ended := make(chan struct{})
	go func() {
		s.visits.running.Wait()
		s.telling.Wait()
		close(ended)
	}()
	wait(end, ended)
}

// settle waits until those who were let through the door before it closed sit,
// or have had the time, which is a part of the drain timeout. Who comes later
// waits outside for the next server, on the same socket; so nobody is sent away
// by a restart.
func (s *Server) settle(deadline time.Time) {
	tick := time.NewTicker(10 * time.Millisecond)
	defer tick.Stop()
	end := time.After(min(arrival, time.Until(deadline)))
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
func (s *Server) countDown(none <-chan struct{}, deadline time.Time) bool {
	select {
	case <-none:
		return true
	default:
	}
	s.log.Info("server stopping", "sessions", len(s.visits.all()), "within", time.Until(deadline).Round(time.Millisecond))
	for {
		left := time.Until(deadline)
		if left <= 0 {
			return false
		}
		for _, sess := range s.visits.all() {
			sess.tell(tui.ClosingMsg{In: left})
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

func wait(most context.Context, done <-chan struct{}) {
	select {
	case <-done:
	case <-most.Done():
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
