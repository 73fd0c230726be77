# shellcheck shell=bash
# The résumé as plain text, for pipes and dumb terminals.
: "${work:?}"

without_terminal() {
  quietly visit -T resume </dev/null
  plain_resume "$work/out"
}

through_a_pipe() {
  quietly pipe
  plain_resume "$work/out"
}
pipe() {
  visit resume | cat
  return "${PIPESTATUS[0]}"
}

# In a terminal, ssh decides by its standard input alone whether to request one from the server, so a pipe needs -T.
pipe_in_terminal() {
  open_screen 80 24
  command_line "ssh -F $work/ssh_config -T resume | cat"
  see 'left with 0'
  see 'UC Berkeley'
  restored
}

dumb_terminal() {
  quietly env TERM=dumb timeout 20 ssh -F "$work/ssh_config" -tt resume </dev/null
  ! grep -q $'\e' "$work/out" || fail 'escape bytes:' "$(cat -v "$work/out")"
  whole_resume "$work/out"
}

dumb_terminal_in_tmux() {
  open_screen 100 200
  command_line "TERM=dumb ssh -F $work/ssh_config resume"
  see 'left with 0'
  see 'Marcus Rodriguez'
  see 'UC Berkeley'
  terminal_is alternate_on 0
  # Each line begins at the left, since a terminal gets CR LF.
  screen | grep -q '^[^ ].*' || fail 'no line begins at the left:' "$(screen)"
}

one_section() {
  quietly visit resume "$1"
  grep -qF "$2" "$work/out" || fail "\"$2\" is not in it:" "$(cat -v "$work/out")"
  ! grep -qF "$3" "$work/out" || fail "\"$3\" is of another section:" "$(cat -v "$work/out")"
  ! grep -q $'[\e\r]' "$work/out" || fail 'escape bytes or carriage returns:' "$(cat -v "$work/out")"
}

same_text() {
  quietly visit -T resume </dev/null
  cp "$work/out" "$work/first"
  quietly visit resume text
  cmp "$work/first" "$work/out"
}

check 'ssh -T: the whole résumé, no escape byte' without_terminal
check 'ssh | cat: the same' through_a_pipe
check 'ssh -T | cat in a terminal' pipe_in_terminal
check 'TERM=dumb ssh -tt: no escape byte' dumb_terminal
check 'TERM=dumb in tmux: lines begin at the left' dumb_terminal_in_tmux
check 'ssh HOST experience: that section' one_section experience Netflix 'Polyglot persistence'
check 'ssh HOST appr: a prefix is enough' one_section appr 'Polyglot persistence' Netflix
check 'ssh HOST text: the same as ssh -T' same_text
