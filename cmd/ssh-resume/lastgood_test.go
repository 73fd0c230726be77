package main

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestBrokenFileAfterARestartServesItsLastGoodVersion(t *testing.T) {
	t.Parallel()
	path, state := writeFile(t, "me.yaml", resumeOf("First")), t.TempDir()
	start := func() *testServer {
		return startServer(t, state, "--resume="+path, "--connection-rate=100000", "--connection-burst=100000", "--metrics-listen=127.0.0.1:0")
	}
	s := start()
	s.waitForText(t, "First")
	overwrite(t, path, resumeOf("Second"))
	s.waitForText(t, "Second")
	s.cancel()
	s.wait(t)
	for name, breakIt := range map[string]func(){
		"broken":  func() { overwrite(t, path, "basics: {nam: Ada}\n") },
		"missing": func() { _ = os.Remove(path) },
	} {
		breakIt()
		s := start()
		s.log.waitFor(t, `level=(error) msg="the résumé can't be used; serving its last good version"`)
		s.waitForText(t, "Second")
		metrics := "http://" + s.log.waitFor(t, `metrics served" address=(\S+)`) + "/metrics"
		requireMetric(t, metrics, "ssh_resume_reload_last_successful 0")
		overwrite(t, path, resumeOf("Repaired"))
		s.waitForText(t, "Repaired")
		requireMetric(t, metrics, "ssh_resume_reload_last_successful 1")
		overwrite(t, path, resumeOf("Second"))
		s.waitForText(t, "Second")
		s.cancel()
		if status := s.wait(t); status != 0 {
			t.Errorf("%s: status %d", name, status)
		}
	}
	// Another file has no last good version, even if it has the same name.
	other := writeFile(t, "me.yaml", "basics: {nam: Ada}\n")
	if got := runMain(t, []string{"STATE_DIRECTORY=" + state}, "--listen=127.0.0.1:0", other); got.status != 1 || !strings.Contains(got.stderr, "basics.name is missing") {
		t.Errorf("%+v", got)
	}
}

func TestLastGoodVersionIsFoundWhereverAKillLeftIt(t *testing.T) {
	t.Parallel()
	for name, leave := range map[string]func(folder string) error{
		"while it was replaced": func(folder string) error { return os.Rename(folder, folder+".old") },
		"as earlier versions of the program kept it": func(folder string) error {
			return errors.Join(os.Rename(filepath.Join(folder, "me.yaml"), folder+"~"), os.RemoveAll(folder), os.Rename(folder+"~", folder))
		},
	} {
		path, state := writeFile(t, "me.yaml", resumeOf("First")), t.TempDir()
		s := startServer(t, state, "--resume="+path)
		s.waitForText(t, "First")
		s.cancel()
		s.wait(t)
		kept, err := filepath.Glob(filepath.Join(state, "last-good", "*-me.yaml"))
		if err != nil || len(kept) != 1 {
			t.Fatal(kept, err)
		}
		if err := leave(kept[0]); err != nil {
			t.Fatal(err)
		}
		overwrite(t, path, "basics: {nam: Ada}\n")
		s = startServer(t, state, "--resume="+path)
		s.waitForText(t, "First")
		// The next one is kept as ever, and alone.
		overwrite(t, path, resumeOf("Second"))
		s.waitForText(t, "Second")
		s.cancel()
		s.wait(t)
		if text, err := os.ReadFile(filepath.Join(kept[0], "me.yaml")); err != nil || string(text) != resumeOf("Second") {
			t.Errorf("%s: kept %q, %v", name, text, err)
		}
		if all, _ := filepath.Glob(filepath.Join(state, "last-good", "*")); len(all) != 1 {
			t.Errorf("%s: %s is left", name, all)
		}
	}
}

func TestServerWithoutAPlaceForTheLastGoodVersionServes(t *testing.T) {
	t.Parallel()
	path, state := writeFile(t, "me.yaml", resumeOf("First")), t.TempDir()
	overwrite(t, filepath.Join(state, "last-good"), "not a directory")
	s := startServer(t, state, "--resume="+path)
	s.log.waitFor(t, `level=(warn) msg="the last good version of the résumé is not kept`)
	s.waitForText(t, "First")
}

// TestFileOfThatNameElsewhereIsNoLastGoodVersion has no directory for one.
func TestFileOfThatNameElsewhereIsNoLastGoodVersion(t *testing.T) {
	t.Chdir(filepath.Dir(writeFile(t, "me.yaml", resumeOf("Another"))))
	path, key := writeFile(t, "me.yaml", "basics: {nam: Ada}\n"), filepath.Join(t.TempDir(), "key")
	if got := runMain(t, []string{"HOME="}, "--listen=127.0.0.1:0", "--host-key="+key, path); got.status != 1 || !strings.Contains(got.stderr, "basics.name is missing") {
		t.Errorf("%+v", got)
	}
}
