package export

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"ssh-resume/internal/resume"
)

// The functions of this file give a text of the résumé as inline content of
// CommonMark (https://spec.commonmark.org/0.31.2/), in which nothing but what
// they put there is markup. Of an empty text they give nothing.

// inline gives a text; see onLines for one that begins a line.
func inline(s string) string {
	s = plain(s)
	var b strings.Builder
	for i, c := range s {
		before, _ := utf8.DecodeLastRuneInString(s[:i])
		after, _ := utf8.DecodeRuneInString(s[i+utf8.RuneLen(c):])
		if marksUp(c, before, after) {
			b.WriteByte('\\')
		}
		b.WriteRune(c)
	}
	return b.String()
}

// marksUp tells whether a character may be markup in the middle of a line:
// CommonMark's, and of GitHub strikethrough and mathematics.
func marksUp(c, before, after rune) bool {
	switch c {
	case '\\', '`', '*', '[', ']', '<', '~', '$':
		return true
	case '_': // within a word it is an underscore
		return !wordly(before) || !wordly(after)
	case '&': // "&amp;" is markup, "R&D" and "A & B" could only be so by a semicolon
		return after == '#' || unicode.IsLetter(after)
	case '#': // " #" closes a heading
		return after == utf8.RuneError && !wordly(before)
	}
	return false
}

func wordly(r rune) bool {
	return r != utf8.RuneError && (unicode.IsLetter(r) || unicode.IsDigit(r))
}

// onLines gives contents that stand each at the beginning of a line, where more
// is markup.
func onLines(contents ...string) string {
	all := make([]string, len(contents))
	for i, s := range contents {
		digits := strings.TrimLeft(s, "0123456789")
		switch {
		case s == "":
		case len(digits) < len(s) && digits != "" && (digits[0] == '.' || digits[0] == ')'): // "1." begins a list
			s = s[:len(s)-len(digits)] + "\\" + digits
		case strings.IndexByte("#+-=>|:", s[0]) >= 0: // "-" begins a list, "=" underlines, "|" divides a table
			s = "\\" + s
		}
		if before, ok := strings.CutSuffix(s, `\\`); ok { // not every reader tells it from the end of a line
			s = before + "&#92;"
		}
		all[i] = s
	}
	return resume.Joined("\\\n", all...) // a backslash keeps the line end
}

// plain gives a text as one line that holds no control character.
func plain(s string) string {
	return strings.TrimSpace(strings.Map(func(r rune) rune {
		if unicode.IsControl(r) || r == '\u2028' || r == '\u2029' {
			return ' '
		}
		return r
	}, strings.ToValidUTF8(s, "\ufffd")))
}

// bold gives a text that a blank or nothing stands before, and a blank, a mark
// or nothing behind.
func bold(s string) string { return around("**", inline(s)) }

func emphasis(s string) string { return around("*", inline(s)) }

// label gives a name that is followed by what there is to say of it.
func label(s string) string {
	if s = inline(s); s == "" {
		return ""
	}
	return "**" + s + ":**"
}

func around(mark, content string) string {
	if content == "" {
		return ""
	}
	return mark + content + mark
}

// code gives a text between more backticks than stand together in it.
func code(s string) string {
	s = plain(s)
	if s == "" {
		return ""
	}
	longest, run := 0, 0
	for _, c := range s {
		if run++; c != '`' {
			run = 0
		}
		longest = max(longest, run)
	}
	if s[0] == '`' || s[len(s)-1] == '`' {
		s = " " + s + " "
	}
	return around(strings.Repeat("`", longest+1), s)
}

// link gives content that leads to a web address, which may be empty.
func link(content, url string) string {
	switch {
	case url == "":
		return content
	case content == "":
		return address(url)
	}
	return "[" + content + "](<" + destination(url) + ">)"
}

// address gives a web address that is to be read.
func address(url string) string { return strings.TrimSuffix("<"+destination(url)+">", "<>") }

// destination escapes what would end a web address.
func destination(url string) string {
	return strings.NewReplacer(" ", "%20", "<", "%3C", ">", "%3E", `\`, "%5C").Replace(plain(url))
}
