// Package picture_test draws the pictures in the README: short films that begin with the title page. It starts the
// server, connects to it with SSH, and draws what a terminal shows.
package picture_test

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"testing"
)

var update = flag.Bool("update", false, "draw the pictures anew")

func TestPicturesShowWhatTheProgramShows(t *testing.T) {
	pictures, err := draw(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	for name, want := range pictures {
		path := filepath.Join("..", name)
		if *update {
			if err := os.WriteFile(path, want, 0o644); err != nil {
				t.Fatal(err)
			}
			continue
		}
		if got, err := os.ReadFile(path); err != nil || !bytes.Equal(got, want) {
			t.Errorf("docs/%s is not what the program shows (%v); draw it anew with: go test ./docs/picture -update", name, err)
		}
	}
}
