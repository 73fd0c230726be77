// Package data holds the embedded files: the résumé that is served by default, the starter, and the schema of both.
package data

import _ "embed"

// Name is the name of the embedded résumé in messages about it, and of the file that init writes.
const Name = "resume.yaml"

// Resume is the embedded résumé, to be read with resume.Parse.
//
//go:embed resume.yaml
var Resume []byte

// Starter is an invented résumé, explained by comments, for new owners to edit. It names SchemaName as its schema.
//
//go:embed starter.yaml
var Starter []byte

// SchemaName is the name of the file that holds the schema.
const SchemaName = "resume.schema.json"

// Schema tells editors what a résumé can contain. It is a JSON Schema of draft 7, which
// YAML's language server supports best. go test ./docs/fields -update writes it.
//
//go:embed resume.schema.json
var Schema []byte
