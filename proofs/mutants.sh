#!/usr/bin/env bash
# Each edit of a definition in mutants.txt must make the build fail.
# Usage: mutants.sh <directory with the compiled sources>
# A failing script is not a disproof; disproofs are the theorems of Refutations.v.
set -uo pipefail
built=$1
here=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
files=$(grep '\.v$' "$here/_CoqProject")

one() {
  local name=$1 file=$2 script=$3 dir=$work/$1 reached=0 log
  mkdir "$dir"; cp -p "$built"/*.v "$built"/*.vo "$dir"
  sed -i "$script" "$dir/$file"
  if cmp -s "$built/$file" "$dir/$file"; then echo "mutant $name: the edit changes nothing"; return 1; fi
  for f in $files; do
    [ "$f" = "$file" ] && reached=1
    [ $reached = 1 ] || continue
    if ! log=$(cd "$dir" && coqc -w none -Q . Lossless "$f" 2>&1); then
      rm -rf "$dir"
      if grep -qE 'Syntax error|was not found in the current environment|Lexer' <<<"$log"; then
        echo "mutant $name: not a well-formed edit: $log"; return 1
      fi
      echo "mutant $name: killed in $f"; return 0
    fi
  done
  rm -rf "$dir"
  echo "mutant $name: SURVIVED"; return 1
}

status=0 count=0 jobs=${JOBS:-2}
while IFS='|' read -r name file s from to rest; do
  case $name in ''|'#'*) continue;; esac
  name=$(xargs <<<"$name"); file=$(xargs <<<"$file")
  while [ "$(jobs -rp | wc -l)" -ge "$jobs" ]; do wait -n || status=1; done
  one "$name" "$file" "s|$from|$to|" &
  count=$((count + 1))
done <"$here/mutants.txt"
while [ "$(jobs -p | wc -l)" -gt 0 ]; do wait -n || { [ $? = 127 ] && break; status=1; }; done
[ $status = 0 ] && echo "mutants: all $count killed"
exit $status
