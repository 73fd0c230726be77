package main

import (
	"bytes"
	"image"
	"image/color"
	"image/jpeg"
	"image/png"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"ssh-resume/internal/visitor"
)

// TestAPictureBesideTheFileIsShown exports files that name a picture.
func TestAPictureBesideTheFileIsShown(t *testing.T) {
	var photo bytes.Buffer
	if err := jpeg.Encode(&photo, image.NewGray(image.Rect(0, 0, 30, 40)), nil); err != nil {
		t.Fatal(err)
	}
	folder := filepath.Join(t.TempDir(), "me")
	files := map[string]string{
		"ada.jpg": photo.String(), "../outside.jpg": photo.String(), "text.png": "no picture", "huge.jpg": photo.String() + strings.Repeat("x", maxPictureSize),
	}
	if err := os.Mkdir(folder, 0o755); err != nil {
		t.Fatal(err)
	}
	for name, content := range files {
		if err := os.WriteFile(filepath.Join(folder, name), []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.Symlink("../outside.jpg", filepath.Join(folder, "link.jpg")); err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(folder, "me.yaml")
	for name, warning := range map[string]string{
		"ada.jpg": "", "link.jpg": "can't be read", "text.png": "no picture in PNG", "huge.jpg": "larger than 8 MiB",
		"none.jpg": "is not beside this file", "../outside.jpg": "without a folder: outside.jpg", "/etc/ada.jpg": "without a folder: ada.jpg",
	} {
		text := "lang: [en, de]\nbasics:\n  name: Ada\n  image: " + name + "\n"
		if err := os.WriteFile(file, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		f := parseSources([]source{readSource(file)})
		said := ""
		for _, p := range f.problems {
			said += p.Error() + "\n"
			if p.Line != 4 || p.Column != 10 {
				t.Errorf("%s: line %d, column %d: %s", name, p.Line, p.Column, p.Message)
			}
		}
		if strings.Count(said, "\n") > 1 {
			t.Errorf("%s: check says the same of each language: %s", name, said)
		}
		if warning == "" && said != "" || !strings.Contains(said, warning) {
			t.Errorf("%s: check says %q, want %q", name, said, warning)
		}
		for _, tag := range f.public.Tags() {
			if picture := f.public.In(tag).Picture(); (picture != nil) != (warning == "") {
				t.Errorf("%s in %s: %d bytes of a picture", name, tag, len(picture))
			}
		}
	}
}

// drawn returns a picture as its file has it.
func drawn(t *testing.T, picture image.Image) string {
	t.Helper()
	var out bytes.Buffer
	if err := png.Encode(&out, picture); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

func TestPictureThatDocumentsCantShowIsNamed(t *testing.T) {
	t.Parallel()
	whole := drawn(t, image.NewGray(image.Rect(0, 0, 300, 300)))
	me := writeFile(t, "me.yaml", "basics: {name: Ada, image: ada.png}\n")
	ada := filepath.Join(filepath.Dir(me), "ada.png")
	for want, content := range map[string]string{
		"is damaged": whole[:len(whole)/2],
		"pixels":     drawn(t, image.NewPaletted(image.Rect(0, 0, 6000, 6000), color.Palette{color.White})),
	} {
		overwrite(t, ada, content)
		if got := runMain(t, nil, "check", me); !strings.Contains(got.stdout, want) {
			t.Errorf("check says %q, want %q", got.stdout, want)
		}
	}
}

func TestPipesAreNotReadAsFilesBesideTheResume(t *testing.T) {
	me := writeFile(t, "me.yaml", "basics: {name: Ada, image: ada.png}\n")
	pipe := filepath.Join(filepath.Dir(me), "ada.png")
	for _, name := range []string{pipe, beside(me, "de")} {
		if err := syscall.Mkfifo(name, 0o600); err != nil {
			t.Skip(err)
		}
		if got := runMain(t, nil, "check", me); !strings.Contains(got.stdout, "it is not a file") {
			t.Errorf("%s: %+v", name, got)
		}
	}
}

func TestReplacedPictureIsServed(t *testing.T) {
	t.Parallel()
	photo := func(width int) string {
		var content bytes.Buffer
		if err := jpeg.Encode(&content, image.NewGray(image.Rect(0, 0, width, 40)), nil); err != nil {
			t.Fatal(err)
		}
		return content.String()
	}
	me := writeFile(t, "me.yaml", "basics: {name: Jo, image: jo.jpg}\n")
	picture := filepath.Join(filepath.Dir(me), "jo.jpg")
	overwrite(t, picture, photo(30))
	state := t.TempDir()
	s := startServer(t, state, "--resume="+me)
	html := func() string {
		got, err := visitor.Run(t.Context(), s.addr, visitor.Options{Command: "html"}, "")
		if err != nil {
			t.Fatal(err)
		}
		return got.Stdout
	}
	before := html()
	replace(t, picture, photo(300))
	s.log.waitFor(t, `(résumé reloaded)`)
	if after := html(); before == after || !strings.Contains(after, "data:image/jpeg") {
		t.Error("the page has the old picture")
	}

	// The last good version has it, too.
	s.cancel()
	s.wait(t)
	overwrite(t, me, "basics: {nam: Jo}\n")
	s = startServer(t, state, "--resume="+me)
	s.log.waitFor(t, `(serving its last good version)`)
	if !strings.Contains(html(), "data:image/jpeg") {
		t.Error("the last good version has no picture")
	}
	overwrite(t, me, "basics: {name: Jo, image: jo.jpg}\n")
	s.log.waitFor(t, `(résumé reloaded)`)
	if err := os.Remove(picture); err != nil {
		t.Fatal(err)
	}
	s.log.waitFor(t, `level=warn msg="problem in the résumé" problem=".*(jo.jpg is not beside this file)`)
}
