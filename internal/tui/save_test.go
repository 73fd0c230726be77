package tui

import (
	"encoding/base64"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"ssh-resume/internal/address"
	"ssh-resume/internal/resume"
	"ssh-resume/internal/resume/resumetest"
)

// clipboard returns what a command puts on the visitor's clipboard.
func clipboard(t *testing.T, cmd tea.Cmd) string {
	t.Helper()
	if cmd == nil {
		t.Fatal("nothing is copied")
	}
	raw, ok := cmd().(tea.RawMsg)
	sequence, _ := raw.Msg.(string)
	if !ok || !strings.HasPrefix(sequence, "\x1b]52;c;") {
		t.Fatalf("no OSC 52: %q", sequence)
	}
	body := strings.TrimRight(strings.TrimPrefix(sequence, "\x1b]52;c;"), "\x07\x1b\\")
	text, err := base64.StdEncoding.DecodeString(body)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

func TestCopyTakesThePage(t *testing.T) {
	for _, size := range [][2]int{{80, 24}, {30, 10}, {200, 60}} {
		r := read(t, size[0], size[1])
		r.press("2")
		text := clipboard(t, r.press("y"))
		want := "Experience\n" +
			"Netflix, Backend Infrastructure Team, 4 years: Microservices architecture and streaming platform scalability\n" +
			"Led backend redesign serving 200M+ users with 99.99% uptime\n"
		if !strings.HasPrefix(text, want) {
			t.Errorf("copied is\n%s\nwant\n%s", text, want)
		}
		if !strings.HasPrefix(r.note, "copied") {
			t.Errorf("the note is %q", r.note)
		}
	}
}

func TestCopyTakesEverySectionWhole(t *testing.T) {
	r := read(t, 80, 24)
	all := ""
	for range r.doc.sections {
		all += clipboard(t, r.press("y"))
		r.press("j")
	}
	for _, statement := range resumetest.Statements() {
		for _, part := range statement {
			if !strings.Contains(all, strings.TrimPrefix(part, "Ex-")) {
				t.Errorf("%q is not copied", part)
			}
		}
	}
}

func TestWhatIsCopiedReadsAsItBelongsTogether(t *testing.T) {
	copied := func(section string) string {
		return clipboard(t, readAs(t, person(), Options{Width: 80, Height: 24, Section: section}).press("y"))
	}
	for section, lines := range map[string][]string{
		"work": {
			"Nordlicht Energie, Lead Platform Engineer, Mar 2021 – present, Trades power for 200 town utilities, Berlin, Germany: " +
				"Runs the platform of 14 product teams · nordlicht.example",
		},
		"projects": {
			"Tide, −31% power bill, May 2022 – present, application, Author, Maintainer, Nordlicht Energie: " +
				"Scales clusters by the price of power · Go, Kubernetes · tide.example",
			"In production at four companies",
			"Talk at PlatformCon",
		},
		"education":    {"MSc Computer Science, Technische Universität Berlin, Oct 2012 – Sep 2014, 1.3 · tu.example"},
		"certificates": {"Certified Kubernetes Administrator, CNCF, Jun 2020 · cert.example/cka"},
		"publications": {"When the Cache Lies, Journal of Operations, Jan 2020: How a stale tile sent a ferry to the wrong pier · journal.example/cache"},
	} {
		got := copied(section)
		for _, line := range lines {
			if !strings.Contains("\n"+got, "\n"+line+"\n") {
				t.Errorf("%s lacks the line\n%s\n%s", section, line, got)
			}
		}
	}
}

func TestNothingIsCopiedTwice(t *testing.T) {
	pages := NewPages(&resume.Resume{Basics: resume.Basics{Name: "Ada Lovelace"}})
	for _, width := range []int{30, 69, 80, 120} {
		r := readAs(t, pages, Options{Width: width, Height: 24})
		if got := clipboard(t, r.press("y")); got != "Ada Lovelace\n" {
			t.Errorf("%d columns: copied is %q", width, got)
		}
	}
}

func TestCopyIsBounded(t *testing.T) {
	const most = 72_000
	for size, copied := range map[int]bool{most - 100: true, most: false} { // of the summary; the page has the name, too
		long := &resume.Resume{Basics: resume.Basics{Name: "A", Summary: strings.Repeat("long ", size/5)}}
		r := readAs(t, NewPages(long), Options{Width: 80, Height: 24})
		if got := r.press("y") != nil; got != copied {
			t.Errorf("%d bytes: copied: %t, want %t", size, got, copied)
		}
		if !copied {
			r.expect("too long to copy")
		}
	}
}

func TestSaveShowsCommandsThatCanBeCopied(t *testing.T) {
	r := read(t, 120, 24)
	r.press("5", "d")
	commands := []string{
		"scp resume.example.com:resume.pdf .", "ssh resume.example.com pdf > resume.pdf",
		"ssh resume.example.com text > resume.txt", "ssh resume.example.com json > resume.json",
		"ssh resume.example.com html > resume.html",
		"scp 'resume.example.com:resume.*' .", "ssh resume.example.com stack", "ssh resume.example.com help",
	}
	for _, command := range commands {
		r.expect("  " + command)
		r.expect("y copy")
		if got := clipboard(t, r.press("y")); got != command {
			t.Errorf("copied is %q, want %q", got, command)
		}
		r.press("down")
	}
	r.expect("last command")
}

func TestSaveIsForTheHostAsItWasReached(t *testing.T) {
	for host, wants := range map[string][]string{
		"localhost:2222": {
			"scp -P 2222 localhost:resume.pdf .", "ssh -p 2222 localhost pdf > resume.pdf", "scp -P 2222 'localhost:resume.*' .",
		},
		"2001:db8::1":        {"scp '[2001:db8::1]:resume.pdf' .", "ssh 2001:db8::1 pdf > resume.pdf", "scp '[2001:db8::1]:resume.*' ."},
		"[2001:db8::1]:2222": {"scp -P 2222 '[2001:db8::1]:resume.pdf' .", "ssh -p 2222 2001:db8::1 json > resume.json"},
		"":                   {"ssh-resume export pdf -o resume.pdf"},
	} {
		r := readAs(t, profile(), Options{Width: 80, Height: 30, Address: address.Parse(host)})
		r.press("d")
		for _, want := range wants {
			r.expect(want)
		}
	}
}

func TestSaveStandsInLinesWhereItIsNarrow(t *testing.T) {
	r := read(t, 50, 30)
	r.press("d")
	r.expect("PDF")
	r.expect("scp resume.example.com:resume.pdf .")
	for range 10 {
		r.press("j")
	}
	r.expect("ssh resume.example.com help")
}

func TestSaveNamesItsKeysInSmallWindows(t *testing.T) {
	r := read(t, 30, 10)
	r.press("d")
	r.expect("y copy  esc back")
}

func TestGoodbyeIsACard(t *testing.T) {
	for _, test := range []struct {
		pages *Pages
		width int
		want  string
	}{
		{profile(), 80, `
  ▌ Marcus Rodriguez
  ▌ Senior Backend Architect · San Francisco, CA
  ▌
  ▌ 200M+ users   10M+ requests per minute   −40% false positives
  ▌
  ▌ save    scp resume.example.com:resume.pdf .
  ▌ return  ssh resume.example.com
`},
		{profile(), 40, `
  ▌ Marcus Rodriguez
  ▌ Senior Backend Architect · San…
  ▌
  ▌ 200M+ users
  ▌
  ▌ save    scp resume.example.com:resume.pdf .
  ▌ return  ssh resume.example.com
`},
		{person(), 80, `
  ▌ Lena Brandt
  ▌ Platform Engineer · Berlin, DE
  ▌
  ▌ −31% power bill
  ▌
  ▌ write   lena.brandt@example.com
  ▌ save    scp resume.example.com:resume.pdf .
  ▌ return  ssh resume.example.com
`},
	} {
		r := readAs(t, test.pages, Options{Width: test.width, Height: 24, Address: address.Parse("resume.example.com")})
		got := strings.ReplaceAll(ansi.Strip(r.Goodbye()), "\r\n", "\n")
		if got != test.want+"\n" {
			t.Errorf("%d columns:\n%s\nwant\n%s", test.width, got, test.want)
		}
		if got := ansi.Strip(test.pages.Card(r.opts)); got != strings.TrimPrefix(test.want, "\n") {
			t.Errorf("the card is\n%s", got)
		}
	}
	if got := readAs(t, EmptyPages(), Options{Width: 80, Height: 24}).Goodbye(); ansi.Strip(got) != "\r\n\r\n" {
		t.Errorf("without a résumé %q is left", got)
	}
}

func TestLinksEndWithTheirLine(t *testing.T) {
	r := &resume.Resume{
		Basics:       resume.Basics{Name: "A"},
		Work:         []resume.Work{{Name: strings.Repeat("Employer ", 20), URL: "https://example.com/"}},
		Certificates: []resume.Certificate{{Name: "Certificate", URL: "https://example.com/c"}},
	}
	for _, width := range []int{30, 40, 80, 120} {
		reader := readAs(t, NewPages(r), Options{Width: width, Height: 20, Section: "work"})
		linked := 0
		for _, row := range strings.Split(checked(t, reader.Model).Content, "\n") {
			opened, closed := strings.Count(row, "\x1b]8;;https://example.com/"), strings.Count(row, "\x1b]8;;\x07")+strings.Count(row, "\x1b]8;;\x1b\\")
			if opened != closed {
				t.Errorf("at width %d a link goes on beyond %q", width, row)
			}
			linked += opened
		}
		if linked < 2 {
			t.Errorf("at width %d the link is on %d lines", width, linked)
		}
	}
}

func TestPanelsOfACommonWindowNeedNoScrolling(t *testing.T) {
	for _, pages := range []*Pages{person(), professor()} {
		for _, key := range []string{"c", "d"} {
			for _, host := range []string{"resume.example.com", "resume.a-long-name-of-a-host.example.com:2222"} {
				r := readAs(t, pages, Options{Width: 80, Height: 24, Address: address.Parse(host)})
				r.press(key)
				if r.sees("▾") {
					t.Errorf("%s goes on below:\n%s", key, strings.Join(r.rows(), "\n"))
				}
			}
		}
	}
}
