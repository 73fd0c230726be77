package main

import (
	"fmt"
	"strings"
	"testing"

	"ssh-resume/internal/resume/resumetest"
	"ssh-resume/internal/visitor"
)

// undecorated is a screen without what is drawn beside the text.
var undecorated = strings.NewReplacer("●", " ", "│", " ", "▸", " ", "━", " ", "“", "", "”", "", "[", " ", "]", " ")

func folded(text string) string {
	return strings.Join(strings.Fields(undecorated.Replace(text)), " ")
}

func mustHoldAll(t *testing.T, where, text string) {
	t.Helper()
	text = folded(text)
	for _, statement := range resumetest.Statements() {
		for _, part := range statement {
			if !strings.Contains(text, folded(part)) {
				t.Errorf("%s has no %q", where, part)
			}
		}
	}
}

// TestVisitorReadsEveryStatementOfTheProfile walks through all sections in a
// window that is high enough for each, and reads them off the screen.
func TestVisitorReadsEveryStatementOfTheProfile(t *testing.T) {
	s := serve(t, t.TempDir())
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
		if err := v.WaitFor(t.Context(), fmt.Sprintf("%d of %d", i, sections)); err != nil {
			t.Fatal(err)
		}
		all.WriteString(v.Screen().Text() + "\n")
	}
	mustHoldAll(t, "the screen", all.String())
}

func TestPlainTextHoldsEveryStatementOfTheProfile(t *testing.T) {
	s := serve(t, t.TempDir())
	r, err := visitor.Run(t.Context(), s.addr, visitor.Options{}, "")
	if err != nil || r.Status != 0 {
		t.Fatalf("exit status %d, %v", r.Status, err)
	}
	mustHoldAll(t, "the text", r.Stdout)
}
