package words

import "golang.org/x/text/language"

var polish = Words{
	Tag:  language.Polish,
	Name: "Polski",

	Parts: Parts{
		Basics: "Profil", Work: "Doświadczenie", Projects: "Projekty", Skills: "Umiejętności",
		Education: "Wykształcenie", Certificates: "Certyfikaty", Awards: "Nagrody",
		Publications: "Publikacje", Volunteer: "Wolontariat", Languages: "Języki",
		Interests: "Zainteresowania", References: "Referencje",
	},

	Dates: Dates{
		Months: [12]string{
			"styczeń", "luty", "marzec", "kwiecień", "maj", "czerwiec",
			"lipiec", "sierpień", "wrzesień", "październik", "listopad", "grudzień",
		},
		Month:   "{month} {year}",
		Year:    "{year}",
		Range:   "{from}–{to}",
		Ongoing: "{from}–obecnie",
		Present: "obecnie",
		LongMonths: [12]string{
			"styczeń", "luty", "marzec", "kwiecień", "maj", "czerwiec",
			"lipiec", "sierpień", "wrzesień", "październik", "listopad", "grudzień",
		},
		MonthNames: [12][]string{
			{"stycznia", "styczniu"},
			{"lutego", "lutym"},
			{"marca", "marcu"},
			{"kwietnia", "kwietniu"},
			{"maja", "maju"},
			{"czerwca", "czerwcu"},
			{"lipca", "lipcu"},
			{"sierpnia", "sierpniu"},
			{"września", "wrześniu"},
			{"października", "październiku"},
			{"listopada", "listopadzie"},
			{"grudnia", "grudniu"},
		},
		YearUnits:  []string{"lata", "lat", "rok", "roku"},
		MonthUnits: []string{"miesiące", "miesięcy", "miesiąc", "mies"},
	},

	Marks: Marks{Comma: ", ", List: ", ", Colon: ": ", Semicolon: "; ", Open: " (", Close: ")"},

	Document: Document{
		Untitled:   "Życiorys",
		Former:     "Dawniej {employer}",
		OpenQuote:  "„",
		CloseQuote: "”",
		PageOf:     "Strona {page} z {pages}",
		SkipNav:    "Przejdź do CV",
		Sections:   "Sekcje",

		Contacts: Contacts{Email: "E-mail", Phone: "Telefon", Web: "WWW", Other: "Profil"},
		Purposes: Purposes{
			Text:     "zwykły tekst, dla czytników ekranu i potoków",
			Markdown: "Markdown",
			HTML:     "strona do przeglądarki, także do druku",
			JSON:     "JSON Resume, dla programów",
			YAML:     "YAML, dla edytorów",
			PDF:      "do czytania, druku i przesłania dalej",
		},
	},

	Screen: Screen{
		Hints: Hints{
			Section: "sekcja", Sections: "sekcje", Read: "czytaj", List: "lista", Scroll: "przewiń", Contact: "kontakt",
			Save: "zapisz", Search: "szukaj", Theme: "motyw", Language: "język", Keys: "klawisze", Leave: "wyjdź",
			ReadOn: "dalej", Choose: "wybierz", Copy: "kopiuj", Code: "kod", Back: "wróć", Open: "przejdź", EndSearch: "zakończ",
			Version: "czytaj nową wersję", VersionNarrow: "nowa wersja",
			Match: "wynik {n} z {matches}",
		},
		KeyHelp: KeyHelp{
			Title: "Klawisze", Move: "Nawigacja", Read: "Czytanie", Find: "Szukanie", Typing: "Podczas wpisywania", More: "Inne",
			UpDown: "sekcja lub wiersz", LeftRight: "sekcje, strona", LeftRightNarrow: "poprzednia, następna sekcja",
			Other: "sekcje lub strona", Enter: "czytaj sekcję", EnterNarrow: "otwórz lub sekcje",
			Section: "sekcje od 1 do 10", Escape: "wróć, zamknij",
			PageDown: "czytaj dalej", PageUp: "strona w górę", HalfDown: "pół strony w dół", HalfUp: "pół strony w górę",
			Top: "początek strony", Bottom: "koniec strony",
			Search: "szukaj wszędzie", Matches: "następny, poprzedni wynik",
			ChooseMatch: "wybierz wynik", OpenMatch: "przejdź do wyniku", EndSearch: "zakończ szukanie",
			Contact: "kontakt", Copy: "kopiuj tę stronę", Save: "zapisz CV", Theme: "następny motyw",
			Language: "następny język", Version: "pokaż nową wersję", Mouse: "zwolnij mysz", Repaint: "odśwież ekran",
			Help: "wszystkie klawisze", Quit: "wyjdź",
			SpaceKey: "spacja", EnterKey: "enter",
			EscapeKey: "esc", TabKey: "tab", ControlKey: "ctrl", PageUpKey: "pgup", PageDownKey: "pgdn", HomeKey: "home", EndKey: "end",
			Select: "Aby zaznaczyć tekst, naciśnij m albo przytrzymaj shift (option na Macu) podczas przeciągania.",
		},
		Notes: Notes{
			UnknownKey: "ten klawisz nic tu nie robi: ? pokaże klawisze", UnknownKeyNarrow: "? pokaże klawisze",
			InList: "to już lista sekcji", InListEscape: "to już lista sekcji: q kończy",
			OnPage: "to już strona: {key} prowadzi do listy", NothingToOpen: "nie ma tu nic do otwarcia",
			NoSuchSection: Plural{
				One: "jest tylko {n} sekcja", Few: "są tylko {n} sekcje", Many: "jest tylko {n} sekcji", Other: "jest tylko {n} sekcji",
			},
			FirstSection: "pierwsza sekcja", LastSection: "ostatnia sekcja",
			AllShown: "wszystko widać na ekranie", AtTop: "początek strony", AtEnd: "koniec strony",
			SearchFirst: "najpierw szukaj: /", WrappedToFirst: "znów od pierwszego wyniku", WrappedToLast: "znów od ostatniego wyniku",
			WrappedToFirstNarrow: "znów pierwszy wynik", WrappedToLastNarrow: "znów ostatni wynik",
			OldVersion: "to poprzednia wersja: błędy są poniżej", OldVersionNarrow: "poprzednia wersja",
			NoNewVersion: "nie ma nowszej wersji", NoNewVersionNarrow: "nie ma nowszej wersji",
			NewVersion: "to nowa wersja", NewVersionNarrow: "nowa wersja",
			NoContact: "brak danych kontaktowych", FirstContact: "pierwszy kontakt", LastContact: "ostatni kontakt",
			FirstCommand: "pierwsze polecenie", LastCommand: "ostatnie polecenie",
			MouseFree: "mysz zaznacza teraz tekst", MouseOn: "mysz znów przewija",
			CodeTooLarge: "kod wymaga więcej miejsca",
			EscCloses:    "esc zamyka",
			TooLong:      "za długie do skopiowania: d pokaże, jak zapisać", TooLongNarrow: "za długie do skopiowania",
			Copied: "skopiowano: {what}, jeśli terminal pozwala", CopiedNarrow: "skopiowano, jeśli można",
			NoColors: "ten terminal nie pokazuje kolorów", Theme: "motyw: {name}",
			Closing: "serwer kończy pracę; sesja skończy się za {seconds} s", ClosingNarrow: "koniec za {seconds} s",
			Idle: "sesja skończy się za {seconds} s; naciśnij klawisz, aby kontynuować", IdleNarrow: "naciśnij klawisz: {seconds} s",
		},
		Search: Search{
			Title: "Szukanie", Prompt: "Wpisz, czego szukasz: przeszukane zostaną wszystkie sekcje.",
			Nothing: "Nic w CV do tego nie pasuje. Wpisz mniej liter albo wróć klawiszem esc.",
			NoMatch: "brak wyników",
			Matches: Plural{One: "{n} wynik", Few: "{n} wyniki", Many: "{n} wyników", Other: "{n} wyniku"},
			Sections: Plural{
				One: "{n} sekcji", Few: "{n} sekcjach", Many: "{n} sekcjach", Other: "{n} sekcji",
			},
			More: "ponad {matches}", InSections: "{matches} w {sections}",
		},
		Save: Save{
			Title: "Zapis", PDF: "PDF", WithoutSCP: "PDF bez scp", Text: "Zwykły tekst", JSON: "Dla programów",
			HTML: "Strona WWW", All: "Wszystkie", Section: "Ta sekcja", Commands: "Polecenia",
			TheCommand: "polecenie",
		},
		Contact: Contact{
			Title: "Kontakt", Card: "Wizytówka", CardIsFor: "do książki adresowej", Address: "Adres",
			Write: "Napisz", Save: "Zapisz", Code: "zeskanuj telefonem",
		},
		Preview: Preview{
			Warnings: Plural{One: "{n} ostrzeżenie", Few: "{n} ostrzeżenia", Many: "{n} ostrzeżeń", Other: "{n} ostrzeżenia"},
			Errors:   Plural{One: "{n} błąd", Few: "{n} błędy", Many: "{n} błędów", Other: "{n} błędu"},
			InFile:   "{problems} w {file}", More: "jeszcze {n}: ",
		},
		Goodbye: Goodbye{Write: "napisz", Save: "zapisz", Return: "wróć"},
		Themes:  Themes{Dark: "ciemny", Light: "jasny", HighContrast: "wysoki kontrast"},

		NoSections: "To CV jest puste.",
		TooSmall: []string{
			"To okno jest za małe do czytania. Powiększ je: wystarczy {columns} kolumn i {rows} wierszy.",
			"Powiększ okno: {columns} kolumn, {rows} wierszy.",
			"Powiększ okno.",
			"Za małe okno.",
			"Większe!",
			"+",
		},
	},

	Answers: Answers{
		HelpScreenReader: "Z czytnikiem ekranu:",
		HelpRead:         "Czytanie:",
		HelpSave:         "Zapisywanie:",
		HelpFormats:      "Formaty:",
		HelpSections:     "Wystarczy początek nazwy sekcji. Sekcje:",

		HelpTextForReader: "całe CV jako zwykły tekst",
		HelpInteractive:   "interaktywne CV",
		HelpAtSection:     "to samo, otwarte na tej sekcji",
		HelpSection:       "jedna sekcja jako zwykły tekst",
		HelpText:          "całość",
		HelpSearch:        "każdy wiersz, w którym występują",
		HelpCard:          "najważniejsze w ośmiu wierszach",
		HelpHelp:          "ta pomoc",
		HelpLanguage:      "w tym języku; dalej może być polecenie",
		HelpFormat:        "jako PDF albo w innym formacie",
		HelpFile:          "ten sam plik",
		HelpFiles:         "wszystkie pliki",
		HelpFolder:        "folder, w którym są",

		SectionName: "SEKCJA",
		SearchWords: "SŁOWA",

		Unknown:     "nie ma polecenia ani sekcji „{typed}”. Spróbuj: {command}",
		UnknownNear: "nie ma polecenia ani sekcji „{typed}”; może chodzi o „{near}”? Spróbuj: {command}",
		Ambiguous:   "„{typed}” może oznaczać: {sections}. Spróbuj: {command}",
		NoLanguage:  "nie ma życiorysu w języku „{typed}”, tylko w: {languages}. Spróbuj: {command}",

		NoShell:   "nie ma tu powłoki; aby przeczytać CV: {command}",
		NoMosh:    "mosh nie jest tu dostępny; aby przeczytać CV: {command}",
		NoGit:     "nie ma tu repozytorium git; aby zapisać wszystkie pliki: {command}",
		NoInstall: "niczego nie można tu zainstalować; aby przeczytać CV: {command}",
		Rsync:     "rsync nie jest tu dostępny; aby zapisać wszystkie pliki: {command}",
		UseSFTP:   "pliki są dostępne tylko przez podsystem sftp: {command}",

		NoQuery:    "nie ma czego szukać; spróbuj: {command}",
		NotFound:   "nigdzie nie ma „{query}”",
		NotMade:    "nie udało się utworzyć {format}; spróbuj innego formatu",
		Unreadable: "na tym serwerze nie ma krojów pisma z literami tego CV, więc nie ma {format}; HTML i tekst są kompletne: {command}",
		Binary:     "{format} nie jest dla terminala; spróbuj: {command}",

		ScreenReaderHint: "Dla czytnika ekranu wpisz: {command}",

		FilesIntro:      "Każdy z tych plików to całe CV. Są tylko do odczytu.",
		FilesInTerminal: "W terminalu:",

		ReadOnly:      "tylko do odczytu: nie można tu przesyłać plików",
		FetchOnly:     "pliki można tylko pobierać, przez scp -f ŚCIEŻKA",
		NoFile:        "{path}: nie ma takiego pliku",
		IsFolder:      "{path}: to folder; skopiuj go przez scp -r",
		UnclosedQuote: "niezamknięty cudzysłów",
		UnknownOption: "nieznana opcja -{option}",
		TooManyFiles:  "za dużo otwartych plików",
		TooMuchRead:   "osiągnięto limit pobierania",
	},

	Endings: Endings{
		SessionEnded: "Sesja zakończona: {reason}.",

		Full:          "jest teraz zbyt wielu odwiedzających; spróbuj ponownie za minutę",
		Stopping:      "serwer kończy pracę; wróć za minutę",
		NoResume:      "nie ma teraz CV do pokazania; właściciel już o tym wie, wróć później",
		Panicked:      "na serwerze wystąpił błąd i właściciel może go zobaczyć; połącz się ponownie",
		NoKey:         "przez {time} nie naciśnięto klawisza",
		NoRequest:     "przez {time} nie było żądania",
		LastedTooLong: "sesja może trwać najwyżej {time}",

		TooManyRequests: "klient wysłał za dużo żądań",
		TooManyChannels: "klient zażądał za dużo sesji",
		SentTooMuch:     "klient wysłał za dużo danych",

		TooManyConnections: "za dużo połączeń z tego adresu; zamknij jedno i spróbuj ponownie",
		ConnectsTooFast:    "za dużo nowych połączeń z tego adresu; spróbuj ponownie za kilka sekund",

		Hours:   Plural{One: "{n} godzinę", Few: "{n} godziny", Many: "{n} godzin", Other: "{n} godziny"},
		Minutes: Plural{One: "{n} minutę", Few: "{n} minuty", Many: "{n} minut", Other: "{n} minuty"},
		Seconds: Plural{One: "{n} sekundę", Few: "{n} sekundy", Many: "{n} sekund", Other: "{n} sekundy"},
	},
}
