package server_test

import (
	"io"
	"path/filepath"
	"strings"
	"testing"

	"ssh-resume/internal/server"
	"ssh-resume/internal/server/hostkey"
	"ssh-resume/internal/server/servertest"

	"charm.land/log/v2"
)

func TestTakenPortIsSaidInOneLine(t *testing.T) {
	t.Parallel()
	r := servertest.Serve(t, server.Config{})
	config := server.Config{Listen: r.Addr, HostKeys: hostkey.Config{Default: filepath.Join(t.TempDir(), "key")}}
	_, err := server.New(config, servertest.Embedded(t), log.New(io.Discard))
	want := "listen on " + r.Addr + ": the port is taken by another program; stop it or choose another with --listen"
	if err == nil || err.Error() != want {
		t.Errorf("%v", err)
	}
}

func TestAddressThatMakesNoSenseIsSaidInOneLine(t *testing.T) {
	for _, address := range []string{"nonsense", ":99999", "192.0.2.1:2222", "127.0.0.1:http:x"} {
		s, err := server.New(server.Config{Listen: address}, servertest.Embedded(t), log.New(io.Discard))
		if err == nil {
			_ = s.Close()
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
	t.Parallel()
	config := server.Config{Listen: "127.0.0.1:0", HostKeys: hostkey.Config{PEM: "nonsense"}}
	if _, err := server.New(config, servertest.Embedded(t), log.New(io.Discard)); err == nil {
		t.Fatal("it has started")
	}
	// goleak finds what is left, at the end of all tests.
}
