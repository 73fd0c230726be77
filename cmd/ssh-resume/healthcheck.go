package main

import (
	"cmp"
	"context"
	"fmt"
	"io"
	"net"
	"net/netip"
	"time"

	"golang.org/x/crypto/ssh"

	"ssh-resume/internal/server/admission"
)

const healthTimeout = 5 * time.Second // of a handshake, which usually takes milliseconds

type healthcheckCmd struct {
	Addr string `arg:"" optional:"" type:"address" help:"HOST:PORT of the server. Without it, this machine and the port of $$SSH_RESUME_LISTEN, or ${port}."`

	// Flags of serve, for their variables.
	Listen            string         `hidden:"" type:"address" default:"${listen}" variable:"SSH_RESUME_LISTEN"`
	ProxyProtocolFrom []netip.Prefix `hidden:"" type:"network" sep:"none" between:"," variable:"SSH_RESUME_PROXY_PROTOCOL_FROM"`
}

// Run completes a handshake with the server and disconnects.
func (c *healthcheckCmd) Run(ctx context.Context) error {
	host, port, _ := net.SplitHostPort(cmp.Or(c.Addr, c.Listen)) // the parser accepts nothing else
	if ip := net.ParseIP(host); host == "" || ip != nil && ip.IsUnspecified() {
		host = "127.0.0.1" // a listener on all IPv6 addresses also accepts IPv4
	}
	addr := net.JoinHostPort(host, port)
	if err := handshake(ctx, addr, c.ProxyProtocolFrom); err != nil {
		return fmt.Errorf("no SSH server answers at %s: %w", addr, err)
	}
	return nil
}

// handshake completes an SSH handshake, after a PROXY header if this machine is one of the server's load balancers.
func handshake(ctx context.Context, addr string, balancers []netip.Prefix) error {
	ctx, cancel := context.WithTimeout(ctx, healthTimeout)
	defer cancel()
	conn, err := new(net.Dialer).DialContext(ctx, "tcp", addr)
	if err != nil {
		return cause(err)
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
	if err != nil {
		return cmp.Or(ctx.Err(), err)
	}
	return ssh.NewClient(client, channels, requests).Close()
}
