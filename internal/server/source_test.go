package server

import (
	"fmt"
	"net"
	"strings"
	"testing"

	gossh "golang.org/x/crypto/ssh"

	"ssh-resume/internal/visitor"
)

func TestAsMuchOfAnAddressIsLoggedAsIsWanted(t *testing.T) {
	for _, test := range []struct{ address, full, network string }{
		{"192.0.2.77", "192.0.2.77", "192.0.2.0/24"},
		{"::ffff:192.0.2.77", "192.0.2.77", "192.0.2.0/24"},
		{"2001:db8:1:2:3:4:5:6", "2001:db8:1:2:3:4:5:6", "2001:db8:1::/48"},
		{"fe80::1%eth0", "fe80::1%eth0", "fe80::/48"},
	} {
		ip, zone, _ := strings.Cut(test.address, "%")
		addr := &net.TCPAddr{IP: net.ParseIP(ip), Zone: zone, Port: 40001}
		for mode, want := range map[string]string{LogFull: test.full, LogNetwork: test.network, LogNone: "-"} {
			s := &Server{config: Config{LogSource: mode}}
			if got := s.shown(addr); got != want {
				t.Errorf("%s of %s: %s", mode, test.address, got)
			}
			c := &conn{server: s, peer: addr}
			if got := c.RemoteAddr().String(); mode != LogFull && got != want {
				t.Errorf("%s of %s, for others: %s", mode, test.address, got)
			}
		}
	}
}

// TestNoLineHoldsMoreOfAnAddress has every kind of line logged that names a
// client: those that are let in, fail, and are turned away.
func TestNoLineHoldsMoreOfAnAddress(t *testing.T) {
	for mode, want := range map[string]string{LogNetwork: "source=127.0.0.0/24", LogNone: "source=-"} {
		r := serve(t, Config{LogSource: mode, MaxConnectionsPerSource: 3, MaxSessions: 1})
		v := r.visit(t, visitor.Options{})
		r.run(t, visitor.Options{})
		connections := func(n int) {
			eventually(t, func() error {
				if got := len(r.limits.all()); got != n {
					return fmt.Errorf("%d connections, not %d", got, n)
				}
				return nil
			})
		}
		connections(1)
		first, second := r.silent(t), r.silent(t)
		var ports []string
		for _, c := range []net.Conn{first, second} {
			_, port, _ := net.SplitHostPort(c.LocalAddr().String())
			ports = append(ports, port)
		}
		connections(3)
		if _, err := r.connect(); err == nil {
			t.Error("too many")
		}
		// A reset is an error that names the addresses.
		if tcp, ok := first.(*net.TCPConn); ok {
			_ = tcp.SetLinger(0)
		}
		_ = first.Close()
		_, _ = second.Write([]byte("GET / HTTP/1.1\r\n"))
		closed(t, second)
		if err := v.Press("q"); err != nil {
			t.Fatal(err)
		}
		if _, err := v.Wait(t.Context()); err != nil {
			t.Fatal(err)
		}
		_ = v.Close()
		r.empty(t)
		for _, line := range []string{"connection opened", "connection closed", "session opened", "handshake failed", "connections turned away", "visitors turned away"} {
			r.log.until(t, line)
		}
		for line := range strings.Lines(r.log.String()) {
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
	r := serve(t, Config{})
	for _, version := range []string{HealthCheck, HealthCheck + "2"} {
		client, err := gossh.Dial("tcp", r.addr, &gossh.ClientConfig{
			ClientVersion: version, HostKeyCallback: gossh.InsecureIgnoreHostKey(), //nolint:gosec // no matter whose it is
		})
		if err != nil {
			t.Fatal(err)
		}
		_ = client.Close()
		r.empty(t)
		level := "level=info"
		if version == HealthCheck {
			level = "level=debug"
		}
		for _, event := range []string{"opened", "closed"} {
			r.log.until(t, level+` msg="connection `+event+`"`)
		}
	}
	away := &conn{peer: &net.TCPAddr{IP: net.IPv4(192, 0, 2, 1)}, client: HealthCheck}
	if away.level() != (&conn{}).level() {
		t.Error("from elsewhere it is not worth a line")
	}
}
