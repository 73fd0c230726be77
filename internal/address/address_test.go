package address_test

import (
	"net"
	"testing"

	"ssh-resume/internal/address"
)

func TestCommandsNameTheAddressThatVisitorsReach(t *testing.T) {
	at := func(ip string, port int) net.Addr { return &net.TCPAddr{IP: net.ParseIP(ip), Port: port} }
	for _, test := range []struct {
		public  string
		reached net.Addr
		want    string
	}{
		{"", at("127.0.0.1", 2222), "ssh -p 2222 localhost"},
		{"", at("::1", 22), "ssh localhost"},
		{"", at("::", 2222), "ssh -p 2222 localhost"},
		{"", at("0.0.0.0", 22), "ssh localhost"},
		{"", at("192.0.2.7", 22), "ssh 192.0.2.7"},
		{"", at("2001:db8::7", 2222), "ssh -p 2222 2001:db8::7"},
		{"resume.example.com", at("127.0.0.1", 2222), "ssh resume.example.com"},
		{"resume.example.com:22", at("127.0.0.1", 2222), "ssh resume.example.com"},
		{"resume.example.com:2200", at("127.0.0.1", 2222), "ssh -p 2200 resume.example.com"},
		{"[2001:db8::7]:2200", at("127.0.0.1", 2222), "ssh -p 2200 2001:db8::7"},
		{"2001:db8::7", at("127.0.0.1", 2222), "ssh 2001:db8::7"},
	} {
		if got := address.Of(test.public, test.reached).SSH(); got != test.want {
			t.Errorf("%q, %v: %q, want %q", test.public, test.reached, got, test.want)
		}
	}
}

func TestCommandsAreWhatTheirProgramsTake(t *testing.T) {
	plain, ported := address.Parse("resume.example.com"), address.Parse("[2001:db8::1]:2222")
	ported.User = "ada"
	for got, want := range map[string]string{
		plain.SSH("-t", "work"):     "ssh -t resume.example.com work",
		plain.SCP("resume.pdf"):     "scp resume.example.com:resume.pdf .",
		plain.SCP("resume.*"):       "scp 'resume.example.com:resume.*' .",
		plain.SFTP():                "sftp resume.example.com",
		plain.String():              "resume.example.com",
		ported.SSH("search", "a b"): "ssh -p 2222 ada@2001:db8::1 search a b",
		ported.SCP("resume.pdf"):    "scp -P 2222 'ada@[2001:db8::1]:resume.pdf' .",
		ported.SFTP():               "sftp -P 2222 ada@2001:db8::1",
		ported.String():             "[2001:db8::1]:2222",
	} {
		if got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}
