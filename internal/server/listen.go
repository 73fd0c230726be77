package server

import (
	"context"
	"errors"
	"fmt"
	"net"
	"os"
	"strconv"
	"syscall"
)

// listen takes the port of an address, which flag chose. The error is one line that says what to do.
func listen(address, flag string) (net.Listener, error) {
	var config net.ListenConfig
	l, err := config.Listen(context.Background(), "tcp", address)
	switch {
	case err == nil:
		return l, nil
	case errors.Is(err, syscall.EADDRINUSE):
		return nil, fmt.Errorf("listen on %s: the port is taken by another program; stop it or choose another with %s", address, flag)
	case errors.Is(err, syscall.EACCES):
		return nil, fmt.Errorf("listen on %s: ports under 1024 need a privilege (on Linux CAP_NET_BIND_SERVICE); choose another with %s", address, flag)
	case errors.Is(err, syscall.EAFNOSUPPORT):
		return nil, fmt.Errorf("listen on %s: the process has no network; under systemd, metrics.conf gives it one: sudo install -D -m 644 metrics.conf -t /etc/systemd/system/ssh-resume.service.d && sudo systemctl daemon-reload (the file is in deploy/systemd, in a package in /usr/share/ssh-resume)", address)
	case errors.Is(err, syscall.EADDRNOTAVAIL):
		return nil, fmt.Errorf("listen on %s: this machine does not have that address; choose another with %s", address, flag)
	}
	// The operation and the address, which net.OpError adds, are said already.
	return nil, fmt.Errorf("listen on %s: %w; choose another with %s", address, errors.Unwrap(err), flag)
}

// Activated returns the TCP socket that a service manager such as systemd passed to this process, and nil if there is
// none. It can be taken once. The error is one line that says what to do.
func Activated(getenv func(string) string) (net.Listener, error) {
	// Children inherit both variables, but they are not meant for them.
	if count := getenv("LISTEN_FDS"); count == "" || getenv("LISTEN_PID") != strconv.Itoa(os.Getpid()) {
		return nil, nil //nolint:nilnil // having no socket is the usual case
	} else if count != "1" {
		return nil, fmt.Errorf("LISTEN_FDS: %s sockets were passed, but only one is served; leave one ListenStream= in the socket unit", count)
	}
	const firstPassed = 3 // file descriptor: SD_LISTEN_FDS_START in sd_listen_fds(3)
	const remedy = "set ListenStream= in the socket unit to a TCP port"
	f := os.NewFile(firstPassed, "LISTEN_FD_3")
	l, err := net.FileListener(f) // duplicates the descriptor
	_ = f.Close()                 // not needed any more
	if err != nil {
		return nil, fmt.Errorf("LISTEN_FDS: file descriptor %d is not a listening socket: %w; %s", firstPassed, errors.Unwrap(err), remedy)
	}
	if _, ok := l.(*net.TCPListener); !ok {
		_ = l.Close() // it can't be used
		return nil, fmt.Errorf("LISTEN_FDS: file descriptor %d is not a TCP socket; %s", firstPassed, remedy)
	}
	return l, nil
}
