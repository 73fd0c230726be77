package server

import (
	"path/filepath"
	"strings"
	"testing"

	"charm.land/log/v2"
)

func TestTakenPortIsSaidInOneLine(t *testing.T) {
	r := serve(t, Config{})
	config := Config{Listen: r.addr, DefaultHostKeyFile: filepath.Join(t.TempDir(), "key")}
	_, err := New(config, profile(t), log.New(&logged{}))
	want := "listen on " + r.addr + ": the port is taken by another program; stop that or choose another with --listen"
	if err == nil || err.Error() != want {
		t.Errorf("%v", err)
	}
}

func TestAddressThatMakesNoSenseIsSaidInOneLine(t *testing.T) {
	for _, address := range []string{"nonsense", ":99999", "192.0.2.1:2222", "127.0.0.1:http:x"} {
		l, err := listen(address, "--listen")
		if err == nil {
			_ = l.Close()
			t.Errorf("%s: it listens", address)
			continue
		}
		if !strings.HasPrefix(err.Error(), "listen on "+address+": ") || strings.Contains(err.Error(), "\n") ||
			!strings.HasSuffix(err.Error(), "--listen") {
			t.Errorf("%s: %v", address, err)
		}
	}
}

func TestFailedStartLeavesThePortFree(t *testing.T) {
	config := Config{Listen: "127.0.0.1:0", HostKeyPEM: "nonsense"}
	if _, err := New(config, profile(t), log.New(&logged{})); err == nil {
		t.Fatal("it has started")
	}
	// goleak finds what is left, at the end of all tests.
}
