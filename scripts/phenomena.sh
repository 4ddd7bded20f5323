#!/usr/bin/env bash
# Runs the tests of tests/phenomena (or of the folder that is named) and prints how many are right, by category.
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
  tests=$(grep -c '^test "' "$file")
  failed=$(grep -c "^$file:[0-9]*: test" <<< "$out") || true
  printf '%4d of %4d  %s\n' $((tests - failed)) "$tests" "$(basename "$file" .stance)"
  all=$((all + tests))
  right=$((right + tests - failed))
done
echo "$right of $all right, $((100 * right / all))%"
if ((100 * right < floor * all)); then
  echo "that is less than the floor of $floor%" >&2
  exit 1
fi
