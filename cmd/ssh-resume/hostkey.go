package main

import (
	"crypto/sha256"
	"errors"
	"fmt"
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
	Listen   string       `hidden:"" type:"address" default:"${listen}" variable:"SSH_RESUME_LISTEN"` // serve's flag
	Host     string       `type:"public" placeholder:"HOST[:PORT]" variable:"SSH_RESUME_PUBLIC_ADDRESS" help:"What visitors type. Without it, localhost and the port of $$SSH_RESUME_LISTEN, or ${port}."`
}

// hostKeyFlags says where the host keys are. A key itself comes only from the environment: other users of the
// machine can see the command line.
type hostKeyFlags struct {
	HostKey []string `type:"file" sep:"none" variable:"SSH_RESUME_HOST_KEY_FILE" placeholder:"FILE" help:"Ed25519 private key; serve makes it if it does not exist. Repeatable; in the variable, separated by colons. Without it, the key itself from $SSH_RESUME_HOST_KEY, or host_ed25519 in $STATE_DIRECTORY, or in ssh-resume under $XDG_STATE_HOME or ~/.local/state."`
}

// config returns where the host keys are.
func (k *hostKeyFlags) config(m *Main) (hostkey.Config, error) {
	keys := hostkey.Config{Files: k.HostKey, PEM: m.getenv("SSH_RESUME_HOST_KEY"), Default: m.stateFile("host_ed25519")}
	if len(keys.Files) == 0 && keys.PEM == "" && keys.Default == "" {
		return keys, errors.New("no place to keep the host key; name a file with --host-key, or set HOME")
	}
	return keys, nil
}

// Run shows, for each host key, its fingerprint, its line for known_hosts and its DNS record.
func (c *hostkeyCmd) Run(m *Main) error {
	cfg, err := c.HostKeys.config(m)
	if err != nil {
		return err
	}
	// If this user has no key, show the key of the package's service.
	service := filepath.Join(m.ServiceState, filepath.Base(cfg.Default))
	ofService := m.ServiceState != "" && len(cfg.Files) == 0 && cfg.PEM == "" && !exists(cfg.Default) && exists(service)
	if ofService {
		cfg.Default = service
	}
	keys, err := hostkey.Load(cfg, nil)
	if ofService && errors.Is(err, fs.ErrPermission) {
		return fmt.Errorf("%s belongs to the service; run this with sudo", service)
	}
	if err != nil {
		return err
	}
	shown := address.Parse(c.Host)
	if c.Host == "" {
		shown.Host = "localhost"
		_, shown.Port, _ = net.SplitHostPort(c.Listen) // the parser accepts nothing else
	}
	var out strings.Builder
	for i, private := range keys {
		key := private.PublicKey()
		if i > 0 {
			out.WriteString("\n")
		}
		fmt.Fprintf(&out, "Fingerprint, as ssh shows it:\n%s\n\nLine for known_hosts:\n%s\n",
			ssh.FingerprintSHA256(key), knownhosts.Line([]string{shown.String()}, key))
		if _, err := netip.ParseAddr(shown.Host); err != nil {
			// For clients with VerifyHostKeyDNS: the SHA-256 (2, RFC 6594) of an Ed25519 key (4, RFC 7479).
			fmt.Fprintf(&out, "\nDNS record:\n%s IN SSHFP 4 2 %x\n", shown.Host, sha256.Sum256(key.Marshal()))
		}
	}
	return m.print(out.String(), nil)
}

func exists(file string) bool {
	_, err := os.Stat(file)
	return !errors.Is(err, fs.ErrNotExist)
}
