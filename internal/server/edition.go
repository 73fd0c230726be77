package server

import (
	"errors"
	"time"

	"ssh-resume/internal/export"
	"ssh-resume/internal/resume"
	"ssh-resume/internal/tui"
)

// Edition is a version of the résumé. It never changes.
type Edition struct {
	Resume  *resume.Resume
	Source  export.Source // what it was read from, where it was
	Changed time.Time     // when that was changed last, as the files that visitors fetch show
}

// edition is what visitors get of a version. A visit takes it when it begins
// and gets no other, but for the reader who asks; when the last one has gone,
// so has it.
type edition struct {
	*documents

	pages   *tui.Pages
	changed time.Time
}

func newEdition(e Edition, config Config) *edition {
	return &edition{newDocuments(e, config, export.Formats()), tui.NewPages(e.Resume), e.Changed}
}

// Publish gives another version of the résumé to all who come from now on.
// Those who read are told, and may go on to it. It is called by one goroutine
// at a time.
func (s *Server) Publish(e Edition) {
	next := newEdition(e, s.config)
	s.edition.Store(next)
	for _, sess := range s.visits.all() {
		sess.tell(tui.VersionMsg{Pages: next.pages})
	}
	s.metrics.reloaded(e.Resume, nil)
	s.log.Info("résumé reloaded", "file", e.Source.Name, "version", dated(e.Changed))
}

// mostProblems are logged of one version.
const mostProblems = 50

// NotPublished says that what was to be published can't be, with what is wrong
// with it, and that visitors get what they got before.
func (s *Server) NotPublished(why ...error) {
	for _, err := range why[:min(len(why), mostProblems)] {
		s.log.Error("a problem with the résumé", "problem", err.Error())
	}
	s.metrics.reloaded(nil, errors.Join(why...))
	s.log.Error("still serving the version before", "version", dated(s.edition.Load().changed), "problems", len(why))
}

// StillPublished says that what was read anew is what visitors get already.
func (s *Server) StillPublished() {
	s.metrics.reloaded(s.edition.Load().resume, nil)
	s.log.Info("résumé read again: it is what is served")
}

// dated names a version by its time.
func dated(changed time.Time) string { return changed.Format(time.RFC3339) }
