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

// Image is a picture that a document embeds.
type Image struct {
	Width, Height int // in pixels
	ref           ref
	number        int // in the resources
}

const (
	maxPixels   = 50_000_000 // of a picture that is read: half a second
	mostPixels  = 600        // of one that is embedded, across
	jpegQuality = 88
)

// Image embeds a JPEG, PNG, GIF or WebP. It is made as small as a page needs, and
// what its file holds besides the picture, such as the place where a photo was
// taken, is left out.
func (d *Document) Image(data []byte) (*Image, error) {
	config, _, err := image.DecodeConfig(bytes.NewReader(data))
	if err != nil {
		return nil, fmt.Errorf("read picture: %w", err)
	}
	if config.Width*config.Height > maxPixels || config.Width*config.Height == 0 {
		return nil, errors.New("read picture: it is too large")
	}
	picture, _, err := image.Decode(bytes.NewReader(data))
	if err != nil {
		return nil, fmt.Errorf("read picture: %w", err)
	}
	width, height := config.Width, config.Height
	if most := max(width, height); most > mostPixels {
		width, height = max(1, width*mostPixels/most), max(1, height*mostPixels/most)
	}
	scaled := image.NewRGBA(image.Rect(0, 0, width, height))
	draw.Draw(scaled, scaled.Bounds(), image.NewUniform(color.White), image.Point{}, draw.Src)
	draw.CatmullRom.Scale(scaled, scaled.Bounds(), picture, picture.Bounds(), draw.Over, nil)
	var out bytes.Buffer
	if err := jpeg.Encode(&out, scaled, &jpeg.Options{Quality: jpegQuality}); err != nil {
		return nil, fmt.Errorf("write picture: %w", err)
	}
	img := &Image{Width: width, Height: height, number: len(d.images) + 1}
	img.ref = d.objects.addPlainStream(fmt.Sprintf("/Type/XObject/Subtype/Image/Width %d/Height %d/ColorSpace/DeviceRGB/BitsPerComponent 8/Filter/DCTDecode", width, height), out.Bytes())
	d.images = append(d.images, img)
	return img, nil
}

// Image draws a picture into a rectangle. Begin says what it belongs to: an
// element with the role Figure.
func (p *Page) Image(img *Image, x, y, width, height float64) {
	fmt.Fprintf(&p.content, "q %s 0 0 %s %s %s cm/I%d Do Q\n",
		number(width), number(height), number(x), number(p.height-y-height), img.number)
}
