package server

import (
	"bytes"
	"crypto/rand"
	"strings"

	"charm.land/ssh"
	gossh "golang.org/x/crypto/ssh"
)

// Requests by which a client learns the host keys that are to come, and drops
// those that have gone (OpenSSH's PROTOCOL, section 2.5).
const (
	hostKeysRequest      = "hostkeys-00@openssh.com"
	proveHostKeysRequest = "hostkeys-prove-00@openssh.com"
)

// showHostKeys names all host keys to a client that knows what to do with them.
// It is called once the client is in; of each connection once is enough.
func (s *Server) showHostKeys(c *conn, sshConn *gossh.ServerConn) {
	if !strings.HasPrefix(string(sshConn.ClientVersion()), "SSH-2.0-OpenSSH") {
		return // some others give up on a request that they don't know
	}
	c.keysShown.Do(func() {
		var all []byte
		for _, key := range s.keys {
			all = append(all, gossh.Marshal(struct{ Key []byte }{key.PublicKey().Marshal()})...)
		}
		_, _, _ = sshConn.SendRequest(hostKeysRequest, false, all) // a client that has gone needs none
	})
}

// proveHostKeys signs for each host key that the client asks about that this
// server has it; for no more than it has keys, though one may be asked about
// twice. If it has not one of them, it proves none.
func (s *Server) proveHostKeys(ctx ssh.Context, _ *ssh.Server, r *gossh.Request) (bool, []byte) {
	if c, ok := ctx.Value(connKey{}).(*conn); !ok || !c.request() {
		return false, nil
	}
	sshConn, ok := ctx.Value(ssh.ContextKeyConn).(*gossh.ServerConn)
	if !ok {
		return false, nil
	}
	var proofs []byte
	asked, left := 0, r.Payload
	for ; len(left) > 0; asked++ {
		var one struct {
			Key  []byte
			Rest []byte `ssh:"rest"`
		}
		if asked == len(s.keys) || gossh.Unmarshal(left, &one) != nil {
			return false, nil
		}
		proof := s.prove(sshConn.SessionID(), one.Key)
		if proof == nil {
			return false, nil
		}
		proofs = append(proofs, gossh.Marshal(struct{ Proof []byte }{proof})...)
		left = one.Rest
	}
	return asked > 0, proofs
}

// prove gives the signature that shows, for one SSH session, that the server
// has a key; nil where it has not.
func (s *Server) prove(sessionID, key []byte) []byte {
	for _, have := range s.keys {
		if !bytes.Equal(key, have.PublicKey().Marshal()) {
			continue
		}
		signature, err := have.Sign(rand.Reader, gossh.Marshal(struct {
			Purpose      string
			Session, Key []byte
		}{proveHostKeysRequest, sessionID, key}))
		if err != nil {
			return nil
		}
		return gossh.Marshal(signature)
	}
	return nil
}
