package words

import "golang.org/x/text/language"

var english = Words{
	Tag:  language.English,
	Name: "English",

	Parts: Parts{
		Basics: "Profile", Work: "Experience", Projects: "Projects", Skills: "Skills",
		Education: "Education", Certificates: "Certificates", Awards: "Awards",
		Publications: "Publications", Volunteer: "Volunteering", Languages: "Languages",
		Interests: "Interests", References: "References",
	},

	Dates: Dates{
		Months:  [12]string{"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"},
		Month:   "{month} {year}",
		Year:    "{year}",
		Range:   "{from} – {to}",
		Ongoing: "{from} – present",
		Present: "present",
		LongMonths: [12]string{
			"January", "February", "March", "April", "May", "June",
			"July", "August", "September", "October", "November", "December",
		},
		YearUnits:  []string{"year", "years", "yr", "yrs", "y"},
		MonthUnits: []string{"month", "months", "mo", "mos", "m"},
	},

	Marks: Marks{Comma: ", ", List: ", ", Colon: ": ", Semicolon: "; ", Open: " (", Close: ")"},

	Document: Document{
		Untitled:   "Résumé",
		Former:     "Ex-{employer}",
		OpenQuote:  "“",
		CloseQuote: "”",
		PageOf:     "Page {page} of {pages}",
		SkipNav:    "Skip to the résumé",
		Sections:   "Sections",

		Contacts: Contacts{Email: "E-mail", Phone: "Phone", Web: "Web", Other: "Profile"},
		Purposes: Purposes{
			Text:     "plain text, for screen readers and pipes",
			Markdown: "Markdown",
			HTML:     "a page for a browser, to print as well",
			JSON:     "JSON Resume, for programs",
			YAML:     "YAML, for editors",
			PDF:      "to read, print and pass on",
		},
	},

	Screen: Screen{
		Hints: Hints{
			Section: "section", Sections: "sections", Read: "read", List: "list", Scroll: "scroll", Contact: "contact",
			Save: "save", Search: "search", Theme: "theme", Language: "language", Keys: "keys", Leave: "leave",
			ReadOn: "read on", Choose: "choose", Copy: "copy", Code: "code", Back: "back", Open: "go there", EndSearch: "end search",
			Version: "read the new version", VersionNarrow: "new version",
			Match: "match {n} of {matches}",
		},
		KeyHelp: KeyHelp{
			Title: "Keys", Move: "Move", Read: "Read", Find: "Find", Typing: "While you type a query", More: "More",
			UpDown: "section or line", LeftRight: "sections, page", LeftRightNarrow: "section before, after",
			Other: "sections or page", Enter: "read the section", EnterNarrow: "open, or sections",
			Section: "first to tenth section", Escape: "back, close",
			PageDown: "read on", PageUp: "read back", HalfDown: "half a page down", HalfUp: "half a page up",
			Top: "top of the page", Bottom: "end of the page",
			Search: "search everything", Matches: "next, previous match",
			ChooseMatch: "choose a match", OpenMatch: "go to the match", EndSearch: "end the search",
			Contact: "get in touch", Copy: "copy this page", Save: "save the résumé", Theme: "next theme", Language: "next language",
			Version: "show the new version", Mouse: "free the mouse", Repaint: "draw the screen anew",
			Help: "all keys", Quit: "leave",
			SpaceKey: "space", EnterKey: "enter",
			EscapeKey: "esc", TabKey: "tab", ControlKey: "ctrl", PageUpKey: "pgup", PageDownKey: "pgdn", HomeKey: "home", EndKey: "end",
			Select: "To select text, press m, or hold shift (option on a Mac) while you drag.",
		},
		Notes: Notes{
			UnknownKey: "that key does nothing here: ? lists the keys", UnknownKeyNarrow: "? lists the keys",
			InList: "already in the section list", InListEscape: "already in the section list: q leaves",
			OnPage: "already on the page: {key} goes to the list", NothingToOpen: "nothing to open here",
			NoSuchSection: Plural{One: "there is 1 section", Other: "there are {n} sections"},
			FirstSection:  "first section", LastSection: "last section",
			AllShown: "all of it is on screen", AtTop: "top of the page", AtEnd: "end of the page",
			SearchFirst: "press / to search first", WrappedToFirst: "wrapped to the first match", WrappedToLast: "wrapped to the last match",
			WrappedToFirstNarrow: "wrapped to first match", WrappedToLastNarrow: "wrapped to last match",
			OldVersion: "this is the previous version: see the errors below", OldVersionNarrow: "the previous version",
			NoNewVersion: "there is no newer version", NoNewVersionNarrow: "no newer version",
			NewVersion: "this is the new version", NewVersionNarrow: "the new version",
			NoContact: "no contact details", FirstContact: "first contact", LastContact: "last contact",
			FirstCommand: "first command", LastCommand: "last command", MouseFree: "the mouse selects text now", MouseOn: "the mouse scrolls again",
			CodeTooLarge: "its code needs more room",
			EscCloses:    "esc closes this",
			TooLong:      "too long to copy: d shows how to save it", TooLongNarrow: "too long to copy",
			Copied: "copied {what}, if your terminal allows it", CopiedNarrow: "copied, where allowed",
			NoColors: "no colors on this screen", Theme: "theme: {name}",
			Closing: "the server is stopping; this session ends in {seconds} s", ClosingNarrow: "stopping in {seconds} s",
			Idle: "this session ends in {seconds} s; press any key to stay", IdleNarrow: "any key to stay; {seconds} s left",
		},
		Search: Search{
			Title: "Search", Prompt: "Type what to look for: every section is searched.",
			Nothing: "Nothing in the résumé matches that. Try fewer letters, or esc to go back.",
			NoMatch: "no match", Matches: Plural{One: "1 match", Other: "{n} matches"},
			Sections: Plural{One: "1 section", Other: "{n} sections"},
			More:     "more than {matches}", InSections: "{matches} in {sections}",
		},
		Save: Save{
			Title: "Save", PDF: "PDF", WithoutSCP: "PDF, no scp", Text: "Plain text", JSON: "For programs",
			HTML: "Web page", All: "All formats", Section: "This section", Commands: "All commands",
			TheCommand: "the command",
		},
		Contact: Contact{
			Title: "Contact", Card: "Card", CardIsFor: "for your address book", Address: "Address",
			Write: "Write", Save: "Save", Code: "point a phone at it",
		},
		Preview: Preview{
			Warnings: Plural{One: "1 warning", Other: "{n} warnings"},
			Errors:   Plural{One: "1 error", Other: "{n} errors"}, InFile: "{problems} in {file}", More: "{n} more: ",
		},
		Goodbye: Goodbye{Write: "write", Save: "save", Return: "return"},
		Themes:  Themes{Dark: "dark", Light: "light", HighContrast: "high contrast"},

		NoSections: "This résumé is empty.",
		TooSmall: []string{
			"This window is too small to read in. Please make it larger: {columns} columns and {rows} rows will do.",
			"Please make this window larger: {columns} columns, {rows} rows.",
			"Please make this window larger.",
			"Larger, please.",
			"Larger!",
			"+",
		},
	},

	Answers: Answers{
		HelpScreenReader: "With a screen reader:",
		HelpRead:         "To read:",
		HelpSave:         "To save:",
		HelpFormats:      "The formats:",
		HelpSections:     "The beginning of a section's name is enough. The sections:",

		HelpTextForReader: "the whole résumé as plain text",
		HelpInteractive:   "the interactive résumé",
		HelpAtSection:     "the same, opened at that section",
		HelpSection:       "one section as plain text",
		HelpText:          "all of it",
		HelpSearch:        "every line that mentions them",
		HelpCard:          "the essentials in eight lines",
		HelpHelp:          "this help",
		HelpLanguage:      "in this language; a command may follow",
		HelpFormat:        "as a PDF, or in another format",
		HelpFile:          "the same file",
		HelpFiles:         "every file",
		HelpFolder:        "the folder they are in",

		SectionName: "SECTION",
		SearchWords: "WORDS",

		Unknown:     `there is no command or section "{typed}". Try: {command}`,
		UnknownNear: `there is no command or section "{typed}"; did you mean "{near}"? Try: {command}`,
		Ambiguous:   `"{typed}" may be {sections}. Try: {command}`,
		NoLanguage:  `the résumé is not in "{typed}", only in: {languages}. Try: {command}`,

		NoShell:   "there is no shell here; to read the résumé: {command}",
		NoMosh:    "mosh is not available here; to read the résumé: {command}",
		NoGit:     "there is no git repository here; to save every file: {command}",
		NoInstall: "nothing can be installed here; to read the résumé: {command}",
		Rsync:     "rsync is not available here; to save every file: {command}",
		UseSFTP:   "files are served by the sftp subsystem only: {command}",

		NoQuery:    "nothing to search for; try: {command}",
		NotFound:   `nothing mentions "{query}"`,
		NotMade:    "the {format} could not be made; please try another format",
		Unreadable: "this server has no fonts for the letters of this résumé, so there is no {format}; HTML and text are whole: {command}",
		Binary:     "{format} is not for a terminal; try: {command}",

		ScreenReaderHint: "For a screen reader, type: {command}",

		FilesIntro:      "Each of these files is the whole résumé. They are read-only.",
		FilesInTerminal: "In a terminal:",

		ReadOnly:      "read-only: files can't be uploaded here",
		FetchOnly:     "files can only be downloaded, with scp -f PATH",
		NoFile:        "{path}: no such file",
		IsFolder:      "{path}: is a folder; copy it with scp -r",
		UnclosedQuote: "unclosed quote",
		UnknownOption: "unknown option -{option}",
		TooManyFiles:  "too many open files",
		TooMuchRead:   "download limit reached",
	},

	Endings: Endings{
		SessionEnded: "This session has ended: {reason}.",

		Full:          "too many visitors just now; please try again in a minute",
		Stopping:      "the server is stopping; please come back in a minute",
		NoResume:      "there is no résumé to show just now; its owner has been told, please come back later",
		Panicked:      "something went wrong on the server, and its owner can see it; please connect again",
		NoKey:         "no key for {time}",
		NoRequest:     "no request for {time}",
		LastedTooLong: "a session lasts up to {time}",

		TooManyRequests: "the client sent too many requests",
		TooManyChannels: "the client asked for too many sessions",
		SentTooMuch:     "the client sent too much",

		TooManyConnections: "too many connections from your address; close one and try again",
		ConnectsTooFast:    "too many new connections from your address; try again in a few seconds",

		Hours:   Plural{One: "1 hour", Other: "{n} hours"},
		Minutes: Plural{One: "1 minute", Other: "{n} minutes"},
		Seconds: Plural{One: "1 second", Other: "{n} seconds"},
	},
}
