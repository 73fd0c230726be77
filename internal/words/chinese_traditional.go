package words

import "golang.org/x/text/language"

var chineseTraditional = Words{
	Tag:  language.TraditionalChinese,
	Name: "繁體中文",

	Parts: Parts{
		Basics: "個人簡介", Work: "工作經歷", Projects: "專案經歷", Skills: "專業技能",
		Education: "學歷", Certificates: "證照", Awards: "獲獎紀錄",
		Publications: "發表著作", Volunteer: "志工服務", Languages: "語言能力",
		Interests: "興趣愛好", References: "推薦人",
	},

	Dates: Dates{
		Months:  [12]string{"1月", "2月", "3月", "4月", "5月", "6月", "7月", "8月", "9月", "10月", "11月", "12月"},
		Month:   "{year}年{month}",
		Year:    "{year}年",
		Range:   "{from}至{to}",
		Ongoing: "{from}至今",
		Present: "至今",
		LongMonths: [12]string{
			"一月", "二月", "三月", "四月", "五月", "六月", "七月", "八月", "九月", "十月", "十一月", "十二月",
		},
		YearUnits:  []string{"年"},
		MonthUnits: []string{"個月", "个月", "月"},
	},

	Marks: Marks{Comma: "，", List: "、", Colon: "：", Semicolon: "；", Open: "（", Close: "）"},

	Document: Document{
		Untitled:   "個人履歷",
		Former:     "前{employer}",
		OpenQuote:  "「",
		CloseQuote: "」",
		PageOf:     "第 {page} 頁，共 {pages} 頁",
		SkipNav:    "跳到履歷正文",
		Sections:   "項目",

		Contacts: Contacts{Email: "電子郵件", Phone: "電話", Web: "網站", Other: "個人頁面"},
		Purposes: Purposes{
			Text:     "純文字，適合螢幕報讀軟體和管線",
			Markdown: "Markdown",
			HTML:     "網頁，可在瀏覽器中檢視和列印",
			JSON:     "JSON Resume，供程式讀取",
			YAML:     "YAML，供編輯器使用",
			PDF:      "便於閱讀、列印和轉寄",
		},
	},

	Screen: Screen{
		Hints: Hints{
			Section: "項目", Sections: "目錄", Read: "閱讀", List: "目錄", Scroll: "捲動", Contact: "聯絡",
			Save: "儲存", Search: "搜尋", Theme: "主題", Language: "語言", Keys: "按鍵", Leave: "離開",
			ReadOn: "繼續", Choose: "選擇", Copy: "複製", Code: "QR 碼", Back: "返回", Open: "前往", EndSearch: "結束搜尋",
			Version: "閱讀新版本", VersionNarrow: "新版本",
			Match: "第 {n}/{matches} 處",
		},
		KeyHelp: KeyHelp{
			Title: "按鍵", Move: "移動", Read: "閱讀", Find: "尋找", Typing: "輸入搜尋詞時", More: "更多",
			UpDown: "項目或行", LeftRight: "目錄、頁面", LeftRightNarrow: "上一項目、下一項目",
			Other: "目錄或頁面", Enter: "閱讀項目", EnterNarrow: "開啟或目錄",
			Section: "第 1 到第 10 個項目", Escape: "返回、關閉",
			PageDown: "繼續閱讀", PageUp: "上翻一頁", HalfDown: "下翻半頁", HalfUp: "上翻半頁",
			Top: "頁首", Bottom: "頁尾",
			Search: "全文搜尋", Matches: "下一處、上一處",
			ChooseMatch: "選擇結果", OpenMatch: "前往該處", EndSearch: "結束搜尋",
			Contact: "聯絡方式", Copy: "複製本頁", Save: "儲存履歷", Theme: "下一個主題",
			Language: "下一種語言", Version: "顯示新版本", Mouse: "釋放滑鼠", Repaint: "重繪畫面",
			Help: "所有按鍵", Quit: "離開",
			SpaceKey: "空白鍵", EnterKey: "enter",
			EscapeKey: "esc", TabKey: "tab", ControlKey: "ctrl", PageUpKey: "pgup", PageDownKey: "pgdn", HomeKey: "home", EndKey: "end",
			Select: "要選取文字，請按 m，或在拖曳時按住 shift（Mac 上為 option）。",
		},
		Notes: Notes{
			UnknownKey: "此鍵在這裡無效：按 ? 查看所有按鍵", UnknownKeyNarrow: "按 ? 查看按鍵",
			InList: "已在目錄中", InListEscape: "已在目錄中：按 q 離開",
			OnPage: "已在頁面中：按 {key} 回到目錄", NothingToOpen: "這裡沒有可開啟的內容",
			NoSuchSection: Plural{Other: "只有 {n} 個項目"},
			FirstSection:  "第一個項目", LastSection: "最後一個項目",
			AllShown: "已全部顯示", AtTop: "已到頁首", AtEnd: "已到頁尾",
			SearchFirst: "請先按 / 搜尋", WrappedToFirst: "已回到第一處", WrappedToLast: "已轉到最後一處",
			WrappedToFirstNarrow: "已回到第一處", WrappedToLastNarrow: "已轉到最後一處",
			OldVersion: "這是上一個版本：錯誤見下方", OldVersionNarrow: "上一個版本",
			NoNewVersion: "沒有更新的版本", NoNewVersionNarrow: "沒有更新的版本",
			NewVersion: "這是新版本", NewVersionNarrow: "新版本",
			NoContact: "沒有聯絡方式", FirstContact: "第一個聯絡方式", LastContact: "最後一個聯絡方式",
			FirstCommand: "第一條指令", LastCommand: "最後一條指令",
			MouseFree: "現在可用滑鼠選取文字", MouseOn: "滑鼠恢復捲動",
			CodeTooLarge: "視窗太小，放不下 QR 碼",
			EscCloses:    "按 esc 關閉",
			TooLong:      "內容太長，無法複製：按 d 查看儲存方法", TooLongNarrow: "太長，無法複製",
			Copied: "已複製「{what}」（需終端機支援）", CopiedNarrow: "已複製（需終端機支援）",
			NoColors: "此畫面不顯示顏色", Theme: "主題：{name}",
			Closing: "伺服器即將停止，本次連線將在 {seconds} 秒後結束", ClosingNarrow: "{seconds} 秒後停止",
			Idle: "本次連線將在 {seconds} 秒後結束，按任意鍵繼續", IdleNarrow: "按任意鍵繼續：{seconds} 秒",
		},
		Search: Search{
			Title: "搜尋", Prompt: "輸入要尋找的內容，將搜尋所有項目。",
			Nothing: "履歷中沒有符合的內容。請減少字數再試，或按 esc 返回。",
			NoMatch: "沒有結果", Matches: Plural{Other: "{n} 處符合"},
			Sections: Plural{Other: "{n} 個項目"},
			More:     "超過 {matches}", InSections: "{sections}中有 {matches}",
		},
		Save: Save{
			Title: "儲存", PDF: "PDF", WithoutSCP: "PDF，不用 scp", Text: "純文字", JSON: "供程式使用",
			HTML: "網頁", All: "所有格式", Section: "本項目", Commands: "所有指令",
			TheCommand: "指令",
		},
		Contact: Contact{
			Title: "聯絡方式", Card: "名片", CardIsFor: "存入通訊錄", Address: "地址",
			Write: "聯絡", Save: "儲存", Code: "用手機掃描",
		},
		Preview: Preview{
			Warnings: Plural{Other: "{n} 個警告"},
			Errors:   Plural{Other: "{n} 個錯誤"}, InFile: "{file}：{problems}", More: "還有 {n} 個：",
		},
		Goodbye: Goodbye{Write: "聯絡", Save: "儲存", Return: "再次造訪"},
		Themes:  Themes{Dark: "深色", Light: "淺色", HighContrast: "高對比"},

		NoSections: "這份履歷是空的。",
		TooSmall: []string{
			"視窗太小，無法閱讀。請放大到 {columns} 欄、{rows} 列。",
			"請放大視窗：{columns} 欄、{rows} 列。",
			"請放大視窗。",
			"請放大",
			"放大",
			"+",
		},
	},

	Answers: Answers{
		HelpScreenReader: "使用螢幕報讀軟體：",
		HelpRead:         "閱讀：",
		HelpSave:         "儲存：",
		HelpFormats:      "格式：",
		HelpSections:     "只需輸入項目名稱的開頭。項目：",

		HelpTextForReader: "整份履歷的純文字",
		HelpInteractive:   "互動式履歷",
		HelpAtSection:     "同上，直接開啟該項目",
		HelpSection:       "單一項目的純文字",
		HelpText:          "全部內容",
		HelpSearch:        "提到這些詞的每一行",
		HelpCard:          "八行重點",
		HelpHelp:          "本說明",
		HelpLanguage:      "使用該語言，後面可接指令",
		HelpFormat:        "PDF 或其他格式",
		HelpFile:          "同一個檔案",
		HelpFiles:         "所有檔案",
		HelpFolder:        "這些檔案所在的資料夾",

		SectionName: "項目",
		SearchWords: "關鍵字",

		Unknown:     "沒有名為「{typed}」的指令或項目。請試：{command}",
		UnknownNear: "沒有名為「{typed}」的指令或項目；您是指「{near}」嗎？請試：{command}",
		Ambiguous:   "「{typed}」可能是 {sections}。請試：{command}",
		NoLanguage:  "沒有語言為「{typed}」的履歷；可用的語言：{languages}。請試：{command}",

		NoShell:   "這裡沒有 shell；閱讀履歷請用：{command}",
		NoMosh:    "這裡不支援 mosh；閱讀履歷請用：{command}",
		NoGit:     "這裡沒有 git 儲存庫；儲存所有檔案請用：{command}",
		NoInstall: "這裡無法安裝任何軟體；閱讀履歷請用：{command}",
		Rsync:     "這裡不支援 rsync；儲存所有檔案請用：{command}",
		UseSFTP:   "檔案只能透過 sftp 子系統取得：{command}",

		NoQuery:    "沒有輸入搜尋詞；請試：{command}",
		NotFound:   "沒有提到「{query}」",
		NotMade:    "無法產生 {format}；請換一種格式",
		Unreadable: "此伺服器缺少這份履歷所需的字型，因此沒有 {format}；HTML 和純文字是完整的：{command}",
		Binary:     "{format} 不適合在終端機顯示；請試：{command}",

		ScreenReaderHint: "使用螢幕報讀軟體請輸入：{command}",

		FilesIntro:      "這裡的每個檔案都是完整的履歷，均為唯讀。",
		FilesInTerminal: "在終端機中：",

		ReadOnly:      "唯讀：不能上傳檔案",
		FetchOnly:     "檔案只能下載，請用 scp -f 路徑",
		NoFile:        "{path}：沒有這個檔案",
		IsFolder:      "{path}：是資料夾，請用 scp -r 複製",
		UnclosedQuote: "引號沒有成對",
		UnknownOption: "未知選項 -{option}",
		TooManyFiles:  "開啟的檔案太多",
		TooMuchRead:   "已達到下載上限",
	},

	Endings: Endings{
		SessionEnded: "本次連線已結束：{reason}。",

		Full:          "目前訪客太多，請一分鐘後再試",
		Stopping:      "伺服器即將停止，請一分鐘後再來",
		NoResume:      "暫時沒有可顯示的履歷，已通知擁有者，請稍後再來",
		Panicked:      "伺服器發生錯誤，擁有者可以看到；請重新連線",
		NoKey:         "已有 {time} 沒有按鍵",
		NoRequest:     "已有 {time} 沒有請求",
		LastedTooLong: "每次連線最長 {time}",

		TooManyRequests: "用戶端傳送的請求太多",
		TooManyChannels: "用戶端要求的連線太多",
		SentTooMuch:     "用戶端傳送的資料太多",

		TooManyConnections: "來自您位址的連線太多，請關閉一個後再試",
		ConnectsTooFast:    "來自您位址的新連線太多，請幾秒後再試",

		Hours:   Plural{Other: "{n} 小時"},
		Minutes: Plural{Other: "{n} 分鐘"},
		Seconds: Plural{Other: "{n} 秒"},
	},
}
