//go:build !linux

package load

import (
	"errors"
	"time"
)

// memory is implemented on Linux only.
func (*process) memory() (float64, error) { return 0, errors.ErrUnsupported }

// cpu is implemented on Linux only.
func (*process) cpu() (time.Duration, error) { return 0, errors.ErrUnsupported }
