// Package data holds the files that the program brings along: the résumé that
// it serves when it is given no other, and what an owner begins with.
package data

import _ "embed"

// Name is the file's name, as it stands in messages about it.
const Name = "resume.yaml"

// Resume is the embedded résumé, to be read with resume.Parse.
//
//go:embed resume.yaml
var Resume []byte

// Starter is a résumé of nobody, with a comment on each of its parts, to be
// changed into one's own. It names SchemaName as its schema.
//
//go:embed starter.yaml
var Starter []byte

// SchemaName is what the file with the schema is called.
const SchemaName = "resume.schema.json"

// Schema tells editors what may stand in a résumé; it is a JSON Schema of
// draft 7, the one that YAML's language server knows best.
//
//go:embed resume.schema.json
var Schema []byte
