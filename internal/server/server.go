package server

import (
	"context"
	"errors"
	"net"
	"sync"
	"sync/atomic"
	"time"

	"charm.land/log/v2"
	"charm.land/ssh"
	gossh "golang.org/x/crypto/ssh"

	"ssh-resume/internal/resume"
	"ssh-resume/internal/terminal"
)

// limitSessions is the limit of visits, as the log calls it.
const limitSessions = "max-sessions"

// Server serves a résumé.
type Server struct {
	config Config
	log    *log.Logger
	keys   []gossh.Signer
	ssh    *ssh.Server

	listener net.Listener
	limits   *limits
	visits   *visits
	door     door
	metrics  *metrics // nil where nobody asks for them
	monitor  *monitor // likewise

	edition atomic.Pointer[edition] // what visitors get who come now
	diffs   terminal.DiffCache

	turnedAway map[string]*sparing // by limit
	telling    sync.WaitGroup      // those that are turned away
	words      chan struct{}       // holds an element for each of them that is told why

	// As the constants, other than in tests.
	lonely, stall         time.Duration
	wireTotal, inputTotal int

	now  chan struct{} // closed by Close
	once sync.Once
}

// New takes the port and reads the host keys; a key that does not exist yet is
// made. An error is one line that says what to do.
func New(config Config, r *resume.Resume, logger *log.Logger) (*Server, error) {
	config = config.withDefaults()
	s := &Server{
		config: config, log: logger,
		limits: newLimits(config), visits: newVisits(config.MaxSessions),
		turnedAway: map[string]*sparing{
			limitPerSource: {}, limitRate: {}, limitStrangers: {}, limitSessions: {}, limitHeader: {}, limitStopping: {},
		},
		words:  make(chan struct{}, maxTurnedAway),
		lonely: lonely, stall: stall, wireTotal: wireTotal, inputTotal: inputTotal,
		now: make(chan struct{}),
	}
	s.edition.Store(newEdition(Edition{Resume: r, Source: config.Source, Changed: config.Changed}, config))
	if config.MetricsListen != "" {
		s.metrics = newMetrics(s, r)
	}
	tcp, err := config.Listener, error(nil)
	if tcp == nil {
		tcp, err = listen(config.Listen, "--listen")
	}
	if err != nil {
		return nil, err
	}
	s.listener = listener{tcp, s}
	if s.monitor, err = newMonitor(s); err == nil {
		s.keys, err = hostKeys(config, s.madeHostKey)
	}
	if err == nil {
		// The first of several is shown; the others wait for their turn.
		s.ssh, err = s.newSSH(s.keys[0])
	}
	if err != nil {
		_ = tcp.Close() // nobody has come yet
		s.monitor.abandon()
		return nil, err
	}
	return s, nil
}

// madeHostKey tells of a host key that did not exist: where one was expected,
// its file was named wrong.
func (s *Server) madeHostKey(path string) { s.log.Info("host key made", "file", path) }

// Addr is the address that the server listens on.
func (s *Server) Addr() net.Addr { return s.listener.Addr() }

// Serve serves until ctx is done or Close is called. Then it tells the readers
// and lets them read on for the drain timeout; within a second after it their
// terminals are restored and the connections closed. It is called once.
func (s *Server) Serve(ctx context.Context) error {
	for i, key := range s.keys {
		s.log.Info("host key", "fingerprint", gossh.FingerprintSHA256(key.PublicKey()), "shown", i == 0)
	}
	s.log.Info("server started", "address", s.Addr().String())
	s.monitor.start()
	began := time.Now()
	var err error
	ended := make(chan struct{})
	go func() {
		err = s.ssh.Serve(s.listener)
		close(ended)
	}()
	select {
	case <-ended:
	case <-ctx.Done():
	case <-s.now:
	}
	s.door.close()
	_ = s.listener.Close() // it may be closed already
	<-ended
	s.drain()
	s.monitor.stop()
	s.log.Info("server stopped", "for", since(began))
	if errors.Is(err, net.ErrClosed) || errors.Is(err, ssh.ErrServerClosed) {
		return nil
	}
	return err
}

// Close ends Serve at once: the terminals that are open are restored, and the
// connections closed, without waiting for the drain timeout.
func (s *Server) Close() error {
	s.once.Do(func() { close(s.now) })
	return s.listener.Close()
}
