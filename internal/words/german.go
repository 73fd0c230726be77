package words

import "golang.org/x/text/language"

var german = Words{
	Tag:  language.German,
	Name: "Deutsch",

	Parts: Parts{
		Basics: "Profil", Work: "Berufserfahrung", Projects: "Projekte", Skills: "Kenntnisse",
		Education: "Ausbildung", Certificates: "Zertifikate", Awards: "Auszeichnungen",
		Publications: "Veröffentlichungen", Volunteer: "Ehrenamt", Languages: "Sprachen",
		Interests: "Interessen", References: "Referenzen",
	},

	Dates: Dates{
		Months:  [12]string{"Jan.", "Feb.", "März", "Apr.", "Mai", "Juni", "Juli", "Aug.", "Sept.", "Okt.", "Nov.", "Dez."},
		Month:   "{month} {year}",
		Year:    "{year}",
		Range:   "{from} – {to}",
		Ongoing: "{from} – heute",
		Present: "heute",
		LongMonths: [12]string{
			"Januar", "Februar", "März", "April", "Mai", "Juni",
			"Juli", "August", "September", "Oktober", "November", "Dezember",
		},
		MonthNames: [12][]string{0: {"jänner", "jän"}, 1: {"feber"}, 2: {"mrz", "maerz"}},
		YearUnits:  []string{"Jahre", "Jahr", "Jahren", "J"},
		MonthUnits: []string{"Monate", "Monat", "Monaten", "Mon"},
	},

	Marks: Marks{Comma: ", ", List: ", ", Colon: ": ", Semicolon: "; ", Open: " (", Close: ")"},

	Document: Document{
		Untitled:   "Lebenslauf",
		Former:     "Ex-{employer}",
		OpenQuote:  "„",
		CloseQuote: "“",
		PageOf:     "Seite {page} von {pages}",
		SkipNav:    "Zum Lebenslauf springen",
		Sections:   "Abschnitte",

		Contacts: Contacts{Email: "E-Mail", Phone: "Telefon", Web: "Web", Other: "Profil"},
		Purposes: Purposes{
			Text:     "reiner Text, für Screenreader und Pipes",
			Markdown: "Markdown",
			HTML:     "eine Seite für den Browser, auch zum Drucken",
			JSON:     "JSON Resume, für Programme",
			YAML:     "YAML, für Editoren",
			PDF:      "zum Lesen, Drucken und Weitergeben",
		},
	},

	Screen: Screen{
		Hints: Hints{
			Section: "Abschnitt", Sections: "Abschnitte", Read: "lesen", List: "Liste", Scroll: "blättern", Contact: "Kontakt",
			Save: "speichern", Search: "suchen", Theme: "Farben", Language: "Sprache", Keys: "Tasten", Leave: "beenden",
			ReadOn: "weiter", Choose: "wählen", Copy: "kopieren", Code: "Code", Back: "zurück", Open: "dorthin", EndSearch: "Suche beenden",
			Version: "neue Fassung lesen", VersionNarrow: "neue Fassung",
			Match: "Treffer {n} von {matches}",
		},
		KeyHelp: KeyHelp{
			Title: "Tasten", Move: "Bewegen", Read: "Lesen", Find: "Suchen", Typing: "Während der Eingabe", More: "Mehr",
			UpDown: "Abschnitt oder Zeile", LeftRight: "Abschnitte, Seite", LeftRightNarrow: "voriger, nächster Abschnitt",
			Other: "Abschnitte oder Seite", Enter: "Abschnitt lesen", EnterNarrow: "öffnen oder Abschnitte",
			Section: "Abschnitt 1 bis 10", Escape: "zurück, schließen",
			PageDown: "weiterlesen", PageUp: "eine Seite zurück", HalfDown: "halbe Seite vor", HalfUp: "halbe Seite zurück",
			Top: "Seitenanfang", Bottom: "Seitenende",
			Search: "alles durchsuchen", Matches: "nächster, voriger Treffer",
			ChooseMatch: "Treffer wählen", OpenMatch: "zum Treffer", EndSearch: "Suche beenden",
			Contact: "Kontakt aufnehmen", Copy: "Seite kopieren", Save: "Lebenslauf speichern", Theme: "nächste Farben",
			Language: "nächste Sprache", Version: "neue Fassung zeigen", Mouse: "Maus freigeben", Repaint: "neu zeichnen",
			Help: "alle Tasten", Quit: "beenden",
			SpaceKey: "Leertaste", EnterKey: "Enter",
			EscapeKey: "Esc", TabKey: "Tab", ControlKey: "Strg", PageUpKey: "Bild\u00a0auf", PageDownKey: "Bild\u00a0ab", HomeKey: "Pos1", EndKey: "Ende",
			Select: "Text markieren: m drücken oder beim Ziehen die Umschalttaste halten (am Mac die Wahltaste).",
		},
		Notes: Notes{
			UnknownKey: "diese Taste tut hier nichts: ? zeigt alle Tasten", UnknownKeyNarrow: "? zeigt die Tasten",
			InList: "schon in der Abschnittsliste", InListEscape: "schon in der Liste: q beendet",
			OnPage: "schon auf der Seite: {key} führt zur Liste", NothingToOpen: "hier gibt es nichts zu öffnen",
			NoSuchSection: Plural{One: "es gibt nur {n} Abschnitt", Other: "es gibt nur {n} Abschnitte"},
			FirstSection:  "erster Abschnitt", LastSection: "letzter Abschnitt",
			AllShown: "alles ist zu sehen", AtTop: "Seitenanfang", AtEnd: "Seitenende",
			SearchFirst: "zuerst mit / suchen", WrappedToFirst: "weiter beim ersten Treffer", WrappedToLast: "weiter beim letzten Treffer",
			WrappedToFirstNarrow: "erster Treffer", WrappedToLastNarrow: "letzter Treffer",
			OldVersion: "das ist die vorige Fassung: Fehler siehe unten", OldVersionNarrow: "die vorige Fassung",
			NoNewVersion: "es gibt keine neuere Fassung", NoNewVersionNarrow: "keine neuere Fassung",
			NewVersion: "das ist die neue Fassung", NewVersionNarrow: "die neue Fassung",
			NoContact: "keine Kontaktdaten", FirstContact: "erster Kontakt", LastContact: "letzter Kontakt",
			FirstCommand: "erster Befehl", LastCommand: "letzter Befehl", MouseFree: "die Maus markiert jetzt Text", MouseOn: "die Maus blättert wieder",
			CodeTooLarge: "der Code braucht mehr Platz",
			EscCloses:    "Esc schließt",
			TooLong:      "zu lang zum Kopieren: d zeigt, wie man speichert", TooLongNarrow: "zu lang zum Kopieren",
			Copied: "{what} kopiert, falls das Terminal es zulässt", CopiedNarrow: "kopiert, falls erlaubt",
			NoColors: "dieses Terminal zeigt keine Farben", Theme: "Farben: {name}",
			Closing: "der Server wird beendet; diese Sitzung endet in {seconds} s", ClosingNarrow: "Ende in {seconds} s",
			Idle: "diese Sitzung endet in {seconds} s; weiter mit beliebiger Taste", IdleNarrow: "Taste drücken; noch {seconds} s",
		},
		Search: Search{
			Title: "Suche", Prompt: "Suchbegriff eingeben: Alle Abschnitte werden durchsucht.",
			Nothing: "Nichts im Lebenslauf passt dazu. Mit weniger Buchstaben versuchen oder mit Esc zurück.",
			NoMatch: "kein Treffer", Matches: Plural{One: "{n} Treffer", Other: "{n} Treffer"},
			Sections: Plural{One: "{n} Abschnitt", Other: "{n} Abschnitten"},
			More:     "mehr als {matches}", InSections: "{matches} in {sections}",
		},
		Save: Save{
			Title: "Speichern", PDF: "PDF", WithoutSCP: "PDF, ohne scp", Text: "Reiner Text", JSON: "Für Programme",
			HTML: "Webseite", All: "Alle Formate", Section: "Dieser Abschnitt", Commands: "Alle Befehle",
			TheCommand: "Befehl",
		},
		Contact: Contact{
			Title: "Kontakt", Card: "Karte", CardIsFor: "fürs Adressbuch", Address: "Adresse",
			Write: "Schreiben", Save: "Speichern", Code: "Mit dem Handy scannen",
		},
		Preview: Preview{
			Warnings: Plural{One: "{n} Warnung", Other: "{n} Warnungen"},
			Errors:   Plural{One: "{n} Fehler", Other: "{n} Fehler"}, InFile: "{problems} in {file}", More: "noch {n}: ",
		},
		Goodbye: Goodbye{Write: "schreiben", Save: "speichern", Return: "zurück"},
		Themes:  Themes{Dark: "dunkel", Light: "hell", HighContrast: "hoher Kontrast"},

		NoSections: "Dieser Lebenslauf ist leer.",
		TooSmall: []string{
			"Dieses Fenster ist zum Lesen zu klein. Bitte vergrößern: {columns} Spalten und {rows} Zeilen genügen.",
			"Bitte das Fenster vergrößern: {columns} Spalten, {rows} Zeilen.",
			"Bitte das Fenster vergrößern.",
			"Größer, bitte.",
			"Größer!",
			"+",
		},
	},

	Answers: Answers{
		HelpScreenReader: "Mit einem Screenreader:",
		HelpRead:         "Zum Lesen:",
		HelpSave:         "Zum Speichern:",
		HelpFormats:      "Die Formate:",
		HelpSections:     "Der Anfang eines Abschnittsnamens genügt. Die Abschnitte:",

		HelpTextForReader: "der ganze Lebenslauf als reiner Text",
		HelpInteractive:   "der interaktive Lebenslauf",
		HelpAtSection:     "derselbe, bei diesem Abschnitt geöffnet",
		HelpSection:       "ein Abschnitt als reiner Text",
		HelpText:          "alles",
		HelpSearch:        "jede Zeile, in der sie vorkommen",
		HelpCard:          "das Wichtigste in acht Zeilen",
		HelpHelp:          "diese Hilfe",
		HelpLanguage:      "in dieser Sprache; ein Befehl kann folgen",
		HelpFormat:        "als PDF oder in einem anderen Format",
		HelpFile:          "dieselbe Datei",
		HelpFiles:         "alle Dateien",
		HelpFolder:        "der Ordner, in dem sie liegen",

		SectionName: "ABSCHNITT",
		SearchWords: "WÖRTER",

		Unknown:     "Befehl oder Abschnitt „{typed}“ gibt es nicht. Hilfe: {command}",
		UnknownNear: "Befehl oder Abschnitt „{typed}“ gibt es nicht; ist „{near}“ gemeint? Hilfe: {command}",
		Ambiguous:   "„{typed}“ kann mehreres heißen: {sections}. Hilfe: {command}",
		NoLanguage:  "In der Sprache „{typed}“ gibt es den Lebenslauf nicht, nur in: {languages}. Hilfe: {command}",

		NoShell:   "hier gibt es keine Shell; zum Lesen des Lebenslaufs: {command}",
		NoMosh:    "mosh gibt es hier nicht; zum Lesen des Lebenslaufs: {command}",
		NoGit:     "hier gibt es kein Git-Repository; alle Dateien speichern: {command}",
		NoInstall: "hier lässt sich nichts installieren; zum Lesen des Lebenslaufs: {command}",
		Rsync:     "rsync gibt es hier nicht; alle Dateien speichern: {command}",
		UseSFTP:   "Dateien gibt es nur über das Subsystem sftp: {command}",

		NoQuery:    "kein Suchbegriff; zum Beispiel: {command}",
		NotFound:   "„{query}“ kommt nirgends vor",
		NotMade:    "{format} ließ sich nicht erzeugen; bitte ein anderes Format versuchen",
		Unreadable: "diesem Server fehlen Schriften für die Zeichen dieses Lebenslaufs, daher gibt es kein {format}; HTML und Text sind vollständig: {command}",
		Binary:     "{format} ist nichts fürs Terminal; stattdessen: {command}",

		ScreenReaderHint: "Mit einem Screenreader bitte eingeben: {command}",

		FilesIntro:      "Jede dieser Dateien ist der ganze Lebenslauf. Sie sind schreibgeschützt.",
		FilesInTerminal: "Im Terminal:",

		ReadOnly:      "schreibgeschützt: Hochladen geht hier nicht",
		FetchOnly:     "Dateien lassen sich nur herunterladen, mit scp -f PFAD",
		NoFile:        "{path}: Datei nicht gefunden",
		IsFolder:      "{path}: ist ein Ordner; kopieren mit scp -r",
		UnclosedQuote: "Anführungszeichen nicht geschlossen",
		UnknownOption: "unbekannte Option -{option}",
		TooManyFiles:  "zu viele offene Dateien",
		TooMuchRead:   "Download-Grenze erreicht",
	},

	Endings: Endings{
		SessionEnded: "Diese Sitzung ist beendet: {reason}.",

		Full:          "gerade sind zu viele Besucher da; bitte in einer Minute noch einmal versuchen",
		Stopping:      "der Server wird beendet; bitte in einer Minute wiederkommen",
		NoResume:      "gerade lässt sich kein Lebenslauf zeigen; wer den Server betreibt, weiß Bescheid, bitte später wiederkommen",
		Panicked:      "auf dem Server ist ein Fehler aufgetreten und im Protokoll vermerkt; bitte neu verbinden",
		NoKey:         "keine Taste seit {time}",
		NoRequest:     "keine Anfrage seit {time}",
		LastedTooLong: "eine Sitzung dauert höchstens {time}",

		TooManyRequests: "das Programm hat zu viele Anfragen gesendet",
		TooManyChannels: "das Programm hat zu viele Sitzungen angefordert",
		SentTooMuch:     "das Programm hat zu viele Daten gesendet",

		TooManyConnections: "zu viele Verbindungen von Ihrer Adresse; bitte eine schließen und noch einmal versuchen",
		ConnectsTooFast:    "zu viele neue Verbindungen von Ihrer Adresse; bitte in einigen Sekunden noch einmal versuchen",

		Hours:   Plural{One: "{n} Stunde", Other: "{n} Stunden"},
		Minutes: Plural{One: "{n} Minute", Other: "{n} Minuten"},
		Seconds: Plural{One: "{n} Sekunde", Other: "{n} Sekunden"},
	},
}
