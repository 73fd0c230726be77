package resume

import (
	"path"
	"regexp"
	"strings"

	"ssh-resume/internal/picture"
)

// A picture is a data: address in the file, or a file beside it, which the caller loads: this package reads no files.

var (
	// imageFile matches the name of a file, which has no folder.
	imageFile = regexp.MustCompile(`^[\pL\pN_][\pL\pM\pN _.-]*\.(?i:png|jpe?g|gif|webp)$`)
	// inFolder matches a path, as opposed to example.com/ada.jpg.
	inFolder = regexp.MustCompile(`^(\.{0,2}|[^.:/]+)/`)
)

// picture returns a picture: its web address, the name of a file, or a data: address.
func (d *decoder) picture(n *node) string {
	switch {
	case n.isLine() && imageFile.MatchString(n.text):
		return d.line(n)
	case n.isLine() && (inFolder.MatchString(n.text) || fileName.MatchString(n.text)):
		file := path.Base(d.line(n))
		if !imageFile.MatchString(file) {
			file = strings.TrimSuffix(file, path.Ext(file)) + ".png"
		}
		d.warn(n, "%s is left out: put the picture beside this file, as PNG, JPEG, GIF or WebP, and name it without a folder: %s", n.path, file)
		return ""
	case !n.isLine() || !strings.HasPrefix(n.text, "data:"):
		address := d.url(n)
		if address != "" {
			d.warn(n, "%s is not shown, since documents load nothing; put the picture beside this file and name it here (ada.jpg)", n.path)
		}
		return address
	}
	data := picture.FromAddress(d.line(n))
	if data == nil {
		d.warn(n, "%s is left out: a data: address must be a PNG, JPEG, GIF or WebP in Base64 (data:image/png;base64,…)", n.path)
		return ""
	}
	shown, err := picture.Prepare(data)
	if err != nil {
		d.warn(n, "%s is left out: it %v", n.path, err)
		return ""
	}
	return picture.Address(shown)
}

// WithPictures returns r with the pictures that it names, in all its languages. Load returns the content of a
// file beside the résumé's file; nil if it can't be shown.
func (r *Resume) WithPictures(load func(name string) []byte) *Resume {
	c := *r
	c.picture = nil
	if imageFile.MatchString(r.Basics.Image) {
		c.picture = load(r.Basics.Image)
	}
	c.translations = each(r.translations, func(t *Resume) *Resume { return t.WithPictures(load) })
	return &c
}

// Picture returns the picture as picture.Prepare returns it; nil if there is none, or only its web address is known.
func (r *Resume) Picture() []byte {
	if data := picture.FromAddress(r.Basics.Image); data != nil {
		return data
	}
	return r.picture
}
