package main

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"
)

func TestPicturesShowWhatTheProgramShows(t *testing.T) {
	pictures, err := draw(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	for name, want := range pictures {
		got, err := os.ReadFile(filepath.Join("..", name))
		if err != nil {
			t.Error(err)
		}
		if !bytes.Equal(got, want) {
			t.Errorf("docs/%s is not what the program shows; redraw it with: %s", name, command)
		}
	}
}
