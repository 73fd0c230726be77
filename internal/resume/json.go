package resume

import (
	"bytes"
	_ "embed"
	"encoding/json"
	"errors"
	"regexp"
	"strconv"
	"strings"
)

// jsonAsYAML returns JSON as YAML, which includes JSON except for some escapes. If data is not JSON, it records
// a problem and returns nil. Data that is only white space is returned as it is.
func jsonAsYAML(p *problems, data []byte) []byte {
	var whole json.RawMessage
	if err := json.Unmarshal(data, &whole); err != nil && len(bytes.TrimSpace(data)) > 0 {
		offset := 0
		if syntax, ok := errors.AsType[*json.SyntaxError](err); ok {
			offset = max(0, int(syntax.Offset)-1)
		}
		p.fail(place(data, offset), "%s", jsonMistake(data, offset, err))
		return nil
	}
	return notInYAML.ReplaceAllFunc(data, func(part []byte) []byte {
		var s string
		if err := json.Unmarshal([]byte(`"`+string(part)+`"`), &s); err != nil || part[0] == '\\' && part[1] != 'u' {
			return part
		}
		return []byte(strings.Trim(strconv.QuoteToASCII(s), `"`))
	})
}

// notInYAML matches escapes of surrogates, two of which may form a character, and characters that YAML allows
// only as escapes. It also matches all other escapes, so that their backslashes are skipped.
var notInYAML = regexp.MustCompile(`(?i)\\u(?:d[89ab][0-9a-f]{2}\\ud[c-f]|d[89a-f])[0-9a-f]{2}|\\.|[\x{85}\x{2028}\x{2029}\x{fffe}\x{ffff}]`)

//go:embed jsonmistakes.txt
var jsonMistakes string

// jsonMistake says why data is not JSON in terms of what was written; err says why encoding/json stopped at offset.
func jsonMistake(data []byte, offset int, err error) string {
	before, next := []rune(string(bytes.TrimLeft(data[:offset], " \t\r\n"))), []rune(string(data[offset:]))
	where := string(before[max(0, len(before)-1):]) + "→" + string(next[:min(1, len(next))]) + " " + err.Error()
	for _, mistake := range tableRows(jsonMistakes) {
		looksLike := regexp.MustCompile(mistake["like"])
		if match := looksLike.FindStringSubmatchIndex(where); match != nil {
			return string(looksLike.ExpandString(nil, mistake["say"], where, match))
		}
	}
	return "this is not JSON: " + err.Error()
}
