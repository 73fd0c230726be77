// Command picture draws the pictures in the README: short films that begin with the title page. It starts the server, connects
// to it with SSH, and draws what a terminal shows:
//
//	go run ./docs/picture
package main

import (
	"context"
	"fmt"
	"os"
	"os/signal"
	"path/filepath"
)

// command is how to run this program from the root of the repository.
const command = "go run ./docs/picture"

func main() {
	if err := run("docs"); err != nil {
		fmt.Fprintln(os.Stderr, "picture:", err)
		os.Exit(1)
	}
}

// run writes the pictures to dir.
func run(dir string) error {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	pictures, err := draw(ctx)
	if err != nil {
		return err
	}
	for name, picture := range pictures {
		if err := os.WriteFile(filepath.Join(dir, name), picture, 0o644); err != nil { //nolint:gosec // pictures are public
			return fmt.Errorf("write the picture: %w", err)
		}
	}
	return nil
}
