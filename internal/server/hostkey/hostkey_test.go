package hostkey

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
)

func TestDirectoryOfTheHostKeyKeepsItsMode(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "etc")
	if err := os.Mkdir(dir, 0o755); err != nil {
		t.Fatal(err)
	}
	if _, err := Load(Config{Default: filepath.Join(dir, "key")}, func(string) {}); err != nil {
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
			keys, err := Load(Config{Files: []string{path}}, func(string) {})
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
	text, key := PrivateKey(t)
	keys, err := Load(Config{PEM: text}, func(string) {})
	if err != nil || len(keys) != 1 || gossh.FingerprintSHA256(keys[0].PublicKey()) != gossh.FingerprintSHA256(key) {
		t.Errorf("%v, %v", keys, err)
	}
}

func TestHostKeyThatCannotServeIsRefusedWithWhatToDo(t *testing.T) {
	dir := t.TempDir()
	good, _ := PrivateKey(t)
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
	signer, err := gossh.NewSignerFromKey(edKey)
	if err != nil {
		t.Fatal(err)
	}
	public := string(gossh.MarshalAuthorizedKey(signer.PublicKey()))
	file := func(name, text string, mode os.FileMode) Config {
		return Config{Files: []string{Write(t, filepath.Join(dir, name), text, mode)}}
	}
	for _, test := range []struct {
		name   string
		config Config
		want   string
	}{
		{"others", file("others", good, 0o644), "chmod 600 " + filepath.Join(dir, "others")},
		{"group", file("group", good, 0o640), "chmod 600 "},
		{"a name with spaces", file("my key", good, 0o644), "chmod 600 '" + filepath.Join(dir, "my key") + "'"},
		{"torn", file("torn", good[:len(good)/2], 0o600), "not a private key"},
		{"empty", file("empty", "", 0o600), "not a private key"},
		{"rsa", file("rsa", string(pem.EncodeToMemory(block)), 0o600), "use ssh-ed25519"},
		{"locked", file("locked", string(pem.EncodeToMemory(locked)), 0o600), "ssh-keygen -p -N '' -f " + filepath.Join(dir, "locked")},
		{"public", file("host.pub", public, 0o644), "it is a public key; name the private key, which should be " + filepath.Join(dir, "host") + "\x00"},
		{"public of another name", file("public", public, 0o600), "it is a public key; name the private key\x00"},
		{"directory", Config{Files: []string{dir}}, "not a file"},
		{"one of two", Config{Files: []string{filepath.Join(dir, "no"), filepath.Join(dir, "group")}}, "no such file"},
		{"no way to make", Config{Default: filepath.Join(dir, "empty", "key")}, "empty"},
		{"text", Config{PEM: "nonsense"}, "SSH_RESUME_HOST_KEY: not a private key in OpenSSH's format; set it to the contents of a private key file\x00"},
		{"path as text", Config{PEM: filepath.Join(dir, "others")}, "SSH_RESUME_HOST_KEY: it is a path; put the key itself there, or the path into SSH_RESUME_HOST_KEY_FILE\x00"},
		{"public as text", Config{PEM: public}, "SSH_RESUME_HOST_KEY: it is a public key; set it to the contents of a private key file\x00"},
		{"locked text", Config{PEM: string(pem.EncodeToMemory(locked))}, "remove it from a copy in a file, with ssh-keygen -p -N ''\x00"},
	} {
		_, err := Load(test.config, func(string) {})
		if err == nil || !strings.Contains(err.Error()+"\x00", test.want) || strings.Contains(err.Error(), "\n") {
			t.Errorf("%s: %v", test.name, err)
		}
	}
}
