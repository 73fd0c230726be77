package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"

	"ssh-resume/data"
	"ssh-resume/internal/resume"
)

type checkCmd struct {
	File   string `arg:"" optional:"" complete:"file" help:"The résumé; without it, that of $$SSH_RESUME_FILE or the embedded one."`
	Strict bool   `help:"Take warnings, such as for unknown fields, as errors."`
	JSON   bool   `name:"json" help:"Write the problems as a JSON array, for editors and other programs."`
}

// Run reports every problem on standard output.
func (c *checkCmd) Run(p *program) error {
	s, err := p.read(c.File)
	switch {
	case errors.Is(err, fs.ErrNotExist) && c.File != "":
		return fmt.Errorf("%w; %s init %s writes one to begin with", err, name, typed(c.File))
	case err != nil:
		return err
	}
	pages, err := s.advise()
	if err != nil {
		return err
	}
	if c.JSON {
		err = writeProblems(p, s.problems)
	} else {
		s.report(p.stdout)
		_, err = fmt.Fprintln(p.stdout, s.verdict(pages))
	}
	if err != nil {
		return err
	}
	if failures, warnings := s.count(); failures > 0 || c.Strict && warnings > 0 {
		return errSaid
	}
	return nil
}

// problem is what --json writes of each; its fields stay as they are.
type problem struct {
	File     string `json:"file"`
	Line     int    `json:"line"`     // from 1
	Column   int    `json:"column"`   // from 1, in characters
	Severity string `json:"severity"` // "error" or "warning"
	Message  string `json:"message"`
}

func writeProblems(p *program, problems []resume.Problem) error {
	all := make([]problem, len(problems))
	for i, p := range problems {
		all[i] = problem{p.File, p.Line, p.Column, "error", p.Message}
		if p.Warning {
			all[i].Severity = "warning"
		}
	}
	encoder := json.NewEncoder(p.stdout)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", "  ")
	return encoder.Encode(all)
}

func (s *source) count() (failures, warnings int) {
	for _, p := range s.problems {
		if p.Warning {
			warnings++
		} else {
			failures++
		}
	}
	return failures, warnings
}

// verdict gives what it comes to, in a line.
func (s *source) verdict(pages int) string {
	failures, warnings := s.count()
	switch {
	case failures > 0 && warnings > 0:
		return number(failures, "error") + ", " + number(warnings, "warning")
	case failures > 0:
		return number(failures, "error")
	case warnings > 0:
		return number(warnings, "warning") + "; it can be served all the same"
	}
	said := printable(s.name)
	if s.embedded {
		said = "the embedded résumé"
	}
	said += fmt.Sprintf(" is fine: %s, %s as a PDF", number(len(s.resume.Sections()), "section"), number(pages, "page"))
	if _, err := os.Stat(data.Name); s.embedded && err == nil {
		said += fmt.Sprintf("; %s in this directory is another: %s check %[1]s", data.Name, name)
	}
	return said
}

// number gives "1 error", "2 errors".
func number(n int, of string) string {
	if n != 1 {
		of += "s"
	}
	return fmt.Sprintf("%d %s", n, of)
}
