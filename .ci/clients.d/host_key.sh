# shellcheck shell=bash
# The host key stays the same; a server that can't start says why in one line.

: "${work:?}" "${port:?}" "${server[0]:?}"

key_file=$work/state/host_ed25519

kept_to_itself() {
  [ "$(stat -c %a "$key_file")" = 600 ] || fail "mode $(stat -c %a "$key_file")"
}

said_at_start() {
  grep -qF "$(fingerprint)" "$work/server.log" || fail "the log lacks $(fingerprint):" "$(cat "$work/server.log")"
}

known_again() {
  [ "$(seen_host_key)" = "$key_before" ] || fail "before: $key_before" "now: $(seen_host_key)"
  stdout_of visit -o StrictHostKeyChecking=yes -T resume </dev/null
}

# one_line_of STATUS COMMAND... checks that the command fails with that status and one line of output.
one_line_of() {
  local want=$1 got
  shift
  timeout 20 "$@" >"$work/out" 2>"$work/err" </dev/null && got=0 || got=$?
  [ "$got" = "$want" ] || fail "exit status $got, not $want" "$(cat "$work/out" "$work/err")"
  [ "$(cat "$work/out" "$work/err" | wc -l)" = 1 ] || fail 'not one line:' "$(cat "$work/out" "$work/err")"
}

port_taken() {
  one_line_of 1 "${server[@]}" --listen "127.0.0.1:$port"
  grep -qF "$port" "$work/err" || fail 'the address is missing:' "$(cat "$work/err")"
}

key_missing() {
  one_line_of 1 "${server[@]}" --listen 127.0.0.1:0 --host-key "/dev/null/key"
  grep -qF "/dev/null/key" "$work/err" || fail 'the file is missing:' "$(cat "$work/err")"
}

key_open_to_all() {
  cp "$key_file" "$work/open_key"
  chmod 644 "$work/open_key"
  one_line_of 1 "${server[@]}" --listen 127.0.0.1:0 --host-key "$work/open_key"
  grep -qF 'chmod' "$work/err" || fail 'the fix is missing:' "$(cat "$work/err")"
}

bad_flag() {
  one_line_of 1 "${server[@]}" --listen 127.0.0.1:0 --idle-timeout soon
  grep -qF 'idle-timeout' "$work/err" || fail 'the flag is missing:' "$(cat "$work/err")"
}

key_before=$(seen_host_key)
check 'only its owner can read the file' kept_to_itself
check 'the fingerprint is in the log' said_at_start
stop_server
start_server || failed=$((failed + 1))
check 'it survives a restart, and ssh does not warn' known_again
check 'port in use: one line, exit status 1' port_taken
check 'key that can not be created: one line, exit status 1' key_missing
check 'key that others can read: one line with the fix, exit status 1' key_open_to_all
check 'invalid flag: one line, exit status 1' bad_flag
