package main

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

// The pictures show the title page in a window of this size.
const width, height = 100, 30

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
	return color.RGBA{uint8(c >> 16), uint8(c >> 8), uint8(c), 255} //nolint:gosec // a byte each
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
	logger, err := observe.NewLogger(io.Discard, "error", "text")
	if err != nil {
		return nil, fmt.Errorf("make the log: %w", err)
	}
	s, err := server.New(server.Config{
		Listen: "127.0.0.1:0", HostKeys: hostkey.Config{PEM: string(pem.EncodeToMemory(block))},
	}, catalog.Version{Resume: r}, logger)
	if err != nil {
		return nil, fmt.Errorf("start the server: %w", err)
	}
	return s, nil
}

// drawOne connects with a terminal that has the window's background.
func drawOne(ctx context.Context, addr string, w window) (picture []byte, err error) {
	v, err := visitor.Visit(ctx, addr, visitor.Options{
		Terminal: visitor.Terminal{Width: width, Height: height, Background: w.background},
	})
	if err != nil {
		return nil, fmt.Errorf("visit: %w", err)
	}
	defer func() { err = errors.Join(err, v.Close()) }()
	// The first frame may come before the terminal has reported its background.
	err = v.WaitUntil(ctx, func(s *visitor.Screen) bool { return complete(s) && readable(s, w.background) })
	if err != nil {
		return nil, fmt.Errorf("wait for the title page: %w", err)
	}
	picture = svg(v.Screen(), w)
	if err := v.Press("q"); err != nil {
		return nil, err
	}
	if _, err := v.Left(ctx); err != nil {
		return nil, err
	}
	return picture, nil
}

// complete reports whether the last row, which is drawn last, has its keys.
func complete(s *visitor.Screen) bool {
	rows := strings.Split(strings.TrimRight(s.Text(), "\n"), "\n")
	return strings.Contains(rows[len(rows)-1], "?")
}

// readable reports whether the first text on the screen is light on dark or dark on light.
func readable(s *visitor.Screen, background color.Color) bool {
	columns, rows := s.Size()
	for i := range columns * rows {
		c := s.Cell(i%columns, i/columns)
		if strings.TrimSpace(c.Content) != "" && c.Style.Fg != nil {
			return bright(c.Style.Fg) != bright(background)
		}
	}
	return false
}

func bright(c color.Color) bool {
	gray, _ := color.GrayModel.Convert(c).(color.Gray) // GrayModel returns nothing else
	return gray.Y >= 128
}
