//go:build darwin || dragonfly || freebsd || linux || netbsd || openbsd

package hostkey

import (
	"fmt"
	"os"
	"syscall"
)

// lock waits for an exclusive lock on the file, which closing the file releases.
func lock(f *os.File) error {
	if err := syscall.Flock(int(f.Fd()), syscall.LOCK_EX); err != nil {
		return fmt.Errorf("lock %s: %w", f.Name(), err)
	}
	return nil
}
