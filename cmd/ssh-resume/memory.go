package main

import (
	"io/fs"
	"math"
	"path"
	"runtime/debug"
	"strconv"
	"strings"

	"charm.land/log/v2"
)

const (
	// mostSessions is how many visitors there may be at once, where the memory
	// holds them.
	mostSessions = 10000
	// fewestSessions are served however little memory there is.
	fewestSessions = 16
	// baseMemory and sessionMemory are what the program needs by itself, with some
	// room, and for a visitor, in bytes: 600 at windows of 120×40 took 57 MB.
	baseMemory    = 40 << 20
	sessionMemory = 100 << 10
	// gcPercent has the collector run twice as often as Go's default does. It
	// takes some 2 % more processor time a connection, and a quarter less memory
	// at most while visitors come and go.
	gcPercent = 50
)

// useMemory has the collector keep to four fifths of the cgroup's limit, unless
// GOMEMLIMIT says to what, and gives how many visitors the memory holds.
func useMemory(root fs.FS, logger *log.Logger) (sessions int) {
	if before := debug.SetGCPercent(gcPercent); before != 100 {
		debug.SetGCPercent(before) // GOGC says otherwise
	}
	group, limit := cgroupMemory(root), debug.SetMemoryLimit(-1)
	if group < math.MaxInt64 && limit == math.MaxInt64 {
		limit = group / 5 * 4
		debug.SetMemoryLimit(limit)
	}
	limit = min(limit, group)
	sessions = sessionsIn(limit)
	if limit < math.MaxInt64 {
		logger.Info("memory is limited", "mib", limit>>20, "sessions", sessions)
	}
	return sessions
}

// sessionsIn gives how many visitors so many bytes hold.
func sessionsIn(limit int64) int {
	return int(max(fewestSessions, min(mostSessions, (limit-baseMemory)/sessionMemory)))
}

// cgroupMemory gives the least of the memory limits of the cgroups that the
// process is in (cgroups(7)), in bytes; the largest number where there is none.
func cgroupMemory(root fs.FS) int64 {
	least := int64(math.MaxInt64)
	groups, err := fs.ReadFile(root, "proc/self/cgroup")
	if err != nil {
		return least // not Linux, or not to be seen
	}
	for line := range strings.Lines(string(groups)) {
		// hierarchy:controllers:path
		parts := strings.SplitN(strings.TrimSpace(line), ":", 3)
		if len(parts) < 3 {
			continue
		}
		mount, file := "sys/fs/cgroup", "memory.max"
		if parts[1] != "" {
			if !strings.Contains(","+parts[1]+",", ",memory,") {
				continue
			}
			mount, file = "sys/fs/cgroup/memory", "memory.limit_in_bytes"
		}
		// A group is held to its parents' limits as well. In a container the path
		// may be the host's, and only the root be there.
		for group := path.Clean("/" + parts[2]); ; group = path.Dir(group) {
			text, err := fs.ReadFile(root, path.Join(mount, group, file))
			if err == nil {
				// "max" and, in version 1, a number beyond any memory are no limit.
				if n, err := strconv.ParseInt(strings.TrimSpace(string(text)), 10, 64); err == nil && n < 1<<60 {
					least = min(least, n)
				}
			}
			if group == "/" {
				break
			}
		}
	}
	return least
}
