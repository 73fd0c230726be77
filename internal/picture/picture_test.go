package picture_test

import (
	"bytes"
	"encoding/base64"
	"encoding/binary"
	"fmt"
	"hash/crc32"
	"image"
	"image/color"
	"image/gif"
	"image/jpeg"
	"image/png"
	"strings"
	"testing"

	"ssh-resume/internal/picture"
)

const place = "52.5200 N, 13.4050 E"

// exif returns Exif data with an orientation and a place.
func exif(order binary.AppendByteOrder, orientation int) []byte {
	data := []byte("II*\x00")
	if order == binary.AppendByteOrder(binary.BigEndian) {
		data = []byte("MM\x00*")
	}
	data = order.AppendUint32(data, 8)
	data = order.AppendUint16(data, 2) // the number of entries
	for _, entry := range [][4]int{{0x010e, 2, len(place), 38}, {0x0112, 3, 1, orientation}} {
		data = order.AppendUint16(data, uint16(entry[0]))
		data = order.AppendUint16(data, uint16(entry[1]))
		data = order.AppendUint32(data, uint32(entry[2]))
		data = order.AppendUint16(data, uint16(entry[3]))
		data = append(data, 0, 0)
	}
	return append(append(data, 0, 0, 0, 0), place...)
}

// withExif puts Exif data into a JPEG or a PNG.
func withExif(data []byte, exif []byte) []byte {
	if !bytes.HasPrefix(data, []byte("\x89PNG")) {
		exif = append([]byte("Exif\x00\x00"), exif...)
		segment := binary.BigEndian.AppendUint16([]byte{0xff, 0xe1}, uint16(len(exif)+2))
		return bytes.Join([][]byte{data[:2], segment, exif, data[2:]}, nil)
	}
	const headerEnd = 33
	chunk := append([]byte("eXIf"), exif...)
	out := binary.BigEndian.AppendUint32(bytes.Clone(data[:headerEnd]), uint32(len(exif)))
	out = binary.BigEndian.AppendUint32(append(out, chunk...), crc32.ChecksumIEEE(chunk))
	return append(out, data[headerEnd:]...)
}

// corners has a black, a dark, a light and a white quarter, in the order of reading.
func corners(width, height int) *image.Gray {
	p := image.NewGray(image.Rect(0, 0, width, height))
	for y := range height {
		for x := range width {
			p.SetGray(x, y, color.Gray{uint8(85 * (2*(2*y/height) + 2*x/width))})
		}
	}
	return p
}

// read returns the quarters of a picture, as a letter each.
func read(t *testing.T, data []byte) string {
	t.Helper()
	p, _, err := image.Decode(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	w, h := p.Bounds().Dx(), p.Bounds().Dy()
	all := ""
	for i := range 4 {
		gray, _ := color.GrayModel.Convert(p.At(w/4+i%2*w/2, h/4+i/2*h/2)).(color.Gray)
		all += string("abcd"[(int(gray.Y)+42)/85])
	}
	return all + fmt.Sprintf(" %dx%d", w, h)
}

func encoded(t *testing.T, p image.Image, format string) []byte {
	t.Helper()
	var out bytes.Buffer
	var err error
	switch format {
	case "jpeg":
		err = jpeg.Encode(&out, p, nil)
	case "png":
		err = png.Encode(&out, p)
	case "gif":
		err = gif.Encode(&out, p, nil)
	}
	if err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func TestPicturesAreHandedOutUprightAndWithoutMetadata(t *testing.T) {
	want := []string{"", "abcd 64x32", "badc 64x32", "dcba 64x32", "cdab 64x32", "acbd 32x64", "cadb 32x64", "dbca 32x64", "bdac 32x64"}
	for _, format := range []string{"jpeg", "png"} {
		for _, order := range []binary.AppendByteOrder{binary.LittleEndian, binary.BigEndian} {
			for o := 1; o <= 8; o++ {
				out, err := picture.Prepare(withExif(encoded(t, corners(64, 32), format), exif(order, o)))
				if err != nil {
					t.Fatal(err)
				}
				if got := read(t, out); got != want[o] || !strings.HasPrefix(picture.Address(out), "data:image/"+format) {
					t.Errorf("%s, orientation %d: %s, %s", format, o, got, picture.Address(out)[:16])
				}
				if bytes.Contains(out, []byte(place)) || bytes.Contains(bytes.ToLower(out), []byte("exif")) {
					t.Errorf("%s, orientation %d: it has metadata", format, o)
				}
			}
		}
	}
}

func TestMetadataAfterThePictureIsDropped(t *testing.T) {
	plain := encoded(t, corners(64, 32), "jpeg")
	comment := append([]byte{0xff, 0xfe, 0, byte(len(place) + 2)}, place...)
	for name, data := range map[string][]byte{
		"comment": bytes.Join([][]byte{plain[:2], comment, plain[2:]}, nil), "after the end": append(bytes.Clone(plain), place...),
		"gif": encoded(t, corners(64, 32), "gif"),
	} {
		out, err := picture.Prepare(data)
		if err != nil || bytes.Contains(out, []byte(place)) || !strings.HasPrefix(picture.Address(out), "data:image/jpeg") || read(t, out) != "abcd 64x32" {
			t.Errorf("%s: %d bytes, %v", name, len(out), err)
		}
	}
}

func TestPreparedPicturesStayAsTheyAre(t *testing.T) {
	transparent := image.NewNRGBA(image.Rect(0, 0, 900, 1200))
	transparent.SetNRGBA(450, 600, color.NRGBA{200, 100, 50, 99})
	webp, _ := base64.StdEncoding.DecodeString("UklGRhoAAABXRUJQVlA4TA0AAAAvAAAAEAcQERGIiP4HAA==")
	for name, data := range map[string][]byte{
		"photo": encoded(t, corners(1200, 900), "jpeg"), "small photo": encoded(t, corners(64, 32), "jpeg"), "drawing": encoded(t, corners(64, 32), "png"),
		"large drawing": encoded(t, corners(1200, 900), "png"), "transparent": encoded(t, transparent, "png"), "webp": webp,
	} {
		once, err := picture.Prepare(data)
		if err != nil {
			t.Fatal(name, err)
		}
		again, err := picture.Prepare(once)
		if err != nil || !bytes.Equal(once, again) {
			t.Errorf("%s: %d bytes become %d, %v", name, len(once), len(again), err)
		}
		if config, _, _ := image.DecodeConfig(bytes.NewReader(once)); max(config.Width, config.Height) > 600 {
			t.Errorf("%s is %dx%d", name, config.Width, config.Height)
		}
	}
}

func TestPicturesThatCantBeShownAreRefused(t *testing.T) {
	whole := string(encoded(t, corners(300, 300), "png"))
	for want, data := range map[string]string{
		"no picture": "hello", "damaged": whole[:len(whole)/2],
		"pixels": string(encoded(t, image.NewPaletted(image.Rect(0, 0, 6000, 6000), color.Palette{color.White}), "png")),
	} {
		if _, err := picture.Prepare([]byte(data)); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("the error is %v, want %q", err, want)
		}
	}
}

func FuzzPrepare(f *testing.F) {
	f.Add([]byte("\xff\xd8\xff\xe1\x00\x1aExif\x00\x00II*\x00\xff\xff\xff\xff\x01\x00"))
	f.Fuzz(func(t *testing.T, data []byte) {
		config, _, _ := image.DecodeConfig(bytes.NewReader(data))
		if out, err := picture.Prepare(data); (err == nil) != (len(out) > 0) && config.Width*config.Height < 1<<20 {
			t.Errorf("%d bytes, %v", len(out), err)
		}
	})
}
