package hostkey_test

import (
	"bytes"
	"context"
	"encoding/base64"
	"errors"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"ssh-resume/internal/server"
	"ssh-resume/internal/server/hostkey"
	"ssh-resume/internal/server/servertest"
	"ssh-resume/internal/visitor"

	gossh "golang.org/x/crypto/ssh"
)

// openSSH returns the path of the real client, which must be installed in CI.
func openSSH(t *testing.T) string {
	t.Helper()
	path, err := exec.LookPath("ssh")
	if err != nil {
		if os.Getenv("CI") == "true" {
			t.Fatal(err)
		}
		t.Skip(err)
	}
	return path
}

// openSSHVisit has OpenSSH read the résumé as plain text. The known hosts come from a file, under a name that
// is the same on every port.
func openSSHVisit(t *testing.T, r *servertest.Running, knownHosts string) {
	t.Helper()
	_, port, _ := strings.Cut(r.Addr, ":")
	ctx, cancel := context.WithTimeout(t.Context(), visitor.Patience)
	defer cancel()
	ssh := exec.CommandContext(ctx, openSSH(t), "-F", "none", "-T", "-p", port,
		"-o", "HostKeyAlias=resume", "-o", "UserKnownHostsFile="+knownHosts, "-o", "GlobalKnownHostsFile=none",
		"-o", "StrictHostKeyChecking=yes", "-o", "UpdateHostKeys=yes", "127.0.0.1", "text")
	var stdout, stderr bytes.Buffer
	ssh.Stdout, ssh.Stderr = &stdout, &stderr
	if err := ssh.Run(); err != nil || !strings.Contains(stdout.String(), "Senior Backend Architect") {
		t.Fatalf("%v\n%s\n%s", err, &stdout, &stderr)
	}
	if strings.Contains(strings.ToLower(stderr.String()), "warning") {
		t.Errorf("ssh warns:\n%s", &stderr)
	}
}

// known returns the keys in a known_hosts file, as written there.
func known(t *testing.T, file string) string {
	t.Helper()
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	var keys []string
	for line := range strings.Lines(string(text)) {
		if fields := strings.Fields(line); len(fields) >= 3 {
			keys = append(keys, fields[2])
		}
	}
	return strings.Join(keys, " ")
}

func TestOpenSSHLearnsTheNextHostKeyAndDropsTheOld(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	var files, keys []string
	for _, name := range []string{"first", "second"} {
		text, key := hostkey.PrivateKey(t)
		files = append(files, hostkey.Write(t, filepath.Join(dir, name), text, 0o600))
		keys = append(keys, base64.StdEncoding.EncodeToString(key.Marshal()))
	}
	hosts := hostkey.Write(t, filepath.Join(dir, "known_hosts"), "resume ssh-ed25519 "+keys[0]+"\n", 0o600)
	for _, step := range []struct {
		files []string // of the server
		known string   // after the session
	}{
		{files[:1], keys[0]},
		{files, keys[0] + " " + keys[1]},
		{files[1:], keys[1]},
		{files[1:], keys[1]},
	} {
		r := servertest.Serve(t, server.Config{HostKeys: hostkey.Config{Files: step.files}})
		// The client does not wait for the proofs: it may leave before it has them.
		visitor.Eventually(t, func() error {
			openSSHVisit(t, r, hosts)
			if got := known(t, hosts); got != step.known {
				return errors.New("known are " + got + ", want " + step.known)
			}
			return nil
		})
		if err := r.Stop(); err != nil {
			t.Fatal(err)
		}
	}
}

// twoKeys starts a server with two host keys, and returns their public parts.
func twoKeys(t *testing.T) (*servertest.Running, []gossh.PublicKey) {
	t.Helper()
	first, a := hostkey.PrivateKey(t)
	second, b := hostkey.PrivateKey(t)
	file := hostkey.Write(t, filepath.Join(t.TempDir(), "key"), first, 0o600)
	return servertest.Serve(t, server.Config{HostKeys: hostkey.Config{Files: []string{file}, PEM: second}}), []gossh.PublicKey{a, b}
}

func TestEveryHostKeyIsProved(t *testing.T) {
	r, keys := twoKeys(t)
	client := r.Client(t)
	ok, proofs, err := client.SendRequest(hostkey.ProveRequest, true, blobs(keys[1], keys[0]))
	if !ok || err != nil {
		t.Fatalf("%v, %v", ok, err)
	}
	for _, key := range []gossh.PublicKey{keys[1], keys[0]} {
		var one struct {
			Proof []byte
			Rest  []byte `ssh:"rest"`
		}
		var signature gossh.Signature
		if err := gossh.Unmarshal(proofs, &one); err != nil {
			t.Fatal(err)
		}
		if err := gossh.Unmarshal(one.Proof, &signature); err != nil {
			t.Fatal(err)
		}
		signed := gossh.Marshal(struct {
			Purpose      string
			Session, Key []byte
		}{"hostkeys-prove-00@openssh.com", client.SessionID(), key.Marshal()})
		if err := key.Verify(signed, &signature); err != nil {
			t.Error(err)
		}
		proofs = one.Rest
	}
	if len(proofs) > 0 {
		t.Errorf("%d bytes are left", len(proofs))
	}
}

func TestNothingButTheHostKeysIsProved(t *testing.T) {
	r, keys := twoKeys(t)
	_, other := hostkey.PrivateKey(t)
	client := r.Client(t)
	for name, payload := range map[string][]byte{
		"none":         nil,
		"another key":  blobs(other),
		"one of two":   blobs(keys[0], other),
		"too many":     blobs(keys[0], keys[1], keys[0]),
		"torn":         blobs(keys[0])[:20],
		"torn, behind": append(blobs(keys[0]), 0, 0, 0, 9),
		"long":         bytes.Repeat(blobs(keys[0]), 200),
	} {
		if ok, proofs, err := client.SendRequest(hostkey.ProveRequest, true, payload); ok || len(proofs) > 0 || err != nil {
			t.Errorf("%s: %v, %d bytes, %v", name, ok, len(proofs), err)
		}
	}
}

func blobs(keys ...gossh.PublicKey) (all []byte) {
	for _, key := range keys {
		all = append(all, gossh.Marshal(struct{ Key []byte }{key.Marshal()})...)
	}
	return all
}

func TestHostKeysAreNamedToOpenSSHAlone(t *testing.T) {
	t.Parallel()
	r, keys := twoKeys(t)
	for version, want := range map[string][]byte{"SSH-2.0-OpenSSH_9.9": blobs(keys...), "SSH-2.0-Other": nil} {
		tcp := r.Silent(t)
		sshConn, channels, requests, err := gossh.NewClientConn(tcp, r.Addr, &gossh.ClientConfig{
			ClientVersion: version, HostKeyCallback: gossh.InsecureIgnoreHostKey(), //nolint:gosec // no matter whose it is
		})
		if err != nil {
			t.Fatal(err)
		}
		got := make(chan []byte, 4)
		go func() {
			defer close(got)
			for request := range requests {
				if request.Type == hostkey.AnnounceRequest && !request.WantReply {
					got <- request.Payload
				}
			}
		}()
		none := make(chan *gossh.Request)
		close(none)
		client := gossh.NewClient(sshConn, channels, none)
		for range 2 {
			sess, err := client.NewSession()
			if err != nil {
				t.Fatal(err)
			}
			_ = sess.Close()
		}
		_ = client.Close()
		var named [][]byte
		for payload := range got {
			named = append(named, payload)
		}
		switch {
		case want == nil && len(named) > 0:
			t.Errorf("%s: %d lists of keys", version, len(named))
		case want != nil && (len(named) != 1 || !bytes.Equal(named[0], want)):
			t.Errorf("%s: %d lists of keys: %x", version, len(named), named)
		}
	}
}

// shownFingerprint returns the fingerprint that a client shows.
func shownFingerprint(t *testing.T, r *servertest.Running) (fingerprint string) {
	t.Helper()
	config := servertest.ClientConfig("")
	config.HostKeyCallback = func(_ string, _ net.Addr, key gossh.PublicKey) error {
		fingerprint = gossh.FingerprintSHA256(key)
		return nil
	}
	client, err := gossh.Dial("tcp", r.Addr, config)
	if err != nil {
		t.Fatal(err)
	}
	_ = client.Close()
	return fingerprint
}

func TestHostKeyIsMadeOnceAndKept(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	path := filepath.Join(dir, "new", "state", "host_ed25519")
	var seen []string
	for range 2 {
		r := servertest.Serve(t, server.Config{HostKeys: hostkey.Config{Default: path}})
		fingerprint := shownFingerprint(t, r)
		if !strings.Contains(r.Log.String(), "fingerprint="+fingerprint) {
			t.Errorf("%s is not in the log", fingerprint)
		}
		seen = append(seen, fingerprint)
	}
	if seen[0] != seen[1] {
		t.Errorf("keys %q", seen)
	}
	for path, mode := range map[string]os.FileMode{path: 0o600, filepath.Dir(path): 0o700 | os.ModeDir} {
		if info, err := os.Stat(path); err != nil || info.Mode() != mode {
			t.Errorf("%s: mode %v, %v", path, info.Mode(), err)
		}
	}
	if left, err := os.ReadDir(filepath.Dir(path)); err != nil || len(left) != 1 {
		t.Errorf("%v, %v", left, err)
	}
}

func TestFirstOfSeveralHostKeysIsShown(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	var files []string
	var first gossh.PublicKey
	for _, name := range []string{"one", "two"} {
		text, key := hostkey.PrivateKey(t)
		if first == nil {
			first = key
		}
		files = append(files, hostkey.Write(t, filepath.Join(dir, name), text, 0o600))
	}
	r := servertest.Serve(t, server.Config{HostKeys: hostkey.Config{Files: files}})
	if shownFingerprint(t, r) != gossh.FingerprintSHA256(first) {
		t.Error("another key is shown")
	}
}

func TestMain(m *testing.M) { servertest.Main(m) }
