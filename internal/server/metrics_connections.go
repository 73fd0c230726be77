package server

import (
	"errors"
	"io"
	"net"
	"os"
	"syscall"
	"time"

	gossh "golang.org/x/crypto/ssh"
)

// connected counts a connection that was accepted.
func (m *metrics) connected() {
	if m != nil {
		m.connections.Inc()
	}
}

// turnedAway counts what a limit has kept out.
func (m *metrics) turnedAway(limit string) {
	if m != nil {
		m.turned.WithLabelValues(limit).Inc()
	}
}

// disconnected counts a connection that the server has closed for a limit.
func (m *metrics) disconnected(why ending) {
	switch why.kind {
	case endedLonely, endedBytes, endedRequests, endedChannels:
		m.turnedAway(why.kind)
	}
}

// letIn notes how long a handshake took.
func (m *metrics) letIn(after time.Duration) {
	if m != nil {
		m.handshake.Observe(after.Seconds())
	}
}

// Reasons why a handshake fails.
const (
	failedTimeout   = "timeout"
	failedNoSSH     = "no-ssh"
	failedAlgorithm = "no-common-algorithm"
	failedHungUp    = "hung-up"
	failedClosed    = "closed" // by the server, for a limit or its end
	failedOther     = "other"
)

// notLetIn counts a handshake that has failed.
func (m *metrics) notLetIn(err error) {
	if m == nil {
		return
	}
	reason := failedOther
	switch none := (*gossh.AlgorithmNegotiationError)(nil); {
	case errors.Is(err, os.ErrDeadlineExceeded):
		reason = failedTimeout
		m.turnedAway(limitHandshake)
	case errors.Is(err, errNoSSH):
		reason = failedNoSSH
	case errors.As(err, &none):
		reason = failedAlgorithm
	case errors.Is(err, net.ErrClosed), errors.Is(err, errTooMuch):
		reason = failedClosed
	case errors.Is(err, io.EOF), errors.Is(err, io.ErrUnexpectedEOF), errors.Is(err, syscall.ECONNRESET), errors.Is(err, syscall.EPIPE):
		reason = failedHungUp
	}
	m.failed.WithLabelValues(reason).Inc()
}
