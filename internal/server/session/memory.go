package session

import (
	"sync"
	"time"
)

const (
	// releaseSessions is how many sessions have to begin or end before memory is
	// worth releasing: some 6 MB.
	releaseSessions = 64
	// releaseQuiet is how long no session may begin or end before that, because it
	// takes processor time: 80 ms with 1,500 sessions, a second with 5,000.
	releaseQuiet = time.Second
)

// memory returns memory to the system after many sessions have begun or ended. Go
// does so by itself, but only in the course of minutes.
type memory struct {
	free func()

	mu       sync.Mutex
	open     int // sessions
	released int // sessions that were open when memory was last released
	timer    *time.Timer
}

// sessions tells how many sessions are open now.
func (m *memory) sessions(open int) {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.open = open
	if m.timer == nil {
		m.timer = time.AfterFunc(releaseQuiet, m.release)
	}
	m.timer.Reset(releaseQuiet)
}

func (m *memory) release() {
	m.mu.Lock()
	many := max(m.open-m.released, m.released-m.open) >= releaseSessions
	if many {
		m.released = m.open
	}
	m.mu.Unlock()
	if many {
		m.free()
	}
}
