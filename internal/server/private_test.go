package server_test

import (
	"io"
	"net/http"
	"strings"
	"testing"

	"ssh-resume/internal/export"
	"ssh-resume/internal/resume"
	"ssh-resume/internal/server"
	"ssh-resume/internal/server/catalog"
	"ssh-resume/internal/server/servertest"
	"ssh-resume/internal/visitor"
)

// withSecrets is a résumé in which everything private contains the word "secret".
const withSecrets = `# a secret comment
basics:
  name: Jo Rodriguez
  phone: "+1 555 secret"
  email: jo@example.com
  url: https://secret.example
  location: {city: Oslo, address: secret street}
  summary: Public summary
  salary: secret # unknown
  profiles: [{network: Public, username: jo}, {network: secret, username: secret}]
work:
  - {name: Inn, position: Cook, summary: secret summary, highlights: [public point, secret point], startDate: 2019-01}
  - {name: Bar, position: Waiter, summary: secret summary}
projects: [{name: Star, description: Public, metric: {value: secret, label: secret}, keywords: [secret]}]
skills: [{name: Cooking, group: Secret Group, level: secret, keywords: [public]}]
references: [{name: secret, reference: secret}]
sections:
  - {id: open, title: Open, blocks: [{text: secret text}, {items: [public item, {secret: secret}]}]}
  - {id: secret-id, title: Secret Title, blocks: [{text: Gone}]}
meta: {canonical: "https://example.com/secret", version: secret}
menu:
  - basics
  - work
  - projects
  - skills
  - open
  - {id: hidden, title: Hidden, of: [secret-id]}
  - references
private:
  - basics.phone
  - basics.url
  - basics.location.address
  - basics.profiles[1]
  - work.summary
  - work.highlights[1]
  - projects.metric
  - projects.keywords
  - skills.group
  - skills.level
  - references
  - sections.blocks.text
  - sections[0].blocks[1].items[1]
  - sections[1]
  - meta
`

func TestNobodyIsServedWhatIsPrivate(t *testing.T) {
	t.Parallel()
	whole, problems := resume.Parse("me.yaml", []byte(withSecrets))
	if whole == nil {
		t.Fatal(problems)
	}
	r := servertest.Serve(t, server.Config{MetricsListen: "127.0.0.1:0"})
	r.Publish(catalog.Revision{Resume: whole, File: "me.yaml", Changed: servertest.Changed})

	expectNoSecrets := func(where, text string) {
		if strings.Contains(strings.ToLower(text), "secret") || strings.Contains(text, "private:") {
			t.Errorf("%s:\n%s", where, text)
		}
	}
	commands := []string{"", "help", "search secret", "work", "open", "hidden", "references"}
	for _, f := range export.Formats(nil) {
		commands = append(commands, f.Name)
	}
	for _, command := range commands {
		result := r.Run(t, visitor.Options{Command: command})
		answer := strings.ReplaceAll(result.Stderr, `"secret"`, "") // what was searched for
		expectNoSecrets(command, result.Stdout+answer)
	}
	client := r.SFTP(t)
	files, err := client.ReadDir("/")
	if err != nil {
		t.Fatal(err)
	}
	for _, info := range files {
		f, err := client.Open("/" + info.Name())
		if err != nil {
			t.Fatal(err)
		}
		content, err := io.ReadAll(f)
		if err != nil {
			t.Fatal(err)
		}
		expectNoSecrets(info.Name(), string(content))
	}

	v := r.Visit(t, visitor.Options{Terminal: visitor.Terminal{Width: 100, Height: 40}})
	for _, step := range []struct{ key, shows string }{
		{"1", "Public summary"},
		{"c", "address book"},
		{"esc", "Public summary"},
		{"y", "copied"},
		{"2", "public point"},
		{"y", "copied"},
		{"3", "Star"},
		{"4", "Cooking"},
		{"5", "public item"},
		{"y", "copied"},
		{"d", "resume.pdf"},
		{"esc", "public item"},
		{"?", "ctrl+d"},
		{"esc", "public item"},
	} {
		servertest.Press(t, v, step.key)
		servertest.WaitFor(t, v, step.shows)
		expectNoSecrets("the screen after "+step.key, v.Screen().Text()+v.Screen().Title())
		expectNoSecrets("the clipboard after "+step.key, v.Screen().Clipboard())
	}
	servertest.Leave(t, v)
	expectNoSecrets("the log", r.Log.String())
	_, address, _ := strings.Cut(r.Log.String(), `msg="metrics served" address=`)
	answer, err := http.Get("http://" + strings.Fields(address)[0] + "/metrics")
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = answer.Body.Close() }()
	metrics, err := io.ReadAll(answer.Body)
	if err != nil {
		t.Fatal(err)
	}
	expectNoSecrets("the metrics", string(metrics))
}
