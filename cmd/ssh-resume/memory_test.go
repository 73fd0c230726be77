package main

import (
	"math"
	"runtime/debug"
	"testing"
	"testing/fstest"
)

// fakeRoot returns a file system with these files.
func fakeRoot(files map[string]string) fstest.MapFS {
	all := fstest.MapFS{}
	for name, text := range files {
		all[name] = &fstest.MapFile{Data: []byte(text)}
	}
	return all
}

func TestLowestMemoryLimitOfTheCgroupsApplies(t *testing.T) {
	const none = math.MaxInt64
	for name, test := range map[string]struct {
		files map[string]string
		want  int64
	}{
		"no groups": {nil, none},
		"container": {map[string]string{
			"proc/self/cgroup":         "0::/\n",
			"sys/fs/cgroup/memory.max": "268435456\n",
		}, 256 << 20},
		"no limit": {map[string]string{
			"proc/self/cgroup":         "0::/\n",
			"sys/fs/cgroup/memory.max": "max\n",
		}, none},
		"service in a slice": {map[string]string{
			"proc/self/cgroup":                                     "0::/system.slice/resume.service\n",
			"sys/fs/cgroup/system.slice/memory.max":                "134217728\n",
			"sys/fs/cgroup/system.slice/resume.service/memory.max": "max\n",
		}, 128 << 20},
		"path of the host": {map[string]string{
			"proc/self/cgroup":         "0::/../../docker/abc\n",
			"sys/fs/cgroup/memory.max": "1048576\n",
		}, 1 << 20},
		"version 1": {map[string]string{
			"proc/self/cgroup":                                      "12:cpu,cpuacct:/x\n7:memory:/docker/abc\n0::/\n",
			"sys/fs/cgroup/memory/memory.limit_in_bytes":            "9223372036854771712\n",
			"sys/fs/cgroup/memory/docker/abc/memory.limit_in_bytes": "67108864\n",
			"sys/fs/cgroup/cpu/x/memory.limit_in_bytes":             "1\n",
		}, 64 << 20},
		"nonsense": {map[string]string{
			"proc/self/cgroup":         "\n0\n0::\n::::\n",
			"sys/fs/cgroup/memory.max": "a lot\n",
		}, none},
	} {
		if got := cgroupMemory(fakeRoot(test.files)); got != test.want {
			t.Errorf("%s: %d, want %d", name, got, test.want)
		}
	}
}

func TestSessionsFitIntoTheMemoryLimit(t *testing.T) {
	for limit, want := range map[int64]int{
		math.MaxInt64:              10000,
		2 << 30:                    10000,
		40<<20 + 1000*(100<<10):    1000,
		205 << 20:                  1689,
		40 << 20:                   16,
		1 << 20:                    16,
		40<<20 + 10000*(100<<10)*2: 10000,
	} {
		if got := sessionsIn(limit); got != want {
			t.Errorf("%d bytes: %d sessions, want %d", limit, got, want)
		}
	}
}

func TestMemoryLimitIsSetUnlessGOMEMLIMITIs(t *testing.T) {
	before := debug.SetMemoryLimit(math.MaxInt64)
	defer debug.SetMemoryLimit(before)
	small := fakeRoot(map[string]string{"proc/self/cgroup": "0::/\n", "sys/fs/cgroup/memory.max": "268435456\n"})
	if limit, n := limitMemory(fakeRoot(nil)); n != 10000 || limit != math.MaxInt64 || debug.SetMemoryLimit(-1) != math.MaxInt64 {
		t.Errorf("no limit: %d sessions in %d", n, limit)
	}
	if limit, n := limitMemory(small); n != 1687 || limit != 268435456/5*4 || debug.SetMemoryLimit(-1) != limit {
		t.Errorf("256 MiB: %d sessions in %d, limit %d", n, limit, debug.SetMemoryLimit(-1))
	}
	debug.SetMemoryLimit(100 << 20) // as GOMEMLIMIT does
	if limit, n := limitMemory(small); n != 614 || limit != 100<<20 || debug.SetMemoryLimit(-1) != limit {
		t.Errorf("GOMEMLIMIT: %d sessions in %d, limit %d", n, limit, debug.SetMemoryLimit(-1))
	}
}
