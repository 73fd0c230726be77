package load

import (
	"bytes"
	"fmt"
	"os"
	"strconv"
	"time"

	"golang.org/x/sys/unix"
)

// memory returns the resident memory of the process (VmRSS), in KB.
func (p *process) memory() (float64, error) {
	status, err := os.ReadFile(fmt.Sprintf("/proc/%d/status", p.pid))
	if err != nil {
		return 0, fmt.Errorf("read the memory of the server: %w", err)
	}
	for line := range bytes.Lines(status) {
		if fields := bytes.Fields(line); len(fields) == 3 && string(fields[0]) == "VmRSS:" {
			return strconv.ParseFloat(string(fields[1]), 64)
		}
	}
	return 0, fmt.Errorf("read the memory of the server: no VmRSS for process %d", p.pid)
}

// cpu returns the user and system time that the process has used. Its CPU clock has a resolution of
// nanoseconds; /proc/PID/stat has hundredths of a second.
func (p *process) cpu() (time.Duration, error) {
	const sched = 2 // CPUCLOCK_SCHED, as in clock_getcpuclockid(3)
	var t unix.Timespec
	clock := int32(^p.pid<<3 | sched) // Linux has 2^22 processes at most
	if err := unix.ClockGettime(clock, &t); err != nil {
		return 0, fmt.Errorf("read the processor time of the server: %w", err)
	}
	return time.Duration(t.Nano()), nil
}
