// Package data holds the résumé that the program serves when it is given no
// other.
package data

import _ "embed"

// Name is the file's name, as it stands in messages about it.
const Name = "resume.yaml"

// Resume is the embedded résumé, to be read with resume.Parse.
//
//go:embed resume.yaml
var Resume []byte
