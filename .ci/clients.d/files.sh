# shellcheck shell=bash
# Saving the résumé: formats on standard output, and files with scp, sftp, curl, lftp, rsync and sshfs.
: "${here:?}" "${work:?}" "${port:?}"

# The formats and their files, as the documentation lists them.
declare -A file_of=()
while read -r format file; do
  file_of[$format]=$file
done < <(sed -nE 's/^\| .(\S+). \| .(resume\.\w+). \|.*/\1 \2/p' "$here/../docs/reference.md")
taken=$work/taken
mkdir -p "$taken"

# fresh changes to an empty directory.
fresh() {
  rm -rf "$work/fetched"
  mkdir -p "$work/fetched"
  cd "$work/fetched" || fail 'no directory'
}

# same_files FILE... compares files in this directory with those that the formats printed.
same_files() {
  local file
  for file in "$@"; do
    cmp "$file" "$taken/$file" || fail "$file is not the same:" "$(ls -l)"
  done
}

# refused_with TEXT COMMAND... checks that the command fails with that text.
refused_with() {
  local want=$1 said
  shift
  said=$("$@" 2>&1 </dev/null) && fail 'it succeeded:' "$said"
  grep -qiF -- "$want" <<<"$said" || fail "not \"$want\" but:" "$said"
}

formats() {
  local format
  for format in "${!file_of[@]}"; do
    visit resume "$format" >"$work/out" 2>"$work/err" || fail "exit status $?" "$(cat -v "$work/err")"
    [ -s "$work/out" ] && [ ! -s "$work/err" ] || fail "$format is empty, or:" "$(cat -v "$work/err")"
    cp "$work/out" "$taken/${file_of[$format]}"
  done
  [ "$(head -c 5 "$taken/resume.pdf")" = %PDF- ] || fail 'no PDF'
  /usr/bin/python3 -m json.tool "$taken/resume.json" >/dev/null || fail 'no JSON'
}

no_spill() {
  local got
  visit -tt resume pdf >"$work/out" 2>"$work/err" </dev/null && got=0 || got=$?
  [ "$got" = 1 ] || fail "exit status $got, not 1"
  [ ! -s "$work/out" ] || fail 'on standard output:' "$(head -c 200 "$work/out" | cat -v)"
  grep -qF "ssh -T -p $port localhost pdf > resume.pdf" "$work/err" || fail 'it does not say how to save it:' "$(cat -v "$work/err")"
}

finds() {
  visit resume search kafka >"$work/out" 2>&1 || fail "exit status $?" "$(cat -v "$work/out")"
  grep -q '^Stack' "$work/out" && grep -q '^  .*Kafka' "$work/out" || fail 'not found:' "$(cat -v "$work/out")"
  ! grep -q $'[\e\r]' "$work/out" || fail 'escape bytes:' "$(cat -v "$work/out")"
  exits_with 1 resume search cobol
  exits_with 2 resume search
}

exits_with() {
  local want=$1 got
  shift
  visit "$@" >/dev/null 2>&1 </dev/null && got=0 || got=$?
  [ "$got" = "$want" ] || fail "exit status $got, not $want"
}

copy() { timeout 20 scp -q -F "$work/ssh_config" "$@"; }

scp_one() {
  fresh
  copy "$@" resume:resume.pdf .
  same_files resume.pdf
  copy "$@" resume:resume.pdf . || fail 'not twice'
}

scp_glob() {
  fresh
  copy "$@" 'resume:resume.*' .
  same_files "${file_of[@]}"
}

scp_folder() {
  fresh
  copy "$@" -r resume:. all
  cd all || fail 'no folder'
  same_files "${file_of[@]}"
  grep -qF 'Marcus Rodriguez' README
}

browse() { timeout 20 sftp -q -F "$work/ssh_config" -b - resume; }

sftp_get() {
  fresh
  browse <<<$'ls -l\nget resume.*\nget README' >"$work/out" || fail 'sftp failed' "$(cat "$work/out")"
  same_files "${file_of[@]}"
  grep -q '^-r--r--r-- .* resume.pdf' "$work/out" || fail 'the list:' "$(cat "$work/out")"
}

sftp_refuses() {
  refused_with "$1" browse_once "$2"
}
browse_once() { browse <<<"$1"; }

curl_get() {
  fresh
  timeout 20 "${curl[@]}" -sS -k "sftp://visitor@127.0.0.1:$port/resume.pdf" >resume.pdf || fail 'curl failed'
  same_files resume.pdf
  timeout 20 "${curl[@]}" -sS -k "sftp://visitor@127.0.0.1:$port/" >list || fail 'curl failed'
  grep -q '^-r--r--r-- .* resume.pdf' list || fail 'the list:' "$(cat list)"
}

# curl_can checks that curl has SFTP, and a libssh2 with encrypt-then-MAC, which 1.11 added.
curl_can() {
  local version
  version=$("${curl[@]}" --version | grep -o 'libssh2/[0-9.]*' | cut -d / -f 2)
  "${curl[@]}" --version | grep -qw sftp && { [ -z "$version" ] || [ "$(printf '%s\n' 1.11 "$version" | sort -V | head -1)" = 1.11 ]; }
}

# find_curl sets curl to the command of one that can: the system's, or else Debian 13's in a chroot.
find_curl() {
  curl=(curl)
  curl_can && return 0
  [ "${CI:-}" = true ] && [ "$(id -u)" = 0 ] || return 1
  debootstrap --variant=minbase --include=curl trixie "$work/trixie" http://deb.debian.org/debian >"$work/debootstrap" 2>&1 ||
    tail -n 3 "$work/debootstrap"
  curl=(chroot "$work/trixie" curl)
}

lftp_mirror() {
  fresh
  timeout 20 lftp -c "set sftp:connect-program 'ssh -a -x -F $work/ssh_config'; open sftp://visitor:@resume; mirror . ." ||
    fail 'lftp failed'
  same_files "${file_of[@]}"
}

mounted() {
  fresh
  mkdir mnt
  timeout 20 sshfs -F "$work/ssh_config" resume:/ mnt || fail 'sshfs failed'
  local said
  said=$(
    cd mnt && same_files "${file_of[@]}"
    touch new 2>/dev/null && echo 'a file was made'
  )
  fusermount3 -u mnt
  [ -z "$said" ] || fail "$said"
}

check 'ssh HOST FORMAT > FILE, each format' formats
check 'ssh -t HOST pdf: nothing binary on a terminal' no_spill
check 'ssh HOST search: finds, with exit statuses as grep' finds
for protocol in -s -O; do
  check "scp $protocol: one file, twice" scp_one "$protocol"
  check "scp $protocol: a pattern" scp_glob "$protocol"
  check "scp $protocol -r: the folder" scp_folder "$protocol"
  check "scp $protocol: nothing outside the folder" refused_with 'no such file' copy "$protocol" resume:../../etc/passwd "$work/passwd"
done
check 'scp -s: uploads are refused' refused_with 'permission denied' copy -s "$work/ssh_config" resume:
check 'scp -O: uploads are refused' refused_with 'read-only' copy -O "$work/ssh_config" resume:
check 'sftp: list and get' sftp_get
for command in "put $work/ssh_config x" 'rm resume.pdf' 'rename resume.pdf x' 'symlink resume.pdf x' 'ln resume.pdf x' \
  'mkdir x' 'rmdir /' 'chmod 666 resume.pdf'; do
  check "sftp: ${command%% *} is refused" sftp_refuses 'permission denied' "$command"
done
check 'sftp: nothing is outside the folder' sftp_refuses 'not found' $'cd ..\nget ../../etc/passwd'
if find_curl; then
  check 'curl sftp://' curl_get
else
  echo 'skip  curl sftp://: this curl has no SFTP, or a libssh2 before 1.11'
fi
check 'lftp: mirror' lftp_mirror
check 'rsync is refused, with what to type instead' refused_with 'scp -P' timeout 20 rsync -e "ssh -F $work/ssh_config" resume:resume.pdf "$work"
if [ -w /dev/fuse ] && command -v sshfs >/dev/null; then
  check 'sshfs: read-only' mounted
else
  echo 'skip  sshfs: no FUSE here'
fi
