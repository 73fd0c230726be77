package admission

import (
	"net"
	"net/netip"
	"slices"
)

// Within reports whether a TCP address is in one of the networks.
func Within(networks []netip.Prefix, addr net.Addr) bool {
	tcp, ok := addr.(*net.TCPAddr)
	return ok && slices.ContainsFunc(networks, func(network netip.Prefix) bool {
		return network.Contains(tcp.AddrPort().Addr().Unmap().WithZone("")) // no network has a zone
	})
}

// Network returns the network of an IPv4 or IPv6 address with the given number of bits, or the zero Prefix if
// there is no address.
func Network(ip netip.Addr, bits4, bits6 int) netip.Prefix {
	ip = ip.Unmap().WithZone("")
	bits := bits4
	if ip.Is6() {
		bits = bits6
	}
	prefix, _ := ip.Prefix(bits) // zero on an error
	return prefix
}

// sourceOf returns the source that an address belongs to.
func sourceOf(addr net.Addr) netip.Prefix {
	tcp, ok := addr.(*net.TCPAddr)
	if !ok {
		return netip.Prefix{}
	}
	return Network(tcp.AddrPort().Addr(), 32, 64)
}

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
