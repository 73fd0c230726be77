package catalog

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"ssh-resume/data"
	"ssh-resume/internal/address"
	"ssh-resume/internal/export"
	"ssh-resume/internal/resume"
	"ssh-resume/internal/words"
)

// snapshot returns a snapshot of the embedded résumé.
func snapshot(t *testing.T, config Config) *Snapshot {
	t.Helper()
	r, problems := resume.Parse(data.Name, data.Resume)
	if r == nil {
		t.Fatal(problems)
	}
	return newSnapshot(Revision{Resume: r, File: data.Name}, config)
}

func TestFormatIsMadeOnceForAll(t *testing.T) {
	made := 0
	s := snapshot(t, Config{Formats: []export.Format{{
		Name: "counted", File: "resume.counted",
		Purpose: func(*words.Words) string { return "to count" },
		Make: func(*resume.Resume) ([]byte, error) {
			made++
			return []byte("made\n"), nil
		},
	}}})
	for range 3 {
		if content, err := s.Editions[0].Document("counted").Content(); string(content) != "made\n" || err != nil {
			t.Errorf("%q, %v", content, err)
		}
		if _, err := s.Folder.All(); err != nil {
			t.Error(err)
		}
	}
	if made != 1 {
		t.Errorf("made %d times", made)
	}
}

func TestLanguageIsMadeWhenItIsAskedFor(t *testing.T) {
	var made []string
	write := func(r *resume.Resume) ([]byte, error) {
		made = append(made, r.Lang)
		return []byte(r.Lang), nil
	}
	config := Config{Formats: []export.Format{
		{Name: "one", File: "resume.one", Purpose: func(*words.Words) string { return "" }, Make: write},
		{Name: "all", File: "resume.all", Purpose: func(*words.Words) string { return "" }, Make: write, AllLanguages: true},
	}}
	r := (&resume.Resume{Lang: "en"}).WithTranslations(&resume.Resume{Lang: "de"}, &resume.Resume{Lang: "fr"})
	c := New(Revision{Resume: r}, config)
	german := c.Lookup("", []string{"ja", "de-AT"})
	for name, want := range map[string]string{"one": "de", "all": "en"} {
		if content, err := german.Document(name).Content(); string(content) != want || err != nil {
			t.Errorf("%s is in %s, %v", name, content, err)
		}
	}
	folder := c.Current().Folder
	for _, want := range []string{"resume.de.one", "resume.all"} {
		if f, err := folder.At(want); f == nil || err != nil {
			t.Errorf("there is no %s: %v", want, err)
		}
	}
	if slices.Sort(made); strings.Join(made, " ") != "de en" {
		t.Errorf("made for one reader: %v", made)
	}
	var names []string
	files, err := folder.All()
	for _, f := range files {
		names = append(names, f.Name())
	}
	if got := strings.Join(names, " "); got != "resume.one resume.all resume.de.one resume.fr.one README" || err != nil {
		t.Errorf("the folder has %s; %v", got, err)
	}
}

func TestFolderLacksOnlyWhatCannotBeMade(t *testing.T) {
	purpose := func(*words.Words) string { return "" }
	s := snapshot(t, Config{Formats: []export.Format{
		{Name: "good", File: "resume.good", Purpose: purpose, Make: func(*resume.Resume) ([]byte, error) { return []byte("good"), nil }},
		{Name: "bad", File: "resume.bad", Purpose: purpose, Make: func(*resume.Resume) ([]byte, error) { return nil, errors.New("no font") }},
	}})
	files, err := s.Folder.All()
	if err == nil || err.Error() != "make resume.bad: no font" {
		t.Errorf("%v", err)
	}
	if len(files) != 2 || files[0].Name() != "resume.good" || files[1].Name() != ReadmeFile || strings.Contains(string(files[1].Content), "resume.bad") {
		t.Errorf("the folder has %v", files)
	}
	if f, err := s.Folder.At("resume.bad"); f != nil || err == nil {
		t.Errorf("%v, %v", f, err)
	}
}

func TestReadmeNamesTheFilesAndTheHost(t *testing.T) {
	s := snapshot(t, Config{Formats: export.Formats(nil), Address: address.Parse("resume.example.com:2200")})
	files, err := s.Folder.All()
	if err != nil {
		t.Fatal(err)
	}
	text := string(files[len(files)-1].Content)
	wants := []string{"Marcus Rodriguez\n", "ssh -p 2200 resume.example.com\n"}
	for _, f := range files {
		if f.Name() != ReadmeFile {
			wants = append(wants, f.Name())
		}
	}
	for _, want := range wants {
		if !strings.Contains(text, want) {
			t.Errorf("%q is missing in\n%s", want, text)
		}
	}
	for line := range strings.Lines(text) {
		if len(line) > export.TextWidth {
			t.Errorf("%q is too wide", line)
		}
	}
}
