package tui

import (
	"cmp"
	"maps"
	"slices"
	"strings"
	"unicode"

	tea "charm.land/bubbletea/v2"

	"ssh-resume/internal/words"
)

// action is what a key does.
type action string

const (
	noAction         action = ""
	actUp            action = "up"
	actDown          action = "down"
	actLeft          action = "left"
	actRight         action = "right"
	actOther         action = "other" // from the list to the page, or back
	actEnter         action = "enter"
	actEscape        action = "escape"
	actSection       action = "section" // the digit says which
	actPageDown      action = "pagedown"
	actPageUp        action = "pageup"
	actHalfDown      action = "halfdown"
	actHalfUp        action = "halfup"
	actTop           action = "top"
	actBottom        action = "bottom"
	actSearch        action = "search"
	actNextMatch     action = "nextmatch"
	actPreviousMatch action = "previousmatch"
	actContact       action = "contact"
	actCopy          action = "copy"
	actSave          action = "save"
	actTheme         action = "theme"
	actLanguage      action = "language"
	actVersion       action = "version"
	actMouse         action = "mouse"
	actRepaint       action = "repaint"
	actHelp          action = "help"
	actQuit          action = "quit"
	actInterrupt     action = "interrupt" // leaves from anywhere, even the search line
)

// keyGroup is a part of the help.
type keyGroup struct {
	title  string
	typing bool // the keys apply while a query is typed, and only then
	rows   []keyRow
}

// keyRow is one row of the help and of the table in docs/reference.md: keys that belong together.
type keyRow struct {
	label        string // the keys as this terminal can show them
	keys         keys
	help, narrow string // narrow is for windows without a list beside the page; empty if the same
}

// keys are the keys that do something, as Bubble Tea names them.
type keys map[action][]string

// keyGroups defines all keys: the help, the table in docs/reference.md and the actions come from it.
func keyGroups(w words.KeyHelp, g *glyphs) []keyGroup {
	named := func(label string) string {
		label = words.Fill(label, "space", w.SpaceKey, "tab", w.TabKey, "ctrl", w.ControlKey, "pgdn", w.PageDownKey, "home", w.HomeKey, "end", w.EndKey)
		return words.Fill(label, "up", g.up, "down", g.down, "left", g.left, "right", g.right) // even in key names
	}
	return []keyGroup{
		{w.Move, false, []keyRow{
			{named("{up} {down} k j"), keys{actUp: {"up", "k"}, actDown: {"down", "j"}}, w.UpDown, ""},
			{named("{left} {right} h l"), keys{actLeft: {"left", "h"}, actRight: {"right", "l"}}, w.LeftRight, w.LeftRightNarrow},
			{w.TabKey, keys{actOther: {"tab", "shift+tab"}}, w.Other, ""},
			{w.EnterKey, keys{actEnter: {"enter", "ctrl+j"}}, w.Enter, w.EnterNarrow},
			{"1-9 0", keys{actSection: {"1", "2", "3", "4", "5", "6", "7", "8", "9", "0"}}, w.Section, ""},
			{w.EscapeKey, keys{actEscape: {"esc"}}, w.Escape, ""},
		}},
		{w.Read, false, []keyRow{
			{named("{space} {pgdn}"), keys{actPageDown: {"space", "pgdown", "ctrl+f"}}, w.PageDown, ""},
			{named(w.PageUpKey), keys{actPageUp: {"pgup", "ctrl+b", "shift+space"}}, w.PageUp, ""},
			{named("{ctrl}+d"), keys{actHalfDown: {"ctrl+d"}}, w.HalfDown, ""},
			{named("{ctrl}+u"), keys{actHalfUp: {"ctrl+u"}}, w.HalfUp, ""},
			{named("g {home}"), keys{actTop: {"g", "home"}}, w.Top, ""},
			{named("G {end}"), keys{actBottom: {"G", "end"}}, w.Bottom, ""},
		}},
		{w.Find, false, []keyRow{
			{"/", keys{actSearch: {"/"}}, w.Search, ""},
			{"n N", keys{actNextMatch: {"n"}, actPreviousMatch: {"N"}}, w.Matches, ""},
		}},
		{w.Typing, true, []keyRow{
			{named("{up} {down} {tab}"), keys{
				actUp: {"up", "ctrl+p", "shift+tab"}, actDown: {"down", "ctrl+n", "tab"}, actHalfUp: {"pgup"}, actHalfDown: {"pgdown"},
			}, w.ChooseMatch, ""},
			{w.EnterKey, keys{actEnter: {"enter", "ctrl+j"}}, w.OpenMatch, ""},
			{w.EscapeKey, keys{actEscape: {"esc", "ctrl+g"}}, w.EndSearch, ""},
		}},
		{w.More, false, []keyRow{
			{"c", keys{actContact: {"c"}}, w.Contact, ""},
			{"y", keys{actCopy: {"y"}}, w.Copy, ""},
			{"d", keys{actSave: {"d"}}, w.Save, ""},
			{"t", keys{actTheme: {"t"}}, w.Theme, ""},
			{"L", keys{actLanguage: {"L"}}, w.Language, ""},
			{"r", keys{actVersion: {"r"}}, w.Version, ""},
			{"m", keys{actMouse: {"m"}}, w.Mouse, ""},
			{named("{ctrl}+l"), keys{actRepaint: {"ctrl+l"}}, w.Repaint, ""},
			{"?", keys{actHelp: {"?"}}, w.Help, ""},
			{named("q {ctrl}+c"), keys{actQuit: {"q"}, actInterrupt: {"ctrl+c"}}, w.Quit, ""},
		}},
	}
}

// The actions of keys while a page is read, and while a query is typed.
var readingKeys, typingKeys = actionsOf(false), actionsOf(true)

func actionsOf(typing bool) map[string]action {
	all := map[string]action{"ctrl+c": actInterrupt}
	for _, g := range keyGroups(words.KeyHelp{}, &unicodeGlyphs) {
		for _, row := range g.rows {
			for does, names := range row.keys {
				for _, key := range names {
					if g.typing == typing {
						all[key] = does
					}
				}
			}
		}
	}
	return all
}

// rowsOf returns the rows of a group whose keys do something for this reader.
func (m *Model) rowsOf(g keyGroup) []keyRow {
	useless := map[action]bool{
		actContact: len(m.doc.contacts) == 0, actVersion: m.newer == nil, actLanguage: len(m.pages.languages) < 2,
	}
	return slices.DeleteFunc(g.rows, func(row keyRow) bool {
		return slices.ContainsFunc(slices.Collect(maps.Keys(row.keys)), func(does action) bool { return useless[does] })
	})
}

// does returns what a key does here.
func (m *Model) does(msg tea.KeyPressMsg) action {
	if m.search.typing {
		return typingKeys[msg.String()]
	}
	return cmp.Or(readingKeys[msg.String()], readingKeys[usKey(msg)])
}

// usKey returns the letter that a US keyboard has in place of a key: as the terminal reports it, or if the
// letter belongs to a common layout of another script.
func usKey(msg tea.KeyPressMsg) string {
	switch {
	case msg.BaseCode == 0 || msg.Mod&^tea.ModShift != 0:
		return otherLayouts[msg.Text]
	case msg.Mod == 0:
		return string(msg.BaseCode)
	case msg.BaseCode == '/':
		return "?"
	default:
		return string(unicode.ToUpper(msg.BaseCode))
	}
}

// otherLayouts maps letters of Russian, Ukrainian, Greek and Hebrew keyboards to the letters on the same keys
// of a US keyboard. Digits and signs are left out: a visitor who types one means it.
var otherLayouts = func() map[string]string {
	all := map[string]string{}
	for letters, places := range map[string]string{
		"йцукенгшщзфывапролдячсмить": "qwertyuiopasdfghjklzxcvbnm",
		"і": "s",
		"ςερτυθιοπασδφγηξκλζχψωβνμ": "wertyuiopasdfghjklzxcvbnm",
		"קראטוןםפשדגכעיחלךזסבהנמצ":  "ertyuiopasdfghjklzxcvbnm",
	} {
		for i, r := range []rune(letters) {
			all[strings.ToUpper(string(r))] = strings.ToUpper(places[i : i+1])
			all[string(r)] = places[i : i+1]
		}
	}
	return all
}()
