package server

import (
	"fmt"
	"net"
	"os"
	"strconv"
)

// firstPassed is the first file descriptor that a service manager passes
// (sd_listen_fds(3), SD_LISTEN_FDS_START).
const firstPassed = 3

// Activated gives the TCP socket that a service manager such as systemd listens
// on and has passed to the process of this number; nil where there is none. It
// is taken once. As the manager keeps it, connections wait there while no server
// runs. The error is one line that says what to do.
func Activated(getenv func(string) string, pid int) (net.Listener, error) {
	// Both are inherited by children, for which they are not meant.
	if count := getenv("LISTEN_FDS"); count == "" || getenv("LISTEN_PID") != strconv.Itoa(pid) {
		return nil, nil //nolint:nilnil // it is nothing out of the ordinary
	} else if count != "1" {
		return nil, fmt.Errorf("LISTEN_FDS: %s sockets are passed and one is served; give the socket unit one ListenStream=", count)
	}
	const remedy = "give the socket unit a ListenStream= with a TCP port"
	f := os.NewFile(firstPassed, "LISTEN_FD_3")
	l, err := net.FileListener(f) // has a descriptor of its own
	_ = f.Close()                 // it is not needed any more
	if err != nil {
		return nil, fmt.Errorf("LISTEN_FDS: file descriptor %d is no socket that listens: %w; %s", firstPassed, cause(err), remedy)
	}
	if _, ok := l.(*net.TCPListener); !ok {
		_ = l.Close() // it can't be used
		return nil, fmt.Errorf("LISTEN_FDS: file descriptor %d is no TCP socket; %s", firstPassed, remedy)
	}
	return l, nil
}
