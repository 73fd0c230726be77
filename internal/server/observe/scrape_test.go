package observe_test

import (
	"errors"
	"fmt"
	"io"
	"net/http"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"ssh-resume/internal/server/servertest"
	"ssh-resume/internal/visitor"
)

// metricsAddr returns the address of metrics and health from the log.
func metricsAddr(t *testing.T, r *servertest.Running) string {
	t.Helper()
	const served = `msg="metrics served" address=`
	r.Log.Until(t, served)
	_, address, _ := strings.Cut(r.Log.String(), served)
	return strings.Fields(address)[0]
}

// get asks for a path over HTTP.
func get(t *testing.T, r *servertest.Running, path string) (status int, body string) {
	t.Helper()
	client := http.Client{Transport: &http.Transport{DisableKeepAlives: true}, Timeout: visitor.Patience}
	request, err := http.NewRequestWithContext(t.Context(), http.MethodGet, "http://"+metricsAddr(t, r)+path, http.NoBody)
	if err != nil {
		t.Fatal(err)
	}
	answer, err := client.Do(request)
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

// scrape returns the values of the metrics by "name" or "name label-value"; for a histogram, the number of
// observations.
func scrape(t *testing.T, r *servertest.Running) map[string]float64 {
	t.Helper()
	status, body := get(t, r, "/metrics")
	if status != http.StatusOK {
		t.Fatalf("status %d: %s", status, body)
	}
	all := map[string]float64{}
	for _, m := range sample.FindAllStringSubmatch(body, -1) {
		value, err := strconv.ParseFloat(m[3], 64)
		if err != nil {
			t.Fatal(err)
		}
		all[strings.TrimSpace(m[1]+" "+m[2])] = value
	}
	return all
}

// sample is a line of a metric with at most one label.
var sample = regexp.MustCompile(`(?m)^ssh_resume_(\w+?)(?:_count)?(?:\{\w+="([^"]*)"\})? (\S+)$`)

// counts waits until the metrics are as wanted.
func counts(t *testing.T, r *servertest.Running, want map[string]float64) {
	t.Helper()
	visitor.Eventually(t, func() error {
		got := scrape(t, r)
		var wrong error
		for key, value := range want {
			if got[key] != value {
				wrong = errors.Join(wrong, fmt.Errorf("%s is %v, want %v", key, got[key], value))
			}
		}
		return wrong
	})
}
