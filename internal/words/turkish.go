package words

import "golang.org/x/text/language"

var turkish = Words{
	Tag:  language.Turkish,
	Name: "Türkçe",

	Parts: Parts{
		Basics: "Profil", Work: "Deneyim", Projects: "Projeler", Skills: "Yetkinlikler",
		Education: "Eğitim", Certificates: "Sertifikalar", Awards: "Ödüller",
		Publications: "Yayınlar", Volunteer: "Gönüllülük", Languages: "Diller",
		Interests: "İlgi alanları", References: "Referanslar",
	},

	Dates: Dates{
		Months:  [12]string{"Oca", "Şub", "Mar", "Nis", "May", "Haz", "Tem", "Ağu", "Eyl", "Eki", "Kas", "Ara"},
		Month:   "{month} {year}",
		Year:    "{year}",
		Range:   "{from} – {to}",
		Ongoing: "{from} – halen",
		Present: "halen",
		LongMonths: [12]string{
			"Ocak", "Şubat", "Mart", "Nisan", "Mayıs", "Haziran",
			"Temmuz", "Ağustos", "Eylül", "Ekim", "Kasım", "Aralık",
		},
		MonthNames: [12][]string{1: {"subat"}, 4: {"mayis"}, 7: {"agustos"}, 8: {"eylul"}, 10: {"kasim"}, 11: {"aralik"}},
		YearUnits:  []string{"yıl", "sene", "yil"},
		MonthUnits: []string{"ay"},
	},

	Marks: Marks{Comma: ", ", List: ", ", Colon: ": ", Semicolon: "; ", Open: " (", Close: ")"},

	Document: Document{
		Untitled:   "Özgeçmiş",
		Former:     "Önceden {employer}",
		OpenQuote:  "“",
		CloseQuote: "”",
		PageOf:     "Sayfa {page} / {pages}",
		SkipNav:    "Özgeçmişe geç",
		Sections:   "Bölümler",

		Contacts: Contacts{Email: "E-posta", Phone: "Telefon", Web: "Web", Other: "Profil"},
		Purposes: Purposes{
			Text:     "düz metin, ekran okuyucular ve komut zincirleri için",
			Markdown: "Markdown",
			HTML:     "tarayıcı için bir sayfa, yazdırmaya da uygun",
			JSON:     "JSON Resume, programlar için",
			YAML:     "YAML, düzenleyiciler için",
			PDF:      "okumak, yazdırmak ve iletmek için",
		},
	},

	Screen: Screen{
		Hints: Hints{
			Section: "bölüm", Sections: "bölümler", Read: "oku", List: "liste", Scroll: "kaydır", Contact: "iletişim",
			Save: "kaydet", Search: "ara", Theme: "tema", Language: "dil", Keys: "tuşlar", Leave: "çık",
			ReadOn: "devam", Choose: "seç", Copy: "kopyala", Code: "kod", Back: "geri", Open: "git", EndSearch: "aramayı bitir",
			Version: "yeni sürümü oku", VersionNarrow: "yeni sürüm",
			Match: "sonuç {n} / {matches}",
		},
		KeyHelp: KeyHelp{
			Title: "Tuşlar", Move: "Gezinme", Read: "Okuma", Find: "Arama", Typing: "Arama metnini yazarken", More: "Diğer",
			UpDown: "bölüm veya satır", LeftRight: "bölümler, sayfa", LeftRightNarrow: "önceki, sonraki bölüm",
			Other: "bölümler veya sayfa", Enter: "bölümü oku", EnterNarrow: "aç veya bölümler",
			Section: "1. ile 10. bölüm arası", Escape: "geri, kapat",
			PageDown: "okumaya devam et", PageUp: "bir sayfa yukarı", HalfDown: "yarım sayfa aşağı", HalfUp: "yarım sayfa yukarı",
			Top: "sayfanın başı", Bottom: "sayfanın sonu",
			Search: "her yerde ara", Matches: "sonraki, önceki sonuç",
			ChooseMatch: "sonuç seç", OpenMatch: "sonuca git", EndSearch: "aramayı bitir",
			Contact: "iletişime geç", Copy: "bu sayfayı kopyala", Save: "özgeçmişi kaydet", Theme: "sonraki tema",
			Language: "sonraki dil", Version: "yeni sürümü göster", Mouse: "fareyi serbest bırak", Repaint: "ekranı yeniden çiz",
			Help: "tüm tuşlar", Quit: "çık",
			SpaceKey: "boşluk", EnterKey: "enter",
			EscapeKey: "esc", TabKey: "tab", ControlKey: "ctrl", PageUpKey: "pgup", PageDownKey: "pgdn", HomeKey: "home", EndKey: "end",
			Select: "Metin seçmek için m tuşuna basın veya sürüklerken shift (Mac’te option) tuşunu basılı tutun.",
		},
		Notes: Notes{
			UnknownKey: "bu tuş burada bir şey yapmaz: ? tuşları listeler", UnknownKeyNarrow: "? tuşları listeler",
			InList: "zaten bölüm listesindesiniz", InListEscape: "zaten bölüm listesindesiniz: q çıkar",
			OnPage: "zaten sayfadasınız: {key} listeye götürür", NothingToOpen: "burada açılacak bir şey yok",
			NoSuchSection: Plural{One: "yalnızca {n} bölüm var", Other: "yalnızca {n} bölüm var"},
			FirstSection:  "ilk bölüm", LastSection: "son bölüm",
			AllShown: "hepsi ekranda", AtTop: "sayfanın başı", AtEnd: "sayfanın sonu",
			SearchFirst: "önce / ile arayın", WrappedToFirst: "ilk sonuca dönüldü", WrappedToLast: "son sonuca geçildi",
			WrappedToFirstNarrow: "ilk sonuca dönüldü", WrappedToLastNarrow: "son sonuca geçildi",
			OldVersion: "bu önceki sürüm: hatalar aşağıda", OldVersionNarrow: "önceki sürüm",
			NoNewVersion: "daha yeni bir sürüm yok", NoNewVersionNarrow: "daha yeni sürüm yok",
			NewVersion: "bu yeni sürüm", NewVersionNarrow: "yeni sürüm",
			NoContact: "iletişim bilgisi yok", FirstContact: "ilk iletişim bilgisi", LastContact: "son iletişim bilgisi",
			FirstCommand: "ilk komut", LastCommand: "son komut",
			MouseFree: "fare artık metin seçiyor", MouseOn: "fare yeniden kaydırıyor",
			CodeTooLarge: "kod daha fazla yer istiyor",
			EscCloses:    "esc kapatır",
			TooLong:      "kopyalamak için çok uzun: d nasıl kaydedileceğini gösterir", TooLongNarrow: "kopyalamak için çok uzun",
			Copied: "kopyalandı: {what}, terminaliniz izin veriyorsa", CopiedNarrow: "kopyalandı, izin varsa",
			NoColors: "bu ekranda renk yok", Theme: "tema: {name}",
			Closing: "sunucu duruyor; bu oturum {seconds} sn içinde bitecek", ClosingNarrow: "{seconds} sn içinde duruyor",
			Idle: "bu oturum {seconds} sn içinde bitecek; devam etmek için bir tuşa basın", IdleNarrow: "bir tuşa basın: {seconds} sn",
		},
		Search: Search{
			Title: "Arama", Prompt: "Aradığınızı yazın: tüm bölümlerde aranır.",
			Nothing: "Özgeçmişte buna uyan bir şey yok. Daha az harf deneyin veya esc ile dönün.",
			NoMatch: "sonuç yok", Matches: Plural{One: "{n} sonuç", Other: "{n} sonuç"},
			Sections: Plural{One: "{n} bölümde", Other: "{n} bölümde"},
			More:     "{matches} ve fazlası", InSections: "{sections} {matches}",
		},
		Save: Save{
			Title: "Kaydet", PDF: "PDF", WithoutSCP: "PDF, scp’siz", Text: "Düz metin", JSON: "Programlar için",
			HTML: "Web sayfası", All: "Tüm biçimler", Section: "Bu bölüm", Commands: "Tüm komutlar",
			TheCommand: "komut",
		},
		Contact: Contact{
			Title: "İletişim", Card: "Kart", CardIsFor: "adres defteriniz için", Address: "Adres",
			Write: "Yaz", Save: "Kaydet", Code: "telefonla okutun",
		},
		Preview: Preview{
			Warnings: Plural{One: "{n} uyarı", Other: "{n} uyarı"},
			Errors:   Plural{One: "{n} hata", Other: "{n} hata"}, InFile: "{file}: {problems}", More: "{n} tane daha: ",
		},
		Goodbye: Goodbye{Write: "yaz", Save: "kaydet", Return: "dön"},
		Themes:  Themes{Dark: "koyu", Light: "açık", HighContrast: "yüksek karşıtlık"},

		NoSections: "Bu özgeçmiş boş.",
		TooSmall: []string{
			"Bu pencere okumak için çok küçük. Lütfen büyütün: {columns} sütun ve {rows} satır yeter.",
			"Lütfen pencereyi büyütün: {columns} sütun, {rows} satır.",
			"Lütfen pencereyi büyütün.",
			"Daha büyük.",
			"Büyütün",
			"+",
		},
	},

	Answers: Answers{
		HelpScreenReader: "Ekran okuyucuyla:",
		HelpRead:         "Okumak için:",
		HelpSave:         "Kaydetmek için:",
		HelpFormats:      "Biçimler:",
		HelpSections:     "Bölüm adının başı yeter. Bölümler:",

		HelpTextForReader: "özgeçmişin tamamı, düz metin olarak",
		HelpInteractive:   "etkileşimli özgeçmiş",
		HelpAtSection:     "aynısı, o bölümde açılır",
		HelpSection:       "tek bir bölüm, düz metin olarak",
		HelpText:          "tamamı",
		HelpSearch:        "bunların geçtiği her satır",
		HelpCard:          "en önemlileri sekiz satırda",
		HelpHelp:          "bu yardım",
		HelpLanguage:      "bu dilde; ardından bir komut gelebilir",
		HelpFormat:        "PDF olarak veya başka bir biçimde",
		HelpFile:          "aynı dosya",
		HelpFiles:         "tüm dosyalar",
		HelpFolder:        "dosyaların bulunduğu klasör",

		SectionName: "BÖLÜM",
		SearchWords: "SÖZCÜKLER",

		Unknown:     "“{typed}” diye bir komut veya bölüm yok. Deneyin: {command}",
		UnknownNear: "“{typed}” diye bir komut veya bölüm yok; şunu mu demek istediniz: “{near}”? Deneyin: {command}",
		Ambiguous:   "“{typed}” şunlardan biri olabilir: {sections}. Deneyin: {command}",
		NoLanguage:  "özgeçmişin “{typed}” dilinde sürümü yok; mevcut diller: {languages}. Deneyin: {command}",

		NoShell:   "burada kabuk yok; özgeçmişi okumak için: {command}",
		NoMosh:    "burada mosh kullanılamıyor; özgeçmişi okumak için: {command}",
		NoGit:     "burada git deposu yok; tüm dosyaları kaydetmek için: {command}",
		NoInstall: "buraya bir şey kurulamaz; özgeçmişi okumak için: {command}",
		Rsync:     "burada rsync kullanılamıyor; tüm dosyaları kaydetmek için: {command}",
		UseSFTP:   "dosyalar yalnızca sftp alt sistemiyle sunulur: {command}",

		NoQuery:    "aranacak bir şey yok; deneyin: {command}",
		NotFound:   "“{query}” hiçbir yerde geçmiyor",
		NotMade:    "{format} oluşturulamadı; lütfen başka bir biçim deneyin",
		Unreadable: "bu sunucuda özgeçmişin harfleri için yazı tipi yok, bu yüzden {format} yok; HTML ve metin eksiksiz: {command}",
		Binary:     "{format} terminal için değildir; deneyin: {command}",

		ScreenReaderHint: "Ekran okuyucu için şunu yazın: {command}",

		FilesIntro:      "Bu dosyaların her biri özgeçmişin tamamıdır. Salt okunurdur.",
		FilesInTerminal: "Terminalde:",

		ReadOnly:      "salt okunur: buraya dosya yüklenemez",
		FetchOnly:     "dosyalar yalnızca indirilebilir: scp -f YOL",
		NoFile:        "{path}: böyle bir dosya yok",
		IsFolder:      "{path}: bu bir klasör; scp -r ile kopyalayın",
		UnclosedQuote: "tırnak kapatılmamış",
		UnknownOption: "bilinmeyen seçenek -{option}",
		TooManyFiles:  "çok fazla açık dosya var",
		TooMuchRead:   "indirme sınırına ulaşıldı",
	},

	Endings: Endings{
		SessionEnded: "Bu oturum sona erdi: {reason}.",

		Full:          "şu anda çok fazla ziyaretçi var; lütfen bir dakika sonra yeniden deneyin",
		Stopping:      "sunucu duruyor; lütfen bir dakika sonra yeniden gelin",
		NoResume:      "şu anda gösterilecek bir özgeçmiş yok; sahibine bildirildi, lütfen daha sonra gelin",
		Panicked:      "sunucuda bir sorun oluştu ve sahibi bunu görebiliyor; lütfen yeniden bağlanın",
		NoKey:         "{time} boyunca tuşa basılmadı",
		NoRequest:     "{time} boyunca istek gelmedi",
		LastedTooLong: "bir oturum en çok {time} sürer",

		TooManyRequests: "istemci çok fazla istek gönderdi",
		TooManyChannels: "istemci çok fazla oturum istedi",
		SentTooMuch:     "istemci çok fazla veri gönderdi",

		TooManyConnections: "adresinizden çok fazla bağlantı var; birini kapatıp yeniden deneyin",
		ConnectsTooFast:    "adresinizden çok fazla yeni bağlantı geldi; birkaç saniye sonra yeniden deneyin",

		Hours:   Plural{One: "{n} saat", Other: "{n} saat"},
		Minutes: Plural{One: "{n} dakika", Other: "{n} dakika"},
		Seconds: Plural{One: "{n} saniye", Other: "{n} saniye"},
	},
}
