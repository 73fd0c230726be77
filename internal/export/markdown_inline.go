package export

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"ssh-resume/internal/resume"
)

// drawn returns a text of the owner's as blocks.
func drawn(t resume.Text) mdBlocks { return resume.RenderText(mdNodes{}, t) }

// drawnEntry returns a text as an entry of a list.
func drawnEntry(t resume.Text) string { return drawn(t).entry() }

// mdNodes renders a text of the owner's as CommonMark.
type mdNodes struct{}

var _ resume.TextRenderer[mdInline, mdBlock] = mdNodes{}

// mdInline is inline content, once with delimiters and once with HTML tags. The
// tags are for where CommonMark would not read the delimiters as such.
type mdInline struct {
	content   string
	delimiter string // around the content
	tagged    string // the same with tags
	tagsOnly  bool   // a delimiter in the content would not be read as one
}

func sameInline(s string) mdInline { return mdInline{content: s, tagged: s} }

func (mdNodes) Plain(s string) mdInline { return sameInline(escaped(s)) }
func (mdNodes) Code(s string) mdInline  { return sameInline(code(s)) }
func (mdNodes) Break() mdInline         { return sameInline("\\\n") }

func (mdNodes) Bold(inner []mdInline) mdInline   { return delimited("**", "strong", inner) }
func (mdNodes) Italic(inner []mdInline) mdInline { return delimited("*", "em", inner) }

func delimited(delimiter, tag string, inner []mdInline) mdInline {
	n := joinInline(inner)
	if strings.TrimSpace(n.content) == "" {
		return n
	}
	n.delimiter = delimiter
	n.tagged = "<" + tag + ">" + n.tagged + "</" + tag + ">"
	return n
}

func (mdNodes) Link(url string, inner []mdInline) mdInline {
	n := joinInline(inner)
	n.content, n.tagged = link(n.content, url), link(n.tagged, url)
	return n
}

// Paragraph escapes what would be markup at the beginning of its lines.
func (mdNodes) Paragraph(inner []mdInline) mdBlock {
	n := joinInline(inner)
	if n.tagsOnly {
		n.content = n.tagged
	}
	lines := strings.Split(n.content, "\\\n")
	for i := range lines {
		lines[i] = strings.TrimSpace(lines[i])
	}
	return mdBlock{text: onLines(lines...)}
}

func (mdNodes) List(items [][]mdBlock) mdBlock { return mdBlock{entries: mapped(items, mdItem)} }

func (mdNodes) NumberedList(first int, items [][]mdBlock) mdBlock {
	return mdBlock{entries: mapped(items, mdItem), numbered: true, first: first}
}

func mdItem(blocks []mdBlock) string { return mdBlocks(blocks).entry() }

// joinInline returns contents one after the other, with their delimiters.
func joinInline(all []mdInline) mdInline {
	var content, tagged strings.Builder
	tagsOnly := false
	for i, n := range all {
		after := ""
		if i+1 < len(all) {
			after = all[i+1].delimiter + all[i+1].content
		}
		tagsOnly = tagsOnly || n.tagsOnly || n.delimiter != "" && !isFlanked(content.String(), n.content, after)
		content.WriteString(n.delimiter + n.content + n.delimiter)
		tagged.WriteString(n.tagged)
	}
	return mdInline{content: content.String(), tagged: tagged.String(), tagsOnly: tagsOnly}
}

// isFlanked reports whether delimiters around content can be nothing but what opens
// and closes it: there is a space outside, or a mark and no mark inside. Those that
// stand beside other delimiters are in doubt.
func isFlanked(before, content, after string) bool {
	outer, _ := utf8.DecodeLastRuneInString(before)
	first, _ := utf8.DecodeRuneInString(content)
	last, _ := utf8.DecodeLastRuneInString(content)
	next, _ := utf8.DecodeRuneInString(after)
	isClear := func(outside string, out, in rune) bool {
		return !unicode.IsSpace(in) && (outside == "" || unicode.IsSpace(out) || isMark(out) && !isMark(in))
	}
	return !endsInDelimiter(before) && next != '*' && first != '*' && !endsInDelimiter(content) &&
		isClear(before, outer, first) && isClear(after, next, last)
}

// endsInDelimiter reports whether content ends in "*" that is markup.
func endsInDelimiter(content string) bool {
	inner, ok := strings.CutSuffix(content, "*")
	backslashes := len(inner) - len(strings.TrimRight(inner, `\`))
	return ok && backslashes%2 == 0
}

// isMark reports whether CommonMark takes a character for punctuation.
func isMark(r rune) bool { return unicode.IsPunct(r) || unicode.IsSymbol(r) }

// The functions in this file return a text of the résumé as inline content of
// CommonMark (https://spec.commonmark.org/0.31.2/). Everything in the text that
// could be markup is escaped. For an empty text they return "".

// inline returns a text for the middle of a line; see onLines for the beginning.
func inline(s string) string { return strings.TrimSpace(escaped(s)) }

// escaped returns a text with its spaces, in which nothing is markup.
func escaped(s string) string {
	s = onOneLine(s)
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

// onOneLine returns a text on one line and without control characters.
func onOneLine(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsControl(r) || r == '\u2028' || r == '\u2029' {
			return ' '
		}
		return r
	}, strings.ToValidUTF8(s, "\ufffd"))
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
	s = strings.TrimSpace(onOneLine(s))
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
	return strings.NewReplacer(" ", "%20", "<", "%3C", ">", "%3E", `\`, "%5C").Replace(strings.TrimSpace(onOneLine(url)))
}
