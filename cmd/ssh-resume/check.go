package main

import (
	"fmt"
	"slices"

	"ssh-resume/internal/resume"
)

type checkCmd struct {
	File   string `arg:"" optional:"" complete:"file" help:"The résumé; without it, that of $$SSH_RESUME_FILE or the embedded one."`
	Strict bool   `help:"Take warnings, such as for unknown fields, as errors."`
}

// Run reports every problem on standard output.
func (c *checkCmd) Run(p *program) error {
	s, err := p.read(c.File)
	if err != nil {
		return err
	}
	if len(s.problems) == 0 {
		_, err := fmt.Fprintln(p.stdout, printable(s.name)+": no problems")
		return err
	}
	s.report(p.stdout)
	if s.resume == nil || c.Strict && slices.ContainsFunc(s.problems, func(p resume.Problem) bool { return p.Warning }) {
		return errSaid
	}
	return nil
}
