package pdf

import (
	"bytes"
	"compress/zlib"
	"crypto/sha256"
	"fmt"
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
	z   *zlib.Writer // kept, for making one takes longer than using it
}

type object struct {
	body   []byte // a dictionary, an array, …; of a stream its dictionary without length and filter
	stream []byte
	plain  bool // the stream is stored without compression
}

// reserve returns the number of an object whose body comes later, by set.
func (o *objects) reserve() ref {
	o.all = append(o.all, object{})
	return ref(len(o.all))
}

func (o *objects) set(r ref, body string) { o.all[r-1].body = []byte(body) }

func (o *objects) add(body string) ref {
	r := o.reserve()
	o.set(r, body)
	return r
}

// addStream adds a stream; entries are those of its dictionary besides its
// length and filter.
func (o *objects) addStream(entries string, data []byte) ref {
	o.all = append(o.all, object{body: []byte(entries), stream: data})
	return ref(len(o.all))
}

// addPlainStream adds a stream that is stored without compression.
func (o *objects) addPlainStream(entries string, data []byte) ref {
	r := o.addStream(entries, data)
	o.all[r-1].plain = true
	return r
}

// place is where the cross-reference stream says that an object is.
type place struct {
	kind   byte // 1: in the file, 2: in an object stream
	at     int  // the offset, or the number of the object stream
	within int  // the index in the object stream
}

// perStream is how many objects go into one object stream.
const perStream = 200

// file returns the file: the streams, the other objects in object streams, and
// a cross-reference stream (ISO 32000-1, 7.5.7 and 7.5.8). trailer holds the
// entries Root and Info.
func (o *objects) file(trailer string) []byte {
	var out bytes.Buffer
	// The second line tells programs that the file is binary.
	out.WriteString("%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")
	var places []place
	var packed []ref
	for i, obj := range o.all {
		places = append(places, place{kind: 1, at: out.Len()})
		if obj.stream == nil {
			packed = append(packed, ref(i+1))
			continue
		}
		o.writeStream(&out, ref(i+1), obj)
	}
	for len(packed) > 0 {
		n := min(perStream, len(packed))
		number := ref(len(places) + 1)
		for i, r := range packed[:n] {
			places[r-1] = place{kind: 2, at: int(number), within: i}
		}
		places = append(places, place{kind: 1, at: out.Len()})
		o.writeStream(&out, number, o.objectStream(packed[:n]))
		packed = packed[n:]
	}

	places = append(places, place{kind: 1, at: out.Len()})
	table := []byte{0, 0, 0, 0, 0xff, 0xff} // object 0 heads the list of free ones
	for _, p := range places {
		table = append(table, p.kind)
		table = bigEndian(table, p.at, 3)
		table = bigEndian(table, p.within, 2)
	}
	hash := sha256.Sum256(out.Bytes())
	id := fmt.Sprintf("<%x>", hash[:16])
	start := out.Len()
	o.writeStream(&out, ref(len(places)), object{
		body: fmt.Appendf(nil, "/Type/XRef/Size %d/W[1 3 2]/ID[%s%s]%s",
			len(places)+1, id, id, trailer),
		stream: table,
	})
	fmt.Fprintf(&out, "startxref\n%d\n%%%%EOF\n", start)
	return out.Bytes()
}

// objectStream packs objects into a stream.
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

// bigEndian appends a number that is not negative in so many bytes, the highest
// first.
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
	// None can fail: the level exists, and a buffer takes everything.
	if o.z == nil {
		o.z, _ = zlib.NewWriterLevel(&out, zlib.BestCompression)
	} else {
		o.z.Reset(&out)
	}
	_, _ = o.z.Write(data)
	_ = o.z.Close()
	return out.Bytes()
}

// textString writes a text outside of pages: as it is where it is printable
// ASCII, otherwise in UTF-16 (ISO 32000-1, 7.9.2.2).
func textString(s string) string {
	plain := true
	for _, r := range s {
		plain = plain && r >= ' ' && r < 0x7f
	}
	if plain {
		return byteString(s)
	}
	return "<FEFF" + hexUTF16(s) + ">"
}

// byteString writes bytes as a literal string.
func byteString(s string) string {
	return "(" + strings.NewReplacer(`\`, `\\`, "(", `\(`, ")", `\)`, "\r", `\r`).Replace(s) + ")"
}

func hexUTF16(s string) string {
	var b strings.Builder
	for _, u := range utf16.Encode([]rune(s)) {
		fmt.Fprintf(&b, "%04X", u)
	}
	return b.String()
}

// number writes a number with up to three decimals.
func number(f float64) string {
	s := strconv.FormatFloat(f, 'f', 3, 64)
	s = strings.TrimRight(strings.TrimRight(s, "0"), ".")
	if s == "-0" {
		return "0"
	}
	return s
}
