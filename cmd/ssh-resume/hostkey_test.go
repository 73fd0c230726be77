package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// sshKeygen runs OpenSSH's ssh-keygen.
func sshKeygen(t *testing.T, args ...string) string {
	t.Helper()
	out, err := exec.CommandContext(t.Context(), "ssh-keygen", args...).CombinedOutput()
	if err != nil {
		t.Fatalf("ssh-keygen %v: %v\n%s", args, err, out)
	}
	return string(out)
}

func TestHostkeyAgreesWithOpenSSH(t *testing.T) {
	if _, err := exec.LookPath("ssh-keygen"); err != nil {
		t.Skip(err)
	}
	dir := t.TempDir()
	file := filepath.Join(dir, "host_ed25519")
	sshKeygen(t, "-q", "-t", "ed25519", "-N", "", "-C", "", "-f", file)
	public, err := os.ReadFile(file + ".pub")
	if err != nil {
		t.Fatal(err)
	}
	fingerprint := strings.Fields(sshKeygen(t, "-l", "-f", file))[1]
	record := ""
	for line := range strings.Lines(sshKeygen(t, "-r", "resume.example.com", "-f", file+".pub")) {
		if strings.Contains(line, "SSHFP 4 2 ") {
			record = line
		}
	}
	secret, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	for _, test := range []struct {
		env  string
		args []string
		host string // as in known_hosts
	}{
		{"STATE_DIRECTORY=" + dir, []string{"--host", "resume.example.com"}, "resume.example.com"},
		{"SSH_RESUME_HOST_KEY_FILE=" + file, []string{"--host", "resume.example.com:2022"}, "[resume.example.com]:2022"},
		{"SSH_RESUME_HOST_KEY=" + string(secret), []string{"--host=resume.example.com"}, "resume.example.com"},
		{"SSH_RESUME_PUBLIC_ADDRESS=resume.example.com", []string{"--host-key", file}, "resume.example.com"},
	} {
		want := "Fingerprint, as ssh shows it:\n" + fingerprint + "\n\n" +
			"Line for known_hosts:\n" + test.host + " " + strings.TrimSpace(string(public)) + "\n\n" +
			"DNS record:\n" + record
		if got := runMain(t, []string{test.env}, append([]string{"hostkey"}, test.args...)...); got != (result{0, want, ""}) {
			t.Errorf("%s: status %d\n%s%s\nwant\n%s", test.args, got.status, got.stdout, got.stderr, want)
		}
	}
	got := runMain(t, []string{"SSH_RESUME_LISTEN=127.0.0.1:2022"}, "hostkey", "--host-key", file, "--host-key", file)
	if strings.Count(got.stdout, "[localhost]:2022 ssh-ed25519 ") != 2 {
		t.Errorf("two keys: %+v", got)
	}
}

func TestHostkeyMakesNoKey(t *testing.T) {
	home := t.TempDir()
	got := runMain(t, []string{"HOME=" + home}, "hostkey")
	if got.status != 1 || !strings.Contains(got.stderr, "makes it when it first starts") {
		t.Errorf("%+v", got)
	}
	if made, _ := os.ReadDir(home); len(made) > 0 {
		t.Errorf("made %s", made[0].Name())
	}
}

func TestHostkeyFindsTheKeyOfTheService(t *testing.T) {
	if _, err := exec.LookPath("ssh-keygen"); err != nil {
		t.Skip(err)
	}
	home, service := t.TempDir(), t.TempDir()
	run := func() result {
		var stdout, stderr strings.Builder
		m := newMain([]string{"HOME=" + home}, nil, &stdout, &stderr)
		m.ServiceState = service
		status := m.Run(t.Context(), []string{"hostkey"})
		return result{status, stdout.String(), stderr.String()}
	}
	if got := run(); got.status != 1 || !strings.Contains(got.stderr, home) {
		t.Errorf("without a service: %+v", got)
	}
	key := filepath.Join(service, "host_ed25519")
	sshKeygen(t, "-q", "-t", "ed25519", "-N", "", "-f", key)
	fingerprint := strings.Fields(sshKeygen(t, "-l", "-f", key))[1]
	if got := run(); got.status != 0 || !strings.Contains(got.stdout, fingerprint) {
		t.Errorf("with one: %+v", got)
	}
	if err := os.Chmod(service, 0); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = os.Chmod(service, 0o700) })
	if _, err := os.ReadDir(service); err != nil { // root may read it
		if got := run(); got.status != 1 || !strings.Contains(got.stderr, "sudo") {
			t.Errorf("as another user: %+v", got)
		}
	}
}
