# shellcheck shell=bash
# A terminal whose screen can be read: tmux without a status line, with a plain shell in it. Needs $work, and within and
# fail from checks.sh.
: "${work:?}"

tmux_conf=$'set -g exit-empty off\nset -g status off\nset -g escape-time 0\nset -g default-terminal tmux-256color\nset -g allow-rename off\n'

# start_screens starts one tmux server for all terminals; stop_screens ends it.
start_screens() {
  printf '%s' "$tmux_conf" >"$work/tmux.conf"
  term start-server
}
stop_screens() { term kill-server 2>/dev/null; }

term() { tmux -u -S "$work/tmux" -f "$work/tmux.conf" "$@"; }

# open_screen WIDTH HEIGHT opens a terminal of that size.
open_screen() {
  close_screen
  term new-session -d -s visit -x "$1" -y "$2" \
    env -i HOME="$work/home" PATH="$PATH" TERM=tmux-256color LANG=C.UTF-8 PS1='ready> ' HISTFILE= \
    bash --noprofile --norc -i
  within 10 shows 'ready>' || fail "no shell in a terminal of $1×$2:" "$(screen)"
}

close_screen() { term kill-session -t visit 2>/dev/null; }

keys() { term send-keys "$@"; }

# command_line LINE types a command. Records the output of stty before and after it, and prints its exit status.
command_line() {
  printf '%s\n' "stty -g >$work/stty.before; $1; status=\$?; stty -g >$work/stty.after; echo \"left with \$status\"" >"$work/line.sh"
  rm -f "$work/stty.before" "$work/stty.after"
  keys -l ". $work/line.sh"
  keys Enter
}

# open_resume WIDTH HEIGHT [ENVIRONMENT...] opens the interactive résumé.
open_resume() {
  open_screen "$1" "$2"
  shift 2
  command_line "env $* ssh -F $work/ssh_config resume"
  see 'Senior Backend Architect'
  # The prompt and the command are on the main screen.
  terminal_is alternate_on 1
}

screen() { term capture-pane -p; }

# painted prints the screen with its colors as escape sequences.
painted() { term capture-pane -e -p; }

shows() { screen | grep -qF -- "$1"; }
shows_not() { ! shows "$1"; }

see() { within 10 shows "$1" || fail "\"$1\" is not on the screen:" "$(screen)"; }
gone() { within 10 shows_not "$1" || fail "\"$1\" is still on the screen:" "$(screen)"; }

terminal_state() { [ "$(term display-message -p "#{$1}")" = "$2" ]; }

terminal_is() {
  within 10 terminal_state "$1" "$2" ||
    fail "the terminal's $1 is $(term display-message -p "#{$1}"), not $2" "$(screen)"
}

# restored fails unless the terminal is as it was before the session.
restored() {
  see 'ready>'
  terminal_is alternate_on 0
  terminal_is cursor_flag 1
  terminal_is mouse_any_flag 0
  terminal_is mouse_sgr_flag 0
  terminal_is keypad_cursor_flag 0
  terminal_is origin_flag 0
  terminal_is wrap_flag 1
  cmp -s "$work/stty.before" "$work/stty.after" || fail "stty differs:" "$(diff "$work/stty.before" "$work/stty.after")"
  # Colors are reset, too.
  keys -l 'clear; echo pl""ain'
  keys Enter
  see 'plain'
  within 5 unpainted || fail 'the shell still has colors:' "$(painted | cat -v)"
}

unpainted() { ! painted | grep -q $'\e\\[[0-9;]*m'; }

# escape [TEXT] presses escape and waits until the screen changes and TEXT is gone. A key sent right after escape would become
# alt and that key.
escape() {
  local before
  before=$(screen)
  keys Escape
  within 10 differs "$before" || fail 'escape changes nothing:' "$before"
  [ $# = 0 ] || gone "$1"
}
differs() { [ "$(screen)" != "$1" ]; }

# leave [STATUS] presses q, and checks the exit status, the goodbye and the terminal.
leave() {
  keys q
  see "left with ${1:-0}"
  shows 'scp ' || fail 'the goodbye does not say how to save it:' "$(screen)"
  restored
}

# fits WIDTH HEIGHT fails if anything is outside these cells.
fits() {
  local longest
  longest=$(screen | wc -L)
  [ "$longest" -le "$1" ] || fail "a line has $longest cells in a window $1 wide:" "$(screen)"
  ! screen | tail -n "+$(($2 + 1))" | grep -q . || fail "lines below a window $2 high:" "$(screen)"
}
