package sshd

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/anmitsu/go-shlex"

	"ssh-resume/internal/server/catalog"
	"ssh-resume/internal/server/session"
	"ssh-resume/internal/words"
)

// errRefused says that the client does not want the file.
var errRefused = errors.New("refused by the client")

// scpFolder is the folder's name on the visitor's disk.
const scpFolder = "resume"

// isSCP reports whether a command is the far end of scp's old protocol, which
// OpenSSH used up to 9.0 and still uses with -O.
func isSCP(command string) bool {
	name, _, _ := strings.Cut(command, " ")
	return name == "scp"
}

// scpCommand is a command of scp, its words as a shell would split them.
type scpCommand struct {
	source, sink            bool
	folders, times, ignored bool
	paths                   []string
}

func parseSCP(command string, w words.Answers) (c scpCommand, err error) {
	args, err := shlex.Split(command, true)
	if err != nil {
		return c, errors.New(w.OpenQuote)
	}
	for i, arg := range args[1:] {
		if arg == "--" {
			c.paths = append(c.paths, args[1:][i+1:]...)
			break
		}
		if len(arg) < 2 || arg[0] != '-' {
			c.paths = append(c.paths, arg)
			continue
		}
		for _, option := range arg[1:] {
			to, ok := map[rune]*bool{
				'f': &c.source, 't': &c.sink, 'r': &c.folders, 'p': &c.times,
				'v': &c.ignored, 'd': &c.ignored, 'q': &c.ignored,
			}[option]
			if !ok {
				return c, errors.New(words.Fill(w.UnknownOption, "option", session.Quoted(string(option))))
			}
			*to = true
		}
	}
	return c, nil
}

// scp sends files by scp's old protocol, which is specified nowhere: what counts is
// OpenSSH's scp.c. The scp of Wish would not wait for the client's answers, so a
// client that refuses a file would receive it all the same, and could not be told
// of a path that does not exist before those that do.
func (ch *channel) scp(_ context.Context, folder *catalog.Folder, client io.ReadWriteCloser) int {
	return serveSCP(ch.copying(), ch.command, folder, client)
}

func serveSCP(s copying, command string, folder *catalog.Folder, client io.ReadWriteCloser) int {
	c, err := parseSCP(command, s.words)
	out := &scpSource{copying: s, in: bufio.NewReaderSize(client, 512), Writer: client, command: c}
	switch {
	case err != nil:
		out.complain(err.Error())
	case c.sink:
		out.complain(s.words.ReadOnly)
	case !c.source || len(c.paths) == 0:
		out.complain(s.words.FetchOnly)
	default:
		err = out.answer() // the client is ready
		if err == nil {
			err = out.sendAll(folder)
		}
	}
	if err != nil || out.failed {
		return statusFailed
	}
	return 0
}

// scpSource sends files to a client.
type scpSource struct {
	copying
	io.Writer

	in      *bufio.Reader
	command scpCommand
	failed  bool // something was not sent
}

func (s *scpSource) sendAll(folder *catalog.Folder) error {
	for _, path := range s.command.paths {
		found := folder.Match(path)
		if len(found) == 0 {
			s.complain(words.Fill(s.words.NoFile, "path", session.Quoted(path)))
		}
		for _, f := range found {
			send := s.sendFile
			if f.IsDir() {
				if !s.command.folders {
					s.complain(words.Fill(s.words.IsFolder, "path", session.Quoted(path)))
					continue
				}
				send = func(f *catalog.File) error { return s.sendFolder(f, folder.Files) }
			}
			if err := send(f); err != nil {
				return err
			}
		}
	}
	return nil
}

// sendFile sends one file. Its mode lets the visitor save it once more in the same
// place.
func (s *scpSource) sendFile(f *catalog.File) error {
	if s.left -= f.Size(); s.left < 0 {
		s.complain(s.words.TooMuchRead)
		return errors.New(s.words.TooMuchRead)
	}
	if err := s.sendTimes(f); err != nil {
		return s.skip(err)
	}
	if err := s.say(fmt.Sprintf("C0644 %d %s\n", f.Size(), f.Name())); err != nil {
		return s.skip(err)
	}
	if _, err := s.Write(f.Content); err != nil {
		return err
	}
	if err := s.say("\x00"); err != nil {
		return s.skip(err)
	}
	s.session.Save(f.Format)
	return nil
}

func (s *scpSource) sendFolder(folder *catalog.File, files []*catalog.File) error {
	if err := s.sendTimes(folder); err != nil {
		return s.skip(err)
	}
	if err := s.say("D0755 0 " + scpFolder + "\n"); err != nil {
		return s.skip(err)
	}
	for _, f := range files {
		if err := s.sendFile(f); err != nil {
			return err
		}
	}
	return s.skip(s.say("E\n"))
}

func (s *scpSource) sendTimes(f *catalog.File) error {
	if !s.command.times {
		return nil
	}
	changed := f.ModTime().Unix()
	return s.say(fmt.Sprintf("T%d 0 %d 0\n", changed, changed))
}

// skip goes on with the next file if the client did not want this one.
func (s *scpSource) skip(err error) error {
	if errors.Is(err, errRefused) {
		s.failed = true
		return nil
	}
	return err
}

// say sends what the client has to answer, and reads the answer.
func (s *scpSource) say(message string) error {
	if _, err := io.WriteString(s, message); err != nil {
		return err
	}
	return s.answer()
}

// answer reads an answer: 0 for yes, 1 for no, and 2 for the end of it, each but
// the first with a line that says why.
func (s *scpSource) answer() error {
	answer, err := s.in.ReadByte()
	if err != nil || answer == 0 {
		return err
	}
	if _, err := s.in.ReadSlice('\n'); err != nil {
		return fmt.Errorf("read why the client refuses: %w", err)
	}
	if answer == 1 {
		return errRefused
	}
	return errors.New("ended by the client")
}

// complain has the client print a line.
func (s *scpSource) complain(what string) {
	s.failed = true
	_, _ = io.WriteString(s, "\x01scp: "+what+"\n") // if nobody reads it, nobody is there
}
