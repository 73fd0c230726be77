package pdf

import (
	"bytes"
	"compress/zlib"
	"crypto/sha256"
	"fmt"
	"math"
	"strconv"
	"strings"

	"golang.org/x/text/encoding/unicode"
)

// ref is the number of an indirect object.
type ref int

func (r ref) String() string { return strconv.Itoa(int(r)) + " 0 R" }

// objects collects the indirect objects of a file. Number n is all[n-1].
type objects struct {
	all        []object
	compressor *zlib.Writer // of all streams, since each new one takes a megabyte
}

type object struct {
	body     []byte
	isStream bool
}

// reserve returns the number of an object whose body is set later.
func (o *objects) reserve() ref {
	o.all = append(o.all, object{})
	return ref(len(o.all))
}

// setf sets the body of an object, formatted as by fmt.Sprintf.
func (o *objects) setf(r ref, format string, args ...any) {
	o.all[r-1].body = fmt.Appendf(nil, format, args...)
}

func (o *objects) addf(format string, args ...any) ref {
	r := o.reserve()
	o.setf(r, format, args...)
	return r
}

// addStream adds a compressed stream. The entries are those of its dictionary without Length and Filter.
func (o *objects) addStream(entries string, data []byte) ref {
	var out bytes.Buffer
	o.compressor.Reset(&out)
	_, _ = o.compressor.Write(data) // a buffer takes all
	_ = o.compressor.Close()
	return o.addPlainStream(entries+"/Filter/FlateDecode", out.Bytes())
}

// addPlainStream adds a stream as it is. The entries are those of its dictionary without Length.
func (o *objects) addPlainStream(entries string, data []byte) ref {
	r := o.addf("<<%s/Length %d>>\nstream\n%s\nendstream", entries, len(data), data)
	o.all[r-1].isStream = true
	return r
}

// file returns the file: the streams, the other objects packed into an object stream, and a cross-reference
// stream with the entries of the trailer (ISO 32000-1, 7.5.7 and 7.5.8).
func (o *objects) file(trailer string) []byte {
	var index, bodies bytes.Buffer
	packed := 0
	for i, obj := range o.all {
		if !obj.isStream {
			fmt.Fprintf(&index, "%d %d ", i+1, bodies.Len())
			bodies.Write(append(obj.body, '\n'))
			packed++
		}
	}
	pack := o.addStream(fmt.Sprintf("/Type/ObjStm/N %d/First %d", packed, index.Len()), append(index.Bytes(), bodies.Bytes()...))

	var out bytes.Buffer
	// The second line marks the file as binary.
	out.WriteString("%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")
	write := func(number ref, obj object) { fmt.Fprintf(&out, "%d 0 obj\n%s\nendobj\n", number, obj.body) }
	table := []byte{0, 0, 0, 0, 0xff, 0xff} // object 0 is the head of the free list
	// Each row is a kind, an offset or an object stream, and an index in that.
	row := func(kind, at, index int) { table = bigEndian(bigEndian(bigEndian(table, kind, 1), at, 3), index, 2) }
	packed = 0
	for i, obj := range o.all {
		if obj.isStream {
			row(1, out.Len(), 0)
			write(ref(i+1), obj)
		} else {
			row(2, int(pack), packed)
			packed++
		}
	}
	start := out.Len()
	row(1, start, 0)
	hash := sha256.Sum256(out.Bytes())
	id := fmt.Sprintf("<%x>", hash[:16])
	last := o.addStream(fmt.Sprintf("/Type/XRef/Size %d/W[1 3 2]/ID[%s%s]%s", pack+2, id, id, trailer), table)
	write(last, o.all[last-1])
	fmt.Fprintf(&out, "startxref\n%d\n%%%%EOF\n", start)
	return out.Bytes()
}

// bigEndian appends a number in size bytes.
func bigEndian(b []byte, n, size int) []byte {
	for shift := 8 * (size - 1); shift >= 0; shift -= 8 {
		b = append(b, byte(n>>shift&0xff))
	}
	return b
}

// textString returns a text string object: printable ASCII as it is, other text in UTF-16 (ISO 32000-1, 7.9.2.2).
func textString(s string) string {
	if strings.ContainsFunc(s, func(r rune) bool { return r < ' ' || r >= 0x7f }) {
		return "<FEFF" + hexUTF16(s) + ">"
	}
	return "(" + escapes.Replace(s) + ")"
}

var escapes = strings.NewReplacer(`\`, `\\`, "(", `\(`, ")", `\)`)

func hexUTF16(s string) string {
	encoded, _ := utf16.NewEncoder().String(s) // any text can be encoded
	return fmt.Sprintf("%X", encoded)
}

var utf16 = unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM)

// number formats a number with up to three decimals. Adding 0 turns -0 into 0.
func number(f float64) string { return strconv.FormatFloat(math.Round(f*1000)/1000+0, 'f', -1, 64) }
