package main

import (
	"bufio"
	"os"
	"os/exec"
	"regexp"
	"syscall"
	"testing"

	"ssh-resume/internal/visitor"
)

func TestAServerOutlivesWhoReadsItsLog(t *testing.T) {
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	server := exec.CommandContext(t.Context(), self, "--listen=127.0.0.1:0", "--log-format=logfmt")
	server.Env = append(os.Environ(), asProgram+"=1", "STATE_DIRECTORY="+t.TempDir())
	log, err := server.StderrPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := server.Start(); err != nil {
		t.Fatal(err)
	}
	var addr string
	for lines := bufio.NewScanner(log); addr == "" && lines.Scan(); {
		if found := regexp.MustCompile(`(127\.0\.0\.1:\d+)`).FindString(lines.Text()); found != "" {
			addr = found
		}
	}
	_ = log.Close() // as when "| tee log" is interrupted
	for range 2 {   // each is logged
		result, err := visitor.Run(t.Context(), addr, visitor.Options{Command: "help"}, "")
		if err != nil || result.Status != 0 {
			t.Fatalf("%+v, %v", result, err)
		}
	}
	if err := server.Process.Signal(syscall.SIGTERM); err != nil {
		t.Fatal(err)
	}
	if err := server.Wait(); err != nil {
		t.Errorf("it ended with %v", err)
	}
}
