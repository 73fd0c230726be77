package admission

import (
	"net"
	"net/netip"
	"slices"
)

// Within reports whether a TCP address is in one of the networks.
func Within(networks []netip.Prefix, addr net.Addr) bool {
	ip := ipOf(addr)
	return slices.ContainsFunc(networks, func(network netip.Prefix) bool { return network.Contains(ip) })
}

// ipOf returns the IP address of a TCP address, without a zone, which no network has; the zero Addr for others.
func ipOf(addr net.Addr) netip.Addr {
	tcp, _ := addr.(*net.TCPAddr) // AddrPort takes nil
	return tcp.AddrPort().Addr().Unmap().WithZone("")
}

// Network returns the network of a TCP address with the number of bits for IPv4 or IPv6; the zero Prefix for others.
func Network(addr net.Addr, bits4, bits6 int) netip.Prefix {
	ip, bits := ipOf(addr), bits4
	if ip.Is6() {
		bits = bits6
	}
	prefix, _ := ip.Prefix(bits) // zero on an error
	return prefix
}

// sourceOf returns the source that an address belongs to.
func sourceOf(addr net.Addr) netip.Prefix { return Network(addr, 32, 64) }

// shownAddr is an address that is known only as text.
type shownAddr string

// Network is always "tcp".
func (shownAddr) Network() string { return "tcp" }

// String returns what may be logged.
func (a shownAddr) String() string { return string(a) }

// bareError is a network error without addresses in its text, because the owner may not want them logged.
type bareError struct{ *net.OpError }

func bare(err error) error {
	if op, ok := err.(*net.OpError); ok { //nolint:errorlint // wrapped errors no longer have addresses
		return bareError{op}
	}
	return err
}

// Error returns what went wrong.
func (e bareError) Error() string { return e.Err.Error() }
