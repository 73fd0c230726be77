package server

import (
	"context"
	"errors"
	"net"
	"net/http"
	"net/http/pprof" // it adds itself to http.DefaultServeMux, which nobody serves
	"time"

	"charm.land/log/v2"
	"github.com/prometheus/client_golang/prometheus/promhttp"
	"golang.org/x/net/netutil"
)

// Limits of the monitor, which only the owner's programs reach.
const (
	monitorRead     = 5 * time.Second
	monitorWrite    = 10 * time.Second
	monitorProfile  = 2 * time.Minute // a profile takes 30 s if nobody says otherwise
	monitorIdle     = 2 * time.Minute // Prometheus comes once in 15 s to a minute, on one connection
	monitorHeader   = 8 << 10         // bytes
	monitorScrapes  = 4               // at once
	monitorFarewell = 100 * time.Millisecond

	monitorConnections = 64 // at once; visitors need descriptors, too
)

// monitor shows the owner over HTTP how the server is: metrics, whether it is
// alive, whether it takes visitors, and profiles where they are wanted.
type monitor struct {
	http.Server

	listener net.Listener
	log      *log.Logger
	ended    chan struct{}
}

// newMonitor takes the port; nil where none is wanted. An error is one line that
// says what to do.
func newMonitor(s *Server) (*monitor, error) {
	if s.config.MetricsListen == "" {
		return nil, nil
	}
	l, err := listen(s.config.MetricsListen, "--metrics-listen")
	if err != nil {
		return nil, err
	}
	mux := http.NewServeMux()
	mux.Handle("GET /metrics", promhttp.HandlerFor(s.metrics.registry, promhttp.HandlerOpts{
		MaxRequestsInFlight: monitorScrapes, Timeout: monitorRead,
	}))
	mux.HandleFunc("GET /healthz", func(w http.ResponseWriter, _ *http.Request) {
		answer(w, !s.door.stuck(), "the accept loop is stuck")
	})
	mux.HandleFunc("GET /readyz", func(w http.ResponseWriter, _ *http.Request) {
		ok, why := s.door.open()
		answer(w, ok, why)
	})
	write := monitorWrite
	if s.config.Pprof {
		write = monitorProfile
		mux.HandleFunc("GET /debug/pprof/", pprof.Index)
		mux.HandleFunc("GET /debug/pprof/cmdline", pprof.Cmdline)
		mux.HandleFunc("GET /debug/pprof/profile", pprof.Profile)
		mux.HandleFunc("GET /debug/pprof/symbol", pprof.Symbol)
		mux.HandleFunc("GET /debug/pprof/trace", pprof.Trace)
	}
	return &monitor{
		Server: http.Server{
			Handler:           mux,
			ReadHeaderTimeout: monitorRead, ReadTimeout: monitorRead, WriteTimeout: write, IdleTimeout: monitorIdle,
			MaxHeaderBytes: monitorHeader,
			ErrorLog:       s.log.StandardLog(log.StandardLogOptions{ForceLevel: log.DebugLevel}),
		},
		listener: netutil.LimitListener(l, monitorConnections), log: s.log, ended: make(chan struct{}),
	}, nil
}

func answer(w http.ResponseWriter, ok bool, why string) {
	if !ok {
		http.Error(w, why, http.StatusServiceUnavailable)
		return
	}
	w.Header().Set("Content-Type", "text/plain; charset=utf-8")
	_, _ = w.Write([]byte("ok\n"))
}

// abandon gives the port back, where start was not called.
func (m *monitor) abandon() {
	if m != nil {
		_ = m.listener.Close() // nobody has come yet
	}
}

// start answers requests until stop.
func (m *monitor) start() {
	if m == nil {
		return
	}
	m.log.Info("metrics served", "address", m.listener.Addr().String())
	go func() {
		defer close(m.ended)
		if err := m.Serve(m.listener); !errors.Is(err, http.ErrServerClosed) {
			m.log.Error("metrics are served no more", "because", err)
		}
	}()
}

// stop ends it; a request that is being answered has a moment.
func (m *monitor) stop() {
	if m == nil {
		return
	}
	ctx, cancel := context.WithTimeout(context.Background(), monitorFarewell)
	defer cancel()
	if m.Shutdown(ctx) != nil {
		_ = m.Close() // who has not got the answer by now does without
	}
	<-m.ended
}
