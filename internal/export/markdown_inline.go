package export

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"ssh-resume/internal/resume"
)

// The functions in this file return a text of the résumé as inline content of
// CommonMark (https://spec.commonmark.org/0.31.2/). Everything in the text that
// could be markup is escaped. For an empty text they return "".

// inline returns a text for the middle of a line; see onLines for the beginning.
func inline(s string) string {
	s = plain(s)
	var b strings.Builder
	for i, c := range s {
		before, _ := utf8.DecodeLastRuneInString(s[:i])
		after, _ := utf8.DecodeRuneInString(s[i+utf8.RuneLen(c):])
		if isMarkup(c, before, after) {
			b.WriteByte('\\')
		}
		b.WriteRune(c)
	}
	return b.String()
}

// isMarkup reports whether a character could be markup in the middle of a line,
// of CommonMark or of GitHub's strikethrough and mathematics.
func isMarkup(c, before, after rune) bool {
	switch c {
	case '\\', '`', '*', '[', ']', '<', '~', '$':
		return true
	case '_': // inside a word it is a plain character
		return !isWordRune(before) || !isWordRune(after)
	case '&': // begins an entity; "A & B" does not
		return after == '#' || unicode.IsLetter(after)
	case '#': // " #" closes a heading
		return after == utf8.RuneError && !isWordRune(before)
	}
	return false
}

func isWordRune(r rune) bool {
	return r != utf8.RuneError && (unicode.IsLetter(r) || unicode.IsDigit(r))
}

// onLines returns contents, each on a line of its own. What is markup only at the
// beginning of a line is escaped.
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
		if before, ok := strings.CutSuffix(s, `\\`); ok { // some readers take the escaped backslash for a hard line break
			s = before + "&#92;"
		}
		all[i] = s
	}
	return resume.Joined("\\\n", all...) // a backslash makes a hard line break
}

// plain returns a text on one line and without control characters.
func plain(s string) string {
	return strings.TrimSpace(strings.Map(func(r rune) rune {
		if unicode.IsControl(r) || r == '\u2028' || r == '\u2029' {
			return ' '
		}
		return r
	}, strings.ToValidUTF8(s, "\ufffd")))
}

// bold returns a text in bold. CommonMark needs a space or nothing before it, and
// a space, punctuation or nothing after it.
func bold(s string) string { return around("**", inline(s)) }

func emphasis(s string) string { return around("*", inline(s)) }

// label returns a bold name and a colon, for what is said about the name.
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

// code returns a text as a code span. It is enclosed in more backticks than the
// longest run inside it.
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

// link returns content as a link to a web address; as it is where there is none.
func link(content, url string) string {
	switch {
	case url == "":
		return content
	case content == "":
		return autolink(url)
	}
	return "[" + content + "](<" + destination(url) + ">)"
}

// autolink returns a web address as a link that shows it.
func autolink(url string) string { return strings.TrimSuffix("<"+destination(url)+">", "<>") }

// destination returns a web address with the characters escaped that would end
// it.
func destination(url string) string {
	return strings.NewReplacer(" ", "%20", "<", "%3C", ">", "%3E", `\`, "%5C").Replace(plain(url))
}
