package export_test

import (
	"bytes"
	"image"
	"image/jpeg"
	"regexp"
	"strings"
	"testing"

	"ssh-resume/internal/picture"
	"ssh-resume/internal/resume"
	"ssh-resume/internal/typeset/pdf/pdftest"
)

func TestPhotosAreHandedOutUprightAndWithoutTheirPlace(t *testing.T) {
	const place = "52.5200 N, 13.4050 E"
	var photo bytes.Buffer
	if err := jpeg.Encode(&photo, image.NewGray(image.Rect(0, 0, 1200, 600)), nil); err != nil {
		t.Fatal(err)
	}
	onItsSide := "II*\x00\x08\x00\x00\x00\x01\x00\x12\x01\x03\x00\x01\x00\x00\x00\x06\x00\x00\x00\x00\x00\x00\x00"
	exif := "Exif\x00\x00" + onItsSide + place
	data := strings.Join([]string{"\xff\xd8\xff\xe1\x00", string(rune(len(exif) + 2)), exif, photo.String()[2:]}, "")
	r, problems := resume.Parse("r.yaml", []byte("basics: {name: Jo, image: '"+picture.Address([]byte(data))+"'}\n"))
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	for _, name := range []string{"html", "json", "yaml"} {
		shown := picture.FromAddress(regexp.MustCompile(`data:image/[^"'\s]+`).FindString(strings.ReplaceAll(made(t, name, r), "&#43;", "+")))
		config, err := jpeg.DecodeConfig(bytes.NewReader(shown))
		if err != nil || config.Width != 300 || config.Height != 600 || bytes.Contains(shown, []byte(place)) {
			t.Errorf("%s: %dx%d, %v", name, config.Width, config.Height, err)
		}
	}
	format := formatNamed(t, "pdf")
	file, err := format.Make(r)
	if err != nil || bytes.Contains(file, []byte(place)) || !strings.Contains(pdftest.Read(t, file).Dictionaries(), "/Width 300/Height 600") {
		t.Errorf("the PDF has another picture, %v", err)
	}
}
