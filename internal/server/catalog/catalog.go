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

// Catalog holds the résumés that are served.
type Catalog struct {
	config Config
	only   Entry
}

// Entry is one résumé of a catalog, in its current version.
type Entry struct {
	current atomic.Pointer[Snapshot]
}

// New returns a catalog of one résumé. A version without one is none: Publish has to
// follow.
func New(v Version, config Config) *Catalog {
	c := &Catalog{config: config}
	if v.Resume != nil {
		c.Publish(v)
	}
	return c
}

// Lookup returns the current version of the résumé for a user name, in the best of
// the visitor's languages (BCP 47), of which the most wanted is the first. It is nil
// if no version has been published yet.
func (c *Catalog) Lookup(_ string, languages []string) *Edition {
	s := c.Current()
	if s == nil {
		return nil
	}
	return s.best(languages)
}

// Current returns the version for sessions that begin now, and nil if none has been
// published yet.
func (c *Catalog) Current() *Snapshot { return c.only.current.Load() }

// Publish makes a version what new sessions get. It is called by one goroutine at
// a time.
func (c *Catalog) Publish(v Version) *Snapshot {
	s := newSnapshot(v, c.config)
	s.entry = &c.only
	c.only.current.Store(s)
	return s
}
