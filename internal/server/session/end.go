package session

import (
	"time"

	"ssh-resume/internal/words"
)

// Reasons for the end of a session or connection, as log and metrics name them.
const (
	Left            = "left" // the visitor was done
	HungUp          = "hung-up"
	Idle            = "idle"
	TimedOut        = "session-timeout"
	Drained         = "drained"
	Stalled         = "stalled"
	TooManyRequests = "too-many-requests"
	TooManyChannels = "too-many-channels"
	Panicked        = "panic"
	Full            = "full"      // the session did not begin
	NoResume        = "no-resume" // likewise
)

// End is why a session did not begin, or ended before its visitor was done. As an
// error it is the sentence for the visitor.
type End struct {
	Reason   string
	Sentence string // empty if nothing reaches the visitor
}

// Error returns the sentence for the visitor.
func (e *End) Error() string { return e.Sentence }

// Spoken returns a duration in words, in the largest unit of which it is a
// multiple.
func Spoken(w *words.Words, d time.Duration) string {
	for _, unit := range []struct {
		size time.Duration
		name words.Plural
	}{{time.Hour, w.Endings.Hours}, {time.Minute, w.Endings.Minutes}, {time.Second, w.Endings.Seconds}} {
		if d >= unit.size && d%unit.size == 0 {
			return w.Count(unit.name, int(d/unit.size))
		}
	}
	return d.String()
}

// Ended returns the line that tells the visitor why the session has ended.
func Ended(w *words.Words, why error) string {
	return words.Fill(w.Endings.SessionEnded, "reason", why) + "\n"
}
