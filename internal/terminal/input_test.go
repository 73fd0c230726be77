package terminal

import (
	"fmt"
	"reflect"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	uv "github.com/charmbracelet/ultraviolet"
)

// describe returns messages in a form that tests can spell out.
func describe(msgs []tea.Msg) []string {
	var all []string
	for _, msg := range msgs {
		switch msg := msg.(type) {
		case uv.KeyPressEvent:
			all = append(all, msg.String())
		case tea.PasteMsg:
			all = append(all, "paste "+msg.Content)
		default:
			all = append(all, strings.TrimPrefix(fmt.Sprintf("%T", msg), "uv."))
		}
	}
	return all
}

func TestInputDecodesTheSameInChunksOfAnySize(t *testing.T) {
	for _, test := range []struct {
		name, input string
		want        []string
	}{
		{"letters", "aB", []string{"a", "B"}},
		{"accents and wide letters", "é漢", []string{"é", "漢"}},
		{"arrows in both encodings", "\x1b[A\x1bOB", []string{"up", "down"}},
		{"keys with numbers", "\x1b[5~\x1b[6~\x1b[H\x1b[F", []string{"pgup", "pgdown", "home", "end"}},
		{"control keys", "\x03\x04\r\t\x7f", []string{"ctrl+c", "ctrl+d", "enter", "tab", "backspace"}},
		{"mouse", "\x1b[<0;5;7M\x1b[<0;5;7m\x1b[<65;1;1M", []string{"MouseClickEvent", "MouseReleaseEvent", "MouseWheelEvent"}},
		{"background", "\x1b]11;rgb:ffff/ffff/ffff\x07x", []string{"BackgroundColorEvent", "x"}},
		{"background, other terminator", "\x1b]11;rgb:0000/0000/0000\x1b\\x", []string{"BackgroundColorEvent", "x"}},
		{"a background that is not a color", "\x1b]11;nonsense\x07x", []string{"x"}},
		{"colors", "\x1bP1+r524742=38\x1b\\x", []string{"CapabilityEvent", "x"}},
		{"a paste", "\x1b[200~two\nlines\x1b[201~x", []string{"paste two\nlines", "x"}},
		{"keys inside a paste", "\x1b[200~a\x1b[Ab\x1b[201~", []string{"paste a\x1b[Ab"}},
		{"a made-up window size", "\x1b[8;20000;20000t\x1b[48;20000;20000;1;1tx", []string{"x"}},
		{"a key of 65,535 repeats", "\x1b[65;30;97;1;0;65535_x", []string{"x"}},
		{"an unknown sequence", "\x1b[?9999zx", []string{"x"}},
		{"invalid bytes", "\xff\xc3(x", []string{"(", "x"}},
	} {
		t.Run(test.name, func(t *testing.T) {
			for size := 1; size <= len(test.input); size++ {
				var d decoder
				var got []tea.Msg
				for at := 0; at < len(test.input); at += size {
					got = append(got, d.decode([]byte(test.input[at:min(at+size, len(test.input))]), false)...)
				}
				got = append(got, d.decode(nil, true)...)
				if !reflect.DeepEqual(describe(got), test.want) {
					t.Errorf("in chunks of %d: %q, want %q", size, describe(got), test.want)
				}
			}
		})
	}
}

func TestLoneEscapeIsAKeyAfterSilence(t *testing.T) {
	var d decoder
	if got := d.decode([]byte("\x1b"), false); len(got) > 0 {
		t.Fatalf("got %q before the silence", describe(got))
	}
	if got := describe(d.decode(nil, true)); !reflect.DeepEqual(got, []string{"esc"}) {
		t.Fatalf("after the silence: %q", got)
	}
}

func TestEndlessSequencesTakeBoundedMemory(t *testing.T) {
	for name, input := range map[string]string{
		"endless paste":          "\x1b[200~" + strings.Repeat("x", 1<<20),
		"endless string":         "\x1b]11;" + strings.Repeat("x", 1<<20),
		"endless parameters":     "\x1b[" + strings.Repeat("1;", 1<<19),
		"endless control string": "\x1bP" + strings.Repeat("+q", 1<<19),
	} {
		var d decoder
		for len(input) > 0 {
			n := min(readSize, len(input))
			d.decode([]byte(input[:n]), false)
			input = input[n:]
			if held := len(d.pending) + len(d.paste); held > 1<<10+4<<10+readSize {
				t.Fatalf("%s: %d bytes are held", name, held)
			}
		}
	}
}

func TestKeysWorkAgainAfterAnEndlessSequence(t *testing.T) {
	var d decoder
	d.decode([]byte("\x1b]11;"+strings.Repeat("x", 2*maxSequence)), false)
	d.decode(nil, true)
	if got := describe(d.decode([]byte("j"), false)); !reflect.DeepEqual(got, []string{"j"}) {
		t.Fatalf("got %q", got)
	}
}

func TestInterruptEndsEverySequence(t *testing.T) {
	long := strings.Repeat("x", 2*maxSequence)
	for _, begun := range []string{
		"\x1b", "\x1b[", "\x1b[1;2", "\x1bO", "\x1b]", "\x1b]11;rgb:", "\x1bP1+r", "\x1b_", "\x1bX", "\x1b^x", "\x1b]" + long,
		"\x1b[200~", "\x1b[200~text", "\x1b[200~" + long + long + long, "\x1b[200~text\x1b[201", "\xe6\xbc",
	} {
		for _, size := range []int{1, 7, readSize} {
			var d decoder
			var got []tea.Msg
			for rest := begun + "\x03"; rest != ""; {
				n := min(size, len(rest))
				got = append(got, d.decode([]byte(rest[:n]), false)...)
				rest = rest[n:]
			}
			if all := describe(got); len(all) == 0 || all[len(all)-1] != "ctrl+c" {
				t.Errorf("%.20q and ctrl+c, in chunks of %d: %q", begun, size, all)
			}
		}
	}
	var d decoder
	if got := describe(d.decode([]byte("\x1b[200~a\x03b\x1b[201~"), false)); !reflect.DeepEqual(got, []string{"paste a\x03b"}) {
		t.Errorf("a whole paste: %q", got)
	}
}

func TestKeysOfAnotherLayoutHaveTheirBaseKey(t *testing.T) {
	var d decoder
	msgs := d.decode([]byte("\x1b[1081::113u"), false) // й where q is, as kitty reports it
	if key, ok := msgs[0].(uv.KeyPressEvent); !ok || key.Code != 'й' || key.BaseCode != 'q' {
		t.Errorf("%#v", msgs)
	}
}

func FuzzInputIsDecodedCompletely(f *testing.F) {
	for _, seed := range []string{
		"abc", "\x1b[A", "\x1b[200~x\x1b[201~", "\x1b]11;rgb:0/0/0\x07", "\x1bP1+r524742=38\x1b\\", "\x1b[<0;1;1M",
		"\x1b[M !!", "\xff\xfe", "\x1b\x1b\x1b[", "\x1b[1;2R",
	} {
		f.Add([]byte(seed), 3)
	}
	f.Fuzz(func(t *testing.T, input []byte, size int) {
		size = min(max(size, 1), readSize)
		var d decoder
		total := 0
		for at := 0; at < len(input); at += size {
			total += len(d.decode(input[at:min(at+size, len(input))], false))
			if held := len(d.pending) + len(d.paste); held > maxSequence+maxPaste+readSize {
				t.Fatalf("%d bytes are held", held)
			}
		}
		total += len(d.decode(nil, true))
		if d.pasting || d.skipping || len(d.pending) > 0 {
			t.Fatalf("%q is left over", d.pending)
		}
		if total > 2*len(input) {
			t.Fatalf("%d messages of %d bytes", total, len(input))
		}
	})
}
