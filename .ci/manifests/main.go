// Command manifests reads Kubernetes manifests from standard input and decodes each strictly into the API's own type, so that
// unknown fields and wrong types are errors. It is a module of its own, so that the project does not depend on Kubernetes.
package main

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"os"

	"k8s.io/apimachinery/pkg/api/meta"
	"k8s.io/apimachinery/pkg/runtime/serializer/json"
	"k8s.io/apimachinery/pkg/util/yaml"
	"k8s.io/client-go/kubernetes/scheme"
)

func main() {
	if err := check(os.Stdin, os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

// check prints the kind and the name of each object that it decodes.
func check(in io.Reader, out io.Writer) error {
	strict := json.NewSerializerWithOptions(json.DefaultMetaFactory, scheme.Scheme, scheme.Scheme,
		json.SerializerOptions{Yaml: true, Strict: true})
	documents, read := yaml.NewYAMLReader(bufio.NewReader(in)), 0
	for {
		text, err := documents.Read()
		if errors.Is(err, io.EOF) && read > 0 {
			return nil
		}
		if err != nil {
			return fmt.Errorf("read manifest %d: %w", read+1, err)
		}
		object, kind, err := strict.Decode(text, nil, nil)
		if err != nil {
			return fmt.Errorf("manifest %d: %w", read+1, err)
		}
		named, err := meta.Accessor(object)
		if err != nil {
			return fmt.Errorf("manifest %d: %w", read+1, err)
		}
		fmt.Fprintf(out, "%s %s\n", kind, named.GetName())
		read++
	}
}
