package main

import (
	"fmt"
	"strings"
	"testing"

	"ssh-resume/internal/resume/resumetest"
	"ssh-resume/internal/visitor"
)

// withoutDecoration removes from a screen what is drawn beside the text.
var withoutDecoration = strings.NewReplacer("●", " ", "│", " ", "▸", " ", "━", " ", "“", "", "”", "", "[", " ", "]", " ")

func normalize(text string) string {
	return strings.Join(strings.Fields(withoutDecoration.Replace(text)), " ")
}

func requireEveryStatement(t *testing.T, where, text string) {
	t.Helper()
	text = normalize(text)
	for _, statement := range resumetest.Statements() {
		for _, part := range statement {
			if !strings.Contains(text, normalize(part)) {
				t.Errorf("%s has no %q", where, part)
			}
		}
	}
}

// TestScreenHasEveryStatementOfTheProfile walks through all sections in a window
// that is high enough for each, and reads them off the screen.
func TestScreenHasEveryStatementOfTheProfile(t *testing.T) {
	t.Parallel()
	s := startServer(t, t.TempDir())
	v, err := visitor.Visit(t.Context(), s.addr, visitor.Options{
		Terminal: visitor.Terminal{Width: 69, Height: 200}, Term: "xterm-256color",
	})
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = v.Close() }()
	const sections = 11
	var all strings.Builder
	for i := 1; i <= sections; i++ {
		if i > 1 {
			if err := v.Press("right"); err != nil {
				t.Fatal(err)
			}
		}
		if err := v.WaitFor(t.Context(), fmt.Sprintf("%d/%d", i, sections)); err != nil {
			t.Fatal(err)
		}
		all.WriteString(v.Screen().Text() + "\n")
	}
	requireEveryStatement(t, "the screen", all.String())
}

func TestPlainTextHasEveryStatementOfTheProfile(t *testing.T) {
	t.Parallel()
	s := startServer(t, t.TempDir())
	r, err := visitor.Run(t.Context(), s.addr, visitor.Options{}, "")
	if err != nil || r.Status != 0 {
		t.Fatalf("exit status %d, %v", r.Status, err)
	}
	requireEveryStatement(t, "the text", r.Stdout)
}
