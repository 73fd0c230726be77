package sshd_test

import (
	"regexp"
	"slices"
	"strings"
	"testing"

	"ssh-resume/internal/resume"
	"ssh-resume/internal/server"
	"ssh-resume/internal/server/servertest"
	"ssh-resume/internal/visitor"
)

func TestSearchPrintsWhatMentionsItUnderItsSection(t *testing.T) {
	t.Parallel()
	r := servertest.Serve(t, server.Config{})
	want := `Specialties
  Message Queues & Streaming: Apache Kafka, RabbitMQ, event sourcing patterns

Stack
  Message Queues: Apache Kafka, Redis Pub/Sub, RabbitMQ, AWS SQS
`
	for _, command := range []string{"search kafka", "SEARCH  KAFKA ", "search apache   kafka"} {
		result := r.Run(t, visitor.Options{Command: command})
		if result.Status != 0 || result.Stderr != "" || result.Stdout != want {
			t.Errorf("%q: %+v", command, result)
		}
	}
	r.Log.Until(t, "sections=specialties,stack")
	if result := r.Run(t, visitor.Options{Command: "search netflix"}); strings.Contains(result.Stdout, "---") {
		t.Errorf("the bars of the career are found: %s", result.Stdout)
	}
}

func TestSearchFindsTheTitleOfASection(t *testing.T) {
	t.Parallel()
	r := servertest.Serve(t, server.Config{})
	if result := r.Run(t, visitor.Options{Command: "search leadership"}); result.Status != 0 || !strings.Contains("\n"+result.Stdout, "\nLeadership\n") {
		t.Errorf("%+v", result)
	}
}

// TestSearchPrintsTitlesFirst also compares the order of what is printed with the search in the interactive résumé.
func TestSearchPrintsTitlesFirst(t *testing.T) {
	t.Parallel()
	r := servertest.Serve(t, server.Config{})
	version := servertest.Another(t, "Maria")
	version.Resume = &resume.Resume{
		Basics: resume.Basics{Name: "Maria Rodriguez", Label: "Runs Kafka streams"},
		Work:   []resume.Work{{Name: "Example", Position: "Engineer", Highlights: []string{"Moved to Kafka streams"}}, {Name: "Kafka Streams Inc.", Position: "Engineer"}, {Name: "Other", Position: "Lead of Kafka streams"}},
		Custom: []resume.CustomSection{
			{ID: "talks", Title: "Talks", Blocks: []resume.CustomBlock{{Type: resume.KindList, Items: []resume.Item{
				{Label: "Meetup", Text: "Kafka and its streams"}, {Label: "Streams of Kafka", Text: "A workshop"},
			}}}},
			{ID: "kafka", Title: "Kafka streams", Blocks: []resume.CustomBlock{{Type: resume.KindText, Text: "Years of Kafka streams."}}},
		},
	}
	r.Publish(version)
	const heading, phrases = "Kafka streams\n  Years of Kafka streams.\n\n", "Experience\n  Kafka Streams Inc.: Engineer\n  Other: Lead of Kafka streams\n  Moved to Kafka streams\n\n"
	said := regexp.MustCompile("Experience|Talks|Profile|Years of|Streams Inc|Lead of|Moved to|Streams of|Meetup|Runs")
	for query, want := range map[string]string{
		"streams kafka":      heading + phrases + "Talks\n  Streams of Kafka: A workshop\n  Meetup: Kafka and its streams\n\nProfile\n  Runs Kafka streams\n",
		`"kafka streams"`:    heading + phrases + "Profile\n  Runs Kafka streams\n",
		`"streams of" kafka`: "Talks\n  Streams of Kafka: A workshop\n",
	} {
		if got := r.Run(t, visitor.Options{Command: "search " + query}); got.Stdout != want {
			t.Errorf("%s: %s, want %s", query, got.Stdout, want)
		}
		v := r.Visit(t, visitor.Options{Terminal: visitor.Terminal{Width: 50, Height: 40}})
		servertest.Press(t, v, "/")
		servertest.WaitFor(t, v, "Type what to look for")
		if err := v.Type(query); err != nil {
			t.Fatal(err)
		}
		if err := v.WaitUntil(t.Context(), func(s *visitor.Screen) bool {
			_, results, typed := strings.Cut(s.Text(), "/"+query)
			return typed && slices.Equal(said.FindAllString(results, -1), said.FindAllString(want, -1))
		}); err != nil {
			t.Errorf("the interactive résumé does not find the same in the same order: %v", err)
		}
	}
}

func TestSearchHasGrepsExitStatuses(t *testing.T) {
	t.Parallel()
	r := servertest.Serve(t, server.Config{PublicAddress: "resume.example.com"})
	for command, want := range map[string]visitor.Result{
		"search cobol":         {Status: 1, Stderr: `nothing mentions "cobol"` + "\n"},
		"search \x1b[31m":      {Status: 1, Stderr: `nothing mentions "\x1b[31m"` + "\n"},
		"search":               {Status: 2, Stderr: "nothing to search for; try: ssh resume.example.com search WORDS\n"},
		"search   ":            {Status: 2, Stderr: "nothing to search for; try: ssh resume.example.com search WORDS\n"},
		"search kafka fortran": {Status: 1, Stderr: `nothing mentions "kafka fortran"` + "\n"},
	} {
		if result := r.Run(t, visitor.Options{Command: command}); result != want {
			t.Errorf("%q: %+v, want %+v", command, result, want)
		}
	}
}

func TestSearchOnATerminalFitsAndShowsWhatWasFound(t *testing.T) {
	t.Parallel()
	r := servertest.Serve(t, server.Config{})
	for _, test := range []struct {
		term, noColor, want string
	}{
		{"xterm-256color", "", "Apache \x1b[1;31mKafka\x1b[m, RabbitMQ,\r\n  event"},
		{"xterm-256color", "1", "Apache \x1b[1mKafka\x1b[m, RabbitMQ,\r\n  event"},
		{"dumb", "", "Apache Kafka, RabbitMQ,\r\n  event"},
	} {
		_, raw := inTerminal(t, r, visitor.Options{
			Command: "search kafka", Term: test.term, Env: map[string]string{"NO_COLOR": test.noColor},
			Terminal: visitor.Terminal{Width: 56, Height: 24},
		})
		if !strings.Contains(raw, test.want) {
			t.Errorf("%s: %q is not in %q", test.term, test.want, raw)
		}
	}
}
