package catalog

import (
	"sync"

	"ssh-resume/internal/export"
	"ssh-resume/internal/resume"
)

// Document is a résumé in one format.
type Document struct {
	export.Format

	// Content makes the document the first time, and returns the same bytes to all.
	Content func() ([]byte, error)
}

func (s *Snapshot) addDocuments(config Config) {
	for _, format := range config.Formats {
		s.documents = append(s.documents, &Document{format, sync.OnceValues(func() ([]byte, error) {
			return format.Make(s.Resume)
		})})
	}
	s.folder = sync.OnceValues(func() (*Folder, error) { return newFolder(s, config.Address) })
}

// Documents returns the résumé in every format, in the order of Config.Formats.
func (s *Snapshot) Documents() []*Document { return s.documents }

// Document returns the résumé in the format of a name, and nil if there is no such
// format.
func (s *Snapshot) Document(name string) *Document {
	for _, d := range s.documents {
		if d.Name == name {
			return d
		}
	}
	return nil
}

// Folder returns the files for SFTP and scp. An error names those that could not
// be made; the others are in it.
func (s *Snapshot) Folder() (*Folder, error) { return s.folder() }

// Text returns the whole résumé in lines of at most width cells.
func (s *Snapshot) Text(width int, ascii bool) string {
	return s.texts.get(textKey{"", width, ascii}, func() string { return export.Text(s.In(ascii), width) })
}

// SectionText returns one section likewise.
func (s *Snapshot) SectionText(section resume.Section, width int, ascii bool) string {
	return s.texts.get(textKey{section.ID, width, ascii}, func() string { return export.SectionText(s.In(ascii), section, width) })
}

// maxTexts bounds what visitors with windows of many widths can make a snapshot
// keep; a text takes about 10 KB.
const maxTexts = 128

// texts keeps the texts that were made last.
type texts struct {
	mu   sync.Mutex
	made map[textKey]string
}

type textKey struct {
	section string // its id; empty for the whole résumé
	width   int
	ascii   bool
}

func (t *texts) get(key textKey, write func() string) string {
	t.mu.Lock()
	defer t.mu.Unlock()
	if text, ok := t.made[key]; ok {
		return text
	}
	if t.made == nil || len(t.made) >= maxTexts {
		t.made = map[textKey]string{}
	}
	text := write()
	t.made[key] = text
	return text
}
