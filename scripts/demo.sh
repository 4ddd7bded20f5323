#!/usr/bin/env bash
# Runs the example project: prints its matrix and says where the tables and the evidence lie.
set -euo pipefail
cd "$(dirname "$0")/.."
demarche=$PWD/build/release/demarche
cd examples/south-caucasus
[[ -f demarche.yaml ]] || { echo "examples/south-caucasus/demarche.yaml is missing" >&2; exit 1; }
"$demarche" run
echo
echo "The tables and the evidence lie in examples/south-caucasus/out."
echo "Why a cell says what it says:  cd examples/south-caucasus && $demarche explain IRN zangezur-corridor"
