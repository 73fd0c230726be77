package load

import (
	"os/exec"
	"path/filepath"
	"testing"
	"time"

	"go.uber.org/goleak"

	"ssh-resume/data"
	"ssh-resume/internal/resume"
)

func TestMain(m *testing.M) { goleak.VerifyTestMain(m) }

// firstFrame is a word that only the last line of a frame shows.
const firstFrame = "keys"

const (
	ourProgram   = "ssh-resume/cmd/ssh-resume"
	stockProgram = "ssh-resume/internal/load/stock"
)

// build builds a program and returns its file.
func build(tb testing.TB, program string) (file string) {
	tb.Helper()
	file = filepath.Join(tb.TempDir(), "server")
	if said, err := exec.CommandContext(tb.Context(), "go", "build", "-o", file, program).CombinedOutput(); err != nil {
		tb.Fatalf("build %s: %v\n%s", program, err, said)
	}
	return file
}

// serve runs a server until the end of the test.
func serve(tb testing.TB, program string, args ...string) *Process {
	tb.Helper()
	dir := tb.TempDir()
	args = append(args, "--host-key="+filepath.Join(dir, "host_ed25519"))
	server, err := Start(tb.Context(), filepath.Join(dir, "log"), program, args...)
	if err != nil {
		tb.Fatal(err)
	}
	tb.Cleanup(func() { _ = server.Wait() }) // the context has killed it
	return server
}

// serveOurs starts the program with its defaults.
func serveOurs(tb testing.TB, program string) *Process {
	tb.Helper()
	return serve(tb, program, "--listen=127.0.0.1:0", "--log-format=logfmt")
}

// titles returns the titles of the sections.
func titles(tb testing.TB) []string {
	tb.Helper()
	r, problems := resume.Parse(data.Name, data.Resume)
	if r == nil {
		tb.Fatal(problems)
	}
	var all []string
	for _, s := range r.Sections() {
		all = append(all, s.Title)
	}
	return all
}

func TestEveryFigureIsMeasured(t *testing.T) {
	server := serveOurs(t, build(t, ourProgram))
	if _, err := server.Memory(); err != nil {
		t.Skip(err)
	}
	titles := titles(t)
	run, err := Measure(t.Context(), server, Plan{
		Sessions: 5, Connects: 2, Keys: 2 * (len(titles) - 1), Quiet: time.Millisecond,
		First: firstFrame, Titles: titles,
	})
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range run.Figures {
		switch f.Name {
		case "KB/session", "idle-us/s", "left-KB": // can be zero or negative
		default:
			if f.Value <= 0 {
				t.Errorf("%s: %f", f.Name, f.Value)
			}
		}
	}
	if len(run.Figures) != 10 {
		t.Errorf("measured: %v", run.Figures)
	}
}
