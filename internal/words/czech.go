package words

import "golang.org/x/text/language"

var czech = Words{
	Tag:  language.Czech,
	Name: "Čeština",

	Parts: Parts{
		Basics: "Profil", Work: "Pracovní zkušenosti", Projects: "Projekty", Skills: "Dovednosti",
		Education: "Vzdělání", Certificates: "Certifikáty", Awards: "Ocenění",
		Publications: "Publikace", Volunteer: "Dobrovolnictví", Languages: "Jazyky",
		Interests: "Zájmy", References: "Reference",
	},

	Dates: Dates{
		Months: [12]string{
			"leden", "únor", "březen", "duben", "květen", "červen",
			"červenec", "srpen", "září", "říjen", "listopad", "prosinec",
		},
		Month:   "{month} {year}",
		Year:    "{year}",
		Range:   "{from} – {to}",
		Ongoing: "{from} – dosud",
		Present: "dosud",
		LongMonths: [12]string{
			"leden", "únor", "březen", "duben", "květen", "červen",
			"červenec", "srpen", "září", "říjen", "listopad", "prosinec",
		},
		MonthNames: [12][]string{
			{"ledna", "lednu", "led"},
			{"února", "únoru", "úno"},
			{"března", "březnu", "bře"},
			{"dubna", "dubnu", "dub"},
			{"května", "květnu", "kvě"},
			{"června", "červnu", "čvn"},
			{"července", "červenci", "čvc"},
			{"srpna", "srpnu", "srp"},
			{"zář"},
			{"října", "říjnu", "říj"},
			{"listopadu", "lis"},
			{"prosince", "prosinci", "pro"},
		},
		YearUnits:  []string{"roky", "rok", "let", "roku", "léta"},
		MonthUnits: []string{"měsíce", "měsíců", "měsíc", "měs"},
	},

	Marks: Marks{Comma: ", ", List: ", ", Colon: ": ", Semicolon: "; ", Open: " (", Close: ")"},

	Document: Document{
		Untitled:   "Životopis",
		Former:     "Dříve {employer}",
		OpenQuote:  "„",
		CloseQuote: "“",
		PageOf:     "Strana {page} z {pages}",
		SkipNav:    "Přejít na životopis",
		Sections:   "Oddíly",

		Contacts: Contacts{Email: "E-mail", Phone: "Telefon", Web: "Web", Other: "Profil"},
		Purposes: Purposes{
			Text:     "prostý text, pro čtečky obrazovky a roury",
			Markdown: "Markdown",
			HTML:     "stránka pro prohlížeč, i k tisku",
			JSON:     "JSON Resume, pro programy",
			YAML:     "YAML, pro editory",
			PDF:      "ke čtení, tisku a předání",
		},
	},

	Screen: Screen{
		Hints: Hints{
			Section: "oddíl", Sections: "oddíly", Read: "číst", List: "seznam", Scroll: "posun", Contact: "kontakt",
			Save: "uložit", Search: "hledat", Theme: "motiv", Language: "jazyk", Keys: "klávesy", Leave: "konec",
			ReadOn: "dál", Choose: "vybrat", Copy: "kopírovat", Code: "kód", Back: "zpět", Open: "přejít", EndSearch: "konec hledání",
			Version: "číst novou verzi", VersionNarrow: "nová verze",
			Match: "výsledek {n} z {matches}",
		},
		KeyHelp: KeyHelp{
			Title: "Klávesy", Move: "Pohyb", Read: "Čtení", Find: "Hledání", Typing: "Při psaní dotazu", More: "Další",
			UpDown: "oddíl nebo řádek", LeftRight: "oddíly, stránka", LeftRightNarrow: "předchozí, další oddíl",
			Other: "oddíly nebo stránka", Enter: "číst oddíl", EnterNarrow: "otevřít nebo oddíly",
			Section: "oddíly 1 až 10", Escape: "zpět, zavřít",
			PageDown: "číst dál", PageUp: "o stránku výš", HalfDown: "o půl stránky níž", HalfUp: "o půl stránky výš",
			Top: "začátek stránky", Bottom: "konec stránky",
			Search: "hledat všude", Matches: "další, předchozí výsledek",
			ChooseMatch: "vybrat výsledek", OpenMatch: "přejít na výsledek", EndSearch: "ukončit hledání",
			Contact: "kontakt", Copy: "kopírovat stránku", Save: "uložit životopis", Theme: "další motiv",
			Language: "další jazyk", Version: "ukázat novou verzi", Mouse: "uvolnit myš", Repaint: "překreslit obrazovku",
			Help: "všechny klávesy", Quit: "konec",
			SpaceKey: "mezerník", EnterKey: "enter",
			EscapeKey: "esc", TabKey: "tab", ControlKey: "ctrl", PageUpKey: "pgup", PageDownKey: "pgdn", HomeKey: "home", EndKey: "end",
			Select: "Text označíte klávesou m, nebo když při tažení podržíte shift (na Macu option).",
		},
		Notes: Notes{
			UnknownKey: "tato klávesa tu nic nedělá: ? ukáže klávesy", UnknownKeyNarrow: "? ukáže klávesy",
			InList: "to už je seznam oddílů", InListEscape: "to už je seznam oddílů: q ukončí",
			OnPage: "to už je stránka: {key} vede na seznam", NothingToOpen: "tady není co otevřít",
			NoSuchSection: Plural{
				One: "je tu jen {n} oddíl", Few: "jsou tu jen {n} oddíly", Other: "je tu jen {n} oddílů",
			},
			FirstSection: "první oddíl", LastSection: "poslední oddíl",
			AllShown: "všechno je vidět", AtTop: "začátek stránky", AtEnd: "konec stránky",
			SearchFirst: "nejdřív hledejte pomocí /", WrappedToFirst: "znovu od prvního výsledku", WrappedToLast: "znovu od posledního výsledku",
			WrappedToFirstNarrow: "znovu první výsledek", WrappedToLastNarrow: "znovu poslední výsledek",
			OldVersion: "toto je předchozí verze: chyby jsou níže", OldVersionNarrow: "předchozí verze",
			NoNewVersion: "novější verze není", NoNewVersionNarrow: "novější verze není",
			NewVersion: "toto je nová verze", NewVersionNarrow: "nová verze",
			NoContact: "chybí kontaktní údaje", FirstContact: "první kontakt", LastContact: "poslední kontakt",
			FirstCommand: "první příkaz", LastCommand: "poslední příkaz",
			MouseFree: "myš teď označuje text", MouseOn: "myš zase posouvá",
			CodeTooLarge: "kód potřebuje víc místa",
			EscCloses:    "esc zavře",
			TooLong:      "na zkopírování příliš dlouhé: d ukáže, jak uložit", TooLongNarrow: "na kopírování příliš dlouhé",
			Copied: "zkopírováno: {what}, dovolí-li to terminál", CopiedNarrow: "zkopírováno, lze-li",
			NoColors: "tento terminál nemá barvy", Theme: "motiv: {name}",
			Closing: "server se zastavuje; relace skončí za {seconds} s", ClosingNarrow: "konec za {seconds} s",
			Idle: "relace skončí za {seconds} s; libovolná klávesa ji prodlouží", IdleNarrow: "stiskněte klávesu: {seconds} s",
		},
		Search: Search{
			Title: "Hledání", Prompt: "Napište, co hledáte: prohledají se všechny oddíly.",
			Nothing: "Nic v životopisu neodpovídá. Zkuste méně písmen, nebo se vraťte klávesou esc.",
			NoMatch: "žádný výsledek",
			Matches: Plural{One: "{n} výsledek", Few: "{n} výsledky", Other: "{n} výsledků"},
			Sections: Plural{
				One: "v {n} oddílu", Few: "ve {n} oddílech", Other: "v {n} oddílech",
			},
			More: "více než {matches}", InSections: "{matches} {sections}",
		},
		Save: Save{
			Title: "Uložení", PDF: "PDF", WithoutSCP: "PDF bez scp", Text: "Prostý text", JSON: "Pro programy",
			HTML: "Webová stránka", All: "Všechny formáty", Section: "Tento oddíl", Commands: "Příkazy",
			TheCommand: "příkaz",
		},
		Contact: Contact{
			Title: "Kontakt", Card: "Vizitka", CardIsFor: "do adresáře", Address: "Adresa",
			Write: "Napsat", Save: "Uložit", Code: "namiřte na něj telefon",
		},
		Preview: Preview{
			Warnings: Plural{One: "{n} varování", Few: "{n} varování", Other: "{n} varování"},
			Errors:   Plural{One: "{n} chyba", Few: "{n} chyby", Other: "{n} chyb"},
			InFile:   "{problems} v {file}", More: "ještě {n}: ",
		},
		Goodbye: Goodbye{Write: "napsat", Save: "uložit", Return: "zpět"},
		Themes:  Themes{Dark: "tmavý", Light: "světlý", HighContrast: "vysoký kontrast"},

		NoSections: "Tento životopis je prázdný.",
		TooSmall: []string{
			"Toto okno je na čtení příliš malé. Zvětšete je: stačí {columns} sloupců a {rows} řádků.",
			"Zvětšete okno: {columns} sloupců, {rows} řádků.",
			"Zvětšete okno.",
			"Větší, prosím.",
			"Větší!",
			"+",
		},
	},

	Answers: Answers{
		HelpScreenReader: "Se čtečkou obrazovky:",
		HelpRead:         "Čtení:",
		HelpSave:         "Ukládání:",
		HelpFormats:      "Formáty:",
		HelpSections:     "Stačí začátek názvu oddílu. Oddíly:",

		HelpTextForReader: "celý životopis jako prostý text",
		HelpInteractive:   "interaktivní životopis",
		HelpAtSection:     "totéž, otevřené na tomto oddílu",
		HelpSection:       "jeden oddíl jako prostý text",
		HelpText:          "všechno",
		HelpSearch:        "každý řádek, kde se vyskytují",
		HelpCard:          "to hlavní na osmi řádcích",
		HelpHelp:          "tato nápověda",
		HelpLanguage:      "v tomto jazyce; může následovat příkaz",
		HelpFormat:        "jako PDF nebo v jiném formátu",
		HelpFile:          "tentýž soubor",
		HelpFiles:         "všechny soubory",
		HelpFolder:        "složka, ve které jsou",

		SectionName: "ODDÍL",
		SearchWords: "SLOVA",

		Unknown:     "příkaz ani oddíl „{typed}“ tu není. Zkuste: {command}",
		UnknownNear: "příkaz ani oddíl „{typed}“ tu není; nemysleli jste „{near}“? Zkuste: {command}",
		Ambiguous:   "„{typed}“ může být {sections}. Zkuste: {command}",
		NoLanguage:  "životopis v jazyce „{typed}“ tu není, jen v: {languages}. Zkuste: {command}",

		NoShell:   "shell tu není; životopis si přečtete takto: {command}",
		NoMosh:    "mosh tu není k dispozici; životopis si přečtete takto: {command}",
		NoGit:     "repozitář git tu není; všechny soubory uložíte takto: {command}",
		NoInstall: "nic se tu nedá nainstalovat; životopis si přečtete takto: {command}",
		Rsync:     "rsync tu není k dispozici; všechny soubory uložíte takto: {command}",
		UseSFTP:   "soubory poskytuje jen subsystém sftp: {command}",

		NoQuery:    "není co hledat; zkuste: {command}",
		NotFound:   "„{query}“ se nikde nevyskytuje",
		NotMade:    "{format} se nepodařilo vytvořit; zkuste jiný formát",
		Unreadable: "na tomto serveru chybí písma se znaky tohoto životopisu, proto tu není {format}; HTML a text jsou úplné: {command}",
		Binary:     "{format} není pro terminál; zkuste: {command}",

		ScreenReaderHint: "Pro čtečku obrazovky napište: {command}",

		FilesIntro:      "Každý z těchto souborů je celý životopis. Jsou jen pro čtení.",
		FilesInTerminal: "V terminálu:",

		ReadOnly:      "jen pro čtení: soubory sem nelze nahrávat",
		FetchOnly:     "soubory lze jen stahovat, pomocí scp -f CESTA",
		NoFile:        "{path}: takový soubor tu není",
		IsFolder:      "{path}: je složka; zkopírujte ji pomocí scp -r",
		UnclosedQuote: "neuzavřené uvozovky",
		UnknownOption: "neznámý přepínač -{option}",
		TooManyFiles:  "příliš mnoho otevřených souborů",
		TooMuchRead:   "dosažen limit stahování",
	},

	Endings: Endings{
		SessionEnded: "Relace skončila: {reason}.",

		Full:          "právě teď je tu příliš mnoho návštěvníků; zkuste to za minutu",
		Stopping:      "server se zastavuje; vraťte se za minutu",
		NoResume:      "právě teď není co ukázat; majitel o tom ví, vraťte se později",
		Panicked:      "na serveru nastala chyba a majitel ji uvidí; připojte se znovu",
		NoKey:         "už {time} nebyla stisknuta klávesa",
		NoRequest:     "už {time} nepřišel požadavek",
		LastedTooLong: "relace trvá nejvýše {time}",

		TooManyRequests: "klient poslal příliš mnoho požadavků",
		TooManyChannels: "klient chtěl příliš mnoho relací",
		SentTooMuch:     "klient poslal příliš mnoho dat",

		TooManyConnections: "příliš mnoho spojení z vaší adresy; jedno zavřete a zkuste to znovu",
		ConnectsTooFast:    "příliš mnoho nových spojení z vaší adresy; zkuste to za několik sekund",

		Hours:   Plural{One: "{n} hodinu", Few: "{n} hodiny", Other: "{n} hodin"},
		Minutes: Plural{One: "{n} minutu", Few: "{n} minuty", Other: "{n} minut"},
		Seconds: Plural{One: "{n} sekundu", Few: "{n} sekundy", Other: "{n} sekund"},
	},
}
