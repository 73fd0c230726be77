package server

import (
	"context"
	"errors"
	"fmt"
	"net"
	"syscall"
)

// listen takes the port that a flag names. The error is one line that says what to do.
func listen(address, flag string) (net.Listener, error) {
	var config net.ListenConfig
	l, err := config.Listen(context.Background(), "tcp", address)
	switch {
	case err == nil:
		return l, nil
	case errors.Is(err, syscall.EADDRINUSE):
		return nil, fmt.Errorf("listen on %s: the port is taken by another program; stop that or choose another with %s", address, flag)
	case errors.Is(err, syscall.EACCES):
		return nil, fmt.Errorf("listen on %s: a port under 1024 needs a privilege (on Linux CAP_NET_BIND_SERVICE); choose another with %s", address, flag)
	case errors.Is(err, syscall.EAFNOSUPPORT):
		return nil, fmt.Errorf("listen on %s: the process has no network; under systemd, metrics.conf gives it one: sudo install -D -m 644 metrics.conf -t /etc/systemd/system/ssh-resume.service.d && sudo systemctl daemon-reload (the file is in deploy/systemd, in a package in /usr/share/ssh-resume)", address)
	case errors.Is(err, syscall.EADDRNOTAVAIL):
		return nil, fmt.Errorf("listen on %s: this machine has no such address; choose another with %s", address, flag)
	}
	return nil, fmt.Errorf("listen on %s: %w; choose another with %s", address, cause(err), flag)
}

// cause leaves out of a network error what the message says already.
func cause(err error) error {
	if op := (*net.OpError)(nil); errors.As(err, &op) {
		return op.Err
	}
	return err
}
