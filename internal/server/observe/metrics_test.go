package observe_test

import (
	"io"
	"strings"
	"testing"
	"time"

	"github.com/pkg/sftp"
	"github.com/prometheus/client_golang/prometheus/testutil/promlint"
	gossh "golang.org/x/crypto/ssh"

	"ssh-resume/internal/export"
	"ssh-resume/internal/resume"
	"ssh-resume/internal/server"
	"ssh-resume/internal/server/servertest"
	"ssh-resume/internal/stats"
	"ssh-resume/internal/visitor"
	"ssh-resume/internal/words"
)

var measured = server.Config{MetricsListen: "127.0.0.1:0", Version: "v1.2.3", Commit: "abc"}

func TestMetricsTellWhatVisitorsDo(t *testing.T) {
	t.Parallel()
	config := measured
	r := servertest.Serve(t, config)
	v := r.Visit(t, visitor.Options{Term: "tmux-256color"})
	counts(t, r, map[string]float64{
		"sessions_open go": 1, "terminals_open tmux": 1, "connections_open": 1, "sessions_total go": 1,
		"sessions_ended_total left": 0, "first_frame_seconds": 1, "commands_total interactive": 1,
	})
	servertest.Press(t, v, "2")
	servertest.WaitFor(t, v, "Ex-Netflix")
	counts(t, r, map[string]float64{"key_frame_seconds": 1}) // a frame that is cut off by leaving is not counted
	servertest.Leave(t, v)
	for _, command := range []string{"", "pdf", "experience", "search kafka", "help", "card", "my secret"} {
		r.Run(t, visitor.Options{Command: command})
	}
	client := r.Client(t)
	copier, err := sftp.NewClient(client)
	if err != nil {
		t.Fatal(err)
	}
	opened, err := copier.Open("resume.html") // and not read
	if err != nil {
		t.Fatal(err)
	}
	saved, err := copier.Open("resume.pdf")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := io.Copy(io.Discard, saved); err != nil {
		t.Fatal(err)
	}
	_, _ = opened.Close(), saved.Close()
	_ = copier.Close()
	counts(t, r, map[string]float64{"sessions_ended_total left": 9}) // before the connection is cut off
	_ = client.Close()
	_ = v.Close()

	counts(t, r, map[string]float64{
		"sessions_open go": 0, "terminals_open tmux": 0, "terminals_open none": 0, "connections_open": 0,
		"sessions_total go": 9, "terminals_total tmux": 1, "terminals_total none": 8, "connections_total": 9,
		"sessions_ended_total left": 9, "handshake_seconds": 9, "first_frame_seconds": 1,
		"commands_total interactive": 1, "commands_total text": 1, "commands_total section": 1, "commands_total pdf": 1, "commands_total search": 1,
		"commands_total help": 1, "commands_total card": 1, "commands_total unknown": 1, "commands_total sftp": 1,
		"sections_read_total profile": 1, "section_shown_seconds profile": 1, "section_shown_seconds experience": 1,
		"saved_total text": 1, "saved_total pdf": 2, "saved_total html": 0,
		"errors_total panic": 0, "reload_last_successful": 1, "sessions_max": 10000,
	})
	got := scrape(t, r)
	if got["sections_read_total experience"] != 2 || got["reload_last_success_timestamp_seconds"] == 0 {
		t.Errorf("%v", got)
	}
	_, text := get(t, r, "/metrics")
	for _, want := range []string{`ssh_resume_build_info{commit="abc",goversion="go`, `version="v1.2.3"} 1`, "go_goroutines ", "\nprocess_"} {
		if !strings.Contains(text, want) {
			t.Errorf("no %s in the metrics", want)
		}
	}
	if strings.Contains(text, "secret") {
		t.Error("a visitor's words are in the metrics")
	}
}

func TestMetricsTellOfSessionsThatEndWithoutAKey(t *testing.T) {
	t.Parallel()
	config := measured
	config.IdleTimeout = 500 * time.Millisecond
	r := servertest.Serve(t, config)
	idles := r.Arrive(t, visitor.Options{})
	if _, err := idles.Wait(t.Context()); err != nil {
		t.Fatal(err)
	}
	counts(t, r, map[string]float64{"sessions_ended_total idle": 1})
}

func TestMetricsTellWhoIsTurnedAway(t *testing.T) {
	t.Parallel()
	config := measured
	config.MaxSessions, config.HandshakeTimeout, config.NoSessionTimeout = 1, 3*time.Second, 3*time.Second
	r := servertest.Serve(t, config)
	v := r.Visit(t, visitor.Options{})
	r.Run(t, visitor.Options{}) // one too many
	r.Client(t)                 // without a session
	if c := r.Silent(t); !strings.Contains(servertest.Closed(t, c), "SSH-2.0-") {
		t.Error("no greeting")
	}
	if _, err := io.WriteString(r.Silent(t), "GET / HTTP/1.1\r\n\r\n"); err != nil {
		t.Fatal(err)
	}
	counts(t, r, map[string]float64{
		"turned_away_total max-sessions": 1, "turned_away_total handshake-timeout": 1, "turned_away_total no-session": 1,
		"handshakes_failed_total timeout": 1, "handshakes_failed_total no-ssh": 1, "connections_open": 1,
	})
	for _, line := range []string{
		`warn msg="sessions turned away" limit=max-sessions`,
		`info msg="connections turned away" limit=handshake-timeout`, `info msg="connections turned away" limit=no-session`,
	} {
		r.Log.Until(t, "level="+line)
	}
	_ = v.Close()
	r.Empty(t)
	agreed(t, r)
}

// TestStatsAndMetricsAgreeOnWhomLimitsCutOff has clients that exceed the limits of a connection, or connect
// while the server stops.
func TestStatsAndMetricsAgreeOnWhomLimitsCutOff(t *testing.T) {
	t.Parallel()
	config := measured
	config.MaxBytes, config.DrainTimeout = 64<<10, time.Hour
	r := servertest.Serve(t, config)
	for _, flood := range []func(*gossh.Client, gossh.Channel) error{
		func(_ *gossh.Client, c gossh.Channel) error {
			_, err := c.SendRequest("signal", false, nil)
			return err
		},
		func(c *gossh.Client, _ gossh.Channel) error {
			_, _, _ = c.OpenChannel("session", nil) // refused
			_, _, err := c.SendRequest("alive", true, nil)
			return err
		},
		func(_ *gossh.Client, c gossh.Channel) error {
			_, err := c.Stderr().Write(make([]byte, 1<<10))
			return err
		},
	} {
		client := r.Client(t)
		c, requests, err := client.OpenChannel("session", nil)
		if err != nil {
			t.Fatal(err)
		}
		go gossh.DiscardRequests(requests)
		for flood(client, c) == nil { //nolint:revive // until the connection is closed
		}
	}
	reads := r.Visit(t, visitor.Options{})
	go func() { _ = r.Stop() }()
	servertest.WaitFor(t, reads, "the server is stopping")
	sess, err := reads.Client().NewSession()
	if err != nil {
		t.Fatal(err)
	}
	if sess.Run("help") == nil {
		t.Error("a session begins")
	}
	counts(t, r, map[string]float64{
		"turned_away_total too-many-requests": 1, "turned_away_total too-many-channels": 1, "turned_away_total sent-too-much": 1, "turned_away_total stopping": 1,
	})
	agreed(t, r)
}

// agreed stops a server, and checks that the log has all turned-away clients that the metrics count.
func agreed(t *testing.T, r *servertest.Running) {
	t.Helper()
	want := scrape(t, r)
	_ = r.Close()
	if err := r.Stop(); err != nil {
		t.Fatal(err)
	}
	counter := stats.NewCounter()
	if err := counter.Read(strings.NewReader(r.Log.String())); err != nil {
		t.Fatal(err)
	}
	got := map[string]float64{}
	for _, c := range counter.Summary().TurnedAway {
		got["turned_away_total "+c.Name] = float64(c.Count)
	}
	for name, n := range want {
		if strings.HasPrefix(name, "turned_away_total ") && got[name] != n {
			t.Errorf("%s is %v, and %v in the log", name, n, got[name])
		}
	}
}

func TestMetricsTellOfSourcesWithTooManyConnections(t *testing.T) {
	t.Parallel()
	config := measured
	config.MaxConnectionsPerSource = 3
	r := servertest.Serve(t, config)
	for range 5 {
		r.Silent(t)
	}
	counts(t, r, map[string]float64{"turned_away_total connections-per-source": 2, "connections_open": 3})
}

func TestMetricsAreAsPrometheusWantsThem(t *testing.T) {
	t.Parallel()
	r := servertest.Serve(t, measured)
	r.Run(t, visitor.Options{Command: "experience"})
	_, text := get(t, r, "/metrics")
	problems, err := promlint.New(strings.NewReader(text)).Lint()
	if err != nil || len(problems) > 0 {
		t.Errorf("%v, %v", problems, err)
	}
}

func TestNothingThatAClientSendsBecomesALabel(t *testing.T) {
	t.Parallel()
	r := servertest.Serve(t, measured)
	before := scrape(t, r)
	for i, name := range []string{
		"OpenSSH_evil", "evil", "Go", "go-evil", `evil"} 1`, "evil\x01evil", "öpenssh", strings.Repeat("evil", 40), "libssh2evil_1", "-", "",
	} {
		client, err := r.Connect("SSH-2.0-" + name)
		if err != nil {
			continue // x/crypto sends not all of them
		}
		sess, err := client.NewSession()
		if err != nil {
			t.Fatal(err)
		}
		_ = sess.Setenv("LANG", "evil")
		_ = sess.RequestPty(name, 24, 80, gossh.TerminalModes{})
		sess.Stdin = strings.NewReader("q")
		_ = sess.Run([]string{"evil", "search evil", "scp -f evil", "experience evil", "exp"}[i%5])
		_ = client.Close()
	}
	counts(t, r, map[string]float64{"connections_open": 0, "sessions_open other": 0})
	after := scrape(t, r)
	if after["sessions_total other"] < 4 || after["sessions_total go"] != 2 || after["sessions_total openssh"] != 1 {
		t.Errorf("%v", after)
	}
	for key := range after {
		if _, known := before[key]; !known && strings.Contains(key, " ") {
			t.Errorf("new: %s", key)
		}
	}
	if _, text := get(t, r, "/metrics"); strings.Contains(text, "evil") {
		t.Error("a client has made a label")
	}
}

func TestReloadsAreCounted(t *testing.T) {
	t.Parallel()
	r := servertest.Serve(t, measured)
	r.Reject(io.EOF)
	counts(t, r, map[string]float64{"reloads_total failure": 1, "reloads_total success": 0, "reload_last_successful": 0})
	r.Publish(servertest.Embedded(t))
	counts(t, r, map[string]float64{"reloads_total failure": 1, "reloads_total success": 1, "reload_last_successful": 1})
	r.Reject(io.EOF)
	r.Unchanged() // what was bad was taken back
	counts(t, r, map[string]float64{"reloads_total failure": 2, "reloads_total success": 2, "reload_last_successful": 1})
}

func TestMetricsTellHowSessionsEnd(t *testing.T) {
	t.Parallel()
	config := measured
	config.Formats = []export.Format{{
		Name: "fault", File: "resume.fault", Purpose: func(*words.Words) string { return "" },
		Make: func(*resume.Resume) ([]byte, error) { panic("a fault") },
	}}
	r := servertest.Serve(t, config)
	hangsUp := r.Visit(t, visitor.Options{})
	_ = hangsUp.Close()
	r.Run(t, visitor.Options{Command: "fault"})
	counts(t, r, map[string]float64{
		"sessions_ended_total hung-up": 1, "sessions_ended_total panic": 1, "errors_total panic": 1, "sessions_ended_total left": 0,
	})
}

func TestMain(m *testing.M) { servertest.Main(m) }

// TestSectionsMayBeCalledAsCommandsAre has sections with names that log and metrics use for other things, or
// that look like shell commands.
func TestSectionsMayBeCalledAsCommandsAre(t *testing.T) {
	t.Parallel()
	r := servertest.Serve(t, measured)
	version := servertest.Another(t, "Maria")
	changed := *version.Resume
	changed.Menu, changed.Custom = nil, nil
	for id, title := range map[string]string{"unknown": "Unknown", "interactive": "Interactive", "exec": "Exec", "rnd": "Research & Development"} {
		changed.Custom = append(changed.Custom, resume.CustomSection{
			ID: id, Title: title, Blocks: []resume.CustomBlock{{Type: resume.KindText, Text: "Something."}},
		})
	}
	version.Resume = &changed
	r.Publish(version)
	for _, command := range []string{"unknown", "interactive", "exec", "research & development"} {
		if got := r.Run(t, visitor.Options{Command: command}); got.Status != 0 || got.Stdout == "" {
			t.Errorf("%q: %+v", command, got)
		}
		v := r.Visit(t, visitor.Options{Command: command})
		servertest.Leave(t, v)
	}
	r.Log.Until(t, "request=section section=unknown")
	counts(t, r, map[string]float64{"commands_total section": 4, "commands_total interactive": 4, "commands_total unknown": 0})
}
