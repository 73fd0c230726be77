// Package catalog holds what is served: the entries, the current snapshot of each,
// and its documents. Snapshots never change, and sessions share them. The package
// touches no file and no socket.
package catalog

import (
	"sync/atomic"
	"time"

	"ssh-resume/internal/address"
	"ssh-resume/internal/export"
	"ssh-resume/internal/resume"
	"ssh-resume/internal/tui"
	"ssh-resume/internal/words"
)

// Version is a résumé as its owner saved it.
type Version struct {
	Resume  *resume.Resume
	File    string    // the name of the file it was read from, if any
	Changed time.Time // when it was last changed, as the files that visitors save show
}

// Config says how documents are made.
type Config struct {
	Formats []export.Format // in the order in which visitors see them
	Address address.Address // where the résumé is reached, for the README among the files
}

// Observer is told what becomes of the résumés. Its methods are called by one
// goroutine at a time.
type Observer interface {
	// Published is called for each snapshot that new sessions get from now on.
	Published(s *Snapshot)
	// Unchanged is called when a résumé was read again and is what is served.
	Unchanged(current *Snapshot)
	// Rejected is called when a new version can't be served, with what is wrong
	// with it. Current is nil if there is no other.
	Rejected(current *Snapshot, problems []error)
}

// Catalog holds the résumés that are served.
type Catalog struct {
	config   Config
	observer Observer
	only     Entry
}

// Entry is one résumé of a catalog, in its current version.
type Entry struct {
	current atomic.Pointer[Snapshot]
}

// Current returns the snapshot for a session that begins now, and nil if no version
// has been published yet.
func (e *Entry) Current() *Snapshot { return e.current.Load() }

// New returns a catalog of one résumé. A version without one is none: Publish has to
// follow.
func New(v Version, config Config, observer Observer) *Catalog {
	c := &Catalog{config: config, observer: observer}
	if v.Resume != nil {
		c.only.current.Store(newSnapshot(v, config))
	}
	return c
}

// Lookup returns the entry for a user name and a visitor's languages, the most
// wanted first.
func (c *Catalog) Lookup(string, []string) *Entry { return &c.only }

// Publish makes a version what new sessions get. It is called by one goroutine at
// a time, as are Reject and Unchanged.
func (c *Catalog) Publish(v Version) *Snapshot {
	s := newSnapshot(v, c.config)
	c.only.current.Store(s)
	c.observer.Published(s)
	return s
}

// Reject reports that a new version can't be served. Visitors get what they got
// before.
func (c *Catalog) Reject(problems ...error) { c.observer.Rejected(c.only.Current(), problems) }

// Unchanged reports that the résumé was read again and is what is served.
func (c *Catalog) Unchanged() { c.observer.Unchanged(c.only.Current()) }

// Snapshot is one version of a résumé with all that is made of it. Its documents
// are made when they are first asked for. A session keeps the snapshot it began
// with; it is freed with its last session.
type Snapshot struct {
	Resume  *resume.Resume
	Pages   *tui.Pages // for the interactive résumé
	Words   *words.Words
	Changed time.Time
	Source  string // the name of the file, if any

	ascii     *resume.Resume
	documents []*Document
	folder    func() (*Folder, error)
	texts     texts
}

func newSnapshot(v Version, config Config) *Snapshot {
	r := v.Resume.Public() // whatever is made from here on, visitors may get
	s := &Snapshot{
		Resume: r, Pages: tui.NewPages(r), Words: words.For(r.Lang),
		Changed: v.Changed, Source: v.File,
		ascii: r.ASCII(),
	}
	s.addDocuments(config)
	return s
}

// In returns the résumé for a visitor whose terminal shows ASCII only, or for any
// other.
func (s *Snapshot) In(ascii bool) *resume.Resume {
	if ascii {
		return s.ascii
	}
	return s.Resume
}
