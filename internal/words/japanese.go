package words

import "golang.org/x/text/language"

var japanese = Words{
	Tag:  language.Japanese,
	Name: "日本語",

	Parts: Parts{
		Basics: "プロフィール", Work: "職務経歴", Projects: "プロジェクト", Skills: "スキル",
		Education: "学歴", Certificates: "資格", Awards: "受賞歴",
		Publications: "著作・論文", Volunteer: "ボランティア活動", Languages: "語学",
		Interests: "趣味・関心", References: "推薦者",
	},

	Dates: Dates{
		Months:  [12]string{"1月", "2月", "3月", "4月", "5月", "6月", "7月", "8月", "9月", "10月", "11月", "12月"},
		Month:   "{year}年{month}",
		Year:    "{year}年",
		Range:   "{from}～{to}",
		Ongoing: "{from}～現在",
		Present: "現在",
		LongMonths: [12]string{
			"1月", "2月", "3月", "4月", "5月", "6月", "7月", "8月", "9月", "10月", "11月", "12月",
		},
		YearUnits:  []string{"年"},
		MonthUnits: []string{"か月", "ヶ月", "カ月", "ヵ月", "ケ月", "箇月"},
	},

	Marks: Marks{Comma: "、", List: "、", Colon: "：", Semicolon: "；", Open: "（", Close: "）"},

	Document: Document{
		Untitled:   "職務経歴書",
		Former:     "元{employer}",
		OpenQuote:  "「",
		CloseQuote: "」",
		PageOf:     "{page} / {pages} ページ",
		SkipNav:    "本文へ移動",
		Sections:   "項目",

		Contacts: Contacts{Email: "メール", Phone: "電話", Web: "ウェブ", Other: "プロフィール"},
		Purposes: Purposes{
			Text:     "プレーンテキスト（スクリーンリーダー、パイプ向け）",
			Markdown: "Markdown",
			HTML:     "ブラウザー用のページ（印刷にも対応）",
			JSON:     "JSON Resume（プログラム向け）",
			YAML:     "YAML（エディター向け）",
			PDF:      "閲覧、印刷、転送用",
		},
	},

	Screen: Screen{
		Hints: Hints{
			Section: "項目", Sections: "目次", Read: "読む", List: "目次", Scroll: "スクロール", Contact: "連絡先",
			Save: "保存", Search: "検索", Theme: "テーマ", Language: "言語", Keys: "キー", Leave: "終了",
			ReadOn: "次へ", Choose: "選択", Copy: "コピー", Code: "QRコード", Back: "戻る", Open: "開く", EndSearch: "検索終了",
			Version: "新しい版を読む", VersionNarrow: "新しい版",
			Match: "{n}/{matches} 件目",
		},
		KeyHelp: KeyHelp{
			Title: "キー操作", Move: "移動", Read: "閲覧", Find: "検索", Typing: "検索語の入力中", More: "その他",
			UpDown: "項目または行", LeftRight: "目次、ページ", LeftRightNarrow: "前の項目、次の項目",
			Other: "目次またはページ", Enter: "項目を読む", EnterNarrow: "開く、または目次",
			Section: "1～10番目の項目", Escape: "戻る、閉じる",
			PageDown: "続きを読む", PageUp: "1ページ上へ", HalfDown: "半ページ下へ", HalfUp: "半ページ上へ",
			Top: "ページの先頭", Bottom: "ページの末尾",
			Search: "全体を検索", Matches: "次の結果、前の結果",
			ChooseMatch: "結果を選ぶ", OpenMatch: "結果へ移動", EndSearch: "検索を終了",
			Contact: "連絡先", Copy: "ページをコピー", Save: "経歴書を保存", Theme: "次のテーマ",
			Language: "次の言語", Version: "新しい版を表示", Mouse: "マウスを解放", Repaint: "画面を再描画",
			Help: "キー一覧", Quit: "終了",
			SpaceKey: "スペース", EnterKey: "enter",
			EscapeKey: "esc", TabKey: "tab", ControlKey: "ctrl", PageUpKey: "pgup", PageDownKey: "pgdn", HomeKey: "home", EndKey: "end",
			Select: "文字を選択するには、m を押すか、shift（Mac では option）を押しながらドラッグします。",
		},
		Notes: Notes{
			UnknownKey: "このキーはここでは使えません：? でキー一覧", UnknownKeyNarrow: "? でキー一覧",
			InList: "すでに目次です", InListEscape: "すでに目次です：q で終了",
			OnPage: "すでにページです：{key} で目次へ", NothingToOpen: "ここで開けるものはありません",
			NoSuchSection: Plural{Other: "項目は {n} 件です"},
			FirstSection:  "最初の項目です", LastSection: "最後の項目です",
			AllShown: "すべて表示されています", AtTop: "ページの先頭です", AtEnd: "ページの末尾です",
			SearchFirst: "先に / で検索してください", WrappedToFirst: "最初の結果に戻りました", WrappedToLast: "最後の結果に移りました",
			WrappedToFirstNarrow: "最初の結果に戻りました", WrappedToLastNarrow: "最後の結果に移りました",
			OldVersion: "これは前の版です：エラーは下にあります", OldVersionNarrow: "前の版です",
			NoNewVersion: "新しい版はありません", NoNewVersionNarrow: "新しい版はありません",
			NewVersion: "これが新しい版です", NewVersionNarrow: "新しい版です",
			NoContact: "連絡先がありません", FirstContact: "最初の連絡先です", LastContact: "最後の連絡先です",
			FirstCommand: "最初のコマンドです", LastCommand: "最後のコマンドです",
			MouseFree: "マウスで文字を選択できます", MouseOn: "マウスで再びスクロールできます",
			CodeTooLarge: "コードの表示には広さが足りません",
			EscCloses:    "esc で閉じます",
			TooLong:      "長すぎてコピーできません：d で保存方法を表示", TooLongNarrow: "長すぎてコピー不可",
			Copied: "「{what}」をコピーしました（端末が対応していれば）", CopiedNarrow: "コピー（端末対応時）",
			NoColors: "この画面では色が出ません", Theme: "テーマ：{name}",
			Closing: "サーバーが停止します。このセッションはあと {seconds} 秒で終了します", ClosingNarrow: "あと {seconds} 秒で停止",
			Idle: "あと {seconds} 秒で終了します。続けるには何かキーを押してください", IdleNarrow: "キーで継続：あと {seconds} 秒",
		},
		Search: Search{
			Title: "検索", Prompt: "探す言葉を入力してください。すべての項目を検索します。",
			Nothing: "該当するものはありません。文字を減らすか、esc で戻ってください。",
			NoMatch: "該当なし", Matches: Plural{Other: "{n} 件"},
			Sections: Plural{Other: "{n} 項目"},
			More:     "{matches}以上", InSections: "{sections}に {matches}",
		},
		Save: Save{
			Title: "保存", PDF: "PDF", WithoutSCP: "PDF（scp なし）", Text: "テキスト", JSON: "プログラム用",
			HTML: "ウェブページ", All: "全形式", Section: "この項目", Commands: "コマンド一覧",
			TheCommand: "コマンド",
		},
		Contact: Contact{
			Title: "連絡先", Card: "名刺", CardIsFor: "アドレス帳に登録", Address: "住所",
			Write: "連絡", Save: "保存", Code: "スマホで読み取り",
		},
		Preview: Preview{
			Warnings: Plural{Other: "警告 {n} 件"},
			Errors:   Plural{Other: "エラー {n} 件"}, InFile: "{file}：{problems}", More: "ほか {n} 件：",
		},
		Goodbye: Goodbye{Write: "連絡", Save: "保存", Return: "再訪"},
		Themes:  Themes{Dark: "ダーク", Light: "ライト", HighContrast: "ハイコントラスト"},

		NoSections: "この経歴書は空です。",
		TooSmall: []string{
			"ウィンドウが小さすぎます。{columns} 桁、{rows} 行以上に広げてください。",
			"ウィンドウを広げてください：{columns} 桁、{rows} 行。",
			"ウィンドウを広げてください。",
			"広げてください",
			"拡大",
			"+",
		},
	},

	Answers: Answers{
		HelpScreenReader: "スクリーンリーダーをお使いの場合：",
		HelpRead:         "読む：",
		HelpSave:         "保存する：",
		HelpFormats:      "形式：",
		HelpSections:     "項目名は先頭だけで構いません。項目：",

		HelpTextForReader: "全体をプレーンテキストで",
		HelpInteractive:   "対話形式で表示",
		HelpAtSection:     "同じく、その項目を開いた状態で",
		HelpSection:       "1項目をプレーンテキストで",
		HelpText:          "全体",
		HelpSearch:        "その言葉を含む行すべて",
		HelpCard:          "要点を8行で",
		HelpHelp:          "このヘルプ",
		HelpLanguage:      "この言語で。後にコマンドを続けられます",
		HelpFormat:        "PDF、または他の形式で",
		HelpFile:          "同じファイル",
		HelpFiles:         "すべてのファイル",
		HelpFolder:        "ファイルの入ったフォルダー",

		SectionName: "項目",
		SearchWords: "検索語",

		Unknown:     "「{typed}」というコマンドや項目はありません。次をお試しください：{command}",
		UnknownNear: "「{typed}」というコマンドや項目はありません。「{near}」のことですか？ 次をお試しください：{command}",
		Ambiguous:   "「{typed}」に当てはまる項目は複数あります：{sections}。次をお試しください：{command}",
		NoLanguage:  "「{typed}」の職務経歴書はありません。使える言語：{languages}。次をお試しください：{command}",

		NoShell:   "ここにシェルはありません。経歴書を読むには：{command}",
		NoMosh:    "ここで mosh は使えません。経歴書を読むには：{command}",
		NoGit:     "ここに git リポジトリはありません。全ファイルを保存するには：{command}",
		NoInstall: "ここには何もインストールできません。経歴書を読むには：{command}",
		Rsync:     "ここで rsync は使えません。全ファイルを保存するには：{command}",
		UseSFTP:   "ファイルは sftp サブシステムでのみ提供しています：{command}",

		NoQuery:    "検索語がありません。例：{command}",
		NotFound:   "「{query}」は見つかりません",
		NotMade:    "{format} を作成できませんでした。他の形式をお試しください",
		Unreadable: "このサーバーには経歴書の文字に必要なフォントがないため、{format} はありません。HTML とテキストは完全です：{command}",
		Binary:     "{format} は端末には表示できません。次をお試しください：{command}",

		ScreenReaderHint: "スクリーンリーダーをお使いの場合は、次を入力してください：{command}",

		FilesIntro:      "どのファイルも経歴書の全体です。読み取り専用です。",
		FilesInTerminal: "端末では：",

		ReadOnly:      "読み取り専用：アップロードはできません",
		FetchOnly:     "ファイルはダウンロードのみ可能です：scp -f パス",
		NoFile:        "{path}：ファイルがありません",
		IsFolder:      "{path}：フォルダーです。scp -r でコピーしてください",
		UnclosedQuote: "引用符が閉じていません",
		UnknownOption: "不明なオプション -{option}",
		TooManyFiles:  "開いているファイルが多すぎます",
		TooMuchRead:   "ダウンロードの上限に達しました",
	},

	Endings: Endings{
		SessionEnded: "セッションを終了しました：{reason}。",

		Full:          "現在アクセスが集中しています。1分後にもう一度お試しください",
		Stopping:      "サーバーが停止します。1分後にもう一度お越しください",
		NoResume:      "現在表示できる経歴書がありません。管理者には通知済みです。後ほどお越しください",
		Panicked:      "サーバーで問題が発生しました。管理者は確認できます。接続し直してください",
		NoKey:         "{time}キー操作がありませんでした",
		NoRequest:     "{time}リクエストがありませんでした",
		LastedTooLong: "1回のセッションは最長{time}です",

		TooManyRequests: "クライアントからのリクエストが多すぎます",
		TooManyChannels: "クライアントが要求したセッションが多すぎます",
		SentTooMuch:     "クライアントからのデータが多すぎます",

		TooManyConnections: "お使いのアドレスからの接続が多すぎます。1つ閉じてからお試しください",
		ConnectsTooFast:    "お使いのアドレスからの新しい接続が多すぎます。数秒後にお試しください",

		Hours:   Plural{Other: "{n}時間"},
		Minutes: Plural{Other: "{n}分間"},
		Seconds: Plural{Other: "{n}秒間"},
	},
}
