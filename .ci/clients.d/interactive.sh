# shellcheck shell=bash
# The interactive résumé: OpenSSH in a terminal of four sizes.
: "${work:?}"

# A text on each page, in their order.
headings=(
  'Senior Backend' 'Netflix' 'Notable Achievements' 'Core Specialties' 'Technology Stack' 'Philosophy & Principles'
  'Technical Standards' 'Approach to Backend Architecture' 'Communication Style' 'Project Leadership Experience'
)

# each_page COMMAND... opens every page by its key and runs the command there.
each_page() {
  local number
  for number in 2 3 4 5 6 7 8 9 10 1; do
    keys "${number: -1}"
    within 10 screen_has "\b$number( of |/)11\b" || fail "not on page $number:" "$(screen)"
    see "${headings[number - 1]}"
    "$@"
  done
}

read_all() {
  local width=$1 height=$2
  open_resume "$width" "$height"
  each_page frame_whole "$width" "$height"
  search_for kafka
  keys '?'
  see 'Move'
  fits "$width" "$height"
  escape
  keys d
  see 'scp -P'
  fits "$width" "$height"
  escape
  leave
}

# frame_whole WIDTH HEIGHT checks the first row, which has the name, and the last, which has the keys.
frame_whole() {
  within 5 last_row_has '\?' || fail 'the last row has no keys:' "$(screen)"
  screen | grep . | head -n 1 | grep -qE 'Marcus Rodriguez|Senior Backend|San Francisco' || fail 'the first row has no name:' "$(screen)"
  fits "$@"
}
screen_has() { screen | grep -qE -- "$1"; }
last_row_has() { screen | grep . | tail -n 1 | grep -qE -- "$1"; }

search_for() {
  keys /
  keys -l "$1"
  see 'match'
  keys Enter
  keys n
  escape 'match'
}

# no_overflow WIDTH HEIGHT reports a smaller window than the terminal has, so that the terminal neither wraps nor cuts what
# overflows the window.
no_overflow() {
  local width=$1 height=$2
  open_screen $((width + 50)) $((height + 10))
  keys -l "stty cols $width rows $height; clear"
  keys Enter
  within 10 shows_not stty
  command_line "ssh -F $work/ssh_config resume"
  terminal_is alternate_on 1
  each_page fits "$width" "$height"
  leave
}

opened_at() {
  open_screen 120 40
  command_line "ssh -F $work/ssh_config -t resume $1"
  see "$2"
  terminal_is alternate_on 1
  leave
}

resized() {
  open_resume 120 40
  keys 8
  see 'Requirements Analysis'
  local size
  for size in 80x24 40x12 31x11 200x60 120x40; do
    term resize-window -x "${size%x*}" -y "${size#*x}"
    see 'Requirements'
    fits "${size%x*}" "${size#*x}"
  done
  term resize-window -x 20 -y 5
  see 'larger'
  fits 20 5
  term resize-window -x 120 -y 40
  see 'Requirements Analysis'
  leave
}

# click WORDS presses and releases the left button on these words.
click() {
  local row column
  row=$(screen | grep -nF -m 1 -- "$1" | cut -d : -f 1)
  [ -n "$row" ] || fail "\"$1\" is not on the screen:" "$(screen)"
  column=$(screen | sed -n "${row}p" | sed "s/$1.*//" | wc -m)
  keys -l $'\e'"[<0;$column;${row}M"
  keys -l $'\e'"[<0;$column;${row}m"
}

mouse() {
  open_resume 80 24
  terminal_is mouse_any_flag 1
  terminal_is mouse_all_flag 0 # not every movement is reported
  click Standards
  see 'Code Quality'
  click Experience
  see Netflix
  local before
  before=$(screen)
  keys -l $'\e[<65;60;6M' # the wheel, down
  within 10 differs "$before" || fail 'the wheel does not scroll:' "$(screen)"
  leave
}

interrupted() {
  open_resume 80 24
  keys C-c
  see 'left with'
  see 'resume.pdf'
  restored
}

# endless_paste begins a paste that never ends. It is over after a second of silence.
endless_paste() {
  open_resume 80 24
  keys -l $'\e[200~endless'
  within 10 reaches_page_2 || fail 'keys do nothing after a paste without an end:' "$(screen)"
  leave
}
reaches_page_2() {
  keys 2
  within 2 screen_has '\b2( of |/)11\b'
}

interrupted_in() {
  open_resume 80 24
  keys -l "$1"
  keys C-c
  see 'left with'
  restored
}

# no_alternate_screen leaves where the last frame would stay on the screen.
no_alternate_screen() {
  open_screen 80 24
  term set-option -t visit alternate-screen off
  command_line "ssh -F $work/ssh_config resume"
  see 'Senior Backend'
  terminal_is alternate_on 0
  keys q
  see 'left with 0'
  shows_not 'Standards' || fail 'the last frame is still on the screen:' "$(screen)"
  restored
}

# modes_off reads the bytes: every mode that is set must be reset.
modes_off() {
  local mode left
  mkfifo "$work/typed" 2>/dev/null
  TERM=xterm-256color visit -tt resume <"$work/typed" >"$work/out" 2>"$work/err" &
  exec 4>"$work/typed"
  within 10 grep -qF Marcus "$work/out" || fail 'nothing was drawn:' "$(cat -v "$work/out" "$work/err")"
  printf '2q' >&4
  wait $!
  exec 4>&-
  grep -qF $'\e[?1049h' "$work/out" || fail 'the alternate screen was not used:' "$(cat -v "$work/out")"
  while read -r mode; do
    left=$(grep -aoP "\e\[\?([0-9]+;)*${mode}(;[0-9]+)*[hl]" "$work/out" | tail -n 1)
    case $mode${left: -1} in
      25h | 7h | *l) [ "$mode" != 25 ] || [ "${left: -1}" = h ] || fail 'the cursor is left hidden' ;;
      *) fail "mode $mode is still set" ;;
    esac
  done < <(grep -aoP '\e\[\?[0-9;]+[hl]' "$work/out" | grep -oE '[0-9]+' | sort -nu)
}

for size in 40x12 80x24 120x40 200x60; do
  check "$size: every page, search, help, saving, leaving" read_all "${size%x*}" "${size#*x}"
done
for size in 40x12 80x24 120x40 200x60; do
  check "$size: nothing is outside the window" no_overflow "${size%x*}" "${size#*x}"
done
check 'resizing keeps the page' resized
check 'the mouse: a click and the wheel' mouse
check 'ctrl+c leaves and restores the terminal' interrupted
check 'ctrl+c leaves from a paste without an end' interrupted_in $'\e[200~endless'
check 'ctrl+c leaves from an answer without an end' interrupted_in $'\e]11;rgb:'
check 'keys work again after a paste without an end' endless_paste
check 'leaving without an alternate screen is clean' no_alternate_screen
check 'every mode that was set is reset' modes_off
check 'ssh -t HOST standards opens there' opened_at standards 'Code Quality'
