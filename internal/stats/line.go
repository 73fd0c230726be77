package stats

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"encoding/json"
	"errors"
	"fmt"
	"hash/maphash"
	"io"
	"strings"
	"time"
	"unicode"

	"github.com/go-logfmt/logfmt"
)

// maxLine bounds the length of a line, in bytes. The longest that the server
// writes holds the stack of a panic.
const maxLine = 256 << 10

// event is one line of the log.
type event struct {
	at      time.Time
	level   string
	message string
	fields  map[string]string
}

// Read counts the events of a log, which may be compressed with gzip. Lines that
// are not understood are no error: the summary says how many there are.
func (c *Counter) Read(r io.Reader) error {
	c.logs++
	in := bufio.NewReaderSize(r, maxLine)
	if magic, _ := in.Peek(2); bytes.Equal(magic, []byte{0x1f, 0x8b}) { // RFC 1952, section 2.3.1
		unpacked, err := gzip.NewReader(in)
		if err != nil {
			return err
		}
		in = bufio.NewReaderSize(unpacked, maxLine)
	}
	var hash maphash.Hash
	hash.SetSeed(c.seed)
	for {
		hash.Reset()
		line, err := in.ReadSlice('\n')
		tooLong := false
		for errors.Is(err, bufio.ErrBufferFull) {
			tooLong = true
			_, _ = hash.Write(line) // never fails
			line, err = in.ReadSlice('\n')
		}
		last := errors.Is(err, io.EOF)
		if err != nil && !last {
			return err
		}
		line = bytes.TrimSpace(line)
		_, _ = hash.Write(line)
		switch {
		case !tooLong && len(line) == 0, c.isRepeated(hash.Sum64()):
		case tooLong:
			c.lines++
			c.notUnderstood++
		default:
			c.line(line)
		}
		if last {
			return nil
		}
	}
}

// line counts one line.
func (c *Counter) line(line []byte) {
	c.lines++
	if e, ok := parse(line); ok {
		c.count(e)
		return
	}
	c.notUnderstood++
	// What the Go runtime prints before it aborts the process.
	for _, crash := range []string{"panic: ", "fatal error: "} {
		if bytes.HasPrefix(line, []byte(crash)) {
			c.problems.add("the program crashed", 1)
		}
	}
}

// parse reads a line in JSON or logfmt. A supervisor may have put a prefix before
// it, such as the name of a container.
func parse(line []byte) (event, bool) {
	var fields map[string]string
	if at := bytes.IndexByte(line, '{'); at >= 0 && !bytes.ContainsAny(line[:at], `"=`) {
		fields = parseJSON(line[at:])
	} else {
		fields = parseLogfmt(line)
	}
	at, err := time.Parse(time.RFC3339, fields["time"])
	if err != nil || fields["msg"] == "" {
		return event{}, false
	}
	return event{at: at, level: fields["level"], message: fields["msg"], fields: fields}, true
}

// parseJSON returns the fields of a JSON object, nil if it is none.
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

// parseLogfmt returns the fields of a line in logfmt, nil if it is none.
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

// clean returns a value without control characters, which could steer a
// terminal, and cut to a length that values of the server never reach.
func clean(s string) string {
	const maxValue = 256 // bytes
	if len(s) > maxValue {
		s = strings.Clone(s[:maxValue]) // so that the rest can be freed
	}
	return strings.Map(func(r rune) rune {
		if !unicode.IsPrint(r) {
			return '?'
		}
		return r
	}, strings.ToValidUTF8(s, "?"))
}
