package server

import (
	"errors"
	"io"
	"runtime"
	"strings"
	"testing"
	"time"
	"weak"

	"github.com/pkg/sftp"

	"ssh-resume/data"
	"ssh-resume/internal/export"
	"ssh-resume/internal/resume"
	"ssh-resume/internal/visitor"
)

// another gives the profile of another name, as its owner has saved it.
func another(t *testing.T, name string) Edition {
	t.Helper()
	text := []byte(strings.ReplaceAll(string(data.Resume), "Marcus", name))
	r, problems := resume.Parse(data.Name, text)
	if r == nil {
		t.Fatal(problems)
	}
	return Edition{r, export.Source{Name: "me.yaml", Data: text}, time.Date(2026, 7, 1, 12, 0, 0, 0, time.UTC)}
}

func TestWhoComesAfterAPublicationGetsTheNewVersion(t *testing.T) {
	r := serve(t, Config{Source: embedded})
	for _, name := range []string{"Maria", "Marta"} {
		edition := another(t, name)
		r.Publish(edition)
		for _, format := range export.Formats() {
			want, err := format.Make(edition.Resume, edition.Source)
			if err != nil {
				t.Fatal(err)
			}
			if got := r.run(t, visitor.Options{Command: format.Name}); got.Stdout != string(want) {
				t.Errorf("%s is of another version", format.Name)
			}
		}
		for _, command := range []string{"", "profile", "search " + name} {
			if got := r.run(t, visitor.Options{Command: command}); got.Status != 0 || !strings.Contains(got.Stdout, name) {
				t.Errorf("%q: %+v", command, got)
			}
		}
		info, err := r.sftp(t).Stat("resume.txt")
		if err != nil || !info.ModTime().Equal(edition.Changed) {
			t.Errorf("the file is of %v: %v", info, err)
		}
		v := r.visit(t, visitor.Options{})
		if err := v.WaitFor(t.Context(), name+" Rodriguez"); err != nil {
			t.Error(err)
		}
		if strings.Contains(v.Screen().Text(), "new version") {
			t.Error("who has the new version is offered it")
		}
	}
	r.log.until(t, "résumé reloaded")
}

func TestSectionsOfTheNewVersionAreCommands(t *testing.T) {
	r := serve(t, Config{})
	edition := another(t, "Maria")
	changed := *edition.Resume
	changed.Menu = nil
	changed.FreeForm = []resume.FreeForm{{ID: "sailing", Title: "Sailing", Blocks: []resume.FreeFormBlock{{Type: resume.KindText, Text: "Round the Horn."}}}}
	edition.Resume = &changed
	r.Publish(edition)
	if got := r.run(t, visitor.Options{Command: "sailing"}); !strings.Contains(got.Stdout, "Horn") {
		t.Errorf("%+v", got)
	}
	if got := r.run(t, visitor.Options{Command: "help"}); !strings.Contains(got.Stdout, "sailing") {
		t.Errorf("%+v", got)
	}
	if got := r.run(t, visitor.Options{Command: "principles"}); got.Status != statusUnknown {
		t.Errorf("a section that has gone: %+v", got)
	}
	v := r.visit(t, visitor.Options{Command: "sailing"})
	if err := v.WaitFor(t.Context(), "Round the Horn"); err != nil {
		t.Error(err)
	}
}

func TestReadersGoOnToTheNewVersionWhenTheyLike(t *testing.T) {
	r := serve(t, Config{})
	v := r.visit(t, visitor.Options{Command: "stack"})
	narrow := r.visit(t, visitor.Options{Terminal: visitor.Terminal{Width: 30, Height: 10}})
	r.Publish(another(t, "Maria"))
	if err := narrow.WaitFor(t.Context(), "r new version"); err != nil {
		t.Error(err)
	}
	if err := v.WaitFor(t.Context(), "r read the new version"); err != nil {
		t.Fatal(err)
	}
	if err := v.Press("/", "k", "a", "f", "k", "a", "enter"); err != nil {
		t.Fatal(err)
	}
	if err := v.WaitFor(t.Context(), "match 1 of"); err != nil {
		t.Error(err)
	}
	if text := v.Screen().Text(); !strings.Contains(text, "Marcus") {
		t.Errorf("the version has changed under the reader:\n%s", text)
	}
	if err := v.Press("r"); err != nil {
		t.Fatal(err)
	}
	if err := v.WaitFor(t.Context(), "Maria Rodriguez"); err != nil {
		t.Error(err)
	}
	if text := v.Screen().Text(); !strings.Contains(text, "Kafka") {
		t.Errorf("the reader is elsewhere:\n%s", text)
	}
}

func TestVersionThatComesWhileAVisitBeginsIsOffered(t *testing.T) {
	var s *Server
	r := serve(t, Config{}, func(server *Server) {
		s = server
		s.ssh.Handler = middleware(func(*session) bool {
			if s.edition.Load().resume.Basics.Name == "Marcus Rodriguez" {
				s.Publish(another(t, "Maria"))
			}
			return false
		}, s.ssh.Handler)
	})
	v := r.visit(t, visitor.Options{})
	for _, text := range []string{"Marcus Rodriguez", "r read the new version"} {
		if err := v.WaitFor(t.Context(), text); err != nil {
			t.Error(err)
		}
	}
}

func TestAVisitOfFilesKeepsItsVersion(t *testing.T) {
	r := serve(t, Config{Source: embedded})
	before := r.sftp(t)
	if _, err := before.ReadDir("."); err != nil {
		t.Fatal(err)
	}
	r.Publish(another(t, "Maria"))
	for want, client := range map[string]*sftp.Client{"Marcus": before, "Maria": r.sftp(t)} {
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

func TestNothingIsKeptOfAVersionThatNobodyReads(t *testing.T) {
	r := serve(t, Config{})
	v := r.visit(t, visitor.Options{})
	old := weak.Make(r.edition.Load())
	pages := weak.Make(r.edition.Load().pages)
	r.Publish(another(t, "Maria"))
	if err := v.WaitFor(t.Context(), "r read the new version"); err != nil {
		t.Fatal(err)
	}
	gone := func(is func() bool) {
		t.Helper()
		eventually(t, func() error {
			runtime.GC()
			if !is() {
				return errors.New("it is kept")
			}
			return nil
		})
	}
	gone(func() bool { return old.Value() == nil }) // the documents; the pages are read
	if pages.Value() == nil {
		t.Error("the pages have gone under the reader")
	}
	if err := v.Press("r"); err != nil {
		t.Fatal(err)
	}
	if err := v.WaitFor(t.Context(), "Maria"); err != nil {
		t.Fatal(err)
	}
	gone(func() bool { return pages.Value() == nil })
}

func TestWhatCannotBePublishedIsLoggedAndChangesNothing(t *testing.T) {
	r := serve(t, Config{Changed: time.Date(2026, 7, 1, 12, 0, 0, 0, time.UTC)})
	v := r.visit(t, visitor.Options{})
	r.NotPublished(resume.Problem{File: "me.yaml", Line: 3, Column: 5, Message: "no such field"}, errors.New("and more"))
	for _, text := range []string{
		"me.yaml:3:5: no such field", "and more", `msg="still serving the version before" version=2026-07-01T12:00:00Z problems=2`,
	} {
		r.log.until(t, text)
	}
	if got := r.run(t, visitor.Options{}); !strings.Contains(got.Stdout, "Marcus") {
		t.Errorf("%+v", got)
	}
	if strings.Contains(v.Screen().Text(), "new version") {
		t.Error("a reader is offered something")
	}
}
