package servertest

import (
	"errors"
	"fmt"
	"io"
	"net/http"
	"regexp"
	"strconv"
	"strings"
	"testing"
)

// MetricsAddr returns the address of metrics and health, as the log names it.
func (r *Running) MetricsAddr(t *testing.T) string {
	t.Helper()
	const served = `msg="metrics served" address=`
	r.Log.Until(t, served)
	_, address, _ := strings.Cut(r.Log.String(), served)
	return strings.Fields(address)[0]
}

// Get asks for a path over HTTP.
func (r *Running) Get(t *testing.T, path string) (status int, body string) {
	t.Helper()
	client := http.Client{Transport: &http.Transport{DisableKeepAlives: true}, Timeout: Patience}
	request, err := http.NewRequestWithContext(t.Context(), http.MethodGet, "http://"+r.MetricsAddr(t)+path, http.NoBody)
	check(t, err)
	answer, err := client.Do(request)
	check(t, err)
	defer func() { _ = answer.Body.Close() }()
	text, err := io.ReadAll(answer.Body)
	check(t, err)
	return answer.StatusCode, string(text)
}

// Scrape returns the metrics as Prometheus gets them: "name value-of-the-label" or
// "name", with the value; of a histogram, the number of observations.
func (r *Running) Scrape(t *testing.T) map[string]float64 {
	t.Helper()
	status, body := r.Get(t, "/metrics")
	if status != http.StatusOK {
		t.Fatalf("status %d: %s", status, body)
	}
	all := map[string]float64{}
	for _, m := range sample.FindAllStringSubmatch(body, -1) {
		value, err := strconv.ParseFloat(m[3], 64)
		check(t, err)
		all[strings.TrimSpace(m[1]+" "+m[2])] = value
	}
	return all
}

// sample is a line of a metric with at most one label.
var sample = regexp.MustCompile(`(?m)^ssh_resume_(\w+?)(?:_count)?(?:\{\w+="([^"]*)"\})? (\S+)$`)

// Counts waits until the metrics are as wanted.
func (r *Running) Counts(t *testing.T, want map[string]float64) {
	t.Helper()
	Eventually(t, func() error {
		got := r.Scrape(t)
		var wrong error
		for key, value := range want {
			if got[key] != value {
				wrong = errors.Join(wrong, fmt.Errorf("%s is %v, want %v", key, got[key], value))
			}
		}
		return wrong
	})
}
