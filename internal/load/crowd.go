package load

import (
	"context"
	"errors"
	"sync"
	"sync/atomic"
)

// opening is how many clients connect at once.
const opening = 8

// crowd is readers who have seen the first frame, and do nothing.
type crowd []*client

// gather connects as many clients as there are numbers from first on, and
// waits until each has been sent the text. On an error there is no crowd.
func gather(ctx context.Context, addr string, first, size int, text string) (crowd, error) {
	all := make(crowd, size)
	failed := make(chan error, opening)
	var next atomic.Int64
	var work sync.WaitGroup
	for range opening {
		work.Go(func() {
			for i := int(next.Add(1)) - 1; i < size && len(failed) == 0; i = int(next.Add(1)) - 1 {
				c, err := dial(ctx, addr, first+i)
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
		return nil, errors.Join(<-failed, all.leave())
	}
	return all, nil
}

// leave hangs all up.
func (all crowd) leave() error {
	var errs []error
	for _, c := range all {
		if c != nil {
			errs = append(errs, c.close())
		}
	}
	return errors.Join(errs...)
}
