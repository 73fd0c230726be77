package words

import "golang.org/x/text/language"

var dutch = Words{
	Tag:  language.Dutch,
	Name: "Nederlands",

	Parts: Parts{
		Basics: "Profiel", Work: "Werkervaring", Projects: "Projecten", Skills: "Vaardigheden",
		Education: "Opleiding", Certificates: "Certificaten", Awards: "Prijzen",
		Publications: "Publicaties", Volunteer: "Vrijwilligerswerk", Languages: "Talen",
		Interests: "Interesses", References: "Referenties",
	},

	Dates: Dates{
		Months:  [12]string{"jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec"},
		Month:   "{month} {year}",
		Year:    "{year}",
		Range:   "{from} – {to}",
		Ongoing: "{from} – heden",
		Present: "heden",
		LongMonths: [12]string{
			"januari", "februari", "maart", "april", "mei", "juni",
			"juli", "augustus", "september", "oktober", "november", "december",
		},
		YearUnits:  []string{"jaar", "jaren", "jr"},
		MonthUnits: []string{"maanden", "maand", "mnd"},
	},

	Marks: Marks{Comma: ", ", List: ", ", Colon: ": ", Semicolon: "; ", Open: " (", Close: ")"},

	Document: Document{
		Untitled:   "Curriculum vitae",
		Former:     "Ex-{employer}",
		OpenQuote:  "“",
		CloseQuote: "”",
		PageOf:     "Pagina {page} van {pages}",
		SkipNav:    "Naar het cv",
		Sections:   "Onderdelen",

		Contacts: Contacts{Email: "E-mail", Phone: "Telefoon", Web: "Website", Other: "Profiel"},
		Purposes: Purposes{
			Text:     "platte tekst, voor schermlezers en pipes",
			Markdown: "Markdown",
			HTML:     "een pagina voor de browser, ook om af te drukken",
			JSON:     "JSON Resume, voor programma’s",
			YAML:     "YAML, voor editors",
			PDF:      "om te lezen, af te drukken en door te sturen",
		},
	},

	Screen: Screen{
		Hints: Hints{
			Section: "onderdeel", Sections: "onderdelen", Read: "lezen", List: "lijst", Scroll: "scrollen", Contact: "contact",
			Save: "opslaan", Search: "zoeken", Theme: "thema", Language: "taal", Keys: "toetsen", Leave: "afsluiten",
			ReadOn: "verder", Choose: "kiezen", Copy: "kopiëren", Code: "code", Back: "terug", Open: "openen", EndSearch: "stop zoeken",
			Version: "nieuwe versie lezen", VersionNarrow: "nieuwe versie",
			Match: "resultaat {n} van {matches}",
		},
		KeyHelp: KeyHelp{
			Title: "Toetsen", Move: "Bewegen", Read: "Lezen", Find: "Zoeken", Typing: "Tijdens het typen", More: "Meer",
			UpDown: "onderdeel of regel", LeftRight: "onderdelen, pagina", LeftRightNarrow: "vorig, volgend onderdeel",
			Other: "onderdelen of pagina", Enter: "onderdeel lezen", EnterNarrow: "openen, of onderdelen",
			Section: "onderdeel 1 tot en met 10", Escape: "terug, sluiten",
			PageDown: "verder lezen", PageUp: "een pagina omhoog", HalfDown: "halve pagina omlaag", HalfUp: "halve pagina omhoog",
			Top: "begin van de pagina", Bottom: "einde van de pagina",
			Search: "alles doorzoeken", Matches: "volgend, vorig resultaat",
			ChooseMatch: "resultaat kiezen", OpenMatch: "naar het resultaat", EndSearch: "zoeken beëindigen",
			Contact: "contact opnemen", Copy: "deze pagina kopiëren", Save: "cv opslaan", Theme: "volgend thema",
			Language: "volgende taal", Version: "nieuwe versie tonen", Mouse: "muis vrijgeven", Repaint: "scherm opnieuw tekenen",
			Help: "alle toetsen", Quit: "afsluiten",
			SpaceKey: "spatie", EnterKey: "enter",
			EscapeKey: "esc", TabKey: "tab", ControlKey: "ctrl", PageUpKey: "pgup", PageDownKey: "pgdn", HomeKey: "home", EndKey: "end",
			Select: "Om tekst te selecteren: druk op m, of houd shift (option op een Mac) ingedrukt tijdens het slepen.",
		},
		Notes: Notes{
			UnknownKey: "die toets doet hier niets: ? toont alle toetsen", UnknownKeyNarrow: "? toont alle toetsen",
			InList: "dit is al de lijst", InListEscape: "dit is al de lijst: q sluit af",
			OnPage: "dit is al de pagina: {key} gaat naar de lijst", NothingToOpen: "hier valt niets te openen",
			NoSuchSection: Plural{One: "er is {n} onderdeel", Other: "er zijn {n} onderdelen"},
			FirstSection:  "eerste onderdeel", LastSection: "laatste onderdeel",
			AllShown: "alles is te zien", AtTop: "begin van de pagina", AtEnd: "einde van de pagina",
			SearchFirst: "zoek eerst met /", WrappedToFirst: "verder bij het eerste resultaat", WrappedToLast: "verder bij het laatste resultaat",
			WrappedToFirstNarrow: "eerste resultaat", WrappedToLastNarrow: "laatste resultaat",
			OldVersion: "dit is de vorige versie: zie de fouten hieronder", OldVersionNarrow: "de vorige versie",
			NoNewVersion: "er is geen nieuwere versie", NoNewVersionNarrow: "geen nieuwere versie",
			NewVersion: "dit is de nieuwe versie", NewVersionNarrow: "de nieuwe versie",
			NoContact: "geen contactgegevens", FirstContact: "eerste contact", LastContact: "laatste contact",
			FirstCommand: "eerste opdracht", LastCommand: "laatste opdracht",
			MouseFree: "de muis selecteert nu tekst", MouseOn: "de muis scrolt weer",
			CodeTooLarge: "de code heeft meer ruimte nodig",
			EscCloses:    "esc sluit dit",
			TooLong:      "te lang om te kopiëren: d toont hoe je opslaat", TooLongNarrow: "te lang om te kopiëren",
			Copied: "gekopieerd: {what}, als de terminal het toestaat", CopiedNarrow: "gekopieerd, als het mag",
			NoColors: "geen kleuren op dit scherm", Theme: "thema: {name}",
			Closing: "de server stopt; deze sessie eindigt over {seconds} s", ClosingNarrow: "stopt over {seconds} s",
			Idle: "deze sessie eindigt over {seconds} s; druk op een toets om door te gaan", IdleNarrow: "druk op een toets; nog {seconds} s",
		},
		Search: Search{
			Title: "Zoeken", Prompt: "Typ wat je zoekt: alle onderdelen worden doorzocht.",
			Nothing: "Niets in het cv past daarbij. Probeer minder letters, of esc om terug te gaan.",
			NoMatch: "geen resultaat", Matches: Plural{One: "{n} resultaat", Other: "{n} resultaten"},
			Sections: Plural{One: "{n} onderdeel", Other: "{n} onderdelen"},
			More:     "meer dan {matches}", InSections: "{matches} in {sections}",
		},
		Save: Save{
			Title: "Opslaan", PDF: "PDF", WithoutSCP: "PDF, zonder scp", Text: "Platte tekst", JSON: "Programma’s",
			HTML: "Webpagina", All: "Alle formaten", Section: "Dit onderdeel", Commands: "Alle opdrachten",
			TheCommand: "de opdracht",
		},
		Contact: Contact{
			Title: "Contact", Card: "Kaartje", CardIsFor: "voor je adresboek", Address: "Adres",
			Write: "Schrijven", Save: "Opslaan", Code: "richt je telefoon hierop",
		},
		Preview: Preview{
			Warnings: Plural{One: "{n} waarschuwing", Other: "{n} waarschuwingen"},
			Errors:   Plural{One: "{n} fout", Other: "{n} fouten"}, InFile: "{problems} in {file}", More: "nog {n}: ",
		},
		Goodbye: Goodbye{Write: "schrijven", Save: "opslaan", Return: "terug"},
		Themes:  Themes{Dark: "donker", Light: "licht", HighContrast: "hoog contrast"},

		NoSections: "Dit cv is leeg.",
		TooSmall: []string{
			"Dit venster is te klein om in te lezen. Maak het groter: {columns} kolommen en {rows} rijen volstaan.",
			"Maak het venster groter: {columns} kolommen, {rows} rijen.",
			"Maak het venster groter.",
			"Groter, graag.",
			"Groter!",
			"+",
		},
	},

	Answers: Answers{
		HelpScreenReader: "Met een schermlezer:",
		HelpRead:         "Om te lezen:",
		HelpSave:         "Om op te slaan:",
		HelpFormats:      "De formaten:",
		HelpSections:     "Het begin van de naam van een onderdeel volstaat. De onderdelen:",

		HelpTextForReader: "het hele cv als platte tekst",
		HelpInteractive:   "het interactieve cv",
		HelpAtSection:     "hetzelfde, geopend bij dat onderdeel",
		HelpSection:       "één onderdeel als platte tekst",
		HelpText:          "alles",
		HelpSearch:        "elke regel waarin ze voorkomen",
		HelpCard:          "het belangrijkste in acht regels",
		HelpHelp:          "deze hulp",
		HelpLanguage:      "in deze taal; er kan een opdracht volgen",
		HelpFormat:        "als PDF, of in een ander formaat",
		HelpFile:          "hetzelfde bestand",
		HelpFiles:         "alle bestanden",
		HelpFolder:        "de map waarin ze staan",

		SectionName: "ONDERDEEL",
		SearchWords: "WOORDEN",

		Unknown:     "er is geen opdracht of onderdeel “{typed}”. Probeer: {command}",
		UnknownNear: "er is geen opdracht of onderdeel “{typed}”; bedoel je “{near}”? Probeer: {command}",
		Ambiguous:   "“{typed}” kan op meer slaan: {sections}. Probeer: {command}",
		NoLanguage:  "het cv is er niet in de taal “{typed}”, alleen in: {languages}. Probeer: {command}",

		NoShell:   "er is hier geen shell; om het cv te lezen: {command}",
		NoMosh:    "mosh is hier niet beschikbaar; om het cv te lezen: {command}",
		NoGit:     "er is hier geen git-repository; om alle bestanden op te slaan: {command}",
		NoInstall: "hier kan niets geïnstalleerd worden; om het cv te lezen: {command}",
		Rsync:     "rsync is hier niet beschikbaar; om alle bestanden op te slaan: {command}",
		UseSFTP:   "bestanden zijn er alleen via het subsysteem sftp: {command}",

		NoQuery:    "niets om te zoeken; probeer: {command}",
		NotFound:   "“{query}” komt nergens voor",
		NotMade:    "{format} kon niet worden gemaakt; probeer een ander formaat",
		Unreadable: "deze server heeft geen lettertypen voor de tekens van dit cv, dus er is geen {format}; HTML en tekst zijn volledig: {command}",
		Binary:     "{format} is niet voor een terminal; probeer: {command}",

		ScreenReaderHint: "Typ voor een schermlezer: {command}",

		FilesIntro:      "Elk van deze bestanden is het hele cv. Ze zijn alleen-lezen.",
		FilesInTerminal: "In een terminal:",

		ReadOnly:      "alleen-lezen: uploaden kan hier niet",
		FetchOnly:     "bestanden kunnen alleen worden gedownload, met scp -f PAD",
		NoFile:        "{path}: bestand niet gevonden",
		IsFolder:      "{path}: is een map; kopieer die met scp -r",
		UnclosedQuote: "aanhalingsteken niet gesloten",
		UnknownOption: "onbekende optie -{option}",
		TooManyFiles:  "te veel open bestanden",
		TooMuchRead:   "downloadlimiet bereikt",
	},

	Endings: Endings{
		SessionEnded: "Deze sessie is beëindigd: {reason}.",

		Full:          "er zijn nu te veel bezoekers; probeer het over een minuut opnieuw",
		Stopping:      "de server stopt; kom over een minuut terug",
		NoResume:      "er is nu geen cv om te tonen; de beheerder weet ervan, kom later terug",
		Panicked:      "er ging iets mis op de server, en de beheerder kan het zien; maak opnieuw verbinding",
		NoKey:         "geen toets in {time}",
		NoRequest:     "geen verzoek in {time}",
		LastedTooLong: "een sessie duurt hoogstens {time}",

		TooManyRequests: "de client stuurde te veel verzoeken",
		TooManyChannels: "de client vroeg om te veel sessies",
		SentTooMuch:     "de client stuurde te veel gegevens",

		TooManyConnections: "te veel verbindingen vanaf je adres; sluit er een en probeer het opnieuw",
		ConnectsTooFast:    "te veel nieuwe verbindingen vanaf je adres; probeer het over enkele seconden opnieuw",

		Hours:   Plural{One: "{n} uur", Other: "{n} uur"},
		Minutes: Plural{One: "{n} minuut", Other: "{n} minuten"},
		Seconds: Plural{One: "{n} seconde", Other: "{n} seconden"},
	},
}
