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
	b := thisBuild()
	_, err := fmt.Fprintf(m.Stdout, "%s %s\ncommit %s\n%s %s/%s\n", name, b.version, b.commit, runtime.Version(), runtime.GOOS, runtime.GOARCH)
	return err
}

// build is what was built, and when it was committed.
type build struct {
	version, commit string
	at              time.Time
}

func thisBuild() build {
	info, _ := debug.ReadBuildInfo() // nil if go build recorded nothing
	return buildOf(info)
}

// buildOf returns what the linker flags say, or else what go build recorded. It records no
// commit for go run, in a git worktree, and with -buildvcs=false.
func buildOf(info *debug.BuildInfo) build {
	settings, tag := map[string]string{}, ""
	if info != nil {
		tag = info.Main.Version
		for _, s := range info.Settings {
			settings[s.Key] = s.Value
		}
	}
	revision := settings["vcs.revision"]
	if revision != "" && settings["vcs.modified"] == "true" {
		revision += " with uncommitted changes"
	}
	at, err := time.Parse(time.RFC3339, settings["vcs.time"])
	if err != nil {
		at = time.Now()
	}
	return build{cmp.Or(version, tag, "(devel)"), cmp.Or(commit, revision, "unknown"), at.UTC()}
}
