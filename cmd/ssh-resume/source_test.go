package main

import (
	"fmt"
	"strings"
	"testing"

	"charm.land/log/v2"

	"ssh-resume/internal/resume"
)

func TestWarningsWithoutEndAreNotAllLogged(t *testing.T) {
	s := &source{}
	for i := range 3 * mostWarnings {
		s.problems = append(s.problems, resume.Problem{Message: fmt.Sprintf("warning %d", i), Warning: true})
	}
	var out strings.Builder
	s.warn(log.New(&out))
	if got := out.String(); strings.Count(got, "\n") != mostWarnings+1 || !strings.Contains(got, "problems=100") {
		t.Error(got)
	}
}
