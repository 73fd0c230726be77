// Command ssh-resume serves a résumé over SSH.
package main

import (
	"context"
	"os"
)

func main() {
	m := &Main{
		Env: os.Environ(), Root: os.DirFS("/"), ServiceState: "/var/lib/ssh-resume",
		Stdin: os.Stdin, Stdout: os.Stdout, Stderr: os.Stderr,
	}
	os.Exit(m.Run(context.Background(), os.Args[1:]))
}
