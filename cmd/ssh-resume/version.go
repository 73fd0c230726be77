package main

import (
	"cmp"
	"fmt"
	"runtime"
	"runtime/debug"
	"time"
)

// version and commit are set by the build of a release:
// -ldflags "-X main.version=v1.2.3 -X main.commit=…".
var version, commit string

type versionCmd struct{}

// Run shows what was built from which source.
func (versionCmd) Run(m *Main) error {
	v, c := buildVersion(buildInfo())
	_, err := fmt.Fprintf(m.Stdout, "%s %s\ncommit %s\n%s %s/%s\n", name, v, c, runtime.Version(), runtime.GOOS, runtime.GOARCH)
	return err
}

// buildInfo returns what go build recorded; nil if nothing.
func buildInfo() *debug.BuildInfo {
	info, _ := debug.ReadBuildInfo()
	return info
}

// buildVersion returns version and commit: those of the linker flags, or else
// those that go build recorded. go run records neither.
func buildVersion(info *debug.BuildInfo) (v, c string) {
	c = setting(info, "vcs.revision")
	if c != "" && setting(info, "vcs.modified") == "true" {
		c += " with uncommitted changes"
	}
	if info != nil {
		v = info.Main.Version
	}
	return cmp.Or(version, v, "(devel)"), cmp.Or(commit, c, "unknown")
}

// commitTime returns the time of the commit that was built; the current time if
// go build recorded none.
func commitTime(info *debug.BuildInfo) time.Time {
	if at, err := time.Parse(time.RFC3339, setting(info, "vcs.time")); err == nil {
		return at.UTC()
	}
	return time.Now().UTC()
}

// setting returns what go build recorded under a key.
func setting(info *debug.BuildInfo, key string) string {
	if info != nil {
		for _, s := range info.Settings {
			if s.Key == key {
				return s.Value
			}
		}
	}
	return ""
}
