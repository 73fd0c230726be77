package stats

import (
	"bytes"
	"compress/gzip"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode"

	"github.com/charmbracelet/x/ansi"
)

var update = flag.Bool("update", false, "update the golden files")

// start is when the logs in tests begin.
var start = time.Date(2026, time.November, 2, 8, 0, 0, 0, time.UTC)

// line returns a line as the server logs it in JSON.
func line(at time.Duration, level, what, fields string) string {
	return fmt.Sprintf(`{"time":%q,"level":%q,"msg":%q%s}`+"\n", start.Add(at).Format(time.RFC3339), level, what, fields)
}

// sessionLog returns the log of one session.
func sessionLog(at, lasted time.Duration, id, opened, closed string) string {
	visitor := `,"id":"` + id + `","source":"192.0.2.` + id[:1] + `","client":"SSH-2.0-OpenSSH_9.6p1 Ubuntu-3"` + opened
	return line(at, "info", "session opened", visitor) +
		line(at+lasted, "info", "session closed", visitor+`,"for":"`+lasted.String()+`"`+closed)
}

const inTerminal = `,"terminal":"xterm-256color","width":120,"height":40,"request":"interactive"`

// asks returns the fields for a request without a terminal.
func asks(kind, format string) string { return `,"request":"` + kind + `","format":"` + format + `"` }

func summarize(t *testing.T, logs ...string) Summary {
	t.Helper()
	c := NewCounter()
	for _, log := range logs {
		if err := c.Read(strings.NewReader(log)); err != nil {
			t.Fatal(err)
		}
	}
	return c.Summary()
}

func TestReadersAreDistinguishedFromPassersBy(t *testing.T) {
	for _, test := range []struct {
		name, opened, closed string
		lasted               time.Duration
		reader               bool
	}{
		{"stayed", inTerminal, `,"sections":"about"`, time.Second, true},
		{"gone at once", inTerminal, `,"sections":"about"`, 999 * time.Millisecond, false},
		{"fast", inTerminal, `,"sections":"about,experience"`, 300 * time.Millisecond, true},
		{"opened at a section", inTerminal + `,"section":"skills"`, `,"sections":"skills"`, time.Minute, true},
		{"text", asks("format", "text"), `,"saved":"text"`, time.Millisecond, true},
		{"a section", asks("section", ""), `,"sections":"skills"`, time.Millisecond, true},
		{"a section that is called unknown", asks("section", "") + `,"section":"unknown"`, "", 0, true},
		{"a PDF", asks("format", "pdf-a4"), `,"saved":"pdf-a4"`, time.Millisecond, true},
		{"a part of a PDF", asks("format", "pdf"), "", 0, false},
		{"searched", asks("search", ""), "", time.Millisecond, true},
		{"asked for the card", asks("card", ""), "", time.Millisecond, true},
		{"asked for help", asks("help", ""), "", time.Millisecond, true},
		{"looks for a shell", asks("unknown", ""), "", time.Minute, false},
		{"saved a file", asks("sftp", ""), `,"saved":"markdown"`, time.Millisecond, true},
		{"looked at the files", asks("sftp", ""), "", time.Minute, false},
		{"copied", asks("scp", ""), `,"saved":"readme"`, time.Millisecond, true},
	} {
		s := summarize(t, sessionLog(0, test.lasted, "a-1", test.opened, test.closed))
		if s.Sessions != 1 || (s.Readers == 1) != test.reader || s.Readers > 1 {
			t.Errorf("%s: %d sessions, %d readers", test.name, s.Sessions, s.Readers)
		}
	}
}

// month returns a log with some of everything.
func month() string {
	var b strings.Builder
	sections := []string{"about", "highlights", "experience", "projects", "skills", "education", "principles", "open-source", "talks", "writing", "certifications", "contact"}
	for i := range 1300 {
		at := time.Duration(i/43)*24*time.Hour + time.Duration(i%43*(i%43))*47*time.Second
		id := fmt.Sprintf("%c%d-1", 'a'+i%26, i)
		b.WriteString(line(at, "info", "connection closed", `,"id":"`+id[:len(id)-2]+`"`))
		switch {
		case i%10 < 6:
			b.WriteString(sessionLog(at, time.Duration(i%97*i%600)*time.Second, id, inTerminal, `,"sections":"`+strings.Join(sections[:1+i%12], ",")+`"`))
		case i%10 == 6:
			b.WriteString(sessionLog(at, 0, id, asks("unknown", ""), ""))
		case i%10 == 7:
			if format := []string{"pdf", "text", "markdown", ""}[i/10%4]; format != "" {
				b.WriteString(sessionLog(at, 0, id, asks("format", format), `,"saved":"`+format+`"`))
			} else {
				b.WriteString(sessionLog(at, 0, id, asks("search", ""), ""))
			}
		case i%10 == 8:
			b.WriteString(sessionLog(at, time.Second, id, asks("sftp", ""), `,"saved":"pdf"`))
		}
	}
	b.WriteString(line(time.Hour, "info", "handshake failed", `,"error":"no common algorithm"`))
	b.WriteString(line(time.Hour, "warn", "connections turned away", `,"limit":"connection-rate","source":"192.0.2.7","count":1500`))
	b.WriteString(line(time.Hour, "warn", "sessions turned away", `,"limit":"max-sessions","source":"192.0.2.7","count":2`))
	b.WriteString(line(time.Hour, "error", "session panicked", `,"id":"a-1","panic":"index","stack":"goroutine 7\n"`))
	b.WriteString("panic: out of everything\n\ngoroutine 1 [running]:\n")
	return b.String()
}

func TestSummaryFitsOnAScreen(t *testing.T) {
	s := summarize(t, month())
	for _, width := range []int{50, 80, 100} {
		styled := s.Draw(width, width == 50)
		got := ansi.Strip(styled)
		file := filepath.Join("testdata", fmt.Sprintf("%d.golden", width))
		if *update {
			if err := os.WriteFile(file, []byte(got), 0o600); err != nil {
				t.Fatal(err)
			}
		}
		want, err := os.ReadFile(file)
		if err != nil || got != string(want) {
			t.Errorf("differs from %s (%v):\n%s", file, err, got)
		}
		if lines := strings.Count(got, "\n"); width >= twoColumns && lines > 23 { // and a prompt
			t.Errorf("%d lines", lines)
		}
		if styled == got {
			t.Error("there is no style")
		}
	}
}

func TestCountsAreNeverCut(t *testing.T) {
	for width := minWidth; width <= maxWidth; width++ {
		s := Summary{Lines: 1, Clients: []Count{{"OpenSSH_for_Windows_of_a_very_long_version_9.5", 98765}, {"PuTTY", 98765}, {"Termius", 98765}, {"Go", 98765}}}
		_, clients, _ := strings.Cut(ansi.Strip(s.Draw(width, false)), "\nClients ")
		clients, _, _ = strings.Cut(clients, "\n")
		if n := strings.Count(clients, "9"); n == 0 || strings.Count(clients, " 98,765") != n-strings.Count(clients, "_9.5") {
			t.Errorf("%d cells wide: %q", width, clients)
		}
	}
}

func TestOrderOfLogsDoesNotMatter(t *testing.T) {
	t.Parallel()
	log := month()
	want := summarize(t, log)
	if want.Sessions != 1170 || want.ConnectionsWithoutSession != 130 || want.TurnedAway[0] != (Count{"connection-rate", 1500}) {
		t.Errorf("%+v", want)
	}
	lines := slices.Collect(strings.Lines(log))
	for at := 0; at < len(lines); at += 701 { // also in the middle of sessions
		first, second := strings.Join(lines[:at], ""), strings.Join(lines[at:], "")
		if got := summarize(t, second, first); !reflect.DeepEqual(got, want) {
			t.Fatalf("split at line %d:\n%+v\nwant\n%+v", at, got, want)
		}
	}
}

func TestLogsGivenTwiceCountOnce(t *testing.T) {
	log := month()
	want := summarize(t, log)
	lines := slices.Collect(strings.Lines(log))
	for name, logs := range map[string][]string{
		"the same log":          {log, log},
		"a rotated log as well": {log, strings.Join(lines[:1000], "")},
		"logs that overlap":     {strings.Join(lines[:2000], ""), strings.Join(lines[1500:], "")},
		"the last log thrice":   {strings.Join(lines[:2000], ""), strings.Join(lines[2000:], ""), strings.Join(lines[2000:], ""), log},
	} {
		if got := summarize(t, logs...); !reflect.DeepEqual(got, want) {
			t.Errorf("%s:\n%+v\nwant\n%+v", name, got, want)
		}
	}
}

// TestRepeatedEventsOfOneLogAllCount has two handshakes fail within a second,
// which leaves two equal lines.
func TestRepeatedEventsOfOneLogAllCount(t *testing.T) {
	failed := line(0, "info", "handshake failed", `,"source":"192.0.2.7","error":"EOF"`)
	crash := "panic: out of memory\n"
	if s := summarize(t, failed+failed+crash, failed+crash); s.FailedHandshakes != 2 || s.Problems[0].Count != 1 {
		t.Errorf("%+v", s)
	}
}

func TestSearchCountsTheSectionsThatTheLogNames(t *testing.T) {
	s := summarize(t, sessionLog(0, time.Millisecond, "a-1", asks("search", ""), `,"sections":"experience"`))
	if want := []Count{{"experience", 1}}; !reflect.DeepEqual(s.Sections, want) {
		t.Errorf("sections %v, want %v", s.Sections, want)
	}
}

func TestLogfmtPrefixesAndGzipAreRead(t *testing.T) {
	want := summarize(t, sessionLog(0, time.Minute, "a-1", inTerminal, `,"sections":"about,skills"`))
	const visitor = ` id=a-1 source=192.0.2.a client="SSH-2.0-OpenSSH_9.6p1 Ubuntu-3" terminal=xterm-256color request=interactive`
	logfmt := `time=2026-11-02T08:00:00Z level=info msg="session opened"` + visitor + `
time=2026-11-02T08:01:00Z level=info msg="session closed" reason=left for=1m0s sections=about,skills` + visitor + "\n"
	if got := summarize(t, logfmt); !reflect.DeepEqual(got, want) {
		t.Errorf("logfmt: %+v\nwant %+v", got, want)
	}
	var prefixed strings.Builder
	for l := range strings.Lines(sessionLog(0, time.Minute, "a-1", inTerminal, `,"sections":"about,skills"`)) {
		prefixed.WriteString("ssh-resume-1  | " + l)
	}
	if got := summarize(t, prefixed.String()); !reflect.DeepEqual(got, want) {
		t.Errorf("with a prefix: %+v\nwant %+v", got, want)
	}
	var zipped bytes.Buffer
	z := gzip.NewWriter(&zipped)
	if _, err := z.Write([]byte(logfmt)); err != nil {
		t.Fatal(err)
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	if got := summarize(t, zipped.String()); !reflect.DeepEqual(got, want) {
		t.Errorf("compressed: %+v", got)
	}
	if err := NewCounter().Read(bytes.NewReader(zipped.Bytes()[:zipped.Len()-9])); err == nil {
		t.Error("half of a compressed log was read without an error")
	}
}

func TestLinesThatAreNotUnderstoodAreCounted(t *testing.T) {
	long := line(0, "info", "x", `,"y":"`+strings.Repeat("z", 3*maxLine)+`"`)
	s := summarize(t, "\nnonsense\n{\n"+long+line(0, "info", "server started", "")+`{"msg":"session closed"}`)
	if s.Lines != 5 || s.NotUnderstood != 4 || s.Sessions != 0 {
		t.Errorf("%+v", s)
	}
	if got := ansi.Strip(s.Draw(0, false)); !strings.HasSuffix(got, "\n4 of 5 lines were not understood.\n") {
		t.Error(got)
	}
}

// TestClientsCannotFillTheMemory gives each session unique names, after almost as many sources as are remembered.
func TestClientsCannotFillTheMemory(t *testing.T) {
	t.Parallel()
	c := NewCounter()
	for i := range int(maxSources) - 1000 {
		c.sources[fmt.Sprint("before ", i)] = true
	}
	const sessions = maxNames + 2000
	for i := range sessions {
		c.line([]byte(line(0, "info", "session closed", fmt.Sprintf(`,"id":"%d-1","request":"help","source":"%[1]d","client":"%[1]d %s"`, i, strings.Repeat("x", 300)))))
	}
	if len(c.clients) > maxNames+1 || len(c.sources) != maxSources {
		t.Errorf("%d clients, %d sources", len(c.clients), len(c.sources))
	}
	if s := c.Summary(); s.Sessions != sessions || s.Clients[0].Name != "" {
		t.Errorf("%d sessions, most by %q", s.Sessions, s.Clients[0].Name)
	}
}

func TestMemoryForRepeatedLinesIsBounded(t *testing.T) {
	c := NewCounter()
	for line := range uint64(maxLines + 1000) {
		if c.isRepeated(line) {
			t.Fatalf("line %d is new", line)
		}
	}
	if len(c.seen) > maxLines {
		t.Errorf("%d lines are remembered", len(c.seen))
	}
}

// TestSessionsWithoutAnEndAreNotCounted has sessions that are still running, or whose server was killed.
func TestSessionsWithoutAnEndAreNotCounted(t *testing.T) {
	opened, _, _ := strings.Cut(sessionLog(0, time.Minute, "a-1", inTerminal, ""), "\n")
	if s := summarize(t, opened, sessionLog(0, time.Minute, "b-1", inTerminal, "")); s.Sessions != 1 || s.Readers != 1 {
		t.Errorf("%+v", s)
	}
}

func TestFormatsThatWereCutOffAreNotSaved(t *testing.T) {
	if s := summarize(t, sessionLog(0, time.Second, "a-1", asks("format", "pdf"), `,"reason":"stalled"`)); s.Readers != 0 || len(s.Saved) != 0 {
		t.Errorf("%d readers, %v saved", s.Readers, s.Saved)
	}
}

func FuzzRead(f *testing.F) {
	f.Add(line(0, "info", "session closed", `,"id":"\u001b]0;x","for":"1h","sections":"a,b,,","files":"resume.pdf"`), 80)
	f.Add(sessionLog(0, time.Hour, "a-1", inTerminal, ""), 10)
	f.Add(`time=2026-11-02T08:00:00Z level=error msg="\x1b[31m" id=`+"\n\x1f\x8b", -1)
	f.Add("\x1f\x8b", 0)
	f.Fuzz(func(t *testing.T, log string, width int) {
		c := NewCounter()
		if err := c.Read(strings.NewReader(log)); err != nil {
			return // it looked like gzip
		}
		s := c.Summary()
		if s.NotUnderstood > s.Lines || s.Readers > s.Sessions || s.MedianSeconds > s.LongestSeconds {
			t.Fatalf("%+v", s)
		}
		for l := range strings.Lines(ansi.Strip(s.Draw(width, false))) {
			if l = strings.TrimSuffix(l, "\n"); ansi.StringWidth(l) > min(max(width, minWidth), maxWidth) || strings.ContainsFunc(l, unicode.IsControl) {
				t.Fatalf("%q", l)
			}
		}
	})
}
