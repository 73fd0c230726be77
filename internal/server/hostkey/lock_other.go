//go:build !(darwin || dragonfly || freebsd || linux || netbsd || openbsd)

package hostkey

import (
	"errors"
	"os"
)

// lock fails: these systems have hard links on the file systems that are likely to
// hold a key.
func lock(*os.File) error {
	return errors.New("the file system has no hard links; make the key with: ssh-keygen -t ed25519 -N '' -f FILE")
}
