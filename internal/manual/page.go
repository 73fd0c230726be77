package manual

import (
	"fmt"
	"strings"
	"time"

	"github.com/alecthomas/kong"
)

// Page returns the page for section 1 of the manual, in mdoc(7).
func (p *Program) Page(version string, date time.Time) string {
	w := &page{}
	name := p.Model.Name
	w.macro("Dd", date.Format("January 2, 2006"))
	w.macro("Dt", strings.ToUpper(name), "1")
	w.macro("Os", name, version)
	w.macro("Sh", "NAME")
	w.macro("Nm", name)
	purpose, _, _ := strings.Cut(p.Model.Help, ":")
	w.macro("Nd", strings.ToLower(purpose[:1])+purpose[1:])
	w.macro("Sh", "SYNOPSIS")
	for _, c := range p.Model.Children {
		w.synopsis(name, c, c.Name == p.Default)
	}
	w.macro("Sh", "DESCRIPTION")
	w.prose(p.Model.Help)
	w.macro("Sh", "COMMANDS")
	for _, c := range p.Model.Children {
		w.command(c)
	}
	w.macro("Sh", "FILE FORMAT")
	w.prose(p.Format)
	w.entries("Cm", p.Fields)
	w.macro("Sh", "ENVIRONMENT")
	w.text("A flag wins over its variable. An empty variable counts as not set.")
	w.entries("Ev", p.variables())
	w.macro("Sh", "FILES")
	w.entries("Pa", p.Files)
	w.macro("Sh", "EXIT STATUS")
	w.text("0 on success, and 1 on any error. The reason is on standard error; what is wrong with a résumé, check writes to standard output.")
	w.macro("Sh", "SEE ALSO")
	w.macro("Xr", "ssh", "1", ",")
	w.macro("Xr", "ssh-keygen", "1")
	return w.out.String()
}

// variables returns every environment variable: first those of flags, then the
// others.
func (p *Program) variables() []Entry {
	var all []Entry
	add := func(variable, help string) {
		for i := range all {
			if all[i].Name == variable {
				all[i].Help += " " + help
				return
			}
		}
		all = append(all, Entry{variable, help})
	}
	for _, c := range p.Model.Children {
		for _, f := range c.Flags {
			if variable := f.Tag.Get("variable"); variable != "" {
				add(variable, "The flag --"+f.Name+" of "+c.Name+".")
			}
		}
	}
	for _, v := range p.Variables {
		add(v.Name, v.Help)
	}
	return all
}

// page writes mdoc.
type page struct{ out strings.Builder }

// macro writes a macro with its arguments.
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

// text writes text, each sentence on a line of its own, as mdoc wants it.
func (w *page) text(s string) {
	const maxLine = 78 // bytes
	line := ""
	for word := range strings.FieldsSeq(s) {
		with := escaped(strings.TrimSpace(line + " " + word))
		if line != "" && (len(with) > maxLine || strings.HasSuffix(line, ".")) {
			w.out.WriteString(escaped(line) + "\n")
			line = ""
		}
		line = strings.TrimSpace(line + " " + word)
	}
	w.out.WriteString(escaped(line) + "\n")
}

// entries writes a list of names, each marked up with a macro, and their help.
func (w *page) entries(macro string, all []Entry) {
	w.macro("Bl", "-tag", "-width", "Ds")
	for _, e := range all {
		w.macro("It", macro, e.Name)
		w.text(e.Help)
	}
	w.macro("El")
}

// prose writes paragraphs. Those that are indented are written as they are.
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

// synopsis writes how to type a command, whose name is optional if it is the default.
func (w *page) synopsis(program string, c *kong.Node, isDefault bool) {
	w.macro("Nm", program)
	if isDefault {
		w.macro("Op", "Cm", c.Name)
	} else {
		w.macro("Cm", c.Name)
	}
	if len(c.Flags) > 3 {
		w.macro("Op", "Ar", "flags")
	} else {
		for _, f := range c.Flags {
			w.macro("Op", flagArgs(f, false)...)
		}
	}
	for _, v := range c.Positional {
		if args := positionalArgs(v); v.Required {
			w.macro(args[0], args[1:]...)
		} else {
			w.macro("Op", args...)
		}
	}
}

// command writes the help of a command, of its arguments and of its flags.
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
			w.macro("It", positionalArgs(v)...)
			w.text(v.Help)
		}
		w.macro("El")
	}
	group := ""
	for i, f := range c.Flags {
		if title := groupTitle(f); i == 0 || title != group {
			if i > 0 {
				w.macro("El")
			}
			if group = title; group != "" {
				w.macro("Pp")
				w.text(group)
			}
			w.macro("Bl", "-tag", "-width", "Ds")
		}
		w.macro("It", flagArgs(f, true)...)
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

// groupTitle returns the title of the group that a flag is in.
func groupTitle(f *kong.Flag) string {
	if f.Group == nil {
		return ""
	}
	return f.Group.Title
}

// flagArgs returns the arguments of a macro for a flag.
func flagArgs(f *kong.Flag, short bool) []string {
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

// positionalArgs returns the arguments of a macro for a positional argument.
func positionalArgs(v *kong.Positional) []string {
	args := []string{"Ar", strings.ToUpper(v.Name)}
	if v.IsSlice() {
		args = append(args, "...")
	}
	return args
}

// special escapes what roff reads as something else, or draws differently.
var special = strings.NewReplacer(`\`, `\e`, `"`, `\(dq`, "'", `\(aq`, "~", `\(ti`, "^", `\(ha`, "`", `\(ga`)

// escaped returns s so that roff reads nothing but text.
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
