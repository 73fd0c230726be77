package words

import "golang.org/x/text/language"

var italian = Words{
	Tag:  language.Italian,
	Name: "Italiano",

	Parts: Parts{
		Basics: "Profilo", Work: "Esperienza", Projects: "Progetti", Skills: "Competenze",
		Education: "Formazione", Certificates: "Certificazioni", Awards: "Riconoscimenti",
		Publications: "Pubblicazioni", Volunteer: "Volontariato", Languages: "Lingue",
		Interests: "Interessi", References: "Referenze",
	},

	Dates: Dates{
		Months:  [12]string{"gen", "feb", "mar", "apr", "mag", "giu", "lug", "ago", "set", "ott", "nov", "dic"},
		Month:   "{month} {year}",
		Year:    "{year}",
		Range:   "{from} – {to}",
		Ongoing: "{from} – oggi",
		Present: "oggi",
		LongMonths: [12]string{
			"gennaio", "febbraio", "marzo", "aprile", "maggio", "giugno",
			"luglio", "agosto", "settembre", "ottobre", "novembre", "dicembre",
		},
		YearUnits:  []string{"anni", "anno"},
		MonthUnits: []string{"mesi", "mese"},
	},

	Marks: Marks{Comma: ", ", List: ", ", Colon: ": ", Semicolon: "; ", Open: " (", Close: ")"},

	Document: Document{
		Untitled:   "Curriculum vitae",
		Former:     "Ex {employer}",
		OpenQuote:  "«",
		CloseQuote: "»",
		PageOf:     "Pagina {page} di {pages}",
		SkipNav:    "Vai al curriculum",
		Sections:   "Sezioni",

		Contacts: Contacts{Email: "E-mail", Phone: "Telefono", Web: "Sito web", Other: "Profilo"},
		Purposes: Purposes{
			Text:     "testo semplice, per screen reader e pipe",
			Markdown: "Markdown",
			HTML:     "una pagina per il browser, anche da stampare",
			JSON:     "JSON Resume, per i programmi",
			YAML:     "YAML, per gli editor",
			PDF:      "da leggere, stampare e inoltrare",
		},
	},

	Screen: Screen{
		Hints: Hints{
			Section: "sezione", Sections: "sezioni", Read: "leggi", List: "elenco", Scroll: "scorri", Contact: "contatti",
			Save: "salva", Search: "cerca", Theme: "tema", Language: "lingua", Keys: "tasti", Leave: "esci",
			ReadOn: "continua", Choose: "scegli", Copy: "copia", Code: "codice", Back: "indietro", Open: "vai", EndSearch: "fine ricerca",
			Version: "leggi la nuova versione", VersionNarrow: "nuova versione",
			Match: "risultato {n} di {matches}",
		},
		KeyHelp: KeyHelp{
			Title: "Tasti", Move: "Spostarsi", Read: "Leggere", Find: "Cercare", Typing: "Mentre si scrive la ricerca", More: "Altro",
			UpDown: "sezione o riga", LeftRight: "sezioni, pagina", LeftRightNarrow: "sezione precedente, successiva",
			Other: "sezioni o pagina", Enter: "leggi la sezione", EnterNarrow: "apri, o sezioni",
			Section: "sezioni da 1 a 10", Escape: "indietro, chiudi",
			PageDown: "continua a leggere", PageUp: "una pagina in su", HalfDown: "mezza pagina in giù", HalfUp: "mezza pagina in su",
			Top: "inizio della pagina", Bottom: "fine della pagina",
			Search: "cerca ovunque", Matches: "risultato successivo, precedente",
			ChooseMatch: "scegli un risultato", OpenMatch: "vai al risultato", EndSearch: "termina la ricerca",
			Contact: "contatti", Copy: "copia questa pagina", Save: "salva il curriculum", Theme: "tema successivo",
			Language: "lingua successiva", Version: "mostra la nuova versione", Mouse: "libera il mouse", Repaint: "ridisegna lo schermo",
			Help: "tutti i tasti", Quit: "esci",
			SpaceKey: "spazio", EnterKey: "invio",
			EscapeKey: "esc", TabKey: "tab", ControlKey: "ctrl", PageUpKey: "pag{up}", PageDownKey: "pag{down}", HomeKey: "home", EndKey: "fine",
			Select: "Per selezionare il testo, premere m, o tenere premuto maiusc (option su Mac) mentre si trascina.",
		},
		Notes: Notes{
			UnknownKey: "qui questo tasto non fa nulla: ? elenca i tasti", UnknownKeyNarrow: "? elenca i tasti",
			InList: "è già l’elenco delle sezioni", InListEscape: "è già l’elenco delle sezioni: q esce",
			OnPage: "è già la pagina: {key} porta all’elenco", NothingToOpen: "qui non c’è nulla da aprire",
			NoSuchSection: Plural{One: "c’è {n} sezione", Other: "ci sono {n} sezioni"},
			FirstSection:  "prima sezione", LastSection: "ultima sezione",
			AllShown: "è già tutto visibile", AtTop: "inizio della pagina", AtEnd: "fine della pagina",
			SearchFirst: "prima cercare con /", WrappedToFirst: "di nuovo al primo risultato", WrappedToLast: "di nuovo all’ultimo risultato",
			WrappedToFirstNarrow: "di nuovo al primo", WrappedToLastNarrow: "di nuovo all’ultimo",
			OldVersion: "questa è la versione precedente: vedi gli errori sotto", OldVersionNarrow: "la versione precedente",
			NoNewVersion: "non c’è una versione più recente", NoNewVersionNarrow: "nessuna nuova versione",
			NewVersion: "questa è la nuova versione", NewVersionNarrow: "la nuova versione",
			NoContact: "nessun contatto", FirstContact: "primo contatto", LastContact: "ultimo contatto",
			FirstCommand: "primo comando", LastCommand: "ultimo comando",
			MouseFree: "ora il mouse seleziona il testo", MouseOn: "il mouse scorre di nuovo",
			CodeTooLarge: "il codice richiede più spazio",
			EscCloses:    "esc chiude",
			TooLong:      "troppo lungo da copiare: d mostra come salvare", TooLongNarrow: "troppo lungo da copiare",
			Copied: "copiato: {what}, se il terminale lo consente", CopiedNarrow: "copiato, se consentito",
			NoColors: "questo terminale non mostra colori", Theme: "tema: {name}",
			Closing: "il server si sta arrestando; la sessione finisce tra {seconds} s", ClosingNarrow: "si arresta tra {seconds} s",
			Idle: "la sessione finisce tra {seconds} s; premere un tasto per continuare", IdleNarrow: "premere un tasto: {seconds} s",
		},
		Search: Search{
			Title: "Ricerca", Prompt: "Scrivere cosa cercare: la ricerca copre tutte le sezioni.",
			Nothing: "Nulla nel curriculum corrisponde. Provare con meno lettere, o esc per tornare.",
			NoMatch: "nessun risultato", Matches: Plural{One: "{n} risultato", Other: "{n} risultati"},
			Sections: Plural{One: "{n} sezione", Other: "{n} sezioni"},
			More:     "oltre {matches}", InSections: "{matches} in {sections}",
		},
		Save: Save{
			Title: "Salva", PDF: "PDF", WithoutSCP: "PDF, senza scp", Text: "Testo semplice", JSON: "Per programmi",
			HTML: "Pagina web", All: "Tutti i formati", Section: "Questa sezione", Commands: "Tutti i comandi",
			TheCommand: "il comando",
		},
		Contact: Contact{
			Title: "Contatti", Card: "Scheda", CardIsFor: "per la rubrica", Address: "Indirizzo",
			Write: "Scrivi", Save: "Salva", Code: "da inquadrare col telefono",
		},
		Preview: Preview{
			Warnings: Plural{One: "{n} avviso", Other: "{n} avvisi"},
			Errors:   Plural{One: "{n} errore", Other: "{n} errori"}, InFile: "{problems} in {file}", More: "ancora {n}: ",
		},
		Goodbye: Goodbye{Write: "scrivi", Save: "salva", Return: "torna"},
		Themes:  Themes{Dark: "scuro", Light: "chiaro", HighContrast: "alto contrasto"},

		NoSections: "Questo curriculum è vuoto.",
		TooSmall: []string{
			"Questa finestra è troppo piccola per leggere. Ingrandirla: bastano {columns} colonne e {rows} righe.",
			"Ingrandire la finestra: {columns} colonne, {rows} righe.",
			"Ingrandire la finestra.",
			"Più grande.",
			"Ingrandire",
			"+",
		},
	},

	Answers: Answers{
		HelpScreenReader: "Con uno screen reader:",
		HelpRead:         "Per leggere:",
		HelpSave:         "Per salvare:",
		HelpFormats:      "I formati:",
		HelpSections:     "Basta l’inizio del nome di una sezione. Le sezioni:",

		HelpTextForReader: "l’intero curriculum come testo semplice",
		HelpInteractive:   "il curriculum interattivo",
		HelpAtSection:     "lo stesso, aperto a quella sezione",
		HelpSection:       "una sezione come testo semplice",
		HelpText:          "tutto",
		HelpSearch:        "ogni riga che le menziona",
		HelpCard:          "l’essenziale in otto righe",
		HelpHelp:          "questo aiuto",
		HelpLanguage:      "in questa lingua; può seguire un comando",
		HelpFormat:        "in PDF, o in un altro formato",
		HelpFile:          "lo stesso file",
		HelpFiles:         "tutti i file",
		HelpFolder:        "la cartella in cui si trovano",

		SectionName: "SEZIONE",
		SearchWords: "PAROLE",

		Unknown:     "non esiste un comando o una sezione «{typed}». Provare: {command}",
		UnknownNear: "non esiste un comando o una sezione «{typed}»; si intendeva «{near}»? Provare: {command}",
		Ambiguous:   "«{typed}» può essere {sections}. Provare: {command}",
		NoLanguage:  "il curriculum non c’è nella lingua «{typed}», solo in: {languages}. Provare: {command}",

		NoShell:   "qui non c’è una shell; per leggere il curriculum: {command}",
		NoMosh:    "mosh qui non è disponibile; per leggere il curriculum: {command}",
		NoGit:     "qui non c’è un repository git; per salvare tutti i file: {command}",
		NoInstall: "qui non si può installare nulla; per leggere il curriculum: {command}",
		Rsync:     "rsync qui non è disponibile; per salvare tutti i file: {command}",
		UseSFTP:   "i file sono serviti solo dal sottosistema sftp: {command}",

		NoQuery:    "nulla da cercare; provare: {command}",
		NotFound:   "nulla menziona «{query}»",
		NotMade:    "non è stato possibile creare {format}; provare un altro formato",
		Unreadable: "questo server non ha font per le lettere di questo curriculum, quindi {format} non c’è; HTML e testo sono completi: {command}",
		Binary:     "{format} non è per un terminale; provare: {command}",

		ScreenReaderHint: "Per uno screen reader, digitare: {command}",

		FilesIntro:      "Ognuno di questi file è l’intero curriculum. Sono in sola lettura.",
		FilesInTerminal: "In un terminale:",

		ReadOnly:      "sola lettura: qui non si possono caricare file",
		FetchOnly:     "i file si possono solo scaricare, con scp -f PERCORSO",
		NoFile:        "{path}: file inesistente",
		IsFolder:      "{path}: è una cartella; copiarla con scp -r",
		UnclosedQuote: "virgolette non chiuse",
		UnknownOption: "opzione sconosciuta -{option}",
		TooManyFiles:  "troppi file aperti",
		TooMuchRead:   "limite di download raggiunto",
	},

	Endings: Endings{
		SessionEnded: "Questa sessione è terminata: {reason}.",

		Full:          "troppi visitatori in questo momento; riprovare tra un minuto",
		Stopping:      "il server si sta arrestando; tornare tra un minuto",
		NoResume:      "al momento non c’è un curriculum da mostrare; chi gestisce il server è stato avvisato, tornare più tardi",
		Panicked:      "si è verificato un errore sul server, che lo ha registrato; connettersi di nuovo",
		NoKey:         "nessun tasto da {time}",
		NoRequest:     "nessuna richiesta da {time}",
		LastedTooLong: "una sessione dura al massimo {time}",

		TooManyRequests: "il client ha inviato troppe richieste",
		TooManyChannels: "il client ha chiesto troppe sessioni",
		SentTooMuch:     "il client ha inviato troppi dati",

		TooManyConnections: "troppe connessioni da questo indirizzo; chiuderne una e riprovare",
		ConnectsTooFast:    "troppe nuove connessioni da questo indirizzo; riprovare tra qualche secondo",

		Hours:   Plural{One: "{n} ora", Other: "{n} ore"},
		Minutes: Plural{One: "{n} minuto", Other: "{n} minuti"},
		Seconds: Plural{One: "{n} secondo", Other: "{n} secondi"},
	},
}
