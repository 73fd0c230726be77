package main

import (
	"fmt"
	"math"
	"net"
	"net/netip"
	"path/filepath"
	"reflect"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/alecthomas/kong"
	"golang.org/x/text/language"

	"ssh-resume/internal/export"
	"ssh-resume/internal/manual"
	"ssh-resume/internal/server/observe"
	"ssh-resume/internal/words"
)

// A flagType is what the value of a flag or of an argument may be. Flags name theirs in the tag "type".
type flagType struct {
	invalid string   // completes the error after an invalid value, such as "is not a port"
	use     string   // what it may be
	choices []string // values to offer; if there are few, the only valid ones
	parse   func(string) (value any, ok bool)
}

// flagTypes are all of them by name.
var flagTypes = map[string]flagType{
	"file": {
		invalid: "is not a file name", use: "the path of a file",
		parse: func(s string) (any, bool) { return s, s != "" && !strings.HasPrefix(s, "--") },
	},
	"address": {
		invalid: "is not an address",
		use:     ":PORT or HOST:PORT, such as :2222 for all addresses, or 127.0.0.1:2222 for this machine only",
		parse: func(s string) (any, bool) {
			host, port, err := net.SplitHostPort(s)
			return s, err == nil && isPort(port, 0) && (host == "" || isHost(host))
		},
	},
	"public": {
		invalid: "is not an address to type", use: "HOST or HOST:PORT, such as resume.example.com",
		parse: func(s string) (any, bool) {
			host, port, err := net.SplitHostPort(s)
			return s, err != nil && isHost(s) || isHost(host) && isPort(port, 1)
		},
	},
	"network": {
		invalid: "is not a network", use: "one such as 10.0.0.0/8 or 2001:db8::/32, or an address",
		parse: func(s string) (any, bool) {
			s = strings.TrimSpace(s)
			prefix, err := netip.ParsePrefix(s)
			if ip, noAddress := netip.ParseAddr(s); noAddress == nil && ip.Zone() == "" {
				prefix, err = netip.PrefixFrom(ip, ip.BitLen()), nil
			}
			return prefix.Masked(), err == nil && !prefix.Addr().Is4In6()
		},
	},
	"count": {
		invalid: "is out of range", use: fmt.Sprintf("a whole number from 1 to %d", math.MaxInt32),
		parse: func(s string) (any, bool) {
			n, err := strconv.ParseInt(s, 10, 32)
			return n, err == nil && n >= 1
		},
	},
	"rate": {
		invalid: "is not a rate", use: "a number above 0, such as 5 or 0.5",
		parse: func(s string) (any, bool) {
			n, err := strconv.ParseFloat(s, 64)
			return n, err == nil && n > 0 && !math.IsInf(n, 0)
		},
	},
	"time": {
		invalid: "is not a duration", use: "one above 0 with its unit, such as 30s, 10m or 1h30m",
		parse: func(s string) (any, bool) {
			d, err := time.ParseDuration(s)
			return d, err == nil && d > 0
		},
	},
	"language": {
		invalid: "is not a language", use: "a tag such as de or pt-BR", choices: namesOf(words.Languages(), language.Tag.String),
		parse: func(s string) (any, bool) {
			_, err := language.Parse(s)
			return s, err == nil
		},
	},
	"level":  oneOf(observe.LogLevels...),
	"format": oneOf(observe.LogFormats...),
	"source": oneOf(observe.SourceFull, observe.SourceNetwork, observe.SourceNone),
	"export": oneOf(namesOf(export.Formats(nil), func(f export.Format) string { return f.Name })...),
	"shell":  oneOf(manual.Shells()...),
}

func isPort(s string, lowest uint64) bool {
	n, err := strconv.ParseUint(s, 10, 16)
	return err == nil && n >= lowest
}

var hostName = regexp.MustCompile(`^[\w.][\w.-]*$`)

// isHost reports whether s is an IP address or may be the name of a host.
func isHost(s string) bool {
	_, err := netip.ParseAddr(strings.Trim(s, "[]"))
	return err == nil || hostName.MatchString(s)
}

// oneOf is the type of values that are one of some words.
func oneOf(choices ...string) flagType {
	last := len(choices) - 1
	return flagType{
		invalid: "is unknown", use: strings.Join(choices[:last], ", ") + " or " + choices[last], choices: choices,
		parse: func(s string) (any, bool) { return s, slices.Contains(choices, s) },
	}
}

// namesOf returns the names of things.
func namesOf[T any](things []T, name func(T) string) []string {
	var all []string
	for _, t := range things {
		all = append(all, name(t))
	}
	return all
}

// Decode reads the value of a flag, or all values of a repeatable argument or variable.
// Unlike kong's own mappers, it takes "-5" as a value and not as a flag.
func (k flagType) Decode(ctx *kong.DecodeContext, target reflect.Value) error {
	token := ctx.Scan.Pop()
	if token.IsEOL() {
		return fmt.Errorf("the value is missing; use %s", k.use)
	}
	values, ok := token.Value.([]string)
	if !ok {
		values = []string{fmt.Sprint(token.Value)}
	}
	for ctx.Value.Flag == nil && target.Kind() == reflect.Slice && ctx.Scan.Peek().IsValue() {
		values = append(values, fmt.Sprint(ctx.Scan.Pop().Value))
	}
	for _, text := range values {
		v, ok := k.parse(text)
		if !ok {
			return fmt.Errorf("%q %s; use %s", text, k.invalid, k.use)
		}
		if target.Kind() == reflect.Slice {
			target.Set(reflect.Append(target, reflect.ValueOf(v)))
		} else {
			target.Set(reflect.ValueOf(v).Convert(target.Type()))
		}
	}
	return nil
}

// fromEnvironment returns the value of a flag's variable, if it is set and not empty.
func (m *Main) fromEnvironment(_ *kong.Context, _ *kong.Path, flag *kong.Flag) (any, error) {
	variable := flag.Tag.Get("variable")
	text := m.getenv(variable)
	if variable == "" || text == "" {
		return nil, nil
	}
	var value any = text
	if between := flag.Tag.Get("between"); between != "" {
		value = strings.Split(text, between)
	} else if flag.IsSlice() {
		value = filepath.SplitList(text)
	}
	// Also decoded here, so that the error names the variable.
	scan := kong.ScanFromTokens(kong.Token{Type: kong.FlagValueToken, Value: value})
	scratch := reflect.New(flag.Target.Type()).Elem()
	if err := flag.Mapper.Decode(&kong.DecodeContext{Value: flag.Value, Scan: scan}, scratch); err != nil {
		return nil, fmt.Errorf("from %s: %w", variable, err)
	}
	return value, nil
}
