package words

// Parts are the titles of the built-in parts of a résumé, as lists of sections and headings show them. A title is
// never identity: code asks for a part by its id.
type Parts struct {
	Basics, Work, Projects, Skills, Education, Certificates, Awards,
	Publications, Volunteer, Languages, Interests, References string
}

// Dates are the words for dates and periods.
type Dates struct {
	Months  [12]string // short, as in "Mar 2019"
	Month   string     // a month of a year: {month} {year}
	Year    string     // a year alone: {year}
	Range   string     // a period: {from} {to}
	Ongoing string     // a period without an end: {from}
	Present string     // the end of what is ongoing

	// For reading files, whatever the case.
	LongMonths [12]string   // in full
	MonthNames [12][]string // other forms, unless they are prefixes of the long ones
	YearUnits  []string     // what follows the number of years, as in "2 years"; the first is the usual one
	MonthUnits []string
}

// Marks join texts, with the spaces that belong to them.
type Marks struct {
	Comma       string // between a name and a remark
	List        string // between things of one kind
	Colon       string // before an explanation of a name
	Semicolon   string // between lists
	Open, Close string // around a remark on a name
}

// Document is what documents in any format, and in part the screen, say besides what the owner wrote.
type Document struct {
	Untitled   string // the title of a résumé without a name
	Former     string // a former employer: {employer}
	OpenQuote  string
	CloseQuote string
	PageOf     string // the foot of a page: {page} {pages}
	SkipNav    string // a link past the list of sections, for screen readers
	Sections   string // the name of the list of sections, for screen readers

	Contacts Contacts
	Purposes Purposes
}

// Contacts are the labels of ways to reach someone.
type Contacts struct {
	Email, Phone, Web string
	Other             string // a profile on an unnamed network
}

// Purposes say what each format is for, in a list of files.
type Purposes struct{ Text, Markdown, HTML, JSON, YAML, PDF string }

// Screen is what the interactive résumé says. A text's Narrow twin is for windows of less than 70 columns, and
// has about 25 characters.
type Screen struct {
	Hints   Hints
	KeyHelp KeyHelp
	Notes   Notes
	Search  Search
	Save    Save
	Contact Contact
	Preview Preview
	Goodbye Goodbye
	Themes  Themes

	NoSections string   // for a résumé that has none
	TooSmall   []string // for windows smaller than {columns} by {rows}; the first that fits is shown
}

// Hints are what keys do, in a word or two, for the last line.
type Hints struct {
	Section, Sections, Read, List, Scroll, Contact, Save, Search, Theme, Language, Keys, Leave string
	ReadOn, Choose, Copy, Code, Back, Open, EndSearch                                          string
	Version, VersionNarrow                                                                     string
	Match                                                                                      string // {n} {matches}
}

// KeyHelp is what keys do, for the list of all keys.
type KeyHelp struct {
	Title, Move, Read, Find, Typing, More                                                      string // headings
	UpDown, LeftRight, LeftRightNarrow, Other, Enter, EnterNarrow, Section                     string
	Escape, PageDown, PageUp, HalfDown, HalfUp, Top, Bottom                                    string
	Search, Matches, ChooseMatch, OpenMatch, EndSearch                                         string
	Contact, Copy, Save, Theme, Language, Version, Mouse, Repaint, Help, Quit, Select          string
	SpaceKey, EnterKey, EscapeKey, TabKey, ControlKey, PageUpKey, PageDownKey, HomeKey, EndKey string // as keyboards and programs in the language name them; {up} is an arrow
}

// Notes are responses to keys in the last line.
type Notes struct {
	UnknownKey, UnknownKeyNarrow                                                                                 string
	InList, InListEscape, NothingToOpen                                                                          string
	OnPage                                                                                                       string // {key} goes to the list
	NoSuchSection                                                                                                Plural
	FirstSection, LastSection, AllShown, AtTop, AtEnd                                                            string
	SearchFirst, WrappedToFirst, WrappedToLast, WrappedToFirstNarrow, WrappedToLastNarrow                        string
	OldVersion, OldVersionNarrow, NoNewVersion, NoNewVersionNarrow                                               string
	NewVersion, NewVersionNarrow                                                                                 string
	NoContact, FirstContact, LastContact, FirstCommand, LastCommand, EscCloses, MouseFree, MouseOn, CodeTooLarge string
	TooLong, TooLongNarrow                                                                                       string
	Copied, CopiedNarrow                                                                                         string // {what}
	NoColors                                                                                                     string
	Theme                                                                                                        string // {name}
	Closing, ClosingNarrow                                                                                       string // {seconds}
	Idle, IdleNarrow                                                                                             string // {seconds}
}

// Search is what the search says.
type Search struct {
	Title, Prompt, Nothing, NoMatch string
	Matches, Sections               Plural
	More                            string // more than {matches}
	InSections                      string // {matches} {sections}
}

// Save says how to save the résumé: what each command is for.
type Save struct {
	Title, PDF, WithoutSCP, Text, JSON, HTML, All, Section, Commands string
	TheCommand                                                       string // as in Notes.Copied
}

// Contact is what the list of contacts and the column beside the page say.
type Contact struct {
	Title           string
	Card, CardIsFor string // all contacts at once
	Address         string
	Write, Save     string // headings; Save also precedes the command that saves the résumé
	Code            string // beneath a QR code
}

// Preview is what an owner sees of the file that they are editing.
type Preview struct {
	Warnings Plural
	Errors   Plural
	InFile   string // {problems} {file}
	More     string // {n} errors that are not shown; the command follows
}

// Goodbye are the labels of the card that stays on the visitor's own screen.
type Goodbye struct{ Write, Save, Return string }

// Themes are the names of the themes.
type Themes struct{ Dark, Light, HighContrast string }

// Answers is what ssh HOST COMMAND, scp and sftp say.
type Answers struct {
	// What ssh HOST help says: headings, then what each command is for.
	HelpScreenReader, HelpRead, HelpSave, HelpFormats, HelpSections string
	HelpTextForReader, HelpInteractive, HelpAtSection, HelpSection, HelpText, HelpSearch, HelpCard, HelpHelp,
	HelpFormat, HelpFile, HelpFiles, HelpFolder string
	HelpLanguage             string // of ssh HOST de
	SectionName, SearchWords string // their placeholders in a command

	Unknown     string // {typed} {command}: there is no such command or section
	UnknownNear string // {typed} {near} {command}
	Ambiguous   string // {typed} {sections} {command}: the beginning of several sections
	NoLanguage  string // {typed} {languages} {command}: the résumé is not in this language

	// Commands that are meant for a shell or another program: {command}
	NoShell, NoMosh, NoGit, NoInstall, Rsync, UseSFTP string

	NoQuery    string // {command}
	NotFound   string // {query}
	NotMade    string // {format}
	Unreadable string // {format} {command}: no font has its letters; another format has them
	Binary     string // {format} {command}: not for a terminal

	ScreenReaderHint string // {command}: read to screen readers before the first screen

	FilesIntro, FilesInTerminal string // in the README among the files

	// What scp and SFTP programs print; {path} and {option} are the visitor's.
	ReadOnly, FetchOnly, NoFile, IsFolder, UnclosedQuote, UnknownOption, TooManyFiles, TooMuchRead string
}

// Endings tell visitors why their session or connection ended.
type Endings struct {
	SessionEnded string // {reason} is one of those below

	Full, Stopping, NoResume, Panicked            string
	NoKey, NoRequest                              string // {time}
	LastedTooLong                                 string // {time}
	TooManyRequests, TooManyChannels, SentTooMuch string
	TooManyConnections, ConnectsTooFast           string

	Hours, Minutes, Seconds Plural // durations in these sentences
}
