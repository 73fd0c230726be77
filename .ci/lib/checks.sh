# shellcheck shell=bash
# What the scripts with many checks have in common.

passed=0
failed=0

# check NAME COMMAND... runs one check and prints ok, or FAIL and what the
# command printed.
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

# fail WORDS... ends the check that runs.
fail() {
  printf '%s\n' "$@"
  exit 1
}

# within SECONDS COMMAND... waits until the command succeeds.
within() {
  local end=$((SECONDS + $1 + 1))
  shift
  until "$@"; do
    [ "$SECONDS" -lt "$end" ] || return 1
    sleep 0.05 # between two looks
  done
}
