package sshd_test

import (
	"bufio"
	"encoding/binary"
	"io"
	"strings"
	"testing"

	gossh "golang.org/x/crypto/ssh"

	"ssh-resume/internal/server"
	"ssh-resume/internal/server/servertest"
	"ssh-resume/internal/visitor"
)

func TestAnybodyIsLetInAtTheFirstAttempt(t *testing.T) {
	t.Parallel()
	r := servertest.Serve(t, server.Config{})
	for _, user := range []string{"", "root", "Zoë", strings.Repeat("x", 1000)} {
		asked := false
		client, err := gossh.Dial("tcp", r.Addr, &gossh.ClientConfig{
			User: user, HostKeyCallback: gossh.InsecureIgnoreHostKey(), //nolint:gosec // no matter whose it is
			Auth: []gossh.AuthMethod{gossh.PasswordCallback(func() (string, error) {
				asked = true
				return "", nil
			})},
		})
		if err != nil {
			t.Errorf("%.20q: %v", user, err)
			continue
		}
		_ = client.Close()
		if asked {
			t.Errorf("%.20q: a password was asked for", user)
		}
	}
}

func TestAlgorithmsAreModernOnly(t *testing.T) {
	t.Parallel()
	r := servertest.Serve(t, server.Config{})
	c := r.Silent(t)
	if _, err := io.WriteString(c, "SSH-2.0-test\r\n"); err != nil {
		t.Fatal(err)
	}
	in := bufio.NewReader(c)
	if line, err := in.ReadString('\n'); err != nil || line != "SSH-2.0-ssh-resume\r\n" {
		t.Errorf("version %q, %v", line, err)
	}
	var head struct {
		Length  uint32
		Padding uint8
	}
	if err := binary.Read(in, binary.BigEndian, &head); err != nil {
		t.Fatal(err)
	}
	payload := make([]byte, head.Length-1-uint32(head.Padding))
	if _, err := io.ReadFull(in, payload); err != nil {
		t.Fatal(err)
	}
	var init struct {
		Cookie                 [16]byte `sshtype:"20"`
		Kex, HostKeys          []string
		CiphersIn, CiphersOut  []string
		MACsIn, MACsOut        []string
		PackIn, PackOut        []string
		LanguageIn, LanguageOu []string
		Follows                bool
		Reserved               uint32
	}
	if err := gossh.Unmarshal(payload, &init); err != nil {
		t.Fatal(err)
	}
	const (
		ciphers = "chacha20-poly1305@openssh.com,aes256-gcm@openssh.com,aes128-gcm@openssh.com,aes256-ctr,aes192-ctr,aes128-ctr"
		macs    = "hmac-sha2-256-etm@openssh.com,hmac-sha2-512-etm@openssh.com"
	)
	for _, test := range []struct {
		name string
		got  []string
		want string
	}{
		{"kex", init.Kex, "mlkem768x25519-sha256,curve25519-sha256,curve25519-sha256@libssh.org,kex-strict-s-v00@openssh.com"},
		{"host key", init.HostKeys, "ssh-ed25519"},
		{"ciphers in", init.CiphersIn, ciphers},
		{"ciphers out", init.CiphersOut, ciphers},
		{"macs in", init.MACsIn, macs},
		{"macs out", init.MACsOut, macs},
		{"compression", init.PackIn, "none"},
	} {
		if got := strings.Join(test.got, ","); got != test.want {
			t.Errorf("%s: %s", test.name, got)
		}
	}
}

func TestClientThatSharesNoAlgorithmIsLogged(t *testing.T) {
	t.Parallel()
	r := servertest.Serve(t, server.Config{})
	_, err := gossh.Dial("tcp", r.Addr, &gossh.ClientConfig{
		HostKeyCallback: gossh.InsecureIgnoreHostKey(), //nolint:gosec // no matter whose it is
		Config:          gossh.Config{Ciphers: []string{gossh.InsecureCipherAES128CBC}},
	})
	if err == nil {
		t.Error("it gets in")
	}
	r.Log.Until(t, `level=info msg="handshake failed"`)
	r.Log.Until(t, "no common algorithm")
}

func TestNothingThatAVisitorShowsIsLogged(t *testing.T) {
	t.Parallel()
	r := servertest.Serve(t, server.Config{})
	v := r.Visit(t, visitor.Options{User: "a-name-to-hide", Auth: []gossh.AuthMethod{gossh.Password("a-password-to-hide")}})
	servertest.Press(t, v, "q")
	if _, err := v.Wait(t.Context()); err != nil {
		t.Fatal(err)
	}
	_ = v.Close()
	r.Empty(t)
	if strings.Contains(r.Log.String(), "to-hide") {
		t.Error(r.Log.String())
	}
}
