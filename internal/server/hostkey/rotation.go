package hostkey

import (
	"bytes"
	"crypto/rand"

	"golang.org/x/crypto/ssh"
)

// Requests by which a client learns the host keys that are to come, and drops
// those that have gone (OpenSSH's PROTOCOL, section 2.5).
const (
	AnnounceRequest = "hostkeys-00@openssh.com"
	ProveRequest    = "hostkeys-prove-00@openssh.com"
)

// Announcement returns the payload of an AnnounceRequest: all host keys.
func Announcement(keys []ssh.Signer) []byte {
	var all []byte
	for _, key := range keys {
		all = append(all, ssh.Marshal(struct{ Key []byte }{key.PublicKey().Marshal()})...)
	}
	return all
}

// Prove answers the payload of a ProveRequest: it signs for each key in it, within
// one SSH session, that the server has that key. It proves nothing, and returns
// false, if the payload has more keys than there are or any other key.
func Prove(keys []ssh.Signer, sessionID, payload []byte) (proofs []byte, ok bool) {
	asked := 0
	for ; len(payload) > 0; asked++ {
		var one struct {
			Key  []byte
			Rest []byte `ssh:"rest"`
		}
		if asked == len(keys) || ssh.Unmarshal(payload, &one) != nil {
			return nil, false
		}
		proof := prove(keys, sessionID, one.Key)
		if proof == nil {
			return nil, false
		}
		proofs = append(proofs, ssh.Marshal(struct{ Proof []byte }{proof})...)
		payload = one.Rest
	}
	return proofs, asked > 0
}

// prove returns the signature for one key, and nil if the server does not have it.
func prove(keys []ssh.Signer, sessionID, key []byte) []byte {
	for _, have := range keys {
		if !bytes.Equal(key, have.PublicKey().Marshal()) {
			continue
		}
		signature, err := have.Sign(rand.Reader, ssh.Marshal(struct {
			Purpose      string
			Session, Key []byte
		}{ProveRequest, sessionID, key}))
		if err != nil {
			return nil
		}
		return ssh.Marshal(signature)
	}
	return nil
}
