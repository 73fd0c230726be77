package main

import (
	"cmp"
	"fmt"
	"runtime"
	"runtime/debug"
)

// version and commit are set when a release is built:
// -ldflags "-X main.version=v1.2.3 -X main.commit=…".
var version, commit string

type versionCmd struct{}

// Run shows what was built from which source.
func (versionCmd) Run(p *program) error {
	v, c := built(buildInfo())
	_, err := fmt.Fprintf(p.stdout, "%s %s\ncommit %s\n%s %s/%s\n", name, v, c, runtime.Version(), runtime.GOOS, runtime.GOARCH)
	return err
}

// buildInfo gives what go build noted; nil for nothing.
func buildInfo() *debug.BuildInfo {
	info, _ := debug.ReadBuildInfo()
	return info
}

// built gives the version and the commit: those that the linker was told, or
// else those that go build found out. go run finds out neither.
func built(info *debug.BuildInfo) (v, c string) {
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
				modified = " and changes that are in no commit"
			}
		}
		if c != "" {
			c += modified
		}
	}
	return cmp.Or(v, info.Main.Version, "(devel)"), cmp.Or(c, "unknown")
}
