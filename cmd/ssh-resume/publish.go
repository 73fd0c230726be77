package main

import (
	"cmp"
	"crypto/sha256"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"charm.land/log/v2"

	"ssh-resume/data"
	"ssh-resume/internal/server"
	"ssh-resume/internal/server/observe"
	"ssh-resume/internal/typeset/fonts"
)

// publisher decides which version of a file the server serves: the file itself, or the last version without errors.
type publisher struct {
	file   *resumeFile    // as it was first read
	served *resumeFile    // what visitors get; nil if there is nothing yet
	srv    *server.Server // set when it is made, before anything is published
	logger *log.Logger
	fonts  *fonts.Library

	keptIn string // the folder for the last version without errors; "" for none
}

// newPublisher reads the file that the command line names. If it can't be used, the last good version is
// served. Without one, the server does not start, unless systemd holds its port, where visitors would otherwise
// wait without a message.
func (c *serveCmd) newPublisher(m *Main, activated bool, logger *log.Logger, library *fonts.Library) (*publisher, error) {
	file := cmp.Or(c.File, c.Flags.Resume)
	switch {
	case file == stdin:
		return nil, errors.New("serve needs a file, which it follows; standard input is not one")
	case c.File != "" && c.Flags.Resume != "" && c.Flags.Resume != m.getenv("SSH_RESUME_FILE"):
		return nil, errors.New("the résumé is named twice; name it with FILE or with --resume")
	}
	// The base name tells people what it is; the checksum distinguishes files with the same name.
	absolute, _ := filepath.Abs(file) // fails only in a deleted folder
	sum, base := fmt.Sprintf("%x", sha256.Sum256([]byte(absolute))), filepath.Base(absolute)
	p := &publisher{file: m.read(file), logger: logger, fonts: library, keptIn: m.stateFile(filepath.Join("last-good", sum[:8]+"-"+base))}
	if p.served = p.file; p.file.public == nil {
		if p.file.fallback == nil {
			p.served = nil
		}
		// Earlier versions of the program kept it in the last place.
		for _, path := range []string{filepath.Join(p.keptIn, base), filepath.Join(p.keptIn+replaced, base), p.keptIn} {
			if kept := parseSources(readSources(path)); kept.public != nil && p.keptIn != "" {
				kept.name, p.served = file, kept
				break
			}
		}
	}
	switch {
	case p.served != nil || activated:
		return p, nil
	case p.file.err != nil || c.Flags.LogFormat == observe.LogFormatText:
		return nil, p.file.reportErrors(m.Stderr)
	}
	for _, err := range p.file.errors() {
		logger.Error("problem in the résumé", "problem", err.Error())
	}
	return nil, fmt.Errorf("%s has errors", file)
}

// logServed logs what is served, and why if that is not the file itself.
func (p *publisher) logServed() {
	switch {
	case p.served == p.file && p.file.embedded:
		hint := fmt.Sprintf("to serve your own: %[1]s init, then %[1]s %[2]s", name, data.Name)
		if _, err := os.Stat(data.Name); err == nil {
			hint = fmt.Sprintf("to serve %[2]s of this directory: %[1]s %[2]s", name, data.Name)
		}
		p.logger.Info("serving the embedded résumé, of an invented person", "hint", hint)
	case p.served == p.file && p.file.public != nil:
		p.logger.Info("résumé loaded", "file", p.file.name, "languages", strings.Join(p.file.public.Tags(), ", "))
	case p.served == p.file:
		p.logger.Error("a translation can't be used; serving the résumé without it", "file", p.file.name)
	case p.served != nil:
		p.logger.Error("the résumé can't be used; serving its last good version", "file", p.file.name)
	}
}

// publish publishes a version of the file if it can be used.
func (p *publisher) publish(f *resumeFile) {
	if f.public != nil || p.served == nil && f.fallback != nil {
		if p.served != nil && sameSources(f.files(), p.served.files()) {
			p.srv.Unchanged()
		} else {
			p.srv.Publish(f.revision())
		}
		p.served = f
	}
	p.keepAndReport(f)
}

// keepAndReport does what no visitor should wait for: a long version takes seconds.
func (p *publisher) keepAndReport(f *resumeFile) {
	switch {
	case f.embedded:
		return
	case f.public == nil:
		p.srv.Reject(f.errors()...)
	case p.keptIn != "":
		// A server works without it as long as the file has no errors.
		if err := writeFiles(p.keptIn, f.files()); err != nil {
			p.logger.Warn("the last good version of the résumé is not kept: with a broken file, the server would not start", "error", err)
		}
	}
	f.checkGlyphs(p.fonts)
	for _, problem := range f.problems {
		if problem.Warning { // the file is used all the same
			p.logger.Warn("problem in the résumé", "problem", problem.Error())
		}
	}
}
