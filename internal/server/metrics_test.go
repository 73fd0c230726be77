package server

import (
	"errors"
	"fmt"
	"io"
	"net/http"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/pkg/sftp"
	"github.com/prometheus/client_golang/prometheus/testutil/promlint"
	dto "github.com/prometheus/client_model/go"
	"github.com/prometheus/common/expfmt"
	"github.com/prometheus/common/model"
	gossh "golang.org/x/crypto/ssh"

	"ssh-resume/internal/visitor"
)

// get asks the monitor.
func (r *running) get(t *testing.T, path string) (status int, body string) {
	t.Helper()
	client := http.Client{Transport: &http.Transport{DisableKeepAlives: true}, Timeout: patience}
	answer, err := client.Get("http://" + r.monitor.listener.Addr().String() + path)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = answer.Body.Close() }()
	text, err := io.ReadAll(answer.Body)
	if err != nil {
		t.Fatal(err)
	}
	return answer.StatusCode, string(text)
}

// scrape gives the metrics as Prometheus gets them: "name value-of-the-label" or
// "name", with the value, of a histogram how many it has seen.
func (r *running) scrape(t *testing.T) map[string]float64 {
	t.Helper()
	status, body := r.get(t, "/metrics")
	if status != http.StatusOK {
		t.Fatalf("status %d: %s", status, body)
	}
	parser := expfmt.NewTextParser(model.UTF8Validation)
	families, err := parser.TextToMetricFamilies(strings.NewReader(body))
	if err != nil {
		t.Fatal(err)
	}
	all := map[string]float64{}
	for name, family := range families {
		for _, m := range family.GetMetric() {
			key := strings.TrimPrefix(name, "ssh_resume_")
			if len(m.GetLabel()) == 1 {
				key += " " + m.GetLabel()[0].GetValue()
			}
			switch family.GetType() {
			case dto.MetricType_HISTOGRAM:
				all[key] = float64(m.GetHistogram().GetSampleCount())
			case dto.MetricType_GAUGE:
				all[key] = m.GetGauge().GetValue()
			default:
				all[key] = m.GetCounter().GetValue()
			}
		}
	}
	return all
}

// counts waits until the metrics are as wanted.
func (r *running) counts(t *testing.T, want map[string]float64) {
	t.Helper()
	eventually(t, func() error {
		got := r.scrape(t)
		var wrong error
		for key, value := range want {
			if got[key] != value {
				wrong = errors.Join(wrong, fmt.Errorf("%s is %v, want %v", key, got[key], value))
			}
		}
		return wrong
	})
}

var measured = Config{MetricsListen: "127.0.0.1:0", Version: "v1.2.3", Commit: "abc"}

func TestMetricsTellWhatVisitorsDo(t *testing.T) {
	config := measured
	config.Source = embedded
	r := serve(t, config)
	v := r.visit(t, visitor.Options{Term: "tmux-256color"})
	r.counts(t, map[string]float64{
		"sessions_open go": 1, "terminals_open tmux": 1, "connections_open": 1, "sessions_total go": 1,
		"sessions_ended_total left": 0, "first_frame_seconds": 1, "commands_total none": 1,
	})
	if err := v.Press("2"); err != nil {
		t.Fatal(err)
	}
	if err := v.WaitFor(t.Context(), "Netflix"); err != nil {
		t.Fatal(err)
	}
	if err := v.Press("q"); err != nil {
		t.Fatal(err)
	}
	if _, err := v.Wait(t.Context()); err != nil {
		t.Fatal(err)
	}
	for _, command := range []string{"", "pdf", "experience", "search kafka", "help", "my secret"} {
		r.run(t, visitor.Options{Command: command})
	}
	client := r.client(t)
	copier, err := sftp.NewClient(client)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := copier.Open("resume.pdf"); err != nil {
		t.Fatal(err)
	}
	_ = copier.Close()
	r.counts(t, map[string]float64{"sessions_ended_total left": 8}) // before the connection is cut off
	_ = client.Close()
	_ = v.Close()

	r.counts(t, map[string]float64{
		"sessions_open go": 0, "terminals_open tmux": 0, "terminals_open none": 0, "connections_open": 0,
		"sessions_total go": 8, "terminals_total tmux": 1, "terminals_total none": 7, "connections_total": 8,
		"sessions_ended_total left": 8, "handshake_seconds": 8, "first_frame_seconds": 1,
		"commands_total none": 2, "commands_total section": 1, "commands_total pdf": 1, "commands_total search": 1,
		"commands_total help": 1, "commands_total unknown": 1, "commands_total sftp": 1,
		"sections_read_total profile": 1, "section_shown_seconds profile": 1, "section_shown_seconds experience": 1,
		"taken_total text": 1, "taken_total pdf": 2, "taken_total html": 0,
		"errors_total panic": 0, "reload_last_successful": 1, "sessions_max": 10000,
	})
	got := r.scrape(t)
	if got["key_frame_seconds"] == 0 || got["sections_read_total experience"] < 2 || got["reload_last_success_timestamp_seconds"] == 0 {
		t.Errorf("%v", got)
	}
	_, text := r.get(t, "/metrics")
	for _, want := range []string{`ssh_resume_build_info{commit="abc",goversion="go`, `version="v1.2.3"} 1`, "go_goroutines ", "\nprocess_"} {
		if !strings.Contains(text, want) {
			t.Errorf("no %s in the metrics", want)
		}
	}
	if strings.Contains(text, "secret") {
		t.Error("a visitor's words are in the metrics")
	}
}

func TestMetricsTellHowVisitsEnd(t *testing.T) {
	r := serve(t, measured, func(s *Server) {
		s.ssh.Handler = middleware(func(sess *session) bool {
			if sess.command == "fault" {
				panic("a fault in the handler")
			}
			return false
		}, s.ssh.Handler)
	})
	hangsUp := r.visit(t, visitor.Options{})
	_ = hangsUp.Close()
	r.run(t, visitor.Options{Command: "fault"})
	r.counts(t, map[string]float64{
		"sessions_ended_total hung-up": 1, "sessions_ended_total panic": 1, "errors_total panic": 1, "sessions_ended_total left": 0,
	})
}

func TestMetricsTellOfVisitsThatEndWithoutAKey(t *testing.T) {
	config := measured
	config.IdleTimeout = 500 * time.Millisecond
	r := serve(t, config)
	idles := r.visit(t, visitor.Options{})
	if _, err := idles.Wait(t.Context()); err != nil {
		t.Fatal(err)
	}
	r.counts(t, map[string]float64{"sessions_ended_total idle": 1})
}

func TestMetricsTellWhoIsTurnedAway(t *testing.T) {
	config := measured
	config.MaxSessions, config.HandshakeTimeout = 1, 500*time.Millisecond
	r := serve(t, config, func(s *Server) { s.lonely = 300 * time.Millisecond })
	r.visit(t, visitor.Options{})
	r.run(t, visitor.Options{}) // one too many
	if c := r.silent(t); !strings.Contains(closed(t, c), "SSH-2.0-") {
		t.Error("no greeting")
	}
	if _, err := io.WriteString(r.silent(t), "GET / HTTP/1.1\r\n\r\n"); err != nil {
		t.Fatal(err)
	}
	r.client(t) // without a session
	r.counts(t, map[string]float64{
		"turned_away_total max-sessions": 1, "turned_away_total handshake-timeout": 1, "turned_away_total no-session": 1,
		"handshakes_failed_total timeout": 1, "handshakes_failed_total no-ssh": 1, "connections_open": 1,
	})
}

func TestMetricsTellOfSourcesWithTooManyConnections(t *testing.T) {
	config := measured
	config.MaxConnectionsPerSource = 3
	r := serve(t, config)
	for range 5 {
		r.silent(t)
	}
	r.counts(t, map[string]float64{"turned_away_total connections-per-source": 2, "connections_open": 3})
}

func TestMetricsAreAsPrometheusWantsThem(t *testing.T) {
	r := serve(t, measured)
	r.run(t, visitor.Options{Command: "experience"})
	_, text := r.get(t, "/metrics")
	problems, err := promlint.New(strings.NewReader(text)).Lint()
	if err != nil || len(problems) > 0 {
		t.Errorf("%v, %v", problems, err)
	}
}

func TestNothingThatAClientSendsBecomesALabel(t *testing.T) {
	r := serve(t, measured)
	before := r.scrape(t)
	for i, name := range []string{
		"OpenSSH_evil", "evil", "Go", "go-evil", `evil"} 1`, "evil\x01evil", "öpenssh", strings.Repeat("evil", 40), "libssh2evil_1", "-", "",
	} {
		client, err := gossh.Dial("tcp", r.addr, &gossh.ClientConfig{
			User: "evil", ClientVersion: "SSH-2.0-" + name, Timeout: patience,
			HostKeyCallback: gossh.InsecureIgnoreHostKey(), //nolint:gosec // no matter whose it is
		})
		if err != nil {
			continue // x/crypto sends not all of them
		}
		c := channel(t, client)
		_ = ask(t, c, "env", variable{"LANG", "evil"})
		_ = ask(t, c, "pty-req", ptyRequest{Term: name, Columns: 80, Rows: 24})
		command := []string{"evil", "search evil", "scp -f evil", "experience evil", "exp"}[i%5]
		_ = ask(t, c, "exec", struct{ Line string }{command})
		_, _ = io.WriteString(c, "q")
		_ = c.CloseWrite()
		_, _ = io.Copy(io.Discard, c)
		_ = client.Close()
	}
	r.counts(t, map[string]float64{"connections_open": 0, "sessions_open other": 0})
	after := r.scrape(t)
	if after["sessions_total other"] < 4 || after["sessions_total go"] != 2 || after["sessions_total openssh"] != 1 {
		t.Errorf("%v", after)
	}
	for key := range after {
		if _, known := before[key]; !known && strings.Contains(key, " ") {
			t.Errorf("new: %s", key)
		}
	}
	if _, text := r.get(t, "/metrics"); strings.Contains(text, "evil") {
		t.Error("a client has made a label")
	}
}

func FuzzFamiliesAreOfAList(f *testing.F) {
	for _, name := range []string{"SSH-2.0-OpenSSH_9.6", "SSH-2.0-", "xterm-256color", "SSH-2.0-Go", "\xff", "st"} {
		f.Add(name)
	}
	f.Fuzz(func(t *testing.T, name string) {
		if got := clientFamily(name); !slices.Contains(clientFamilies.names(), got) {
			t.Errorf("client %q", got)
		}
		if got := (&session{hasPty: true, term: name}).terminalFamily(); !slices.Contains(terminalFamilies.names(), got) {
			t.Errorf("terminal %q", got)
		}
	})
}

func TestFamilyIsThatOfTheProgram(t *testing.T) {
	for version, want := range map[string]string{
		"SSH-2.0-OpenSSH_9.2p1 Debian-2+deb12u3": "openssh",
		"SSH-2.0-OpenSSH_for_Windows_9.5":        "openssh",
		"SSH-2.0-PuTTY_Release_0.78":             "putty",
		"SSH-2.0-WinSCP_release_6.3":             "winscp",
		"SSH-2.0-dropbear_2022.83":               "dropbear",
		"SSH-2.0-libssh2_1.10.0":                 "libssh2",
		"SSH-2.0-libssh_0.10.6":                  "libssh",
		"SSH-2.0-paramiko_2.12.0":                "paramiko",
		"SSH-2.0-JSCH-0.1.54":                    "jsch",
		"SSH-1.99-Go":                            "go",
		"SSH-2.0-Gopher":                         "other",
		"SSH-2.0-":                               "other",
		"":                                       "other",
	} {
		if got := clientFamily(version); got != want {
			t.Errorf("%s: %s", version, got)
		}
	}
	for term, want := range map[string]string{
		"xterm-256color": "xterm", "xterm-kitty": "kitty", "tmux-256color": "tmux", "screen.xterm-256color": "screen",
		"alacritty": "alacritty", "foot-extra": "foot", "st-256color": "st", "stterm": "other", "vt220": "vt",
		"dumb": "dumb", "": "none",
	} {
		if got := (&session{hasPty: true, term: term}).terminalFamily(); got != want {
			t.Errorf("%s: %s", term, got)
		}
	}
	if got := (&session{term: "xterm"}).terminalFamily(); got != "none" {
		t.Errorf("without a terminal: %s", got)
	}
}

func TestReloadsAreCounted(t *testing.T) {
	r := serve(t, measured)
	r.NotPublished(io.EOF)
	r.counts(t, map[string]float64{"reloads_total failure": 1, "reloads_total success": 0, "reload_last_successful": 0})
	r.Publish(Edition{Resume: profile(t)})
	r.counts(t, map[string]float64{"reloads_total failure": 1, "reloads_total success": 1, "reload_last_successful": 1})
	r.NotPublished(io.EOF)
	r.StillPublished() // what was bad was taken back
	r.counts(t, map[string]float64{"reloads_total failure": 2, "reloads_total success": 2, "reload_last_successful": 1})
	var off *metrics
	off.reloaded(nil, io.EOF)
}

func TestMeasuringAKeyAllocatesNothing(t *testing.T) {
	r := serve(t, measured)
	framed := r.metrics.framed(&session{conn: &conn{opened: time.Now()}, first: true})
	if n := testing.AllocsPerRun(1000, func() { framed(time.Millisecond) }); n != 0 {
		t.Errorf("%v allocations", n)
	}
	var off *metrics
	if off.framed(nil) != nil {
		t.Error("frames are told of where nobody measures")
	}
}
