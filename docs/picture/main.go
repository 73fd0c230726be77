// Command picture draws the README's pictures. It starts the server, visits it
// over SSH, and writes what a terminal shows:
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

// command is what a person types to run this, in the repository.
const command = "go run ./docs/picture"

func main() {
	if err := run("docs"); err != nil {
		fmt.Fprintln(os.Stderr, "picture:", err)
		os.Exit(1)
	}
}

// run writes the pictures into a directory.
func run(dir string) error {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	pictures, err := draw(ctx)
	if err != nil {
		return err
	}
	for name, picture := range pictures {
		if err := os.WriteFile(filepath.Join(dir, name), picture, 0o644); err != nil { //nolint:gosec // for everybody to see
			return fmt.Errorf("write the picture: %w", err)
		}
	}
	return nil
}
