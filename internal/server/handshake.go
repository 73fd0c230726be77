package server

import (
	"errors"
	"net"

	"charm.land/log/v2"
	"charm.land/ssh"
	"charm.land/wish/v2"
	gossh "golang.org/x/crypto/ssh"
)

// software names the server to clients, without a number that would tell an
// attacker which faults to try.
const (
	software = "ssh-resume"
	version  = "SSH-2.0-" + software
)

type connKey struct{}

// newSSH makes the SSH server. Of what charm.land/ssh can do for sessions it
// uses the transport, the limits of the handshake and the handler; channels
// other than sessions, and requests of the connection such as port forwarding,
// are refused because nothing here takes them.
func (s *Server) newSSH(key gossh.Signer) (*ssh.Server, error) {
	base := handshakeConfig()
	return wish.NewServer(
		wish.WithVersion(software),
		// The last is the first to run.
		wish.WithMiddleware(s.interactive, s.plainText, s.files, s.logged),
		func(srv *ssh.Server) error {
			srv.AddHostKey(key)
			srv.HandshakeTimeout = s.config.HandshakeTimeout
			srv.ConnCallback = func(ctx ssh.Context, c net.Conn) net.Conn {
				if b, ok := c.(*balanced); ok {
					if c = s.introduced(b); c == nil {
						return nil
					}
				}
				ctx.SetValue(connKey{}, c)
				return c
			}
			srv.ServerConfigCallback = func(ctx ssh.Context) *gossh.ServerConfig {
				config := *base
				config.AuthLogCallback = func(meta gossh.ConnMetadata, _ string, err error) {
					if c, ok := ctx.Value(connKey{}).(*conn); ok && err == nil {
						c.letIn(string(meta.ClientVersion()))
					}
				}
				return &config
			}
			srv.ConnectionFailedCallback = func(c net.Conn, err error) {
				s.metrics.notLetIn(err)
				level := log.DebugLevel // scanners fail all day
				if none := (*gossh.AlgorithmNegotiationError)(nil); errors.As(err, &none) {
					level = log.InfoLevel // an old client of a person looks the same
				}
				s.log.Log(level, "handshake failed", "source", s.shown(c.RemoteAddr()), "because", told(err.Error()))
			}
			srv.ChannelHandlers = map[string]ssh.ChannelHandler{"session": s.firstSession}
			srv.RequestHandlers = map[string]ssh.RequestHandler{
				proveHostKeysRequest: s.proveHostKeys,
				"default":            refuse,
			}
			return nil
		},
	)
}

// firstSession takes a session as any other, and first names the host keys: no
// callback of charm.land/ssh is called between letting in and this.
func (s *Server) firstSession(srv *ssh.Server, sshConn *gossh.ServerConn, offered gossh.NewChannel, ctx ssh.Context) {
	if c, ok := ctx.Value(connKey{}).(*conn); ok {
		s.showHostKeys(c, sshConn)
	}
	s.session(srv, sshConn, offered, ctx)
}

// refuse counts a request of the connection, such as a sign of life, and
// refuses it.
func refuse(ctx ssh.Context, _ *ssh.Server, _ *gossh.Request) (bool, []byte) {
	if c, ok := ctx.Value(connKey{}).(*conn); ok {
		c.request()
	}
	return false, nil
}

// handshakeConfig lets anyone in. "None" comes first, so that OpenSSH shows no
// key. A client that insists on a key or a password is let in as well, and
// neither is kept.
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
		NoClientAuth: true,
		PasswordCallback: func(gossh.ConnMetadata, []byte) (*gossh.Permissions, error) {
			return nil, nil
		},
		PublicKeyCallback: func(gossh.ConnMetadata, gossh.PublicKey) (*gossh.Permissions, error) {
			return nil, nil
		},
		KeyboardInteractiveCallback: func(gossh.ConnMetadata, gossh.KeyboardInteractiveChallenge) (*gossh.Permissions, error) {
			return nil, nil
		},
		MaxAuthTries: 6, // as OpenSSH
	}
}
