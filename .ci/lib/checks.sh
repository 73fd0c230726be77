# shellcheck shell=bash
# Functions for scripts with many checks.

passed=0
failed=0

# check NAME COMMAND... runs a check and prints ok, or FAIL and the command's output.
check() {
  local name=$1 said
  shift
  if said=$("$@" 2>&1); then
    passed=$((passed + 1))
    printf 'ok    %s\n' "$name"
  else
    failed=$((failed + 1))
    printf 'FAIL  %s\n' "$name"
    printf '%s\n' "$said" | sed 's/^/      | /'
  fi
}

# fail WORDS... ends the current check.
fail() {
  printf '%s\n' "$@"
  exit 1
}

# within SECONDS COMMAND... repeats the command until it succeeds, and fails after that time.
within() {
  local end=$((SECONDS + $1 + 1))
  shift
  until "$@"; do
    [ "$SECONDS" -lt "$end" ] || return 1
    sleep 0.05
  done
}
