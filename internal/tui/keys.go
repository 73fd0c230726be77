package tui

import (
	"slices"
	"strings"
	"unicode"

	tea "charm.land/bubbletea/v2"

	"ssh-resume/internal/words"
)

// action is what a key does.
type action int

const (
	noAction action = iota
	actUp
	actDown
	actLeft
	actRight
	actOther // from the list to the page, or back
	actEnter
	actEscape
	actSection // the digit says which
	actPageDown
	actPageUp
	actHalfDown
	actHalfUp
	actTop
	actBottom
	actSearch
	actNextMatch
	actPreviousMatch
	actContact
	actCopy
	actSave
	actTheme
	actLanguage
	actVersion
	actMouse
	actRepaint
	actHelp
	actQuit
	actInterrupt // leaves from everywhere, the search line too
)

// keyRow is one row of the help and of the table in docs/reference.md: keys that belong together.
type keyRow struct {
	label   string // the keys as they are written; {up} and the like become arrows
	actions []keyAction
	help    func(words.KeyHelp) string
	narrow  func(words.KeyHelp) string // in windows without a list beside the page; nil where it is the same
	typing  bool                       // the keys apply while a query is typed, and only then
}

// keyAction is an action and the keys that do it, as Bubble Tea names them.
type keyAction struct {
	action action
	keys   []string
}

func on(a action, keys ...string) keyAction { return keyAction{a, keys} }

// keyGroup is a part of the help.
type keyGroup struct {
	title func(words.KeyHelp) string
	rows  []keyRow
}

// keyGroups is all that is known of the keys. The help, the footer, the table in
// docs/reference.md and what a key does follow from it.
var keyGroups = []keyGroup{
	{func(w words.KeyHelp) string { return w.Move }, []keyRow{
		{label: "{up} {down} k j", actions: []keyAction{on(actUp, "up", "k"), on(actDown, "down", "j")}, help: func(w words.KeyHelp) string { return w.UpDown }},
		{
			label: "{left} {right} h l", actions: []keyAction{on(actLeft, "left", "h"), on(actRight, "right", "l")},
			help: func(w words.KeyHelp) string { return w.LeftRight }, narrow: func(w words.KeyHelp) string { return w.LeftRightNarrow },
		},
		{label: "tab", actions: []keyAction{on(actOther, "tab", "shift+tab")}, help: func(w words.KeyHelp) string { return w.Other }},
		{
			label: "enter", actions: []keyAction{on(actEnter, "enter", "ctrl+j")},
			help: func(w words.KeyHelp) string { return w.Enter }, narrow: func(w words.KeyHelp) string { return w.EnterNarrow },
		},
		{label: "1-9 0", actions: []keyAction{on(actSection, "1", "2", "3", "4", "5", "6", "7", "8", "9", "0")}, help: func(w words.KeyHelp) string { return w.Section }},
		{label: "esc", actions: []keyAction{on(actEscape, "esc")}, help: func(w words.KeyHelp) string { return w.Escape }},
	}},
	{func(w words.KeyHelp) string { return w.Read }, []keyRow{
		{label: "space pgdn", actions: []keyAction{on(actPageDown, "space", "pgdown", "ctrl+f")}, help: func(w words.KeyHelp) string { return w.PageDown }},
		{label: "pgup", actions: []keyAction{on(actPageUp, "pgup", "ctrl+b", "shift+space")}, help: func(w words.KeyHelp) string { return w.PageUp }},
		{label: "ctrl+d", actions: []keyAction{on(actHalfDown, "ctrl+d")}, help: func(w words.KeyHelp) string { return w.HalfDown }},
		{label: "ctrl+u", actions: []keyAction{on(actHalfUp, "ctrl+u")}, help: func(w words.KeyHelp) string { return w.HalfUp }},
		{label: "g home", actions: []keyAction{on(actTop, "g", "home")}, help: func(w words.KeyHelp) string { return w.Top }},
		{label: "G end", actions: []keyAction{on(actBottom, "G", "end")}, help: func(w words.KeyHelp) string { return w.Bottom }},
	}},
	{func(w words.KeyHelp) string { return w.Find }, []keyRow{
		{label: "/", actions: []keyAction{on(actSearch, "/")}, help: func(w words.KeyHelp) string { return w.Search }},
		{label: "n N", actions: []keyAction{on(actNextMatch, "n"), on(actPreviousMatch, "N")}, help: func(w words.KeyHelp) string { return w.Matches }},
	}},
	{func(w words.KeyHelp) string { return w.Typing }, []keyRow{
		{label: "{up} {down} tab", typing: true, help: func(w words.KeyHelp) string { return w.ChooseMatch }, actions: []keyAction{
			on(actUp, "up", "ctrl+p", "shift+tab"), on(actDown, "down", "ctrl+n", "tab"), on(actPageUp, "pgup"), on(actPageDown, "pgdown"),
		}},
		{label: "enter", typing: true, actions: []keyAction{on(actEnter, "enter", "ctrl+j")}, help: func(w words.KeyHelp) string { return w.OpenMatch }},
		{label: "esc", typing: true, actions: []keyAction{on(actEscape, "esc", "ctrl+g")}, help: func(w words.KeyHelp) string { return w.EndSearch }},
	}},
	{func(w words.KeyHelp) string { return w.More }, []keyRow{
		{label: "c", actions: []keyAction{on(actContact, "c")}, help: func(w words.KeyHelp) string { return w.Contact }},
		{label: "y", actions: []keyAction{on(actCopy, "y")}, help: func(w words.KeyHelp) string { return w.Copy }},
		{label: "d", actions: []keyAction{on(actSave, "d")}, help: func(w words.KeyHelp) string { return w.Save }},
		{label: "t", actions: []keyAction{on(actTheme, "t")}, help: func(w words.KeyHelp) string { return w.Theme }},
		{label: "L", actions: []keyAction{on(actLanguage, "L")}, help: func(w words.KeyHelp) string { return w.Language }},
		{label: "r", actions: []keyAction{on(actVersion, "r")}, help: func(w words.KeyHelp) string { return w.Version }},
		{label: "m", actions: []keyAction{on(actMouse, "m")}, help: func(w words.KeyHelp) string { return w.Mouse }},
		{label: "ctrl+l", actions: []keyAction{on(actRepaint, "ctrl+l")}, help: func(w words.KeyHelp) string { return w.Repaint }},
		{label: "?", actions: []keyAction{on(actHelp, "?")}, help: func(w words.KeyHelp) string { return w.Help }},
		{label: "q ctrl+c", actions: []keyAction{on(actQuit, "q"), on(actInterrupt, "ctrl+c")}, help: func(w words.KeyHelp) string { return w.Quit }},
	}},
}

// The actions of keys while a page is read, and while a query is typed.
var readingKeys, typingKeys = actionsOf(false), actionsOf(true)

func actionsOf(typing bool) map[string]action {
	all := map[string]action{}
	for _, g := range keyGroups {
		for _, row := range g.rows {
			for _, a := range row.actions {
				for _, k := range a.keys {
					if row.typing == typing || a.action == actInterrupt {
						all[k] = a.action
					}
				}
			}
		}
	}
	return all
}

// does returns what a key does here.
func (m *Model) does(msg tea.KeyPressMsg) action {
	if m.search.typing {
		return typingKeys[msg.String()]
	}
	if does := readingKeys[msg.String()]; does != noAction {
		return does
	}
	return readingKeys[usKey(msg)]
}

// usKey returns the letter that a US keyboard has in the place of a key: as the
// terminal reports it, or where the letter belongs to a common layout of another
// script.
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

// otherLayouts are letters of Russian, Ukrainian, Greek and Hebrew keyboards, with
// those that a US keyboard has in their place. Digits and signs are left out: a
// visitor who types one means it.
var otherLayouts = func() map[string]string {
	all := map[string]string{}
	for _, pair := range [][2]string{
		{"йцукенгшщзфывапролдячсмить", "qwertyuiopasdfghjklzxcvbnm"},
		{"ЙЦУКЕНГШЩЗФЫВАПРОЛДЯЧСМИТЬ", "QWERTYUIOPASDFGHJKLZXCVBNM"},
		{"іІ", "sS"},
		{"ςερτυθιοπασδφγηξκλζχψωβνμ", "wertyuiopasdfghjklzxcvbnm"},
		{"ΕΡΤΥΘΙΟΠΑΣΔΦΓΗΞΚΛΖΧΨΩΒΝΜ", "ERTYUIOPASDFGHJKLZXCVBNM"},
		{"קראטוןםפשדגכעיחלךזסבהנמצ", "ertyuiopasdfghjklzxcvbnm"},
	} {
		us := []rune(pair[1])
		for i, r := range []rune(pair[0]) {
			all[string(r)] = string(us[i])
		}
	}
	return all
}()

// keyLabel returns a row's keys as this terminal can show them.
func (g *glyphs) keyLabel(row keyRow) string {
	return strings.NewReplacer("{up}", g.up, "{down}", g.down, "{left}", g.left, "{right}", g.right).Replace(row.label)
}

// has reports whether one of the row's keys does this.
func (row keyRow) has(a action) bool {
	return slices.ContainsFunc(row.actions, func(k keyAction) bool { return k.action == a })
}
