package sshd_test

import (
	"errors"
	"strings"
	"testing"

	"ssh-resume/internal/export"
	"ssh-resume/internal/resume"
	"ssh-resume/internal/server"
	"ssh-resume/internal/server/catalog"
	"ssh-resume/internal/server/servertest"
	"ssh-resume/internal/typeset/fonts"
	"ssh-resume/internal/visitor"
)

func TestEveryFormatIsTheSameBytesAsExported(t *testing.T) {
	t.Parallel()
	r := servertest.Serve(t, server.Config{})
	for _, format := range export.Formats(nil) {
		want, err := format.Make(servertest.Embedded(t).Resume)
		if err != nil {
			t.Fatal(err)
		}
		for _, command := range []string{format.Name, " " + strings.ToUpper(format.Name) + " "} {
			result := r.Run(t, visitor.Options{Command: command, Env: map[string]string{"LANG": "de_DE.UTF-8"}})
			if result.Status != 0 || result.Stderr != "" || result.Stdout != string(want) {
				t.Errorf("%q: status %d, standard error %q, %d bytes, want %d", command, result.Status, result.Stderr, len(result.Stdout), len(want))
			}
		}
	}
}

func TestPDFDoesNotSpillIntoATerminal(t *testing.T) {
	t.Parallel()
	r := servertest.Serve(t, server.Config{PublicAddress: "resume.example.com:2200"})
	for _, name := range []string{"pdf", "pdf-a4", "pdf-letter"} {
		status, raw := inTerminal(t, r, visitor.Options{Command: name})
		want := name + " is not for a terminal; try: ssh -T -p 2200 resume.example.com " + name + " > resume.pdf\r\n"
		if status != 1 || raw != want {
			t.Errorf("%s: status %d, %q", name, status, raw)
		}
	}
}

func TestFormatThatCannotBeMadeIsSaidAndLogged(t *testing.T) {
	t.Parallel()
	bad := endless
	bad.Name, bad.File, bad.Make = "bad", "resume.bad", func(*resume.Resume) ([]byte, error) { return nil, errors.New("no font") }
	r := servertest.Serve(t, server.Config{Formats: []export.Format{bad}})
	result := r.Run(t, visitor.Options{Command: "bad"})
	if result.Status != 1 || result.Stdout != "" || !strings.Contains(result.Stderr, "another format") {
		t.Errorf("%+v", result)
	}
	r.Log.Until(t, `error="no font"`)
	if infos, err := r.SFTP(t).ReadDir("."); err != nil || len(infos) != 1 {
		t.Errorf("the folder has %v, %v", infos, err)
	}
	r.Log.Until(t, `error="make resume.bad: no font"`)
}

func TestAPDFOfBoxesIsNotHandedOut(t *testing.T) {
	t.Parallel()
	r := servertest.Serve(t, server.Config{PublicAddress: "resume.example.com", Formats: export.Formats(fonts.Builtin())})
	r.Publish(catalog.Revision{Resume: &resume.Resume{Basics: resume.Basics{Name: "山田 太郎", Label: "主任エンジニア"}}, Changed: servertest.Changed})
	result := r.Run(t, visitor.Options{Command: "pdf"})
	if result.Status != 1 || result.Stdout != "" || !strings.Contains(result.Stderr, "ssh resume.example.com html > resume.html") {
		t.Errorf("%+v", result)
	}
	r.Log.Until(t, "no font has most of the letters, such as 山")
}

func TestTextFormatsAreLinesInATerminal(t *testing.T) {
	t.Parallel()
	r := servertest.Serve(t, server.Config{})
	v := servertest.Embedded(t)
	for _, f := range export.Formats(nil) {
		if f.Binary || f.Name == export.PlainText {
			continue
		}
		content, err := f.Make(v.Resume)
		if err != nil {
			t.Fatal(err)
		}
		status, raw := inTerminal(t, r, visitor.Options{Command: f.Name})
		if want := strings.ReplaceAll(string(content), "\n", "\r\n"); status != 0 || raw != want {
			t.Errorf("%s: status %d, %d bytes, want %d", f.Name, status, len(raw), len(want))
		}
	}
}
