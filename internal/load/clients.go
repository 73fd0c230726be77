package load

import (
	"context"
	"errors"
	"sync"
	"sync/atomic"
)

// concurrency is how many clients connect at the same time.
const concurrency = 8

// clients are idle sessions that have received the first frame.
type clients []*client

// dialAll connects clients with the numbers from first on, each with the window
// of its number, and waits until each has received the text. If one fails, all
// are closed.
func dialAll(ctx context.Context, addr string, first, size int, window func(int) Window, text string) (clients, error) {
	all := make(clients, size)
	failed := make(chan error, concurrency)
	var next atomic.Int64
	var work sync.WaitGroup
	for range concurrency {
		work.Go(func() {
			for i := int(next.Add(1)) - 1; i < size && len(failed) == 0; i = int(next.Add(1)) - 1 {
				c, err := dial(ctx, addr, first+i, window(first+i))
				if err == nil {
					all[i] = c
					err = c.await(text)
				}
				if err != nil {
					failed <- err
					return
				}
			}
		})
	}
	work.Wait()
	if len(failed) > 0 {
		return nil, errors.Join(<-failed, all.close())
	}
	return all, nil
}

// close closes all connections.
func (all clients) close() error {
	var errs []error
	for _, c := range all {
		if c != nil {
			errs = append(errs, c.close())
		}
	}
	return errors.Join(errs...)
}
