package pdf

import (
	"bytes"
	"fmt"
	"image"
	"image/color"
	"image/jpeg"
	_ "image/png" // a format that can be read

	"golang.org/x/image/draw"
)

// Image is a picture embedded in a document.
type Image int // its number in the page resources

const jpegQuality = 90

// Image embeds a JPEG or PNG picture in its full size, on white where it is transparent.
func (d *Document) Image(data []byte) (Image, error) {
	picture, _, err := image.Decode(bytes.NewReader(data))
	if err != nil {
		return 0, fmt.Errorf("read picture: %w", err)
	}
	size := picture.Bounds().Size()
	opaque := image.NewRGBA(image.Rectangle{Max: size})
	draw.Draw(opaque, opaque.Bounds(), image.NewUniform(color.White), image.Point{}, draw.Src)
	draw.Draw(opaque, opaque.Bounds(), picture, picture.Bounds().Min, draw.Over)
	var out bytes.Buffer
	if err := jpeg.Encode(&out, opaque, &jpeg.Options{Quality: jpegQuality}); err != nil {
		return 0, fmt.Errorf("write picture: %w", err)
	}
	d.images = append(d.images, d.objects.addPlainStream(fmt.Sprintf("/Type/XObject/Subtype/Image/Width %d/Height %d"+
		"/ColorSpace/DeviceRGB/BitsPerComponent 8/Filter/DCTDecode", size.X, size.Y), out.Bytes()))
	return Image(len(d.images)), nil
}

// Image draws a picture into a rectangle. Call Begin first, with an element that has the role Figure.
func (p *Page) Image(img Image, x, y, width, height float64) {
	p.element.box = fmt.Sprint(number(x), " ", number(p.height-y-height), " ", number(x+width), " ", number(p.height-y))
	fmt.Fprintf(&p.content, "q %s 0 0 %s %s %s cm/I%d Do Q\n",
		number(width), number(height), number(x), number(p.height-y-height), img)
}
