package load

import (
	"errors"
	"runtime"
	"runtime/debug"
	"strconv"
	"strings"
	"testing"
	"text/tabwriter"
	"time"
)

// settleTime is how long Go's runtime takes at most to collect garbage (every
// two minutes) and to return memory.
const settleTime = 150 * time.Second

// BenchmarkSessions compares the program with the same model on Wish's stock
// middleware, for several numbers of idle sessions in windows of 120×40.
// CONTRIBUTING.md explains the figures.
func BenchmarkSessions(b *testing.B) { compare(b, nil) }

// BenchmarkMixedWindows compares them in windows of many sizes, as
// real visitors have.
func BenchmarkMixedWindows(b *testing.B) { compare(b, mixedWindows) }

// mixedWindows returns a window of 60 to 220 columns and 16 to 70 rows. The first
// 8,855 clients have windows of different sizes.
func mixedWindows(client int) Window {
	const columns, rows = 220 - 60 + 1, 70 - 16 + 1 // coprime
	return Window{uint32(60 + 61*client%columns), uint32(16 + 23*client%rows)}
}

func compare(b *testing.B, windows func(int) Window) {
	b.Helper()
	for _, sessions := range []int{100, 1000, 5000} {
		b.Run(strconv.Itoa(sessions), func(b *testing.B) {
			for b.Loop() {
				ours := measure(b, serveOurs(b), sessions, windows)
				stock := measure(b, serveStock(b), sessions, windows)
				settle(b, ours)
				report(b, ours, stock)
			}
		})
	}
}

// BenchmarkFullHouse measures the program with as many sessions as it admits by
// default.
func BenchmarkFullHouse(b *testing.B) {
	for b.Loop() {
		ours := measure(b, serveOurs(b), 9900, nil) // leaves room for the timed sessions
		settle(b, ours)
		report(b, ours, nil)
	}
}

func measure(b *testing.B, server *process, sessions int, windows func(int) Window) *Run {
	b.Helper()
	// This process runs thousands of clients. Collecting its garbage takes
	// processor time from the server.
	defer debug.SetGCPercent(debug.SetGCPercent(400))
	run, err := Measure(b.Context(), server, Plan{
		Windows:  windows,
		Sessions: sessions,
		Connects: 30,
		Keys:     500,
		Quiet:    2 * time.Second,
		Idle:     10 * time.Second,
		Left:     5 * time.Second,
		First:    wholeFrame,
		Titles:   titles(b),
	})
	if errors.Is(err, errors.ErrUnsupported) {
		b.Skip("memory and processor time of another process can be read on Linux only")
	}
	if err != nil {
		b.Fatal(err)
	}
	return run
}

func settle(b *testing.B, run *Run) {
	b.Helper()
	if err := run.MemoryLeft("settled-KB", settleTime); err != nil {
		b.Fatal(err)
	}
}

// report reports the figures as metrics and as a table. A ratio says how many
// times as much the stock server takes. Stock may be nil.
func report(b *testing.B, ours, stock *Run) {
	b.Helper()
	b.ReportMetric(0, "ns/op") // omits the default metric, which means nothing here
	rows := [][]string{{""}, {"ours"}, {"stock"}, {"ratio"}}
	for i, f := range ours.Figures {
		column := []string{f.Name, short(f.Value), "", ""}
		b.ReportMetric(f.Value, "ours-"+f.Name)
		if stock != nil && i < len(stock.Figures) {
			other := stock.Figures[i].Value
			column[2] = short(other)
			b.ReportMetric(other, "stock-"+f.Name)
			if f.Value > 0 && other > 0 {
				column[3] = short(other / f.Value)
				b.ReportMetric(other/f.Value, "ratio-"+f.Name)
			}
		}
		for row, cell := range column {
			rows[row] = append(rows[row], cell)
		}
	}
	if stock == nil {
		rows = rows[:2]
	}
	var table strings.Builder
	w := tabwriter.NewWriter(&table, 0, 0, 2, ' ', tabwriter.AlignRight)
	for _, row := range rows {
		_, _ = w.Write([]byte(strings.Join(row, "\t") + "\t\n")) // to memory
	}
	_ = w.Flush()
	b.Logf("%s, %d processors for servers and clients together\n%s", runtime.Version(), runtime.GOMAXPROCS(0), &table)
}

// short formats a number with three significant digits, or more if it is 1,000
// or above.
func short(f float64) string {
	digits := 2
	for v := max(f, -f); v >= 10 && digits > 0; v /= 10 {
		digits--
	}
	return strconv.FormatFloat(f, 'f', digits, 64)
}
