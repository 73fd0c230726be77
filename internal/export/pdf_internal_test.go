package export

import "ssh-resume/internal/typeset"

// Figured returns a result with its figure in brackets, if one stands out.
func Figured(said, value string) string {
	text := ""
	for _, s := range figureIn(plainText(said)[0], value) {
		if s.Color == typeset.Accent {
			s.Text = "[" + s.Text + "]"
		}
		text += s.Text
	}
	return text
}
