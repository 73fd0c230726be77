package words

import "golang.org/x/text/language"

var ukrainian = Words{
	Tag:  language.Ukrainian,
	Name: "Українська",

	Parts: Parts{
		Basics: "Про себе", Work: "Досвід роботи", Projects: "Проєкти", Skills: "Навички",
		Education: "Освіта", Certificates: "Сертифікати", Awards: "Нагороди",
		Publications: "Публікації", Volunteer: "Волонтерство", Languages: "Мови",
		Interests: "Інтереси", References: "Рекомендації",
	},

	Dates: Dates{
		Months:  [12]string{"січ", "лют", "бер", "кві", "тра", "чер", "лип", "сер", "вер", "жов", "лис", "гру"},
		Month:   "{month} {year}",
		Year:    "{year}",
		Range:   "{from} – {to}",
		Ongoing: "{from} – дотепер",
		Present: "дотепер",
		LongMonths: [12]string{
			"січень", "лютий", "березень", "квітень", "травень", "червень",
			"липень", "серпень", "вересень", "жовтень", "листопад", "грудень",
		},
		MonthNames: [12][]string{
			{"січня", "січні"},
			{"лютого", "лютому"},
			{"березня", "березні"},
			{"квітня", "квітні"},
			{"травня", "травні"},
			{"червня", "червні"},
			{"липня", "липні"},
			{"серпня", "серпні"},
			{"вересня", "вересні"},
			{"жовтня", "жовтні"},
			{"листопада", "листопаді"},
			{"грудня", "грудні"},
		},
		YearUnits:  []string{"роки", "років", "рік", "року", "р"},
		MonthUnits: []string{"місяці", "місяців", "місяць", "міс"},
	},

	Marks: Marks{Comma: ", ", List: ", ", Colon: ": ", Semicolon: "; ", Open: " (", Close: ")"},

	Document: Document{
		Untitled:   "Резюме",
		Former:     "Раніше {employer}",
		OpenQuote:  "«",
		CloseQuote: "»",
		PageOf:     "Сторінка {page} з {pages}",
		SkipNav:    "Перейти до резюме",
		Sections:   "Розділи",

		Contacts: Contacts{Email: "Пошта", Phone: "Телефон", Web: "Сайт", Other: "Профіль"},
		Purposes: Purposes{
			Text:     "простий текст, для програм зчитування з екрана та конвеєрів",
			Markdown: "Markdown",
			HTML:     "сторінка для браузера та для друку",
			JSON:     "JSON Resume, для програм",
			YAML:     "YAML, для редакторів",
			PDF:      "щоб читати, друкувати й пересилати",
		},
	},

	Screen: Screen{
		Hints: Hints{
			Section: "розділ", Sections: "розділи", Read: "читати", List: "список", Scroll: "гортати", Contact: "контакти",
			Save: "зберегти", Search: "знайти", Theme: "тема", Language: "мова", Keys: "клавіші", Leave: "вихід",
			ReadOn: "далі", Choose: "вибрати", Copy: "копіювати", Code: "код", Back: "назад", Open: "перейти", EndSearch: "кінець пошуку",
			Version: "читати нову версію", VersionNarrow: "нова версія",
			Match: "збіг {n} з {matches}",
		},
		KeyHelp: KeyHelp{
			Title: "Клавіші", Move: "Переміщення", Read: "Читання", Find: "Пошук", Typing: "Під час введення запиту", More: "Ще",
			UpDown: "розділ або рядок", LeftRight: "розділи, сторінка", LeftRightNarrow: "попередній, наступний розділ",
			Other: "розділи або сторінка", Enter: "читати розділ", EnterNarrow: "відкрити або розділи",
			Section: "розділи від 1 до 10", Escape: "назад, закрити",
			PageDown: "читати далі", PageUp: "на сторінку вгору", HalfDown: "на пів сторінки вниз", HalfUp: "на пів сторінки вгору",
			Top: "початок сторінки", Bottom: "кінець сторінки",
			Search: "шукати всюди", Matches: "наступний, попередній збіг",
			ChooseMatch: "вибрати збіг", OpenMatch: "перейти до збігу", EndSearch: "завершити пошук",
			Contact: "контакти", Copy: "копіювати сторінку", Save: "зберегти резюме", Theme: "наступна тема",
			Language: "наступна мова", Version: "показати нову версію", Mouse: "звільнити мишу", Repaint: "перемалювати екран",
			Help: "усі клавіші", Quit: "вихід",
			SpaceKey: "пробіл", EnterKey: "enter",
			EscapeKey: "esc", TabKey: "tab", ControlKey: "ctrl", PageUpKey: "pgup", PageDownKey: "pgdn", HomeKey: "home", EndKey: "end",
			Select: "Щоб виділити текст, натисніть m або тримайте shift (option на Mac), перетягуючи мишею.",
		},
		Notes: Notes{
			UnknownKey: "ця клавіша тут нічого не робить: ? покаже всі", UnknownKeyNarrow: "? покаже клавіші",
			InList: "це вже список розділів", InListEscape: "це вже список розділів: q — вихід",
			OnPage: "це вже сторінка: {key} веде до списку", NothingToOpen: "тут нічого відкривати",
			NoSuchSection: Plural{
				One: "тут лише {n} розділ", Few: "тут лише {n} розділи", Many: "тут лише {n} розділів", Other: "тут лише {n} розділу",
			},
			FirstSection: "перший розділ", LastSection: "останній розділ",
			AllShown: "усе вже на екрані", AtTop: "початок сторінки", AtEnd: "кінець сторінки",
			SearchFirst: "спершу знайдіть щось: /", WrappedToFirst: "знову з першого збігу", WrappedToLast: "знову з останнього збігу",
			WrappedToFirstNarrow: "знову з першого", WrappedToLastNarrow: "знову з останнього",
			OldVersion: "це попередня версія: помилки див. нижче", OldVersionNarrow: "попередня версія",
			NoNewVersion: "новішої версії немає", NoNewVersionNarrow: "новішої версії немає",
			NewVersion: "це нова версія", NewVersionNarrow: "нова версія",
			NoContact: "контактів немає", FirstContact: "перший контакт", LastContact: "останній контакт",
			FirstCommand: "перша команда", LastCommand: "остання команда",
			MouseFree: "тепер миша виділяє текст", MouseOn: "миша знову гортає",
			CodeTooLarge: "для коду замало місця",
			EscCloses:    "esc — закрити",
			TooLong:      "задовго для копіювання: d покаже, як зберегти", TooLongNarrow: "задовго для копіювання",
			Copied: "скопійовано: {what}, якщо термінал дозволяє", CopiedNarrow: "скопійовано, якщо можна",
			NoColors: "цей термінал не показує кольорів", Theme: "тема: {name}",
			Closing: "сервер зупиняється; сеанс закінчиться через {seconds} с", ClosingNarrow: "зупинка через {seconds} с",
			Idle: "сеанс закінчиться за {seconds} с; натисніть клавішу, щоб продовжити", IdleNarrow: "натисніть клавішу: {seconds} с",
		},
		Search: Search{
			Title: "Пошук", Prompt: "Введіть, що шукати: пошук охоплює всі розділи.",
			Nothing: "У резюме немає нічого схожого. Введіть менше літер або поверніться клавішею esc.",
			NoMatch: "збігів немає",
			Matches: Plural{One: "{n} збіг", Few: "{n} збіги", Many: "{n} збігів", Other: "{n} збігу"},
			Sections: Plural{
				One: "{n} розділі", Few: "{n} розділах", Many: "{n} розділах", Other: "{n} розділу",
			},
			More: "понад {matches}", InSections: "{matches} у {sections}",
		},
		Save: Save{
			Title: "Збереження", PDF: "PDF", WithoutSCP: "PDF без scp", Text: "Простий текст", JSON: "Для програм",
			HTML: "Вебсторінка", All: "Усі формати", Section: "Цей розділ", Commands: "Усі команди",
			TheCommand: "команда",
		},
		Contact: Contact{
			Title: "Контакти", Card: "Візитка", CardIsFor: "для адресної книги", Address: "Адреса",
			Write: "Написати", Save: "Зберегти", Code: "наведіть телефон",
		},
		Preview: Preview{
			Warnings: Plural{
				One: "{n} попередження", Few: "{n} попередження", Many: "{n} попереджень", Other: "{n} попередження",
			},
			Errors: Plural{One: "{n} помилка", Few: "{n} помилки", Many: "{n} помилок", Other: "{n} помилки"},
			InFile: "{problems} у {file}", More: "ще {n}: ",
		},
		Goodbye: Goodbye{Write: "написати", Save: "зберегти", Return: "повернутися"},
		Themes:  Themes{Dark: "темна", Light: "світла", HighContrast: "контрастна"},

		NoSections: "Це резюме порожнє.",
		TooSmall: []string{
			"Це вікно замале для читання. Збільште його: вистачить {columns} стовпців і {rows} рядків.",
			"Збільште вікно: {columns} стовпців, {rows} рядків.",
			"Збільште вікно.",
			"Вікно замале.",
			"Більше!",
			"+",
		},
	},

	Answers: Answers{
		HelpScreenReader: "З програмою зчитування з екрана:",
		HelpRead:         "Читання:",
		HelpSave:         "Збереження:",
		HelpFormats:      "Формати:",
		HelpSections:     "Досить початку назви розділу. Розділи:",

		HelpTextForReader: "усе резюме простим текстом",
		HelpInteractive:   "інтерактивне резюме",
		HelpAtSection:     "те саме, відкрите на цьому розділі",
		HelpSection:       "один розділ простим текстом",
		HelpText:          "усе повністю",
		HelpSearch:        "усі рядки, де вони трапляються",
		HelpCard:          "головне у восьми рядках",
		HelpHelp:          "ця довідка",
		HelpLanguage:      "цією мовою; далі може йти команда",
		HelpFormat:        "у PDF або в іншому форматі",
		HelpFile:          "той самий файл",
		HelpFiles:         "усі файли",
		HelpFolder:        "тека, де вони лежать",

		SectionName: "РОЗДІЛ",
		SearchWords: "СЛОВА",

		Unknown:     "немає команди чи розділу «{typed}». Спробуйте: {command}",
		UnknownNear: "немає команди чи розділу «{typed}»; можливо, «{near}»? Спробуйте: {command}",
		Ambiguous:   "«{typed}» може означати: {sections}. Спробуйте: {command}",
		NoLanguage:  "немає резюме мовою «{typed}», лише: {languages}. Спробуйте: {command}",

		NoShell:   "оболонки тут немає; щоб прочитати резюме: {command}",
		NoMosh:    "mosh тут недоступний; щоб прочитати резюме: {command}",
		NoGit:     "репозиторію git тут немає; щоб зберегти всі файли: {command}",
		NoInstall: "тут нічого не можна встановити; щоб прочитати резюме: {command}",
		Rsync:     "rsync тут недоступний; щоб зберегти всі файли: {command}",
		UseSFTP:   "файли доступні лише через підсистему sftp: {command}",

		NoQuery:    "шукати нічого; спробуйте: {command}",
		NotFound:   "«{query}» ніде не згадано",
		NotMade:    "не вдалося створити {format}; спробуйте інший формат",
		Unreadable: "на цьому сервері немає шрифтів із літерами цього резюме, тому {format} недоступний; HTML і текст доступні повністю: {command}",
		Binary:     "{format} не для термінала; спробуйте: {command}",

		ScreenReaderHint: "Для програми зчитування з екрана введіть: {command}",

		FilesIntro:      "Кожен із цих файлів — усе резюме. Вони лише для читання.",
		FilesInTerminal: "У терміналі:",

		ReadOnly:      "лише для читання: вивантажувати файли сюди не можна",
		FetchOnly:     "файли можна лише завантажити звідси, командою scp -f ШЛЯХ",
		NoFile:        "{path}: немає такого файлу",
		IsFolder:      "{path}: це тека; скопіюйте її за допомогою scp -r",
		UnclosedQuote: "лапки не закрито",
		UnknownOption: "невідомий параметр -{option}",
		TooManyFiles:  "забагато відкритих файлів",
		TooMuchRead:   "досягнуто межі завантаження",
	},

	Endings: Endings{
		SessionEnded: "Сеанс завершено: {reason}.",

		Full:          "зараз забагато відвідувачів; спробуйте за хвилину",
		Stopping:      "сервер зупиняється; поверніться за хвилину",
		NoResume:      "зараз немає резюме, яке можна показати; власник про це знає, завітайте пізніше",
		Panicked:      "на сервері сталася помилка, і власник її побачить; під’єднайтеся знову",
		NoKey:         "за {time} не натиснуто жодної клавіші",
		NoRequest:     "за {time} не було жодного запиту",
		LastedTooLong: "сеанс може тривати щонайбільше {time}",

		TooManyRequests: "програма надіслала забагато запитів",
		TooManyChannels: "програма попросила забагато сеансів",
		SentTooMuch:     "програма надіслала забагато даних",

		TooManyConnections: "забагато з’єднань із вашої адреси; закрийте одне й спробуйте знову",
		ConnectsTooFast:    "забагато нових з’єднань із вашої адреси; спробуйте за кілька секунд",

		Hours:   Plural{One: "{n} годину", Few: "{n} години", Many: "{n} годин", Other: "{n} години"},
		Minutes: Plural{One: "{n} хвилину", Few: "{n} хвилини", Many: "{n} хвилин", Other: "{n} хвилини"},
		Seconds: Plural{One: "{n} секунду", Few: "{n} секунди", Many: "{n} секунд", Other: "{n} секунди"},
	},
}
