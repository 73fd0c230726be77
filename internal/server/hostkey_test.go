package server

import (
	"crypto/ed25519"
	"crypto/rand"
	"crypto/rsa"
	"encoding/pem"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"

	gossh "golang.org/x/crypto/ssh"

	"ssh-resume/internal/visitor"
)

func TestHostKeyIsMadeOnceAndKept(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "new", "state", "host_ed25519")
	var seen []string
	for range 2 {
		r := serve(t, Config{DefaultHostKeyFile: path})
		v := r.visit(t, visitor.Options{})
		fingerprint := gossh.FingerprintSHA256(v.HostKey())
		if !strings.Contains(r.log.String(), "fingerprint="+fingerprint) {
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

func TestDirectoryOfTheHostKeyKeepsItsMode(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "etc")
	if err := os.Mkdir(dir, 0o755); err != nil {
		t.Fatal(err)
	}
	if _, err := hostKeys(Config{DefaultHostKeyFile: filepath.Join(dir, "key")}, func(string) {}); err != nil {
		t.Fatal(err)
	}
	if info, err := os.Stat(dir); err != nil || info.Mode().Perm() != 0o755 {
		t.Errorf("mode %v, %v", info.Mode(), err)
	}
}

func TestServersThatStartAtOnceShareOneKey(t *testing.T) {
	path := filepath.Join(t.TempDir(), "host_ed25519")
	var mu sync.Mutex
	var seen []string
	var work sync.WaitGroup
	for range 16 {
		work.Go(func() {
			keys, err := hostKeys(Config{HostKeyFiles: []string{path}}, func(string) {})
			if err != nil {
				t.Error(err)
				return
			}
			mu.Lock()
			defer mu.Unlock()
			seen = append(seen, gossh.FingerprintSHA256(keys[0].PublicKey()))
		})
	}
	work.Wait()
	if seen = slices.Compact(seen); len(seen) != 1 {
		t.Errorf("keys %q", seen)
	}
}

func TestHostKeyOfTheEnvironment(t *testing.T) {
	text, key := privateKey(t)
	keys, err := hostKeys(Config{HostKeyPEM: text}, func(string) {})
	if err != nil || len(keys) != 1 || gossh.FingerprintSHA256(keys[0].PublicKey()) != gossh.FingerprintSHA256(key) {
		t.Errorf("%v, %v", keys, err)
	}
}

func TestFirstOfSeveralHostKeysIsShown(t *testing.T) {
	dir := t.TempDir()
	var files []string
	var first gossh.PublicKey
	for _, name := range []string{"one", "two"} {
		text, key := privateKey(t)
		if first == nil {
			first = key
		}
		files = append(files, write(t, filepath.Join(dir, name), text, 0o600))
	}
	r := serve(t, Config{HostKeyFiles: files})
	v := r.visit(t, visitor.Options{})
	if gossh.FingerprintSHA256(v.HostKey()) != gossh.FingerprintSHA256(first) {
		t.Error("another key is shown")
	}
}

func TestHostKeyThatCannotServeIsRefusedWithWhatToDo(t *testing.T) {
	dir := t.TempDir()
	good, _ := privateKey(t)
	rsaKey, err := rsa.GenerateKey(rand.Reader, 2048)
	if err != nil {
		t.Fatal(err)
	}
	block, err := gossh.MarshalPrivateKey(rsaKey, "")
	if err != nil {
		t.Fatal(err)
	}
	_, edKey, err := ed25519.GenerateKey(rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	locked, err := gossh.MarshalPrivateKeyWithPassphrase(edKey, "", []byte("secret"))
	if err != nil {
		t.Fatal(err)
	}
	file := func(name, text string, mode os.FileMode) Config {
		return Config{HostKeyFiles: []string{write(t, filepath.Join(dir, name), text, mode)}}
	}
	for _, test := range []struct {
		name   string
		config Config
		want   string
	}{
		{"others", file("others", good, 0o644), "chmod 600 " + filepath.Join(dir, "others")},
		{"group", file("group", good, 0o640), "chmod 600 "},
		{"torn", file("torn", good[:len(good)/2], 0o600), "no private key"},
		{"empty", file("empty", "", 0o600), "no private key"},
		{"rsa", file("rsa", string(pem.EncodeToMemory(block)), 0o600), "only ssh-ed25519"},
		{"locked", file("locked", string(pem.EncodeToMemory(locked)), 0o600), "ssh-keygen -p"},
		{"directory", Config{HostKeyFiles: []string{dir}}, "not a file"},
		{"one of two", Config{HostKeyFiles: []string{filepath.Join(dir, "no"), filepath.Join(dir, "group")}}, "no such file"},
		{"no way to make", Config{DefaultHostKeyFile: filepath.Join(dir, "empty", "key")}, "empty"},
		{"text", Config{HostKeyPEM: "nonsense"}, "SSH_RESUME_HOST_KEY"},
	} {
		_, err := hostKeys(test.config, func(string) {})
		if err == nil || !strings.Contains(err.Error(), test.want) || strings.Contains(err.Error(), "\n") {
			t.Errorf("%s: %v", test.name, err)
		}
	}
}

func privateKey(t *testing.T) (text string, public gossh.PublicKey) {
	t.Helper()
	_, key, err := ed25519.GenerateKey(rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	block, err := gossh.MarshalPrivateKey(key, "")
	if err != nil {
		t.Fatal(err)
	}
	signer, err := gossh.NewSignerFromKey(key)
	if err != nil {
		t.Fatal(err)
	}
	return string(pem.EncodeToMemory(block)), signer.PublicKey()
}

func write(t *testing.T, path, text string, mode os.FileMode) string {
	t.Helper()
	if err := os.WriteFile(path, []byte(text), mode); err != nil {
		t.Fatal(err)
	}
	return path
}
