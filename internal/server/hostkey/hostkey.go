// Package hostkey makes, reads and checks the server's host keys, and proves to
// clients that the server has them. It touches key files and nothing else.
package hostkey

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"golang.org/x/crypto/ssh"

	"ssh-resume/internal/address"
)

// Config says where the host keys are. If it names neither files nor a PEM, the
// key is in the default file.
type Config struct {
	Files   []string // private keys; a single file is made if it does not exist
	PEM     string   // a private key itself, as text
	Default string   // made if it does not exist
}

// files returns the files to read, and whether the first of them is the only key.
func (c Config) files() (files []string, only bool) {
	if len(c.Files) == 0 && c.PEM == "" {
		return []string{c.Default}, true
	}
	return c.Files, len(c.Files) == 1 && c.PEM == ""
}

// Load returns the private keys in the order of the configuration. If there is to
// be only one key and its file does not exist, Load makes it and calls made with
// its path. Errors are one line that says what to do.
func Load(c Config, made func(path string)) ([]ssh.Signer, error) {
	files, only := c.files()
	var keys []ssh.Signer
	for _, path := range files {
		key, err := read(path)
		if only && errors.Is(err, fs.ErrNotExist) {
			if err := create(path); err != nil {
				return nil, fmt.Errorf("make host key %s: %w", path, err)
			}
			made(path)
			key, err = read(path)
		}
		if errors.Is(err, fs.ErrNotExist) {
			return nil, fmt.Errorf("host key %s: no such file; make it with: ssh-keygen -t ed25519 -N '' -f %s", path, address.Quote(path))
		}
		if err != nil {
			return nil, err
		}
		keys = append(keys, key)
	}
	if c.PEM != "" {
		key, err := parse([]byte(c.PEM))
		if err != nil {
			return nil, fmt.Errorf("host key in SSH_RESUME_HOST_KEY: %w", explainText(c.PEM, err))
		}
		keys = append(keys, key)
	}
	return keys, nil
}

// Public returns the public keys that Load would return. It makes none: a key that
// does not exist yet is an error.
func Public(c Config) ([]ssh.PublicKey, error) {
	files, _ := c.files()
	for _, path := range files {
		if _, err := os.Stat(path); errors.Is(err, fs.ErrNotExist) {
			return nil, fmt.Errorf("host key %s: no such file; the server makes it when it first starts", path)
		}
	}
	keys, err := Load(c, func(string) {})
	if err != nil {
		return nil, err
	}
	public := make([]ssh.PublicKey, len(keys))
	for i, key := range keys {
		public[i] = key.PublicKey()
	}
	return public, nil
}

func read(path string) (ssh.Signer, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, fmt.Errorf("read host key: %w; name another with --host-key", err)
	}
	defer func() { _ = f.Close() }() // it is only read
	info, err := f.Stat()
	if err != nil {
		return nil, fmt.Errorf("read host key: %w", err)
	}
	if !info.Mode().IsRegular() {
		return nil, fmt.Errorf("host key %s is not a file; name another with --host-key", path)
	}
	const longest = 64 << 10 // an Ed25519 key takes 400 bytes
	text, err := io.ReadAll(io.LimitReader(f, longest))
	if err != nil {
		return nil, fmt.Errorf("read host key: %w", err)
	}
	key, err := parse(text)
	if !errors.Is(err, errPublic) && info.Mode().Perm()&0o077 != 0 {
		return nil, fmt.Errorf("host key %s: file is readable by others; fix with: chmod 600 %s", path, address.Quote(path))
	}
	if err != nil {
		return nil, fmt.Errorf("host key %s: %w", path, explainFile(path, err))
	}
	return key, nil
}

// What may be wrong with a key.
var (
	errPublic     = errors.New("it is a public key")
	errPassphrase = errors.New("the key has a passphrase")
	errNoKey      = errors.New("not a private key in OpenSSH's format")
)

func parse(text []byte) (ssh.Signer, error) {
	key, err := ssh.ParsePrivateKey(text)
	if missing := (*ssh.PassphraseMissingError)(nil); errors.As(err, &missing) {
		return nil, errPassphrase
	}
	if err != nil {
		if _, _, _, _, err := ssh.ParseAuthorizedKey(text); err == nil {
			return nil, errPublic
		}
		return nil, errNoKey
	}
	if t := key.PublicKey().Type(); t != ssh.KeyAlgoED25519 {
		return nil, fmt.Errorf("keys of type %s are not supported; use %s", t, ssh.KeyAlgoED25519)
	}
	return key, nil
}

// explainFile adds what to do about the key in a file.
func explainFile(path string, err error) error {
	private, isPub := strings.CutSuffix(path, ".pub")
	switch {
	case errors.Is(err, errPublic) && isPub:
		return fmt.Errorf("%w; name the private key, which should be %s", err, private)
	case errors.Is(err, errPublic):
		return fmt.Errorf("%w; name the private key", err)
	case errors.Is(err, errPassphrase):
		return fmt.Errorf("%w; remove it with: ssh-keygen -p -N '' -f %s", err, address.Quote(path))
	case errors.Is(err, errNoKey):
		return fmt.Errorf("%w; restore it from a backup, or move it away to have a new one made", err)
	}
	return err
}

// explainText adds what to do about the key in the environment.
func explainText(text string, err error) error {
	switch {
	case errors.Is(err, errNoKey) && filepath.IsAbs(text):
		return errors.New("it is a path; put the key itself there, or the path into SSH_RESUME_HOST_KEY_FILE")
	case errors.Is(err, errPublic), errors.Is(err, errNoKey):
		return fmt.Errorf("%w; set it to the contents of a private key file", err)
	case errors.Is(err, errPassphrase):
		return fmt.Errorf("%w; remove it from a copy in a file, with ssh-keygen -p -N ''", err)
	}
	return err
}
