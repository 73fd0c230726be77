package picture_test

import (
	"context"
	"crypto/ed25519"
	"crypto/rand"
	"encoding/pem"
	"errors"
	"fmt"
	"image/color"
	"io"
	"strings"

	"golang.org/x/crypto/ssh"

	"ssh-resume/data"
	"ssh-resume/internal/resume"
	"ssh-resume/internal/server"
	"ssh-resume/internal/server/catalog"
	"ssh-resume/internal/server/hostkey"
	"ssh-resume/internal/server/observe"
	"ssh-resume/internal/visitor"
)

// The pictures show a window of this size.
const width, height = 100, 30

// host is what the visitor in the pictures types.
const host = "resume.example.com"

// prompt is on the visitor's screen before and after the session.
const prompt = "$ "

// windows has the window of each picture, by file name. The colors of the résumé itself come from the server.
var windows = map[string]window{
	"picture.svg": {
		background: rgb(0x16181d), foreground: rgb(0xd0d0d0),
		bar: rgb(0x23262d), barText: rgb(0xa0a6b0), edge: rgb(0x3a3f4a), buttons: rgb(0x4a505c),
	},
	"picture-light.svg": {
		background: rgb(0xffffff), foreground: rgb(0x303030),
		bar: rgb(0xf0f1f3), barText: rgb(0x5a6069), edge: rgb(0xc8ccd2), buttons: rgb(0xc8ccd2),
	},
}

func rgb(c uint32) color.Color {
	return color.RGBA{uint8(c >> 16), uint8(c >> 8), uint8(c), 255}
}

// draw serves the embedded résumé and returns the pictures by file name.
func draw(ctx context.Context) (pictures map[string][]byte, err error) {
	s, err := start() //nolint:contextcheck // listening on a loopback port doesn't block
	if err != nil {
		return nil, err
	}
	ctx, stop := context.WithCancel(ctx)
	served := make(chan error, 1)
	go func() { served <- s.Serve(ctx) }()
	defer func() {
		stop()
		err = errors.Join(err, <-served)
	}()
	pictures = map[string][]byte{}
	for name, w := range windows {
		if pictures[name], err = drawOne(ctx, s.Addr().String(), w); err != nil {
			return nil, fmt.Errorf("draw %s: %w", name, err)
		}
	}
	return pictures, nil
}

// start starts the server on a loopback port, with a host key that is never written to a file.
func start() (*server.Server, error) {
	r, problems := resume.Parse(data.Name, data.Resume)
	if r == nil {
		return nil, fmt.Errorf("the embedded résumé: %w", problems[0])
	}
	_, key, err := ed25519.GenerateKey(rand.Reader)
	if err != nil {
		return nil, fmt.Errorf("make a host key: %w", err)
	}
	block, err := ssh.MarshalPrivateKey(key, "")
	if err != nil {
		return nil, fmt.Errorf("write the host key: %w", err)
	}
	s, err := server.New(server.Config{
		Listen: "127.0.0.1:0", PublicAddress: host, HostKeys: hostkey.Config{PEM: string(pem.EncodeToMemory(block))},
	}, catalog.Revision{Resume: r}, observe.NewLogger(io.Discard, "error", "text"))
	if err != nil {
		return nil, fmt.Errorf("start the server: %w", err)
	}
	return s, nil
}

// scene is a key that the visitor presses. The server answers it with one frame.
type scene struct {
	key     string
	shows   string  // in the frame
	seconds float64 // for which the frame is shown
}

// scenes is the film after the title page, up to leaving.
var scenes = []scene{
	{"2", "Backend Infrastructure Team", 3},
	{"/", "", 1},
	{"k", "", .3},
	{"a", "", .3},
	{"f", "", .3},
	{"k", "", .3},
	{"a", "kafka", 2.5},
	{"enter", "", 2.5},
	{"esc", "", 1},
	{"d", "scp ", 3},
	{"esc", "", .6},
}

// play presses a scene's key and waits for the frame that answers it.
func (s scene) play(ctx context.Context, v *visitor.Visitor) error {
	before := v.Screen().Text()
	if err := v.Press(s.key); err != nil {
		return err
	}
	err := v.WaitUntil(ctx, func(screen *visitor.Screen) bool {
		text := screen.Text()
		return text != before && strings.Contains(text, s.shows)
	})
	if err != nil {
		return fmt.Errorf("after %q: %w", s.key, err)
	}
	return nil
}

// drawOne connects with a terminal that has the window's background and returns the film of a session.
func drawOne(ctx context.Context, addr string, w window) (picture []byte, err error) {
	terminal := visitor.Terminal{Width: width, Height: height, Background: w.background}
	v, err := visitor.Visit(ctx, addr, visitor.Options{Terminal: terminal, Before: prompt + "ssh " + host + "\r\n"})
	if err != nil {
		return nil, fmt.Errorf("visit: %w", err)
	}
	defer func() { err = errors.Join(err, v.Close()) }()
	var frames []frame
	shoot := func(seconds float64) {
		frames = append(frames, frame{v.Screen().Title(), drawn(v.Screen(), w), seconds})
	}

	// The first frame may come before the terminal has reported its background.
	err = v.WaitUntil(ctx, func(s *visitor.Screen) bool { return complete(s) && readable(s, w.background) })
	if err != nil {
		return nil, fmt.Errorf("wait for the title page: %w", err)
	}
	// That frame may not be whole yet. Later ones are drawn at once, since the terminal has said by then that it can do that.
	for _, s := range []scene{{key: "2"}, {key: "1"}} {
		if err := s.play(ctx, v); err != nil {
			return nil, err
		}
	}
	shoot(4)
	for _, scene := range scenes {
		if err := scene.play(ctx, v); err != nil {
			return nil, err
		}
		shoot(scene.seconds)
	}
	if err := v.Press("q"); err != nil {
		return nil, err
	}
	if _, err := v.Left(ctx); err != nil {
		return nil, err
	}
	if _, err := v.Screen().Write([]byte(prompt)); err != nil {
		return nil, err
	}
	shoot(3)

	// The film begins again where a visitor does.
	before := visitor.NewScreen(terminal)
	defer func() { err = errors.Join(err, before.Close()) }()
	if _, err := before.Write([]byte(prompt + "ssh " + host)); err != nil {
		return nil, err
	}
	frames = append(frames, frame{frames[0].title, drawn(before, w), 1.5})
	return film(frames, w), nil
}

// complete reports whether the last row, which is drawn last, has its keys.
func complete(s *visitor.Screen) bool {
	rows := strings.Split(strings.TrimRight(s.Text(), "\n"), "\n")
	return strings.Contains(rows[len(rows)-1], "?")
}

// readable reports whether the first text on the screen has a color that stands out from the background. While the server
// does not know the background, the text has the terminal's own color.
func readable(s *visitor.Screen, background color.Color) bool {
	columns, rows := s.Size()
	for i := range columns * rows {
		c := s.Cell(i%columns, i/columns)
		if strings.TrimSpace(c.Content) != "" {
			return c.Style.Fg != nil && bright(c.Style.Fg) != bright(background)
		}
	}
	return false
}

func bright(c color.Color) bool {
	gray, _ := color.GrayModel.Convert(c).(color.Gray) // GrayModel returns nothing else
	return gray.Y >= 128
}
