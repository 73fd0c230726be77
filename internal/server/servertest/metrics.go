package servertest

import (
	"errors"
	"fmt"
	"io"
	"net/http"
	"strings"
	"testing"

	dto "github.com/prometheus/client_model/go"

	"github.com/prometheus/common/expfmt"
	"github.com/prometheus/common/model"
)

// Get asks for a path over HTTP.
func (r *Running) Get(t *testing.T, path string) (status int, body string) {
	t.Helper()
	client := http.Client{Transport: &http.Transport{DisableKeepAlives: true}, Timeout: Patience}
	request, err := http.NewRequestWithContext(t.Context(), http.MethodGet, "http://"+r.MetricsAddr().String()+path, http.NoBody)
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

// Scrape returns the metrics as Prometheus gets them: "name value-of-the-label" or
// "name", with the value; of a histogram, the number of observations.
func (r *Running) Scrape(t *testing.T) map[string]float64 {
	t.Helper()
	status, body := r.Get(t, "/metrics")
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
