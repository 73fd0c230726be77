//go:build !linux

package load

import (
	"errors"
	"time"
)

// Memory is implemented on Linux only.
func (*Process) Memory() (float64, error) { return 0, errors.ErrUnsupported }

// CPU is implemented on Linux only.
func (*Process) CPU() (time.Duration, error) { return 0, errors.ErrUnsupported }
