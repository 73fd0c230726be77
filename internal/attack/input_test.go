package attack

import (
	"io"
	"net"
	"regexp"
	"strings"
	"testing"
	"time"
	"unicode"

	"golang.org/x/crypto/ssh"
)

// fairShare is the most of a core that a client may take.
const fairShare = 0.15

// flooded has clients send without an end what an attack types, and checks that
// each costs no more than is promised meanwhile.
func flooded(t *testing.T, first, again string) {
	t.Helper()
	p := attacked(t)
	const clients = 2
	var all []*net.TCPConn
	for i := range clients {
		tcp := p.dial(t, i)
		c := session(t, shakeHands(t, tcp, ssh.Config{}, "visitor"))
		shell(t, c, 120, 40)
		readAll(c)
		go func() {
			if _, err := io.WriteString(c, first); err == nil {
				endless(c, again)
			}
		}()
		all = append(all, tcp)
	}
	p.servesAVisitor(t)
	p.computesLittle(t, clients*fairShare)
	within(t, freed, p.memoryIsAsBefore)
	kill(t, all...)
	p.survives(t)
}

func TestHeldKeysCostLittle(t *testing.T) { flooded(t, "", "j") }

func TestKeysByTheThousandCostLittle(t *testing.T) {
	flooded(t, "", strings.Repeat("1234567890jd", 500))
}

func TestPasteWithoutEndCostsLittle(t *testing.T) {
	flooded(t, "\x1b[200~", strings.Repeat("paste ", 5000))
}

func TestStringWithoutEndCostsLittle(t *testing.T) {
	flooded(t, "\x1b]52;c;", strings.Repeat("A", 30_000))
}

// deaf is a connection whose client stops reading.
type deaf struct {
	net.Conn
	stop, gone chan struct{}
}

func (d *deaf) Read(p []byte) (int, error) {
	select {
	case <-d.stop:
		<-d.gone
		return 0, io.EOF
	default:
		return d.Conn.Read(p[:min(len(p), 512)])
	}
}

func TestClientsThatReadNothingAreLetGo(t *testing.T) {
	if testing.Short() {
		t.Skip("takes ten seconds")
	}
	p := attacked(t)
	const clients = 2
	stop, gone := make(chan struct{}), make(chan struct{})
	defer close(gone)
	var all []ssh.Channel
	for i := range clients {
		tcp := p.dial(t, i)
		if err := tcp.SetReadBuffer(4 << 10); err != nil {
			t.Fatal(err)
		}
		c := session(t, shakeHands(t, &deaf{tcp, stop, gone}, ssh.Config{}, "visitor"))
		shell(t, c, 400, 200)
		all = append(all, c)
	}
	close(stop)
	for _, c := range all {
		go endless(c, "t1t2t3t4t5")
		go redrawn(c)
	}
	p.servesAVisitor(t)
	p.reads(t, "session closed", 3+1+clients)
	within(t, patience, p.descriptorsAreFree) // while the clients hold on
	p.survives(t)
}

// redrawn has the whole window drawn as often as a connection may ask for it,
// so that what is sent soon fills all that lies between.
func redrawn(c ssh.Channel) {
	tick := time.NewTicker(5 * time.Millisecond)
	defer tick.Stop()
	for n := range uint32(1900) {
		if _, err := c.SendRequest("window-change", false, ssh.Marshal(windowChange{400 - n%2, 200, 0, 0})); err != nil {
			return
		}
		<-tick.C
	}
}

// event is how the log says one thing.
var event = regexp.MustCompile(`^time=[-+:0-9TZ]+ level=\w+ msg=("[^"]*"|\w+)( \w+=("(\\.|[^"\\])*"|[^" ]*))*$`)

func TestForgedNamesAddNoLineToTheLog(t *testing.T) {
	p := attacked(t, "--log-level=debug")
	for i, forged := range []string{
		"\nlevel=error msg=forged", "\r\nforged", "\x1b]0;forged\x07\x1b[2J", "\x00\u009b2J\u2028\u202e", `" forged="`,
		strings.Repeat("long\n", 1000),
	} {
		conn := shakeHands(t, p.dial(t, i), ssh.Config{}, forged)
		c := session(t, conn)
		ask(t, c, "env", variable{"LANG", forged})
		ask(t, c, "pty-req", ptyRequest{Term: forged, Columns: 80, Rows: 24})
		ask(t, c, "exec", line{forged})
		_, _ = io.Copy(io.Discard, c)
		_ = conn.Close()

		raw := p.dial(t, 100+i) // a version that no client would send
		_, _ = io.WriteString(raw, "SSH-2.0-"+forged+"\r\n")
		_ = raw.CloseWrite()
		_, _ = io.Copy(io.Discard, raw)
	}
	p.reads(t, "session closed", 3+6)
	p.survives(t)
	for _, l := range strings.Split(strings.TrimSuffix(p.said(t), "\n"), "\n") {
		if !event.MatchString(l) || strings.ContainsFunc(l, func(c rune) bool { return !unicode.IsPrint(c) }) {
			t.Errorf("no line of the log: %q", l)
		}
	}
}
