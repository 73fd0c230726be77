package observe

import (
	"context"
	"errors"
	"net"
	"net/http"
	_ "net/http/pprof" //nolint:gosec // G108: http.DefaultServeMux is served only if the owner wants profiles
	"time"

	"charm.land/log/v2"
	"github.com/prometheus/client_golang/prometheus/promhttp"
	"golang.org/x/net/netutil"
)

// Limits of HTTP, which only the owner's own programs can reach.
const (
	httpRead     = 5 * time.Second
	httpWrite    = 10 * time.Second
	httpProfile  = 2 * time.Minute // a profile takes 30 s by default
	httpIdle     = 2 * time.Minute // Prometheus scrapes every 15 s to a minute, on one connection
	httpHeader   = 8 << 10         // bytes
	httpScrapes  = 4               // at once
	httpShutdown = 100 * time.Millisecond

	httpConnections = 64 // at once; visitors need descriptors as well
)

// ServeMetrics serves metrics, what health and ready report and, if wanted, profiles on a listener until shutdown is
// called, which gives requests in progress a moment.
func (o *Observer) ServeMetrics(l net.Listener, health, ready func() error, profiles bool) (shutdown func()) {
	mux := http.NewServeMux()
	mux.Handle("GET /metrics", promhttp.HandlerFor(o.metrics.registry, promhttp.HandlerOpts{
		MaxRequestsInFlight: httpScrapes, Timeout: httpRead,
	}))
	for path, check := range map[string]func() error{"/healthz": health, "/readyz": ready} {
		mux.HandleFunc("GET "+path, func(w http.ResponseWriter, _ *http.Request) {
			if err := check(); err != nil {
				http.Error(w, err.Error(), http.StatusServiceUnavailable)
				return
			}
			w.Header().Set("Content-Type", "text/plain; charset=utf-8")
			_, _ = w.Write([]byte("ok\n"))
		})
	}
	write := httpWrite
	if profiles {
		write = httpProfile
		mux.Handle("GET /debug/pprof/", http.DefaultServeMux)
	}
	server := http.Server{
		Handler:           mux,
		ReadHeaderTimeout: httpRead, ReadTimeout: httpRead, WriteTimeout: write, IdleTimeout: httpIdle,
		MaxHeaderBytes: httpHeader,
		ErrorLog:       o.log.StandardLog(log.StandardLogOptions{ForceLevel: log.DebugLevel}),
	}
	o.log.Info("metrics served", "address", l.Addr().String())
	ended := make(chan struct{})
	go func() {
		defer close(ended)
		if err := server.Serve(netutil.LimitListener(l, httpConnections)); !errors.Is(err, http.ErrServerClosed) {
			o.log.Error("metrics server stopped", "error", err)
		}
	}()
	return func() {
		ctx, cancel := context.WithTimeout(context.Background(), httpShutdown)
		defer cancel()
		if server.Shutdown(ctx) != nil {
			_ = server.Close() // remaining requests stay unanswered
		}
		<-ended
	}
}
