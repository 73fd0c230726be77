package resume

import (
	"errors"
	"slices"
	"strings"

	"go.yaml.in/yaml/v4"
)

// The most mistakes that are looked for in a file that is not YAML. Each takes
// two attempts to read it, so a large file gets fewer.
const (
	mostMistakes      = 20
	mostInLarge       = 3
	largeFile         = 100 << 10
	notCheckedFurther = "; the rest was not checked"
)

// repair reports why data is not YAML: every mistake that is understood, in terms
// of what was written. It returns what can be read once these are mended, and in
// which lines they are; no document if something is left that is not understood.
func (p *problems) repair(data []byte, err error) (first, second *yaml.Node, touched map[int]bool) {
	lines := strings.Split(string(data), "\n")
	touched = map[int]bool{}
	rejected := map[string]bool{}
	most := mostMistakes
	if len(data) > largeFile {
		most = mostInLarge
	}
	for range most {
		f := nextFault(lines, err, rejected)
		if f == nil {
			break
		}
		attempt := slices.Clone(lines)
		attempt[f.fixLine] = f.fixed
		var again error
		if f.fixed != "" {
			first, second, again = loadYAML([]byte(strings.Join(attempt, "\n")))
			if again != nil && !progress(err, again, f) {
				rejected[f.key()] = true
				continue
			}
		}
		line, column := f.position(lines)
		touched[line], touched[f.fixLine+1] = true, true
		message := f.message
		if f.fixed == "" {
			message += notCheckedFurther
		}
		p.errorAt(line, column, "%s", message)
		if f.fixed == "" {
			return nil, nil, nil
		}
		lines, err = attempt, again
		if err == nil {
			return first, second, touched
		}
	}
	p.unknownMistake(err)
	return nil, nil, nil
}

func (f *fault) key() string { return f.message + "\n" + f.fixed }

// nextFault returns the fault that the error is likely to come from: the first
// that is not far below the place where the parser stopped.
func nextFault(lines []string, err error, rejected map[string]bool) *fault {
	faults := slices.DeleteFunc(lint(lines), func(f fault) bool { return rejected[f.key()] })
	line, _ := stoppedAt(err)
	for i := range faults {
		if line == 0 || faults[i].line <= line {
			return &faults[i]
		}
	}
	return nil
}

// progress reports whether mending a fault has changed what the parser objects
// to, for the better.
func progress(before, after error, f *fault) bool {
	line, column := stoppedAt(before)
	nextLine, nextColumn := stoppedAt(after)
	if nextLine == f.fixLine+1 && nextLine <= line {
		return nextLine == line && nextColumn > column
	}
	return line != nextLine || column != nextColumn
}

// stoppedAt returns where a parser stopped; 0 if that is not known.
func stoppedAt(err error) (line, column int) {
	var load *yaml.LoadError
	if errors.As(err, &load) {
		return load.Mark.Line, load.Mark.Column
	}
	return 0, 0
}

// unknownMistake reports an error in the words of the library.
func (p *problems) unknownMistake(err error) {
	var load *yaml.LoadError
	if !errors.As(err, &load) {
		p.errorAt(1, 1, "the file can't be read as YAML: %v", err)
		return
	}
	message := strings.TrimPrefix(load.Message, "while ")
	if load.ContextMsg != "" {
		message = load.ContextMsg + ": " + message
	}
	p.errorAt(load.Mark.Line, load.Mark.Column, "this is not YAML: %s%s", message, notCheckedFurther)
}

// mendSilent returns data with those mistakes mended that YAML reads as something
// unlikely, and these.
func mendSilent(data []byte) ([]byte, []fault) {
	lines := strings.Split(string(data), "\n")
	faults := slices.DeleteFunc(lint(lines), func(f fault) bool { return !f.silent })
	if len(faults) == 0 {
		return data, nil
	}
	for _, f := range faults {
		lines[f.fixLine] = f.fixed
	}
	return []byte(strings.Join(lines, "\n")), faults
}

// addFaults reports faults in data.
func (p *problems) addFaults(data []byte, faults []fault, warning bool) {
	lines := strings.Split(string(data), "\n")
	for _, f := range faults {
		line, column := f.position(lines)
		p.add(line, column, warning, "%s", f.message)
	}
}
