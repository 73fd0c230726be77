package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"

	"github.com/alecthomas/kong"

	"ssh-resume/data"
	"ssh-resume/internal/manual"
)

type manualCmd struct{}

// Help returns the rest of the command's help.
func (manualCmd) Help() string { return `To read it: ` + name + ` manual | man -l -` }

// Run writes the man page, dated with the commit that was built.
func (manualCmd) Run(m *Main, k *kong.Kong) error {
	p := program(k)
	var err error
	if p.Fields, err = fields(); err != nil {
		return err
	}
	info := buildInfo()
	version, _ := buildVersion(info)
	_, err = io.WriteString(m.Stdout, p.Page(version, commitTime(info)))
	return err
}

type completionCmd struct {
	Shell string `arg:"" type:"shell" help:"bash, zsh or fish."`
}

// Help returns the rest of the command's help.
func (*completionCmd) Help() string {
	return `For the shell that is open:

    source <(` + name + ` completion bash)       likewise zsh
    ` + name + ` completion fish | source`
}

// Run writes the script.
func (c *completionCmd) Run(m *Main, k *kong.Kong) error {
	script, err := program(k).Completion(c.Shell)
	if err != nil {
		return err
	}
	_, err = io.WriteString(m.Stdout, script)
	return err
}

// program describes the command line for the manual.
func program(k *kong.Kong) *manual.Program {
	return &manual.Program{
		Model:     k.Model,
		Default:   defaultCommand,
		Choices:   func(v *kong.Value) []string { return kinds[v.Tag.Type].choices },
		IsFile:    func(v *kong.Value) bool { return kinds[v.Tag.Type].isFile },
		Variables: variables,
		Files:     files,
		Format:    fileFormat,
	}
}

var variables = []manual.Entry{
	{Name: "SSH_RESUME_FILE", Help: "Also the résumé of preview, check and export, if they name none."},
	{Name: "SSH_RESUME_LISTEN", Help: "Also where healthcheck looks for the server, and the port that hostkey shows."},
	{Name: "SSH_RESUME_PROXY_PROTOCOL_FROM", Help: "Also tells healthcheck whether to send a PROXY header."},
	{Name: "SSH_RESUME_HOST_KEY", Help: "The host key itself, a private key in PEM. It has no flag, as other users can see the command line."},
	{Name: "STATE_DIRECTORY", Help: "Where the server keeps its state, as systemd sets it."},
	{Name: "XDG_STATE_HOME", Help: "Where state is kept without STATE_DIRECTORY, in the directory ssh-resume."},
	{Name: "HOME", Help: "Without XDG_STATE_HOME, state is kept in .local/state/ssh-resume in this directory."},
	{Name: "LISTEN_FDS", Help: "Set by systemd, with LISTEN_PID, when it passes a socket. The server serves that instead of the address of --listen."},
	{Name: "GOMEMLIMIT", Help: "Memory limit, such as 200MiB, in place of four fifths of that of the cgroup. It decides how many sessions there may be at once."},
	{Name: "GOGC", Help: "How much garbage may pile up before it is collected, in percent; 50 by default."},
	{Name: "TERM", Help: "With COLORTERM and NO_COLOR, the colors that preview and stats use."},
	{Name: "LC_ALL", Help: "With LC_CTYPE and LANG: preview and stats keep to ASCII if the locale is not UTF-8."},
}

var files = []manual.Entry{
	{Name: "host_ed25519", Help: "The host key, in the state directory. The server makes it when it first starts. Keep it when you move the server: visitors are warned of a new one."},
	{Name: "last-good", Help: "A directory in the state directory, with the last version of each served file that had no errors. If a file is broken when the server starts, it serves that."},
	{Name: "resume.schema.json", Help: "The schema from which editors know the fields of a résumé. init writes it beside the résumé."},
	{Name: "/etc/ssh-resume/resume.yaml", Help: "The résumé that the package's service serves."},
	{Name: "/etc/ssh-resume/env", Help: "The environment variables of the package's service."},
	{Name: "/var/lib/ssh-resume", Help: "The state directory of the package's service."},
}

const fileFormat = `A résumé is one file in YAML, or in JSON if its name ends in .json. Its fields are
those of JSON Resume (https://jsonresume.org/schema) and a few more; only
basics.name is required:

    basics:
      name: Ada Example
      label: Backend Engineer
      location: {city: London}
    work:
      - name: Analytical Engines
        position: Platform Team
        startDate: 2019-03
        highlights:
          - Cut the time of a run by 40%
    skills:
      - {name: Daily, keywords: [Go, SQL]}

Dates are written 2019, 2019-03 or 2019-03-15; what has no endDate goes on. "init"
writes a file that shows every part, and "check" explains what is wrong with one.
At the top level of the file there may be:`

// fields returns the fields at the top level of a résumé, in the order of the schema.
func fields() ([]manual.Entry, error) {
	var schema struct {
		Properties json.RawMessage `json:"properties"`
	}
	if err := json.Unmarshal(data.Schema, &schema); err != nil {
		return nil, fmt.Errorf("schema: %w", err)
	}
	var all []manual.Entry
	decoder := json.NewDecoder(bytes.NewReader(schema.Properties))
	_, _ = decoder.Token() // the opening brace
	for decoder.More() {
		field, _ := decoder.Token()
		var property struct {
			Description string `json:"description"`
		}
		if err := decoder.Decode(&property); err != nil {
			return nil, fmt.Errorf("schema: %w", err)
		}
		all = append(all, manual.Entry{Name: fmt.Sprint(field), Help: property.Description})
	}
	return all, nil
}
