//go:build !(darwin || dragonfly || freebsd || linux || netbsd || openbsd)

package server

import (
	"errors"
	"os"
)

// lock is where the system has links on all that is likely to hold a key.
func lock(*os.File) error {
	return errors.New("the file system has no hard links; make the key with: ssh-keygen -t ed25519 -N '' -f FILE")
}
