#!/usr/bin/env bash
# All gates of the proofs: sources, build, assumptions, kernel re-check, oracle, mutants.
# Usage: proofs/check.sh      JOBS=n sets the number of parallel jobs (2 unless said)
# Nothing is written into the source tree. Without Coq it fails and says so.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
jobs=${JOBS:-2}
for tool in coqc coqchk coq_makefile; do
  command -v "$tool" >/dev/null || {
    echo "proofs: NOT CHECKED: $tool not found (Debian 12: apt-get install coq libcoq-mathcomp-algebra js-of-ocaml libjs-of-ocaml ocaml-findlib)" >&2
    exit 2
  }
done
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
started=$SECONDS
step() { echo "proofs: $1 ($((SECONDS - started)) s so far)"; }

# 1. no gaps in the sources (comments removed first)
for f in "$here"/*.v; do
  if perl -0pe '1 while s/\(\*(?:(?!\(\*|\*\)).)*\*\)//gs' "$f" |
     grep -nwE 'Admitted|admit|Axiom|Axioms|Parameter|Parameters|Conjecture|give_up|Abort|bypass_check'; then
    echo "proofs: forbidden word in $f" >&2; exit 1
  fi
done
for f in "$here"/*.v; do
  f=$(basename "$f")
  [ "$f" = Extract.v ] || grep -qx "$f" "$here/_CoqProject" || { echo "proofs: $f is not in _CoqProject" >&2; exit 1; }
done
step "sources have no gaps"

# 2. cold build
cp "$here"/*.v "$here"/_CoqProject "$work"
cd "$work"
coq_makefile -f _CoqProject -o Makefile >/dev/null
make -s -j"$jobs" >build.log 2>&1 || { cat build.log >&2; exit 1; }
step "built"

# 3. assumptions of every theorem
grep -hoE '^Theorem [A-Za-z0-9_]+' $(grep '\.v$' _CoqProject) | awk '{print $2}' >names
{
  echo "From Lossless Require Import $(grep '\.v$' _CoqProject | sed 's/\.v$//' | xargs)."
  while read -r name; do echo "Print Assumptions $name."; done <names
} >Assumptions.v
coqc -w none -Q . Lossless Assumptions.v >assumptions.out
paste -d' ' names assumptions.out >assumptions.got || true
if ! diff -u "$here/assumptions.txt" assumptions.got; then
  echo "proofs: assumptions differ from proofs/assumptions.txt" >&2; exit 1
fi
if grep -v 'Closed under the global context$' assumptions.got; then
  echo "proofs: a theorem has assumptions" >&2; exit 1
fi
step "$(wc -l <names) theorems, all closed under the global context"

# 4. an independent pass of the kernel over everything, libraries included
recheck() {
  coqchk -silent -o -Q . Lossless Lossless.Statements >coqchk.log 2>&1 || { cat coqchk.log >&2; return 1; }
  grep -A1 'Axioms:' coqchk.log | tr -d '\n' | grep -q 'Axioms: <none>' || { cat coqchk.log >&2; return 1; }
  step "coqchk: Axioms: <none>"
}
# with two jobs it runs beside steps 5 and 6
background=
if [ "$jobs" -gt 1 ]; then recheck & background=$!; jobs=$((jobs - 1)); else recheck; fi

# 5. the committed oracle is what these sources produce
"$here/oracle/build.sh" "$work/oracle.js" "$work"
cmp "$work/oracle.js" "$here/oracle/oracle.js" || { echo "proofs: oracle.js is not what the sources produce; run proofs/oracle/build.sh" >&2; exit 1; }
step "oracle.js rebuilt, same bytes"
node "$here/oracle/smoke.mjs"

# 6. broken definitions break the build
JOBS=$jobs "$here/mutants.sh" "$work"
step "mutants done"
[ -z "$background" ] || wait "$background"
step "all gates passed"
