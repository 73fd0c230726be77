package resume_test

import (
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"ssh-resume/internal/resume"
)

// whole has a text in most fields, in its usual form.
const whole = `{
"basics": {"name": "t1", "label": "t2", "summary": "t3", "location": {"city": "t4"}, "profiles": [{"network": "t5", "username": "t6"}], "highlights": ["t7"]},
"work": [{"name": "t8", "position": "t9", "summary": "t10", "highlights": ["t11", "t12"], "location": "t13", "positions": [{"position": "t15", "summary": "t16"}]}],
"volunteer": [{"organization": "t20", "position": "t21", "summary": "t22", "highlights": ["t23"]}],
"education": [{"institution": "t30", "area": "t31", "courses": ["t32"], "score": "t33"}],
"awards": [{"title": "t40", "awarder": "t41", "summary": "t42"}],
"publications": [{"name": "t50", "summary": "t51"}],
"skills": [{"name": "t60", "level": "t61", "keywords": ["t62"]}],
"languages": [{"language": "t70", "fluency": "t71"}],
"interests": [{"name": "t80", "keywords": ["t81"]}],
"references": [{"name": "t90", "reference": "t91"}],
"projects": [{"name": "t100", "description": "t101", "highlights": ["t102"], "roles": ["t103"]}],
"sections": [{"id": "free", "title": "t110", "blocks": [{"title": "t111", "items": ["t112", {"t113": "t114"}, {"quote": "t115", "text": "t116"}]}]}]
}`

// TestNoTextIsLostInSilence writes every value of a file in shapes that it should
// not have: each of its texts is in the résumé, or a problem says that it is not.
func TestNoTextIsLostInSilence(t *testing.T) {
	t.Parallel()
	var file map[string]any
	if err := json.Unmarshal([]byte(whole), &file); err != nil {
		t.Fatal(err)
	}
	shapes := []func(any) any{
		func(v any) any { return []any{v, "x1"} },
		func(v any) any { return map[string]any{"x1": v} },
		func(v any) any { return map[string]any{"x1": v, "x2": "x3"} },
		func(v any) any { return []any{map[string]any{"x1": []any{v, "x2"}}} },
		func(v any) any { return []any{[]any{v}} },
		func(v any) any { return map[string]any{"title": v, "description": "x1"} },
		func(any) any { return map[string]any{} },
	}
	if _, problems := resume.Parse("r.json", []byte(whole)); len(problems) > 0 {
		t.Fatal(said(problems))
	}
	changes := 0
	for _, shape := range shapes {
		changeEach(file, shape, func(changed any) {
			changes++
			text, err := json.Marshal(changed)
			if err != nil {
				t.Fatal(err)
			}
			r, problems := resume.Parse("r.json", text)
			if r == nil || len(problems) > 0 {
				return // refused, with a reason, or reported
			}
			shown := fmt.Sprintf("%+v", *r)
			for _, s := range textsIn(changed) {
				if !strings.Contains(shown, s) {
					t.Errorf("%s is lost in silence:\n%s", s, text)
				}
			}
		})
	}
	if changes < 500 {
		t.Errorf("only %d changes", changes)
	}
}

// changeEach calls what with v changed in each of its values, one at a time.
func changeEach(v any, change func(any) any, what func(any)) {
	switch v := v.(type) {
	case map[string]any:
		for _, name := range slices.Sorted(maps.Keys(v)) {
			with := func(value any) {
				all := maps.Clone(v)
				all[name] = value
				what(all)
			}
			with(change(v[name]))
			changeEach(v[name], change, with)
		}
	case []any:
		for i := range v {
			with := func(value any) {
				all := slices.Clone(v)
				all[i] = value
				what(all)
			}
			with(change(v[i]))
			changeEach(v[i], change, with)
		}
	}
}

// textsIn returns the texts that values of a file are.
func textsIn(v any) []string {
	var all []string
	switch v := v.(type) {
	case string:
		return []string{v}
	case map[string]any:
		for _, value := range v {
			all = append(all, textsIn(value)...)
		}
	case []any:
		for _, value := range v {
			all = append(all, textsIn(value)...)
		}
	}
	return all
}
