package docs_test

import (
	"go/ast"
	"go/constant"
	"go/parser"
	"go/printer"
	"go/token"
	"go/types"
	"path"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"ssh-resume/internal/server"
)

// unpromised are constants that bound nothing a visitor can cause.
var unpromised = []string{"server/observe.maxProblems"} // of the owner's file

// TestNumbersOfTheSecurityPageAreThoseOfTheCode compares the numbers in what follows a text, up to the end of its
// line, with constants of the code or with the defaults of flags. Every constant of the server whose name begins with
// "max" must be there or in unpromised.
func TestNumbersOfTheSecurityPageAreThoseOfTheCode(t *testing.T) {
	page := pages(t)["docs/security.md"]
	flags := server.Config{}.WithDefaults()
	// By default the bytes of a connection depend on how long a session may last.
	aSecond := server.Config{SessionTimeout: time.Second}.WithDefaults().MaxBytes
	perSecond := server.Config{SessionTimeout: 2 * time.Second}.WithDefaults().MaxBytes - aSecond
	headers := constantOf(t, "server/observe.httpHeader") + 4<<10 // net/http reads 4 KiB more
	memory := constantOf(t, "load.maxExtraMemory") << 10          // it is in KiB
	missing := serverLimits(t)
	for _, name := range unpromised {
		constantOf(t, name) // which fails if it is gone
		delete(missing, name)
	}
	for _, test := range []struct {
		text string
		want []any // a constant's package and name, or a number
	}{
		{"\nWithin ", []any{int(flags.HandshakeTimeout)}},
		{"| unauthenticated connections; beyond that, the oldest is closed |", []any{"server/admission.maxUnauthenticated"}},
		{"| connections at once from one source |", []any{flags.MaxConnectionsPerSource}},
		{"| new connections per second from one source |", []any{int(flags.ConnectionRate)}},
		{"| how many of these may come at once |", []any{flags.ConnectionBurst}},
		{"| sessions at once |", []any{flags.MaxSessions}},
		{"| sources remembered |", []any{"server/admission.maxSources"}},
		{"| clients that are told at once why they are turned away; beyond that, connections are closed without a reason |", []any{"server/admission.maxTold"}},
		{"| channels at once |", []any{"server/sshd.maxChannels"}},
		{"| channels over its lifetime |", []any{"server/sshd.maxEverChannels"}},
		{"| refused channels |", []any{"server/sshd.maxRefused"}},
		{"| environment variables of a session |", []any{"server/sshd.maxVariables", "server/sshd.maxVariableBytes"}},
		{"| requests, of the connection and its channels |", []any{"server/sshd.requestRate", "server/sshd.requestBurst"}},
		{"| time without a session |", []any{int(flags.NoSessionTimeout)}},
		{"| bytes it may send |", []any{"server/admission.wireRate", "server/admission.wireBurst", aSecond - perSecond, perSecond}},
		{"| command |", []any{"server/sshd.maxCommand"}},
		{"| name of the terminal |", []any{"server/sshd.maxTerm"}},
		{"| files open at once over SFTP |", []any{"server/sshd.maxHandles"}},
		{"| SFTP request |", []any{"server/sshd.maxPacket"}},
		{"| bytes of files read, over SFTP or scp |", []any{"server/sshd.maxRead"}},
		{"### Window sizes are clamped\n\nTo", []any{"server/sshd.maxWidth", "server/sshd.maxHeight", 0, "export.TextWidth", 24}},
		{"they can be drawn, or faster than", []any{int(time.Second) / constantOf(t, "terminal.resizeInterval")}},
		{"### Input is limited\n\nTo", []any{"terminal.inputRate", "terminal.inputBurst"}},
		{"Only the first", []any{"terminal.maxPaste", "terminal.maxSequence"}},
		{"If either is unterminated, it ends after\n", []any{"terminal.stringTimeout", "terminal.escapeTimeout"}},
		{"### Sessions end\n\nAfter", []any{int(flags.IdleTimeout), int(flags.SessionTimeout)}},
		{"has read nothing for", []any{int(flags.WriteTimeout), "terminal.answerTimeout"}},
		{"that memory is within", []any{memory}},
		{"after the first burst, and less than", []any{memory}},
		{"descriptors are\nback within", []any{"load.cleanupTime"}},
		{"memory are back where they were within", []any{"load.cleanupTime"}},
		{"logged quoted and truncated to\n", []any{"printable.longest"}},
		{"A request must arrive within", []any{"server/observe.httpRead", headers, "server/observe.httpConnections"}},
		{"- **Many people behind one address.** One IPv4 address gets", []any{flags.MaxConnectionsPerSource}},
		{"it counts the connections of up to", []any{"server/admission.maxSources"}},
	} {
		_, rest, ok := strings.Cut(page, test.text)
		line, _, _ := strings.Cut(rest, "\n")
		var want []int
		for _, w := range test.want {
			if name, named := w.(string); named {
				delete(missing, name)
				w = constantOf(t, name)
			}
			want = append(want, w.(int)) //nolint:forcetypeassert // see above
		}
		if got := quantities(line); !ok || !slices.Equal(got, want) {
			t.Errorf("docs/security.md, %q: %d, want %d", test.text+line, got, want)
		}
	}
	for name := range missing {
		t.Errorf("docs/security.md says nothing of internal/%s, or this test does not compare it", name)
	}
}

// serverLimits returns the constants of the server whose name begins with "max", as constantOf takes them.
func serverLimits(t *testing.T) map[string]bool {
	t.Helper()
	all := map[string]bool{}
	for file, source := range files(t, ".go") {
		dir, within := strings.CutPrefix(path.Dir(file), "internal/")
		if !within || !strings.HasPrefix(dir, "server") || strings.HasSuffix(file, "_test.go") {
			continue
		}
		parsed, err := parser.ParseFile(token.NewFileSet(), file, source, 0)
		if err != nil {
			t.Fatal(err)
		}
		ast.Inspect(parsed, func(n ast.Node) bool {
			if decl, ok := n.(*ast.GenDecl); ok && decl.Tok == token.CONST {
				for _, spec := range decl.Specs {
					for _, id := range spec.(*ast.ValueSpec).Names { //nolint:forcetypeassert // of a constant, it is
						if strings.HasPrefix(strings.ToLower(id.Name), "max") {
							all[dir+"."+id.Name] = true
						}
					}
				}
			}
			return true
		})
	}
	return all
}

// quantities returns the numbers in a text: counts, bytes, and times in nanoseconds.
func quantities(text string) (all []int) {
	units := map[string]int{
		"KiB": 1 << 10, "MiB": 1 << 20, "ms": int(time.Millisecond), "s": int(time.Second), "second": int(time.Second), "seconds": int(time.Second),
		"minutes": int(time.Minute), "hour": int(time.Hour),
	}
	for _, m := range regexp.MustCompile(`\b(\d[\d,]*)(?: (KiB|MiB|ms|s|seconds?|minutes|hour)\b)?`).FindAllStringSubmatch(text, -1) {
		n, _ := strconv.Atoi(strings.ReplaceAll(m[1], ",", ""))
		all = append(all, n*max(units[m[2]], 1))
	}
	return all
}

// constantOf returns the value of a constant: "server/sshd.maxTerm" is in internal/server/sshd.
func constantOf(t *testing.T, name string) (value int) {
	t.Helper()
	found := false
	dir, name, _ := strings.Cut(name, ".")
	for file, source := range files(t, ".go") {
		if path.Dir(file) != "internal/"+dir {
			continue
		}
		parsed, err := parser.ParseFile(token.NewFileSet(), file, source, 0)
		if err != nil {
			t.Fatal(err)
		}
		ast.Inspect(parsed, func(n ast.Node) bool {
			spec, ok := n.(*ast.ValueSpec)
			if !ok {
				return true
			}
			i := slices.IndexFunc(spec.Names, func(id *ast.Ident) bool { return id.Name == name })
			if i < 0 || i >= len(spec.Values) {
				return true
			}
			var text strings.Builder
			if err := printer.Fprint(&text, token.NewFileSet(), spec.Values[i]); err != nil {
				t.Fatal(err)
			}
			units := strings.NewReplacer("time.Millisecond", "1_000_000", "time.Second", "1_000_000_000")
			result, err := types.Eval(token.NewFileSet(), nil, token.NoPos, units.Replace(text.String()))
			if err != nil {
				t.Fatalf("%s: %v", name, err)
			}
			n64, _ := constant.Int64Val(result.Value)
			value, found = int(n64), true
			return false
		})
	}
	if !found {
		t.Errorf("internal/%s has no constant %s", dir, name)
	}
	return value
}
