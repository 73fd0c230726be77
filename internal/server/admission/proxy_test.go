package admission_test

import (
	"fmt"
	"io"
	"net"
	"net/netip"
	"strings"
	"testing"
	"time"

	"ssh-resume/internal/server"
	"ssh-resume/internal/server/admission"
	"ssh-resume/internal/server/servertest"

	gossh "golang.org/x/crypto/ssh"
)

// loopback makes this machine a load balancer.
var loopback = []netip.Prefix{netip.MustParsePrefix("127.0.0.0/8")}

// behind connects as a load balancer does, with a header, and does the handshake of
// a client behind it.
func behind(t *testing.T, r *servertest.Running, header string) (*gossh.Client, error) {
	t.Helper()
	tcp := r.Silent(t)
	if _, err := io.WriteString(tcp, header); err != nil {
		t.Fatal(err)
	}
	sshConn, channels, requests, err := gossh.NewClientConn(tcp, r.Addr, servertest.ClientConfig(""))
	if err != nil {
		return nil, err
	}
	client := gossh.NewClient(sshConn, channels, requests)
	t.Cleanup(func() { _ = client.Close() })
	return client, nil
}

func TestRealSourceBehindABalancerIsLogged(t *testing.T) {
	t.Parallel()
	r := servertest.Serve(t, server.Config{ProxyProtocolFrom: loopback})
	for header, want := range map[string]string{
		admission.V1("198.51.100.1"):     "198.51.100.1",
		admission.V2(t, "198.51.100.2"):  "198.51.100.2",
		admission.V1("2001:db8:1::1"):    "2001:db8:1::1",
		admission.V2(t, "2001:db8:1::2"): "2001:db8:1::2",
		admission.LocalV1:                "127.0.0.1",
		admission.LocalV2:                "127.0.0.1",
	} {
		client, err := behind(t, r, header)
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
		r.Log.Until(t, "source="+want+" ")
	}
}

// reached returns the address that the client connected to, according to the headers.
func reached(source string) string {
	if strings.Contains(source, ":") {
		return "2001:db8::22"
	}
	return "192.0.2.22"
}

func TestHeaderIsRequiredOfABalancer(t *testing.T) {
	t.Parallel()
	r := servertest.Serve(t, server.Config{ProxyProtocolFrom: loopback})
	for name, sent := range map[string]string{
		"none":        "SSH-2.0-test\r\n",
		"binary":      "\x00\x01\x02\x03\n",
		"line":        "PROXY TCP4 " + strings.Repeat("1", 200),
		"torn":        "PROXY TCP4 198.51.100.1\r\n",
		"no address":  admission.V1("198.51.100.256"),
		"long":        "\r\n\r\n\x00\r\nQUIT\n\x21\x11\xff\xff" + strings.Repeat("x", 70000),
		"UDP":         "\r\n\r\n\x00\r\nQUIT\n\x21\x12\x00\x0c" + strings.Repeat("x", 12),
		"version 3":   "\r\n\r\n\x00\r\nQUIT\n\x31\x11\x00\x0c" + strings.Repeat("x", 12),
		"unspecified": "\r\n\r\n\x00\r\nQUIT\n\x21\x00\x00\x00",
	} {
		tcp := r.Silent(t)
		_, _ = io.WriteString(tcp, sent)
		if got := servertest.Closed(t, tcp); got != "" {
			t.Errorf("%s: %q is said", name, got)
		}
	}
	r.Log.Until(t, `level=warn msg="connections turned away" limit=proxy-header source=127.0.0.1`)
	r.Empty(t)
}

func TestHeaderOfAnyoneElseEndsTheConnection(t *testing.T) {
	t.Parallel()
	for _, from := range [][]netip.Prefix{nil, {netip.MustParsePrefix("10.0.0.0/8"), netip.MustParsePrefix("::/0")}} {
		r := servertest.Serve(t, server.Config{ProxyProtocolFrom: from})
		for _, header := range []string{admission.V1("198.51.100.1"), admission.V2(t, "198.51.100.1"), admission.LocalV1, admission.LocalV2} {
			if _, err := behind(t, r, header); err == nil {
				t.Errorf("%q: it gets in", header)
			}
		}
		if strings.Contains(r.Log.String(), "198.51.100.1") || strings.Contains(r.Log.String(), "connection opened") {
			t.Error(r.Log.String())
		}
		r.Client(t) // without a header
	}
}

func TestLimitsCountTheRealSource(t *testing.T) {
	t.Parallel()
	r := servertest.Serve(t, server.Config{ProxyProtocolFrom: loopback, ConnectionRate: 1e-9, ConnectionBurst: 3, MaxConnectionsPerSource: 2})
	for i := range 6 { // the load balancer itself is not limited
		for _, header := range []string{admission.V1(fmt.Sprintf("198.51.100.%d", i)), admission.LocalV1, admission.LocalV2} {
			if _, err := behind(t, r, header); err != nil {
				t.Fatalf("%q: %v", header, err)
			}
		}
	}
	for _, want := range []string{"", "too many connections from your address", "try again in a few seconds"} {
		_, err := behind(t, r, admission.V1("198.51.100.1"))
		if want == "" && err != nil || want != "" && (err == nil || !strings.Contains(err.Error(), want)) {
			t.Errorf("%v, want %q", err, want)
		}
	}
	r.Log.Until(t, "source=198.51.100.1 ")
}

func TestSilentBalancersHoldUpNobodyAndAreFew(t *testing.T) {
	t.Parallel()
	r := servertest.Serve(t, server.Config{ProxyProtocolFrom: loopback, HandshakeTimeout: time.Minute})
	var all []net.Conn
	for range maxUnauthenticated {
		all = append(all, r.Silent(t))
	}
	if _, err := behind(t, r, admission.V1("198.51.100.1")); err != nil { // one too many
		t.Error(err)
	}
	servertest.Closed(t, all[0])
	r.Log.Until(t, "limit=proxy-header")
	staysOpen(t, all[1])
}

func TestHeaderIsAPartOfTheHandshake(t *testing.T) {
	t.Parallel()
	r := servertest.Serve(t, server.Config{ProxyProtocolFrom: loopback, HandshakeTimeout: 100 * time.Millisecond})
	for _, sent := range []string{"", "PROXY TCP4 198", admission.V2(t, "198.51.100.1")[:14], admission.V1("198.51.100.1")} {
		tcp := r.Silent(t)
		if _, err := io.WriteString(tcp, sent); err != nil {
			t.Fatal(err)
		}
		servertest.Closed(t, tcp)
	}
	r.Empty(t)
}
