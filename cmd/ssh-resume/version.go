package main

import (
	"cmp"
	"fmt"
	"runtime"
	"runtime/debug"
	"time"
)

// version and commit are set by the build of a release: -ldflags "-X main.version=v1.2.3 -X main.commit=…".
var version, commit string

type versionCmd struct{}

// Run shows which version was built, and from which source.
func (versionCmd) Run(m *Main) error {
	v, c, _ := buildOf(debug.ReadBuildInfo())
	return m.print(fmt.Sprintf("%s %s\ncommit %s\n%s %s/%s\n", name, v, c, runtime.Version(), runtime.GOOS, runtime.GOARCH), nil)
}

// buildOf returns the version, the commit and its time, from the linker flags or as recorded by go build, which
// records nothing for go run, in a git worktree, or with -buildvcs=false.
func buildOf(info *debug.BuildInfo, recorded bool) (v, c string, at time.Time) {
	settings := map[string]string{}
	if recorded {
		v = info.Main.Version
		for _, s := range info.Settings {
			settings[s.Key] = s.Value
		}
	}
	c = settings["vcs.revision"]
	if c != "" && settings["vcs.modified"] == "true" {
		c += " with uncommitted changes"
	}
	at, err := time.Parse(time.RFC3339, settings["vcs.time"])
	if err != nil {
		at = time.Now()
	}
	return cmp.Or(version, v, "(devel)"), cmp.Or(commit, c, "unknown"), at.UTC()
}
