package main

import (
	"crypto/sha256"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"net"
	"net/netip"
	"os"
	"path/filepath"
	"strings"

	"golang.org/x/crypto/ssh"
	"golang.org/x/crypto/ssh/knownhosts"

	"ssh-resume/internal/address"
	"ssh-resume/internal/server/hostkey"
)

type hostkeyCmd struct {
	HostKeys hostKeyFlags `embed:"" group:"Host key:"`

	Listen string `hidden:"" type:"address" default:":2222" variable:"SSH_RESUME_LISTEN"` // that of serve

	Host string `type:"public" placeholder:"HOST[:PORT]" variable:"SSH_RESUME_PUBLIC_ADDRESS" help:"What visitors type. Without it, localhost and the port of $$SSH_RESUME_LISTEN, or 2222."`
}

// Run shows, for each host key, its fingerprint, its line for known_hosts and its
// DNS record.
func (c *hostkeyCmd) Run(m *Main) error {
	cfg, err := c.HostKeys.config(m)
	if err != nil {
		return err
	}
	ofService := m.useServiceKey(&cfg)
	keys, err := hostkey.Public(cfg)
	if ofService && errors.Is(err, fs.ErrPermission) {
		return fmt.Errorf("%s belongs to the service; run this with sudo", cfg.Default)
	}
	if err != nil {
		return err
	}
	shown := address.Parse(c.Host)
	if c.Host == "" {
		shown.Host = "localhost"
		if _, shown.Port, err = net.SplitHostPort(c.Listen); err != nil {
			return err
		}
	}
	var out strings.Builder
	for i, key := range keys {
		if i > 0 {
			out.WriteString("\n")
		}
		fmt.Fprintf(&out, "Fingerprint, as ssh shows it:\n%s\n\n", ssh.FingerprintSHA256(key))
		fmt.Fprintf(&out, "Line for known_hosts:\n%s\n", knownhosts.Line([]string{shown.String()}, key))
		if _, err := netip.ParseAddr(shown.Host); err != nil {
			fmt.Fprintf(&out, "\nDNS record:\n%s\n", sshfp(shown.Host, key))
		}
	}
	_, err = io.WriteString(m.Stdout, out.String())
	return err
}

// useServiceKey has the key of the package's service read if no other is named and
// this user has none. It reports whether it did.
func (m *Main) useServiceKey(cfg *hostkey.Config) bool {
	key := filepath.Join(m.ServiceState, filepath.Base(cfg.Default))
	exists := func(file string) bool {
		_, err := os.Stat(file)
		return !errors.Is(err, fs.ErrNotExist)
	}
	if m.ServiceState == "" || len(cfg.Files) > 0 || cfg.PEM != "" || exists(cfg.Default) || !exists(key) {
		return false
	}
	cfg.Default = key
	return true
}

// sshfp returns the DNS record for clients with VerifyHostKeyDNS: the SHA-256
// (2, RFC 6594) of an Ed25519 key (4, RFC 7479).
func sshfp(host string, key ssh.PublicKey) string {
	return fmt.Sprintf("%s IN SSHFP 4 2 %x", host, sha256.Sum256(key.Marshal()))
}
