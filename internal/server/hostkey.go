package server

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"

	"golang.org/x/crypto/ssh"
)

// hostKeys reads the keys that the configuration names, or reads the default
// one. A key that the server alone is to have is made if there is none yet.
// It calls made with the file. Errors are one line that says what to do.
func hostKeys(c Config, made func(path string)) ([]ssh.Signer, error) {
	files, alone := c.HostKeyFiles, len(c.HostKeyFiles) == 1 && c.HostKeyPEM == ""
	if len(files) == 0 && c.HostKeyPEM == "" {
		files, alone = []string{c.DefaultHostKeyFile}, true
	}
	var keys []ssh.Signer
	for _, path := range files {
		key, err := readHostKey(path)
		if alone && errors.Is(err, fs.ErrNotExist) {
			if err := makeHostKey(path); err != nil {
				return nil, fmt.Errorf("make host key %s: %w", path, err)
			}
			made(path)
			key, err = readHostKey(path)
		}
		if errors.Is(err, fs.ErrNotExist) {
			return nil, fmt.Errorf("host key %s: there is no such file; make it with: ssh-keygen -t ed25519 -N '' -f %[1]s", path)
		}
		if err != nil {
			return nil, err
		}
		keys = append(keys, key)
	}
	if c.HostKeyPEM != "" {
		key, err := parseHostKey([]byte(c.HostKeyPEM))
		if err != nil {
			return nil, fmt.Errorf("host key in SSH_RESUME_HOST_KEY: %w", err)
		}
		keys = append(keys, key)
	}
	return keys, nil
}

func readHostKey(path string) (ssh.Signer, error) {
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
	if info.Mode().Perm()&0o077 != 0 {
		return nil, fmt.Errorf("host key %s: others than its owner can read it; mend that with: chmod 600 %[1]s", path)
	}
	const longest = 64 << 10 // an Ed25519 key takes 400 bytes
	text, err := io.ReadAll(io.LimitReader(f, longest))
	if err != nil {
		return nil, fmt.Errorf("read host key: %w", err)
	}
	key, err := parseHostKey(text)
	if err != nil {
		return nil, fmt.Errorf("host key %s: %w", path, err)
	}
	return key, nil
}

func parseHostKey(text []byte) (ssh.Signer, error) {
	key, err := ssh.ParsePrivateKey(text)
	if missing := (*ssh.PassphraseMissingError)(nil); errors.As(err, &missing) {
		return nil, errors.New("it is locked with a passphrase; take that off with: ssh-keygen -p -N '' -f FILE")
	}
	if err != nil {
		return nil, errors.New("this is no private key that OpenSSH could read; restore it from a backup, or move it away to have a new one made")
	}
	if t := key.PublicKey().Type(); t != ssh.KeyAlgoED25519 {
		return nil, fmt.Errorf("it is of type %s; only %s is served", t, ssh.KeyAlgoED25519)
	}
	return key, nil
}
