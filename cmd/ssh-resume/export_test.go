package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestExportWritesTheFileOrNothing(t *testing.T) {
	me := write(t, "me.yaml", "basics: {name: Jo}")
	dir := t.TempDir()
	out := filepath.Join(dir, "resume.txt")
	for range 2 { // a new file, then over the old one
		if got := do(t, nil, "export", "text", me, "-o", out); got != (result{}) {
			t.Fatalf("%+v", got)
		}
	}
	if text, err := os.ReadFile(out); err != nil || string(text) != "Jo\n" {
		t.Errorf("%q, %v", text, err)
	}
	bad := write(t, "bad.yaml", "basics: {name: [}")
	if got := do(t, nil, "export", "text", bad, "-o", out); got.status != 1 || !strings.Contains(got.stderr, "bad.yaml:1:") {
		t.Errorf("%+v", got)
	}
	if err := os.Mkdir(filepath.Join(dir, "sub"), 0o700); err != nil {
		t.Fatal(err)
	}
	for _, out := range []string{filepath.Join(dir, "none", "x"), filepath.Join(dir, "sub")} {
		if got := do(t, nil, "export", "text", me, "-o", out); got.status != 1 || !strings.Contains(got.stderr, out) {
			t.Errorf("to %s: %+v", out, got)
		}
	}
	left, err := os.ReadDir(dir)
	if err != nil || len(left) != 2 {
		t.Errorf("left behind: %v, %v", left, err)
	}
}

func TestExportReplacesWhatALinkLeadsTo(t *testing.T) {
	me := write(t, "me.yaml", "basics: {name: Jo}")
	dir := t.TempDir()
	file, link := filepath.Join(dir, "file"), filepath.Join(dir, "link")
	if err := os.WriteFile(file, []byte("old"), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(file, link); err != nil {
		t.Skip(err)
	}
	if got := do(t, nil, "export", "text", me, "-o", link); got != (result{}) {
		t.Fatalf("%+v", got)
	}
	if text, err := os.ReadFile(file); err != nil || string(text) != "Jo\n" {
		t.Errorf("%q, %v", text, err)
	}
	if info, err := os.Lstat(link); err != nil || info.Mode()&os.ModeSymlink == 0 {
		t.Errorf("the link is gone: %v, %v", info, err)
	}
}

func TestExportWithoutAFileGoesToStandardOutput(t *testing.T) {
	for _, args := range [][]string{{"export", "text"}, {"export", "text", "-o", "-"}} {
		if got := do(t, nil, args...); got.status != 0 || !strings.HasPrefix(got.stdout, "Marcus Rodriguez\n") {
			t.Errorf("%v: %+v", args, got)
		}
	}
}
