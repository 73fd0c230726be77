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

	"ssh-resume/internal/manual"
	"ssh-resume/internal/server"
)

// values reads the kinds of values that flags have. What one may be is said
// where it is something else.
var values = kong.OptionFunc(func(k *kong.Kong) error {
	for kind, read := range map[string]func(string) (any, error){
		"file":    file,
		"address": listenAddress,
		"public":  publicAddress,
		"level":   oneOf(words("level")...),
		"format":  oneOf(words("format")...),
		"source":  oneOf(words("source")...),
		"network": network,
		"count":   count,
		"rate":    rate,
		"time":    duration,
	} {
		if err := kong.NamedMapper(kind, reader(read)).Apply(k); err != nil {
			return fmt.Errorf("values of kind %s: %w", kind, err)
		}
	}
	if err := kong.NamedMapper("switch", onOff{}).Apply(k); err != nil {
		return fmt.Errorf("values of kind switch: %w", err)
	}
	return nil
})

// onOff reads a flag that needs no value; its variable has one.
type onOff struct{}

// IsBool says so to kong.
func (onOff) IsBool() bool { return true }

// Decode reads the value, where there is one.
func (onOff) Decode(ctx *kong.DecodeContext, target reflect.Value) error {
	on := true
	if ctx.Scan.Peek().Type == kong.FlagValueToken {
		text := fmt.Sprint(ctx.Scan.Pop().Value)
		var err error
		if on, err = strconv.ParseBool(text); err != nil {
			return fmt.Errorf("%q is neither on nor off; it may be true or false", text)
		}
	}
	target.SetBool(on)
	return nil
}

// words gives what a value of a kind may be, where it is one of some words.
func words(kind string) []string {
	switch kind {
	case "level":
		return []string{"debug", "info", "warn", "error"}
	case "format":
		return []string{"text", "logfmt", "json"}
	case "source":
		return []string{server.LogFull, server.LogNetwork, server.LogNone}
	case "export":
		return formatNames()
	case "shell":
		return manual.Shells()
	}
	return nil
}

// reader makes a mapper of a function, for a flag of one value or of several.
// Unlike kong's own it takes "-5" for the value that it is, and not for a flag.
func reader(read func(string) (any, error)) kong.MapperFunc {
	return func(ctx *kong.DecodeContext, target reflect.Value) error {
		token := ctx.Scan.Pop()
		if token.IsEOL() {
			_, err := read("")
			return fmt.Errorf("the value is missing; %s", mayBe(err))
		}
		all, several := token.Value.([]any)
		if !several {
			all = []any{token.Value}
		}
		for _, value := range all {
			text := fmt.Sprint(value)
			v, err := read(text)
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
}

// mayBe gives the part of a message that says what a value may be.
func mayBe(err error) string {
	_, allowed, _ := strings.Cut(err.Error(), "; ")
	return allowed
}

func file(s string) (any, error) {
	if s == "" || strings.HasPrefix(s, "--") {
		return nil, errors.New("names no file; it may be the path of one")
	}
	return s, nil
}

func oneOf(words ...string) func(string) (any, error) {
	last := len(words) - 1
	err := fmt.Errorf("is unknown; it may be %s or %s", strings.Join(words[:last], ", "), words[last])
	return func(s string) (any, error) {
		if slices.Contains(words, s) {
			return s, nil
		}
		return nil, err
	}
}

func count(s string) (any, error) {
	n, err := strconv.ParseInt(s, 10, 32)
	if err != nil || n < 1 {
		return nil, fmt.Errorf("is no such number; it may be a whole number from 1 to %d", math.MaxInt32)
	}
	return n, nil
}

func rate(s string) (any, error) {
	n, err := strconv.ParseFloat(s, 64)
	if err != nil || !(n > 0) || math.IsInf(n, 0) {
		return nil, errors.New("is no rate; it may be a number above 0, such as 5 or 0.5")
	}
	return n, nil
}

func duration(s string) (any, error) {
	d, err := time.ParseDuration(s)
	if err != nil || d <= 0 {
		return nil, errors.New("is no such time; it may be one above 0 with its unit, such as 30s, 10m or 1h30m")
	}
	return d, nil
}

func listenAddress(s string) (any, error) {
	host, port, err := net.SplitHostPort(s)
	if err != nil || !isPort(port, 0) || host != "" && !isHost(host) {
		return nil, errors.New("is no address; it may be :PORT or HOST:PORT, such as :2222 or 127.0.0.1:2222")
	}
	return s, nil
}

// network reads a network, or an address as the network of itself alone.
func network(s string) (any, error) {
	s = strings.TrimSpace(s)
	prefix, err := netip.ParsePrefix(s)
	if ip, failed := netip.ParseAddr(s); failed == nil && ip.Zone() == "" {
		prefix, err = netip.PrefixFrom(ip, ip.BitLen()), nil
	}
	if err != nil || prefix.Addr().Is4In6() {
		return nil, errors.New("is no network; it may be one such as 10.0.0.0/8 or 2001:db8::/32, or an address")
	}
	return prefix.Masked(), nil
}

func publicAddress(s string) (any, error) {
	host := s
	if h, port, err := net.SplitHostPort(s); err == nil {
		if !isPort(port, 1) {
			host = ""
		} else {
			host = h
		}
	}
	if !isHost(host) {
		return nil, errors.New("is no address to type; it may be HOST or HOST:PORT, such as resume.example.com")
	}
	return s, nil
}

func isPort(s string, least int) bool {
	n, err := strconv.ParseUint(s, 10, 16)
	return err == nil && int(n) >= least
}

// isHost tells whether s is an IP address or may be the name of a host.
func isHost(s string) bool {
	if _, err := netip.ParseAddr(strings.Trim(s, "[]")); err == nil {
		return true
	}
	return s != "" && s[0] != '-' && !strings.ContainsFunc(s, func(r rune) bool {
		return (r < 'a' || r > 'z') && (r < 'A' || r > 'Z') && (r < '0' || r > '9') && r != '-' && r != '.' && r != '_'
	})
}

// fromEnvironment gives the value that a flag's variable holds. One that is
// empty counts as not set.
func (p *program) fromEnvironment(_ *kong.Context, _ *kong.Path, flag *kong.Flag) (any, error) {
	variable := flag.Tag.Get("variable")
	text := p.getenv(variable)
	if variable == "" || text == "" {
		return nil, nil
	}
	var value any = text
	if flag.IsSlice() {
		parts := filepath.SplitList(text)
		if between := flag.Tag.Get("between"); between != "" {
			parts = strings.Split(text, between)
		}
		var all []any
		for _, s := range parts {
			all = append(all, s)
		}
		value = all
	}
	// Tried here, where the variable is known, to name it in the message.
	scan := kong.ScanFromTokens(kong.Token{Type: kong.FlagValueToken, Value: value})
	scratch := reflect.New(flag.Target.Type()).Elem()
	if err := flag.Mapper.Decode(&kong.DecodeContext{Value: flag.Value, Scan: scan}, scratch); err != nil {
		return nil, fmt.Errorf("from %s: %w", variable, err)
	}
	return value, nil
}
