package main

import (
	"os"
	"path/filepath"
	"reflect"
	"regexp"
	"strings"
	"testing"
)

// TestEveryFlagIsUsed finds flags that can be given and change nothing: no code
// reads the field that kong writes.
func TestEveryFlagIsUsed(t *testing.T) {
	var code strings.Builder
	for _, pattern := range []string{"*.go", "../../internal/server/*.go"} {
		files, err := filepath.Glob(pattern)
		if err != nil {
			t.Fatal(err)
		}
		for _, file := range files {
			text, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			if !strings.HasSuffix(file, "_test.go") {
				code.Write(text)
			}
		}
	}
	// A default is no use.
	used := regexp.MustCompile(`(?m)^.* = cmp\.Or\(.*$`).ReplaceAllString(code.String(), "")
	found := 0
	for _, field := range flagFields(reflect.TypeFor[cli]()) {
		found++
		if !regexp.MustCompile(`\.` + field + `\b`).MatchString(used) {
			t.Errorf("nothing reads the flag or argument %s", field)
		}
	}
	if found < 30 {
		t.Errorf("only %d flags were found", found)
	}
}

// flagFields returns the names of the fields that hold flags and arguments.
func flagFields(group reflect.Type) []string {
	var all []string
	for field := range group.Fields() {
		_, embed := field.Tag.Lookup("embed")
		_, command := field.Tag.Lookup("cmd")
		switch {
		case field.Tag.Get("kong") == "-":
		case embed, command:
			all = append(all, flagFields(field.Type)...)
		default:
			all = append(all, field.Name)
		}
	}
	return all
}
