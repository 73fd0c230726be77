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
	WriteTimeout   time.Duration // how long a client may take nothing
}

// restoreTime is how long after its timeout a session may take to end, before its
// connection is closed.
const restoreTime = 2 * time.Second

// Observer is told what happens to sessions. Its methods may be called from
// several goroutines at once.
type Observer interface {
	// SessionOpened is called when a session begins.
	SessionOpened(s *Session)
	// SessionClosed is called when a session has ended, with all that it did.
	SessionClosed(s *Session)
	// SessionRefused is called for a session that did not begin.
	SessionRefused(s *Session, why *End)
	// FrameWritten is called for each frame that a reader was sent, with the time since
	// the input that it answers was read; 0 if it answers none.
	FrameWritten(s *Session, sinceInput time.Duration)
	// SectionShown is called when a reader has seen a section, with how long.
	SectionShown(id string, shown time.Duration)
	// Panicked is called when a panic has ended what it names: "session".
	Panicked(what, id string, value any, stack []byte)
}

// Manager keeps the sessions that run within their limits.
type Manager struct {
	config   Config
	observer Observer
	diffs    terminal.DiffCache // shared by all that show the same
	running  sync.WaitGroup     // from Begin to Done

	mu       sync.Mutex
	open     map[*Session]struct{}
	closing  bool
	quiet    *time.Timer // runs since a session has begun or ended
	released int         // sessions that were open when memory was last released

	freeMemory func()
}

// NewManager returns a manager of no sessions.
func NewManager(config Config, observer Observer) *Manager {
	m := &Manager{config: config, observer: observer, open: map[*Session]struct{}{}, freeMemory: debug.FreeOSMemory}
	m.quiet = time.AfterFunc(releaseQuiet, m.release)
	return m
}

// Begin counts a session in, or returns why it can't begin. End is to be called when
// its visitor is done, and then Done when its streams are closed.
func (m *Manager) Begin(s *Session) *End {
	s.stallAfter = m.config.WriteTimeout
	if end := m.add(s); end != nil {
		m.observer.SessionRefused(s, end)
		return end
	}
	s.Began = time.Now()
	s.mu.Lock()
	s.timeout = time.AfterFunc(m.config.SessionTimeout, func() { m.timeOut(s) })
	s.mu.Unlock()
	m.observer.SessionOpened(s)
	return nil
}

func (m *Manager) add(s *Session) *End {
	m.mu.Lock()
	defer m.mu.Unlock()
	switch {
	case m.closing:
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

// timeOut ends a session that has lasted as long as it may.
func (m *Manager) timeOut(s *Session) {
	s.Stop(&End{TimedOut, words.Fill(s.Words.Endings.LastedTooLong, "time", Spoken(s.Words, m.config.SessionTimeout))})
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.timeout != nil {
		s.timeout = time.AfterFunc(restoreTime, func() { s.Connection.Drop(TimedOut) })
	}
}

// End counts a session out.
func (m *Manager) End(s *Session) {
	s.mu.Lock()
	s.timeout.Stop()
	s.timeout = nil
	s.mu.Unlock()
	m.observer.SessionClosed(s)
	m.mu.Lock()
	defer m.mu.Unlock()
	delete(m.open, s)
	m.quiet.Reset(releaseQuiet)
}

// Done waits for what the session has started and is still running.
func (m *Manager) Done(s *Session) {
	if s.Wait != nil {
		s.Wait()
	}
	m.running.Done()
}

// Fault ends a session in which something panicked, and tells the observer.
func (m *Manager) Fault(s *Session, value any, stack []byte) *End {
	m.observer.Panicked("session", s.ID, value, stack)
	end := &End{Panicked, s.Words.Endings.Fault}
	s.Stop(end)
	return end
}

// idleWarning is how long before the end of an idle session its reader is told; half
// of the idle timeout if that is shorter.
const idleWarning = time.Minute

// Limit returns a context that ends with the connection, when the session is stopped,
// as it is when active was not called for the idle timeout, and when end is called,
// which has to be done. Idle is the sentence for a visitor who was idle for {time}.
func (m *Manager) Limit(s *Session, idle string) (ctx context.Context, active, end func()) {
	ctx, cancel := context.WithCancelCause(s.Context)
	s.mu.Lock()
	if s.cancel = cancel; s.end != nil {
		cancel(s.end)
	}
	s.mu.Unlock()
	var warned atomic.Bool
	timeout := m.config.IdleTimeout
	warning := min(idleWarning, timeout/2)
	var timer *time.Timer
	timer = time.AfterFunc(timeout, func() {
		if warned.Swap(true) {
			s.Stop(&End{Idle, words.Fill(idle, "time", Spoken(s.Words, timeout))})
			return
		}
		s.tell(tui.IdleMsg{In: warning})
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
		cancel(nil)
		timer.Stop()
	}
	return ctx, active, end
}

// Open returns the sessions that run.
func (m *Manager) Open() []*Session {
	m.mu.Lock()
	defer m.mu.Unlock()
	return slices.Collect(maps.Keys(m.open))
}

// Count returns how many sessions run.
func (m *Manager) Count() int { return len(m.Open()) }

// Offer tells those who read that there is a newer snapshot of their résumé.
func (m *Manager) Offer(newer *catalog.Snapshot) { m.tell(tui.VersionMsg{Pages: newer.Pages}) }

// tell hands a message to all who read.
func (m *Manager) tell(msg tea.Msg) {
	for _, s := range m.Open() {
		s.tell(msg)
	}
}

// Stop lets no session begin from now on.
func (m *Manager) Stop() {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.closing = true
}

// Closing tells the readers how long they have before the server stops.
func (m *Manager) Closing(in time.Duration) { m.tell(tui.ClosingMsg{In: in}) }

// EndAll ends the sessions that run, because the server stops.
func (m *Manager) EndAll() {
	for _, s := range m.Open() {
		s.Stop(&End{Drained, s.Words.Endings.Stopping})
	}
}

// Wait waits for all sessions to be done.
func (m *Manager) Wait() { m.running.Wait() }

const (
	// releaseSessions is how many sessions have to begin or end before memory is
	// worth releasing: some 6 MB.
	releaseSessions = 64
	// releaseQuiet is how long no session may begin or end before that, because it
	// takes processor time: 80 ms with 1,500 sessions, a second with 5,000.
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
