package main

import (
	"cmp"
	"context"
	"fmt"
	"io"
	"net"
	"net/netip"
	"strings"
	"time"

	"golang.org/x/crypto/ssh"

	"ssh-resume/internal/server/admission"
)

// healthTimeout is how long a handshake may take; usually it takes milliseconds.
const healthTimeout = 5 * time.Second

type healthcheckCmd struct {
	Addr string `arg:"" optional:"" type:"address" help:"HOST:PORT of the server. Without it, this machine and the port of $$SSH_RESUME_LISTEN, or 2222."`
}

// Run completes a handshake with the server and disconnects.
func (c *healthcheckCmd) Run(ctx context.Context, m *Main) error {
	addr := cmp.Or(c.Addr, m.getenv("SSH_RESUME_LISTEN"), ":2222")
	if _, err := parseListenAddress(addr); err != nil {
		return fmt.Errorf("SSH_RESUME_LISTEN: %q %w", addr, err)
	}
	balancers, err := parseNetworks(m.getenv("SSH_RESUME_PROXY_PROTOCOL_FROM"))
	if err != nil {
		return fmt.Errorf("SSH_RESUME_PROXY_PROTOCOL_FROM: %w", err)
	}
	if err := handshake(ctx, dialAddress(addr), balancers); err != nil {
		return fmt.Errorf("no SSH server answers at %s: %w", dialAddress(addr), err)
	}
	return nil
}

// dialAddress returns the address at which to reach a server that listens on addr.
func dialAddress(addr string) string {
	host, port, _ := net.SplitHostPort(addr)
	if ip := net.ParseIP(host); host == "" || ip != nil && ip.IsUnspecified() {
		// A listener on all IPv6 addresses accepts IPv4, too.
		host = "127.0.0.1"
	}
	return net.JoinHostPort(host, port)
}

// handshake completes an SSH handshake with the server. If this machine is one of
// the server's load balancers, it sends a PROXY header first.
func handshake(ctx context.Context, addr string, balancers []netip.Prefix) error {
	ctx, cancel := context.WithTimeout(ctx, healthTimeout)
	defer cancel()
	conn, err := new(net.Dialer).DialContext(ctx, "tcp", addr)
	if err != nil {
		return err
	}
	defer func() { _ = conn.Close() }()
	defer context.AfterFunc(ctx, func() { _ = conn.Close() })()
	if admission.Within(balancers, conn.LocalAddr()) {
		if _, err := io.WriteString(conn, "PROXY UNKNOWN\r\n"); err != nil { // on behalf of no client
			return err
		}
	}
	client, channels, requests, err := ssh.NewClientConn(conn, addr, &ssh.ClientConfig{
		User:            "healthcheck",
		ClientVersion:   admission.HealthCheck,
		HostKeyCallback: ssh.InsecureIgnoreHostKey(), //nolint:gosec // any key will do: nothing is sent
	})
	if ctx.Err() != nil {
		return ctx.Err()
	}
	if err != nil {
		return err
	}
	return ssh.NewClient(client, channels, requests).Close()
}

// parseNetworks reads networks that are separated by commas.
func parseNetworks(text string) ([]netip.Prefix, error) {
	var all []netip.Prefix
	for part := range strings.SplitSeq(text, ",") {
		if text == "" {
			break
		}
		v, err := parseNetwork(part)
		if err != nil {
			return nil, fmt.Errorf("%q %w", part, err)
		}
		prefix, _ := v.(netip.Prefix)
		all = append(all, prefix)
	}
	return all, nil
}
