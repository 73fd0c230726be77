package main

import (
	"errors"

	"ssh-resume/internal/server"
	"ssh-resume/internal/server/hostkey"
	"ssh-resume/internal/typeset/fonts"
)

// serveFlags is the flags of serve. Each field, as each of server.Config, has all that
// is known of its flag: the name (its own, in kebab case), the variable, the default,
// what it may be (one of kinds) and the help. A variable is not kong's "env", which
// reads the environment of the process only, takes an empty variable for a value,
// and does not name the variable in errors.
type serveFlags struct {
	Resume string    `group:"What and where:" type:"file" variable:"SSH_RESUME_FILE" placeholder:"FILE" help:"The same as the argument FILE."`
	Fonts  fontFlags `embed:"" group:"What and where:"`

	server.Config `embed:""`

	LogLevel  string `group:"Log, on standard error:" type:"level" default:"info" variable:"SSH_RESUME_LOG_LEVEL" placeholder:"LEVEL" help:"Lowest level that is logged: debug, info, warn or error."`
	LogFormat string `group:"Log, on standard error:" type:"format" default:"text" variable:"SSH_RESUME_LOG_FORMAT" placeholder:"FORMAT" help:"Format: text, logfmt or json."`

	HostKey hostKeyFlags `embed:"" group:"Host key:"`
}

// hostKeyFlags is where the host keys are. A key itself comes from the environment
// only: other users of the machine can see the command line.
type hostKeyFlags struct {
	HostKey []string `type:"file" sep:"none" variable:"SSH_RESUME_HOST_KEY_FILE" placeholder:"FILE" help:"Ed25519 private key; serve makes it if it does not exist. Repeatable; in the variable, separated by colons. Without it, the key itself from $SSH_RESUME_HOST_KEY, or host_ed25519 in $STATE_DIRECTORY, or in ssh-resume under $XDG_STATE_HOME or ~/.local/state."`
}

// fontFlags is where the PDF finds the letters that no built-in font has.
type fontFlags struct {
	Font []string `type:"file" sep:"none" variable:"SSH_RESUME_FONT" placeholder:"PATH" help:"TrueType or OpenType font, or folder of such fonts, for what the built-in ones lack in the PDF; those of the system come after. Repeatable; in the variable, separated by colons."`
}

// library returns the fonts of the PDF.
func (f *fontFlags) library() (*fonts.Library, error) { return fonts.New(f.Font...) }

// serverConfig returns the server's configuration.
func (c *serveFlags) serverConfig(m *Main) (cfg server.Config, err error) {
	if c.Pprof && c.MetricsListen == "" {
		return cfg, errors.New("--pprof needs an address; add one with --metrics-listen, such as 127.0.0.1:9222")
	}
	cfg = c.Config
	cfg.Version, cfg.Commit = buildVersion(buildInfo())
	cfg.HostKeys, err = c.HostKey.config(m)
	return cfg, err
}

// config returns where the host keys are.
func (k *hostKeyFlags) config(m *Main) (hostkey.Config, error) {
	keys := hostkey.Config{Files: k.HostKey, PEM: m.getenv("SSH_RESUME_HOST_KEY"), Default: m.stateFile("host_ed25519")}
	if len(keys.Files) == 0 && keys.PEM == "" && keys.Default == "" {
		return keys, errors.New("no place to keep the host key; name a file with --host-key, or set HOME")
	}
	return keys, nil
}
