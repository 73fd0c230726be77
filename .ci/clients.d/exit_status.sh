# shellcheck shell=bash
# Exit statuses, for scripts that call ssh.
: "${work:?}"

status_of() {
  local want=$1 got
  shift
  visit "$@" >"$work/out" 2>"$work/err" </dev/null && got=0 || got=$?
  [ "$got" = "$want" ] || fail "exit status $got, not $want" "$(cat -v "$work/out" "$work/err")"
}

nonsense() {
  status_of 127 "$@"
  [ ! -s "$work/out" ] || fail 'on standard output:' "$(cat -v "$work/out")"
  [ "$(wc -l <"$work/err")" = 1 ] || fail 'not one line on standard error:' "$(cat -v "$work/err")"
  grep -qF help "$work/err" || fail 'help is not mentioned:' "$(cat -v "$work/err")"
  ! grep -q $'[\e\r]' "$work/err" || fail 'escape bytes or carriage returns:' "$(cat -v "$work/err")"
}

near_miss() {
  nonsense resume experiense
  grep -qF experience "$work/err" || fail 'the nearest command is not suggested:' "$(cat -v "$work/err")"
}

helpful() {
  status_of 0 resume help
  grep -qF experience "$work/out" || fail 'the sections are missing:' "$(cat -v "$work/out")"
}

refused() {
  status_of 255 "$@" || return 1
  ! grep -qF 'Marcus' "$work/out" || fail 'let in:' "$(cat "$work/out")"
}

check 'exit status 0 for the résumé' status_of 0 -T resume
check 'exit status 0 for help, which lists the sections' helpful
check 'exit status 127 for an unknown command, one line on standard error' nonsense resume 'xyzzy'
check 'exit status 127 for a command with escape bytes, which are not echoed' nonsense resume $'xy\e[2J\rzzy'
check 'exit status 127 for a typo, with a suggestion' near_miss
check 'shell commands are unknown commands' nonsense resume 'cat /etc/passwd'
check 'no tunnel: ssh -W is refused' refused -W 127.0.0.1:22 resume
