package words

import "golang.org/x/text/language"

var russian = Words{
	Tag:  language.Russian,
	Name: "Русский",

	Parts: Parts{
		Basics: "О себе", Work: "Опыт работы", Projects: "Проекты", Skills: "Навыки",
		Education: "Образование", Certificates: "Сертификаты", Awards: "Награды",
		Publications: "Публикации", Volunteer: "Волонтёрство", Languages: "Языки",
		Interests: "Интересы", References: "Рекомендации",
	},

	Dates: Dates{
		Months: [12]string{
			"янв.", "февр.", "март", "апр.", "май", "июнь", "июль", "авг.", "сент.", "окт.", "нояб.", "дек.",
		},
		Month:   "{month} {year}",
		Year:    "{year}",
		Range:   "{from} – {to}",
		Ongoing: "{from} – настоящее время",
		Present: "настоящее время",
		LongMonths: [12]string{
			"январь", "февраль", "март", "апрель", "май", "июнь",
			"июль", "август", "сентябрь", "октябрь", "ноябрь", "декабрь",
		},
		MonthNames: [12][]string{
			{"января", "январе"},
			{"февраля", "феврале"},
			{"марта", "марте"},
			{"апреля", "апреле"},
			{"мая", "мае"},
			{"июня", "июне"},
			{"июля", "июле"},
			{"августа", "августе"},
			{"сентября", "сентябре"},
			{"октября", "октябре"},
			{"ноября", "ноябре"},
			{"декабря", "декабре"},
		},
		YearUnits:  []string{"года", "лет", "год", "г", "л"},
		MonthUnits: []string{"месяца", "месяцев", "месяц", "мес"},
	},

	Marks: Marks{Comma: ", ", List: ", ", Colon: ": ", Semicolon: "; ", Open: " (", Close: ")"},

	Document: Document{
		Untitled:   "Резюме",
		Former:     "Ранее {employer}",
		OpenQuote:  "«",
		CloseQuote: "»",
		PageOf:     "Страница {page} из {pages}",
		SkipNav:    "Перейти к резюме",
		Sections:   "Разделы",

		Contacts: Contacts{Email: "Почта", Phone: "Телефон", Web: "Сайт", Other: "Профиль"},
		Purposes: Purposes{
			Text:     "простой текст, для программ чтения с экрана и конвейеров",
			Markdown: "Markdown",
			HTML:     "страница для браузера и для печати",
			JSON:     "JSON Resume, для программ",
			YAML:     "YAML, для редакторов",
			PDF:      "чтобы читать, печатать и пересылать",
		},
	},

	Screen: Screen{
		Hints: Hints{
			Section: "раздел", Sections: "разделы", Read: "читать", List: "список", Scroll: "листать", Contact: "контакты",
			Save: "сохранить", Search: "найти", Theme: "тема", Language: "язык", Keys: "клавиши", Leave: "выход",
			ReadOn: "дальше", Choose: "выбрать", Copy: "копировать", Code: "код", Back: "назад", Open: "перейти", EndSearch: "конец поиска",
			Version: "читать новую версию", VersionNarrow: "новая версия",
			Match: "совпадение {n} из {matches}",
		},
		KeyHelp: KeyHelp{
			Title: "Клавиши", Move: "Перемещение", Read: "Чтение", Find: "Поиск", Typing: "При вводе запроса", More: "Ещё",
			UpDown: "раздел или строка", LeftRight: "разделы, страница", LeftRightNarrow: "предыдущий, следующий раздел",
			Other: "разделы или страница", Enter: "читать раздел", EnterNarrow: "открыть или разделы",
			Section: "разделы с 1 по 10", Escape: "назад, закрыть",
			PageDown: "читать дальше", PageUp: "на страницу вверх", HalfDown: "на полстраницы вниз", HalfUp: "на полстраницы вверх",
			Top: "начало страницы", Bottom: "конец страницы",
			Search: "искать везде", Matches: "следующее, предыдущее",
			ChooseMatch: "выбрать совпадение", OpenMatch: "перейти к совпадению", EndSearch: "закончить поиск",
			Contact: "контакты", Copy: "копировать страницу", Save: "сохранить резюме", Theme: "следующая тема",
			Language: "следующий язык", Version: "показать новую версию", Mouse: "освободить мышь", Repaint: "перерисовать экран",
			Help: "все клавиши", Quit: "выход",
			SpaceKey: "пробел", EnterKey: "enter",
			EscapeKey: "esc", TabKey: "tab", ControlKey: "ctrl", PageUpKey: "pgup", PageDownKey: "pgdn", HomeKey: "home", EndKey: "end",
			Select: "Чтобы выделить текст, нажмите m или удерживайте shift (option на Mac), перетаскивая мышью.",
		},
		Notes: Notes{
			UnknownKey: "эта клавиша здесь не работает: ? покажет список", UnknownKeyNarrow: "? покажет клавиши",
			InList: "это уже список разделов", InListEscape: "это уже список разделов: q — выход",
			OnPage: "это уже страница: {key} ведёт к списку", NothingToOpen: "здесь нечего открывать",
			NoSuchSection: Plural{
				One: "здесь только {n} раздел", Few: "здесь только {n} раздела",
				Many: "здесь только {n} разделов", Other: "здесь только {n} раздела",
			},
			FirstSection: "первый раздел", LastSection: "последний раздел",
			AllShown: "всё уже на экране", AtTop: "начало страницы", AtEnd: "конец страницы",
			SearchFirst: "сначала найдите что-нибудь: /", WrappedToFirst: "снова с первого совпадения", WrappedToLast: "снова с последнего совпадения",
			WrappedToFirstNarrow: "снова с первого", WrappedToLastNarrow: "снова с последнего",
			OldVersion: "это прежняя версия: ошибки см. ниже", OldVersionNarrow: "прежняя версия",
			NoNewVersion: "новой версии нет", NoNewVersionNarrow: "новой версии нет",
			NewVersion: "это новая версия", NewVersionNarrow: "новая версия",
			NoContact: "контактов нет", FirstContact: "первый контакт", LastContact: "последний контакт",
			FirstCommand: "первая команда", LastCommand: "последняя команда",
			MouseFree: "теперь мышь выделяет текст", MouseOn: "мышь снова листает",
			CodeTooLarge: "для кода мало места",
			EscCloses:    "esc — закрыть",
			TooLong:      "слишком длинно для копирования: d покажет, как сохранить", TooLongNarrow: "не скопировать: длинно",
			Copied: "скопировано: {what}, если терминал позволяет", CopiedNarrow: "скопировано, если можно",
			NoColors: "этот терминал не показывает цвета", Theme: "тема: {name}",
			Closing: "сервер останавливается; сеанс закончится через {seconds} с", ClosingNarrow: "остановка через {seconds} с",
			Idle: "сеанс закончится через {seconds} с; нажмите клавишу, чтобы продолжить", IdleNarrow: "нажмите клавишу: {seconds} с",
		},
		Search: Search{
			Title: "Поиск", Prompt: "Введите, что искать: поиск идёт по всем разделам.",
			Nothing: "В резюме нет ничего похожего. Введите меньше букв или вернитесь клавишей esc.",
			NoMatch: "нет совпадений",
			Matches: Plural{
				One: "{n} совпадение", Few: "{n} совпадения", Many: "{n} совпадений", Other: "{n} совпадения",
			},
			Sections: Plural{
				One: "{n} разделе", Few: "{n} разделах", Many: "{n} разделах", Other: "{n} раздела",
			},
			More: "{matches} и больше", InSections: "{matches} в {sections}",
		},
		Save: Save{
			Title: "Сохранение", PDF: "PDF", WithoutSCP: "PDF без scp", Text: "Простой текст", JSON: "Для программ",
			HTML: "Веб-страница", All: "Все форматы", Section: "Этот раздел", Commands: "Все команды",
			TheCommand: "команда",
		},
		Contact: Contact{
			Title: "Контакты", Card: "Визитка", CardIsFor: "для адресной книги", Address: "Адрес",
			Write: "Написать", Save: "Сохранить", Code: "наведите телефон",
		},
		Preview: Preview{
			Warnings: Plural{
				One: "{n} предупреждение", Few: "{n} предупреждения", Many: "{n} предупреждений", Other: "{n} предупреждения",
			},
			Errors: Plural{One: "{n} ошибка", Few: "{n} ошибки", Many: "{n} ошибок", Other: "{n} ошибки"},
			InFile: "{problems} в {file}", More: "ещё {n}: ",
		},
		Goodbye: Goodbye{Write: "написать", Save: "сохранить", Return: "вернуться"},
		Themes:  Themes{Dark: "тёмная", Light: "светлая", HighContrast: "контрастная"},

		NoSections: "Это резюме пустое.",
		TooSmall: []string{
			"Это окно слишком мало для чтения. Увеличьте его: хватит {columns} столбцов и {rows} строк.",
			"Увеличьте окно: {columns} столбцов, {rows} строк.",
			"Увеличьте окно.",
			"Окно мало.",
			"Больше!",
			"+",
		},
	},

	Answers: Answers{
		HelpScreenReader: "С программой чтения с экрана:",
		HelpRead:         "Чтение:",
		HelpSave:         "Сохранение:",
		HelpFormats:      "Форматы:",
		HelpSections:     "Достаточно начала названия раздела. Разделы:",

		HelpTextForReader: "всё резюме простым текстом",
		HelpInteractive:   "интерактивное резюме",
		HelpAtSection:     "то же, открытое на этом разделе",
		HelpSection:       "один раздел простым текстом",
		HelpText:          "всё целиком",
		HelpSearch:        "все строки, где они встречаются",
		HelpCard:          "главное в восьми строках",
		HelpHelp:          "эта справка",
		HelpLanguage:      "на этом языке; дальше может идти команда",
		HelpFormat:        "в PDF или в другом формате",
		HelpFile:          "тот же файл",
		HelpFiles:         "все файлы",
		HelpFolder:        "папка, где они лежат",

		SectionName: "РАЗДЕЛ",
		SearchWords: "СЛОВА",

		Unknown:     "нет команды или раздела «{typed}». Попробуйте: {command}",
		UnknownNear: "нет команды или раздела «{typed}»; может быть, «{near}»? Попробуйте: {command}",
		Ambiguous:   "«{typed}» может означать: {sections}. Попробуйте: {command}",
		NoLanguage:  "нет резюме на языке «{typed}», только: {languages}. Попробуйте: {command}",

		NoShell:   "оболочки здесь нет; чтобы прочитать резюме: {command}",
		NoMosh:    "mosh здесь недоступен; чтобы прочитать резюме: {command}",
		NoGit:     "репозитория git здесь нет; чтобы сохранить все файлы: {command}",
		NoInstall: "здесь ничего нельзя установить; чтобы прочитать резюме: {command}",
		Rsync:     "rsync здесь недоступен; чтобы сохранить все файлы: {command}",
		UseSFTP:   "файлы доступны только через подсистему sftp: {command}",

		NoQuery:    "искать нечего; попробуйте: {command}",
		NotFound:   "«{query}» нигде не встречается",
		NotMade:    "не удалось создать {format}; попробуйте другой формат",
		Unreadable: "на этом сервере нет шрифтов с буквами этого резюме, поэтому {format} недоступен; HTML и текст доступны полностью: {command}",
		Binary:     "{format} не для терминала; попробуйте: {command}",

		ScreenReaderHint: "Для программы чтения с экрана введите: {command}",

		FilesIntro:      "Каждый из этих файлов — резюме целиком. Они только для чтения.",
		FilesInTerminal: "В терминале:",

		ReadOnly:      "только для чтения: загружать файлы сюда нельзя",
		FetchOnly:     "файлы можно только скачивать, командой scp -f ПУТЬ",
		NoFile:        "{path}: нет такого файла",
		IsFolder:      "{path}: это папка; скопируйте её с помощью scp -r",
		UnclosedQuote: "кавычка не закрыта",
		UnknownOption: "неизвестный ключ -{option}",
		TooManyFiles:  "слишком много открытых файлов",
		TooMuchRead:   "достигнут предел скачивания",
	},

	Endings: Endings{
		SessionEnded: "Сеанс завершён: {reason}.",

		Full:          "сейчас слишком много посетителей; попробуйте через минуту",
		Stopping:      "сервер останавливается; вернитесь через минуту",
		NoResume:      "сейчас нет резюме, которое можно показать; владелец об этом знает, зайдите позже",
		Panicked:      "на сервере произошла ошибка, и владелец её увидит; подключитесь снова",
		NoKey:         "за {time} не нажато ни одной клавиши",
		NoRequest:     "за {time} не было ни одного запроса",
		LastedTooLong: "сеанс может длиться самое большее {time}",

		TooManyRequests: "программа отправила слишком много запросов",
		TooManyChannels: "программа запросила слишком много сеансов",
		SentTooMuch:     "программа отправила слишком много данных",

		TooManyConnections: "слишком много подключений с вашего адреса; закройте одно и попробуйте снова",
		ConnectsTooFast:    "слишком много новых подключений с вашего адреса; попробуйте через несколько секунд",

		Hours:   Plural{One: "{n} час", Few: "{n} часа", Many: "{n} часов", Other: "{n} часа"},
		Minutes: Plural{One: "{n} минуту", Few: "{n} минуты", Many: "{n} минут", Other: "{n} минуты"},
		Seconds: Plural{One: "{n} секунду", Few: "{n} секунды", Many: "{n} секунд", Other: "{n} секунды"},
	},
}
