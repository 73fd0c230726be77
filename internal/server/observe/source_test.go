package observe_test

import (
	"errors"
	"io"
	"net"
	"strconv"
	"strings"
	"testing"

	gossh "golang.org/x/crypto/ssh"

	"ssh-resume/internal/server"
	"ssh-resume/internal/server/admission"
	"ssh-resume/internal/server/observe"
	"ssh-resume/internal/server/servertest"
	"ssh-resume/internal/visitor"
)

// TestNoLineHoldsMoreOfAnAddress causes every kind of line that names a client: admitted, failed and turned away.
func TestNoLineHoldsMoreOfAnAddress(t *testing.T) {
	t.Parallel()
	for mode, want := range map[string]string{observe.SourceNetwork: "source=127.0.0.0/24", observe.SourceNone: "source=-"} {
		r := servertest.Serve(t, server.Config{LogSource: mode, MaxConnectionsPerSource: 3, MaxSessions: 1})
		v := r.Visit(t, visitor.Options{})
		r.Run(t, visitor.Options{})
		r.Holds(t, 1, 1)
		first, second := r.Silent(t), r.Silent(t)
		var ports []string
		for _, c := range []net.Conn{first, second} {
			_, port, _ := net.SplitHostPort(c.LocalAddr().String())
			ports = append(ports, port)
		}
		r.Holds(t, 3, 1)
		if _, err := r.Connect(""); err == nil {
			t.Error("too many")
		}
		// A reset is an error that names the addresses.
		if tcp, ok := first.(*net.TCPConn); ok {
			_ = tcp.SetLinger(0)
		}
		_ = first.Close()
		_, _ = second.Write([]byte("GET / HTTP/1.1\r\n"))
		servertest.Closed(t, second)
		servertest.Leave(t, v)
		_ = v.Close()
		r.Empty(t)
		for _, line := range []string{"connection opened", "connection closed", "session opened", "session closed", "handshake failed", "connections turned away", "sessions turned away"} {
			r.Log.Until(t, line)
		}
		for line := range strings.Lines(r.Log.String()) {
			if strings.Contains(line, "server started") {
				continue // its own address
			}
			if strings.Contains(line, "127.0.0.1") || strings.Contains(line, ports[0]) || strings.Contains(line, ports[1]) ||
				strings.Contains(line, "source=") && !strings.Contains(line, want+" ") {
				t.Errorf("%s: %s", mode, line)
			}
		}
	}
}

func TestHealthCheckOfThisMachineIsLoggedForDebuggingOnly(t *testing.T) {
	t.Parallel()
	r := servertest.Serve(t, server.Config{})
	for _, version := range []string{admission.HealthCheck, admission.HealthCheck + "2"} {
		client, err := r.Connect(version)
		if err != nil {
			t.Fatal(err)
		}
		_ = client.Close()
		r.Empty(t)
		level := "level=info"
		if version == admission.HealthCheck {
			level = "level=debug"
		}
		for _, event := range []string{"opened", "closed"} {
			r.Log.Until(t, level+` msg="connection `+event+`"`)
		}
	}
}

func TestForgedNamesOfTerminalAndCommandStayOneLine(t *testing.T) {
	t.Parallel()
	r := servertest.Serve(t, server.Config{})
	r.Log.Until(t, "server started")
	for _, forged := range observe.Forgeries {
		before := len(r.Log.String())
		config := servertest.ClientConfig("SSH-2.0-" + strings.Map(func(c rune) rune {
			if c < ' ' {
				return -1 // the client refuses to send these
			}
			return c
		}, forged[:min(len(forged), 200)]))
		config.User = forged
		client, err := gossh.Dial("tcp", r.Addr, config)
		if err != nil {
			t.Fatal(err)
		}
		sess, err := client.NewSession()
		if err != nil {
			t.Fatal(err)
		}
		if err := errors.Join(sess.RequestPty(forged, 0, 0, gossh.TerminalModes{}), sess.Start(forged)); err != nil {
			t.Error(err)
		}
		_ = client.Close()
		for _, last := range []string{"session closed", "connection closed"} { // in any order
			visitor.Eventually(t, func() error {
				if !strings.Contains(r.Log.String()[before:], last) {
					return errors.New("no " + last)
				}
				return nil
			})
		}
		lines := strings.Split(strings.TrimSpace(r.Log.String()[before:]), "\n")
		for _, line := range lines {
			observe.CheckLine(t, line+"\n")
			if !strings.HasPrefix(line, "time=") {
				t.Errorf("a line of its own: %q", line)
			}
		}
		if len(lines) != 4 { // opened and closed, each of connection and session
			t.Errorf("%d lines: %q", len(lines), lines)
		}
	}
}

// TestAllWhoAreTurnedAwayAreInTheLog turns many away at once, and stops the server before the end of the
// second, when the rest would be logged.
func TestAllWhoAreTurnedAwayAreInTheLog(t *testing.T) {
	t.Parallel()
	config := measured
	config.MaxConnectionsPerSource = 1
	r := servertest.Serve(t, config)
	r.Silent(t)
	r.Holds(t, 1, 0)
	const refused = 32
	for range refused {
		_, _ = io.WriteString(r.Silent(t), "SSH-2.0-x\r\n")
	}
	counts(t, r, map[string]float64{"turned_away_total connections-per-source": refused})
	if err := r.Stop(); err != nil {
		t.Fatal(err)
	}
	logged, lines := 0, 0
	for line := range strings.Lines(r.Log.String()) {
		if _, count, ok := strings.Cut(line, " count="); ok && strings.Contains(line, "limit=connections-per-source") {
			n, err := strconv.Atoi(strings.TrimSpace(count))
			if err != nil {
				t.Error(err)
			}
			logged, lines = logged+n, lines+1
		}
	}
	if logged != refused || lines > refused/2 {
		t.Errorf("of %d, %d are logged, in %d lines", refused, logged, lines)
	}
}
