# shellcheck shell=bash
# A stream of visitors from several addresses, and a record of how each fared. Needs $work, and a function "arrive FROM"
# that connects from an address and prints the résumé.
: "${work:?}"

arrivals=() # process ids of the loops

# start_arrivals N starts N loops; each sends one visitor after the other. A line in $work/arrivals says when the visitor came
# and left, and "served" or what went wrong. $work/wanted is what each must read.
start_arrivals() {
  local loop
  : >"$work/arrivals"
  rm -f "$work/enough"
  for ((loop = 0; loop < $1; loop++)); do
    arrive_on "$loop" &
    arrivals+=("$!")
  done
}

# One address may connect 5 times per second, so each loop uses twenty. A loop ends after ten refusals.
arrive_on() {
  local n came said refused=0
  for ((n = 0; ; n++)); do
    [ ! -e "$work/enough" ] && [ "$refused" -lt 10 ] || return 0
    came=$EPOCHREALTIME
    if ! arrive "127.0.$((1 + $1)).$((1 + n % 20))" >"$work/read.$1" 2>"$work/said.$1"; then
      refused=$((refused + 1)) said="refused: $(tr '\n' ' ' <"$work/said.$1")"
    elif ! cmp -s "$work/wanted" "$work/read.$1"; then
      said='got something else'
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

# more_served N waits until N more visitors have been served.
more_served() {
  local goal=$(($(served) + $1))
  within 30 enough_served "$goal"
}
enough_served() { [ "$(served)" -ge "$1" ]; }

# none_refused [MOMENT] checks that everybody was served who came after that moment. Earlier ones may have been cut off.
none_refused() {
  local lost
  lost=$(awk -v moment="${1:-0}" '$1 >= moment && $3 != "served"' "$work/arrivals")
  [ -z "$lost" ] || fail "of $(wc -l <"$work/arrivals") visitors:" "$(head <<<"$lost")"
  [ "$(served)" -gt 0 ] || fail 'nobody was served'
}
