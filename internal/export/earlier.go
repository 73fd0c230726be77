package export

import (
	"bytes"

	"ssh-resume/internal/resume"
)

// The functions in this file make Format.IsExport. In doubt a file is not an
// export: the owner may have written it.

// contains recognizes an export by what the program says of itself in it.
func contains(mark string) func(old, now []byte) bool {
	return func(old, _ []byte) bool { return bytes.Contains(old, []byte(mark)) }
}

// isMadeBy recognizes a file that export would write of what is in it. A file
// that somebody has written or changed has comments or another layout.
func isMadeBy(export func(*resume.Resume) ([]byte, error), name string) func(old, now []byte) bool {
	return func(old, _ []byte) bool {
		r, _ := resume.Parse(name, old)
		if r == nil {
			return false
		}
		again, err := export(r)
		return err == nil && bytes.Equal(again, old)
	}
}

// isSimilar recognizes a text that says the same for the most part and in the same
// lines: it begins with the same name, and four fifths of its lines are in the
// new one.
func isSimilar(old, now []byte) bool {
	count := map[string]int{}
	for line := range bytes.Lines(now) {
		count[string(line)]++
	}
	lines, same := 0, 0
	for line := range bytes.Lines(old) {
		if len(bytes.TrimSpace(line)) == 0 {
			continue
		}
		lines++
		if count[string(line)] > 0 {
			count[string(line)]--
			same++
		}
	}
	first, _, _ := bytes.Cut(old, []byte("\n"))
	return bytes.HasPrefix(now, append(first, '\n')) && 5*same >= 4*lines
}
