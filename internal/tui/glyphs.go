package tui

// glyphs are the marks and lines that are drawn beside the text.
type glyphs struct {
	ascii                            bool
	rule, divider                    string // lines across and down
	bar                              string // of years
	dot, point, focus                string
	thumb                            string // of the scroll bar
	dash                             string // between years
	open, close, from                string // quotation marks, and what stands before who said it
	ellipsis                         string
	prev, next, above, below         string
	upDown, leftRight, left, right   string // keys, as written in hints
	separator                        string
	topLeft, topRight, endLeft, endR string // corners of a panel
	times                            string
}

var unicodeGlyphs = glyphs{
	rule: "─", divider: "│", bar: "━", dot: "●", point: "▸", focus: "▌", thumb: "┃",
	open: "“", close: "”", from: "—", dash: "–", ellipsis: "…", prev: "‹", next: "›", above: "▴", below: "▾",
	upDown: "↑↓", leftRight: "←→", left: "←", right: "→", separator: "·",
	topLeft: "╭", topRight: "╮", endLeft: "╰", endR: "╯", times: "×",
}

// asciiGlyphs are for visitors whose locale is not UTF-8.
var asciiGlyphs = glyphs{
	ascii: true,
	rule:  "-", divider: "|", bar: "=", dot: "*", point: "-", focus: ">", thumb: "#",
	open: `"`, close: `"`, from: "--", dash: "-", ellipsis: "...", prev: "<", next: ">", above: "^", below: "v",
	upDown: "up/down", leftRight: "left/right", left: "left", right: "right", separator: "-",
	topLeft: "+", topRight: "+", endLeft: "+", endR: "+", times: "x",
}
