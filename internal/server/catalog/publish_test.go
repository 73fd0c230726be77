package catalog_test

import (
	"errors"
	"io"
	"strings"
	"testing"

	"github.com/pkg/sftp"

	"ssh-resume/internal/export"
	"ssh-resume/internal/resume"
	"ssh-resume/internal/server"
	"ssh-resume/internal/server/servertest"
	"ssh-resume/internal/visitor"
)

func TestWhoeverComesAfterAPublicationGetsTheNewVersion(t *testing.T) {
	t.Parallel()
	r := servertest.Serve(t, server.Config{})
	for _, name := range []string{"Maria", "Marta"} {
		version := servertest.Another(t, name)
		r.Publish(version)
		for _, format := range export.Formats(nil) {
			want, err := format.Make(version.Resume)
			if err != nil {
				t.Fatal(err)
			}
			if got := r.Run(t, visitor.Options{Command: format.Name}); got.Stdout != string(want) {
				t.Errorf("%s is of another version", format.Name)
			}
		}
		for _, command := range []string{"", "profile", "search " + name} {
			if got := r.Run(t, visitor.Options{Command: command}); got.Status != 0 || !strings.Contains(got.Stdout, name) {
				t.Errorf("%q: %+v", command, got)
			}
		}
		info, err := r.SFTP(t).Stat("resume.txt")
		if err != nil || !info.ModTime().Equal(version.Changed) {
			t.Errorf("the file is of %v: %v", info, err)
		}
		v := r.Visit(t, visitor.Options{})
		servertest.Press(t, v, "2")
		servertest.WaitFor(t, v, "2/11")
		if text := v.Screen().Text(); !strings.Contains(text, name+" Rodriguez") || strings.Contains(text, "new version") {
			t.Errorf("somebody with the new version sees\n%s", text)
		}
	}
	r.Log.Until(t, "résumé reloaded")
}

func TestSectionsOfTheNewVersionAreCommands(t *testing.T) {
	t.Parallel()
	r := servertest.Serve(t, server.Config{})
	version := servertest.Another(t, "Maria")
	changed := *version.Resume
	changed.Menu = nil
	changed.Custom = []resume.CustomSection{{ID: "sailing", Title: "Sailing", Blocks: []resume.CustomBlock{{Type: resume.KindText, Text: "Round the Horn."}}}}
	version.Resume = &changed
	r.Publish(version)
	if got := r.Run(t, visitor.Options{Command: "sailing"}); !strings.Contains(got.Stdout, "Horn") {
		t.Errorf("%+v", got)
	}
	if got := r.Run(t, visitor.Options{Command: "help"}); !strings.Contains(got.Stdout, "sailing") {
		t.Errorf("%+v", got)
	}
	if got := r.Run(t, visitor.Options{Command: "principles"}); got.Status != 127 {
		t.Errorf("a section that has gone: %+v", got)
	}
	v := r.Visit(t, visitor.Options{Command: "sailing"})
	servertest.WaitFor(t, v, "Round the Horn")
}

func TestReadersGoOnToTheNewVersionWhenTheyLike(t *testing.T) {
	t.Parallel()
	r := servertest.Serve(t, server.Config{})
	v := r.Visit(t, visitor.Options{Command: "stack"})
	narrow := r.Visit(t, visitor.Options{Terminal: visitor.Terminal{Width: 30, Height: 10}})
	r.Publish(servertest.Another(t, "Maria"))
	servertest.WaitFor(t, narrow, "r new version")
	servertest.WaitFor(t, v, "r read the new version")
	servertest.Press(t, v, "/", "k", "a", "f", "k", "a", "enter")
	servertest.WaitFor(t, v, "match 1 of")
	if text := v.Screen().Text(); !strings.Contains(text, "Marcus") {
		t.Errorf("the version has changed under the reader:\n%s", text)
	}
	servertest.Press(t, v, "r")
	servertest.WaitFor(t, v, "Maria Rodriguez")
	if text := v.Screen().Text(); !strings.Contains(text, "Kafka") {
		t.Errorf("the reader is elsewhere:\n%s", text)
	}
}

func TestSessionOfFilesKeepsItsVersion(t *testing.T) {
	t.Parallel()
	r := servertest.Serve(t, server.Config{})
	before := r.SFTP(t)
	if _, err := before.ReadDir("."); err != nil {
		t.Fatal(err)
	}
	r.Publish(servertest.Another(t, "Maria"))
	for want, client := range map[string]*sftp.Client{"Marcus": before, "Maria": r.SFTP(t)} {
		f, err := client.Open("resume.txt")
		if err != nil {
			t.Fatal(err)
		}
		text, err := io.ReadAll(f)
		if err != nil || !strings.Contains(string(text), want) {
			t.Errorf("no %s: %v", want, err)
		}
		_ = f.Close()
	}
}

func TestWhatCannotBePublishedIsLoggedAndChangesNothing(t *testing.T) {
	t.Parallel()
	r := servertest.Serve(t, server.Config{})
	v := r.Visit(t, visitor.Options{})
	r.Reject(resume.Problem{File: "me.yaml", Line: 3, Column: 5, Message: "no such field"}, errors.New("and more"))
	for _, text := range []string{
		"me.yaml:3:5: no such field", "and more", `msg="still serving the previous version" version=2026-03-04T05:06:07Z problems=2`,
	} {
		r.Log.Until(t, text)
	}
	if got := r.Run(t, visitor.Options{}); !strings.Contains(got.Stdout, "Marcus") {
		t.Errorf("%+v", got)
	}
	if strings.Contains(v.Screen().Text(), "new version") {
		t.Error("a reader is told of a newer version")
	}
}

func TestMain(m *testing.M) { servertest.Main(m) }
