package load

import (
	"context"
	"errors"
	"fmt"
	"net"
	"os"

	tea "charm.land/bubbletea/v2"
	"charm.land/ssh"
	"charm.land/wish/v2"
	"charm.land/wish/v2/activeterm"
	"charm.land/wish/v2/bubbletea"
	"github.com/charmbracelet/colorprofile"

	"ssh-resume/data"
	"ssh-resume/internal/address"
	"ssh-resume/internal/export"
	"ssh-resume/internal/resume"
	"ssh-resume/internal/tui"
)

// stockServer is the argument that makes of this test the server that benchmarks
// compare with. The next one is the file of its host key.
const stockServer = "stock-server"

// runStock serves the embedded résumé as Wish's documentation recommends for Bubble
// Tea programs: with the stock middleware and Bubble Tea's own input and renderer. It
// listens on a free port of 127.0.0.1 until it is killed.
func runStock(hostKey string) error {
	r, _ := resume.Parse(data.Name, data.Resume)
	if r == nil {
		return errors.New("the embedded résumé is invalid")
	}
	var offers []tui.Offer
	for _, o := range export.Offers(export.Formats(nil)) {
		offers = append(offers, tui.Offer(o))
	}
	pages := tui.NewPages(r)
	s, err := wish.NewServer(
		wish.WithHostKeyPath(hostKey),
		wish.WithMiddleware(
			bubbletea.Middleware(func(s ssh.Session) (tea.Model, []tea.ProgramOption) {
				pty, _, _ := s.Pty()
				return tui.New(pages, tui.Options{
					Width: pty.Window.Width, Height: pty.Window.Height,
					Profile: colorprofile.Env(append(s.Environ(), "TERM="+pty.Term)),
					Address: address.Parse("localhost"), Offers: offers,
				}), nil
			}),
			activeterm.Middleware(), // Bubble Tea needs a terminal
		),
	)
	if err != nil {
		return fmt.Errorf("create the server: %w", err)
	}
	l, err := new(net.ListenConfig).Listen(context.Background(), "tcp", "127.0.0.1:0")
	if err != nil {
		return fmt.Errorf("listen: %w", err)
	}
	fmt.Fprintf(os.Stderr, "address=%s\n", l.Addr())
	return s.Serve(l)
}
