package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"sync/atomic"
	"syscall"
	"testing"

	"ssh-resume/internal/visitor"
)

// asProgram is the environment variable that turns the test binary into the
// program.
const asProgram = "SSH_RESUME_TEST_IS_THE_PROGRAM"

// TestMain runs more tests at once than there are processors: they mostly wait
// for servers that look at their files. Those that send a signal to this process,
// or change its directory, don't run beside others.
func TestMain(m *testing.M) {
	if os.Getenv(asProgram) != "" {
		main()
	}
	_ = flag.Set("test.parallel", "8") // unless -parallel says how many
	os.Exit(m.Run())
}

// process is the program as a process of its own.
type process struct {
	*exec.Cmd

	log *logBuffer
}

// startActivated starts the program as systemd does, with a socket passed to it.
// The shell knows the process id that the program will have.
func startActivated(t *testing.T, socket *os.File, state string, args ...string) *process {
	t.Helper()
	shell, err := exec.LookPath("sh")
	if err != nil {
		if os.Getenv("CI") == "true" {
			t.Fatal(err)
		}
		t.Skip(err)
	}
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	args = append([]string{"-c", `LISTEN_PID=$$ exec "$@"`, shell, self, "--listen=nowhere.invalid:1", "--log-format=logfmt"}, args...)
	p := &process{exec.CommandContext(t.Context(), shell, args...), &logBuffer{}}
	p.Env = append(os.Environ(), asProgram+"=1", "STATE_DIRECTORY="+state, "LISTEN_FDS=1", "LISTEN_FDNAMES=ssh")
	if socket != nil {
		p.ExtraFiles = []*os.File{socket}
	}
	p.Stdout, p.Stderr = p.log, p.log
	if err := p.Start(); err != nil {
		t.Fatal(err)
	}
	return p
}

// listeningSocket returns a listening socket to pass on, and its address.
func listeningSocket(t *testing.T) (*os.File, string) {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	tcp, ok := l.(*net.TCPListener)
	if !ok {
		t.Fatalf("%T", l)
	}
	socket, err := tcp.File()
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = socket.Close() })
	_ = l.Close() // socket is another descriptor of it
	return socket, tcp.Addr().String()
}

func TestRestartTurnsNoVisitorAway(t *testing.T) {
	t.Parallel()
	socket, addr := listeningSocket(t)
	state := t.TempDir()
	flags := []string{"--connection-rate=1000000", "--connection-burst=1000000", "--max-connections-per-source=1000", "--drain-timeout=2s"}
	first := startActivated(t, socket, state, flags...)
	first.log.waitFor(t, `server started" address=(\S+)`)

	ctx, stop := context.WithCancel(t.Context())
	defer stop()
	var visits atomic.Int64
	var work sync.WaitGroup
	for range 3 {
		work.Go(func() {
			for ctx.Err() == nil {
				got, err := visitor.Run(t.Context(), addr, visitor.Options{Command: "experience"}, "")
				if err == nil && (got.Status != 0 || !strings.Contains(got.Stdout, "Netflix")) {
					err = fmt.Errorf("%+v", got)
				}
				if err != nil {
					t.Error(err)
					return
				}
				visits.Add(1)
			}
		})
	}
	atLeast := func(n int64) {
		visitor.Eventually(t, func() error {
			if visits.Load() < n && !t.Failed() {
				return errors.New("there are too few visits")
			}
			return nil
		})
	}
	reader, err := visitor.Visit(t.Context(), addr, visitor.Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = reader.Close() }()
	atLeast(5)
	if err := first.Process.Signal(syscall.SIGTERM); err != nil {
		t.Fatal(err)
	}
	if err := reader.WaitFor(t.Context(), "the server is stopping"); err != nil {
		t.Error(err)
	}
	if err := first.Wait(); err != nil {
		t.Errorf("%v\n%s", err, first.log.text.String())
	}
	second := startActivated(t, socket, state, flags...)
	second.log.waitFor(t, `server started" address=(\S+)`)
	atLeast(visits.Load() + 10)
	stop()
	work.Wait()
	if err := second.Process.Signal(syscall.SIGTERM); err != nil {
		t.Fatal(err)
	}
	if err := second.Wait(); err != nil {
		t.Errorf("%v\n%s", err, second.log.text.String())
	}
}

func TestActivatedServerWithoutAResumeTellsVisitorsAndWaitsForOne(t *testing.T) {
	t.Parallel()
	for name, text := range map[string]string{"broken": "basics: {nam: Ada}\n", "missing": ""} {
		path := filepath.Join(t.TempDir(), "me.yaml")
		if text != "" {
			overwrite(t, path, text)
		}
		socket, addr := listeningSocket(t)
		p := startActivated(t, socket, t.TempDir(), "--resume="+path, "--metrics-listen=127.0.0.1:0", "--connection-rate=100000", "--connection-burst=100000")
		p.log.waitFor(t, `level=(error) msg="there is no résumé to serve; visitors are told to come back later" problems=1`)
		metrics := "http://" + p.log.waitFor(t, `metrics served" address=(\S+)`)
		for _, command := range []string{"", "pdf"} {
			got, err := visitor.Run(t.Context(), addr, visitor.Options{Command: command}, "")
			if err != nil || got.Status != 1 || got.Stdout != "" || got.Stderr != "there is no résumé to show just now; its owner has been told, please come back later\n" {
				t.Errorf("%s: %+v, %v", name, got, err)
			}
		}
		v, err := visitor.Visit(t.Context(), addr, visitor.Options{})
		if err == nil {
			err = v.WaitFor(t.Context(), "there is no résumé to show just now")
			_ = v.Close()
		}
		if err != nil {
			t.Errorf("%s, in a terminal: %v", name, err)
		}
		requireMetric(t, metrics+"/metrics", "ssh_resume_reload_last_successful 0")
		requireMetric(t, metrics+"/metrics", "ssh_resume_reload_last_success_timestamp_seconds 0")
		requireMetric(t, metrics+"/readyz", "there is no résumé to serve")

		overwrite(t, path, resumeOf("Repaired"))
		(&testServer{addr: addr}).waitForText(t, "Repaired")
		requireMetric(t, metrics+"/metrics", "ssh_resume_reload_last_successful 1")
		requireMetric(t, metrics+"/readyz", "ok")
		if err := p.Process.Signal(syscall.SIGTERM); err != nil {
			t.Fatal(err)
		}
		if err := p.Wait(); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestUnusableSocketIsOneLineOfError(t *testing.T) {
	t.Parallel()
	file, err := os.Create(writeFile(t, "file", ""))
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = file.Close() }()
	for name, socket := range map[string]*os.File{"a file": file, "none": nil} {
		p := startActivated(t, socket, t.TempDir())
		err := p.Wait()
		said := p.log.text.String()
		if err == nil || strings.Count(said, "\n") != 1 || !strings.Contains(said, "ListenStream=") {
			t.Errorf("%s: %v, %s", name, err, said)
		}
	}
}

func TestSocketOfAnotherProcessIsIgnored(t *testing.T) {
	// These are the environment of a child of a program that was activated.
	got := runMain(t, []string{"LISTEN_FDS=1", "LISTEN_PID=1"}, "--listen", "nowhere.invalid:1")
	if got.status != 1 || !strings.Contains(got.stderr, "listen on nowhere.invalid:1") {
		t.Errorf("%+v", got)
	}
	got = runMain(t, []string{"LISTEN_FDS=2", fmt.Sprintf("LISTEN_PID=%d", os.Getpid())})
	if got.status != 1 || !strings.Contains(got.stderr, "2 sockets") {
		t.Errorf("%+v", got)
	}
}
