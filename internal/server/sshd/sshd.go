// Package sshd is the SSH front end: connections, channels and their requests. It
// answers commands, copies files over SFTP and scp, and hands interactive sessions on
// to package session. It uses the connections that package admission let in.
package sshd

import (
	"context"
	"net"
	"strings"

	"charm.land/ssh"
	"charm.land/wish/v2"
	gossh "golang.org/x/crypto/ssh"

	"ssh-resume/internal/server/admission"
	"ssh-resume/internal/server/catalog"
	"ssh-resume/internal/server/hostkey"
	"ssh-resume/internal/server/session"
)

// Observer is told what happens before there is a session, and what a session can't know. Its methods may be
// called from several goroutines at once.
type Observer interface {
	// HandshakeFailed is called when a connection could not be authenticated.
	HandshakeFailed(source net.Addr, err error)
	// Panicked is called when a panic has ended something; what is "connection".
	Panicked(what, id string, value any, stack []byte)
	// DocumentFailed is called when a format could not be made for a session.
	DocumentFailed(id, format string, err error)
}

// Config is what the front end needs. All fields except PublicAddress must be set.
type Config struct {
	Keys          []gossh.Signer // the first is used; the others are announced for rotation
	Listener      *admission.Listener
	Catalog       *catalog.Catalog
	Sessions      *session.Manager
	Observer      Observer
	PublicAddress string // HOST or HOST:PORT to show visitors; empty for what they connected to
}

// Server serves résumés over SSH.
type Server struct {
	config Config
	ssh    *ssh.Server
}

// Serve serves until the listener is closed.
func (s *Server) Serve() error { return s.ssh.Serve(s.config.Listener) }

// Shutdown waits for the goroutines of connections that are closed.
func (s *Server) Shutdown(ctx context.Context) error { return s.ssh.Shutdown(ctx) }

// connectionKey is the key of a *connection in the context of the SSH library.
type connectionKey struct{}

// connectionOf returns the connection that the SSH library serves.
func connectionOf(ctx ssh.Context) *connection {
	return ctx.Value(connectionKey{}).(*connection) //nolint:forcetypeassert // ConnCallback has set it
}

// New returns a server that serves what the listener accepts. It refuses channels other than sessions, and requests
// such as for port forwarding, because nothing handles them. To OpenSSH, a refused keepalive is a sign of life, too. The
// byte limits bound how many requests of a connection there are.
func New(config Config) (s *Server, err error) {
	s = &Server{config: config}
	handshake := handshakeConfig()
	s.ssh, err = wish.NewServer(func(srv *ssh.Server) error {
		srv.AddHostKey(s.config.Keys[0])
		srv.Version = strings.TrimPrefix(admission.Banner, "SSH-2.0-")
		srv.HandshakeTimeout = s.config.Listener.HandshakeTimeout()
		srv.ConnCallback = func(ctx ssh.Context, accepted net.Conn) net.Conn {
			admitted := s.config.Listener.Admit(accepted)
			if admitted == nil {
				return nil
			}
			ctx.SetValue(connectionKey{}, newConnection(admitted, s.config.Sessions))
			return admitted
		}
		srv.ServerConfigCallback = func(ctx ssh.Context) *gossh.ServerConfig {
			config := *handshake
			config.AuthLogCallback = func(meta gossh.ConnMetadata, _ string, err error) {
				if err == nil {
					connectionOf(ctx).admitted.Authenticate(string(meta.ClientVersion()))
				}
			}
			return &config
		}
		srv.ConnectionFailedCallback = func(c net.Conn, err error) { s.config.Observer.HandshakeFailed(c.RemoteAddr(), err) }
		srv.ChannelHandlers = map[string]ssh.ChannelHandler{"session": s.openChannel}
		srv.RequestHandlers = map[string]ssh.RequestHandler{hostkey.ProveRequest: s.proveHostKeys}
		return nil
	})
	return s, err
}

// announceHostKeys tells a client that can use them all host keys.
func (s *Server) announceHostKeys(conn *gossh.ServerConn) {
	if strings.HasPrefix(string(conn.ClientVersion()), "SSH-2.0-OpenSSH") { // some others disconnect on an unknown request
		// The client may be gone.
		_, _, _ = conn.SendRequest(hostkey.AnnounceRequest, false, hostkey.Announcement(s.config.Keys))
	}
}

// proveHostKeys proves to a client that the server has the host keys it asks about.
func (s *Server) proveHostKeys(ctx ssh.Context, _ *ssh.Server, r *gossh.Request) (bool, []byte) {
	conn, ok := ctx.Value(ssh.ContextKeyConn).(*gossh.ServerConn)
	if !ok || !connectionOf(ctx).allowRequest() {
		return false, nil
	}
	proofs, ok := hostkey.Prove(s.config.Keys, conn.SessionID(), r.Payload)
	return ok, proofs
}

// handshakeConfig lets anyone in. "None" comes first, so that OpenSSH offers no key.
// Clients that insist on a key or a password are let in as well; neither is kept.
func handshakeConfig() *gossh.ServerConfig {
	return &gossh.ServerConfig{
		Config: gossh.Config{
			KeyExchanges: []string{
				gossh.KeyExchangeMLKEM768X25519, gossh.KeyExchangeCurve25519, "curve25519-sha256@libssh.org",
			},
			Ciphers: []string{
				gossh.CipherChaCha20Poly1305,
				gossh.CipherAES256GCM, gossh.CipherAES128GCM,
				gossh.CipherAES256CTR, gossh.CipherAES192CTR, gossh.CipherAES128CTR,
			},
			MACs: []string{gossh.HMACSHA256ETM, gossh.HMACSHA512ETM},
		},
		NoClientAuth:      true,
		PasswordCallback:  func(gossh.ConnMetadata, []byte) (*gossh.Permissions, error) { return nil, nil },
		PublicKeyCallback: func(gossh.ConnMetadata, gossh.PublicKey) (*gossh.Permissions, error) { return nil, nil },
		KeyboardInteractiveCallback: func(gossh.ConnMetadata, gossh.KeyboardInteractiveChallenge) (*gossh.Permissions, error) {
			return nil, nil
		},
		MaxAuthTries: 6, // as in OpenSSH
	}
}
