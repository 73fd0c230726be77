package server

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/anmitsu/go-shlex"
)

// errRefused says that the other side has refused to go on.
var errRefused = errors.New("the client gave up")

// scpDirectory is the folder's name on the visitor's disk.
const scpDirectory = "resume"

// isSCP tells whether a command is the far end of scp's old protocol, which
// OpenSSH has used up to 9.0 and with -O uses still.
func isSCP(command string) bool {
	name, _, _ := strings.Cut(command, " ")
	return name == "scp"
}

// scpCommand is a command of scp, its words as a shell would give them.
type scpCommand struct {
	source, sink            bool
	folders, times, ignored bool
	paths                   []string
}

func parseSCP(command string) (c scpCommand, err error) {
	words, err := shlex.Split(command, true)
	if err != nil {
		return c, errors.New("a quote is not closed")
	}
	for i, word := range words[1:] {
		if word == "--" {
			c.paths = append(c.paths, words[1:][i+1:]...)
			break
		}
		if len(word) < 2 || word[0] != '-' {
			c.paths = append(c.paths, word)
			continue
		}
		for _, option := range word[1:] {
			to, ok := map[rune]*bool{
				'f': &c.source, 't': &c.sink, 'r': &c.folders, 'p': &c.times,
				'v': &c.ignored, 'd': &c.ignored, 'q': &c.ignored,
			}[option]
			if !ok {
				return c, fmt.Errorf("unknown option -%c", option)
			}
			*to = true
		}
	}
	return c, nil
}

// scp sends files by scp's old protocol. Nobody has specified that; what
// OpenSSH's scp.c does is what counts.
func (s *Server) scp(_ context.Context, sess *session, files *folder, client io.ReadWriteCloser) int {
	c, err := parseSCP(sess.command)
	out := &scpSource{Reader: bufio.NewReaderSize(client, 512), Writer: client, command: c, sess: sess, left: maxRead}
	switch {
	case err != nil:
		out.complain(err.Error())
	case c.sink:
		out.complain("read-only: nothing can be put here")
	case !c.source || len(c.paths) == 0:
		out.complain("files can only be fetched, with scp -f PATH")
	default:
		err = out.answer() // the client is ready
		if err == nil {
			err = out.sendAll(files)
		}
	}
	if err != nil || out.failed {
		return 1
	}
	return 0
}

// scpSource sends files to a client.
type scpSource struct {
	*bufio.Reader
	io.Writer

	command scpCommand
	sess    *session
	left    int64 // bytes that can be sent
	failed  bool  // something was not sent
}

func (s *scpSource) sendAll(files *folder) error {
	for _, path := range s.command.paths {
		found := files.match(path)
		if len(found) == 0 {
			s.complain(told(path) + ": no such file")
		}
		for _, f := range found {
			send := s.sendFile
			if f.IsDir() {
				if !s.command.folders {
					s.complain(told(path) + ": a folder, which scp -r fetches")
					continue
				}
				send = func(f *file) error { return s.sendFolder(f, files.files) }
			}
			if err := send(f); err != nil {
				return err
			}
		}
	}
	return nil
}

// sendFile sends one file. The mode lets the visitor fetch it once more into
// the same place.
func (s *scpSource) sendFile(f *file) error {
	if s.left -= f.Size(); s.left < 0 {
		s.complain(errMuchRead.Error())
		return errMuchRead
	}
	if err := s.sendTimes(f); err != nil {
		return s.skip(err)
	}
	if err := s.say(fmt.Sprintf("C0644 %d %s\n", f.Size(), f.name)); err != nil {
		return s.skip(err)
	}
	s.sess.took(f.name)
	if _, err := s.Write(f.content); err != nil {
		return err
	}
	return s.skip(s.say("\x00"))
}

func (s *scpSource) sendFolder(folder *file, files []*file) error {
	if err := s.sendTimes(folder); err != nil {
		return s.skip(err)
	}
	if err := s.say("D0755 0 " + scpDirectory + "\n"); err != nil {
		return s.skip(err)
	}
	for _, f := range files {
		if err := s.sendFile(f); err != nil {
			return err
		}
	}
	return s.skip(s.say("E\n"))
}

func (s *scpSource) sendTimes(f *file) error {
	if !s.command.times {
		return nil
	}
	changed := f.changed.Unix()
	return s.say(fmt.Sprintf("T%d 0 %d 0\n", changed, changed))
}

// skip goes on with the next file where the client did not want this one.
func (s *scpSource) skip(err error) error {
	if errors.Is(err, errRefused) {
		s.failed = true
		return nil
	}
	return err
}

// say sends what the client has to answer, and takes the answer.
func (s *scpSource) say(message string) error {
	if _, err := io.WriteString(s, message); err != nil {
		return err
	}
	return s.answer()
}

// answer takes an answer: 0 for yes; 1 for no, and 2 for no at all, each with
// a line that says why.
func (s *scpSource) answer() error {
	answer, err := s.ReadByte()
	if err != nil || answer == 0 {
		return err
	}
	if _, err := s.ReadSlice('\n'); err != nil {
		return fmt.Errorf("read why the client refuses: %w", err)
	}
	if answer == 1 {
		return errRefused
	}
	return errors.New("the client has ended it")
}

// complain has the client print a line.
func (s *scpSource) complain(what string) {
	s.failed = true
	_, _ = io.WriteString(s, "\x01scp: "+what+"\n") // where it is not read, nobody is there
}
