package words

import "golang.org/x/text/language"

var french = Words{
	Tag:  language.French,
	Name: "Français",

	Parts: Parts{
		Basics: "Profil", Work: "Expérience", Projects: "Projets", Skills: "Compétences",
		Education: "Formation", Certificates: "Certifications", Awards: "Distinctions",
		Publications: "Publications", Volunteer: "Bénévolat", Languages: "Langues",
		Interests: "Centres d’intérêt", References: "Références",
	},

	Dates: Dates{
		Months: [12]string{
			"janv.", "févr.", "mars", "avr.", "mai", "juin", "juil.", "août", "sept.", "oct.", "nov.", "déc.",
		},
		Month:   "{month} {year}",
		Year:    "{year}",
		Range:   "{from} – {to}",
		Ongoing: "{from} – aujourd’hui",
		Present: "aujourd’hui",
		LongMonths: [12]string{
			"janvier", "février", "mars", "avril", "mai", "juin",
			"juillet", "août", "septembre", "octobre", "novembre", "décembre",
		},
		MonthNames: [12][]string{1: {"fevrier", "fev"}, 7: {"aout", "aou"}, 11: {"decembre", "dec"}},
		YearUnits:  []string{"ans", "an", "année", "années"},
		MonthUnits: []string{"mois"},
	},

	Marks: Marks{Comma: ", ", List: ", ", Colon: "\u00a0: ", Semicolon: "\u202f; ", Open: " (", Close: ")"},

	Document: Document{
		Untitled:   "Curriculum vitæ",
		Former:     "Ex-{employer}",
		OpenQuote:  "«\u00a0",
		CloseQuote: "\u00a0»",
		PageOf:     "Page {page} sur {pages}",
		SkipNav:    "Aller au CV",
		Sections:   "Rubriques",

		Contacts: Contacts{Email: "E-mail", Phone: "Téléphone", Web: "Site web", Other: "Profil"},
		Purposes: Purposes{
			Text:     "texte brut, pour lecteurs d’écran et pipes",
			Markdown: "Markdown",
			HTML:     "une page pour le navigateur, imprimable aussi",
			JSON:     "JSON Resume, pour les programmes",
			YAML:     "YAML, pour les éditeurs",
			PDF:      "à lire, imprimer et transmettre",
		},
	},

	Screen: Screen{
		Hints: Hints{
			Section: "rubrique", Sections: "rubriques", Read: "lire", List: "liste", Scroll: "défiler", Contact: "contact",
			Save: "enregistrer", Search: "chercher", Theme: "thème", Language: "langue", Keys: "touches", Leave: "quitter",
			ReadOn: "suite", Choose: "choisir", Copy: "copier", Code: "code", Back: "retour", Open: "y aller",
			EndSearch: "fin de recherche",
			Version:   "lire la nouvelle version", VersionNarrow: "nouvelle version",
			Match: "résultat {n} sur {matches}",
		},
		KeyHelp: KeyHelp{
			Title: "Touches", Move: "Se déplacer", Read: "Lire", Find: "Chercher", Typing: "Pendant la saisie", More: "Autres touches",
			UpDown: "rubrique ou ligne", LeftRight: "rubriques, page", LeftRightNarrow: "rubrique précédente, suivante",
			Other: "rubriques ou page", Enter: "lire la rubrique", EnterNarrow: "ouvrir, ou rubriques",
			Section: "rubriques 1 à 10", Escape: "retour, fermer",
			PageDown: "lire la suite", PageUp: "une page plus haut", HalfDown: "une demi-page plus bas", HalfUp: "une demi-page plus haut",
			Top: "haut de la page", Bottom: "fin de la page",
			Search: "chercher partout", Matches: "résultat suivant, précédent",
			ChooseMatch: "choisir un résultat", OpenMatch: "aller au résultat", EndSearch: "finir la recherche",
			Contact: "prendre contact", Copy: "copier cette page", Save: "enregistrer le CV", Theme: "thème suivant",
			Language: "langue suivante", Version: "afficher la nouvelle version", Mouse: "libérer la souris",
			Repaint: "redessiner l’écran",
			Help:    "toutes les touches", Quit: "quitter",
			SpaceKey: "espace", EnterKey: "entrée",
			EscapeKey: "échap", TabKey: "tab", ControlKey: "ctrl", PageUpKey: "pg\u00a0préc", PageDownKey: "pg\u00a0suiv", HomeKey: "origine", EndKey: "fin",
			Select: "Pour sélectionner du texte, appuyez sur m, ou maintenez maj (option sur Mac) en faisant glisser la souris.",
		},
		Notes: Notes{
			UnknownKey: "cette touche ne fait rien ici\u00a0: ? liste les touches", UnknownKeyNarrow: "? liste les touches",
			InList: "déjà dans la liste des rubriques", InListEscape: "déjà dans la liste\u00a0: q pour quitter",
			OnPage: "déjà sur la page\u00a0: {key} mène à la liste", NothingToOpen: "rien à ouvrir ici",
			NoSuchSection: Plural{One: "il y a {n} rubrique", Other: "il y a {n} rubriques"},
			FirstSection:  "première rubrique", LastSection: "dernière rubrique",
			AllShown: "tout est affiché", AtTop: "haut de la page", AtEnd: "fin de la page",
			SearchFirst: "cherchez d’abord avec /", WrappedToFirst: "retour au premier résultat", WrappedToLast: "retour au dernier résultat",
			WrappedToFirstNarrow: "retour au premier", WrappedToLastNarrow: "retour au dernier",
			OldVersion: "version précédente\u00a0: voir les erreurs ci-dessous", OldVersionNarrow: "version précédente",
			NoNewVersion: "il n’y a pas de version plus récente", NoNewVersionNarrow: "pas de version plus récente",
			NewVersion: "voici la nouvelle version", NewVersionNarrow: "nouvelle version",
			NoContact: "aucune coordonnée", FirstContact: "premier contact", LastContact: "dernier contact",
			FirstCommand: "première commande", LastCommand: "dernière commande",
			MouseFree: "la souris sélectionne le texte", MouseOn: "la souris fait défiler à nouveau",
			CodeTooLarge: "le code demande plus de place",
			EscCloses:    "échap pour fermer",
			TooLong:      "trop long à copier\u00a0: d montre comment enregistrer", TooLongNarrow: "trop long à copier",
			Copied: "copié\u00a0: {what}, si le terminal l’autorise", CopiedNarrow: "copié, si autorisé",
			NoColors: "ce terminal n’affiche pas de couleurs", Theme: "thème\u00a0: {name}",
			Closing: "le serveur s’arrête\u202f; la session se termine dans {seconds} s", ClosingNarrow: "arrêt dans {seconds} s",
			Idle: "fin de session dans {seconds} s\u202f; appuyez sur une touche pour continuer", IdleNarrow: "pressez une touche\u00a0: {seconds} s",
		},
		Search: Search{
			Title: "Recherche", Prompt: "Tapez ce que vous cherchez\u00a0: toutes les rubriques sont parcourues.",
			Nothing: "Rien dans le CV n’y correspond. Essayez avec moins de lettres, ou échap pour revenir.",
			NoMatch: "aucun résultat", Matches: Plural{One: "{n} résultat", Other: "{n} résultats"},
			Sections: Plural{One: "{n} rubrique", Other: "{n} rubriques"},
			More:     "plus de {matches}", InSections: "{matches} dans {sections}",
		},
		Save: Save{
			Title: "Enregistrer", PDF: "PDF", WithoutSCP: "PDF, sans scp", Text: "Texte brut", JSON: "Pour programmes",
			HTML: "Page web", All: "Tous les formats", Section: "Cette rubrique", Commands: "Les commandes",
			TheCommand: "la commande",
		},
		Contact: Contact{
			Title: "Contact", Card: "Carte", CardIsFor: "pour votre carnet d’adresses", Address: "Adresse",
			Write: "Écrire", Save: "Enregistrer", Code: "à scanner avec un mobile",
		},
		Preview: Preview{
			Warnings: Plural{One: "{n} avertissement", Other: "{n} avertissements"},
			Errors:   Plural{One: "{n} erreur", Other: "{n} erreurs"}, InFile: "{problems} dans {file}", More: "encore {n}\u00a0: ",
		},
		Goodbye: Goodbye{Write: "écrire", Save: "enregistrer", Return: "revenir"},
		Themes:  Themes{Dark: "sombre", Light: "clair", HighContrast: "contraste élevé"},

		NoSections: "Ce CV est vide.",
		TooSmall: []string{
			"Cette fenêtre est trop petite pour lire. Agrandissez-la\u00a0: {columns} colonnes et {rows} lignes suffisent.",
			"Agrandissez la fenêtre\u00a0: {columns} colonnes, {rows} lignes.",
			"Agrandissez la fenêtre.",
			"Plus grand, svp.",
			"Agrandir",
			"+",
		},
	},

	Answers: Answers{
		HelpScreenReader: "Avec un lecteur d’écran\u00a0:",
		HelpRead:         "Pour lire\u00a0:",
		HelpSave:         "Pour enregistrer\u00a0:",
		HelpFormats:      "Les formats\u00a0:",
		HelpSections:     "Le début du nom d’une rubrique suffit. Les rubriques\u00a0:",

		HelpTextForReader: "tout le CV en texte brut",
		HelpInteractive:   "le CV interactif",
		HelpAtSection:     "le même, ouvert à cette rubrique",
		HelpSection:       "une rubrique en texte brut",
		HelpText:          "tout",
		HelpSearch:        "toutes les lignes qui les contiennent",
		HelpCard:          "l’essentiel en huit lignes",
		HelpHelp:          "cette aide",
		HelpLanguage:      "dans cette langue\u202f; une commande peut suivre",
		HelpFormat:        "en PDF, ou dans un autre format",
		HelpFile:          "le même fichier",
		HelpFiles:         "tous les fichiers",
		HelpFolder:        "le dossier qui les contient",

		SectionName: "RUBRIQUE",
		SearchWords: "MOTS",

		Unknown:     "aucune commande ni rubrique «\u00a0{typed}\u00a0». Essayez\u00a0: {command}",
		UnknownNear: "aucune commande ni rubrique «\u00a0{typed}\u00a0»\u202f; vouliez-vous dire «\u00a0{near}\u00a0»\u202f? Essayez\u00a0: {command}",
		Ambiguous:   "«\u00a0{typed}\u00a0» peut désigner {sections}. Essayez\u00a0: {command}",
		NoLanguage:  "le CV n’existe pas dans la langue «\u00a0{typed}\u00a0», seulement en\u00a0: {languages}. Essayez\u00a0: {command}",

		NoShell:   "pas de shell ici\u202f; pour lire le CV\u00a0: {command}",
		NoMosh:    "mosh n’est pas disponible ici\u202f; pour lire le CV\u00a0: {command}",
		NoGit:     "pas de dépôt git ici\u202f; pour enregistrer tous les fichiers\u00a0: {command}",
		NoInstall: "rien à installer ici\u202f; pour lire le CV\u00a0: {command}",
		Rsync:     "rsync n’est pas disponible ici\u202f; pour enregistrer tous les fichiers\u00a0: {command}",
		UseSFTP:   "les fichiers ne sont servis que par le sous-système sftp\u00a0: {command}",

		NoQuery:    "rien à chercher\u202f; essayez\u00a0: {command}",
		NotFound:   "aucune mention de «\u00a0{query}\u00a0»",
		NotMade:    "le format {format} n’a pas pu être produit\u202f; essayez un autre format",
		Unreadable: "ce serveur n’a pas de police pour les caractères de ce CV, donc pas de {format}\u202f; HTML et texte sont complets\u00a0: {command}",
		Binary:     "{format} n’est pas fait pour un terminal\u202f; essayez\u00a0: {command}",

		ScreenReaderHint: "Avec un lecteur d’écran, tapez\u00a0: {command}",

		FilesIntro:      "Chacun de ces fichiers est le CV entier. Ils sont en lecture seule.",
		FilesInTerminal: "Dans un terminal\u00a0:",

		ReadOnly:      "lecture seule\u00a0: aucun envoi de fichier possible ici",
		FetchOnly:     "les fichiers peuvent seulement être téléchargés, avec scp -f CHEMIN",
		NoFile:        "{path}\u00a0: fichier introuvable",
		IsFolder:      "{path}\u00a0: c’est un dossier\u202f; copiez-le avec scp -r",
		UnclosedQuote: "guillemet non fermé",
		UnknownOption: "option inconnue -{option}",
		TooManyFiles:  "trop de fichiers ouverts",
		TooMuchRead:   "limite de téléchargement atteinte",
	},

	Endings: Endings{
		SessionEnded: "Cette session est terminée\u00a0: {reason}.",

		Full:          "trop de visiteurs en ce moment\u202f; réessayez dans une minute",
		Stopping:      "le serveur s’arrête\u202f; revenez dans une minute",
		NoResume:      "aucun CV à montrer pour l’instant\u202f; la personne responsable est prévenue, revenez plus tard",
		Panicked:      "une erreur s’est produite sur le serveur et figure dans son journal\u202f; reconnectez-vous",
		NoKey:         "aucune touche depuis {time}",
		NoRequest:     "aucune requête depuis {time}",
		LastedTooLong: "une session dure au plus {time}",

		TooManyRequests: "le client a envoyé trop de requêtes",
		TooManyChannels: "le client a demandé trop de sessions",
		SentTooMuch:     "le client a envoyé trop de données",

		TooManyConnections: "trop de connexions depuis votre adresse\u202f; fermez-en une et réessayez",
		ConnectsTooFast:    "trop de nouvelles connexions depuis votre adresse\u202f; réessayez dans quelques secondes",

		Hours:   Plural{One: "{n} heure", Other: "{n} heures"},
		Minutes: Plural{One: "{n} minute", Other: "{n} minutes"},
		Seconds: Plural{One: "{n} seconde", Other: "{n} secondes"},
	},
}
