package main

import (
	"context"
	_ "embed" // help
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/alecthomas/kong"

	"ssh-resume/data"
	"ssh-resume/internal/server"
	"ssh-resume/internal/server/observe"
)

// cli is the command line.
type cli struct {
	Serve       serveCmd       `cmd:"" help:"Serve the résumé over SSH. This is the default command."`
	Preview     previewCmd     `cmd:"" help:"Read the résumé in this terminal, without SSH."`
	Check       checkCmd       `cmd:"" help:"Report everything that is wrong with a résumé."`
	Init        initCmd        `cmd:"" help:"Write a starter résumé."`
	Export      exportCmd      `cmd:"" help:"Write the résumé in another format."`
	Hostkey     hostkeyCmd     `cmd:"" help:"Show the host key: fingerprint, known_hosts line, SSHFP record."`
	Healthcheck healthcheckCmd `cmd:"" help:"Report whether a server answers."`
	Completion  completionCmd  `cmd:"" help:"Write a completion script for a shell."`
	Manual      manualCmd      `cmd:"" help:"Write the man page; to read it: ssh-resume manual | man -l -"`
	Stats       statsCmd       `cmd:"" help:"Summarize logs: readers, sections, formats, clients, errors."`
	Version     versionCmd     `cmd:"" help:"Show version, commit and Go version."`

	helpShown bool `kong:"-"` // help was shown instead of running a command
}

//go:embed help/program.txt
var description string

// defaultCommand is the command that runs if the arguments name none.
const defaultCommand = "serve"

// newParser returns the parser of the command line.
func (m *Main) newParser(ctx context.Context, c *cli) (*kong.Kong, error) {
	defaults := server.Config{}.WithDefaults()
	options := []kong.Option{
		kong.Name(name),
		kong.Description(strings.TrimSpace(description)),
		kong.Vars{
			"formats":      strings.Join(flagTypes["export"].choices, ", "),
			"max_sessions": strconv.Itoa(defaults.MaxSessions),
			"listen":       defaults.Listen,
			"port":         strings.TrimPrefix(defaults.Listen, ":"),
			"resume":       data.Name,
		},
		kong.Exit(func(int) { c.helpShown = true }), // kong does so only after help
		kong.ConfigureHelp(kong.HelpOptions{Compact: true, WrapUpperBound: 100}),
		kong.ValueFormatter(flagHelp),
		kong.Writers(m.Stdout, m.Stderr),
		kong.Resolvers(kong.ResolverFunc(m.fromEnvironment)),
		kong.BindTo(ctx, (*context.Context)(nil)),
		kong.Bind(m),
	}
	for name, of := range flagTypes {
		options = append(options, kong.NamedMapper(name, of))
	}
	parser, err := kong.New(c, options...)
	if err == nil {
		parser.Model.HelpFlag.Help = "Show help for the program or for a command."
	}
	return parser, err
}

// run runs the command that args name. An error is one line.
func (m *Main) run(ctx context.Context, args []string) error {
	var line cli
	parser, err := m.newParser(ctx, &line)
	if err != nil {
		return err
	}
	commands := namesOf(parser.Model.Children, func(c *kong.Node) string { return c.Name })
	args = withCommand(args, commands)
	switch command, parseErr := parser.Parse(args); {
	case line.helpShown:
		return nil
	case parseErr != nil:
		err = explained(args, commands, parseErr)
	default:
		err = command.Run()
	}
	if args[0] == defaultCommand {
		err = m.logged(args, err)
	}
	return err
}

// withCommand prepends the default command if args name none.
func withCommand(args, commands []string) []string {
	if len(args) == 0 {
		return []string{defaultCommand}
	}
	switch first := args[0]; {
	case first == "help":
		return append(slices.Clone(args[1:]), "--help")
	case first == "--version", first == "-v":
		return []string{"version"}
	case first == "-h", first == "--help", slices.Contains(commands, first):
		return args
	case strings.HasPrefix(first, "-"), isResumeFile(first):
		return slices.Concat([]string{defaultCommand}, args)
	}
	return args
}

// argumentName matches an error about an argument, as kong writes its name.
var argumentName = regexp.MustCompile(`^\[?<(\w+)>(?: \.\.\.)?\]?(: .*)`)

// explained adds what to do to kong's errors that don't say it.
func explained(args, commands []string, err error) error {
	_, similar, isSimilar := strings.Cut(err.Error(), "did you mean ")
	argument := argumentName.FindStringSubmatch(err.Error())
	switch isKnown := slices.Contains(commands, args[0]) || strings.HasPrefix(args[0], "-"); {
	case slices.Equal(args, []string{"completion"}):
		return fmt.Errorf("name a shell: %s; for example: source <(%s completion bash)", flagTypes["shell"].use, name)
	case slices.Equal(args, []string{"export"}):
		return fmt.Errorf("name a format: %s; for example: %s export pdf -o resume.pdf", flagTypes["export"].use, name)
	case !isKnown && isSimilar:
		return fmt.Errorf("unknown command %q; did you mean %s", args[0], similar)
	case !isKnown:
		return fmt.Errorf("unknown command %q; \"%s help\" lists the commands", args[0], name)
	case argument != nil:
		return errors.New(strings.ToUpper(argument[1]) + argument[2])
	}
	return err
}

var logFormatFlag = regexp.MustCompile(`--log-format[= ](\S+)`)

// logged logs an error that kept serve from starting, if the log is for programs, which read all of standard error.
func (m *Main) logged(args []string, err error) error {
	format := m.getenv("SSH_RESUME_LOG_FORMAT")
	if flag := logFormatFlag.FindStringSubmatch(strings.Join(args, " ")); flag != nil {
		format = flag[1]
	}
	if err == nil || errors.Is(err, errReported) || format == observe.LogFormatText || !slices.Contains(observe.LogFormats, format) {
		return err
	}
	observe.NewLogger(m.Stderr, "info", format).Error("not started", "error", message(err))
	return errReported
}

// isResumeFile reports whether an argument in place of a command names a file.
func isResumeFile(argument string) bool {
	_, err := os.Stat(argument) //nolint:gosec // it is the owner's command line
	isNamed := slices.Contains(extensions, strings.ToLower(filepath.Ext(argument)))
	return err == nil || isNamed || strings.ContainsRune(argument, filepath.Separator)
}

// flagHelp returns the help of a flag with its default and its variable.
func flagHelp(v *kong.Value) string {
	more := ""
	if v.Default != "" {
		more += ", default " + v.Default
	}
	if variable := v.Tag.Get("variable"); variable != "" {
		more += ", $" + variable
	}
	if more == "" {
		return v.Help
	}
	return v.Help + " (" + more[2:] + ")"
}
