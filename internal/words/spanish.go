package words

import "golang.org/x/text/language"

var spanish = Words{
	Tag:  language.Spanish,
	Name: "Español",

	Parts: Parts{
		Basics: "Perfil", Work: "Experiencia", Projects: "Proyectos", Skills: "Competencias",
		Education: "Formación", Certificates: "Certificaciones", Awards: "Premios",
		Publications: "Publicaciones", Volunteer: "Voluntariado", Languages: "Idiomas",
		Interests: "Intereses", References: "Referencias",
	},

	Dates: Dates{
		Months: [12]string{
			"enero", "febrero", "marzo", "abril", "mayo", "junio",
			"julio", "agosto", "septiembre", "octubre", "noviembre", "diciembre",
		},
		Month:   "{month} de {year}",
		Year:    "{year}",
		Range:   "{from} – {to}",
		Ongoing: "{from} – actualidad",
		Present: "actualidad",
		LongMonths: [12]string{
			"enero", "febrero", "marzo", "abril", "mayo", "junio",
			"julio", "agosto", "septiembre", "octubre", "noviembre", "diciembre",
		},
		MonthNames: [12][]string{8: {"setiembre", "set"}},
		YearUnits:  []string{"años", "año"},
		MonthUnits: []string{"meses", "mes"},
	},

	Marks: Marks{Comma: ", ", List: ", ", Colon: ": ", Semicolon: "; ", Open: " (", Close: ")"},

	Document: Document{
		Untitled:   "Currículum",
		Former:     "Ex-{employer}",
		OpenQuote:  "«",
		CloseQuote: "»",
		PageOf:     "Página {page} de {pages}",
		SkipNav:    "Ir al currículum",
		Sections:   "Secciones",

		Contacts: Contacts{Email: "Correo", Phone: "Teléfono", Web: "Web", Other: "Perfil"},
		Purposes: Purposes{
			Text:     "texto sin formato, para lectores de pantalla y tuberías",
			Markdown: "Markdown",
			HTML:     "una página para el navegador, también para imprimir",
			JSON:     "JSON Resume, para programas",
			YAML:     "YAML, para editores",
			PDF:      "para leer, imprimir y enviar",
		},
	},

	Screen: Screen{
		Hints: Hints{
			Section: "sección", Sections: "secciones", Read: "leer", List: "lista", Scroll: "desplazar", Contact: "contacto",
			Save: "guardar", Search: "buscar", Theme: "tema", Language: "idioma", Keys: "teclas", Leave: "salir",
			ReadOn: "seguir", Choose: "elegir", Copy: "copiar", Code: "código", Back: "volver", Open: "ir", EndSearch: "fin de búsqueda",
			Version: "leer la nueva versión", VersionNarrow: "nueva versión",
			Match: "resultado {n} de {matches}",
		},
		KeyHelp: KeyHelp{
			Title: "Teclas", Move: "Moverse", Read: "Leer", Find: "Buscar", Typing: "Al escribir la búsqueda", More: "Más",
			UpDown: "sección o línea", LeftRight: "secciones, página", LeftRightNarrow: "sección anterior, siguiente",
			Other: "secciones o página", Enter: "leer la sección", EnterNarrow: "abrir, o secciones",
			Section: "secciones de la 1 a la 10", Escape: "volver, cerrar",
			PageDown: "seguir leyendo", PageUp: "una página arriba", HalfDown: "media página abajo", HalfUp: "media página arriba",
			Top: "inicio de la página", Bottom: "final de la página",
			Search: "buscar en todo", Matches: "resultado siguiente, anterior",
			ChooseMatch: "elegir un resultado", OpenMatch: "ir al resultado", EndSearch: "terminar la búsqueda",
			Contact: "contactar", Copy: "copiar esta página", Save: "guardar el currículum", Theme: "tema siguiente",
			Language: "idioma siguiente", Version: "mostrar la nueva versión", Mouse: "liberar el ratón", Repaint: "redibujar la pantalla",
			Help: "todas las teclas", Quit: "salir",
			SpaceKey: "espacio", EnterKey: "intro",
			EscapeKey: "esc", TabKey: "tab", ControlKey: "ctrl", PageUpKey: "repág", PageDownKey: "avpág", HomeKey: "inicio", EndKey: "fin",
			Select: "Para seleccionar texto, pulse m, o mantenga pulsada mayús (option en Mac) al arrastrar.",
		},
		Notes: Notes{
			UnknownKey: "esa tecla no hace nada aquí: ? muestra las teclas", UnknownKeyNarrow: "? muestra las teclas",
			InList: "ya está en la lista de secciones", InListEscape: "ya está en la lista: q para salir",
			OnPage: "ya está en la página: {key} lleva a la lista", NothingToOpen: "aquí no hay nada que abrir",
			NoSuchSection: Plural{One: "hay {n} sección", Other: "hay {n} secciones"},
			FirstSection:  "primera sección", LastSection: "última sección",
			AllShown: "todo está en pantalla", AtTop: "inicio de la página", AtEnd: "final de la página",
			SearchFirst: "primero busque con /", WrappedToFirst: "de vuelta al primer resultado", WrappedToLast: "de vuelta al último resultado",
			WrappedToFirstNarrow: "de vuelta al primero", WrappedToLastNarrow: "de vuelta al último",
			OldVersion: "esta es la versión anterior: vea los errores abajo", OldVersionNarrow: "la versión anterior",
			NoNewVersion: "no hay una versión más reciente", NoNewVersionNarrow: "no hay versión nueva",
			NewVersion: "esta es la nueva versión", NewVersionNarrow: "la nueva versión",
			NoContact: "no hay datos de contacto", FirstContact: "primer contacto", LastContact: "último contacto",
			FirstCommand: "primer comando", LastCommand: "último comando",
			MouseFree: "ahora el ratón selecciona texto", MouseOn: "el ratón vuelve a desplazar",
			CodeTooLarge: "el código necesita más espacio",
			EscCloses:    "esc para cerrar",
			TooLong:      "demasiado largo para copiar: d muestra cómo guardar", TooLongNarrow: "muy largo para copiar",
			Copied: "copiado: {what}, si el terminal lo permite", CopiedNarrow: "copiado, si se permite",
			NoColors: "este terminal no muestra colores", Theme: "tema: {name}",
			Closing: "el servidor se detiene; la sesión termina en {seconds} s", ClosingNarrow: "se detiene en {seconds} s",
			Idle: "la sesión termina en {seconds} s; pulse una tecla para seguir", IdleNarrow: "pulse una tecla: {seconds} s",
		},
		Search: Search{
			Title: "Búsqueda", Prompt: "Escriba lo que busca: se busca en todas las secciones.",
			Nothing: "Nada en el currículum coincide. Pruebe con menos letras, o esc para volver.",
			NoMatch: "sin resultados", Matches: Plural{One: "{n} resultado", Other: "{n} resultados"},
			Sections: Plural{One: "{n} sección", Other: "{n} secciones"},
			More:     "más de {matches}", InSections: "{matches} en {sections}",
		},
		Save: Save{
			Title: "Guardar", PDF: "PDF", WithoutSCP: "PDF, sin scp", Text: "Texto simple", JSON: "Para programas",
			HTML: "Página web", All: "Todos", Section: "Esta sección", Commands: "Los comandos",
			TheCommand: "el comando",
		},
		Contact: Contact{
			Title: "Contacto", Card: "Tarjeta", CardIsFor: "para su agenda", Address: "Dirección",
			Write: "Escribir", Save: "Guardar", Code: "escanéelo con el móvil",
		},
		Preview: Preview{
			Warnings: Plural{One: "{n} advertencia", Other: "{n} advertencias"},
			Errors:   Plural{One: "{n} error", Other: "{n} errores"}, InFile: "{problems} en {file}", More: "{n} más: ",
		},
		Goodbye: Goodbye{Write: "escribir", Save: "guardar", Return: "volver"},
		Themes:  Themes{Dark: "oscuro", Light: "claro", HighContrast: "alto contraste"},

		NoSections: "Este currículum está vacío.",
		TooSmall: []string{
			"Esta ventana es demasiado pequeña para leer. Amplíela: bastan {columns} columnas y {rows} filas.",
			"Amplíe la ventana: {columns} columnas, {rows} filas.",
			"Amplíe la ventana.",
			"Más grande.",
			"¡Amplíe!",
			"+",
		},
	},

	Answers: Answers{
		HelpScreenReader: "Con un lector de pantalla:",
		HelpRead:         "Para leer:",
		HelpSave:         "Para guardar:",
		HelpFormats:      "Los formatos:",
		HelpSections:     "Basta el comienzo del nombre de una sección. Las secciones:",

		HelpTextForReader: "todo el currículum en texto sin formato",
		HelpInteractive:   "el currículum interactivo",
		HelpAtSection:     "lo mismo, abierto en esa sección",
		HelpSection:       "una sección en texto sin formato",
		HelpText:          "todo",
		HelpSearch:        "cada línea que las menciona",
		HelpCard:          "lo esencial en ocho líneas",
		HelpHelp:          "esta ayuda",
		HelpLanguage:      "en este idioma; puede seguir un comando",
		HelpFormat:        "en PDF, o en otro formato",
		HelpFile:          "el mismo archivo",
		HelpFiles:         "todos los archivos",
		HelpFolder:        "la carpeta que los contiene",

		SectionName: "SECCIÓN",
		SearchWords: "PALABRAS",

		Unknown:     "no hay ningún comando ni sección «{typed}». Pruebe: {command}",
		UnknownNear: "no hay ningún comando ni sección «{typed}»; ¿quiso decir «{near}»? Pruebe: {command}",
		Ambiguous:   "«{typed}» puede ser {sections}. Pruebe: {command}",
		NoLanguage:  "no hay currículum en el idioma «{typed}», solo en: {languages}. Pruebe: {command}",

		NoShell:   "aquí no hay shell; para leer el currículum: {command}",
		NoMosh:    "mosh no está disponible aquí; para leer el currículum: {command}",
		NoGit:     "aquí no hay repositorio git; para guardar todos los archivos: {command}",
		NoInstall: "aquí no se puede instalar nada; para leer el currículum: {command}",
		Rsync:     "rsync no está disponible aquí; para guardar todos los archivos: {command}",
		UseSFTP:   "los archivos solo se sirven por el subsistema sftp: {command}",

		NoQuery:    "nada que buscar; pruebe: {command}",
		NotFound:   "nada menciona «{query}»",
		NotMade:    "no se pudo crear el formato {format}; pruebe otro",
		Unreadable: "este servidor no tiene fuentes para las letras de este currículum, así que no hay {format}; HTML y texto están completos: {command}",
		Binary:     "{format} no es para un terminal; pruebe: {command}",

		ScreenReaderHint: "Para un lector de pantalla, escriba: {command}",

		FilesIntro:      "Cada uno de estos archivos es el currículum completo. Son de solo lectura.",
		FilesInTerminal: "En un terminal:",

		ReadOnly:      "solo lectura: aquí no se pueden subir archivos",
		FetchOnly:     "los archivos solo se pueden descargar, con scp -f RUTA",
		NoFile:        "{path}: no existe ese archivo",
		IsFolder:      "{path}: es una carpeta; cópiela con scp -r",
		UnclosedQuote: "comillas sin cerrar",
		UnknownOption: "opción desconocida -{option}",
		TooManyFiles:  "demasiados archivos abiertos",
		TooMuchRead:   "límite de descarga alcanzado",
	},

	Endings: Endings{
		SessionEnded: "Esta sesión ha terminado: {reason}.",

		Full:          "hay demasiados visitantes en este momento; vuelva a intentarlo en un minuto",
		Stopping:      "el servidor se está deteniendo; vuelva en un minuto",
		NoResume:      "ahora mismo no hay currículum que mostrar; el responsable ya lo sabe, vuelva más tarde",
		Panicked:      "se produjo un error en el servidor y quedó registrado; conéctese de nuevo",
		NoKey:         "no se ha pulsado ninguna tecla en {time}",
		NoRequest:     "no ha llegado ninguna petición en {time}",
		LastedTooLong: "una sesión dura como máximo {time}",

		TooManyRequests: "el cliente envió demasiadas peticiones",
		TooManyChannels: "el cliente pidió demasiadas sesiones",
		SentTooMuch:     "el cliente envió demasiados datos",

		TooManyConnections: "demasiadas conexiones desde su dirección; cierre una y vuelva a intentarlo",
		ConnectsTooFast:    "demasiadas conexiones nuevas desde su dirección; vuelva a intentarlo en unos segundos",

		Hours:   Plural{One: "{n} hora", Other: "{n} horas"},
		Minutes: Plural{One: "{n} minuto", Other: "{n} minutos"},
		Seconds: Plural{One: "{n} segundo", Other: "{n} segundos"},
	},
}
