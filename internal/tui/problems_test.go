package tui

import (
	"fmt"
	"strings"
	"testing"
)

func someProblems(n int) []Problem {
	var all []Problem
	for i := range n {
		all = append(all, Problem{
			Place: fmt.Sprintf("%d:5", i+10), Message: fmt.Sprintf("problem %d is told in a sentence that takes a line and more of a narrow window", i),
			Line: "    naem: é Ada", Column: 5,
		})
	}
	return all
}

func preview(t *testing.T, pages *Pages, width, height int) *reader {
	t.Helper()
	return readAs(t, pages, Options{Width: width, Height: height, File: "me.yaml"})
}

func TestThePreviewShowsAtOnceWhatIsSaved(t *testing.T) {
	r := preview(t, profile(), 80, 24)
	r.press("5")
	r.Update(FileMsg{Pages: rewritten(t, renamed), Warnings: someProblems(2)})
	r.expect("Maria Rodriguez")
	r.expect("2 warnings in me.yaml")
	r.expect("10:5  problem 0 is told")
	r.expectSection("stack")
	r.Update(FileMsg{Pages: profile(), Warnings: someProblems(9)})
	r.expect("9 warnings in me.yaml")
	r.expect(" more: ssh-resume check me.yaml")
	r.Update(FileMsg{Pages: profile()})
	r.expect("Marcus Rodriguez")
	if r.sees("warning") {
		t.Error("a warning that has gone")
	}
}

func TestThePreviewShowsWhatIsWrongBeneathThePage(t *testing.T) {
	for _, size := range [][2]int{{30, 10}, {40, 12}, {80, 24}, {120, 40}} {
		r := preview(t, profile(), size[0], size[1])
		r.press("2")
		before := strings.Join(r.rows(), "\n")
		r.Update(FileMsg{Errors: someProblems(20)})
		r.expect("20 errors in me.yaml")
		r.expect("10:5  problem 0 is told")
		r.expect(" more: ssh-resume")
		r.expect("Netflix") // one can read on
		top := r.page().lines
		r.press("tab", "tab", "G")
		if last := top[len(top)-1]; !strings.Contains(strings.Join(r.rows(), "\n"), strings.TrimSpace(last[len(last)-1].text)) {
			t.Errorf("%v: the end of the page is not in sight:\n%s", size, strings.Join(r.rows(), "\n"))
		}
		r.press("g", "?")
		r.expect("Keys")
		r.press("esc")
		r.Update(FileMsg{Errors: someProblems(1)})
		r.expect("1 error in me.yaml")
		if size[0] >= 80 {
			r.expect("        naem: é Ada\n")
			r.expect("            ^\n")
		}
		if r.sees("more: ssh-resume") {
			t.Errorf("%v: more than there is", size)
		}
		r.Update(FileMsg{Pages: profile()})
		r.press("l")
		r.note = ""
		if !r.layout.wide {
			r.press("h")
		}
		if after := strings.Join(r.rows(), "\n"); !strings.Contains(after, "Netflix") || strings.Contains(after, "error") {
			t.Errorf("%v: after it was mended\n%s\nbefore\n%s", size, after, before)
		}
	}
}

func TestProblemsInATallWindowTakeRowsThatNoPageFills(t *testing.T) {
	r := preview(t, profile(), 200, 60)
	r.Update(FileMsg{Errors: someProblems(3)})
	r.expect("problem 2 is told")
	for range r.doc.sections {
		if r.lastTop() > 0 {
			t.Errorf("%s does not fit any more", r.doc.sections[r.at].ID)
		}
		r.press("j")
	}
	r.Update(FileMsg{Errors: someProblems(30)})
	if shown := strings.Count(strings.Join(r.rows(), "\n"), "is told"); shown < 15 {
		t.Errorf("%d problems are shown", shown)
	}
}

func TestThePreviewOfABadFileShowsWhatIsWrongAndWaits(t *testing.T) {
	for _, size := range [][2]int{{30, 10}, {80, 24}, {20, 5}} {
		r := preview(t, EmptyPages(), size[0], size[1])
		r.Update(FileMsg{Errors: someProblems(2)})
		checked(t, r.Model)
		if size[0] >= 30 {
			r.expect("2 errors in me.yaml")
			r.expect("q leave")
		}
		if size[0] >= 80 {
			r.expect("problem 1")
		}
		for _, k := range []string{"j", "?", "/", "r", "5", "n", "tab"} {
			r.press(k)
			checked(t, r.Model)
		}
		r.Update(FileMsg{Pages: profile()})
		if size[0] >= 30 {
			r.expect("Senior Backend Architect")
		}
		r.Update(FileMsg{Errors: someProblems(1)})
		checked(t, r.Model)
		if !quits(r.press("q")) {
			t.Error("q does not leave")
		}
	}
}
