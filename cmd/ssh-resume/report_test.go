package main

import (
	"fmt"
	"strings"
	"testing"

	"charm.land/log/v2"

	"ssh-resume/internal/resume"
)

func TestLoggedWarningsAreBounded(t *testing.T) {
	s := &resumeFile{}
	for i := range 3 * maxLoggedWarnings {
		s.problems = append(s.problems, resume.Problem{Message: fmt.Sprintf("warning %d", i), Warning: true})
	}
	var out strings.Builder
	s.logWarnings(log.New(&out))
	if got := out.String(); strings.Count(got, "\n") != maxLoggedWarnings+1 || !strings.Contains(got, "problems=100") {
		t.Error(got)
	}
}
