package sshd

import (
	"cmp"
	"fmt"
	"runtime/debug"
	"strings"

	"charm.land/ssh"
	gossh "golang.org/x/crypto/ssh"

	"ssh-resume/internal/address"
	"ssh-resume/internal/export"
	"ssh-resume/internal/server/session"
	"ssh-resume/internal/terminal"
	"ssh-resume/internal/words"
)

// Limits of what a client may ask for in one session.
const (
	maxVariables     = 32      // environment variables with a meaning here, repeats included
	maxVariableBytes = 4 << 10 // names and values
	maxTerm          = 64      // bytes of the terminal's name
	maxCommand       = 1 << 10 // bytes

	maxWidth, maxHeight         = 400, 200 // of a window, in cells
	defaultWidth, defaultHeight = export.TextWidth, 24
)

// channel is a channel of type "session": one visitor's session. Only the
// goroutine that answers requests uses the fields below session.
type channel struct {
	gossh.Channel

	server  *Server
	conn    *connection
	session *session.Session

	variables     int
	variableBytes int
	user          string
	command       string
	subsystem     string
	begun         bool // a shell, a command or a subsystem was asked for
	exited        bool // only the session's goroutine uses it
}

// openChannel takes a channel of type "session" and answers its requests until it is
// closed. The stock handler of charm.land/ssh would keep any number of variables, and
// wait forever for window changes to be read.
func (s *Server) openChannel(_ *ssh.Server, sshConn *gossh.ServerConn, offered gossh.NewChannel, ctx ssh.Context) {
	c := connectionOf(ctx)
	number := c.acquire()
	if number == 0 {
		if c.refused.Add(1) > maxRefused {
			c.admitted.Shutdown(tooManyChannels.Name, tooManyChannels.Sentence)
		} else {
			_ = offered.Reject(gossh.ResourceShortage, words.For("").Endings.TooManyChannels) // x/crypto marks it as English
		}
		return
	}
	defer c.release()
	defer func() {
		if r := recover(); r != nil {
			s.config.Observer.Panicked("connection", c.admitted.ID, r, debug.Stack())
			c.admitted.Shutdown(session.Panicked, func(e *words.Endings) string { return e.Panicked })
		}
	}()
	if number == 1 { // charm.land/ssh calls nothing earlier once a client is authenticated
		s.announceHostKeys(sshConn)
	}
	accepted, requests, err := offered.Accept()
	if err != nil {
		return // the connection is gone
	}
	ch := &channel{
		Channel: accepted, server: s, conn: c, user: sshConn.User(),
		session: &session.Session{
			ID:     fmt.Sprintf("%s-%d", c.admitted.ID, number),
			Source: c.admitted.Peer, Client: c.admitted.Client(), Connected: c.admitted.Opened,
			Input: accepted, Output: accepted, Errors: accepted.Stderr(),
			Environment: terminal.Environment{}, Conn: c.admitted, Context: ctx,
			Address: address.Of(s.config.PublicAddress, c.admitted.Local),
		},
	}
	ch.session.Resize(window(0, 0)) // until it has a terminal
	for r := range requests {
		// Dragging a window sends many sizes, and some clients send all their variables. The byte limits bound both.
		isFree := r.Type == "window-change" || r.Type == "env"
		if !isFree && !c.allowRequest() {
			continue // until the connection ends, which is about to happen
		}
		waiting := !ch.begun
		_ = r.Reply(ch.answer(r), nil) // the client may be gone
		if waiting && ch.begun {
			ch.start()
		}
	}
}

// answer handles a request, and reports whether it is granted.
func (ch *channel) answer(r *gossh.Request) bool {
	switch r.Type {
	case "env":
		return ch.setenv(r.Payload)
	case "pty-req":
		return ch.requestPty(r.Payload)
	case "window-change":
		return ch.changeWindow(r.Payload)
	case "shell":
		return ch.begin("", "")
	case "exec":
		var command struct{ Line string }
		return gossh.Unmarshal(r.Payload, &command) == nil && ch.begin(command.Line, "")
	case "subsystem":
		var subsystem struct{ Name string }
		return gossh.Unmarshal(r.Payload, &subsystem) == nil && subsystem.Name == subsystemSFTP && ch.begin("", subsystemSFTP)
	}
	return false // there is no agent, X11, signal or break here
}

// begin records what the client wants, which it may say once.
func (ch *channel) begin(command, subsystem string) bool {
	if ch.begun {
		return false
	}
	ch.begun = true
	ch.command, ch.subsystem = strings.Clone(command[:min(len(command), maxCommand)]), subsystem
	return true
}

func (ch *channel) setenv(payload []byte) bool {
	var v struct{ Name, Value string }
	if ch.begun || gossh.Unmarshal(payload, &v) != nil || !terminal.AcceptsVariable(v.Name) {
		return false
	}
	ch.variables++
	ch.variableBytes += len(v.Name) + len(v.Value)
	if ch.variables > maxVariables || ch.variableBytes > maxVariableBytes {
		return false
	}
	ch.session.Environment[v.Name] = v.Value
	return true
}

// requestPty handles a request for a terminal (RFC 4254, section 6.2). Terminal modes are ignored: there is no
// line discipline here.
func (ch *channel) requestPty(payload []byte) bool {
	var v struct {
		Term                         string
		Columns, Rows, Width, Height uint32
		Modes                        string
	}
	if ch.begun || ch.session.Terminal.Present || gossh.Unmarshal(payload, &v) != nil {
		return false
	}
	ch.session.Terminal = session.Terminal{Present: true, Name: strings.Clone(v.Term[:min(len(v.Term), maxTerm)])}
	ch.session.Resize(window(v.Columns, v.Rows))
	return true
}

// changeWindow handles a new size of the window (RFC 4254, section 6.7).
func (ch *channel) changeWindow(payload []byte) bool {
	var v struct{ Columns, Rows, Width, Height uint32 }
	if !ch.session.Terminal.Present || gossh.Unmarshal(payload, &v) != nil {
		return false
	}
	ch.session.Resize(window(v.Columns, v.Rows))
	return true
}

// window returns a drawable size in cells for what a client says.
func window(columns, rows uint32) (width, height int) {
	return int(min(cmp.Or(columns, defaultWidth), maxWidth)), int(min(cmp.Or(rows, defaultHeight), maxHeight))
}

// start begins the session and answers it on a goroutine of its own.
func (ch *channel) start() {
	s, sess := ch.server, ch.session
	languages := sess.Environment.Languages()
	sess.Words = words.For(append(languages, "")[0])
	if sess.Edition = s.config.Catalog.Lookup(ch.user, languages); sess.Edition != nil {
		sess.Request, sess.Edition = newRequest(ch.command, ch.subsystem, sess)
		sess.Words = sess.Edition.Words
	}
	sess.First = ch.conn.admitted.BeginSession()
	end := s.config.Sessions.Go(sess, func() {
		ch.run()
		ch.conn.admitted.EndSession()
	})
	if end != nil {
		ch.conn.admitted.EndSession()
		ch.exitWith(end.Sentence, statusFailed)
	}
}

// run answers the session. A panic ends only this session.
func (ch *channel) run() {
	defer func() {
		if r := recover(); r != nil {
			ch.server.config.Sessions.Panicked(ch.session, r, debug.Stack())
		}
		if end := ch.session.Canceled(); end != nil && end.Sentence != "" && !ch.exited {
			ch.exitWith(end.Sentence, statusFailed)
		}
		ch.exit(0) // unless a status was already sent
	}()
	ch.respond()
}

// exit sends an exit status and closes the channel. Only the first call has an effect.
func (ch *channel) exit(status int) {
	if ch.exited {
		return
	}
	ch.exited = true
	payload := struct{ Status uint32 }{uint32(status)} //nolint:gosec // it is small and positive
	_, _ = ch.SendRequest("exit-status", false, gossh.Marshal(&payload))
	_ = ch.Close() // the client may be gone
}
