// Package hostkey creates, loads and checks the server's host keys, and proves to clients that the server has
// them. It touches key files and nothing else.
package hostkey

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"golang.org/x/crypto/ssh"

	"ssh-resume/internal/address"
)

// Config says where the host keys are. Without files and a PEM, the key is in the default file.
type Config struct {
	Files   []string // private keys; a single file is made if it does not exist
	PEM     string   // a private key itself, as text
	Default string   // made if it does not exist
}

// Load returns the private keys in the order of the configuration. If there is to be only one key and its file
// does not exist, Load makes it and calls made with its path; if made is nil, a missing file is an error.
// Errors are one line that says what to do.
func Load(c Config, made func(path string)) ([]ssh.Signer, error) {
	if len(c.Files) == 0 && c.PEM == "" {
		c.Files = []string{c.Default}
	}
	isOnly := len(c.Files) == 1 && c.PEM == ""
	var keys []ssh.Signer
	for _, path := range c.Files {
		key, err := read(path)
		switch missing := errors.Is(err, fs.ErrNotExist); {
		case missing && made == nil:
			return nil, fmt.Errorf("host key %s: no such file; the server makes it when it first starts", path)
		case missing && !isOnly:
			return nil, fmt.Errorf("host key %s: no such file; make it with: ssh-keygen -t ed25519 -N '' -f %s", path, address.Quote(path))
		case missing:
			if err := create(path); err != nil {
				return nil, fmt.Errorf("make host key %s: %w", path, err)
			}
			made(path)
			key, err = read(path)
		}
		if err != nil {
			return nil, err
		}
		keys = append(keys, key)
	}
	if c.PEM != "" {
		key, err := parse([]byte(c.PEM), "")
		if err != nil {
			return nil, fmt.Errorf("host key in SSH_RESUME_HOST_KEY: %w", err)
		}
		keys = append(keys, key)
	}
	return keys, nil
}

func read(path string) (ssh.Signer, error) {
	info, err := os.Stat(path)
	if err == nil && !info.Mode().IsRegular() {
		return nil, fmt.Errorf("host key %s is not a file; name another with --host-key", path)
	}
	var text []byte
	if err == nil { // else another server may create the file meanwhile
		text, err = os.ReadFile(path)
	}
	if err != nil {
		return nil, fmt.Errorf("read host key: %w; name another with --host-key", err)
	}
	if info.Mode().Perm()&0o077 != 0 && !isPublic(text) {
		return nil, fmt.Errorf("host key %s: file is readable by others; fix with: chmod 600 %s", path, address.Quote(path))
	}
	key, err := parse(text, path)
	if err != nil {
		return nil, fmt.Errorf("host key %s: %w", path, err)
	}
	return key, nil
}

// parse reads a key in a file, or in the environment if there is no path. An error says what to do.
func parse(text []byte, path string) (ssh.Signer, error) {
	key, err := ssh.ParsePrivateKey(text)
	passphrase := (*ssh.PassphraseMissingError)(nil)
	switch {
	case err == nil && key.PublicKey().Type() != ssh.KeyAlgoED25519:
		return nil, fmt.Errorf("keys of type %s are not supported; use %s", key.PublicKey().Type(), ssh.KeyAlgoED25519)
	case err == nil:
		return key, nil
	case errors.As(err, &passphrase) && path == "":
		return nil, errors.New("the key has a passphrase; remove it from a copy in a file, with ssh-keygen -p -N ''")
	case errors.As(err, &passphrase):
		return nil, errors.New("the key has a passphrase; remove it with: ssh-keygen -p -N '' -f " + address.Quote(path))
	case path == "" && filepath.IsAbs(string(text)):
		return nil, errors.New("it is a path; put the key itself there, or the path into SSH_RESUME_HOST_KEY_FILE")
	}
	what, remedy := "not a private key in OpenSSH's format", "restore it from a backup, or move it away to have a new one made"
	if isPublic(text) {
		what, remedy = "it is a public key", "name the private key"
		if private, ok := strings.CutSuffix(path, ".pub"); ok {
			remedy += ", which should be " + private
		}
	}
	if path == "" {
		remedy = "set it to the contents of a private key file"
	}
	return nil, fmt.Errorf("%s; %s", what, remedy)
}

func isPublic(text []byte) bool {
	_, _, _, _, err := ssh.ParseAuthorizedKey(text)
	return err == nil
}
