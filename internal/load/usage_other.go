//go:build !linux

package load

import (
	"errors"
	"time"
)

func (*Process) memory() (float64, error) { return 0, errors.ErrUnsupported }

func (*Process) cpu() (time.Duration, error) { return 0, errors.ErrUnsupported }
