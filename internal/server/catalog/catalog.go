// Package catalog holds what is served: the entries, the current snapshot of each, and its documents. Snapshots never
// change, and sessions share them. The package touches no file and no socket.
package catalog

import (
	"sync"
	"sync/atomic"
	"time"

	"ssh-resume/internal/address"
	"ssh-resume/internal/export"
	"ssh-resume/internal/resume"
	"ssh-resume/internal/tui"
	"ssh-resume/internal/words"
)

// Revision is a résumé as its owner saved it.
type Revision struct {
	Resume  *resume.Resume // including private fields, which Publish leaves out
	File    string         // the name of the file it was read from, if any
	Changed time.Time      // when it was last changed, as the files that visitors save show
}

// Config configures how documents are made.
type Config struct {
	Formats []export.Format // in the order in which visitors see them
	Address address.Address // where the résumé is reached, for the README among the files
}

// Catalog holds the résumés that are served: one so far, whoever asks. Later there may be several, each an
// Entry that Lookup finds by the user name in ssh USER@HOST; that is why front ends pass a user name, and
// address.Address has one.
type Catalog struct {
	config Config
	only   Entry
}

// Entry is one résumé of a catalog, in its current snapshot.
type Entry struct {
	current atomic.Pointer[Snapshot]
}

// New returns a catalog of one résumé. If the revision has no résumé, there is nothing to serve until Publish.
func New(v Revision, config Config) *Catalog {
	c := &Catalog{config: config}
	if v.Resume != nil {
		c.Publish(v)
	}
	return c
}

// Lookup returns the résumé for a user name: the edition of its current snapshot that best matches the visitor's
// languages (BCP 47, most preferred first). It returns nil if no revision has been published yet.
func (c *Catalog) Lookup(_ string, languages []string) *Edition {
	s := c.Current()
	if s == nil {
		return nil
	}
	return s.edition(s.Resume().Best(languages))
}

// Current returns the snapshot for sessions that begin now, or nil if no revision has been published yet.
func (c *Catalog) Current() *Snapshot { return c.only.current.Load() }

// Publish makes a snapshot of a revision, which new sessions get. It is called by one goroutine at a time.
func (c *Catalog) Publish(v Revision) *Snapshot {
	s := newSnapshot(v, c.config)
	s.entry = &c.only
	c.only.current.Store(s)
	return s
}

// Snapshot is one revision of a résumé with everything made from it, in each of its languages. A session keeps the
// snapshot it began with; it is freed with its last session.
type Snapshot struct {
	Pages    *tui.Pages  // for the interactive résumé, in all languages
	Editions []*Edition  // one for each language, the default first
	Offers   []tui.Offer // how to save it
	Changed  time.Time
	Source   string  // the name of the file, if any
	Folder   *Folder // the files for SFTP and scp, in all languages

	entry *Entry
}

// Document is a résumé in one format.
type Document struct {
	export.Format

	// Content makes the document on the first call, and returns the same bytes to everyone.
	Content func() ([]byte, error)
}

// Edition is a snapshot in one language. Its parts are made when first needed.
type Edition struct {
	Snapshot *Snapshot
	Language string // as Resume.Tags names it
	Resume   *resume.Resume
	Words    *words.Words

	// Documents are the résumé in every format, in the order of Config.Formats.
	Documents []*Document
	// Lines returns the sections' text for search.
	Lines func() *Lines
	// ASCII returns the edition, with the same documents, for terminals that show ASCII only.
	ASCII func() *Edition

	texts *sync.Mutex // held while a text is made, so that making texts takes at most one core
}

// Lines are an edition as plain text, prepared for searching.
type Lines struct {
	*resume.Index

	Lines []export.Line // the texts of the index
}

func newSnapshot(v Revision, config Config) *Snapshot {
	r := v.Resume.Public() // visitors may get everything made from this
	s := &Snapshot{Pages: tui.NewPages(r), Changed: v.Changed, Source: v.File}
	for _, o := range export.Offers(config.Formats) {
		s.Offers = append(s.Offers, tui.Offer(o))
	}
	for _, tag := range r.Tags() {
		s.Editions = append(s.Editions, s.newEdition(r, tag, config))
	}
	s.Folder = newFolder(s, config.Address)
	return s
}

// Resume returns the résumé in its default language, with its translations.
func (s *Snapshot) Resume() *resume.Resume { return s.Editions[0].Resume }

// Newer returns the snapshot that has replaced this one, or nil if none has.
func (s *Snapshot) Newer() *Snapshot {
	if current := s.entry.current.Load(); current != s {
		return current
	}
	return nil
}

// In returns the edition whose language a visitor has named, as resume.In takes it; nil if there is none.
func (s *Snapshot) In(name string) *Edition { return s.edition(s.Resume().In(name)) }

func (s *Snapshot) edition(r *resume.Resume) *Edition {
	for _, e := range s.Editions {
		if e.Resume == r {
			return e
		}
	}
	return nil
}

func (s *Snapshot) newEdition(whole *resume.Resume, tag string, config Config) *Edition {
	r := whole.In(tag)
	e := &Edition{Snapshot: s, Language: tag, Resume: r, Words: words.For(tag), texts: &sync.Mutex{}}
	e.Lines = sync.OnceValue(e.newLines)
	e.ASCII = sync.OnceValue(func() *Edition {
		a := *e
		a.Resume, a.Lines = r.ASCII(), sync.OnceValue(a.newLines)
		return &a
	})
	for i, format := range config.Formats {
		if r != whole { // the files of the default language are named without it
			format.File = format.FileIn(tag)
		}
		d := &Document{format, sync.OnceValues(func() ([]byte, error) { return format.Make(r) })}
		if r != whole && format.AllLanguages {
			d = s.Editions[0].Documents[i]
		}
		e.Documents = append(e.Documents, d)
	}
	return e
}

// Document returns the résumé in the named format, or nil if there is no such format.
func (e *Edition) Document(name string) *Document {
	for _, d := range e.Documents {
		if d.Name == name {
			return d
		}
	}
	return nil
}

// Text returns the whole résumé in lines of at most width cells.
func (e *Edition) Text(width int) string {
	e.texts.Lock()
	defer e.texts.Unlock()
	return export.Text(e.Resume, width)
}

// SectionText returns one section in lines of at most width cells.
func (e *Edition) SectionText(section resume.Section, width int) string {
	e.texts.Lock()
	defer e.texts.Unlock()
	return export.SectionText(e.Resume, section, width)
}

func (e *Edition) newLines() *Lines {
	e.texts.Lock()
	defer e.texts.Unlock()
	all := export.Lines(e.Resume)
	return &Lines{Lines: all, Index: resume.NewIndex(func(yield func(string, bool) bool) {
		for _, line := range all {
			if !yield(line.Text, true) {
				return
			}
		}
	})}
}
