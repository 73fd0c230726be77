package server

import (
	"net"
	"net/netip"
)

// What is logged of a client's address.
const (
	LogFull    = "full"    // the address, without the port
	LogNetwork = "network" // the IPv4 /24 or the IPv6 /48 that it is in
	LogNone    = "none"    // nothing
)

// HealthCheck is the version by which the program's own health check is known.
const HealthCheck = "SSH-2.0-ssh-resume_healthcheck"

// shown gives as much of an address as is logged.
func (s *Server) shown(addr net.Addr) string {
	tcp, ok := addr.(*net.TCPAddr)
	switch {
	case !ok:
		return addr.String() // what is shown already
	case s.config.LogSource == LogFull:
		return tcp.AddrPort().Addr().Unmap().String()
	case s.config.LogSource == LogNetwork:
		return networkOf(tcp.AddrPort().Addr(), 24, 48).String()
	}
	return "-"
}

// shownAddr is an address of which no more is to be had.
type shownAddr string

// Network is always "tcp".
func (shownAddr) Network() string { return "tcp" }

// String gives what may be logged.
func (a shownAddr) String() string { return string(a) }

// networkOf gives the network of so many bits that an IPv4 or IPv6 address is
// in; the zero Prefix where there is no address.
func networkOf(ip netip.Addr, bits4, bits6 int) netip.Prefix {
	ip = ip.Unmap().WithZone("")
	bits := bits4
	if ip.Is6() {
		bits = bits6
	}
	prefix, _ := ip.Prefix(bits) // zero on an error
	return prefix
}

// sourceOf gives the source that an address belongs to.
func sourceOf(addr net.Addr) netip.Prefix {
	tcp, ok := addr.(*net.TCPAddr)
	if !ok {
		return netip.Prefix{}
	}
	return networkOf(tcp.AddrPort().Addr(), 32, 64)
}

// bareError is a network error whose text names no addresses: what is logged of
// them is decided elsewhere.
type bareError struct{ *net.OpError }

func bare(err error) error {
	if op, ok := err.(*net.OpError); ok { //nolint:errorlint // what is wrapped has no addresses left
		return bareError{op}
	}
	return err
}

func (e bareError) Error() string { return e.Err.Error() }
