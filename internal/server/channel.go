package server

import (
	"fmt"
	"runtime/debug"
	"strings"

	"charm.land/ssh"
	gossh "golang.org/x/crypto/ssh"
)

// Limits of what a client may ask for in one session.
const (
	maxEnv      = 32      // variables, as they come
	maxEnvBytes = 4 << 10 // names and values
	maxTerm     = 64      // bytes of the terminal's name
	maxCommand  = 1 << 10 // bytes

	maxWidth, maxHeight         = 400, 200 // cells of a window
	defaultWidth, defaultHeight = 80, 24
)

// session takes a channel of type "session", and answers its requests until it
// is closed. The stock handler of charm.land/ssh would keep any number of
// variables, take windows of any size, and wait for ever for somebody to read
// the changes of the window.
func (s *Server) session(_ *ssh.Server, sshConn *gossh.ServerConn, offered gossh.NewChannel, ctx ssh.Context) {
	c, ok := ctx.Value(connKey{}).(*conn)
	if !ok {
		return // it came past the listener, which never happens
	}
	number, ok := c.openChannel()
	if !ok {
		if c.refuse() {
			_ = offered.Reject(gossh.ResourceShortage, "too many sessions on one connection")
		}
		return
	}
	defer c.closeChannel()
	defer func() {
		if r := recover(); r != nil {
			s.metrics.fault(errorPanic)
			s.log.Error("connection panicked", "id", c.id, "panic", r, "stack", string(debug.Stack()))
			c.drop(endFaulty)
		}
	}()
	channel, requests, err := offered.Accept()
	if err != nil {
		return // the connection has gone
	}
	sess := &session{
		Channel: channel, conn: c, ssh: sshConn, ctx: ctx,
		id:  fmt.Sprintf("%s-%d", c.id, number),
		env: environment{},
	}
	for r := range requests {
		if !c.request() {
			continue // until the end of the connection, which is near, closes this
		}
		_ = r.Reply(s.answer(sess, r), nil) // a client that has gone needs none
		if sess.begun && !sess.started {
			sess.started = true
			s.start(sess)
		}
	}
}

// answer takes a request, and tells whether it is granted.
func (s *Server) answer(sess *session, r *gossh.Request) bool {
	switch r.Type {
	case "env":
		return sess.setenv(r.Payload)
	case "pty-req":
		return sess.requestPty(r.Payload)
	case "window-change":
		return sess.windowChange(r.Payload)
	case "shell":
		return sess.begin("")
	case "exec":
		var command struct{ Line string }
		return gossh.Unmarshal(r.Payload, &command) == nil && sess.begin(command.Line)
	case "subsystem":
		var subsystem struct{ Name string }
		if gossh.Unmarshal(r.Payload, &subsystem) != nil || subsystem.Name != subsystemSFTP || !sess.begin("") {
			return false
		}
		sess.subsystem = subsystemSFTP
		return true
	}
	return false // there is no agent, X11, signal or break here
}

// begin says what the client wants; it can do so once.
func (s *session) begin(command string) bool {
	if s.begun {
		return false
	}
	s.begun = true
	s.command = strings.Clone(command[:min(len(command), maxCommand)])
	return true
}

func (s *session) setenv(payload []byte) bool {
	var v struct{ Name, Value string }
	if s.begun || gossh.Unmarshal(payload, &v) != nil {
		return false
	}
	s.variables++
	s.variableBytes += len(v.Name) + len(v.Value)
	if s.variables > maxEnv || s.variableBytes > maxEnvBytes || !accepted(v.Name) {
		return false
	}
	s.env[v.Name] = v.Value
	return true
}

// requestPty takes a request for a terminal (RFC 4254, section 6.2). The modes
// concern a line discipline, which is not here.
func (s *session) requestPty(payload []byte) bool {
	var v struct {
		Term                         string
		Columns, Rows, Width, Height uint32
		Modes                        string
	}
	if s.begun || s.hasPty || gossh.Unmarshal(payload, &v) != nil {
		return false
	}
	s.hasPty = true
	s.term = strings.Clone(v.Term[:min(len(v.Term), maxTerm)])
	s.window = window(v.Columns, v.Rows)
	return true
}

// windowChange takes another size (RFC 4254, section 6.7).
func (s *session) windowChange(payload []byte) bool {
	var v struct{ Columns, Rows, Width, Height uint32 }
	if !s.hasPty || gossh.Unmarshal(payload, &v) != nil {
		return false
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	s.window = window(v.Columns, v.Rows)
	if s.resize != nil {
		s.resize(s.window.Width, s.window.Height)
	}
	return true
}

// window makes a size of cells that can be drawn of what a client says.
func window(columns, rows uint32) ssh.Window {
	size := func(n, fallback, most uint32) int {
		if n == 0 {
			n = fallback
		}
		return int(min(n, most))
	}
	return ssh.Window{
		Width:  size(columns, defaultWidth, maxWidth),
		Height: size(rows, defaultHeight, maxHeight),
	}
}
