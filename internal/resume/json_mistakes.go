package resume

import (
	"fmt"
	"strings"
)

// jsonMistake says why data is not JSON, in the words of whoever wrote it; what
// is JSON's own message, and offset the byte at which it gave up.
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
		return `a tab stands here; in JSON write \t for it, or a space`
	case is("in string escape"), is(`in \u`):
		return `in JSON "\" begins an escape; write "\\"`
	case is("after top-level value"):
		return `nothing may follow the "}" that ends the file`
	}
	return ""
}
