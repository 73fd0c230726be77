package main

import (
	"io/fs"
	"math"
	"path"
	"runtime/debug"
	"strconv"
	"strings"

	"ssh-resume/internal/server"
)

const (
	minSessions = 16 // at once, no matter how little memory there is
	// baseMemory is what the program itself needs, and sessionMemory what a session needs, in bytes, with some
	// room: with 1,000 sessions, each takes 80 KB in windows of 120×40 and 90 KB in windows of many sizes.
	baseMemory    = 40 << 20
	sessionMemory = 100 << 10
	// gcPercent makes the garbage collector run twice as often as by default. A connection then takes 2 % more
	// processor time, but peak memory is a quarter lower while sessions come and go.
	gcPercent = 50
)

// limitMemory sets Go's memory limit to four fifths of the cgroup's, unless GOMEMLIMIT sets it. It returns
// the lower of the two limits in bytes (math.MaxInt64 if there is none) and how many sessions fit into it.
func limitMemory(root fs.FS) (limit int64, sessions int) {
	if before := debug.SetGCPercent(gcPercent); before != 100 {
		debug.SetGCPercent(before) // GOGC is set
	}
	group, limit := cgroupMemory(root), debug.SetMemoryLimit(-1)
	if group < math.MaxInt64 && limit == math.MaxInt64 {
		limit = group / 5 * 4
		debug.SetMemoryLimit(limit)
	}
	limit = min(limit, group)
	return limit, sessionsIn(limit)
}

// sessionsIn returns how many sessions fit into a number of bytes.
func sessionsIn(limit int64) int {
	most := int64(server.Config{}.WithDefaults().MaxSessions)
	return int(max(minSessions, min(most, (limit-baseMemory)/sessionMemory)))
}

// cgroupMemory returns the lowest memory limit, in bytes, of the process's cgroups (cgroups(7)), or math.MaxInt64.
func cgroupMemory(root fs.FS) int64 {
	lowest := int64(math.MaxInt64)
	groups, _ := fs.ReadFile(root, "proc/self/cgroup") // empty if this is not Linux or the file is hidden
	for line := range strings.Lines(string(groups)) {
		parts := strings.SplitN(strings.TrimSpace(line), ":", 3) // hierarchy, controllers, path
		mount, file := "sys/fs/cgroup", "memory.max"
		switch {
		case len(parts) < 3:
			continue
		case strings.Contains(","+parts[1]+",", ",memory,"):
			mount, file = "sys/fs/cgroup/memory", "memory.limit_in_bytes"
		case parts[1] != "":
			continue
		}
		// Its parents' limits apply as well. In a container, the path may be the host's, and only the root may exist.
		for group := path.Clean("/" + parts[2]); ; group = path.Dir(group) {
			text, _ := fs.ReadFile(root, path.Join(mount, group, file))
			// "max" and, in version 1, a number beyond any memory mean no limit.
			if n, err := strconv.ParseInt(strings.TrimSpace(string(text)), 10, 64); err == nil && n < 1<<60 {
				lowest = min(lowest, n)
			}
			if group == "/" {
				break
			}
		}
	}
	return lowest
}
