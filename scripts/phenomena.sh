#!/usr/bin/env bash
# Runs the tests of tests/phenomena (or of the folder that is named) and prints how many expectations are met, by
# category. One that is `todo` is not met; of a test that fails one is counted.
# With --floor PERCENT the exit code is 1 when the share falls under it.
set -euo pipefail
cd "$(dirname "$0")/.."
demarche=${DEMARCHE:-build/release/demarche}
floor=0
folder=tests/phenomena
while (($# > 0)); do
  case $1 in
    --floor) floor=$2 && shift ;;
    *) folder=$1 ;;
  esac
  shift
done

code=0
out=$("$demarche" test --no-why rules/library.stance "$folder") || code=$?
if ((code > 1)); then
  echo "demarche test failed with exit code $code" >&2
  exit "$code"
fi
all=0
right=0
for file in "$folder"/*.stance; do
  expected=$(grep -cE '^ +expect ' "$file") || true
  todo=$(grep -cE '^ +expect +todo' "$file") || true
  failed=$(grep -c "^$file:[0-9]*: test" <<< "$out") || true
  met=$((expected - todo - failed))
  printf '%4d of %4d  %s\n' "$met" "$expected" "$(basename "$file" .stance)"
  all=$((all + expected))
  right=$((right + met))
done
echo "$right of $all met, $((1000 * right / all / 10)).$((1000 * right / all % 10))%"
if ((100 * right < floor * all)); then
  echo "that is less than the floor of $floor%" >&2
  exit 1
fi
