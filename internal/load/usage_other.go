//go:build !linux

package load

import (
	"errors"
	"time"
)

// Memory is not known here.
func (*Process) Memory() (float64, error) { return 0, errors.ErrUnsupported }

// CPU is not known here.
func (*Process) CPU() (time.Duration, error) { return 0, errors.ErrUnsupported }
