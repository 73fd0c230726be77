package sshd

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/anmitsu/go-shlex"

	"ssh-resume/internal/export"
	"ssh-resume/internal/printable"
	"ssh-resume/internal/server/catalog"
	"ssh-resume/internal/words"
)

// errRefused says that the client does not want the file.
var errRefused = errors.New("refused by the client")

// isSCP reports whether a command is the far end of scp's old protocol.
func isSCP(command string) bool {
	name, _, _ := strings.Cut(command, " ")
	return name == commandSCP
}

// scpOptions are the known options: source, sink, folders and times, and those that change nothing here.
const scpOptions = "ftrp" + "vdq"

// parseSCP splits the words of a command as a shell would.
func parseSCP(command string, w words.Answers) (options string, paths []string, err error) {
	args, err := shlex.Split(command, true)
	if err != nil {
		return "", nil, errors.New(w.UnclosedQuote)
	}
	for args = args[1:]; len(args) > 0 && args[0] != "--"; args = args[1:] {
		if arg := args[0]; len(arg) > 1 && arg[0] == '-' {
			options += arg[1:]
		} else {
			paths = append(paths, arg)
		}
	}
	if unknown := []rune(strings.TrimLeft(options, scpOptions)); len(unknown) > 0 {
		return "", nil, errors.New(words.Fill(w.UnknownOption, "option", printable.Quoted(string(unknown[:1]))))
	}
	return options, append(paths, args[min(1, len(args)):]...), nil
}

// serveSCP sends files by scp's old protocol, which OpenSSH used up to 9.0 and still uses with -O. Its only
// specification is OpenSSH's scp.c. Wish's scp does not wait for the client's answers, and sends files that the
// client has refused.
func serveSCP(c copying) int {
	options, paths, err := parseSCP(c.command, c.words)
	s := &scpSource{copying: c, in: bufio.NewReaderSize(c.client, 512), options: options}
	switch {
	case err != nil:
		s.complain(err.Error())
	case s.has('t'):
		s.complain(c.words.ReadOnly)
	case !s.has('f') || len(paths) == 0:
		s.complain(c.words.FetchOnly)
	default:
		if err = s.answer(); err == nil { // the client is ready
			err = s.sendAll(paths)
		}
	}
	if err != nil || s.failed {
		return statusFailed
	}
	return 0
}

// scpSource sends files to a client.
type scpSource struct {
	copying

	in      *bufio.Reader
	options string
	failed  bool // something was not sent
}

func (s *scpSource) has(option rune) bool { return strings.ContainsRune(s.options, option) }

func (s *scpSource) sendAll(paths []string) error {
	for _, path := range paths {
		found := s.made(s.folder.Match(path))
		if len(found) == 0 {
			s.complain(words.Fill(s.words.NoFile, "path", printable.Quoted(path)))
		}
		for _, f := range found {
			var err error
			switch {
			case !f.IsDir():
				err = s.sendFile(f)
			case s.has('r'):
				err = s.sendFolder(f)
			default:
				s.complain(words.Fill(s.words.IsFolder, "path", printable.Quoted(path)))
			}
			if err != nil {
				return err
			}
		}
	}
	return nil
}

// sendFile sends one file. Its mode lets the visitor overwrite it later.
func (s *scpSource) sendFile(f *catalog.File) error {
	if s.left -= f.Size(); s.left < 0 {
		s.complain(s.words.TooMuchRead)
		return errors.New(s.words.TooMuchRead)
	}
	err := s.begin(f, fmt.Sprintf("C0644 %d %s\n", f.Size(), f.Name()))
	if err == nil {
		_, err = s.client.Write(f.Content)
	}
	if err == nil {
		err = s.say("\x00")
	}
	if err == nil {
		s.session.NoteSaved(f.Format)
	}
	return s.skip(err)
}

func (s *scpSource) sendFolder(f *catalog.File) error {
	if err := s.begin(f, "D0755 0 "+export.BaseName+"\n"); err != nil {
		return s.skip(err)
	}
	for _, f := range s.made(s.folder.All()) {
		if err := s.sendFile(f); err != nil {
			return err
		}
	}
	return s.skip(s.say("E\n"))
}

// begin announces what is sent, preceded by its times if the client wants them.
func (s *scpSource) begin(f *catalog.File, header string) error {
	if s.has('p') {
		if err := s.say(fmt.Sprintf("T%d 0 %[1]d 0\n", f.ModTime().Unix())); err != nil {
			return err
		}
	}
	return s.say(header)
}

// skip continues with the next file if the client did not want this one.
func (s *scpSource) skip(err error) error {
	if errors.Is(err, errRefused) {
		s.failed = true
		return nil
	}
	return err
}

// say sends what the client must answer, and reads the answer.
func (s *scpSource) say(message string) error {
	if _, err := io.WriteString(s.client, message); err != nil {
		return err
	}
	return s.answer()
}

// answer reads an answer: 0 for yes, 1 for no, or 2 for a fatal error. The last two are followed by a line that
// says why.
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

// complain makes the client print a line.
func (s *scpSource) complain(what string) {
	s.failed = true
	_, _ = io.WriteString(s.client, "\x01scp: "+what+"\n") // the client may be gone
}
