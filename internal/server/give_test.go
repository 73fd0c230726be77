package server

import (
	"bytes"
	"errors"
	"strings"
	"testing"

	"ssh-resume/data"
	"ssh-resume/internal/export"
	"ssh-resume/internal/resume"
	"ssh-resume/internal/visitor"
	"ssh-resume/internal/words"
)

// embedded is the source of the profile.
var embedded = export.Source{Name: data.Name, Data: data.Resume}

func TestEveryFormatIsTheSameBytesAsExported(t *testing.T) {
	r := serve(t, Config{Source: embedded})
	for _, format := range export.Formats() {
		want, err := format.Make(profile(t), embedded)
		if err != nil {
			t.Fatal(err)
		}
		for _, command := range []string{format.Name, " " + strings.ToUpper(format.Name) + " "} {
			result := r.run(t, visitor.Options{Command: command, Env: map[string]string{"LANG": "de_DE.UTF-8"}})
			if result.Status != 0 || result.Stderr != "" || result.Stdout != string(want) {
				t.Errorf("%q: status %d, standard error %q, %d bytes, want %d", command, result.Status, result.Stderr, len(result.Stdout), len(want))
			}
		}
	}
}

func TestFormatIsMadeOnceForAll(t *testing.T) {
	made := 0
	r := serve(t, Config{}, func(s *Server) {
		s.edition.Load().documents = newDocuments(Edition{Resume: profile(t)}, Config{}, []export.Format{{
			Name: "counted", File: "resume.counted",
			Purpose: func(*words.Words) string { return "to count" },
			Make: func(*resume.Resume, export.Source) ([]byte, error) {
				made++
				return []byte("made\n"), nil
			},
		}})
	})
	for range 3 {
		if result := r.run(t, visitor.Options{Command: "counted"}); result.Stdout != "made\n" {
			t.Errorf("%+v", result)
		}
		if _, err := r.edition.Load().folder(); err != nil {
			t.Error(err)
		}
	}
	if made != 1 {
		t.Errorf("made %d times", made)
	}
}

func TestFormatThatCannotBeMadeIsSaidAndLogged(t *testing.T) {
	r := serve(t, Config{}, func(s *Server) {
		s.edition.Load().documents = newDocuments(Edition{Resume: profile(t)}, Config{}, []export.Format{
			{Name: "good", File: "resume.good", Purpose: func(*words.Words) string { return "" }, Make: func(*resume.Resume, export.Source) ([]byte, error) { return []byte("good"), nil }},
			{Name: "bad", File: "resume.bad", Make: func(*resume.Resume, export.Source) ([]byte, error) { return nil, errors.New("no font") }},
		})
	})
	result := r.run(t, visitor.Options{Command: "bad"})
	if result.Status != 1 || result.Stdout != "" || !strings.Contains(result.Stderr, "another format") {
		t.Errorf("%+v", result)
	}
	r.log.until(t, `because="no font"`)
	client := r.sftp(t)
	if infos, err := client.ReadDir("."); err != nil || len(infos) != 2 {
		t.Errorf("the folder has %v, %v", infos, err)
	}
	r.log.until(t, `because="make resume.bad: no font"`)
}

// onTerminal gives what a command prints on a terminal.
func (r *running) onTerminal(t *testing.T, o visitor.Options) (status int, raw []byte) {
	t.Helper()
	v, err := visitor.Visit(t.Context(), r.addr, o)
	if err != nil {
		t.Fatal(err)
	}
	defer v.Close() //nolint:errcheck // the session has ended by then
	status, err = v.Wait(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	raw, _ = v.Screen().Tail()
	return status, raw
}

func TestTextFormatsAreLinesOnATerminal(t *testing.T) {
	r := serve(t, Config{})
	for _, d := range r.edition.Load().formats {
		content, err := d.content()
		if err != nil {
			t.Fatal(err)
		}
		if d.Binary || d.Name == commandText {
			continue
		}
		status, raw := r.onTerminal(t, visitor.Options{Command: d.Name})
		want := bytes.ReplaceAll(content, []byte("\n"), []byte("\r\n"))
		if status != 0 || !bytes.HasSuffix(want, raw) || len(raw) == 0 {
			t.Errorf("%s: status %d, %d bytes, want the end of %d", d.Name, status, len(raw), len(want))
		}
	}
}

func TestPDFDoesNotSpillIntoATerminal(t *testing.T) {
	r := serve(t, Config{PublicAddress: "resume.example.com:2200"})
	for _, name := range []string{"pdf", "pdf-a4", "pdf-letter"} {
		status, raw := r.onTerminal(t, visitor.Options{Command: name})
		want := name + " is not for a terminal; try: ssh -p 2200 resume.example.com " + name + " > resume.pdf\r\n"
		if status != 1 || string(raw) != want {
			t.Errorf("%s: status %d, %q", name, status, raw)
		}
	}
}
