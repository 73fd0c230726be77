package server

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"net"
	"net/netip"
	"strings"
	"testing"
	"time"

	"github.com/pires/go-proxyproto"
	gossh "golang.org/x/crypto/ssh"
)

// loopback has this machine be a balancer.
var loopback = []netip.Prefix{netip.MustParsePrefix("127.0.0.0/8")}

// behind connects as a balancer does, with a header, and makes the handshake of
// a client behind it.
func (r *running) behind(t *testing.T, header string) (*gossh.Client, error) {
	t.Helper()
	tcp := r.silent(t)
	if _, err := io.WriteString(tcp, header); err != nil {
		t.Fatal(err)
	}
	sshConn, channels, requests, err := gossh.NewClientConn(tcp, r.addr, &gossh.ClientConfig{
		HostKeyCallback: gossh.InsecureIgnoreHostKey(), //nolint:gosec // no matter whose it is
	})
	if err != nil {
		return nil, err
	}
	client := gossh.NewClient(sshConn, channels, requests)
	t.Cleanup(func() { _ = client.Close() })
	return client, nil
}

// v1 and v2 are headers for a client of that address.
func v1(source string) string {
	if strings.Contains(source, ":") {
		return "PROXY TCP6 " + source + " 2001:db8::22 40001 22\r\n"
	}
	return "PROXY TCP4 " + source + " 192.0.2.22 40001 22\r\n"
}

func v2(t *testing.T, source string) string {
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

const (
	localV1 = "PROXY UNKNOWN ffff:: ffff:: 1 2\r\n"
	localV2 = "\r\n\r\n\x00\r\nQUIT\n\x20\x00\x00\x00"
)

func TestRealSourceBehindABalancerIsLogged(t *testing.T) {
	r := serve(t, Config{ProxyProtocolFrom: loopback})
	for header, want := range map[string]string{
		v1("198.51.100.1"):     "198.51.100.1",
		v2(t, "198.51.100.2"):  "198.51.100.2",
		v1("2001:db8:1::1"):    "2001:db8:1::1",
		v2(t, "2001:db8:1::2"): "2001:db8:1::2",
		localV1:                "127.0.0.1",
		localV2:                "127.0.0.1",
	} {
		client, err := r.behind(t, header)
		if err != nil {
			t.Errorf("%q: %v", header, err)
			continue
		}
		sess, err := client.NewSession()
		if err != nil {
			t.Fatal(err)
		}
		if out, err := sess.Output("help"); err != nil || want != "127.0.0.1" && !strings.Contains(string(out), "ssh "+reached(want)+" ") {
			t.Errorf("%q: %v\n%s", header, err, out)
		}
		r.log.until(t, "source="+want+" ")
	}
}

// reached gives what the headers say that the client has reached.
func reached(source string) string {
	if strings.Contains(source, ":") {
		return "2001:db8::22"
	}
	return "192.0.2.22"
}

func TestHeaderMayComeInPieces(t *testing.T) {
	for header, want := range map[string]string{v1("198.51.100.3"): "198.51.100.3", v2(t, "198.51.100.4"): "198.51.100.4"} {
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

func TestHeaderIsRequiredOfABalancer(t *testing.T) {
	r := serve(t, Config{ProxyProtocolFrom: loopback})
	for name, sent := range map[string]string{
		"none":        "SSH-2.0-test\r\n",
		"binary":      "\x00\x01\x02\x03\n",
		"line":        "PROXY TCP4 " + strings.Repeat("1", 200),
		"torn":        "PROXY TCP4 198.51.100.1\r\n",
		"no address":  v1("198.51.100.256"),
		"long":        "\r\n\r\n\x00\r\nQUIT\n\x21\x11\xff\xff" + strings.Repeat("x", 70000),
		"UDP":         "\r\n\r\n\x00\r\nQUIT\n\x21\x12\x00\x0c" + strings.Repeat("x", 12),
		"version 3":   "\r\n\r\n\x00\r\nQUIT\n\x31\x11\x00\x0c" + strings.Repeat("x", 12),
		"unspecified": "\r\n\r\n\x00\r\nQUIT\n\x21\x00\x00\x00",
	} {
		tcp := r.silent(t)
		_, _ = io.WriteString(tcp, sent)
		if got := closed(t, tcp); got != "" {
			t.Errorf("%s: %q is said", name, got)
		}
	}
	r.log.until(t, `level=warn msg="connections turned away" limit=proxy-header source=127.0.0.1`)
	r.empty(t)
}

func TestHeaderOfAnyoneElseEndsTheConnection(t *testing.T) {
	for _, from := range [][]netip.Prefix{nil, {netip.MustParsePrefix("10.0.0.0/8"), netip.MustParsePrefix("::/0")}} {
		r := serve(t, Config{ProxyProtocolFrom: from})
		for _, header := range []string{v1("198.51.100.1"), v2(t, "198.51.100.1"), localV1, localV2} {
			if _, err := r.behind(t, header); err == nil {
				t.Errorf("%q: it gets in", header)
			}
		}
		if strings.Contains(r.log.String(), "198.51.100.1") || strings.Contains(r.log.String(), "connection opened") {
			t.Error(r.log.String())
		}
		r.client(t) // without a header
	}
}

func TestLimitsCountTheRealSource(t *testing.T) {
	r := serve(t, Config{ProxyProtocolFrom: loopback, ConnectionRate: 1e-9, ConnectionBurst: 3, MaxConnectionsPerSource: 2})
	for i := range 6 { // the balancer itself is not limited
		for _, header := range []string{v1(fmt.Sprintf("198.51.100.%d", i)), localV1, localV2} {
			if _, err := r.behind(t, header); err != nil {
				t.Fatalf("%q: %v", header, err)
			}
		}
	}
	for _, want := range []string{"", "too many connections from your address", "try again in a few seconds"} {
		_, err := r.behind(t, v1("198.51.100.1"))
		if want == "" && err != nil || want != "" && (err == nil || !strings.Contains(err.Error(), want)) {
			t.Errorf("%v, want %q", err, want)
		}
	}
	r.log.until(t, "source=198.51.100.1 ")
}

func TestSilentBalancersHoldUpNobodyAndAreFew(t *testing.T) {
	r := serve(t, Config{ProxyProtocolFrom: loopback, HandshakeTimeout: time.Minute})
	oldest := r.silent(t)
	eventually(t, func() error {
		if len(r.limits.awaiting()) == 0 {
			return errors.New("it is not there")
		}
		return nil
	})
	for range maxStrangers {
		r.silent(t)
	}
	closed(t, oldest)
	if _, err := r.behind(t, v1("198.51.100.1")); err != nil {
		t.Error(err)
	}
	if n := len(r.limits.awaiting()); n > maxStrangers {
		t.Errorf("%d wait", n)
	}
}

func TestHeaderIsAPartOfTheHandshake(t *testing.T) {
	r := serve(t, Config{ProxyProtocolFrom: loopback, HandshakeTimeout: 100 * time.Millisecond})
	for _, sent := range []string{"", "PROXY TCP4 198", v2(t, "198.51.100.1")[:14], v1("198.51.100.1")} {
		tcp := r.silent(t)
		if _, err := io.WriteString(tcp, sent); err != nil {
			t.Fatal(err)
		}
		closed(t, tcp)
	}
	r.empty(t)
	c := &conn{Conn: deadlines{}, server: r.Server, opened: time.Now().Add(-time.Hour)}
	if err := c.SetDeadline(time.Now()); !errors.Is(err, errPast) {
		t.Errorf("the handshake's end moves with the header: %v", err)
	}
}

// deadlines tells whether a deadline that is set has passed.
type deadlines struct{ net.Conn }

var errPast = errors.New("past")

func (deadlines) SetDeadline(t time.Time) error {
	if time.Since(t) > time.Minute {
		return errPast
	}
	return nil
}

func TestBytesAfterTheHeaderAreTheClients(t *testing.T) {
	for _, header := range []string{v1("198.51.100.1"), v2(t, "198.51.100.1"), localV1, localV2} {
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
	for _, header := range []string{v1("198.51.100.1"), v1("2001:db8::1"), localV1, localV2, "PROXY \r\n", "SSH-2.0-x\r\n"} {
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
		if !bytes.HasPrefix(sent, []byte("PROXY ")) && !bytes.HasPrefix(sent, []byte(localV2[:12])) {
			t.Errorf("%q is a header", sent)
		}
	})
}

// pieces gives a few bytes at a time.
type pieces struct {
	*bytes.Reader

	most int
}

func (p *pieces) Read(b []byte) (int, error) { return p.Reader.Read(b[:min(len(b), p.most)]) }

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
