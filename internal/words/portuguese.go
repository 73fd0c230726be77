package words

import "golang.org/x/text/language"

var portuguese = Words{
	Tag:  language.BrazilianPortuguese,
	Name: "Português",

	Parts: Parts{
		Basics: "Perfil", Work: "Experiência", Projects: "Projetos", Skills: "Competências",
		Education: "Formação", Certificates: "Certificações", Awards: "Prêmios",
		Publications: "Publicações", Volunteer: "Voluntariado", Languages: "Idiomas",
		Interests: "Interesses", References: "Referências",
	},

	Dates: Dates{
		Months: [12]string{
			"jan.", "fev.", "mar.", "abr.", "mai.", "jun.", "jul.", "ago.", "set.", "out.", "nov.", "dez.",
		},
		Month:   "{month} de {year}",
		Year:    "{year}",
		Range:   "{from} – {to}",
		Ongoing: "{from} – atual",
		Present: "atual",
		LongMonths: [12]string{
			"janeiro", "fevereiro", "março", "abril", "maio", "junho",
			"julho", "agosto", "setembro", "outubro", "novembro", "dezembro",
		},
		MonthNames: [12][]string{2: {"marco"}},
		YearUnits:  []string{"anos", "ano"},
		MonthUnits: []string{"meses", "mês", "mes"},
	},

	Marks: Marks{Comma: ", ", List: ", ", Colon: ": ", Semicolon: "; ", Open: " (", Close: ")"},

	Document: Document{
		Untitled:   "Currículo",
		Former:     "Ex-{employer}",
		OpenQuote:  "“",
		CloseQuote: "”",
		PageOf:     "Página {page} de {pages}",
		SkipNav:    "Ir para o currículo",
		Sections:   "Seções",

		Contacts: Contacts{Email: "E-mail", Phone: "Telefone", Web: "Site", Other: "Perfil"},
		Purposes: Purposes{
			Text:     "texto puro, para leitores de tela e pipes",
			Markdown: "Markdown",
			HTML:     "uma página para o navegador, também para imprimir",
			JSON:     "JSON Resume, para programas",
			YAML:     "YAML, para editores",
			PDF:      "para ler, imprimir e encaminhar",
		},
	},

	Screen: Screen{
		Hints: Hints{
			Section: "seção", Sections: "seções", Read: "ler", List: "lista", Scroll: "rolar", Contact: "contato",
			Save: "salvar", Search: "buscar", Theme: "tema", Language: "idioma", Keys: "teclas", Leave: "sair",
			ReadOn: "continuar", Choose: "escolher", Copy: "copiar", Code: "código", Back: "voltar", Open: "ir", EndSearch: "fim da busca",
			Version: "ler a nova versão", VersionNarrow: "nova versão",
			Match: "resultado {n} de {matches}",
		},
		KeyHelp: KeyHelp{
			Title: "Teclas", Move: "Navegar", Read: "Ler", Find: "Buscar", Typing: "Ao digitar a busca", More: "Mais",
			UpDown: "seção ou linha", LeftRight: "seções, página", LeftRightNarrow: "seção anterior, seguinte",
			Other: "seções ou página", Enter: "ler a seção", EnterNarrow: "abrir, ou seções",
			Section: "seções de 1 a 10", Escape: "voltar, fechar",
			PageDown: "continuar a leitura", PageUp: "uma página acima", HalfDown: "meia página abaixo", HalfUp: "meia página acima",
			Top: "início da página", Bottom: "fim da página",
			Search: "buscar em tudo", Matches: "resultado seguinte, anterior",
			ChooseMatch: "escolher um resultado", OpenMatch: "ir para o resultado", EndSearch: "encerrar a busca",
			Contact: "entrar em contato", Copy: "copiar esta página", Save: "salvar o currículo", Theme: "próximo tema",
			Language: "próximo idioma", Version: "mostrar a nova versão", Mouse: "liberar o mouse", Repaint: "redesenhar a tela",
			Help: "todas as teclas", Quit: "sair",
			SpaceKey: "espaço", EnterKey: "enter",
			EscapeKey: "esc", TabKey: "tab", ControlKey: "ctrl", PageUpKey: "pgup", PageDownKey: "pgdn", HomeKey: "home", EndKey: "end",
			Select: "Para selecionar texto, pressione m, ou segure shift (option no Mac) ao arrastar.",
		},
		Notes: Notes{
			UnknownKey: "essa tecla não faz nada aqui: ? lista as teclas", UnknownKeyNarrow: "? lista as teclas",
			InList: "já está na lista de seções", InListEscape: "já está na lista: q para sair",
			OnPage: "já está na página: {key} leva à lista", NothingToOpen: "não há nada para abrir aqui",
			NoSuchSection: Plural{One: "há {n} seção", Other: "há {n} seções"},
			FirstSection:  "primeira seção", LastSection: "última seção",
			AllShown: "tudo está na tela", AtTop: "início da página", AtEnd: "fim da página",
			SearchFirst: "busque primeiro com /", WrappedToFirst: "de volta ao primeiro resultado", WrappedToLast: "de volta ao último resultado",
			WrappedToFirstNarrow: "de volta ao primeiro", WrappedToLastNarrow: "de volta ao último",
			OldVersion: "esta é a versão anterior: veja os erros abaixo", OldVersionNarrow: "a versão anterior",
			NoNewVersion: "não há versão mais recente", NoNewVersionNarrow: "não há versão nova",
			NewVersion: "esta é a nova versão", NewVersionNarrow: "a nova versão",
			NoContact: "sem dados de contato", FirstContact: "primeiro contato", LastContact: "último contato",
			FirstCommand: "primeiro comando", LastCommand: "último comando",
			MouseFree: "agora o mouse seleciona texto", MouseOn: "o mouse rola a página de novo",
			CodeTooLarge: "o código precisa de mais espaço",
			EscCloses:    "esc para fechar",
			TooLong:      "longo demais para copiar: d mostra como salvar", TooLongNarrow: "longo demais para copiar",
			Copied: "copiado: {what}, se o terminal permitir", CopiedNarrow: "copiado, se permitido",
			NoColors: "esta tela não tem cores", Theme: "tema: {name}",
			Closing: "o servidor está parando; a sessão termina em {seconds} s", ClosingNarrow: "parando em {seconds} s",
			Idle: "a sessão termina em {seconds} s; pressione uma tecla para continuar", IdleNarrow: "tecle algo; restam {seconds} s",
		},
		Search: Search{
			Title: "Busca", Prompt: "Digite o que procura: a busca abrange todas as seções.",
			Nothing: "Nada no currículo corresponde. Tente menos letras, ou esc para voltar.",
			NoMatch: "nenhum resultado", Matches: Plural{One: "{n} resultado", Other: "{n} resultados"},
			Sections: Plural{One: "{n} seção", Other: "{n} seções"},
			More:     "mais de {matches}", InSections: "{matches} em {sections}",
		},
		Save: Save{
			Title: "Salvar", PDF: "PDF", WithoutSCP: "PDF, sem scp", Text: "Texto puro", JSON: "Para programas",
			HTML: "Página web", All: "Todos", Section: "Esta seção", Commands: "Os comandos",
			TheCommand: "o comando",
		},
		Contact: Contact{
			Title: "Contato", Card: "Cartão", CardIsFor: "para a sua agenda", Address: "Endereço",
			Write: "Escrever", Save: "Salvar", Code: "aponte o celular",
		},
		Preview: Preview{
			Warnings: Plural{One: "{n} aviso", Other: "{n} avisos"},
			Errors:   Plural{One: "{n} erro", Other: "{n} erros"}, InFile: "{problems} em {file}", More: "mais {n}: ",
		},
		Goodbye: Goodbye{Write: "escrever", Save: "salvar", Return: "voltar"},
		Themes:  Themes{Dark: "escuro", Light: "claro", HighContrast: "alto contraste"},

		NoSections: "Este currículo está vazio.",
		TooSmall: []string{
			"Esta janela é pequena demais para ler. Aumente-a: {columns} colunas e {rows} linhas bastam.",
			"Aumente a janela: {columns} colunas, {rows} linhas.",
			"Aumente a janela.",
			"Maior, por favor.",
			"Aumente!",
			"+",
		},
	},

	Answers: Answers{
		HelpScreenReader: "Com um leitor de tela:",
		HelpRead:         "Para ler:",
		HelpSave:         "Para salvar:",
		HelpFormats:      "Os formatos:",
		HelpSections:     "Basta o começo do nome de uma seção. As seções:",

		HelpTextForReader: "o currículo inteiro em texto puro",
		HelpInteractive:   "o currículo interativo",
		HelpAtSection:     "o mesmo, aberto nessa seção",
		HelpSection:       "uma seção em texto puro",
		HelpText:          "tudo",
		HelpSearch:        "cada linha que as menciona",
		HelpCard:          "o essencial em oito linhas",
		HelpHelp:          "esta ajuda",
		HelpLanguage:      "neste idioma; pode vir um comando depois",
		HelpFormat:        "em PDF, ou em outro formato",
		HelpFile:          "o mesmo arquivo",
		HelpFiles:         "todos os arquivos",
		HelpFolder:        "a pasta em que estão",

		SectionName: "SEÇÃO",
		SearchWords: "PALAVRAS",

		Unknown:     "não há comando nem seção “{typed}”. Tente: {command}",
		UnknownNear: "não há comando nem seção “{typed}”; você quis dizer “{near}”? Tente: {command}",
		Ambiguous:   "“{typed}” pode ser {sections}. Tente: {command}",
		NoLanguage:  "não há currículo no idioma “{typed}”, só em: {languages}. Tente: {command}",

		NoShell:   "não há shell aqui; para ler o currículo: {command}",
		NoMosh:    "mosh não está disponível aqui; para ler o currículo: {command}",
		NoGit:     "não há repositório git aqui; para salvar todos os arquivos: {command}",
		NoInstall: "nada pode ser instalado aqui; para ler o currículo: {command}",
		Rsync:     "rsync não está disponível aqui; para salvar todos os arquivos: {command}",
		UseSFTP:   "os arquivos são servidos apenas pelo subsistema sftp: {command}",

		NoQuery:    "nada para buscar; tente: {command}",
		NotFound:   "nada menciona “{query}”",
		NotMade:    "não foi possível gerar {format}; tente outro formato",
		Unreadable: "este servidor não tem fontes para as letras deste currículo, por isso não há {format}; HTML e texto estão completos: {command}",
		Binary:     "{format} não é para um terminal; tente: {command}",

		ScreenReaderHint: "Para um leitor de tela, digite: {command}",

		FilesIntro:      "Cada um destes arquivos é o currículo inteiro. São somente leitura.",
		FilesInTerminal: "Em um terminal:",

		ReadOnly:      "somente leitura: não é possível enviar arquivos",
		FetchOnly:     "os arquivos só podem ser baixados, com scp -f CAMINHO",
		NoFile:        "{path}: arquivo não encontrado",
		IsFolder:      "{path}: é uma pasta; copie com scp -r",
		UnclosedQuote: "aspas não fechadas",
		UnknownOption: "opção desconhecida -{option}",
		TooManyFiles:  "arquivos abertos demais",
		TooMuchRead:   "limite de download atingido",
	},

	Endings: Endings{
		SessionEnded: "Esta sessão terminou: {reason}.",

		Full:          "há visitantes demais no momento; tente de novo em um minuto",
		Stopping:      "o servidor está parando; volte em um minuto",
		NoResume:      "não há currículo para mostrar agora; o responsável já foi avisado, volte mais tarde",
		Panicked:      "algo deu errado no servidor, e o responsável pode ver o erro; conecte-se de novo",
		NoKey:         "nenhuma tecla em {time}",
		NoRequest:     "nenhuma requisição em {time}",
		LastedTooLong: "uma sessão dura no máximo {time}",

		TooManyRequests: "o cliente enviou requisições demais",
		TooManyChannels: "o cliente pediu sessões demais",
		SentTooMuch:     "o cliente enviou dados demais",

		TooManyConnections: "conexões demais a partir do seu endereço; feche uma e tente de novo",
		ConnectsTooFast:    "novas conexões demais a partir do seu endereço; tente de novo em alguns segundos",

		Hours:   Plural{One: "{n} hora", Other: "{n} horas"},
		Minutes: Plural{One: "{n} minuto", Other: "{n} minutos"},
		Seconds: Plural{One: "{n} segundo", Other: "{n} segundos"},
	},
}
