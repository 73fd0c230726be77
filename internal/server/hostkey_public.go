package server

import (
	"errors"
	"fmt"
	"io/fs"
	"os"

	"golang.org/x/crypto/ssh"
)

// HostKeys gives the public keys that a server of this configuration has, in
// its order. It makes none: a key that does not exist yet is an error.
func HostKeys(c Config) ([]ssh.PublicKey, error) {
	files := c.HostKeyFiles
	if len(files) == 0 && c.HostKeyPEM == "" {
		files = []string{c.DefaultHostKeyFile}
	}
	for _, path := range files {
		if _, err := os.Stat(path); errors.Is(err, fs.ErrNotExist) {
			return nil, fmt.Errorf("host key %s: there is no such file; the server makes it when it starts first", path)
		}
	}
	keys, err := hostKeys(c, func(string) {})
	if err != nil {
		return nil, err
	}
	public := make([]ssh.PublicKey, len(keys))
	for i, key := range keys {
		public[i] = key.PublicKey()
	}
	return public, nil
}
