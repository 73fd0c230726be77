package resume

import (
	"bytes"
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
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
		p.errorAt(line, column, "%s", cmp.Or(jsonMistake(data, offset, err.Error()), "this is not JSON: "+err.Error()))
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

// jsonMistake says why data is not JSON in terms of what was written; what is the
// message of encoding/json, and offset the byte at which it stopped. It returns
// nothing for an unusual mistake.
func jsonMistake(data []byte, offset int, what string) string {
	next := ""
	if offset >= 0 && offset < len(data) {
		next = string([]rune(string(data[offset:min(len(data), offset+4)]))[:1])
	}
	is := func(message string) bool { return strings.Contains(what, message) }
	value := is("looking for beginning")
	switch {
	case is("unexpected end"):
		return `the file ends too early: a "}", a "]" or a quote is missing`
	case value && (next == "}" || next == "]"):
		return fmt.Sprintf(`delete the comma before this "%s"`, next)
	case value && (next == "/" || next == "#"):
		return "JSON has no comments; delete this one, or write the file as YAML"
	case value && (next == "'" || next == "“" || next == "”"):
		return fmt.Sprintf(`write " instead of %s: JSON takes no other quotes`, next)
	case value && len(strings.TrimSpace(string(data[:offset]))) == 0:
		return `this is not JSON, which begins with "{"; a file in YAML must be named .yaml`
	case value:
		return `this needs double quotes (")`
	case is("in literal"):
		return "write true, false or null, or put the text in quotes"
	case is("after ") && offset > 0 && data[offset-1] == '0' && next >= "0" && next <= "9":
		return "a number can't begin with 0; put it in quotes"
	case is("after object key:value pair"), is("after array element"):
		return "a comma is missing before this"
	case is("after object key"):
		return "a colon is missing before this"
	case is("in string literal") && (next == "\n" || next == "\r"):
		return `the quote in this line has no end; in a text write \n for a new line`
	case is("in string literal") && next == "\t":
		return `a tab; in JSON write \t for it, or a space`
	case is("in string escape"), is(`in \u`):
		return `in JSON "\" begins an escape; write "\\"`
	case is("after top-level value"):
		return `nothing may follow the "}" that ends the file; delete this`
	}
	return ""
}
