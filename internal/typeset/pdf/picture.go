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
// size. The text alt describes it to people who can't see it. Data that is not a picture is left out.
func (p *Page) Picture(data []byte, alt string, x, y, width, height float64) {
	picture, _, err := image.Decode(bytes.NewReader(data))
	if err != nil {
		return
	}
	size := picture.Bounds().Size()
	opaque := image.NewRGBA(image.Rectangle{Max: size})
	draw.Draw(opaque, opaque.Bounds(), image.NewUniform(color.White), image.Point{}, draw.Src)
	draw.Draw(opaque, opaque.Bounds(), picture, picture.Bounds().Min, draw.Over)
	var out bytes.Buffer
	if jpeg.Encode(&out, opaque, &jpeg.Options{Quality: jpegQuality}) != nil {
		return // it is too large for a JPEG
	}
	d := p.doc
	object := d.objects.addPlainStream(fmt.Sprintf("/Type/XObject/Subtype/Image/Width %d/Height %d"+
		"/ColorSpace/DeviceRGB/BitsPerComponent 8/Filter/DCTDecode", size.X, size.Y), out.Bytes())
	d.pictures = append(d.pictures, fmt.Sprintf("/I%d %v", len(d.pictures)+1, object))
	figure := d.Structure.Add("Figure")
	figure.entries = fmt.Sprintf("/Alt%s/A<</O/Layout/BBox[%s %s %s %s]>>", textString(alt),
		number(x), number(p.height-y-height), number(x+width), number(p.height-y))
	p.Begin(figure)
	fmt.Fprintf(&p.content, "q %s 0 0 %s %s %s cm/I%d Do Q\n",
		number(width), number(height), number(x), number(p.height-y-height), len(d.pictures))
}
