package words

import "golang.org/x/text/language"

var arabic = Words{
	Tag:  language.Arabic,
	Name: "العربية",

	Parts: Parts{
		Basics: "نبذة شخصية", Work: "الخبرات المهنية", Projects: "المشاريع", Skills: "المهارات",
		Education: "التعليم", Certificates: "الشهادات", Awards: "الجوائز",
		Publications: "المنشورات", Volunteer: "العمل التطوعي", Languages: "اللغات",
		Interests: "الاهتمامات", References: "التوصيات",
	},

	Dates: Dates{
		Months: [12]string{
			"يناير", "فبراير", "مارس", "أبريل", "مايو", "يونيو",
			"يوليو", "أغسطس", "سبتمبر", "أكتوبر", "نوفمبر", "ديسمبر",
		},
		Month:   "{month} {year}",
		Year:    "{year}",
		Range:   "{from} – {to}",
		Ongoing: "{from} – الحاضر",
		Present: "الحاضر",
		LongMonths: [12]string{
			"يناير", "فبراير", "مارس", "أبريل", "مايو", "يونيو",
			"يوليو", "أغسطس", "سبتمبر", "أكتوبر", "نوفمبر", "ديسمبر",
		},
		MonthNames: [12][]string{
			{"كانون الثاني", "جانفي"},
			{"شباط", "فيفري"},
			{"آذار"},
			{"نيسان", "ابريل", "إبريل", "أفريل"},
			{"أيار", "ماي"},
			{"حزيران", "جوان"},
			{"تموز", "جويلية", "يوليوز"},
			{"آب", "اغسطس", "أوت", "غشت"},
			{"أيلول", "شتنبر"},
			{"تشرين الأول", "اكتوبر"},
			{"تشرين الثاني", "نونبر"},
			{"كانون الأول", "دجنبر"},
		},
		YearUnits:  []string{"سنوات", "سنة", "سنتان", "سنتين", "عام", "أعوام", "عاما", "عامًا"},
		MonthUnits: []string{"أشهر", "شهر", "شهران", "شهرين", "شهرا", "شهرًا", "شهور"},
	},

	Marks: Marks{Comma: "، ", List: "، ", Colon: ": ", Semicolon: "؛ ", Open: " (", Close: ")"},

	Document: Document{
		Untitled:   "السيرة الذاتية",
		Former:     "{employer} سابقًا",
		OpenQuote:  "«",
		CloseQuote: "»",
		PageOf:     "صفحة {page} من {pages}",
		SkipNav:    "الانتقال إلى السيرة الذاتية",
		Sections:   "الأقسام",

		Contacts: Contacts{Email: "البريد", Phone: "الهاتف", Web: "الموقع", Other: "حساب"},
		Purposes: Purposes{
			Text:     "نص عادي، لقارئات الشاشة والأنابيب",
			Markdown: "Markdown",
			HTML:     "صفحة للمتصفح، وللطباعة أيضًا",
			JSON:     "JSON Resume للبرامج",
			YAML:     "YAML للمحررات",
			PDF:      "للقراءة والطباعة والإرسال",
		},
	},

	Screen: Screen{
		Hints: Hints{
			Section: "قسم", Sections: "الأقسام", Read: "قراءة", List: "القائمة", Scroll: "تمرير", Contact: "تواصل",
			Save: "حفظ", Search: "بحث", Theme: "الألوان", Language: "اللغة", Keys: "المفاتيح", Leave: "خروج",
			ReadOn: "متابعة", Choose: "اختيار", Copy: "نسخ", Code: "رمز", Back: "رجوع", Open: "انتقال", EndSearch: "إنهاء البحث",
			Version: "قراءة النسخة الجديدة", VersionNarrow: "نسخة جديدة",
			Match: "النتيجة {n} من {matches}",
		},
		KeyHelp: KeyHelp{
			Title: "المفاتيح", Move: "التنقل", Read: "القراءة", Find: "البحث", Typing: "أثناء كتابة البحث", More: "المزيد",
			UpDown: "قسم أو سطر", LeftRight: "الأقسام، الصفحة", LeftRightNarrow: "القسم السابق، التالي",
			Other: "الأقسام أو الصفحة", Enter: "قراءة القسم", EnterNarrow: "فتح، أو الأقسام",
			Section: "من القسم 1 إلى 10", Escape: "رجوع، إغلاق",
			PageDown: "متابعة القراءة", PageUp: "صفحة إلى الأعلى", HalfDown: "نصف صفحة إلى الأسفل", HalfUp: "نصف صفحة إلى الأعلى",
			Top: "أول الصفحة", Bottom: "آخر الصفحة",
			Search: "البحث في كل شيء", Matches: "النتيجة التالية، السابقة",
			ChooseMatch: "اختيار نتيجة", OpenMatch: "الانتقال إلى النتيجة", EndSearch: "إنهاء البحث",
			Contact: "وسائل التواصل", Copy: "نسخ هذه الصفحة", Save: "حفظ السيرة الذاتية", Theme: "الألوان التالية",
			Language: "اللغة التالية", Version: "عرض النسخة الجديدة", Mouse: "تحرير الفأرة", Repaint: "إعادة رسم الشاشة",
			Help: "كل المفاتيح", Quit: "خروج",
			SpaceKey: "مسافة", EnterKey: "enter",
			EscapeKey: "esc", TabKey: "tab", ControlKey: "ctrl", PageUpKey: "pgup", PageDownKey: "pgdn", HomeKey: "home", EndKey: "end",
			Select: "لتحديد نص اضغط m، أو أبقِ مفتاح shift (أو option على ماك) مضغوطًا أثناء السحب.",
		},
		Notes: Notes{
			UnknownKey: "لا عمل لهذا المفتاح هنا: اضغط ? لعرض المفاتيح", UnknownKeyNarrow: "اضغط ? لعرض المفاتيح",
			InList: "أنت في قائمة الأقسام", InListEscape: "أنت في قائمة الأقسام: q للخروج",
			OnPage: "أنت في الصفحة: {key} للعودة إلى القائمة", NothingToOpen: "لا شيء يُفتح هنا",
			NoSuchSection: Plural{
				Zero: "لا توجد أقسام", One: "يوجد قسم واحد فقط", Two: "يوجد قسمان فقط",
				Few: "توجد {n} أقسام فقط", Many: "يوجد {n} قسمًا فقط", Other: "يوجد {n} قسم فقط",
			},
			FirstSection: "القسم الأول", LastSection: "القسم الأخير",
			AllShown: "كل شيء معروض", AtTop: "أول الصفحة", AtEnd: "آخر الصفحة",
			SearchFirst: "اضغط / للبحث أولًا", WrappedToFirst: "عودة إلى أول نتيجة", WrappedToLast: "انتقال إلى آخر نتيجة",
			WrappedToFirstNarrow: "عودة إلى أول نتيجة", WrappedToLastNarrow: "انتقال إلى آخر نتيجة",
			OldVersion: "هذه هي النسخة السابقة: الأخطاء في الأسفل", OldVersionNarrow: "النسخة السابقة",
			NoNewVersion: "لا توجد نسخة أحدث", NoNewVersionNarrow: "لا توجد نسخة أحدث",
			NewVersion: "هذه هي النسخة الجديدة", NewVersionNarrow: "النسخة الجديدة",
			NoContact: "لا توجد بيانات تواصل", FirstContact: "أول وسيلة تواصل", LastContact: "آخر وسيلة تواصل",
			FirstCommand: "أول أمر", LastCommand: "آخر أمر", MouseFree: "الفأرة تحدد النص الآن", MouseOn: "عادت الفأرة إلى التمرير",
			CodeTooLarge: "يحتاج الرمز مساحة أكبر",
			EscCloses:    "esc للإغلاق",
			TooLong:      "النص أطول من أن يُنسخ: d لطرق الحفظ", TooLongNarrow: "أطول من أن يُنسخ",
			Copied: "نُسخ: {what}، إن سمحت الطرفية", CopiedNarrow: "نُسخ، إن سمحت الطرفية",
			NoColors: "لا ألوان على هذه الشاشة", Theme: "الألوان: {name}",
			Closing: "الخادم يتوقف؛ تنتهي هذه الجلسة بعد {seconds} ث", ClosingNarrow: "يتوقف بعد {seconds} ث",
			Idle: "تنتهي هذه الجلسة بعد {seconds} ث؛ اضغط أي مفتاح للمتابعة", IdleNarrow: "اضغط أي مفتاح؛ بقي {seconds} ث",
		},
		Search: Search{
			Title: "البحث", Prompt: "اكتب ما تبحث عنه: يشمل البحث كل الأقسام.",
			Nothing: "لا شيء في السيرة الذاتية يطابق ذلك. جرّب حروفًا أقل، أو esc للرجوع.",
			NoMatch: "لا نتائج",
			Matches: Plural{
				Zero: "لا نتائج", One: "نتيجة واحدة", Two: "نتيجتان",
				Few: "{n} نتائج", Many: "{n} نتيجة", Other: "{n} نتيجة",
			},
			Sections: Plural{
				Zero: "{n} قسم", One: "قسم واحد", Two: "قسمين",
				Few: "{n} أقسام", Many: "{n} قسمًا", Other: "{n} قسم",
			},
			More: "أكثر من {matches}", InSections: "{matches} في {sections}",
		},
		Save: Save{
			Title: "الحفظ", PDF: "PDF", WithoutSCP: "PDF بلا scp", Text: "نص عادي", JSON: "للبرامج",
			HTML: "صفحة ويب", All: "كل الصيغ", Section: "هذا القسم", Commands: "كل الأوامر",
			TheCommand: "الأمر",
		},
		Contact: Contact{
			Title: "التواصل", Card: "بطاقة", CardIsFor: "لدفتر العناوين", Address: "العنوان",
			Write: "للمراسلة", Save: "للحفظ", Code: "امسح الرمز بهاتفك",
		},
		Preview: Preview{
			Warnings: Plural{
				Zero: "لا تحذيرات", One: "تحذير واحد", Two: "تحذيران",
				Few: "{n} تحذيرات", Many: "{n} تحذيرًا", Other: "{n} تحذير",
			},
			Errors: Plural{
				Zero: "لا أخطاء", One: "خطأ واحد", Two: "خطآن",
				Few: "{n} أخطاء", Many: "{n} خطأً", Other: "{n} خطأ",
			},
			InFile: "{problems} في {file}", More: "{n} غيرها: ",
		},
		Goodbye: Goodbye{Write: "للمراسلة", Save: "للحفظ", Return: "للعودة"},
		Themes:  Themes{Dark: "داكنة", Light: "فاتحة", HighContrast: "عالية التباين"},

		NoSections: "هذه السيرة الذاتية فارغة.",
		TooSmall: []string{
			"هذه النافذة أصغر من أن تُقرأ. يُرجى تكبيرها: يكفي {columns} عمودًا و{rows} أسطر.",
			"يُرجى تكبير النافذة: {columns} عمودًا، {rows} أسطر.",
			"يُرجى تكبير النافذة.",
			"يُرجى التكبير.",
			"أكبر!",
			"+",
		},
	},

	Answers: Answers{
		HelpScreenReader: "مع قارئ الشاشة:",
		HelpRead:         "للقراءة:",
		HelpSave:         "للحفظ:",
		HelpFormats:      "الصيغ:",
		HelpSections:     "تكفي بداية اسم القسم. الأقسام:",

		HelpTextForReader: "السيرة الذاتية كاملةً نصًا عاديًا",
		HelpInteractive:   "السيرة الذاتية التفاعلية",
		HelpAtSection:     "مثلها، مفتوحة عند ذلك القسم",
		HelpSection:       "قسم واحد نصًا عاديًا",
		HelpText:          "كل شيء",
		HelpSearch:        "كل سطر يذكرها",
		HelpCard:          "أهم ما فيها في ثمانية أسطر",
		HelpHelp:          "هذه المساعدة",
		HelpLanguage:      "بهذه اللغة؛ ويمكن أن يتبعها أمر",
		HelpFormat:        "بصيغة PDF أو غيرها",
		HelpFile:          "الملف نفسه",
		HelpFiles:         "كل الملفات",
		HelpFolder:        "المجلد الذي يضمها",

		SectionName: "القسم",
		SearchWords: "الكلمات",

		Unknown:     "لا يوجد أمر أو قسم باسم «{typed}». جرّب: {command}",
		UnknownNear: "لا يوجد أمر أو قسم باسم «{typed}»؛ هل تقصد «{near}»؟ جرّب: {command}",
		Ambiguous:   "قد يعني «{typed}» أكثر من قسم: {sections}. جرّب: {command}",
		NoLanguage:  "لا توجد السيرة الذاتية بلغة «{typed}»، بل باللغات: {languages}. جرّب: {command}",

		NoShell:   "لا توجد صدفة أوامر هنا؛ لقراءة السيرة الذاتية: {command}",
		NoMosh:    "لا يتوفر mosh هنا؛ لقراءة السيرة الذاتية: {command}",
		NoGit:     "لا يوجد مستودع git هنا؛ لحفظ كل الملفات: {command}",
		NoInstall: "لا يمكن تثبيت شيء هنا؛ لقراءة السيرة الذاتية: {command}",
		Rsync:     "لا يتوفر rsync هنا؛ لحفظ كل الملفات: {command}",
		UseSFTP:   "تُقدَّم الملفات عبر النظام الفرعي sftp فقط: {command}",

		NoQuery:    "لا شيء للبحث عنه؛ جرّب: {command}",
		NotFound:   "لا ذكر لـ«{query}»",
		NotMade:    "تعذر إنشاء {format}؛ يُرجى تجربة صيغة أخرى",
		Unreadable: "لا توجد على هذا الخادم خطوط لحروف هذه السيرة الذاتية، لذا لا يتوفر {format}؛ صيغتا HTML والنص كاملتان: {command}",
		Binary:     "{format} لا يناسب الطرفية؛ جرّب: {command}",

		ScreenReaderHint: "لقارئ الشاشة اكتب: {command}",

		FilesIntro:      "كل ملف من هذه الملفات هو السيرة الذاتية كاملة. الملفات للقراءة فقط.",
		FilesInTerminal: "في الطرفية:",

		ReadOnly:      "للقراءة فقط: لا يمكن رفع الملفات هنا",
		FetchOnly:     "يمكن تنزيل الملفات فقط، بالأمر scp -f PATH",
		NoFile:        "{path}: لا يوجد ملف كهذا",
		IsFolder:      "{path}: مجلد؛ انسخه بالأمر scp -r",
		UnclosedQuote: "علامة اقتباس غير مغلقة",
		UnknownOption: "خيار غير معروف -{option}",
		TooManyFiles:  "ملفات مفتوحة أكثر من اللازم",
		TooMuchRead:   "بلغ التنزيل حده الأقصى",
	},

	Endings: Endings{
		SessionEnded: "انتهت هذه الجلسة: {reason}.",

		Full:          "عدد الزوار الآن كبير جدًا؛ يُرجى المحاولة بعد دقيقة",
		Stopping:      "الخادم يتوقف؛ يُرجى العودة بعد دقيقة",
		NoResume:      "لا توجد سيرة ذاتية لعرضها الآن؛ أُبلغ صاحبها بذلك، يُرجى العودة لاحقًا",
		Panicked:      "حدث خطأ على الخادم، ويمكن لصاحبه رؤيته؛ يُرجى الاتصال من جديد",
		NoKey:         "لم يُضغط أي مفتاح منذ {time}",
		NoRequest:     "لم يصل أي طلب منذ {time}",
		LastedTooLong: "لا تزيد مدة الجلسة على {time}",

		TooManyRequests: "أرسل البرنامج طلبات أكثر من اللازم",
		TooManyChannels: "طلب البرنامج جلسات أكثر من اللازم",
		SentTooMuch:     "أرسل البرنامج بيانات أكثر من اللازم",

		TooManyConnections: "عدد الاتصالات من عنوانك كبير جدًا؛ أغلق أحدها ثم حاول من جديد",
		ConnectsTooFast:    "الاتصالات الجديدة من عنوانك كثيرة جدًا؛ حاول من جديد بعد بضع ثوانٍ",

		Hours: Plural{
			Zero: "{n} ساعة", One: "ساعة واحدة", Two: "ساعتين",
			Few: "{n} ساعات", Many: "{n} ساعة", Other: "{n} ساعة",
		},
		Minutes: Plural{
			Zero: "{n} دقيقة", One: "دقيقة واحدة", Two: "دقيقتين",
			Few: "{n} دقائق", Many: "{n} دقيقة", Other: "{n} دقيقة",
		},
		Seconds: Plural{
			Zero: "{n} ثانية", One: "ثانية واحدة", Two: "ثانيتين",
			Few: "{n} ثوانٍ", Many: "{n} ثانية", Other: "{n} ثانية",
		},
	},
}
