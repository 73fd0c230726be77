package resume

import (
	"bytes"
	"unicode"
	"unicode/utf8"
)

// checkEncoding reports data that is no text that can be read here. It tells
// whether it is.
func (d *decoder) checkEncoding(data []byte) bool {
	switch {
	case bytes.HasPrefix(data, []byte("%PDF")), bytes.HasPrefix(data, []byte("PK\x03\x04")), bytes.HasPrefix(data, []byte("\xd0\xcf\x11\xe0")):
		d.errorAt(1, 1, "this is a PDF or a word processor's file; a résumé is a text file, in YAML or JSON")
		return false
	case bytes.HasPrefix(data, []byte("\xff\xfe")), bytes.HasPrefix(data, []byte("\xfe\xff")), len(data) > 1 && (data[0] == 0) != (data[1] == 0):
		d.errorAt(1, 1, "the file is UTF-16 text; save it as UTF-8")
		return false
	}
	for offset := 0; offset < len(data); {
		r, size := utf8.DecodeRune(data[offset:])
		line, column := 0, 0
		if r == utf8.RuneError && size == 1 || unicode.IsControl(r) && !blank(r) {
			line, column = position(data, offset)
		}
		switch {
		case line == 0:
		case r == utf8.RuneError:
			d.errorAt(line, column, "this character is not UTF-8; save the file in that encoding")
			return false
		default:
			d.errorAt(line, column, "a control character (%U) stands here; delete it", r)
			return false
		}
		offset += size
	}
	return true
}
