package export_test

import (
	"bytes"
	"image"
	"image/jpeg"
	"image/png"
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

func TestPDFShowsThePhotoOfTheFile(t *testing.T) {
	t.Parallel()
	var photo bytes.Buffer
	if err := png.Encode(&photo, image.NewGray(image.Rect(0, 0, 450, 600))); err != nil {
		t.Fatal(err)
	}
	r := profile(t)
	r.Basics.Image = picture.Address(photo.Bytes())
	file := pdftest.Read(t, pdf(t, r, ""))
	for _, want := range []string{"/Subtype/Image/Width 450/Height 600", "/S/Figure", "/Alt(Marcus Rodriguez)"} {
		if !strings.Contains(file.Dictionaries(), want) {
			t.Errorf("there is no %s", want)
		}
	}
	r.Basics.Image = "data:image/png;base64,AAAA"
	if strings.Contains(pdftest.Read(t, pdf(t, r, "")).Dictionaries(), "/Subtype/Image") {
		t.Error("what is no picture is shown")
	}
}
