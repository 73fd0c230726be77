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

const jpegQuality = 90

// Picture draws a JPEG or PNG picture into a rectangle, on white where it is transparent, and embeds it in its full
// size. The text alt describes it to people who can't see it.
func (p *Page) Picture(data []byte, alt string, x, y, width, height float64) error {
	picture, _, err := image.Decode(bytes.NewReader(data))
	if err != nil {
		return fmt.Errorf("read picture: %w", err)
	}
	size := picture.Bounds().Size()
	opaque := image.NewRGBA(image.Rectangle{Max: size})
	draw.Draw(opaque, opaque.Bounds(), image.NewUniform(color.White), image.Point{}, draw.Src)
	draw.Draw(opaque, opaque.Bounds(), picture, picture.Bounds().Min, draw.Over)
	var out bytes.Buffer
	if err := jpeg.Encode(&out, opaque, &jpeg.Options{Quality: jpegQuality}); err != nil {
		return fmt.Errorf("write picture: %w", err)
	}
	d := p.doc
	d.pictures = append(d.pictures, d.objects.addPlainStream(fmt.Sprintf("/Type/XObject/Subtype/Image/Width %d/Height %d"+
		"/ColorSpace/DeviceRGB/BitsPerComponent 8/Filter/DCTDecode", size.X, size.Y), out.Bytes()))
	figure := d.Structure.Add("Figure")
	figure.entries = fmt.Sprintf("/Alt%s/A<</O/Layout/BBox[%s %s %s %s]>>", textString(alt),
		number(x), number(p.height-y-height), number(x+width), number(p.height-y))
	p.Begin(figure)
	fmt.Fprintf(&p.content, "q %s 0 0 %s %s %s cm/I%d Do Q\n",
		number(width), number(height), number(x), number(p.height-y-height), len(d.pictures))
	return nil
}
