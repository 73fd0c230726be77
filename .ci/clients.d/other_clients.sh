# shellcheck shell=bash
# Other clients: PuTTY, Dropbear, Paramiko.
: "${work:?}" "${port:?}" "${here:?}"

putty=(plink -batch -ssh -P "$port" -hostkey "$(fingerprint)")
dropbear=(dbclient -y -y -p "$port") # -y -y: accept any host key, store none

putty_text() {
  stdout_of env HOME="$work/home" timeout 20 "${putty[@]}" -T visitor@127.0.0.1 </dev/null
  plain_resume "$work/out"
}

putty_status() {
  local got
  env HOME="$work/home" timeout 20 "${putty[@]}" visitor@127.0.0.1 xyzzy >"$work/out" 2>"$work/err" </dev/null && got=0 || got=$?
  [ "$got" = 127 ] || fail "exit status $got, not 127" "$(cat -v "$work/out" "$work/err")"
}

# read_with COMMAND WORDS reads the résumé with another client, which shows WORDS first.
read_with() {
  open_screen 120 40
  command_line "$1"
  see "$2"
  [ "$2" = 'Senior Backend Architect' ] || keys Enter
  see 'Senior Backend Architect'
  keys 2
  see 'Netflix'
  fits 120 40
  leave
}

dropbear_text() {
  stdout_of timeout 20 "${dropbear[@]}" -T visitor@127.0.0.1 </dev/null
  plain_resume "$work/out"
}

paramiko_visit() { timeout 60 /usr/bin/python3 "$here/clients.d/paramiko_visit.py" "$port" "$@"; }

# plink requests a terminal whatever its standard input is, hence -T.
check 'plink -T: the whole résumé' putty_text
check 'plink: exit status 127 for an unknown command' putty_status
# Without -batch, plink waits for Return, so that a server can't imitate its prompts.
check 'plink in a terminal' read_with "plink -ssh -P $port -hostkey $(fingerprint) visitor@127.0.0.1" 'Press Return'
check 'dbclient -T: the whole résumé' dropbear_text
check 'dbclient in a terminal' read_with "dbclient -y -y -p $port visitor@127.0.0.1" 'Senior Backend Architect'
for first in none password key; do
  check "Paramiko, $first first" paramiko_visit "$first"
done
