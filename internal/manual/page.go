package manual

import (
	"fmt"
	"strings"
	"time"

	"github.com/alecthomas/kong"
)

// Page gives the page for section 1 of the manual, in mdoc(7).
func (p *Program) Page(version string, date time.Time) string {
	w := &page{}
	name := p.Model.Name
	w.macro("Dd", date.Format("January 2, 2006"))
	w.macro("Dt", strings.ToUpper(name), "1")
	w.macro("Os", name, version)
	w.macro("Sh", "NAME")
	w.macro("Nm", name)
	summary, _, _ := strings.Cut(p.Model.Help, ":")
	w.macro("Nd", strings.ToLower(summary[:1])+summary[1:])
	w.macro("Sh", "SYNOPSIS")
	for _, c := range p.commands() {
		w.synopsis(name, c, c.Name == p.Implied)
	}
	w.macro("Sh", "DESCRIPTION")
	w.prose(p.Model.Help)
	w.macro("Sh", "COMMANDS")
	for _, c := range p.commands() {
		w.command(c)
	}
	w.macro("Sh", "ENVIRONMENT")
	w.text("A flag wins over its variable; one that is empty counts as not set.")
	w.macro("Bl", "-tag", "-width", "Ds")
	for _, c := range p.commands() {
		for _, f := range c.Flags {
			if variable := f.Tag.Get("variable"); variable != "" {
				w.macro("It", "Ev", variable)
				w.out.WriteString(".Fl -" + escaped(f.Name) + " of\n.Cm " + c.Name + "\n")
			}
		}
	}
	w.macro("El")
	w.macro("Sh", "EXIT STATUS")
	w.text("0 when all went well, and 1 otherwise. Why is told on standard error; what is wrong with a résumé, check tells on standard output.")
	w.macro("Sh", "SEE ALSO")
	w.macro("Xr", "ssh", "1", ",")
	w.macro("Xr", "ssh-keygen", "1")
	return w.out.String()
}

// page writes mdoc.
type page struct{ out strings.Builder }

// macro writes a line that is a macro with its arguments.
func (w *page) macro(name string, args ...string) {
	w.out.WriteString("." + name)
	for _, arg := range args {
		if arg = escaped(arg); strings.Contains(arg, " ") || arg == "" {
			arg = `"` + arg + `"`
		}
		w.out.WriteString(" " + arg)
	}
	w.out.WriteString("\n")
}

// text writes text. A sentence begins on a line of its own, as mdoc wants it.
func (w *page) text(s string) {
	const longest = 78 // bytes
	line := ""
	for word := range strings.FieldsSeq(s) {
		with := escaped(strings.TrimSpace(line + " " + word))
		if line != "" && (len(with) > longest || strings.HasSuffix(line, ".")) {
			w.out.WriteString(escaped(line) + "\n")
			line = ""
		}
		line = strings.TrimSpace(line + " " + word)
	}
	w.out.WriteString(escaped(line) + "\n")
}

// prose writes paragraphs; those that are indented stand as they are.
func (w *page) prose(s string) {
	for i, part := range strings.Split(strings.TrimSpace(s), "\n\n") {
		if strings.HasPrefix(part, "    ") {
			w.macro("Bd", "-literal", "-offset", "4n")
			for line := range strings.SplitSeq(part, "\n") {
				w.out.WriteString(escaped(strings.TrimPrefix(line, "    ")) + "\n")
			}
			w.macro("Ed")
			continue
		}
		if i > 0 {
			w.macro("Pp")
		}
		w.text(part)
	}
}

// synopsis writes how a command is typed.
func (w *page) synopsis(program string, c *kong.Node, implied bool) {
	w.macro("Nm", program)
	if implied {
		w.macro("Op", "Cm", c.Name)
	} else {
		w.macro("Cm", c.Name)
	}
	if len(c.Flags) > 3 {
		w.macro("Op", "Ar", "flags")
	} else {
		for _, f := range c.Flags {
			w.macro("Op", flag(f, false)...)
		}
	}
	for _, v := range c.Positional {
		if args := argument(v); v.Required {
			w.macro(args[0], args[1:]...)
		} else {
			w.macro("Op", args...)
		}
	}
}

// command writes what a command does, with its arguments and flags.
func (w *page) command(c *kong.Node) {
	w.macro("Ss", c.Name)
	w.text(c.Help)
	if c.Detail != "" {
		w.macro("Pp")
		w.prose(c.Detail)
	}
	if len(c.Positional) > 0 {
		w.macro("Bl", "-tag", "-width", "Ds")
		for _, v := range c.Positional {
			w.macro("It", argument(v)...)
			w.text(v.Help)
		}
		w.macro("El")
	}
	group := ""
	for i, f := range c.Flags {
		if title := title(f); i == 0 || title != group {
			if i > 0 {
				w.macro("El")
			}
			if group = title; group != "" {
				w.macro("Pp")
				w.text(group)
			}
			w.macro("Bl", "-tag", "-width", "Ds")
		}
		w.macro("It", flag(f, true)...)
		w.text(f.Help)
		if f.Default != "" {
			w.text("The default is " + f.Default + ".")
		}
		if variable := f.Tag.Get("variable"); variable != "" {
			w.macro("Pq", "Ev", variable)
		}
	}
	if len(c.Flags) > 0 {
		w.macro("El")
	}
}

// title gives that of the group that a flag is in.
func title(f *kong.Flag) string {
	if f.Group == nil {
		return ""
	}
	return f.Group.Title
}

// flag gives the arguments of a macro that stand for a flag.
func flag(f *kong.Flag, short bool) []string {
	var args []string
	if short && f.Short != 0 {
		args = append(args, "Fl", string(f.Short), ",")
	}
	args = append(args, "Fl", "-"+f.Name)
	if !f.IsBool() {
		args = append(args, "Ar", placeholder(f))
	}
	return args
}

func placeholder(f *kong.Flag) string {
	if f.PlaceHolder != "" {
		return f.PlaceHolder
	}
	return strings.ToUpper(f.Name)
}

// argument likewise gives those for an argument.
func argument(v *kong.Positional) []string {
	args := []string{"Ar", strings.ToUpper(v.Name)}
	if v.IsSlice() {
		args = append(args, "...")
	}
	return args
}

// special has what roff reads as something else, or draws otherwise.
var special = strings.NewReplacer(`\`, `\e`, `"`, `\(dq`, "'", `\(aq`, "~", `\(ti`, "^", `\(ha`, "`", `\(ga`)

// escaped gives a text in which roff finds nothing but text.
func escaped(s string) string {
	s = special.Replace(s)
	if strings.HasPrefix(s, ".") {
		s = `\&` + s
	}
	var b strings.Builder
	for _, r := range s {
		if r > '~' {
			fmt.Fprintf(&b, `\[u%04X]`, r)
		} else {
			b.WriteRune(r)
		}
	}
	return b.String()
}
