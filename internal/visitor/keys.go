package visitor

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"github.com/charmbracelet/x/ansi"
)

// keys holds what xterm sends for keys that are not characters.
var keys = map[string]string{
	"enter": "\r", "tab": "\t", "shift+tab": "\x1b[Z", "space": " ", "backspace": "\x7f", "esc": "\x1b",
	"up": "\x1b[A", "down": "\x1b[B", "right": "\x1b[C", "left": "\x1b[D", "home": "\x1b[H", "end": "\x1b[F",
	"insert": "\x1b[2~", "delete": "\x1b[3~", "pgup": "\x1b[5~", "pgdown": "\x1b[6~",
	"f1": "\x1bOP",
}

// sequence returns what a terminal sends for a key.
func (s *Screen) sequence(key string) (string, error) {
	if seq, ok := keys[key]; ok {
		if len(seq) == 3 && strings.HasPrefix(seq, "\x1b[") && key != "shift+tab" && s.Mode(ansi.ModeCursorKeys) {
			seq = "\x1bO" + seq[2:]
		}
		return seq, nil
	}
	if letter, ok := strings.CutPrefix(key, "ctrl+"); ok && len(letter) == 1 && letter[0] >= 'a' && letter[0] <= 'z' {
		return string(rune(letter[0] - 'a' + 1)), nil
	}
	if utf8.RuneCountInString(key) == 1 {
		return key, nil
	}
	return "", fmt.Errorf("unknown key %q", key)
}
