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
	v, c = version, commit
	if info == nil {
		return cmp.Or(v, "(devel)"), cmp.Or(c, "unknown")
	}
	if c == "" {
		modified := ""
		for _, s := range info.Settings {
			switch {
			case s.Key == "vcs.revision":
				c = s.Value
			case s.Key == "vcs.modified" && s.Value == "true":
				modified = " with uncommitted changes"
			}
		}
		if c != "" {
			c += modified
		}
	}
	return cmp.Or(v, info.Main.Version, "(devel)"), cmp.Or(c, "unknown")
}

// commitTime returns the time of the commit that was built; the current time if
// go build recorded none.
func commitTime(info *debug.BuildInfo) time.Time {
	if info != nil {
		for _, s := range info.Settings {
			if at, err := time.Parse(time.RFC3339, s.Value); s.Key == "vcs.time" && err == nil {
				return at.UTC()
			}
		}
	}
	return time.Now().UTC()
}
