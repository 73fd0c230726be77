package tui

import (
	"time"

	"ssh-resume/internal/words"
)

// The messages that a front end sends, besides Bubble Tea's.

// ClosingMsg announces that the session is about to end.
type ClosingMsg struct{ In time.Duration }

// IdleMsg announces that the session is about to end unless a key is pressed.
type IdleMsg struct{ In time.Duration }

// WideMsg says that the terminal draws characters of ambiguous width (UAX 11) two cells wide.
type WideMsg struct{}

// VersionMsg announces a newer version of the résumé, which the reader may accept. It replaces an earlier one.
type VersionMsg struct{ Pages *Pages }

// FileMsg reports the state of the file that the owner is editing. It is shown at once.
type FileMsg struct {
	Pages    *Pages    // nil if the file can't be used; the previous pages stay
	Errors   []Problem // why it can't be used
	Warnings []Problem // problems in a file that can be used
}

// Problem is an error in the file, or a warning. Its texts have no control characters.
type Problem struct {
	Place   string // line:column; empty for the file as a whole
	Message string
	Line    string // the line of the file; may be empty
	Column  int    // from 1, in characters
}

// shown returns what is shown under the page: the errors, or the warnings if there are none.
func (f *FileMsg) shown() []Problem {
	return either(len(f.Errors) > 0, f.Errors, f.Warnings)
}

// countdown says in how many seconds the session ends.
func (m *Model) countdown(in time.Duration, wide, narrow string) string {
	return words.Fill(either(m.layout.wide, wide, narrow), "seconds", int(in.Round(time.Second).Seconds()))
}
