package main

import (
	"runtime/debug"
	"strings"
	"testing"
)

func TestVersionNamesVersionAndCommit(t *testing.T) {
	revision := debug.BuildSetting{Key: "vcs.revision", Value: "c59a220"}
	modified := debug.BuildSetting{Key: "vcs.modified", Value: "true"}
	for _, test := range []struct {
		name            string
		info            *debug.BuildInfo
		version, commit string
	}{
		{"without build information", nil, "(devel)", "unknown"},
		{"go run", &debug.BuildInfo{Main: debug.Module{Version: "(devel)"}}, "(devel)", "unknown"},
		{
			"go build of a tag",
			&debug.BuildInfo{Main: debug.Module{Version: "v1.2.3"}, Settings: []debug.BuildSetting{revision}},
			"v1.2.3", "c59a220",
		},
		{
			"go build with changes",
			&debug.BuildInfo{Main: debug.Module{Version: "v1.2.4-0.2026+dirty"}, Settings: []debug.BuildSetting{revision, modified}},
			"v1.2.4-0.2026+dirty", "c59a220 with uncommitted changes",
		},
	} {
		if v, c, _ := buildOf(test.info, test.info != nil); v != test.version || c != test.commit {
			t.Errorf("%s: %s, %s", test.name, v, c)
		}
	}
	got := runMain(t, nil, "version")
	if got.status != 0 || !strings.HasPrefix(got.stdout, "ssh-resume ") || !strings.Contains(got.stdout, "\ngo1.") {
		t.Errorf("%+v", got)
	}
	if dashed := runMain(t, nil, "--version"); dashed != got {
		t.Errorf("--version: %+v", dashed)
	}
}
