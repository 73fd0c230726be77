package tui

// glyphs are the characters that are drawn around the text.
type glyphs struct {
	noBlocks                 bool   // no block elements are drawn
	halfBlocks               bool   // the terminal has no quadrant blocks
	rule                     string // a horizontal line
	bar                      string // of the ruler
	dot, point, pointer      string
	nested                   string // the bullet of a list in a text
	tick                     string // of an axis
	dash                     string // between years
	openQuote, closeQuote    string // empty: those of the language
	attribution              string // precedes the person who is quoted
	ellipsis                 string
	prev, next, above, below string
	upDown, leftRight        string // keys, as hints name them
	up, down, left, right    string
	separator                string
}

// unicodeGlyphs are for most terminals.
var unicodeGlyphs = glyphs{
	rule: "─", bar: "━", dot: "●", point: "–", nested: "·", pointer: "▌", tick: "╷",
	attribution: "—", dash: "–", ellipsis: "…", prev: "‹", next: "›", above: "▴", below: "▾",
	upDown: "↑↓", leftRight: "←→", up: "↑", down: "↓", left: "←", right: "→", separator: "·",
}

// consoleGlyphs are for the Linux console, whose font has fewer characters.
var consoleGlyphs = glyphs{
	halfBlocks: true,
	rule:       "─", bar: "─", dot: "•", point: "-", nested: "·", pointer: "▌", tick: "│",
	openQuote: `"`, closeQuote: `"`, attribution: "-", dash: "-", ellipsis: "..", prev: "<", next: ">", above: "^", below: "v",
	upDown: "↑↓", leftRight: "←→", up: "↑", down: "↓", left: "←", right: "→", separator: "·",
}

// asciiGlyphs are for visitors whose locale is not UTF-8, and for terminals that draw characters of ambiguous
// width (UAX 11) two cells wide.
var asciiGlyphs = glyphs{
	noBlocks: true,
	rule:     "-", bar: "=", dot: "*", point: "-", nested: "-", pointer: ">", tick: "|",
	openQuote: `"`, closeQuote: `"`, attribution: "--", dash: "-", ellipsis: "...", prev: "<", next: ">", above: "^", below: "v",
	upDown: "up/down", leftRight: "left/right", up: "up", down: "down", left: "left", right: "right", separator: "-",
}

// glyphs returns what the visitor's terminal can show.
func (o Options) glyphs() *glyphs {
	switch {
	case o.ASCII, o.Wide:
		return &asciiGlyphs
	case o.Console:
		return &consoleGlyphs
	}
	return &unicodeGlyphs
}
