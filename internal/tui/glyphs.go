package tui

// glyphs are the characters that are drawn around the text.
type glyphs struct {
	ascii                          bool
	rule, divider                  string // lines across and down
	bar                            string // of years
	dot, point, focus              string
	tick                           string // of an axis
	dash                           string // between years
	openQuote, closeQuote          string
	attribution                    string // stands before the person who is quoted
	ellipsis                       string
	prev, next, above, below       string
	upDown, leftRight              string // keys, as hints name them
	up, down, left, right          string
	separator                      string
	topLeft, topRight              string // corners of a panel
	bottomLeft, bottomRight, times string
}

var unicodeGlyphs = glyphs{
	rule: "─", divider: "│", bar: "━", dot: "●", point: "–", focus: "▌", tick: "╷",
	openQuote: "“", closeQuote: "”", attribution: "—", dash: "–", ellipsis: "…", prev: "‹", next: "›", above: "▴", below: "▾",
	upDown: "↑↓", leftRight: "←→", up: "↑", down: "↓", left: "←", right: "→", separator: "·",
	topLeft: "╭", topRight: "╮", bottomLeft: "╰", bottomRight: "╯", times: "×",
}

// asciiGlyphs are for visitors whose locale is not UTF-8.
var asciiGlyphs = glyphs{
	ascii: true,
	rule:  "-", divider: "|", bar: "=", dot: "*", point: "-", focus: ">", tick: "|",
	openQuote: `"`, closeQuote: `"`, attribution: "--", dash: "-", ellipsis: "...", prev: "<", next: ">", above: "^", below: "v",
	upDown: "up/down", leftRight: "left/right", up: "up", down: "down", left: "left", right: "right", separator: "-",
	topLeft: "+", topRight: "+", bottomLeft: "+", bottomRight: "+", times: "x",
}
