package pdf

import (
	"bytes"
	"compress/zlib"
	"crypto/sha256"
	"fmt"
	"math"
	"strconv"
	"strings"
	"unicode/utf16"
)

// ref is the number of an indirect object.
type ref int

func (r ref) String() string { return strconv.Itoa(int(r)) + " 0 R" }

// objects collects the indirect objects of a file. Number n is all[n-1].
type objects struct {
	all []object
	z   *zlib.Writer // reused, because creating one is expensive
}

type object struct {
	body   []byte // the object; of a stream, the entries of its dictionary without Length and Filter
	stream []byte
	plain  bool // don't compress the stream
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

// addStream adds a stream. The entries are those of its dictionary without Length and Filter.
func (o *objects) addStream(entries string, data []byte) ref {
	o.all = append(o.all, object{body: []byte(entries), stream: append([]byte{}, data...)}) // never nil
	return ref(len(o.all))
}

// addPlainStream adds a stream that is not compressed.
func (o *objects) addPlainStream(entries string, data []byte) ref {
	r := o.addStream(entries, data)
	o.all[r-1].plain = true
	return r
}

// file returns the file: the streams, the other objects packed into an object stream, and a cross-reference
// stream with the entries of the trailer (ISO 32000-1, 7.5.7 and 7.5.8).
func (o *objects) file(trailer string) []byte {
	var out bytes.Buffer
	// The second line marks the file as binary.
	out.WriteString("%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")
	// Each row of the table is a kind, an offset or an object stream, and an index in that.
	places := make([][3]int, len(o.all), len(o.all)+2)
	var packed []ref
	number := ref(len(o.all) + 1) // of the object stream
	for i, obj := range o.all {
		if obj.stream == nil {
			places[i] = [3]int{2, int(number), len(packed)}
			packed = append(packed, ref(i+1))
		} else {
			places[i] = [3]int{1, out.Len()}
			o.writeStream(&out, ref(i+1), obj)
		}
	}
	places = append(places, [3]int{1, out.Len()})
	o.writeStream(&out, number, o.objectStream(packed))

	start := out.Len()
	table := []byte{0, 0, 0, 0, 0xff, 0xff} // object 0 is the head of the free list
	for _, p := range append(places, [3]int{1, start}) {
		table = bigEndian(bigEndian(bigEndian(table, p[0], 1), p[1], 3), p[2], 2)
	}
	hash := sha256.Sum256(out.Bytes())
	id := fmt.Sprintf("<%x>", hash[:16])
	o.writeStream(&out, number+1, object{
		body:   fmt.Appendf(nil, "/Type/XRef/Size %d/W[1 3 2]/ID[%s%s]%s", number+2, id, id, trailer),
		stream: table,
	})
	fmt.Fprintf(&out, "startxref\n%d\n%%%%EOF\n", start)
	return out.Bytes()
}

// objectStream returns a stream that holds objects.
func (o *objects) objectStream(refs []ref) object {
	var index, bodies bytes.Buffer
	for _, r := range refs {
		fmt.Fprintf(&index, "%d %d ", r, bodies.Len())
		bodies.Write(o.all[r-1].body)
		bodies.WriteByte('\n')
	}
	return object{
		body:   fmt.Appendf(nil, "/Type/ObjStm/N %d/First %d", len(refs), index.Len()),
		stream: append(index.Bytes(), bodies.Bytes()...),
	}
}

// bigEndian appends a non-negative number in size bytes.
func bigEndian(b []byte, n, size int) []byte {
	for shift := 8 * (size - 1); shift >= 0; shift -= 8 {
		b = append(b, byte(n>>shift&0xff))
	}
	return b
}

func (o *objects) writeStream(out *bytes.Buffer, r ref, obj object) {
	data, filter := obj.stream, ""
	if !obj.plain {
		data, filter = o.deflated(data), "/Filter/FlateDecode"
	}
	fmt.Fprintf(out, "%d 0 obj\n<<%s%s/Length %d>>\nstream\n", r, obj.body, filter, len(data))
	out.Write(data)
	out.WriteString("\nendstream\nendobj\n")
}

func (o *objects) deflated(data []byte) []byte {
	var out bytes.Buffer
	if o.z == nil {
		o.z, _ = zlib.NewWriterLevel(nil, zlib.BestCompression) // the level is valid
	}
	o.z.Reset(&out)
	_, _ = o.z.Write(data) // a buffer takes all
	_ = o.z.Close()
	return out.Bytes()
}

// textString returns a text string object: printable ASCII as it is, other text in
// UTF-16 (ISO 32000-1, 7.9.2.2).
func textString(s string) string {
	if !strings.ContainsFunc(s, func(r rune) bool { return r < ' ' || r >= 0x7f }) {
		return byteString(s)
	}
	return "<FEFF" + hexUTF16(s) + ">"
}

// byteString returns a literal string object.
func byteString(s string) string {
	return "(" + escapes.Replace(s) + ")"
}

var escapes = strings.NewReplacer(`\`, `\\`, "(", `\(`, ")", `\)`, "\r", `\r`)

func hexUTF16(s string) string {
	var b strings.Builder
	for _, u := range utf16.Encode([]rune(s)) {
		fmt.Fprintf(&b, "%04X", u)
	}
	return b.String()
}

// number formats a number with up to three decimals. Adding 0 turns -0 into 0.
func number(f float64) string { return strconv.FormatFloat(math.Round(f*1000)/1000+0, 'f', -1, 64) }
