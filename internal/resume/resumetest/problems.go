package resumetest

import (
	"regexp"

	"ssh-resume/internal/resume"
)

// content matches the messages of problems with what a file says.
var content = regexp.MustCompile(`( duplicates .* \(same | is not in the menu, | names no employer | names the group ` +
	`| has no blocks, | is empty: it needs a text or items| contains (HTML,|Markdown,|a link to) | is shown without a link: ` +
	`| is before | is in the future| is not shown(, since|: it needs)| follows the description; | is left out: the dates of the positions | is later than |: that month has no such day | a data: address must be ` +
	`|, which is a command |, which is not there; | but each language has its own | are empty or left out; delete |, which is the id of |, which is neither |, which is empty| does not show skills: ` +
	`| (items are|text is) not shown| is ignored because | is in several languages; |, which is already in the list| is an anchor that nothing uses; ` +
	`| is empty: "#" begins a comment|^text needs a contrast of |: the value in line [0-9]+ is ignored)`)

// IsOfContent reports whether a problem is about what the file says rather than
// about its form, so that data/resume.schema.json need not find it.
func IsOfContent(p resume.Problem) bool { return content.MatchString(p.Message) }
