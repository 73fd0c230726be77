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
	return newSnapshot(Version{Resume: r, File: data.Name}, config)
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
		if _, err := s.Folder(); err != nil {
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
	c := New(Version{Resume: r}, config)
	german := c.Lookup("", []string{"ja", "de-AT"})
	for name, want := range map[string]string{"one": "de", "all": "en"} {
		if content, err := german.Document(name).Content(); string(content) != want || err != nil {
			t.Errorf("%s is in %s, %v", name, content, err)
		}
	}
	if slices.Sort(made); strings.Join(made, " ") != "de en" {
		t.Errorf("made for one reader: %v", made)
	}
	folder, err := c.Current().Folder()
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"resume.one", "resume.de.one", "resume.fr.one", "resume.all"} {
		if folder.At(want) == nil {
			t.Errorf("there is no %s", want)
		}
	}
	if len(folder.Files) != 5 {
		t.Errorf("the folder has %d files", len(folder.Files))
	}
}

func TestFolderLacksOnlyWhatCannotBeMade(t *testing.T) {
	purpose := func(*words.Words) string { return "" }
	s := snapshot(t, Config{Formats: []export.Format{
		{Name: "good", File: "resume.good", Purpose: purpose, Make: func(*resume.Resume) ([]byte, error) { return []byte("good"), nil }},
		{Name: "bad", File: "resume.bad", Purpose: purpose, Make: func(*resume.Resume) ([]byte, error) { return nil, errors.New("no font") }},
	}})
	folder, err := s.Folder()
	if err == nil || err.Error() != "make resume.bad: no font" {
		t.Errorf("%v", err)
	}
	if len(folder.Files) != 2 || folder.At("resume.good") == nil || folder.At(ReadmeFile) == nil {
		t.Errorf("the folder has %v", folder.Files)
	}
}

func TestReadmeNamesTheFilesAndTheHost(t *testing.T) {
	s := snapshot(t, Config{Formats: export.Formats(), Address: address.Parse("resume.example.com:2200")})
	folder, err := s.Folder()
	if err != nil {
		t.Fatal(err)
	}
	text := string(folder.At(ReadmeFile).Content)
	wants := []string{"Marcus Rodriguez\n", "ssh -p 2200 resume.example.com\n"}
	for _, f := range folder.Files {
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
		if len(line) > readmeWidth {
			t.Errorf("%q is too wide", line)
		}
	}
}
