# shellcheck shell=bash
# Visitors reveal little.
: "${work:?}"

offers_no_key() {
  local agent said
  ssh-keygen -q -t ed25519 -N '' -f "$work/key"
  agent=$(ssh-agent -a "$work/agent" -s | sed -n 's/.*SSH_AGENT_PID=\([0-9]*\);.*/\1/p')
  SSH_AUTH_SOCK=$work/agent ssh-add -q "$work/key"
  said=$(SSH_AUTH_SOCK=$work/agent visit -v -T -o LogLevel=DEBUG -o IdentityAgent="$work/agent" resume 2>&1 >/dev/null </dev/null)
  kill "$agent"
  ! grep -qE 'Offering public key|Server accepts key' <<<"$said" || fail 'a key was offered:' "$said"
  grep -qF 'using "none"' <<<"$said" || fail 'not let in by "none":' "$said"
}

any_user() {
  visit -T -l "$1" resume </dev/null | grep -qF 'Marcus Rodriguez'
}

check 'ssh does not offer the key in its agent' offers_no_key
check 'any user name: root' any_user root
check 'any user name: 200 letters' any_user "$(printf 'x%.0s' {1..200})"
