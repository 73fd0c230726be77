package words_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// readers are the packages, beside this one, whose texts reach a reader of a résumé.
var readers = []string{
	"tui", "export", "typeset", "terminal", "address", "server/catalog", "server/session", "server/sshd", "server/admission",
}

// looksLikeWords matches a text that may be meant for people: two words, or one that
// begins a sentence.
var looksLikeWords = regexp.MustCompile(`\pL{2,},? (?:a )?\pL{2,}|^\p{Lu}\p{Ll}{2,}[.:!]?$`)

var htmlTag = regexp.MustCompile(`<[^>]*>`)

// forOthers are functions whose texts visitors do not get: they are for the owner, or
// are no words. A text in such a call may be English.
var forOthers = []string{
	"errors.New", "fmt.Errorf", "panic", "regexp.MustCompile",
}

// sentAsTheyAre are packages whose errors a library sends to the visitor's client, which prints them: SFTP's.
var sentAsTheyAre = []string{"server/sshd"}

// notWords are texts that only look like words: names, what is typed or read by programs, and errors that end a
// transfer without a word.
var notWords = map[string][]string{
	"typeset":     {"no font has most of the letters, such as ", "Link", "Lbl", "Span", "Disc", "Decimal"},
	"server/sshd": {"Stat", "List", "an SFTP request is too long", "refused by the client", "ended by the client"},
}

func TestWhatVisitorsReadIsInThisPackage(t *testing.T) {
	used := map[string]bool{}
	for _, dir := range readers {
		files, err := filepath.Glob(filepath.Join("..", filepath.FromSlash(dir), "*.go"))
		if err != nil || len(files) == 0 {
			t.Fatalf("%s has no files: %v", dir, err)
		}
		for _, name := range files {
			if strings.HasSuffix(name, "_test.go") {
				continue
			}
			fileSet := token.NewFileSet()
			file, err := parser.ParseFile(fileSet, name, nil, parser.SkipObjectResolution)
			if err != nil {
				t.Fatal(err)
			}
			for _, l := range textsIn(file, dir) {
				switch {
				case slices.Contains(notWords[dir], l.text):
					used[dir+l.text] = true
				case looksLikeWords.MatchString(htmlTag.ReplaceAllString(l.text, "")):
					t.Errorf("%v: %q is not in internal/words", fileSet.Position(l.at), l.text)
				}
			}
			for _, sum := range gluedIn(file) {
				t.Errorf("%v: a sentence is put together from parts; make it one in internal/words", fileSet.Position(sum.Pos()))
			}
		}
		for _, text := range notWords[dir] {
			if !used[dir+text] {
				t.Errorf("%s: %q is allowed, but is not there", dir, text)
			}
		}
	}
}

// TestTheWebPageSaysNothingOfItsOwn covers the template, which is not Go code.
func TestTheWebPageSaysNothingOfItsOwn(t *testing.T) {
	page, err := os.ReadFile("../export/html.tmpl")
	if err != nil {
		t.Fatal(err)
	}
	notText := regexp.MustCompile(`(?s)\{\{.*?\}\}|<style.*?</style>|<!--.*?-->`)
	text := htmlTag.ReplaceAllString(notText.ReplaceAllString(string(page), ""), "")
	if words := regexp.MustCompile(`\pL{2,}`).FindAllString(text, -1); words != nil {
		t.Errorf("it says %q, which internal/words does not know", words)
	}
}

// literal is a text in a program.
type literal struct {
	at   token.Pos
	text string
}

// textsIn returns the texts of a file of a package, except imports, tags, and texts for others.
func textsIn(file *ast.File, dir string) []literal {
	var all []literal
	ast.Inspect(file, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.ImportSpec:
			return false
		case *ast.Field:
			return n.Tag == nil
		case *ast.CallExpr:
			name := nameOf(n.Fun)
			return !slices.Contains(forOthers, name) || name == "errors.New" && slices.Contains(sentAsTheyAre, dir)
		case *ast.BasicLit:
			if text, err := strconv.Unquote(n.Value); err == nil && n.Kind == token.STRING {
				all = append(all, literal{n.Pos(), text})
			}
		}
		return true
	})
	return all
}

// gluedIn returns the sums of one of our words and a text that is more than space.
func gluedIn(file *ast.File) []*ast.BinaryExpr {
	var all []*ast.BinaryExpr
	ast.Inspect(file, func(n ast.Node) bool {
		sum, ok := n.(*ast.BinaryExpr)
		if !ok || sum.Op != token.ADD {
			return true
		}
		words, text := false, false
		var visit func(e ast.Expr)
		visit = func(e ast.Expr) {
			switch e := e.(type) {
			case *ast.BinaryExpr:
				visit(e.X)
				visit(e.Y)
			case *ast.SelectorExpr:
				root, _, _ := strings.Cut(nameOf(e), ".")
				words = words || root == "w" || strings.Contains(strings.ToLower(nameOf(e)), "words.")
			case *ast.BasicLit:
				value, err := strconv.Unquote(e.Value)
				text = text || err == nil && strings.TrimSpace(value) != ""
			}
		}
		visit(sum)
		if words && text {
			all = append(all, sum)
		}
		return !words
	})
	return all
}

// nameOf returns the name of a function or a field as it is written: "errors.New".
func nameOf(e ast.Expr) string {
	switch e := e.(type) {
	case *ast.Ident:
		return e.Name
	case *ast.SelectorExpr:
		return nameOf(e.X) + "." + e.Sel.Name
	}
	return ""
}
