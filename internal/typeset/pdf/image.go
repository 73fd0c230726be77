package pdf

import (
	"bytes"
	"errors"
	"fmt"
	"image"
	"image/color"
	_ "image/gif" // a format that can be read
	"image/jpeg"
	_ "image/png" // likewise

	"golang.org/x/image/draw"
	_ "golang.org/x/image/webp" // likewise
)

// Image is a picture embedded in a document.
type Image int // its number in the page resources

const (
	maxPixels   = 50_000_000 // of a picture to decode, which takes half a second
	maxSide     = 600        // of an embedded picture, in pixels
	jpegQuality = 88
)

// Image embeds a JPEG, PNG, GIF or WebP picture, scaled down to what a page needs. It
// drops metadata such as the place where a photo was taken.
func (d *Document) Image(data []byte) (Image, error) {
	config, _, err := image.DecodeConfig(bytes.NewReader(data))
	if err != nil {
		return 0, fmt.Errorf("read picture: %w", err)
	}
	width, height := config.Width, config.Height
	if width*height > maxPixels || width*height == 0 {
		return 0, errors.New("read picture: it is too large")
	}
	picture, _, err := image.Decode(bytes.NewReader(data))
	if err != nil {
		return 0, fmt.Errorf("read picture: %w", err)
	}
	if side := max(width, height); side > maxSide {
		width, height = max(1, width*maxSide/side), max(1, height*maxSide/side)
	}
	scaled := image.NewRGBA(image.Rect(0, 0, width, height))
	draw.Draw(scaled, scaled.Bounds(), image.NewUniform(color.White), image.Point{}, draw.Src)
	draw.CatmullRom.Scale(scaled, scaled.Bounds(), picture, picture.Bounds(), draw.Over, nil)
	var out bytes.Buffer
	if err := jpeg.Encode(&out, scaled, &jpeg.Options{Quality: jpegQuality}); err != nil {
		return 0, fmt.Errorf("write picture: %w", err)
	}
	d.images = append(d.images, d.objects.addPlainStream(fmt.Sprintf("/Type/XObject/Subtype/Image/Width %d/Height %d"+
		"/ColorSpace/DeviceRGB/BitsPerComponent 8/Filter/DCTDecode", width, height), out.Bytes()))
	return Image(len(d.images)), nil
}

// Image draws a picture into a rectangle. Call Begin first, with an element that has the
// role Figure.
func (p *Page) Image(img Image, x, y, width, height float64) {
	fmt.Fprintf(&p.content, "q %s 0 0 %s %s %s cm/I%d Do Q\n",
		number(width), number(height), number(x), number(p.height-y-height), img)
}
