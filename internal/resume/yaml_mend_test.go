package resume

import (
	"slices"
	"strings"
	"testing"
)

// TestEachMistakeIsMendedAsItsAdviceSays reads the example of each row of the table, and the row's repair of it.
func TestEachMistakeIsMendedAsItsAdviceSays(t *testing.T) {
	rows, table := mistakes(), tableRows(mistakesTable)
	if len(rows) < 30 {
		t.Errorf("only %d rows", len(rows))
	}
	for i, row := range rows {
		file := strings.NewReplacer("↵", "\n", "⇥", "\t").Replace(table[i]["bad"]) + "\n"
		if !strings.HasPrefix(file, "basics") {
			file = "basics: {name: A}\n" + file
		}
		_, problems := Parse("r.yaml", []byte(file))
		errors := slices.DeleteFunc(problems, func(p Problem) bool { return p.Warning })
		if len(errors) != 1 {
			t.Errorf("%s\nhas %d errors: %v", file, len(errors), errors)
			continue
		}
		used := false
		for begin := range len(file) {
			for end := begin; end <= len(file) && !used; end++ {
				if begin > 0 && file[begin-1] != '\n' || end < len(file) && file[end] != '\n' {
					continue
				}
				r, ok := row.in(file, begin, end)
				if !ok || r.advice != errors[0].Message {
					continue
				}
				at := place([]byte(file), r.at)
				_, left := Parse("r.yaml", []byte(r.text))
				used = at.line == errors[0].Line && at.column == errors[0].Column && !slices.ContainsFunc(left, func(p Problem) bool { return !p.Warning })
			}
		}
		if !used {
			t.Errorf("%s\nis not mended as its advice says:\n%v", file, errors[0])
		}
	}
}
