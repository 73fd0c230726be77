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

	"ssh-resume/internal/server"
)

// healthTimeout is how long a server may take to let somebody in; it does so
// within milliseconds.
const healthTimeout = 5 * time.Second

type healthcheckCmd struct {
	Addr string `arg:"" optional:"" help:"HOST:PORT of the server; without it, the port of $$SSH_RESUME_LISTEN, or 2222, on this machine."`
}

// Run exchanges keys with the server and goes.
func (c *healthcheckCmd) Run(ctx context.Context, p *program) error {
	addr := cmp.Or(c.Addr, p.getenv("SSH_RESUME_LISTEN"), ":2222")
	if _, err := listenAddress(addr); err != nil {
		return fmt.Errorf("%q %w", addr, err)
	}
	networks, err := networks(p.getenv("SSH_RESUME_PROXY_PROTOCOL_FROM"))
	if err != nil {
		return fmt.Errorf("SSH_RESUME_PROXY_PROTOCOL_FROM: %w", err)
	}
	if err := greet(ctx, local(addr), networks); err != nil {
		return fmt.Errorf("no SSH server answers at %s: %w", local(addr), err)
	}
	return nil
}

// local gives the address that reaches a server that listens on addr.
func local(addr string) string {
	host, port, _ := net.SplitHostPort(addr)
	if ip := net.ParseIP(host); host == "" || ip != nil && ip.IsUnspecified() {
		// A listener on all IPv6 addresses takes IPv4 as well.
		host = "127.0.0.1"
	}
	return net.JoinHostPort(host, port)
}

// greet exchanges keys with the server. Where it takes this machine for a
// balancer, because one of its networks holds it, it is greeted as by one.
func greet(ctx context.Context, addr string, balancers []netip.Prefix) error {
	ctx, cancel := context.WithTimeout(ctx, healthTimeout)
	defer cancel()
	conn, err := new(net.Dialer).DialContext(ctx, "tcp", addr)
	if err != nil {
		return err
	}
	defer func() { _ = conn.Close() }()
	defer context.AfterFunc(ctx, func() { _ = conn.Close() })()
	if server.Within(balancers, conn.LocalAddr()) {
		if _, err := io.WriteString(conn, "PROXY UNKNOWN\r\n"); err != nil { // for no client
			return err
		}
	}
	client, channels, requests, err := ssh.NewClientConn(conn, addr, &ssh.ClientConfig{
		User:            "healthcheck",
		ClientVersion:   server.HealthCheck,
		HostKeyCallback: ssh.InsecureIgnoreHostKey(), //nolint:gosec // whichever key it has, it answers; nothing is sent
	})
	if ctx.Err() != nil {
		return ctx.Err()
	}
	if err != nil {
		return err
	}
	return ssh.NewClient(client, channels, requests).Close()
}

// networks reads the networks that a variable names, with commas between them.
func networks(text string) ([]netip.Prefix, error) {
	var all []netip.Prefix
	for part := range strings.SplitSeq(text, ",") {
		if text == "" {
			break
		}
		v, err := network(part)
		if err != nil {
			return nil, fmt.Errorf("%q %w", part, err)
		}
		prefix, _ := v.(netip.Prefix)
		all = append(all, prefix)
	}
	return all, nil
}
