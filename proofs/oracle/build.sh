#!/usr/bin/env bash
# Rebuild proofs/oracle/oracle.js from the Coq sources: extraction, OCaml, js_of_ocaml.
# Usage: build.sh [output file] [directory with compiled .vo files]
# The result depends on nothing but the sources and the versions of Coq and js_of_ocaml.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
output=$(realpath -m "${1:-$here/oracle.js}")
for tool in coqc ocamlfind js_of_ocaml; do
  command -v "$tool" >/dev/null || { echo "oracle: $tool not found (Debian: coq libcoq-mathcomp-algebra js-of-ocaml libjs-of-ocaml ocaml-findlib)" >&2; exit 2; }
done
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
if [ -n "${2:-}" ]; then
  coq=$2
else
  coq=$work/coq; mkdir "$coq"
  cp "$here"/../*.v "$here"/../_CoqProject "$coq"
  (cd "$coq" && coq_makefile -f _CoqProject -o Makefile >/dev/null && make -s -j"${JOBS:-2}" Oracle.vo)
fi
cp "$here"/../Extract.v "$here"/oracle_core.mli "$here"/glue.ml "$work"
cd "$work"
coqc -w -extraction -Q "$coq" Lossless Extract.v >/dev/null
cp "$here"/oracle_core.mli .
ocamlfind ocamlc -w -a -no-check-prims -package js_of_ocaml-compiler.runtime \
  oracle_core.mli oracle_core.ml glue.ml -o oracle.byte
js_of_ocaml --opt 3 --target-env browser oracle.byte -o core.js
# The compiled code gets a private global object: it touches neither the real one nor Node.
{
  echo "// Generated from the Coq sources by proofs/oracle/build.sh. Do not edit."
  echo "const core = {};"
  echo "(function (globalThis, process) {"
  cat core.js
  echo "})(Object.create(globalThis, { losslessOracleCore: { value: core }, process: { value: undefined } }), undefined);"
  cat "$here"/interface.js
} >"$output"
