// Command manifests reads Kubernetes manifests from standard input and decodes each strictly into the API's own type, so that
// unknown fields and wrong types are errors. It is a module of its own, so that the project does not depend on Kubernetes.
package main

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"log"
	"os"

	"k8s.io/apimachinery/pkg/api/meta"
	"k8s.io/apimachinery/pkg/runtime/serializer/json"
	"k8s.io/apimachinery/pkg/util/yaml"
	"k8s.io/client-go/kubernetes/scheme"
)

// main prints the kind and the name of each object that it decodes.
func main() {
	log.SetFlags(0)
	strict := json.NewSerializerWithOptions(json.DefaultMetaFactory, scheme.Scheme, scheme.Scheme,
		json.SerializerOptions{Yaml: true, Strict: true})
	documents, read := yaml.NewYAMLReader(bufio.NewReader(os.Stdin)), 0
	for {
		text, err := documents.Read()
		if errors.Is(err, io.EOF) && read > 0 {
			return
		}
		if err != nil {
			log.Fatalf("read manifest %d: %v", read+1, err)
		}
		object, kind, err := strict.Decode(text, nil, nil)
		if err != nil {
			log.Fatalf("manifest %d: %v", read+1, err)
		}
		named, err := meta.Accessor(object)
		if err != nil {
			log.Fatalf("manifest %d: %v", read+1, err)
		}
		fmt.Printf("%s %s\n", kind, named.GetName())
		read++
	}
}
