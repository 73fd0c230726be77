package visitor

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"strings"

	"golang.org/x/crypto/ssh"
)

// Result is the output of a session without a terminal.
type Result struct {
	Stdout, Stderr string
	Status         int
}

// Run runs a session without a terminal, as `ssh HOST command` and `ssh -T HOST`
// do, with the given standard input, and waits for its end.
func Run(ctx context.Context, addr string, o Options, input string) (Result, error) {
	client, stop, err := dial(ctx, addr, o)
	if err != nil {
		return Result{}, err
	}
	defer stop()
	result, err := run(client, o, input)
	return result, errors.Join(err, ignoreClosed(client.Close()))
}

func run(client *ssh.Client, o Options, input string) (Result, error) {
	session, err := client.NewSession()
	if err != nil {
		return Result{}, fmt.Errorf("open a session: %w", err)
	}
	o.setenv(session)
	var stdout, stderr bytes.Buffer
	session.Stdin, session.Stdout, session.Stderr = strings.NewReader(input), &stdout, &stderr
	if err := o.start(session); err != nil {
		return Result{}, err
	}
	status, err := exitStatus(session.Wait())
	return Result{stdout.String(), stderr.String(), status}, err
}
