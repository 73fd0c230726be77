package load

import (
	"os"
	"path/filepath"
	"testing"
	"time"

	"go.uber.org/goleak"

	"ssh-resume/data"
	"ssh-resume/internal/resume"
)

// serve runs a server until the end of the test. Its last argument is the file of its
// host key.
func serve(tb testing.TB, program string, args ...string) *process {
	tb.Helper()
	dir := tb.TempDir()
	args[len(args)-1] += filepath.Join(dir, "host_ed25519")
	server, err := start(tb.Context(), filepath.Join(dir, "log"), program, args...)
	if err != nil {
		tb.Fatal(err)
	}
	tb.Cleanup(func() { _ = server.wait() }) // the context has killed it
	return server
}

// serveOurs starts the program with its defaults.
func serveOurs(tb testing.TB) *process {
	tb.Helper()
	return serve(tb, program, "--listen=127.0.0.1:0", "--log-format=logfmt", "--host-key=")
}

// serveStock starts this test again as the stock server.
func serveStock(tb testing.TB) *process {
	tb.Helper()
	again, err := os.Executable()
	if err != nil {
		tb.Fatal(err)
	}
	return serve(tb, again, stockServer, "")
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
	for name, serve := range map[string]func(testing.TB) *process{"ours": serveOurs, "stock": serveStock} {
		t.Run(name, func(t *testing.T) {
			rest := goleak.IgnoreCurrent()
			t.Cleanup(func() { goleak.VerifyNone(t, rest) })
			server := serve(t)
			if _, err := server.memory(); err != nil {
				t.Skip(err)
			}
			titles := titles(t)
			run, err := Measure(t.Context(), server, Plan{
				Sessions: 5, Connects: 2, Keys: 2 * (len(titles) - 1), Quiet: time.Millisecond,
				First: wholeFrame, Titles: titles,
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
		})
	}
}
