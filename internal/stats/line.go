package stats

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"
	"time"
	"unicode"

	"github.com/go-logfmt/logfmt"
)

// maxLine is how long a line may be, in bytes. The longest that the server
// writes is the stack of a panic.
const maxLine = 256 << 10

// record is a line of the log: what happened, and what is said of it.
type record struct {
	at     time.Time
	level  string
	what   string
	fields map[string]string
}

// Read counts what a log says, compressed with gzip or not. Lines that are not
// understood are counted as such; an error is that of reading.
func (c *Counter) Read(r io.Reader) error {
	in := bufio.NewReaderSize(r, maxLine)
	if magic, _ := in.Peek(2); bytes.Equal(magic, []byte{0x1f, 0x8b}) { // RFC 1952, section 2.3.1
		unpacked, err := gzip.NewReader(in)
		if err != nil {
			return err
		}
		in = bufio.NewReaderSize(unpacked, maxLine)
	}
	for {
		line, err := in.ReadSlice('\n')
		tooLong := false
		for errors.Is(err, bufio.ErrBufferFull) {
			tooLong = true
			line, err = in.ReadSlice('\n')
		}
		last := errors.Is(err, io.EOF)
		if err != nil && !last {
			return err
		}
		if tooLong {
			c.lines++
			c.strange++
		} else {
			c.line(bytes.TrimSpace(line))
		}
		if last {
			return nil
		}
	}
}

// line counts one line.
func (c *Counter) line(line []byte) {
	if len(line) == 0 {
		return
	}
	c.lines++
	if r, ok := parse(line); ok {
		c.count(r)
		return
	}
	c.strange++
	// The Go runtime's last words, before a process ends that nothing could save.
	for _, crash := range []string{"panic: ", "fatal error: "} {
		if bytes.HasPrefix(line, []byte(crash)) {
			c.problems.add("the program crashed", 1)
		}
	}
}

// parse reads a line in JSON or logfmt. It may stand behind what a supervisor
// puts before it, such as the name of a container.
func parse(line []byte) (record, bool) {
	var fields map[string]string
	if at := bytes.IndexByte(line, '{'); at >= 0 && !bytes.ContainsAny(line[:at], `"=`) {
		fields = parseJSON(line[at:])
	} else {
		fields = parseLogfmt(line)
	}
	at, err := time.Parse(time.RFC3339, fields["time"])
	if err != nil || fields["msg"] == "" {
		return record{}, false
	}
	return record{at: at, level: fields["level"], what: fields["msg"], fields: fields}, true
}

// parseJSON gives the fields of an object, nil where it is none.
func parseJSON(line []byte) map[string]string {
	var values map[string]any
	decoder := json.NewDecoder(bytes.NewReader(line))
	decoder.UseNumber()
	if decoder.Decode(&values) != nil {
		return nil
	}
	fields := make(map[string]string, len(values))
	for key, value := range values {
		if text, ok := value.(string); ok {
			fields[key] = clean(text)
		} else {
			fields[key] = clean(fmt.Sprint(value))
		}
	}
	return fields
}

// parseLogfmt gives the fields of a line, nil where it is none.
func parseLogfmt(line []byte) map[string]string {
	decoder := logfmt.NewDecoderSize(bytes.NewReader(line), len(line)+1)
	if !decoder.ScanRecord() {
		return nil
	}
	fields := map[string]string{}
	for decoder.ScanKeyval() {
		fields[string(decoder.Key())] = clean(string(decoder.Value()))
	}
	if decoder.Err() != nil {
		return nil
	}
	return fields
}

// clean gives a value without what could steer a terminal, cut to a length
// that all values that are counted are within.
func clean(s string) string {
	const longest = 256 // bytes
	if len(s) > longest {
		s = strings.Clone(s[:longest]) // the rest is not to be kept with it
	}
	return strings.Map(func(r rune) rune {
		if !unicode.IsPrint(r) {
			return '?'
		}
		return r
	}, strings.ToValidUTF8(s, "?"))
}
