package main

import (
	"bytes"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"ssh-resume/data"
)

func TestInitWritesAFileThatPassesCheck(t *testing.T) {
	dir := t.TempDir()
	file := filepath.Join(dir, "me.yaml")
	got := runMain(t, nil, "init", file)
	if got.status != 0 || got.stderr != "" {
		t.Fatalf("%+v", got)
	}
	for _, part := range []string{"wrote " + file, "resume.schema.json", " preview " + file, " check " + file, "ssh-resume " + file + " "} {
		if !strings.Contains(got.stdout, part) {
			t.Errorf("no %q in\n%s", part, got.stdout)
		}
	}
	checked := runMain(t, nil, "check", "--strict", file)
	if checked.status != 0 || !strings.HasPrefix(checked.stdout, file+" is fine: ") || strings.Count(checked.stdout, "\n") != 1 {
		t.Errorf("%+v", checked)
	}
	for name, want := range map[string][]byte{"me.yaml": data.Starter, data.SchemaName: data.Schema} {
		if is, err := os.ReadFile(filepath.Join(dir, name)); err != nil || !bytes.Equal(is, want) {
			t.Errorf("%s: %v", name, err)
		}
	}
	if schema := "$schema=" + data.SchemaName + "\n"; !strings.HasPrefix(string(data.Starter), "# yaml-language-server: "+schema) {
		t.Errorf("the file does not begin with %s", schema)
	}
	if shown := runMain(t, nil, "init", "-"); shown.stdout != string(data.Starter) {
		t.Errorf("init - gives %+v", shown)
	}
}

func TestInitReplacesNothing(t *testing.T) {
	dir := t.TempDir()
	mine, schema := filepath.Join(dir, "me.yaml"), filepath.Join(dir, data.SchemaName)
	if err := os.WriteFile(mine, []byte("mine"), 0o600); err != nil {
		t.Fatal(err)
	}
	if got := runMain(t, nil, "init", mine); got.status != 1 || got.stdout != "" || !strings.Contains(got.stderr, "exists and is left as it is") || !strings.Contains(got.stderr, "init FILE") {
		t.Errorf("%+v", got)
	}
	if text, err := os.ReadFile(mine); err != nil || string(text) != "mine" {
		t.Errorf("%q, %v", text, err)
	}
	if _, err := os.Stat(schema); err == nil {
		t.Error("the schema was written")
	}

	// A schema that is there stays, until it is asked for.
	if err := os.WriteFile(schema, []byte("old"), 0o600); err != nil {
		t.Fatal(err)
	}
	got := runMain(t, nil, "init", filepath.Join(dir, "other.yaml"))
	if got.status != 0 || strings.Contains(got.stdout, "and resume.schema.json") || !strings.Contains(got.stdout, "resume.schema.json exists") {
		t.Errorf("%+v", got)
	}
	if text, err := os.ReadFile(schema); err != nil || string(text) != "old" {
		t.Errorf("%.20q, %v", text, err)
	}
	if got := runMain(t, nil, "init", "--schema", mine); got.status != 0 {
		t.Errorf("%+v", got)
	}
	if text, err := os.ReadFile(schema); err != nil || !bytes.Equal(text, data.Schema) {
		t.Errorf("%.20q, %v", text, err)
	}
}

func TestInitWritesTheSchemaToStandardOutput(t *testing.T) {
	t.Chdir(t.TempDir())
	if got := runMain(t, nil, "init", "--schema", "-"); got != (result{0, string(data.Schema), ""}) {
		t.Errorf("status %d, %.60s, %s", got.status, got.stdout, got.stderr)
	}
	if left, err := os.ReadDir("."); err != nil || len(left) > 0 {
		t.Errorf("left behind: %v, %v", left, err)
	}
}

func TestInitRemovesOnlyItsOwnFiles(t *testing.T) {
	dir := t.TempDir()
	if got := runMain(t, nil, "init", dir+"/"); got.status != 1 || got.stdout != "" {
		t.Errorf("%+v", got)
	}
	if _, err := os.Stat(dir); err != nil {
		t.Error(err)
	}
}

func TestInitWritesBothFilesOrNone(t *testing.T) {
	dir := t.TempDir()
	for _, file := range []string{filepath.Join(dir, "none", "me.yaml"), filepath.Join(dir, "me.json"), filepath.Join(dir, strings.Repeat("x", 300))} {
		if got := runMain(t, nil, "init", file); got.status != 1 || got.stdout != "" || strings.Count(got.stderr, "\n") != 1 {
			t.Errorf("%.60s: %+v", file, got)
		}
	}
	if left, err := os.ReadDir(dir); err != nil || len(left) > 0 {
		t.Errorf("left behind: %v, %v", left, err)
	}
}

func TestInitRemovesTheResumeIfTheSchemaFails(t *testing.T) {
	if runtime.GOOS != "linux" {
		t.Skip("other systems have other bounds")
	}
	// A path has at most 4095 bytes: enough for m.yaml, too few for the schema.
	const length = 4095 - len("/m.yaml")
	dir := t.TempDir()
	for len(dir) < length {
		dir += "/" + strings.Repeat("d", min(200, length-len(dir)-1))
		if length-len(dir) == 1 {
			dir = dir[:len(dir)-1]
		}
	}
	if err := os.MkdirAll(dir, 0o700); err != nil {
		t.Skip(err)
	}
	if got := runMain(t, nil, "init", dir+"/m.yaml"); got.status != 1 || got.stdout != "" || !strings.Contains(got.stderr, "write the schema: ") {
		t.Errorf("status %d, %s, %.60s", got.status, got.stdout, got.stderr)
	}
	if left, err := os.ReadDir(dir); err != nil || len(left) > 0 {
		t.Errorf("left behind: %v, %v", left, err)
	}
}
