package tui

import "strings"

// tooSmall asks for a larger window, in the longest words that fit.
func (m *Model) tooSmall() []line {
	width, height := m.opts.Width, m.opts.Height
	for _, words := range []string{
		"This window is too small to read in. Please make it larger: 30 columns and 10 rows will do.",
		"Please make this window larger: 30 columns, 10 rows.",
		"Please make this window larger.",
		"Larger, please.",
		"Larger!",
		"+",
	} {
		if lines, ok := fits(words, width, height); ok {
			return m.centered(lines)
		}
	}
	return nil
}

// centered sets lines in the middle of the window.
func (m *Model) centered(lines []line) []line {
	out := make([]line, (m.opts.Height-len(lines))/2, m.opts.Height)
	for _, l := range lines {
		out = append(out, append(line{blanks((m.opts.Width - l.width()) / 2)}, l...))
	}
	return out
}

// fits sets words in a window without cutting one.
func fits(words string, width, height int) ([]line, bool) {
	lines := wrap(line{say(plain, words)}, width, width)
	var set []string
	for _, l := range lines {
		if l.width() > width {
			return nil, false
		}
		for _, s := range l {
			set = append(set, strings.TrimSpace(s.text))
		}
	}
	return lines, len(lines) <= height && strings.Join(set, " ") == words
}
