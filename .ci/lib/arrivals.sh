# shellcheck shell=bash
# Visitors who come one after the other, from several addresses at once, and
# what became of them. Needs $work, and a function arrive FROM that visits from
# an address and prints the résumé.
: "${work:?}"

arrivals=() # the loops' process ids

# start_arrivals LOOPS starts so many loops; each waits for one visitor before it
# sends the next. Each visitor's line in $work/arrivals says when he came and
# went, and what was wrong; $work/wanted is what he is to read.
start_arrivals() {
  local loop
  : >"$work/arrivals"
  rm -f "$work/enough"
  for ((loop = 0; loop < $1; loop++)); do
    arrive_on "$loop" &
    arrivals+=("$!")
  done
}

# Of one address 5 may come in a second: each loop has twenty. A loop
# whose visitors are all refused comes to its end.
arrive_on() {
  local n came said refused=0
  for ((n = 0; ; n++)); do
    [ ! -e "$work/enough" ] && [ "$refused" -lt 10 ] || return 0
    came=$EPOCHREALTIME
    if ! arrive "127.0.$((1 + $1)).$((1 + n % 20))" >"$work/read.$1" 2>"$work/said.$1"; then
      refused=$((refused + 1)) said="refused: $(tr '\n' ' ' <"$work/said.$1")"
    elif ! cmp -s "$work/wanted" "$work/read.$1"; then
      said='did not get the whole of it'
    else
      said=served
    fi
    printf '%s %s %s\n' "$came" "$EPOCHREALTIME" "$said" >>"$work/arrivals"
  done
}

stop_arrivals() {
  touch "$work/enough"
  [ ${#arrivals[@]} = 0 ] || wait "${arrivals[@]}"
  arrivals=()
}

served() { grep -c ' served$' "$work/arrivals"; }

# more_served N waits until so many more were served.
more_served() {
  local goal=$(($(served) + $1))
  within 30 enough_served "$goal"
}
enough_served() { [ "$(served)" -ge "$1" ]; }

# none_refused [MOMENT]: everybody was served, but for those who came before the
# moment: they may have been cut off in the middle.
none_refused() {
  local lost
  lost=$(awk -v moment="${1:-0}" '$1 >= moment && $3 != "served"' "$work/arrivals")
  [ -z "$lost" ] || fail "of $(wc -l <"$work/arrivals") visitors:" "$(head <<<"$lost")"
  [ "$(served)" -gt 0 ] || fail 'nobody came'
}
