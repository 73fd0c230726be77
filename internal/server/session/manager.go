package session

import (
	"context"
	"maps"
	"runtime/debug"
	"slices"
	"sync"
	"sync/atomic"
	"time"

	tea "charm.land/bubbletea/v2"

	"ssh-resume/internal/server/catalog"
	"ssh-resume/internal/terminal"
	"ssh-resume/internal/tui"
	"ssh-resume/internal/words"
)

// Config holds the limits of sessions. All of them must be set.
type Config struct {
	Max            int           // sessions at once
	IdleTimeout    time.Duration // without a key or a request
	SessionTimeout time.Duration // of a session as a whole
	WriteTimeout   time.Duration // how long a client may read nothing
}

// restoreTime is how long after its timeout a session may take to end before its connection is closed.
const restoreTime = 2 * time.Second

// Observer is told what happens to sessions. Several goroutines may call its methods at once.
type Observer interface {
	// SessionOpened is called when a session begins.
	SessionOpened(s *Session)
	// SessionClosed is called when a session has ended, with everything it did.
	SessionClosed(s *Session)
	// SessionTurnedAway is called for a session that did not begin.
	SessionTurnedAway(s *Session, why *End)
	// FrameWritten is called for each frame sent to a reader, with the time since the input that it answers was
	// read; 0 if it answers none.
	FrameWritten(s *Session, sinceInput time.Duration)
	// SectionShown is called when a reader has seen a section, with the time it was shown.
	SectionShown(id string, shown time.Duration)
	// Panicked is called when a panic has ended something; what is "session".
	Panicked(what, id string, value any, stack []byte)
}

// Manager keeps running sessions within their limits.
type Manager struct {
	config   Config
	observer Observer
	diffs    terminal.DiffCache // shared by sessions that show the same
	running  sync.WaitGroup     // the goroutines of sessions

	mu       sync.Mutex
	open     map[*Session]struct{}
	draining bool
	quiet    *time.Timer // started when a session begins or ends
	released int         // how many sessions were open when memory was last released

	freeMemory func()
}

// NewManager returns a manager without sessions.
func NewManager(config Config, observer Observer) *Manager {
	m := &Manager{config: config, observer: observer, open: map[*Session]struct{}{}, freeMemory: debug.FreeOSMemory}
	m.quiet = time.AfterFunc(releaseQuiet, m.release)
	return m
}

// Go serves a session on a goroutine of its own, or returns why it can't begin. Serve must close the session's
// streams before it returns.
func (m *Manager) Go(s *Session, serve func()) *End {
	s.stallAfter = m.config.WriteTimeout
	s.canceled, s.cancel = context.WithCancelCause(context.Background())
	if end := m.add(s); end != nil {
		m.observer.SessionTurnedAway(s, end)
		return end
	}
	s.Began = time.Now()
	timeout := time.AfterFunc(m.config.SessionTimeout, func() {
		s.Cancel(&End{TimedOut, words.Fill(s.Words.Endings.LastedTooLong, "time", s.Words.Duration(m.config.SessionTimeout))})
		time.AfterFunc(restoreTime, func() {
			if m.isOpen(s) {
				s.Conn.Drop(TimedOut)
			}
		})
	})
	m.observer.SessionOpened(s)
	go func() {
		defer m.running.Done()
		serve()
		timeout.Stop()
		m.observer.SessionClosed(s)
		m.remove(s)
		if s.Wait != nil {
			s.Wait()
		}
	}()
	return nil
}

func (m *Manager) add(s *Session) *End {
	m.mu.Lock()
	defer m.mu.Unlock()
	switch {
	case m.draining:
		return &End{Drained, s.Words.Endings.Stopping}
	case s.Edition == nil:
		return &End{NoResume, s.Words.Endings.NoResume}
	case len(m.open) >= m.config.Max:
		return &End{Full, s.Words.Endings.Full}
	}
	m.open[s] = struct{}{}
	m.running.Add(1)
	m.quiet.Reset(releaseQuiet)
	return nil
}

func (m *Manager) isOpen(s *Session) bool {
	m.mu.Lock()
	defer m.mu.Unlock()
	_, open := m.open[s]
	return open
}

func (m *Manager) remove(s *Session) {
	m.mu.Lock()
	defer m.mu.Unlock()
	delete(m.open, s)
	m.quiet.Reset(releaseQuiet)
}

// Panicked ends a session in which something panicked, and tells the observer.
func (m *Manager) Panicked(s *Session, value any, stack []byte) {
	m.observer.Panicked("session", s.ID, value, stack)
	s.Cancel(&End{Panicked, s.Words.Endings.Panicked})
}

// idleWarning is how long before an idle session ends its reader is warned; half of the idle timeout if that is
// shorter.
const idleWarning = time.Minute

// Limit returns a context that is done when the connection ends, the session is canceled or end is called. The
// session is canceled if active is not called for the idle timeout. The caller must call end. Idle is the
// sentence for a visitor who was idle for {time}.
func (m *Manager) Limit(s *Session, idle string) (ctx context.Context, active, end func()) {
	ctx, cancel := context.WithCancel(s.canceled)
	unlink := context.AfterFunc(s.Context, cancel)
	timeout := m.config.IdleTimeout
	warning := min(idleWarning, timeout/2)
	var warned atomic.Bool
	var timer *time.Timer
	timer = time.AfterFunc(timeout, func() {
		if warned.Swap(true) {
			s.Cancel(&End{Idle, words.Fill(idle, "time", s.Words.Duration(timeout))})
			return
		}
		s.notify(tui.IdleMsg{In: warning})
		timer.Reset(warning)
	})
	timer.Reset(timeout - warning) // it must not fire before the variable is set
	active = func() {
		if ctx.Err() == nil {
			warned.Store(false)
			timer.Reset(timeout - warning)
		}
	}
	end = func() {
		cancel()
		unlink()
		timer.Stop()
	}
	return ctx, active, end
}

// Sessions returns the sessions that run.
func (m *Manager) Sessions() []*Session {
	m.mu.Lock()
	defer m.mu.Unlock()
	return slices.Collect(maps.Keys(m.open))
}

// Count returns how many sessions are running.
func (m *Manager) Count() int { return len(m.Sessions()) }

// Announce tells readers that there is a newer snapshot of their résumé.
func (m *Manager) Announce(newer *catalog.Snapshot) { m.notify(tui.VersionMsg{Pages: newer.Pages}) }

// notify sends a message to all readers.
func (m *Manager) notify(msg tea.Msg) {
	for _, s := range m.Sessions() {
		s.notify(msg)
	}
}

// Drain lets no more sessions begin.
func (m *Manager) Drain() {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.draining = true
}

// Closing tells the readers how long they have before the server stops.
func (m *Manager) Closing(in time.Duration) { m.notify(tui.ClosingMsg{In: in}) }

// CancelAll ends the running sessions because the server is stopping.
func (m *Manager) CancelAll() {
	for _, s := range m.Sessions() {
		s.Cancel(&End{Drained, s.Words.Endings.Stopping})
	}
}

// Wait waits for all sessions to be done.
func (m *Manager) Wait() { m.running.Wait() }

const (
	// releaseSessions is how many sessions must begin or end before releasing memory is worth it: some 6 MB.
	releaseSessions = 64
	// releaseQuiet is how long no session may begin or end before memory is released, which takes processor time:
	// 80 ms with 1,500 sessions, a second with 5,000.
	releaseQuiet = time.Second
)

// release returns memory to the system after many sessions have begun or ended. Go
// does so by itself, but only in the course of minutes.
func (m *Manager) release() {
	m.mu.Lock()
	open := len(m.open)
	many := max(open-m.released, m.released-open) >= releaseSessions
	if many {
		m.released = open
	}
	m.mu.Unlock()
	if many {
		m.freeMemory()
	}
}
