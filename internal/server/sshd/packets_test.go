package sshd

import (
	"bytes"
	"encoding/binary"
	"errors"
	"io"
	"testing"
	"testing/synctest"
)

// pieces is a client whose bytes come one at a time.
type pieces struct {
	io.Reader
	bytes.Buffer
}

func (p *pieces) Read(b []byte) (int, error)  { return p.Reader.Read(b[:min(1, len(b))]) }
func (p *pieces) Write(b []byte) (int, error) { return p.Buffer.Write(b) }
func (*pieces) Close() error                  { return nil }

// packet returns a request or answer of this length.
func packet(n int) []byte {
	return append(binary.BigEndian.AppendUint32(nil, uint32(n)), make([]byte, n)...)
}

func TestRequestsComeOnceTheLastIsAnsweredHoweverItIsWritten(t *testing.T) {
	answer := packet(9)
	for _, size := range []int{1, 2, 3, 4, 5, 12, len(answer)} {
		synctest.Test(t, func(t *testing.T) {
			requests := append(packet(5), packet(7)...)
			p := newPackets(t.Context(), &pieces{Reader: bytes.NewReader(requests)})
			read := make(chan int, len(requests))
			go func() {
				for {
					n, err := p.Read(make([]byte, 3))
					if err != nil {
						close(read)
						return
					}
					read <- n
				}
			}()
			total := func() (n int) {
				synctest.Wait()
				for {
					select {
					case one, ok := <-read:
						if !ok {
							return n
						}
						n += one
					default:
						return n
					}
				}
			}
			if n := total(); n != 4+5 {
				t.Errorf("in pieces of %d: %d bytes are read before an answer, want those of the first request", size, n)
			}
			for rest := answer; len(rest) > 0; rest = rest[min(size, len(rest)):] {
				if n := total(); n != 0 {
					t.Errorf("in pieces of %d: %d bytes are read within an answer", size, n)
				}
				if _, err := p.Write(rest[:min(size, len(rest))]); err != nil {
					t.Fatal(err)
				}
			}
			if n := total(); n != 4+7 {
				t.Errorf("in pieces of %d: %d bytes are read after an answer, want those of the second request", size, n)
			}
			if _, err := p.Write(answer); err != nil {
				t.Fatal(err)
			}
			total()
			if _, open := <-read; open {
				t.Error("it does not end with the client's bytes")
			}
		})
	}
}

func TestLongRequestsAreNotRead(t *testing.T) {
	for _, test := range []struct {
		length int
		want   error
	}{{64 << 10, nil}, {64<<10 + 1, errLongPacket}} {
		p := newPackets(t.Context(), &pieces{Reader: bytes.NewReader(packet(test.length))})
		if _, err := p.Read(make([]byte, 4)); !errors.Is(err, test.want) {
			t.Errorf("%d bytes: %v", test.length, err)
		}
	}
}

func TestEmptyAnswersPanicNobody(t *testing.T) {
	p := newPackets(t.Context(), &pieces{Reader: bytes.NewReader(nil)})
	for _, b := range [][]byte{{}, {0}, {0, 0}, {}, {0}, packet(0), packet(1)} {
		if _, err := p.Write(b); err != nil {
			t.Error(err)
		}
	}
}
