package export

import "ssh-resume/internal/typeset"

// Figured gives a result with its figure, if one stands out, in brackets.
func Figured(said, value string) string {
	text := ""
	for _, s := range figured(said, value) {
		if s.Color == typeset.Accent {
			s.Text = "[" + s.Text + "]"
		}
		text += s.Text
	}
	return text
}
