// Package tui is the interactive résumé: the one tea.Model, and what it draws. Messages come in, and a view of exactly
// the window's size goes out. It uses no goroutine, clock, file, environment or network, and knows no front end.
package tui

import (
	"cmp"
	"slices"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"

	"ssh-resume/internal/address"
	"ssh-resume/internal/resume"
	"ssh-resume/internal/words"
)

// Options describe the visitor's terminal and how they came.
type Options struct {
	Section        string // the id of the section to open; the first if there is no such section
	Language       string // the tag of the language to show first; the default if it is unknown
	LocaleLanguage string // the tag of the language that the visitor gets without naming one; empty if that is unknown
	Width, Height  int    // of the window, in cells
	Profile        colorprofile.Profile
	ASCII          bool            // the visitor's locale is not UTF-8: draw and write in ASCII only
	Console        bool            // the terminal is the Linux console, whose font has no quadrant blocks
	Wide           bool            // the terminal draws characters of ambiguous width two cells wide
	Address        address.Address // where the visitor reached the résumé; zero without SSH
	Offers         []Offer         // how to save the résumé, at least one; the title page and the goodbye show the first
	File           string          // in a preview, the owner's file, quoted for a shell; empty for the embedded résumé
}

// Model is one visitor's reading of a résumé.
type Model struct {
	pages  *Pages
	newer  *Pages // a version that replaces pages if the reader accepts it; nil for none
	file   FileMsg
	doc    *document
	opts   Options
	glyphs *glyphs
	words  *words.Screen
	layout layout

	position
	top     int // the first line of the page that is shown
	search  search
	panel   panel
	note    string // about the last key
	closing string // shown if there is no note, once the session is about to end
	read    []string

	home, save string // the commands to return, if there is one, and to save
	mouseFree  bool   // the mouse selects text

	chosenTheme int // by the visitor; 0 for none
	background  int // the theme that suits the terminal's background
	renderer    *renderer
}

// New returns a model that shows the pages as the options say.
func New(pages *Pages, opts Options) *Model {
	m := &Model{pages: pages, opts: opts, search: search{found: &matches{}}}
	m.useDocument(pages.document(opts))
	m.at = max(slices.IndexFunc(m.doc.sections, func(s resume.Section) bool { return s.ID == opts.Section }), 0)
	m.resize(opts.Width, opts.Height)
	m.inList = m.layout.wide && opts.Section == ""
	return m
}

func (m *Model) useDocument(d *document) {
	m.doc, m.glyphs, m.words = d, m.opts.glyphs(), &d.words.Screen
	m.home, m.save = "", m.saveCommand(m.opts.Offers[0])
	if to := m.opts.Address; to.Host != "" { // the server will choose the locale's language again
		m.home = either(d.language == m.opts.LocaleLanguage, to.SSH(), m.ssh())
	}
	m.updateRenderer()
}

// Read returns the ids of the sections that were shown, in the order in which they were first shown.
func (m *Model) Read() []string { return slices.Clone(m.read) }

// Section returns the id of the section that is shown; empty if the window is too small to show one.
func (m *Model) Section() string {
	if m.noPage() {
		return ""
	}
	return m.doc.sections[m.at].ID
}

// Init asks for the terminal's background. The first view does not wait for the answer, which may never come.
func (m *Model) Init() tea.Cmd { return tea.RequestBackgroundColor }

// Update handles a message.
func (m *Model) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	switch msg := msg.(type) {
	case tea.WindowSizeMsg:
		m.resize(msg.Width, msg.Height)
	case tea.ColorProfileMsg:
		m.opts.Profile = msg.Profile
		m.updateRenderer()
	case tea.BackgroundColorMsg:
		m.background = either(msg.IsDark(), darkTheme, lightTheme)
		m.updateRenderer()
	case tea.KeyPressMsg:
		return m, m.key(msg)
	case tea.PasteMsg:
		if m.search.typing && !m.noPage() {
			m.edit(msg)
		}
	case tea.MouseClickMsg:
		m.click(msg.Mouse())
	case tea.MouseWheelMsg:
		m.wheel(msg.Mouse())
	case WideMsg:
		m.opts.Wide = true
		m.show(m.pages)
	case VersionMsg:
		if m.newer = nil; msg.Pages != m.pages {
			m.newer, m.note = msg.Pages, "" // a note would hide the hint
		}
	case FileMsg:
		m.file, m.note = msg, ""
		m.show(cmp.Or(msg.Pages, m.pages))
	case ClosingMsg:
		m.note, m.closing = "", m.countdown(msg.In, m.words.Notes.Closing, m.words.Notes.ClosingNarrow)
	case IdleMsg:
		m.note = m.countdown(msg.In, m.words.Notes.Idle, m.words.Notes.IdleNarrow)
	}
	return m, nil
}

func (m *Model) theme() int { return cmp.Or(m.chosenTheme, m.background) }

// updateRenderer adapts the theme to the terminal and the direction of the text.
func (m *Model) updateRenderer() {
	m.renderer = m.pages.renderer(rendererKey{
		m.theme(), m.opts.Profile, m.opts.Console, m.background, resume.RightToLeft(m.doc.language) && !m.opts.ASCII,
	})
}

func (m *Model) nextTheme() {
	if m.opts.Profile <= colorprofile.ASCII {
		m.note = m.words.Notes.NoColors
		return
	}
	m.chosenTheme = m.theme()%contrastTheme + 1
	m.updateRenderer()
	w := m.words.Themes
	m.note = words.Fill(m.words.Notes.Theme, "name", [...]string{"", w.Dark, w.Light, w.HighContrast}[m.chosenTheme])
}

// resize lays the window out again and keeps the reader's place.
func (m *Model) resize(width, height int) {
	wasWide := m.layout.wide
	longest := widest(m.doc.sections, func(s resume.Section) int { return textWidth(s.Title) })
	m.opts.Width, m.opts.Height = max(width, 0), max(height, 0)
	m.layout = newLayout(m.opts.Width, m.opts.Height, longest)
	m.placeProblems()
	if wasWide && !m.layout.wide {
		m.inList = false // a narrow window shows either the list or the page
	}
	m.panel.top = 0
	m.markRead()
	if !m.noPage() {
		m.restorePlace()
	}
}

// noPage reports whether there is nothing to read: the window is too small, or the résumé has no sections.
func (m *Model) noPage() bool { return m.windowTooSmall() || len(m.doc.sections) == 0 }

func (m *Model) windowTooSmall() bool {
	return m.opts.Width < leastWidth || m.opts.Height < leastHeight
}

// page returns the section that is shown, laid out for this window.
func (m *Model) page() *page { return m.pages.page(m.pageKey()) }

func (m *Model) pageKey() pageKey {
	l := m.layout
	key := pageKey{doc: m.doc, section: m.at, width: l.page, glyphs: m.glyphs, narrow: !l.wide}
	if isTitlePage(m.doc.sections[m.at]) {
		key.rows, key.aside, key.save = l.body, l.asideX > 0, m.save
		key.label, key.place = m.labelOnPage(), !l.wide
	}
	return key
}

func (m *Model) markRead() {
	if id := m.Section(); id != "" && !slices.Contains(m.read, id) {
		m.read = append(m.read, id)
	}
}
