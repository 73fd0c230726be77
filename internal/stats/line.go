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

// maxLine bounds the length of a line, in bytes. The longest that the server writes has the stack of a panic.
const maxLine = 256 << 10

// Read counts the events of a log, which may be compressed with gzip. Lines that can't be parsed are not an
// error: the summary says how many there are.
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
	for {
		line, more, err := in.ReadLine()
		line = bytes.TrimSpace(line)
		isNew := len(line) > 0 && !c.isRepeated(maphash.Bytes(c.seed, line))
		for more && err == nil { // the line is too long to parse
			line = nil
			_, more, err = in.ReadLine()
		}
		if isNew {
			c.line(line)
		}
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return err
		}
	}
}

// line counts one line.
func (c *Counter) line(line []byte) {
	c.sum.Lines++
	if at, fields := parse(line); !at.IsZero() && fields["msg"] != "" {
		c.count(at, fields)
		return
	}
	c.sum.NotUnderstood++
	// What the Go runtime prints before it aborts the process.
	if bytes.HasPrefix(line, []byte("panic: ")) || bytes.HasPrefix(line, []byte("fatal error: ")) {
		c.problems.add(1, "the program crashed")
	}
}

// parse returns the time and the fields of a line in JSON or logfmt; no time, if it is
// neither. A supervisor may have put a prefix before it, such as the name of a container.
func parse(line []byte) (at time.Time, fields map[string]string) {
	fields = map[string]string{}
	var err error
	if start := bytes.IndexByte(line, '{'); start >= 0 && !bytes.ContainsAny(line[:start], `"=`) {
		var values map[string]any
		decoder := json.NewDecoder(bytes.NewReader(line[start:]))
		decoder.UseNumber()
		err = decoder.Decode(&values)
		for key, value := range values {
			fields[key] = clean(fmt.Sprint(value))
		}
	} else {
		decoder := logfmt.NewDecoderSize(bytes.NewReader(line), len(line)+1)
		for decoder.ScanRecord(); decoder.ScanKeyval(); {
			fields[string(decoder.Key())] = clean(string(decoder.Value()))
		}
		err = decoder.Err()
	}
	if err == nil {
		at, _ = time.Parse(time.RFC3339, fields["time"]) // the zero time on an error
	}
	return at, fields
}

// clean removes control characters, which could steer a terminal, and truncates a value to a length that the
// server's values never reach.
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
