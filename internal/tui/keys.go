package tui

import (
	"charm.land/bubbles/v2/key"
)

// keyMap holds every key but those of the search line.
type keyMap struct {
	up, down, left, right, tab, enter, esc    key.Binding
	digit, top, bottom, halfDown, halfUp      key.Binding
	pageDown, pageUp, contact                 key.Binding
	search, next, previous, copy, take, theme key.Binding
	newer, help, quit, interrupt              key.Binding
}

func bind(shown, does string, keys ...string) key.Binding {
	return key.NewBinding(key.WithKeys(keys...), key.WithHelp(shown, does))
}

// newKeyMap gives the keys with their names as this terminal can show them.
func newKeyMap(g glyphs) keyMap {
	arrows := func(s string) string {
		if g.ascii {
			return s
		}
		switch s {
		case "up":
			return "↑"
		case "down":
			return "↓"
		case "left":
			return "←"
		}
		return "→"
	}
	return keyMap{
		up:       bind(arrows("up")+" k", "section or line up", "up", "k"),
		down:     bind(arrows("down")+" j", "section or line down", "down", "j"),
		left:     bind(arrows("left")+" h", "to the sections", "left", "h"),
		right:    bind(arrows("right")+" l", "to the page", "right", "l"),
		tab:      bind("tab", "from one to the other", "tab", "shift+tab"),
		enter:    bind("enter", "read the section", "enter"),
		esc:      bind("esc", "back, close", "esc"),
		digit:    bind("1-9 0", "first to tenth section", "1", "2", "3", "4", "5", "6", "7", "8", "9", "0"),
		top:      bind("g home", "top of the page", "g", "home"),
		bottom:   bind("G end", "end of the page", "G", "end"),
		halfDown: bind("ctrl+d", "half a page down", "ctrl+d"),
		halfUp:   bind("ctrl+u", "half a page up", "ctrl+u"),
		pageDown: bind("space pgdn", "a page down", "space", "pgdown", "ctrl+f"),
		pageUp:   bind("pgup", "a page up", "pgup", "ctrl+b", "shift+space"),
		search:   bind("/", "search everything", "/"),
		next:     bind("n", "next match", "n"),
		previous: bind("N", "previous match", "N"),
		copy:     bind("y", "copy this page", "y"),
		take:     bind("d", "how to take it away", "d"),
		contact:  bind("c", "how to get in touch", "c"),
		theme:    bind("t", "another theme", "t"),
		newer:    bind("r", "a newer version", "r"),
		help:     bind("?", "all keys", "?"),
		quit:     bind("q ctrl+c", "leave", "q"),
		// Leaves from wherever it is typed, the search line too.
		interrupt: bind("ctrl+c", "leave", "ctrl+c"),
	}
}

// keyGroup is a part of the help.
type keyGroup struct {
	title string
	keys  []key.Binding
}

// groups gives the keys by what they are for. A narrow window shows the list
// of sections or the page, and some keys do other things there.
func (k keyMap) groups(wide bool) []keyGroup {
	if !wide {
		for _, b := range []struct {
			binding *key.Binding
			does    string
		}{
			{&k.left, "section before"},
			{&k.right, "section after"},
			{&k.tab, "sections or page"},
			{&k.enter, "open, or sections"},
		} {
			b.binding.SetHelp(b.binding.Help().Key, b.does)
		}
	}
	return []keyGroup{
		{"Move", []key.Binding{k.up, k.down, k.left, k.right, k.tab, k.enter, k.digit, k.esc}},
		{"Read", []key.Binding{k.pageDown, k.pageUp, k.halfDown, k.halfUp, k.top, k.bottom}},
		{"Find", []key.Binding{k.search, k.next, k.previous}},
		{"More", []key.Binding{k.contact, k.copy, k.take, k.theme, k.newer, k.help, k.quit}},
	}
}
