package server

import (
	"context"
	"fmt"
	"time"
)

// lasting gives the context of a visit. It ends when the visitor hangs up, when
// active was not called for the idle timeout, in which case idly says what the
// visitor did not do, when the session timeout is over, and when end is called,
// which is to be done.
func (s *Server) lasting(sess *session, idly string) (ctx context.Context, active func(), end context.CancelCauseFunc) {
	ctx, cancel := context.WithCancelCause(sess.ctx)
	idle := time.AfterFunc(s.config.IdleTimeout, func() {
		cancel(ending{endedIdle, idly + " for " + spoken(s.config.IdleTimeout)})
	})
	last := time.AfterFunc(time.Until(sess.conn.opened.Add(s.config.SessionTimeout)), func() {
		cancel(s.lasted())
	})
	active = func() {
		if ctx.Err() == nil {
			idle.Reset(s.config.IdleTimeout)
		}
	}
	end = func(why error) {
		cancel(why)
		idle.Stop()
		last.Stop()
	}
	return ctx, active, end
}

// lasted says that the session timeout is over.
func (s *Server) lasted() ending {
	return ending{endedTimeout, "a visit lasts up to " + spoken(s.config.SessionTimeout)}
}

// spoken gives a duration in words.
func spoken(d time.Duration) string {
	for _, unit := range []struct {
		of   time.Duration
		name string
	}{{time.Hour, "hour"}, {time.Minute, "minute"}, {time.Second, "second"}} {
		if d >= unit.of && d%unit.of == 0 {
			if n := d / unit.of; n > 1 {
				return fmt.Sprintf("%d %ss", n, unit.name)
			}
			return "1 " + unit.name
		}
	}
	return d.String()
}
