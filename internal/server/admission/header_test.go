package admission

import (
	"bufio"
	"bytes"
	"io"
	"net"
	"net/netip"
	"strings"
	"testing"
	"time"

	"github.com/pires/go-proxyproto"
)

// V1 returns a header of version 1 for a client of an address.
func V1(source string) string {
	if strings.Contains(source, ":") {
		return "PROXY TCP6 " + source + " 2001:db8::22 40001 22\r\n"
	}
	return "PROXY TCP4 " + source + " 192.0.2.22 40001 22\r\n"
}

// V2 returns a header of version 2.
func V2(t *testing.T, source string) string {
	t.Helper()
	reached := "192.0.2.22"
	if strings.Contains(source, ":") {
		reached = "2001:db8::22"
	}
	header := proxyproto.HeaderProxyFromAddrs(2,
		&net.TCPAddr{IP: net.ParseIP(source), Port: 40001}, &net.TCPAddr{IP: net.ParseIP(reached), Port: 22})
	if err := header.SetTLVs([]proxyproto.TLV{{Type: proxyproto.PP2_TYPE_AUTHORITY, Value: []byte("resume.example.com")}}); err != nil {
		t.Fatal(err)
	}
	text, err := header.Format()
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// Headers of a load balancer that speaks for itself.
const (
	LocalV1 = "PROXY UNKNOWN ffff:: ffff:: 1 2\r\n"
	LocalV2 = "\r\n\r\n\x00\r\nQUIT\n\x20\x00\x00\x00"
)

func TestHeaderMayComeInPieces(t *testing.T) {
	for header, want := range map[string]string{V1("198.51.100.3"): "198.51.100.3", V2(t, "198.51.100.4"): "198.51.100.4"} {
		ours, theirs := net.Pipe() // one read for each write
		go func() {
			for _, b := range []byte(header) {
				_, _ = theirs.Write([]byte{b})
			}
		}()
		source, _, err := readHeader(bufio.NewReaderSize(ours, 256))
		if err != nil || source.IP.String() != want {
			t.Errorf("%q: %v, %v", header, source, err)
		}
		_, _ = ours.Close(), theirs.Close()
	}
}

func TestBytesAfterTheHeaderAreTheClients(t *testing.T) {
	for _, header := range []string{V1("198.51.100.1"), V2(t, "198.51.100.1"), LocalV1, LocalV2} {
		in := bufio.NewReaderSize(strings.NewReader(header+"SSH-2.0-x\r\n"), 256)
		if _, _, err := readHeader(in); err != nil {
			t.Errorf("%q: %v", header, err)
		}
		if rest, err := io.ReadAll(in); string(rest) != "SSH-2.0-x\r\n" || err != nil {
			t.Errorf("%q: %q, %v", header, rest, err)
		}
	}
}

func FuzzProxyHeader(f *testing.F) {
	for _, header := range []string{V1("198.51.100.1"), V1("2001:db8::1"), LocalV1, LocalV2, "PROXY \r\n", "SSH-2.0-x\r\n"} {
		f.Add([]byte(header), uint8(1))
	}
	v2 := proxyproto.HeaderProxyFromAddrs(2, &net.TCPAddr{IP: net.IPv4(198, 51, 100, 1), Port: 1}, &net.TCPAddr{IP: net.IPv4(192, 0, 2, 22), Port: 22})
	text, err := v2.Format()
	if err != nil {
		f.Fatal(err)
	}
	f.Add(text, uint8(200))
	f.Fuzz(func(t *testing.T, sent []byte, piece uint8) {
		from := &pieces{bytes.NewReader(sent), int(max(piece, 1))}
		in := bufio.NewReaderSize(from, 256)
		source, reached, err := readHeader(in)
		if taken := len(sent) - from.Len() - in.Buffered(); taken > 4<<10+16 {
			t.Errorf("%d bytes are a header", taken)
		}
		if err != nil {
			return
		}
		if (source == nil) != (reached == nil) {
			t.Errorf("%v, %v", source, reached)
		}
		if source != nil && !sourceOf(source).IsValid() {
			t.Errorf("%v has no source", source)
		}
		if !bytes.HasPrefix(sent, []byte("PROXY ")) && !bytes.HasPrefix(sent, []byte(LocalV2[:12])) {
			t.Errorf("%q is a header", sent)
		}
	})
}

func TestBalancerMayHaveAZone(t *testing.T) {
	networks := []netip.Prefix{netip.MustParsePrefix("fe80::/10"), netip.MustParsePrefix("10.0.0.0/8")}
	for addr, want := range map[*net.TCPAddr]bool{
		{IP: net.ParseIP("fe80::1"), Zone: "eth0"}: true,
		{IP: net.ParseIP("10.1.2.3")}:              true,
		{IP: net.ParseIP("192.0.2.1")}:             false,
	} {
		if got := Within(networks, addr); got != want {
			t.Errorf("%s: %t", addr, got)
		}
	}
}

// pieces is a reader that returns a few bytes at a time.
type pieces struct {
	*bytes.Reader

	most int
}

func (p *pieces) Read(b []byte) (int, error) { return p.Reader.Read(b[:min(len(b), p.most)]) }

func TestHandshakeEndsInTimeAlsoBehindAHeader(t *testing.T) {
	l := limited(Config{HandshakeTimeout: 10 * time.Second})
	opened := time.Now().Add(-9 * time.Second) // the header took that long
	var set deadline
	c := &Conn{Conn: &set, listener: l, Opened: opened}
	for _, test := range []struct{ asked, want time.Time }{
		{opened.Add(19 * time.Second), opened.Add(10 * time.Second)},
		{opened.Add(10*time.Second + 1), opened.Add(10 * time.Second)},
		{opened.Add(9500 * time.Millisecond), opened.Add(9500 * time.Millisecond)},
		{time.Time{}, time.Time{}}, // the handshake is over
	} {
		if err := c.SetDeadline(test.asked); err != nil || !set.at.Equal(test.want) {
			t.Errorf("a deadline after %s is set to one after %s, %v", test.asked.Sub(opened), set.at.Sub(opened), err)
		}
	}
}

// deadline is a connection that keeps its deadline.
type deadline struct {
	net.Conn

	at time.Time
}

func (d *deadline) SetDeadline(t time.Time) error {
	d.at = t
	return nil
}

func TestConnectionThatHasGivenWayIsNotCountedIn(t *testing.T) {
	l := limited(Config{MaxPerSource: 1, Rate: 1, Burst: 1})
	var first *Conn
	for range maxUnauthenticated + 1 { // one too many, while the header of the first is read
		ours, theirs := net.Pipe()
		t.Cleanup(func() { _ = theirs.Close() })
		c := newConn(l, ours, time.Now())
		c.proxied = true
		l.awaitHeader(c)
		if first == nil {
			first = c
		}
	}
	if l.allow(first) || l.Count() != 0 {
		t.Error("it is open")
	}
}
