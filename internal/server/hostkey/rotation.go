package hostkey

import (
	"bytes"
	"crypto/rand"
	"slices"

	"golang.org/x/crypto/ssh"
)

// Requests by which a client learns new host keys and drops old ones (OpenSSH's PROTOCOL, section 2.5).
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

// Prove answers the payload of a ProveRequest: it signs for each key in it, within one SSH session, that the server
// has that key. It returns false, and proves nothing, if the payload has more keys than there are or any other key.
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
		i := slices.IndexFunc(keys, func(have ssh.Signer) bool { return bytes.Equal(one.Key, have.PublicKey().Marshal()) })
		if i < 0 {
			return nil, false
		}
		signature, err := keys[i].Sign(rand.Reader, ssh.Marshal(struct {
			Purpose      string
			Session, Key []byte
		}{ProveRequest, sessionID, one.Key}))
		if err != nil {
			return nil, false
		}
		proofs = append(proofs, ssh.Marshal(struct{ Proof []byte }{ssh.Marshal(signature)})...)
		payload = one.Rest
	}
	return proofs, asked > 0
}
