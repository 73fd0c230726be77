# shellcheck shell=bash
# Starts the server, and configures its clients. Needs $work, and within and fail from checks.sh.
: "${work:?}"

server_pid=''
port=''
drain=4 # seconds that visitors have to finish when the server stops

# The server's command, without --listen. All checks come from one address in quick succession, so the limits per source are
# raised.
server=(env HOME="$work/home" STATE_DIRECTORY="$work/state" "$work/ssh-resume" serve
  --drain-timeout "${drain}s" --max-connections-per-source 64 --connection-rate 1000 --connection-burst 1000)

# With the race detector, because real clients cause other interleavings than tests do.
build_server() { go build -race -o "$work/ssh-resume" ./cmd/ssh-resume; }

free_port() {
  /usr/bin/python3 -c 'import socket
with socket.socket() as s:
    s.bind(("127.0.0.1", 0))
    print(s.getsockname()[1])'
}

# start_server starts the server on $port.
start_server() {
  mkdir -p "$work/state"
  "${server[@]}" --listen "127.0.0.1:$port" >>"$work/server.out" 2>>"$work/server.log" </dev/null &
  server_pid=$! # env execs the server
  if ! within 10 answers; then
    echo "the server did not answer on 127.0.0.1:$port; its log:"
    cat "$work/server.log"
    return 1
  fi
}

answers() {
  ended "$server_pid" && return 1
  (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null
}

ended() { ! kill -0 "$1" 2>/dev/null; }

stop_server() {
  [ -n "$server_pid" ] || return 0
  kill -TERM "$server_pid" 2>/dev/null
  within $((drain + 5)) ended "$server_pid" || kill -KILL "$server_pid"
  wait "$server_pid" 2>/dev/null
  server_pid=''
}

# seen_host_key prints the host key as clients see it.
seen_host_key() { ssh-keyscan -p "$port" -t ed25519 127.0.0.1 2>/dev/null | cut -d ' ' -f 2-; }

fingerprint() { seen_host_key | ssh-keygen -l -f - | cut -d ' ' -f 2; }

# prepare_clients chooses $port, and writes an ssh_config in which "resume" is the server.
prepare_clients() {
  mkdir -p "$work/home"
  port=$(free_port)
  cat >"$work/ssh_config" <<CONFIG
Host resume
  HostName 127.0.0.1
  Port $port
  User visitor
  BatchMode yes
  ConnectTimeout 10
  StrictHostKeyChecking accept-new
  UserKnownHostsFile $work/known_hosts
  GlobalKnownHostsFile /dev/null
  SendEnv LANG LC_ALL NO_COLOR COLORTERM
  LogLevel ERROR
CONFIG
}

# visit [OPTION...] resume [COMMAND] runs ssh as a visitor, for at most 20 seconds.
visit() { timeout 20 ssh -F "$work/ssh_config" "$@"; }

# plain_resume FILE checks that it has the whole résumé, without escape sequences and carriage returns.
plain_resume() {
  ! grep -q $'[\e\r]' "$1" || fail 'escape bytes or carriage returns:' "$(cat -v "$1")"
  whole_resume "$1"
}

whole_resume() {
  local fact
  for fact in 'Marcus Rodriguez' 'Netflix' '200M+' 'Apache Kafka' 'Fail fast, recover faster' 'Zero-trust architecture' \
    'Polyglot persistence' 'Mentorship focus' 'Interview Process' 'UC Berkeley'; do
    grep -qF "$fact" "$1" || fail "\"$fact\" is not in it:" "$(cat -v "$1")"
  done
}

# stdout_of COMMAND... stores its output in $work/out and $work/err, and fails if it does.
stdout_of() {
  "$@" >"$work/out" 2>"$work/err" || fail "exit status $?" "$(cat -v "$work/out" "$work/err")"
}

# quietly COMMAND... is stdout_of, and fails if there is anything on standard error.
quietly() {
  stdout_of "$@"
  [ ! -s "$work/err" ] || fail 'on standard error:' "$(cat -v "$work/err")"
}

quiet_log() {
  ! grep -nE -A 20 'DATA RACE|panic' "$work/server.log"
}
