# shellcheck shell=bash
# The output depends on what the terminal can show.
: "${work:?}"

esc=$'\e'
any_color="$esc\\[([0-9;:]*;)?(3[0-8]|4[0-8]|9[0-7]|10[0-7])([;:][0-9;:]*)?m"

painted_with() {
  painted | grep -qE "$1" || fail "nothing is painted with $2:" "$(painted | cat -v)"
}

painted_without() {
  ! painted | grep -qE "$1" || fail "painted with $2:" "$(painted | cat -v)"
}

colors_256() {
  open_resume 120 40 TERM=xterm-256color
  painted_with "$esc\\[[0-9;]*[34]8;5;" '256 colors'
  painted_without "$esc\\[[0-9;]*[34]8;2;" 'true color, which the terminal did not claim'
  leave
}

colors_true() {
  open_resume 120 40 TERM=xterm-256color COLORTERM=truecolor
  painted_with "$esc\\[[0-9;]*[34]8;[25];" 'more than 16 colors'
  leave
}

colors_16() {
  open_resume 120 40 TERM=xterm
  painted_without "$esc\\[[0-9;]*[34]8;[25];" 'more than 16 colors'
  # While the background is unknown, as in this tmux, text has the terminal's own colors. The key chooses a theme.
  keys t
  see 'theme: '
  painted_with "$esc\\[([0-9;]*;)?(3|4|9|10)[0-7](;[0-9;]*)?m" '16 colors'
  painted_without "$esc\\[[0-9;]*[34]8;[25];" 'more than 16 colors'
  leave
}

colors_none() {
  open_resume 120 40 TERM=xterm-256color "$@"
  painted_without "$any_color" 'a color'
  painted_with "$esc\\[[0-9;]*[1-9][0-9;]*m" 'weight or shape'
  keys 3
  see '200M+'
  painted_without "$any_color" 'a color'
  leave
}

ascii_only() {
  open_resume 120 40 "$@"
  local page
  for page in 1 2 3 4 5 6 7 8 9 0 '?'; do
    keys "$page"
    within 10 changed || true
    ! screen | grep -qP '[^\x00-\x7f]' || fail "page $page is not ASCII:" "$(screen)"
  done
  escape
  leave
}

utf8_unasked() {
  open_resume 120 40 -u LANG
  see '──'
  leave
}

# changed succeeds if the screen differs from the last call.
changed() {
  local now
  now=$(screen)
  [ "$now" != "${last_screen:-}" ] && last_screen=$now
}

themes() {
  open_resume 120 40
  keys 2
  see 'Netflix'
  local before words
  before=$(painted) words=$(screen)
  keys t
  see 'theme: '
  keys 2 # the current page, so that the note disappears
  gone 'theme: '
  [ "$(painted)" != "$before" ] || fail 't changes nothing:' "$(painted | cat -v)"
  [ "$(screen)" = "$words" ] || fail 't changes the words:' "$(screen)"
  leave
}

check '256 colors: TERM=xterm-256color' colors_256
check 'true color: COLORTERM=truecolor' colors_true
check '16 colors: TERM=xterm' colors_16
check 'NO_COLOR: bold and other attributes only' colors_none NO_COLOR=1
check 'LC_ALL=C: ASCII on every page' ascii_only LC_ALL=C
check 'LANG=C: ASCII on every page' ascii_only LANG=C
check 'without a locale: UTF-8' utf8_unasked
check 't changes colors, but no text' themes
