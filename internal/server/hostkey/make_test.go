package hostkey

import (
	"bufio"
	"errors"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"syscall"
	"testing"

	gossh "golang.org/x/crypto/ssh"
)

// making is the variable that turns the test into a process that makes keys in its working directory, in the
// way that it names.
const making = "SSH_RESUME_TEST_MAKES_KEYS"

// ways are how keys are made: with links, and where there are none.
var ways = map[string]func(path string) error{"links": create, "no links": makeWithoutLinks}

// TestKeysAreMade is what the other tests' processes run: it makes one key after the other and prints each,
// until it is killed or has made enough.
func TestKeysAreMade(t *testing.T) {
	makeKey, ok := ways[os.Getenv(making)]
	if !ok {
		t.Skip("it is a part of other tests")
	}
	for i := range 100 {
		path := fmt.Sprint(i)
		if err := makeKey(path); err != nil {
			t.Fatal(err)
		}
		key, err := read(path)
		if err != nil {
			t.Fatal(err)
		}
		fmt.Println(i, gossh.FingerprintSHA256(key.PublicKey()))
	}
}

// makeWithoutLinks makes a key as create does after a link has failed.
func makeWithoutLinks(path string) error {
	whole := path + ".whole." + fmt.Sprint(os.Getpid())
	if err := create(whole); err != nil {
		return err
	}
	if err := renameLocked(whole, path); err != nil {
		return err
	}
	if err := os.Remove(whole); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	return nil
}

// maker starts a process that makes keys; its lines come as it makes them.
func maker(t *testing.T, dir, way string) (*exec.Cmd, *bufio.Scanner) {
	t.Helper()
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	process := exec.CommandContext(t.Context(), self, "-test.run=^TestKeysAreMade$")
	process.Dir, process.Env = dir, append(os.Environ(), making+"="+way)
	out, err := process.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := process.Start(); err != nil {
		t.Fatal(err)
	}
	return process, bufio.NewScanner(out)
}

func TestProcessesThatStartAtOnceShareOneKey(t *testing.T) {
	for way := range ways {
		t.Run(way, func(t *testing.T) {
			dir := t.TempDir()
			var mu sync.Mutex
			var seen []string // number and fingerprint
			var work sync.WaitGroup
			for range 4 {
				process, lines := maker(t, dir, way)
				work.Go(func() {
					for lines.Scan() {
						if strings.Contains(lines.Text(), "SHA256:") {
							mu.Lock()
							seen = append(seen, lines.Text())
							mu.Unlock()
						}
					}
					if err := process.Wait(); err != nil {
						t.Error(err)
					}
				})
			}
			work.Wait()
			slices.Sort(seen)
			if all := len(seen); all != 4*100 {
				t.Errorf("%d keys seen", all)
			}
			if seen = slices.Compact(seen); len(seen) != 100 {
				t.Errorf("%d keys for 100 files", len(seen))
			}
		})
	}
}

func TestHostKeyIsWholeOrAbsentAfterAKill(t *testing.T) {
	for way := range ways {
		t.Run(way, func(t *testing.T) {
			whole := 0
			for range 10 {
				dir := t.TempDir()
				process, lines := maker(t, dir, way)
				for range rand.IntN(20) {
					lines.Scan()
				}
				if err := process.Process.Kill(); err != nil {
					t.Fatal(err)
				}
				_ = process.Wait() // it was killed
				files, err := os.ReadDir(dir)
				if err != nil {
					t.Fatal(err)
				}
				for _, file := range files {
					if strings.ContainsAny(file.Name(), ".") {
						continue // on its way
					}
					if _, err := read(filepath.Join(dir, file.Name())); err != nil {
						t.Error(err)
					}
					whole++
				}
				// The next start goes on from there.
				if _, err := Load(Config{Default: filepath.Join(dir, fmt.Sprint(len(files)))}, func(string) {}); err != nil {
					t.Error(err)
				}
			}
			if whole == 0 {
				t.Error("none was made")
			}
		})
	}
}

func TestKeyThatIsThereIsNeverReplaced(t *testing.T) {
	dir := t.TempDir()
	for name, place := range map[string]func(from, to string) error{"publish": publish, "renameLocked": renameLocked} {
		from, to := Write(t, filepath.Join(dir, "new"), "new", 0o600), Write(t, filepath.Join(dir, "old"), "old", 0o600)
		if err := place(from, to); err != nil {
			t.Errorf("%s: %v", name, err)
		}
		if text, err := os.ReadFile(to); err != nil || string(text) != "old" {
			t.Errorf("%s: %q, %v", name, text, err)
		}
	}
}

func TestRenamingWaitsForTheLock(t *testing.T) {
	dir := t.TempDir()
	for i := range 200 {
		from, to := Write(t, filepath.Join(dir, "new"), "new", 0o600), filepath.Join(dir, fmt.Sprint(i))
		other, err := os.Open(dir)
		if err != nil {
			t.Fatal(err)
		}
		if err := syscall.Flock(int(other.Fd()), syscall.LOCK_EX); err != nil {
			t.Fatal(err)
		}
		begun, done := make(chan struct{}), make(chan error)
		go func() {
			close(begun)
			done <- renameLocked(from, to)
		}()
		<-begun
		Write(t, to, "old", 0o600)
		_ = other.Close()
		if err := <-done; err != nil {
			t.Fatal(err)
		}
		if text, err := os.ReadFile(to); err != nil || string(text) != "old" {
			t.Fatalf("%q, %v", text, err)
		}
	}
}
