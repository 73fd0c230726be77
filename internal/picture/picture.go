// Package picture prepares a picture for publication: small, upright, and without metadata such as the place
// where a photo was taken. It knows no résumé.
package picture

import (
	"bytes"
	"encoding/base64"
	"errors"
	"fmt"
	"image"
	_ "image/gif" // a format that can be read
	"image/jpeg"
	"image/png"
	"regexp"

	"golang.org/x/image/draw"
	"golang.org/x/image/math/f64"
	_ "golang.org/x/image/webp" // a format that can be read
)

const (
	maxPixels   = 30_000_000 // the most that are decoded and scaled, which takes a second
	maxSide     = 600        // of the prepared picture, in pixels
	jpegQuality = 90
)

// Prepare returns a JPEG, PNG, GIF or WebP picture as it is published: as a PNG if it is transparent or was a
// PNG, otherwise as a JPEG. A picture that Prepare has returned stays as it is. An error's text ends a sentence
// about the picture.
func Prepare(data []byte) ([]byte, error) {
	config, format, err := image.DecodeConfig(bytes.NewReader(data))
	width, height := config.Width, config.Height
	switch {
	case err != nil || width*height == 0:
		return nil, errors.New("is no picture in PNG, JPEG, GIF or WebP")
	case width*height > maxPixels:
		return nil, fmt.Errorf("has more than %d million pixels; make it smaller", maxPixels/1_000_000)
	}
	picture, _, err := image.Decode(bytes.NewReader(data))
	if err != nil {
		return nil, errors.New("is damaged; save it once more")
	}
	side := max(width, height)
	if side <= maxSide && format == "jpeg" && isBare(data) {
		return data, nil
	}
	if side > maxSide {
		scaled := image.NewRGBA(image.Rect(0, 0, max(1, width*maxSide/side), max(1, height*maxSide/side)))
		draw.CatmullRom.Scale(scaled, scaled.Bounds(), picture, picture.Bounds(), draw.Src, nil)
		picture = scaled
	}
	picture = upright(picture, orientation(data))
	var out bytes.Buffer
	if p, ok := picture.(interface{ Opaque() bool }); ok && p.Opaque() && (side > maxSide || format != "png") {
		err = jpeg.Encode(&out, picture, &jpeg.Options{Quality: jpegQuality})
	} else {
		err = png.Encode(&out, picture)
	}
	return out.Bytes(), err
}

// Address returns the data: address of a picture from Prepare.
func Address(data []byte) string {
	_, format, _ := image.DecodeConfig(bytes.NewReader(data))
	return "data:image/" + format + ";base64," + base64.StdEncoding.EncodeToString(data)
}

// FromAddress returns the picture in a data: address; nil if there is none.
func FromAddress(address string) []byte {
	encoded := dataAddress.FindStringSubmatch(address)
	if encoded == nil {
		return nil
	}
	data, _ := base64.StdEncoding.DecodeString(encoded[1]) // nil if it is invalid
	return data
}

var dataAddress = regexp.MustCompile(`^data:image/(?:png|jpeg|gif|webp);base64,([A-Za-z0-9+/]+=*)$`)

// isBare reports whether a JPEG has neither metadata nor anything after its end.
func isBare(data []byte) bool {
	for i, b := range data[1:] {
		if data[i] == 0xff && (b&0xf0 == 0xe0 || b == 0xfe) { // an application's segment, or a comment
			return false
		}
	}
	return bytes.Index(data, []byte{0xff, 0xd9}) == len(data)-2
}

// orientation returns how the camera was held, from 1 to 8 as in Exif; 1 is upright. It looks for the start of
// that entry: the tag, the type and the number of values, which are too many bytes to match by chance.
func orientation(data []byte) int {
	const littleEndian, bigEndian = "\x12\x01\x03\x00\x01\x00\x00\x00", "\x01\x12\x00\x03\x00\x00\x00\x01\x00"
	for _, entry := range []string{littleEndian, bigEndian} {
		if _, value, _ := bytes.Cut(data, []byte(entry)); len(value) > 0 {
			return int(value[0])
		}
	}
	return 1
}

// upright turns a picture according to its orientation.
func upright(picture image.Image, orientation int) image.Image {
	width, height := picture.Bounds().Dx(), picture.Bounds().Dy()
	w, h := float64(width), float64(height)
	turn, turned := map[int]f64.Aff3{
		2: {-1, 0, w, 0, 1, 0},
		3: {-1, 0, w, 0, -1, h},
		4: {1, 0, 0, 0, -1, h},
		5: {0, 1, 0, 1, 0, 0},
		6: {0, -1, h, 1, 0, 0},
		7: {0, -1, h, -1, 0, w},
		8: {0, 1, 0, -1, 0, w},
	}[orientation]
	if !turned {
		return picture
	}
	if orientation > 4 { // it lies on its side
		width, height = height, width
	}
	out := image.NewRGBA(image.Rect(0, 0, width, height))
	draw.NearestNeighbor.Transform(out, turn, picture, picture.Bounds(), draw.Src, nil)
	return out
}
