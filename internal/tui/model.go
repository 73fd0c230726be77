package tui

import (
	"fmt"
	"slices"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"

	"ssh-resume/internal/address"
	"ssh-resume/internal/resume"
)

// Options say who reads and on what.
type Options struct {
	Section       string // the id of the section to open at; the first where there is none
	Width, Height int    // of the window, in cells
	Profile       colorprofile.Profile
	ASCII         bool            // the visitor's locale is not UTF-8: marks and text in ASCII only
	Address       address.Address // where the visitor reached the résumé; zero where there is no SSH
	File          string          // where there is no SSH: the owner's file, as its name was typed; empty for the embedded one
}

// ClosingMsg says that the session is about to be ended from outside.
type ClosingMsg struct{ In time.Duration }

// focus says what the arrow keys move.
type focus int

const (
	onPage focus = iota
	onList
)

// Model is one visitor's reading of a résumé.
type Model struct {
	pages *Pages
	newer *Pages // offered to the reader; nil for none
	file  FileMsg
	doc   *document
	opts  Options
	*glyphs
	keys   *keyMap
	layout layout

	at      int // the section that is shown
	focus   focus
	top     int // the first line of the page that is shown
	anchor  anchor
	search  search
	panel   panel
	note    string // what there is to say about the last key
	closing string // said where there is no note, once the end is near
	read    []string

	theme  int
	chosen bool // the visitor chose the theme
	light  bool // the terminal's background, where it said so
	look   look
}

// New begins a reading.
func New(pages *Pages, opts Options) *Model {
	doc := pages.document(opts.ASCII)
	m := &Model{pages: pages, opts: opts, doc: doc, glyphs: doc.glyphs, keys: &doc.keys}
	for i, s := range m.doc.sections {
		if s.ID == opts.Section {
			m.at = i
		}
	}
	m.resize(opts.Width, opts.Height)
	if m.layout.wide && opts.Section == "" {
		m.focus = onList
	}
	m.relook()
	return m
}

// Read gives the ids of the sections that were shown, in the order of their
// first showing.
func (m *Model) Read() []string { return slices.Clone(m.read) }

// Section gives the id of the section that is shown; none where the window is
// too small.
func (m *Model) Section() string {
	if m.small() {
		return ""
	}
	return m.doc.sections[m.at].ID
}

// Init asks for the terminal's background. The first view does not wait for
// the answer, which may never come.
func (m *Model) Init() tea.Cmd { return tea.RequestBackgroundColor }

// Update takes a message.
func (m *Model) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	switch msg := msg.(type) {
	case tea.WindowSizeMsg:
		m.resize(msg.Width, msg.Height)
	case tea.ColorProfileMsg:
		m.opts.Profile = msg.Profile
		m.relook()
	case tea.BackgroundColorMsg:
		m.light = !msg.IsDark()
		if !m.chosen {
			m.theme = darkTheme
			if m.light {
				m.theme = lightTheme
			}
		}
		m.relook()
	case tea.KeyPressMsg:
		return m, m.key(msg)
	case tea.PasteMsg:
		m.paste(msg)
	case tea.MouseClickMsg:
		m.click(msg.Mouse())
	case tea.MouseWheelMsg:
		m.wheel(msg.Mouse())
	case NewerMsg:
		m.offer(msg.Pages)
	case FileMsg:
		m.follow(msg)
	case ClosingMsg:
		m.note, m.closing = "", m.closingWords(msg.In)
	}
	return m, nil
}

func (m *Model) closingWords(in time.Duration) string {
	seconds := int(in.Round(time.Second).Seconds())
	return fmt.Sprintf(m.either("the server is restarting; this session ends in %d s", "restarting in %d s"), seconds)
}

// either gives the words for the width of the window.
func (m *Model) either(wide, narrow string) string {
	if m.layout.wide {
		return wide
	}
	return narrow
}

// relook fits the theme to what the terminal shows.
func (m *Model) relook() {
	t := themes[m.theme]
	m.look = newLook(t, m.opts.Profile, t.dark == m.light)
	if m.opts.Profile <= colorprofile.ASCII && m.light {
		m.look.sgr[codeLight], m.look.sgr[codeDark] = m.look.sgr[codeDark], m.look.sgr[codeLight]
	}
}

func (m *Model) nextTheme() {
	if m.opts.Profile <= colorprofile.ASCII {
		m.note = "no colors on this screen"
		return
	}
	m.theme, m.chosen = (m.theme+1)%len(themes), true
	m.relook()
	m.note = "theme: " + themes[m.theme].name
}

// resize lays the window out anew and finds the reader's place again.
func (m *Model) resize(width, height int) {
	wasWide := m.layout.wide
	longest := 0
	for _, s := range m.doc.sections {
		longest = max(longest, textWidth(s.Title))
	}
	m.opts.Width, m.opts.Height = max(width, 0), max(height, 0)
	m.layout = newLayout(m.opts.Width, m.opts.Height, longest)
	m.makeRoom() // of the rows that no page fills first
	if m.layout.wide && m.opts.Height > mostHeight {
		m.layout = m.layout.closed(max(m.pages.rows(rowsKey{m.layout.page, m.opts.ASCII}), len(m.doc.sections)))
	}
	if wasWide && !m.layout.wide {
		m.focus = onPage // a narrow window shows the one or the other
	}
	m.panel.top = 0
	if !m.small() {
		m.restorePlace()
		m.seen()
	}
}

func (m *Model) small() bool { return m.tooSmallWindow() || len(m.doc.sections) == 0 }

func (m *Model) tooSmallWindow() bool {
	return m.opts.Width < leastWidth || m.opts.Height < leastHeight
}

// page gives the section that is shown, laid out for this window.
func (m *Model) page() *page {
	return m.pages.page(m.pageKey())
}

func (m *Model) pageKey() pageKey {
	return pageKey{m.at, m.layout.page, m.opts.ASCII, !m.layout.wide}
}

// seen remembers that the section was shown.
func (m *Model) seen() {
	if m.small() {
		return
	}
	if id := m.doc.sections[m.at].ID; !slices.Contains(m.read, id) {
		m.read = append(m.read, id)
	}
}

// asShown gives words of the program's own as this terminal can show them.
func (m *Model) asShown(words string) string {
	if m.opts.ASCII {
		return resume.ASCII(words)
	}
	return words
}
