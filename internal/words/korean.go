package words

import "golang.org/x/text/language"

var korean = Words{
	Tag:  language.Korean,
	Name: "한국어",

	Parts: Parts{
		Basics: "소개", Work: "경력", Projects: "프로젝트", Skills: "기술",
		Education: "학력", Certificates: "자격증", Awards: "수상",
		Publications: "출판물", Volunteer: "봉사 활동", Languages: "언어",
		Interests: "관심사", References: "추천인",
	},

	Dates: Dates{
		Months:  [12]string{"1월", "2월", "3월", "4월", "5월", "6월", "7월", "8월", "9월", "10월", "11월", "12월"},
		Month:   "{year}년 {month}",
		Year:    "{year}년",
		Range:   "{from} ~ {to}",
		Ongoing: "{from} ~ 현재",
		Present: "현재",
		LongMonths: [12]string{
			"1월", "2월", "3월", "4월", "5월", "6월", "7월", "8월", "9월", "10월", "11월", "12월",
		},
		YearUnits:  []string{"년"},
		MonthUnits: []string{"개월", "달"},
	},

	Marks: Marks{Comma: ", ", List: ", ", Colon: ": ", Semicolon: "; ", Open: "(", Close: ")"},

	Document: Document{
		Untitled:   "이력서",
		Former:     "전 {employer}",
		OpenQuote:  "“",
		CloseQuote: "”",
		PageOf:     "{page} / {pages}쪽",
		SkipNav:    "이력서 본문으로 이동",
		Sections:   "항목",

		Contacts: Contacts{Email: "이메일", Phone: "전화", Web: "웹사이트", Other: "프로필"},
		Purposes: Purposes{
			Text:     "일반 텍스트, 화면 낭독기와 파이프용",
			Markdown: "Markdown",
			HTML:     "브라우저용 페이지, 인쇄도 가능",
			JSON:     "JSON Resume, 프로그램용",
			YAML:     "YAML, 편집기용",
			PDF:      "읽기, 인쇄, 전달용",
		},
	},

	Screen: Screen{
		Hints: Hints{
			Section: "항목", Sections: "목차", Read: "읽기", List: "목차", Scroll: "스크롤", Contact: "연락처",
			Save: "저장", Search: "검색", Theme: "테마", Language: "언어", Keys: "키", Leave: "종료",
			ReadOn: "계속", Choose: "선택", Copy: "복사", Code: "QR 코드", Back: "뒤로", Open: "열기", EndSearch: "검색 종료",
			Version: "새 버전 읽기", VersionNarrow: "새 버전",
			Match: "결과 {n}/{matches}",
		},
		KeyHelp: KeyHelp{
			Title: "키 안내", Move: "이동", Read: "읽기", Find: "찾기", Typing: "검색어 입력 중", More: "기타",
			UpDown: "항목 또는 줄", LeftRight: "목차, 페이지", LeftRightNarrow: "이전 항목, 다음 항목",
			Other: "목차 또는 페이지", Enter: "항목 읽기", EnterNarrow: "열기 또는 목차",
			Section: "1~10번째 항목", Escape: "뒤로, 닫기",
			PageDown: "계속 읽기", PageUp: "한 페이지 위로", HalfDown: "반 페이지 아래로", HalfUp: "반 페이지 위로",
			Top: "페이지 처음", Bottom: "페이지 끝",
			Search: "전체 검색", Matches: "다음 결과, 이전 결과",
			ChooseMatch: "결과 선택", OpenMatch: "결과로 이동", EndSearch: "검색 종료",
			Contact: "연락처", Copy: "이 페이지 복사", Save: "이력서 저장", Theme: "다음 테마",
			Language: "다음 언어", Version: "새 버전 보기", Mouse: "마우스 해제", Repaint: "화면 다시 그리기",
			Help: "모든 키", Quit: "종료",
			SpaceKey: "스페이스", EnterKey: "enter",
			EscapeKey: "esc", TabKey: "tab", ControlKey: "ctrl", PageUpKey: "pgup", PageDownKey: "pgdn", HomeKey: "home", EndKey: "end",
			Select: "텍스트를 선택하려면 m을 누르거나 shift(Mac에서는 option)를 누른 채 끄세요.",
		},
		Notes: Notes{
			UnknownKey: "여기서는 쓰이지 않는 키입니다: ?를 누르면 키 안내", UnknownKeyNarrow: "?를 누르면 키 안내",
			InList: "이미 목차입니다", InListEscape: "이미 목차입니다: q로 종료",
			OnPage: "이미 페이지입니다: {key} 키로 목차로", NothingToOpen: "여기에는 열 것이 없습니다",
			NoSuchSection: Plural{Other: "항목은 {n}개뿐입니다"},
			FirstSection:  "첫 항목입니다", LastSection: "마지막 항목입니다",
			AllShown: "모두 화면에 있습니다", AtTop: "페이지 처음입니다", AtEnd: "페이지 끝입니다",
			SearchFirst: "먼저 /를 눌러 검색하세요", WrappedToFirst: "첫 결과로 돌아왔습니다", WrappedToLast: "마지막 결과로 옮겼습니다",
			WrappedToFirstNarrow: "첫 결과로 돌아옴", WrappedToLastNarrow: "마지막 결과로 옮김",
			OldVersion: "이전 버전입니다: 아래 오류를 보세요", OldVersionNarrow: "이전 버전입니다",
			NoNewVersion: "더 새로운 버전이 없습니다", NoNewVersionNarrow: "새 버전이 없습니다",
			NewVersion: "새 버전입니다", NewVersionNarrow: "새 버전입니다",
			NoContact: "연락처가 없습니다", FirstContact: "첫 연락처입니다", LastContact: "마지막 연락처입니다",
			FirstCommand: "첫 명령입니다", LastCommand: "마지막 명령입니다",
			MouseFree: "이제 마우스로 텍스트를 선택합니다", MouseOn: "마우스로 다시 스크롤합니다",
			CodeTooLarge: "코드를 표시하기에 좁습니다",
			EscCloses:    "esc로 닫습니다",
			TooLong:      "너무 길어 복사할 수 없습니다: d를 누르면 저장 방법", TooLongNarrow: "너무 길어 복사 불가",
			Copied: "복사함: {what} (터미널이 허용하는 경우)", CopiedNarrow: "복사함 (허용되는 경우)",
			NoColors: "이 화면에는 색이 없습니다", Theme: "테마: {name}",
			Closing: "서버가 종료됩니다. 이 세션은 {seconds}초 뒤에 끝납니다", ClosingNarrow: "{seconds}초 뒤 종료",
			Idle: "이 세션은 {seconds}초 뒤에 끝납니다. 계속하려면 아무 키나 누르세요", IdleNarrow: "아무 키나: {seconds}초 남음",
		},
		Search: Search{
			Title: "검색", Prompt: "찾을 말을 입력하세요. 모든 항목을 검색합니다.",
			Nothing: "이력서에 맞는 내용이 없습니다. 글자를 줄이거나 esc로 돌아가세요.",
			NoMatch: "결과 없음", Matches: Plural{Other: "결과 {n}개"},
			Sections: Plural{Other: "항목 {n}개"},
			More:     "{matches} 이상", InSections: "{sections}에서 {matches}",
		},
		Save: Save{
			Title: "저장", PDF: "PDF", WithoutSCP: "PDF, scp 없이", Text: "일반 텍스트", JSON: "프로그램용",
			HTML: "웹페이지", All: "모든 형식", Section: "이 항목", Commands: "모든 명령",
			TheCommand: "명령",
		},
		Contact: Contact{
			Title: "연락처", Card: "명함", CardIsFor: "주소록용", Address: "주소",
			Write: "연락", Save: "저장", Code: "휴대폰으로 스캔하세요",
		},
		Preview: Preview{
			Warnings: Plural{Other: "경고 {n}개"},
			Errors:   Plural{Other: "오류 {n}개"}, InFile: "{file}: {problems}", More: "{n}개 더: ",
		},
		Goodbye: Goodbye{Write: "연락", Save: "저장", Return: "다시 오기"},
		Themes:  Themes{Dark: "어둡게", Light: "밝게", HighContrast: "고대비"},

		NoSections: "이 이력서는 비어 있습니다.",
		TooSmall: []string{
			"창이 너무 작아 읽을 수 없습니다. {columns}칸, {rows}줄 이상으로 키워 주세요.",
			"창을 키워 주세요: {columns}칸, {rows}줄.",
			"창을 키워 주세요.",
			"더 크게",
			"크게",
			"+",
		},
	},

	Answers: Answers{
		HelpScreenReader: "화면 낭독기를 쓰는 경우:",
		HelpRead:         "읽기:",
		HelpSave:         "저장:",
		HelpFormats:      "형식:",
		HelpSections:     "항목 이름의 앞부분만 써도 됩니다. 항목:",

		HelpTextForReader: "이력서 전체를 일반 텍스트로",
		HelpInteractive:   "대화형 이력서",
		HelpAtSection:     "같은 이력서를 그 항목부터 열기",
		HelpSection:       "항목 하나를 일반 텍스트로",
		HelpText:          "전체",
		HelpSearch:        "그 말이 나오는 모든 줄",
		HelpCard:          "핵심만 여덟 줄로",
		HelpHelp:          "이 도움말",
		HelpLanguage:      "이 언어로, 뒤에 명령을 쓸 수 있음",
		HelpFormat:        "PDF 또는 다른 형식으로",
		HelpFile:          "같은 파일",
		HelpFiles:         "모든 파일",
		HelpFolder:        "파일이 있는 폴더",

		SectionName: "항목",
		SearchWords: "검색어",

		Unknown:     "“{typed}”라는 명령이나 항목이 없습니다. 이렇게 해 보세요: {command}",
		UnknownNear: "“{typed}”라는 명령이나 항목이 없습니다. “{near}”을(를) 찾으셨나요? 이렇게 해 보세요: {command}",
		Ambiguous:   "“{typed}”에 맞는 항목이 여럿입니다: {sections}. 이렇게 해 보세요: {command}",
		NoLanguage:  "“{typed}” 언어의 이력서는 없습니다. 있는 언어: {languages}. 이렇게 해 보세요: {command}",

		NoShell:   "여기에는 셸이 없습니다. 이력서를 읽으려면: {command}",
		NoMosh:    "여기서는 mosh를 쓸 수 없습니다. 이력서를 읽으려면: {command}",
		NoGit:     "여기에는 git 저장소가 없습니다. 모든 파일을 저장하려면: {command}",
		NoInstall: "여기에는 아무것도 설치할 수 없습니다. 이력서를 읽으려면: {command}",
		Rsync:     "여기서는 rsync를 쓸 수 없습니다. 모든 파일을 저장하려면: {command}",
		UseSFTP:   "파일은 sftp 서브시스템으로만 제공됩니다: {command}",

		NoQuery:    "검색어가 없습니다. 이렇게 해 보세요: {command}",
		NotFound:   "“{query}”은(는) 어디에도 없습니다",
		NotMade:    "{format} 형식을 만들지 못했습니다. 다른 형식을 써 보세요",
		Unreadable: "이 서버에는 이력서의 글자에 필요한 글꼴이 없어 {format} 형식이 없습니다. HTML과 텍스트는 온전합니다: {command}",
		Binary:     "{format} 형식은 터미널에 표시할 수 없습니다. 이렇게 해 보세요: {command}",

		ScreenReaderHint: "화면 낭독기를 쓰려면 입력하세요: {command}",

		FilesIntro:      "각 파일은 이력서 전체입니다. 모두 읽기 전용입니다.",
		FilesInTerminal: "터미널에서:",

		ReadOnly:      "읽기 전용: 여기에는 파일을 올릴 수 없습니다",
		FetchOnly:     "파일은 내려받기만 할 수 있습니다: scp -f 경로",
		NoFile:        "{path}: 그런 파일이 없습니다",
		IsFolder:      "{path}: 폴더입니다. scp -r로 복사하세요",
		UnclosedQuote: "닫히지 않은 따옴표",
		UnknownOption: "알 수 없는 옵션 -{option}",
		TooManyFiles:  "열린 파일이 너무 많습니다",
		TooMuchRead:   "내려받기 한도에 이르렀습니다",
	},

	Endings: Endings{
		SessionEnded: "세션이 끝났습니다: {reason}.",

		Full:          "지금 방문자가 너무 많습니다. 1분 뒤에 다시 시도해 주세요",
		Stopping:      "서버를 종료하는 중입니다. 1분 뒤에 다시 와 주세요",
		NoResume:      "지금은 보여 드릴 이력서가 없습니다. 관리자에게 알렸으니 나중에 다시 와 주세요",
		Panicked:      "서버에 문제가 생겼으며 관리자가 확인할 수 있습니다. 다시 접속해 주세요",
		NoKey:         "{time} 동안 키 입력이 없었습니다",
		NoRequest:     "{time} 동안 요청이 없었습니다",
		LastedTooLong: "세션은 최대 {time}까지입니다",

		TooManyRequests: "클라이언트가 요청을 너무 많이 보냈습니다",
		TooManyChannels: "클라이언트가 세션을 너무 많이 요청했습니다",
		SentTooMuch:     "클라이언트가 데이터를 너무 많이 보냈습니다",

		TooManyConnections: "사용 중인 주소에서 연결이 너무 많습니다. 하나를 닫고 다시 시도해 주세요",
		ConnectsTooFast:    "사용 중인 주소에서 새 연결이 너무 많습니다. 몇 초 뒤에 다시 시도해 주세요",

		Hours:   Plural{Other: "{n}시간"},
		Minutes: Plural{Other: "{n}분"},
		Seconds: Plural{Other: "{n}초"},
	},
}
