package resume

import (
	"bytes"
	_ "embed"
	"encoding/json"
	"errors"
	"regexp"
	"strconv"
	"strings"
	"unicode/utf8"
)

// parseJSON reads data by JSON's own rules: YAML readers refuse some escapes that
// are valid in JSON. It returns nil, and records a problem, if that fails.
func parseJSON(p *problems, data []byte) *node {
	if len(bytes.TrimSpace(data)) == 0 {
		return nil
	}
	var whole json.RawMessage
	if err := json.Unmarshal(data, &whole); err != nil {
		offset := 0
		var syntax *json.SyntaxError
		if errors.As(err, &syntax) {
			offset = int(syntax.Offset) - 1
		}
		line, column := position(data, offset)
		p.errorAt(line, column, "%s", jsonMistake(data, max(0, offset), err))
		return nil
	}
	c := jsonConverter{problems: p, data: data, decoder: json.NewDecoder(bytes.NewReader(data)), line: 1, column: 1}
	c.decoder.UseNumber()
	if root := c.node(0); !c.stopped {
		return root
	}
	return nil
}

// position returns line and column of a byte, from 1, the column in characters.
func position(data []byte, offset int) (line, column int) {
	before := data[:max(0, min(offset, len(data)))]
	start := bytes.LastIndexByte(before, '\n') + 1
	return bytes.Count(before, []byte{'\n'}) + 1, utf8.RuneCount(before[start:]) + 1
}

// jsonConverter makes nodes of JSON that is known to be valid.
type jsonConverter struct {
	*problems
	data    []byte
	decoder *json.Decoder
	stopped bool

	// The position of the last token, so that each byte is looked at once.
	line, column, offset int
}

func (c *jsonConverter) node(depth int) *node {
	n := &node{kind: kindNull}
	n.line, n.column = c.next()
	if depth > maxDepth && !c.stopped {
		c.fail(n, "the file is nested more than %d levels deep", maxDepth)
		c.stopped = true
	}
	token, err := c.decoder.Token()
	if c.stopped || err != nil {
		return n
	}
	switch token := token.(type) {
	case json.Delim:
		c.fill(n, token, depth)
	case string:
		n.kind, n.text = kindString, token
	case json.Number:
		n.kind, n.text = kindNumber, token.String()
	case bool:
		n.kind, n.text = kindBool, strconv.FormatBool(token)
	}
	return n
}

func (c *jsonConverter) fill(n *node, open json.Delim, depth int) {
	n.kind = kindSequence
	if open == '{' {
		n.kind = kindMapping
	}
	for !c.stopped && c.decoder.More() {
		value := c.node(depth + 1)
		if n.kind == kindSequence {
			n.items = append(n.items, value)
			continue
		}
		value.text = strings.TrimSpace(value.text)
		n.add(c.problems, value, c.node(depth+1), true)
	}
	if !c.stopped {
		_, _ = c.decoder.Token() // the closing bracket; the whole is known to be valid
	}
}

// next returns line and column of the next token.
func (c *jsonConverter) next() (line, column int) {
	end := int(c.decoder.InputOffset())
	for end < len(c.data) && strings.IndexByte(" \t\r\n,:", c.data[end]) >= 0 {
		end++
	}
	for ; c.offset < end; c.offset++ {
		switch b := c.data[c.offset]; {
		case b == '\n':
			c.line, c.column = c.line+1, 1
		case utf8.RuneStart(b):
			c.column++
		}
	}
	return c.line, c.column
}

//go:embed jsonmistakes.txt
var jsonMistakes string

// jsonMistake says why data is not JSON in terms of what was written; err is the
// error of encoding/json, and offset the byte at which it stopped.
func jsonMistake(data []byte, offset int, err error) string {
	before, next := []rune(string(bytes.TrimSpace(data[:offset]))), []rune(string(data[offset:]))
	where := string(before[max(0, len(before)-1):]) + "→" + string(next[:min(1, len(next))]) + " " + err.Error()
	for _, mistake := range tableRows(jsonMistakes) {
		looksLike := regexp.MustCompile(mistake["like"])
		if match := looksLike.FindStringSubmatchIndex(where); match != nil {
			return string(looksLike.ExpandString(nil, mistake["say"], where, match))
		}
	}
	return "this is not JSON: " + err.Error()
}
