// Command ssh-resume serves a résumé over SSH.
package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
)

func main() {
	os.Exit(run(context.Background(), os.Args[1:], os.Environ(), os.Stdin, os.Stdout, os.Stderr))
}

// run is the program: it does what args ask for and gives the exit status. It
// ends early, as on a signal, when ctx is done.
func run(ctx context.Context, args, env []string, stdin io.Reader, stdout, stderr io.Writer) int {
	p := &program{env: env, root: os.DirFS("/"), stdin: stdin, stdout: stdout, stderr: stderr}
	err := p.do(ctx, args)
	if err == nil || errors.Is(err, errHelped) {
		return 0
	}
	if !errors.Is(err, errSaid) {
		_, _ = fmt.Fprintln(stderr, name+": "+printable(err.Error()))
	}
	return 1
}

// errSaid ends the program with exit status 1 when all has been said.
var errSaid = errors.New("said already")
