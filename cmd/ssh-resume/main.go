// Command ssh-resume serves a résumé over SSH.
package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"syscall"

	"github.com/charmbracelet/x/term"

	"ssh-resume/internal/address"
	"ssh-resume/internal/printable"
	"ssh-resume/internal/terminal"
)

// name is the name of the program in its messages.
const name = "ssh-resume"

// Main is the program, with everything it uses from its environment. Tests can run many in one process.
type Main struct {
	Env            []string // "NAME=value", as in os.Environ
	Root           fs.FS    // the machine's file system, read for memory limits only
	ServiceState   string   // the state directory of the package's service
	Stdin          io.Reader
	Stdout, Stderr io.Writer
}

func main() {
	m := &Main{
		Env: os.Environ(), Root: os.DirFS("/"), ServiceState: "/var/lib/ssh-resume",
		Stdin: os.Stdin, Stdout: os.Stdout, Stderr: os.Stderr,
	}
	os.Exit(m.Run(context.Background(), os.Args[1:]))
}

// Run runs the command that args name and returns the exit status: 0, or 1 with the reason on standard
// error. A server runs until ctx is done or a signal stops it; canceling ctx works like SIGTERM.
func (m *Main) Run(ctx context.Context, args []string) (status int) {
	err := m.run(ctx, args)
	switch {
	case err == nil:
		return 0
	case !errors.Is(err, errReported):
		_, _ = fmt.Fprintln(m.Stderr, name+": "+printable.Line(message(err)))
	}
	return 1
}

// message returns an error's text with what to do about it.
func message(err error) string {
	file, ok := errors.AsType[*fs.PathError](err)
	if !ok || file.Op != readingResume && file.Op != writing {
		return err.Error()
	}
	folder := filepath.Dir(file.Path)
	switch missing := errors.Is(err, fs.ErrNotExist); {
	case errors.Is(err, syscall.EISDIR):
		return err.Error() + "; name a file in it"
	case missing && strings.Contains(file.Path, "://"):
		return err.Error() + "; save what is at that address, and name the file"
	case missing && !exists(folder):
		return fmt.Sprintf("%v; make the folder first: mkdir -p %s", err, address.Quote(folder))
	case missing && file.Op == readingResume:
		return fmt.Sprintf("%v; to write a starter there: %s init %s", err, name, address.Quote(inYAML(file.Path)))
	}
	return err.Error()
}

// errReported stands for errors that have been written to the user already.
var errReported = errors.New("already reported")

// environment returns the environment variables that say what the terminal shows, and in which language.
func (m *Main) environment() terminal.Environment {
	accepted := terminal.Environment{}
	for _, v := range m.Env {
		if name, value, _ := strings.Cut(v, "="); terminal.AcceptsVariable(name) {
			accepted[name] = value
		}
	}
	return accepted
}

// getenv returns an environment variable, or "" if it is not set. The last of several counts.
func (m *Main) getenv(name string) string {
	for _, v := range slices.Backward(m.Env) {
		if value, ok := strings.CutPrefix(v, name+"="); ok {
			return value
		}
	}
	return ""
}

// stateFile returns the path of a file that outlives the process, or "" if the environment has no place for it.
func (m *Main) stateFile(file string) string {
	// systemd.exec(5): several directories are separated by colons.
	state, _, _ := strings.Cut(m.getenv("STATE_DIRECTORY"), ":")
	switch xdg, home := m.getenv("XDG_STATE_HOME"), m.getenv("HOME"); {
	case state != "":
		return filepath.Join(state, file)
	case filepath.IsAbs(xdg): // XDG Base Directory Specification: relative paths are ignored
		return filepath.Join(xdg, name, file)
	case home != "":
		return filepath.Join(home, ".local", "state", name, file)
	}
	return ""
}

// asTerminal returns a stream as a file if it is a terminal.
func asTerminal(stream any) (*os.File, bool) {
	file, ok := stream.(*os.File)
	return file, ok && term.IsTerminal(file.Fd())
}

// print writes a text to standard output, unless err says that there is none.
func (m *Main) print(text string, err error) error {
	if err == nil {
		_, err = io.WriteString(m.Stdout, text)
	}
	return err
}

// count returns a number with its noun: "1 error", "2 errors".
func count(n int, noun string) string {
	if n != 1 {
		noun += "s"
	}
	return fmt.Sprintf("%d %s", n, noun)
}
