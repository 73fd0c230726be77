package fonts

import (
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"unicode"

	"github.com/go-text/typesetting/language"
)

// families returns the preferred families for a script, best first, with normalized
// names.
func families(script language.Script, lang string) []string {
	switch script {
	case language.Han, language.Hiragana, language.Katakana, language.Bopomofo, language.Hangul, language.Common:
		script = eastAsian(script, lang)
	}
	return scriptFamilies[script]
}

// ISO 15924 codes that tell the languages of East Asia apart.
const (
	japanese           = language.Script('J'<<24 | 'p'<<16 | 'a'<<8 | 'n')
	korean             = language.Script('K'<<24 | 'o'<<16 | 'r'<<8 | 'e')
	simplifiedChinese  = language.Script('H'<<24 | 'a'<<16 | 'n'<<8 | 's')
	traditionalChinese = language.Script('H'<<24 | 'a'<<16 | 'n'<<8 | 't')
)

// eastAsian returns one of these codes for a text, given its script and the language
// of the document.
func eastAsian(script language.Script, lang string) language.Script {
	lang = strings.ToLower(lang)
	primary, rest, _ := strings.Cut(lang, "-")
	switch {
	case script == language.Hiragana || script == language.Katakana || primary == "ja":
		return japanese
	case script == language.Hangul || primary == "ko":
		return korean
	case primary == "yue":
		return traditionalChinese
	case primary == "zh":
		for _, part := range strings.Split(rest, "-") {
			switch part {
			case "hans":
				return simplifiedChinese
			case "hant", "tw", "hk", "mo":
				return traditionalChinese
			}
		}
	}
	return simplifiedChinese
}

// scriptFamilies holds the families of Noto, then those of macOS, Windows and common
// Linux packages.
var scriptFamilies = map[language.Script][]string{
	language.Arabic:     {"notosansarabic", "notonaskharabic", "geezapro", "segoeui", "amiri", "arial"},
	language.Armenian:   {"notosansarmenian", "mshei", "segoeui", "sylfaen"},
	language.Bengali:    {"notosansbengali", "kohinoorbangla", "banglamn", "nirmalaui", "lohitbengali"},
	language.Devanagari: {"notosansdevanagari", "kohinoordevanagari", "devanagarimt", "nirmalaui", "mangal", "lohitdevanagari"},
	language.Ethiopic:   {"notosansethiopic", "kefa", "ebrima", "nyala"},
	language.Georgian:   {"notosansgeorgian", "helveticaneue", "segoeui", "sylfaen"},
	language.Gujarati:   {"notosansgujarati", "kohinoorgujarati", "nirmalaui", "lohitgujarati"},
	language.Gurmukhi:   {"notosansgurmukhi", "gurmukhimn", "nirmalaui", "lohitgurmukhi"},
	language.Hebrew:     {"notosanshebrew", "arialhebrew", "segoeui", "arial"},
	language.Kannada:    {"notosanskannada", "kannadamn", "nirmalaui", "lohitkannada"},
	language.Khmer:      {"notosanskhmer", "khmermn", "leelawadeeui", "khmeros"},
	language.Lao:        {"notosanslao", "laomn", "leelawadeeui", "phetsarathot"},
	language.Malayalam:  {"notosansmalayalam", "malayalammn", "nirmalaui", "lohitmalayalam"},
	language.Myanmar:    {"notosansmyanmar", "myanmarmn", "myanmartext", "padauk"},
	language.Oriya:      {"notosansoriya", "oriyamn", "nirmalaui", "lohitodia"},
	language.Sinhala:    {"notosanssinhala", "sinhalamn", "nirmalaui", "lklug"},
	language.Tamil:      {"notosanstamil", "tamilmn", "nirmalaui", "lohittamil"},
	language.Telugu:     {"notosanstelugu", "kohinoortelugu", "nirmalaui", "lohittelugu"},
	language.Thai:       {"notosansthai", "notosansthaiui", "thonburi", "leelawadeeui", "tahoma", "loma"},
	language.Tibetan:    {"notoseriftibetan", "kailasa", "microsofthimalaya"},

	japanese:           {"notosanscjkjp", "notosansjp", "sourcehansansjp", "sourcehansans", "hiraginosans", "hiraginokakugothicpron", "yugothic", "meiryo", "ipaexgothic", "vlgothic", "takaopgothic"},
	korean:             {"notosanscjkkr", "notosanskr", "sourcehansanskr", "sourcehansansk", "applesdgothicneo", "malgungothic", "nanumgothic", "undotum"},
	simplifiedChinese:  {"notosanscjksc", "notosanssc", "sourcehansanssc", "sourcehansanscn", "pingfangsc", "microsoftyahei", "wenquanyimicrohei", "wenquanyizenhei", "droidsansfallback"},
	traditionalChinese: {"notosanscjktc", "notosanstc", "sourcehansanstc", "sourcehansanstw", "pingfangtc", "microsoftjhenghei", "wenquanyimicrohei", "droidsansfallback"},
}

// DebianPackage returns the Debian package whose fonts are most likely to have a
// letter.
func DebianPackage(r rune) string {
	switch language.LookupScript(r) {
	case language.Han, language.Hiragana, language.Katakana, language.Bopomofo, language.Hangul:
		return "fonts-noto-cjk"
	}
	return "fonts-noto-core"
}

// normalized returns the name of a family in lower case, without spaces and hyphens.
func normalized(family string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) || r == '-' || r == '_' {
			return -1
		}
		return unicode.ToLower(r)
	}, family)
}

// systemFolders returns the font folders of the system and of the user.
func systemFolders() []string {
	home, _ := os.UserHomeDir()
	switch runtime.GOOS {
	case "windows":
		return []string{
			filepath.Join(os.Getenv("WINDIR"), "Fonts"),
			filepath.Join(os.Getenv("LOCALAPPDATA"), "Microsoft", "Windows", "Fonts"),
		}
	case "darwin":
		return []string{"/System/Library/Fonts", "/Library/Fonts", filepath.Join(home, "Library", "Fonts")}
	}
	folders := []string{"/usr/share/fonts", "/usr/local/share/fonts"}
	if home != "" {
		folders = append(folders, filepath.Join(home, ".local", "share", "fonts"), filepath.Join(home, ".fonts"))
	}
	return folders
}
