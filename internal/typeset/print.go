package typeset

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"hash/fnv"
	"net/url"
	"slices"
	"strings"
	"time"
	"unicode/utf16"

	"codeberg.org/go-pdf/fpdf"
)

// printed gives pages as a PDF.
func printed(d *Document, pages []page, paper Paper) ([]byte, error) {
	f := fpdf.NewCustom(&fpdf.InitType{UnitStr: "pt", Size: fpdf.SizeType{Wd: paper.Width, Ht: paper.Height}})
	f.SetAutoPageBreak(false, 0)
	f.SetCatalogSort(true)
	f.SetCreationDate(undated)
	f.SetModificationDate(undated)
	f.SetLang(d.Lang)
	f.SetTitle(inUTF16(d.Title), false)
	f.SetAuthor(inUTF16(d.Author), false)
	f.SetSubject(inUTF16(d.Subject), false)
	f.SetKeywords(inUTF16(d.Keywords), false)
	f.SetCreator("ssh-resume", false)
	for i, face := range typefaces() {
		if !uses(pages, Face(i)) {
			continue
		}
		// A copy, for nothing says that the library only reads it.
		f.AddUTF8FontFromBytes(family(face), "", bytes.Clone(face.ttf))
	}
	for _, p := range pages {
		f.AddPage()
		printPage(f, p)
	}
	var out bytes.Buffer
	if err := f.Output(&out); err != nil {
		return nil, fmt.Errorf("write PDF: %w", err)
	}
	return corrected(out.Bytes()), nil
}

func uses(pages []page, face Face) bool {
	return slices.ContainsFunc(pages, func(p page) bool {
		return slices.ContainsFunc(p.texts, func(t text) bool { return t.Face == face })
	})
}

func printPage(f *fpdf.Fpdf, p page) {
	for _, r := range p.rules {
		f.SetFillColor(r.color.rgb())
		f.Rect(r.x, r.y, r.width, r.height, "F")
	}
	faces := typefaces()
	var set text // what the page is in now
	for i, t := range p.texts {
		if i == 0 || t.Face != set.Face || t.size != set.size {
			f.SetFont(family(faces[t.Face]), "", t.size)
		}
		if i == 0 || t.Color != set.Color {
			f.SetTextColor(t.Color.rgb())
		}
		set = t
		if t.reads != "" {
			f.RawWriteStr("/Span <</ActualText <" + fmt.Sprintf("%X", inUTF16(t.reads)) + ">>> BDC")
		}
		f.Text(t.x, t.y, t.text)
		if t.last {
			f.RawWriteStr("EMC")
		}
		if t.URL != "" {
			f.LinkString(t.x, t.y-ascent*t.size, t.width(), leading*t.size, escapedURL(t.URL))
		}
	}
	for _, b := range p.bookmarks {
		f.Bookmark(inPlane(b.text), 0, b.y)
	}
}

func (c Color) rgb() (r, g, b int) { return int(c) >> 16, int(c) >> 8 & 0xff, int(c) & 0xff }

// inUTF16 gives a text as PDF has it outside of pages: UTF-16, the high byte
// first, after a byte order mark (ISO 32000-1, 7.9.2.2).
func inUTF16(s string) string {
	if s == "" {
		return ""
	}
	b := []byte{0xfe, 0xff}
	for _, u := range utf16.Encode([]rune(printable(s))) {
		b = binary.BigEndian.AppendUint16(b, u)
	}
	return string(b)
}

// inPlane gives a text with □ for each character above U+FFFF, which the
// library can't write.
func inPlane(s string) string {
	return strings.Map(func(r rune) rune {
		if r > 0xffff {
			return replacement
		}
		return r
	}, printable(s))
}

// escapedURL gives an address in ASCII, as a link must have it.
func escapedURL(s string) string {
	var b strings.Builder
	for i := range len(s) {
		if c := s[i]; c <= ' ' || c > '~' {
			b.WriteString(url.PathEscape(s[i : i+1]))
		} else {
			b.WriteByte(c)
		}
	}
	return b.String()
}

// undated is put in for the dates, and taken out again: a date of its making
// would make the file another one each time.
var undated = time.Unix(0, 0).UTC()

// family is what the library calls a face. In the file it puts "utf8" before
// it; corrected puts a name of the same length in place of both.
func family(f typeface) string { return "of-" + strings.ToLower(f.name) }

// corrected gives the file with what the library has no means to say. Each
// change keeps the length, so that the places of the objects stay true.
func corrected(file []byte) []byte {
	change := func(old, replaced string) {
		file = bytes.ReplaceAll(file, []byte(old), fmt.Appendf(nil, "%-*s", len(old), replaced))
	}
	for _, key := range []string{"/CreationDate", "/ModDate"} {
		change(key+" (D:"+undated.Format("20060102150405")+")", "")
	}
	// What a line reads as is new in PDF 1.5 (ISO 32000-1, 14.9.4).
	change("%PDF-1.3", "%PDF-1.5")
	// The window is to show the title, and no outline unless asked for.
	change("/PageMode /UseOutlines", "")
	change("/Names <<\n/EmbeddedFiles << /Names [\n  \n] >>\n>>", "/ViewerPreferences <</DisplayDocTitle true>>")
	// Six letters before its name mark a font that holds some characters only
	// (ISO 32000-1, 9.6.4); other fonts, other letters.
	hash := fnv.New64a()
	_, _ = hash.Write(file) // never fails
	for _, f := range typefaces() {
		_, _ = hash.Write([]byte(f.name))
		sum := hash.Sum64()
		tag := make([]byte, 6)
		for i := range tag {
			tag[i] = 'A' + byte(sum%26)
			sum /= 26
		}
		for _, end := range []string{"\n", " "} {
			change("/utf8"+family(f)+end, "/"+string(tag)+"+"+f.name+end)
		}
	}
	return file
}
