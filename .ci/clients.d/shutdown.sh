# shellcheck shell=bash
# The server stops while somebody reads.
: "${work:?}" "${drain:?}"

told_and_restored() {
  within 5 shows 'stopping' || fail 'the visitor is not told:' "$(screen)"
  within $((drain + 5)) ended "$server_pid" || fail "the server runs $((drain + 5)) s after SIGTERM" "$(tail -n 5 "$work/server.log")"
  see 'left with'
  restored
}

ends_well() {
  [ "$1" = 0 ] || fail "exit status $1" "$(tail -n 20 "$work/server.log")"
}

# This can't run in a check, because only the shell that started the server can wait for it.
stop_while_read() {
  local signal=$1 status
  [ -n "$server_pid" ] || start_server || return
  open_resume 80 24
  kill "-$signal" "$server_pid"
  check "SIG$signal: the visitor is told and the terminal restored, in time" told_and_restored
  wait "$server_pid" && status=0 || status=$?
  check "SIG$signal: the server exits with status 0" ends_well "$status"
  server_pid=''
}

stop_while_read TERM
stop_while_read INT
start_server || failed=$((failed + 1))
kill -TERM "$server_pid"
check 'SIGTERM: it exits at once if nobody reads' within 2 ended "$server_pid"
wait "$server_pid"
server_pid=''
