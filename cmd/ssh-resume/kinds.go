package main

import (
	"errors"
	"fmt"
	"math"
	"net"
	"net/netip"
	"path/filepath"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/alecthomas/kong"
	"golang.org/x/text/language"

	"ssh-resume/internal/manual"
	"ssh-resume/internal/server/observe"
)

// A kind is what the value of a flag or of an argument may be. Flags name theirs
// in the tag "type".
type kind struct {
	// parse returns the value of a text. Its errors read on from the text that
	// was given and say what it may be, after "; ".
	parse   func(string) (any, error)
	choices []string // the only values, where there are few
	isFile  bool
}

// kinds is all of them by name, but for "switch", which takes no value.
var kinds = map[string]kind{
	"file":     {parse: parseFile, isFile: true},
	"address":  {parse: parseListenAddress},
	"public":   {parse: parsePublicAddress},
	"level":    oneOf("debug", "info", "warn", "error"),
	"format":   oneOf("text", "logfmt", "json"),
	"source":   oneOf(observe.SourceFull, observe.SourceNetwork, observe.SourceNone),
	"network":  {parse: parseNetwork},
	"count":    {parse: parseCount},
	"rate":     {parse: parseRate},
	"time":     {parse: parseDuration},
	"export":   oneOf(formatNames()...),
	"language": {parse: parseLanguage},
	"shell":    oneOf(manual.Shells()...),
}

// registerKinds makes them known to kong.
var registerKinds = kong.OptionFunc(func(k *kong.Kong) error {
	for name, kind := range kinds {
		if err := kong.NamedMapper(name, kind).Apply(k); err != nil {
			return fmt.Errorf("kind %s: %w", name, err)
		}
	}
	if err := kong.NamedMapper("switch", switchMapper{}).Apply(k); err != nil {
		return fmt.Errorf("kind switch: %w", err)
	}
	return nil
})

// Decode reads the value of a flag, or all values of a repeatable argument or
// variable. Unlike kong's own mappers it takes "-5" for a value, and not for a flag.
func (k kind) Decode(ctx *kong.DecodeContext, target reflect.Value) error {
	token := ctx.Scan.Pop()
	if token.IsEOL() {
		_, err := k.parse("")
		_, allowed, _ := strings.Cut(err.Error(), "; ")
		return fmt.Errorf("the value is missing; %s", allowed)
	}
	values, several := token.Value.([]any)
	if !several {
		values = []any{token.Value}
	}
	for ctx.Value.Flag == nil && target.Kind() == reflect.Slice && ctx.Scan.Peek().IsValue() {
		values = append(values, ctx.Scan.Pop().Value)
	}
	for _, value := range values {
		text := fmt.Sprint(value)
		v, err := k.parse(text)
		if err != nil {
			return fmt.Errorf("%q %w", text, err)
		}
		if target.Kind() == reflect.Slice {
			target.Set(reflect.Append(target, reflect.ValueOf(v)))
		} else {
			target.Set(reflect.ValueOf(v).Convert(target.Type()))
		}
	}
	return nil
}

// switchMapper reads a flag that needs no value, though its variable has one.
type switchMapper struct{}

// IsBool tells kong that the flag needs no value.
func (switchMapper) IsBool() bool { return true }

// Decode reads the value, where there is one.
func (switchMapper) Decode(ctx *kong.DecodeContext, target reflect.Value) error {
	on := true
	if ctx.Scan.Peek().Type == kong.FlagValueToken {
		text := fmt.Sprint(ctx.Scan.Pop().Value)
		var err error
		if on, err = strconv.ParseBool(text); err != nil {
			return fmt.Errorf("%q is neither on nor off; use true or false", text)
		}
	}
	target.SetBool(on)
	return nil
}

func parseFile(s string) (any, error) {
	if s == "" || strings.HasPrefix(s, "--") {
		return nil, errors.New("is not a file name; use the path of a file")
	}
	return s, nil
}

// oneOf is the kind of values that are one of some words.
func oneOf(choices ...string) kind {
	return kind{choices: choices, parse: func(s string) (any, error) {
		if !slices.Contains(choices, s) {
			return nil, fmt.Errorf("is unknown; use %s", orList(choices))
		}
		return s, nil
	}}
}

// orList returns words as a list to choose from: "a, b or c".
func orList(words []string) string {
	last := len(words) - 1
	return strings.Join(words[:last], ", ") + " or " + words[last]
}

func parseLanguage(s string) (any, error) {
	if _, err := language.Parse(s); err != nil {
		return nil, errors.New("is not a language; use a tag such as de or pt-BR")
	}
	return s, nil
}

func parseCount(s string) (any, error) {
	n, err := strconv.ParseInt(s, 10, 32)
	if err != nil || n < 1 {
		return nil, fmt.Errorf("is out of range; use a whole number from 1 to %d", math.MaxInt32)
	}
	return n, nil
}

func parseRate(s string) (any, error) {
	n, err := strconv.ParseFloat(s, 64)
	if err != nil || !(n > 0) || math.IsInf(n, 0) {
		return nil, errors.New("is not a rate; use a number above 0, such as 5 or 0.5")
	}
	return n, nil
}

func parseDuration(s string) (any, error) {
	d, err := time.ParseDuration(s)
	if err != nil || d <= 0 {
		return nil, errors.New("is not a duration; use one above 0 with its unit, such as 30s, 10m or 1h30m")
	}
	return d, nil
}

func parseListenAddress(s string) (any, error) {
	if isPort(s, 0) {
		return nil, fmt.Errorf("is a port without a colon; use :%[1]s for all addresses, or 127.0.0.1:%[1]s for this machine only", s)
	}
	host, port, err := net.SplitHostPort(s)
	if err != nil || !isPort(port, 0) || host != "" && !isHost(host) {
		return nil, errors.New("is not an address; use :PORT or HOST:PORT, such as :2222 or 127.0.0.1:2222")
	}
	return s, nil
}

// parseNetwork reads a network; an address is the network of itself alone.
func parseNetwork(s string) (any, error) {
	s = strings.TrimSpace(s)
	prefix, err := netip.ParsePrefix(s)
	if ip, failed := netip.ParseAddr(s); failed == nil && ip.Zone() == "" {
		prefix, err = netip.PrefixFrom(ip, ip.BitLen()), nil
	}
	if err != nil || prefix.Addr().Is4In6() {
		return nil, errors.New("is not a network; use one such as 10.0.0.0/8 or 2001:db8::/32, or an address")
	}
	return prefix.Masked(), nil
}

func parsePublicAddress(s string) (any, error) {
	host := s
	if h, port, err := net.SplitHostPort(s); err == nil {
		host = h
		if !isPort(port, 1) {
			host = ""
		}
	}
	if !isHost(host) {
		return nil, errors.New("is not an address to type; use HOST or HOST:PORT, such as resume.example.com")
	}
	return s, nil
}

func isPort(s string, lowest int) bool {
	n, err := strconv.ParseUint(s, 10, 16)
	return err == nil && int(n) >= lowest
}

// isHost reports whether s is an IP address or may be the name of a host.
func isHost(s string) bool {
	if _, err := netip.ParseAddr(strings.Trim(s, "[]")); err == nil {
		return true
	}
	return s != "" && s[0] != '-' && !strings.ContainsFunc(s, func(r rune) bool {
		return (r < 'a' || r > 'z') && (r < 'A' || r > 'Z') && (r < '0' || r > '9') && r != '-' && r != '.' && r != '_'
	})
}

// fromEnvironment returns the value of a flag's variable, where it is set and not
// empty.
func (m *Main) fromEnvironment(_ *kong.Context, _ *kong.Path, flag *kong.Flag) (any, error) {
	variable := flag.Tag.Get("variable")
	text := m.getenv(variable)
	if variable == "" || text == "" {
		return nil, nil
	}
	var value any = text
	if flag.IsSlice() {
		parts := filepath.SplitList(text)
		if between := flag.Tag.Get("between"); between != "" {
			parts = strings.Split(text, between)
		}
		var values []any
		for _, s := range parts {
			values = append(values, s)
		}
		value = values
	}
	// Decoded here, too, so that the error names the variable.
	scan := kong.ScanFromTokens(kong.Token{Type: kong.FlagValueToken, Value: value})
	scratch := reflect.New(flag.Target.Type()).Elem()
	if err := flag.Mapper.Decode(&kong.DecodeContext{Value: flag.Value, Scan: scan}, scratch); err != nil {
		return nil, fmt.Errorf("from %s: %w", variable, err)
	}
	return value, nil
}
