package main

import (
	"bytes"
	"cmp"
	"io"
	"os"
	"strings"
	"time"

	"charm.land/log/v2"
	"github.com/charmbracelet/x/ansi"

	"ssh-resume/data"
	"ssh-resume/internal/export"
	"ssh-resume/internal/resume"
	"ssh-resume/internal/server"
)

// source is a résumé as it was read.
type source struct {
	name     string
	text     []byte
	embedded bool
	resume   *resume.Resume // nil where a problem is an error
	problems []resume.Problem
}

// read reads the résumé in the file, which SSH_RESUME_FILE names where it is
// empty; without either, the embedded one.
func (p *program) read(file string) (*source, error) {
	name := cmp.Or(file, p.getenv("SSH_RESUME_FILE"))
	if name == "" {
		s := &source{name: data.Name, text: data.Resume, embedded: true}
		s.parse()
		return s, nil
	}
	text, err := readFile(name)
	if err != nil {
		return nil, err
	}
	return parsed(name, text), nil
}

func parsed(name string, text []byte) *source {
	s := &source{name: name, text: text}
	s.parse()
	return s
}

func (s *source) parse() {
	s.resume, s.problems = resume.Parse(s.name, s.text)
}

// load reads the résumé as read does. Where it can't be used, it says why on
// standard error.
func (p *program) load(file string) (*source, error) {
	s, err := p.read(file)
	if err != nil {
		return nil, err
	}
	if s.resume == nil {
		s.report(p.stderr)
		return nil, errSaid
	}
	return s, nil
}

// changed gives when the résumé was changed last: its file, or else the program
// that holds it. It is now where nothing tells.
func (s *source) changed() time.Time {
	file := s.name
	if s.embedded {
		file, _ = os.Executable() // without a name there is no file
	}
	if info, err := os.Stat(file); err == nil {
		return info.ModTime()
	}
	return time.Now()
}

// edition gives what is to be served.
func (s *source) edition() server.Edition {
	return server.Edition{Resume: s.resume, Source: export.Source{Name: s.name, Data: s.text}, Changed: s.changed()}
}

// errors gives the problems for which it can't be used.
func (s *source) errors() (all []error) {
	for _, p := range s.problems {
		if !p.Warning {
			all = append(all, p)
		}
	}
	return all
}

// mostWarnings are logged of one version.
const mostWarnings = 50

// warn logs the problems with which it can be used.
func (s *source) warn(logger *log.Logger) {
	warnings := 0
	for _, p := range s.problems {
		if !p.Warning {
			continue
		}
		if warnings++; warnings <= mostWarnings {
			logger.Warn("a problem with the résumé", "problem", p.String())
		}
	}
	if more := warnings - mostWarnings; more > 0 {
		logger.Warn("more problems with the résumé, which check tells", "problems", more)
	}
}

// report writes every problem with the line that it stands in.
func (s *source) report(w io.Writer) {
	var out strings.Builder
	lines := bytes.Split(s.text, []byte("\n"))
	for _, p := range s.problems {
		kind := "error: "
		if p.Warning {
			kind = "warning: "
		}
		p.Message = kind + p.Message
		out.WriteString(printable(p.String()) + "\n")
		if p.Line <= len(lines) {
			out.WriteString(pointed(string(lines[p.Line-1]), p.Column))
		}
	}
	_, _ = io.WriteString(w, out.String())
}

// pointed gives a line with a caret under the character in the column, which
// counts from 1: as much of the line as a terminal of 80 columns shows.
func pointed(line string, column int) string {
	const shown, before = 76, 40 // cells
	line = printable(lineText(line))
	runes := []rune(line)
	at := ansi.StringWidth(string(runes[:min(column-1, len(runes))]))
	if at >= shown {
		from := at - before
		line = ansi.TruncateLeft(line, from, "")
		at = before
	}
	line = strings.TrimRight(ansi.Truncate(line, shown, ""), " ")
	if line == "" {
		return ""
	}
	return "  " + line + "\n  " + strings.Repeat(" ", at) + "^\n"
}

// lineText gives a line of the file without what belongs to the file alone.
func lineText(line string) string {
	return strings.TrimPrefix(strings.TrimRight(line, "\r"), "\ufeff")
}
