package words

import "golang.org/x/text/language"

var chinese = Words{
	Tag:  language.SimplifiedChinese,
	Name: "简体中文",

	Parts: Parts{
		Basics: "个人简介", Work: "工作经历", Projects: "项目经历", Skills: "专业技能",
		Education: "教育背景", Certificates: "资格证书", Awards: "荣誉奖项",
		Publications: "发表作品", Volunteer: "志愿服务", Languages: "语言能力",
		Interests: "兴趣爱好", References: "推荐人",
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
		MonthUnits: []string{"个月", "個月", "月"},
	},

	Marks: Marks{Comma: "，", List: "、", Colon: "：", Semicolon: "；", Open: "（", Close: "）"},

	Document: Document{
		Untitled:   "个人简历",
		Former:     "前{employer}",
		OpenQuote:  "“",
		CloseQuote: "”",
		PageOf:     "第 {page} 页，共 {pages} 页",
		SkipNav:    "跳到简历正文",
		Sections:   "栏目",

		Contacts: Contacts{Email: "邮箱", Phone: "电话", Web: "网站", Other: "个人主页"},
		Purposes: Purposes{
			Text:     "纯文本，适合屏幕阅读器和管道",
			Markdown: "Markdown",
			HTML:     "网页，可在浏览器中查看和打印",
			JSON:     "JSON Resume，供程序读取",
			YAML:     "YAML，供编辑器使用",
			PDF:      "便于阅读、打印和转发",
		},
	},

	Screen: Screen{
		Hints: Hints{
			Section: "栏目", Sections: "目录", Read: "阅读", List: "目录", Scroll: "滚动", Contact: "联系",
			Save: "保存", Search: "搜索", Theme: "主题", Language: "语言", Keys: "按键", Leave: "退出",
			ReadOn: "继续", Choose: "选择", Copy: "复制", Code: "二维码", Back: "返回", Open: "前往", EndSearch: "结束搜索",
			Version: "阅读新版本", VersionNarrow: "新版本",
			Match: "第 {n}/{matches} 处",
		},
		KeyHelp: KeyHelp{
			Title: "按键", Move: "移动", Read: "阅读", Find: "查找", Typing: "输入搜索词时", More: "更多",
			UpDown: "栏目或行", LeftRight: "目录、页面", LeftRightNarrow: "上一栏目、下一栏目",
			Other: "目录或页面", Enter: "阅读栏目", EnterNarrow: "打开或目录",
			Section: "第 1 到第 10 个栏目", Escape: "返回、关闭",
			PageDown: "继续阅读", PageUp: "上翻一页", HalfDown: "下翻半页", HalfUp: "上翻半页",
			Top: "页首", Bottom: "页尾",
			Search: "全文搜索", Matches: "下一处、上一处",
			ChooseMatch: "选择结果", OpenMatch: "前往该处", EndSearch: "结束搜索",
			Contact: "联系方式", Copy: "复制本页", Save: "保存简历", Theme: "下一个主题",
			Language: "下一种语言", Version: "显示新版本", Mouse: "释放鼠标", Repaint: "重绘屏幕",
			Help: "所有按键", Quit: "退出",
			SpaceKey: "空格", EnterKey: "回车",
			EscapeKey: "esc", TabKey: "tab", ControlKey: "ctrl", PageUpKey: "pgup", PageDownKey: "pgdn", HomeKey: "home", EndKey: "end",
			Select: "要选择文字，请按 m，或在拖动时按住 shift（Mac 上为 option）。",
		},
		Notes: Notes{
			UnknownKey: "此键在这里无效：按 ? 查看所有按键", UnknownKeyNarrow: "按 ? 查看按键",
			InList: "已在目录中", InListEscape: "已在目录中：按 q 退出",
			OnPage: "已在页面中：按 {key} 回到目录", NothingToOpen: "这里没有可打开的内容",
			NoSuchSection: Plural{Other: "只有 {n} 个栏目"},
			FirstSection:  "第一个栏目", LastSection: "最后一个栏目",
			AllShown: "已全部显示", AtTop: "已到页首", AtEnd: "已到页尾",
			SearchFirst: "请先按 / 搜索", WrappedToFirst: "已回到第一处", WrappedToLast: "已转到最后一处",
			WrappedToFirstNarrow: "已回到第一处", WrappedToLastNarrow: "已转到最后一处",
			OldVersion: "这是上一个版本：错误见下方", OldVersionNarrow: "上一个版本",
			NoNewVersion: "没有更新的版本", NoNewVersionNarrow: "没有更新的版本",
			NewVersion: "这是新版本", NewVersionNarrow: "新版本",
			NoContact: "没有联系方式", FirstContact: "第一个联系方式", LastContact: "最后一个联系方式",
			FirstCommand: "第一条命令", LastCommand: "最后一条命令",
			MouseFree: "现在可用鼠标选择文字", MouseOn: "鼠标恢复滚动",
			CodeTooLarge: "窗口太小，放不下二维码",
			EscCloses:    "按 esc 关闭",
			TooLong:      "内容太长，无法复制：按 d 查看保存方法", TooLongNarrow: "太长，无法复制",
			Copied: "已复制“{what}”（需终端支持）", CopiedNarrow: "已复制（需终端支持）",
			NoColors: "此屏幕不显示颜色", Theme: "主题：{name}",
			Closing: "服务器即将停止，本次会话将在 {seconds} 秒后结束", ClosingNarrow: "{seconds} 秒后停止",
			Idle: "本次会话将在 {seconds} 秒后结束，按任意键继续", IdleNarrow: "按任意键继续：{seconds} 秒",
		},
		Search: Search{
			Title: "搜索", Prompt: "输入要查找的内容，将搜索所有栏目。",
			Nothing: "简历中没有匹配的内容。请减少字数再试，或按 esc 返回。",
			NoMatch: "没有结果", Matches: Plural{Other: "{n} 处匹配"},
			Sections: Plural{Other: "{n} 个栏目"},
			More:     "超过 {matches}", InSections: "{sections}中有 {matches}",
		},
		Save: Save{
			Title: "保存", PDF: "PDF", WithoutSCP: "PDF，不用 scp", Text: "纯文本", JSON: "供程序使用",
			HTML: "网页", All: "所有格式", Section: "本栏目", Commands: "所有命令",
			TheCommand: "命令",
		},
		Contact: Contact{
			Title: "联系方式", Card: "名片", CardIsFor: "存入通讯录", Address: "地址",
			Write: "联系", Save: "保存", Code: "用手机扫描",
		},
		Preview: Preview{
			Warnings: Plural{Other: "{n} 个警告"},
			Errors:   Plural{Other: "{n} 个错误"}, InFile: "{file}：{problems}", More: "还有 {n} 个：",
		},
		Goodbye: Goodbye{Write: "联系", Save: "保存", Return: "再次访问"},
		Themes:  Themes{Dark: "深色", Light: "浅色", HighContrast: "高对比度"},

		NoSections: "这份简历是空的。",
		TooSmall: []string{
			"窗口太小，无法阅读。请放大到 {columns} 列、{rows} 行。",
			"请放大窗口：{columns} 列、{rows} 行。",
			"请放大窗口。",
			"请放大",
			"放大",
			"+",
		},
	},

	Answers: Answers{
		HelpScreenReader: "使用屏幕阅读器：",
		HelpRead:         "阅读：",
		HelpSave:         "保存：",
		HelpFormats:      "格式：",
		HelpSections:     "只需输入栏目名的开头。栏目：",

		HelpTextForReader: "整份简历的纯文本",
		HelpInteractive:   "交互式简历",
		HelpAtSection:     "同上，直接打开该栏目",
		HelpSection:       "单个栏目的纯文本",
		HelpText:          "全部内容",
		HelpSearch:        "提到这些词的每一行",
		HelpCard:          "八行要点",
		HelpHelp:          "本帮助",
		HelpLanguage:      "使用该语言，后面可接命令",
		HelpFormat:        "PDF 或其他格式",
		HelpFile:          "同一个文件",
		HelpFiles:         "所有文件",
		HelpFolder:        "这些文件所在的文件夹",

		SectionName: "栏目",
		SearchWords: "关键词",

		Unknown:     "没有名为“{typed}”的命令或栏目。请试：{command}",
		UnknownNear: "没有名为“{typed}”的命令或栏目；您是指“{near}”吗？请试：{command}",
		Ambiguous:   "“{typed}”可能是 {sections}。请试：{command}",
		NoLanguage:  "没有语言为“{typed}”的简历；可用的语言：{languages}。请试：{command}",

		NoShell:   "这里没有 shell；阅读简历请用：{command}",
		NoMosh:    "这里不支持 mosh；阅读简历请用：{command}",
		NoGit:     "这里没有 git 仓库；保存所有文件请用：{command}",
		NoInstall: "这里无法安装任何软件；阅读简历请用：{command}",
		Rsync:     "这里不支持 rsync；保存所有文件请用：{command}",
		UseSFTP:   "文件只能通过 sftp 子系统获取：{command}",

		NoQuery:    "没有输入搜索词；请试：{command}",
		NotFound:   "没有提到“{query}”",
		NotMade:    "无法生成 {format}；请换一种格式",
		Unreadable: "此服务器缺少这份简历所需的字体，因此没有 {format}；HTML 和纯文本是完整的：{command}",
		Binary:     "{format} 不适合在终端显示；请试：{command}",

		ScreenReaderHint: "使用屏幕阅读器请输入：{command}",

		FilesIntro:      "这里的每个文件都是完整的简历，均为只读。",
		FilesInTerminal: "在终端中：",

		ReadOnly:      "只读：不能上传文件",
		FetchOnly:     "文件只能下载，请用 scp -f 路径",
		NoFile:        "{path}：没有这个文件",
		IsFolder:      "{path}：是文件夹，请用 scp -r 复制",
		UnclosedQuote: "引号没有闭合",
		UnknownOption: "未知选项 -{option}",
		TooManyFiles:  "打开的文件太多",
		TooMuchRead:   "已达到下载上限",
	},

	Endings: Endings{
		SessionEnded: "本次会话已结束：{reason}。",

		Full:          "当前访客太多，请一分钟后再试",
		Stopping:      "服务器即将停止，请一分钟后再来",
		NoResume:      "暂时没有可显示的简历，已通知所有者，请稍后再来",
		Panicked:      "服务器出现错误，所有者可以看到；请重新连接",
		NoKey:         "已有 {time} 没有按键",
		NoRequest:     "已有 {time} 没有请求",
		LastedTooLong: "每次会话最长 {time}",

		TooManyRequests: "客户端发送的请求太多",
		TooManyChannels: "客户端请求的会话太多",
		SentTooMuch:     "客户端发送的数据太多",

		TooManyConnections: "来自您地址的连接太多，请关闭一个后再试",
		ConnectsTooFast:    "来自您地址的新连接太多，请几秒后再试",

		Hours:   Plural{Other: "{n} 小时"},
		Minutes: Plural{Other: "{n} 分钟"},
		Seconds: Plural{Other: "{n} 秒"},
	},
}
