package main

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"github.com/alecthomas/kong"
)

// cli is the command line.
type cli struct {
	Help helpFlag `short:"h" help:"Show this help, or that of a command."`

	Serve       serveCmd       `cmd:"" help:"Serve the résumé over SSH. This is what happens without a command, too."`
	Preview     previewCmd     `cmd:"" help:"Read the résumé in this terminal, without SSH."`
	Check       checkCmd       `cmd:"" help:"Say everything that is wrong with a résumé."`
	Init        initCmd        `cmd:"" help:"Write a résumé to begin with."`
	Export      exportCmd      `cmd:"" help:"Write the résumé as a file."`
	Hostkey     hostkeyCmd     `cmd:"" help:"Show what visitors need to know the host: fingerprint, known_hosts line, SSHFP record."`
	Healthcheck healthcheckCmd `cmd:"" help:"Tell whether a server answers."`
	Completion  completionCmd  `cmd:"" help:"Write what completes this command line in a shell."`
	Manual      manualCmd      `cmd:"" help:"Write the man page."`
	Stats       statsCmd       `cmd:"" help:"Sum up what logs of --log-format json say: readers, sections, formats, clients, problems."`
	Version     versionCmd     `cmd:"" help:"Show version, commit and Go version."`
}

const description = `Serves a résumé over SSH: whoever types "ssh HOST" reads it in the terminal,
without a key or a password.

Examples:

    ssh-resume                             serve the embedded résumé on port 2222
    ssh-resume init me.yaml                write one to begin with
    ssh-resume --resume me.yaml            serve it
    ssh-resume --listen :22                serve on the port that ssh expects
    ssh-resume check me.yaml               find what is wrong with it
    ssh-resume preview me.yaml             see what visitors will see
    ssh-resume export pdf -o resume.pdf    write it as a file

"ssh-resume COMMAND --help" shows the flags of a command; those of "serve" may
be given without the word. A flag wins over its environment variable.`

// helpFlag shows the help of what stands on the command line with it.
type helpFlag bool

// IgnoreDefault makes the flag work where a command is missing.
func (helpFlag) IgnoreDefault() {}

// BeforeReset shows the help before anything else is looked at.
func (helpFlag) BeforeReset(ctx *kong.Context) error {
	if err := ctx.PrintUsage(false); err != nil {
		return fmt.Errorf("print help: %w", err)
	}
	return errHelped
}

// errHelped ends the program when the help was shown.
var errHelped = errors.New("helped")

// do runs the command that args name. The error is one line.
func (p *program) do(ctx context.Context, args []string) error {
	parser, err := kong.New(&cli{},
		kong.Name(name),
		kong.Description(description),
		kong.Vars{"formats": formatList()},
		kong.NoDefaultHelp(),
		kong.ConfigureHelp(kong.HelpOptions{Compact: true, WrapUpperBound: 100}),
		kong.ValueFormatter(describe),
		kong.Writers(p.stdout, p.stderr),
		kong.Resolvers(kong.ResolverFunc(p.fromEnvironment)),
		kong.BindTo(ctx, (*context.Context)(nil)),
		kong.Bind(p),
		values,
	)
	if err != nil {
		return fmt.Errorf("command line: %w", err)
	}
	args = withCommand(args)
	command, err := parser.Parse(args)
	if err != nil {
		return meant(args, err)
	}
	return command.Run()
}

// meant adds to an error how a file is served, where somebody has tried.
func meant(args []string, err error) error {
	file := args[len(args)-1]
	switch strings.ToLower(filepath.Ext(file)) {
	case ".yaml", ".yml", ".json":
		if len(args) == 1 || args[0] == "serve" {
			return fmt.Errorf("%w; to serve that file: %s --resume %s", err, name, typed(file))
		}
	}
	return err
}

// withCommand puts the command in front that the flags alone stand for.
func withCommand(args []string) []string {
	switch {
	case len(args) == 0:
		return []string{"serve"}
	case args[0] == "help":
		return append(slices.Clone(args[1:]), "--help")
	case args[0] == "--version":
		return []string{"version"}
	case strings.HasPrefix(args[0], "-") && args[0] != "-h" && args[0] != "--help":
		return slices.Concat([]string{"serve"}, args)
	}
	return args
}

// describe gives the help of a flag with its default and its variable.
func describe(v *kong.Value) string {
	var more []string
	if v.Default != "" {
		more = append(more, "default "+v.Default)
	}
	if variable := v.Tag.Get("variable"); variable != "" {
		more = append(more, "$"+variable)
	}
	if len(more) == 0 {
		return v.Help
	}
	return v.Help + " (" + strings.Join(more, ", ") + ")"
}
