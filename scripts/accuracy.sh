#!/usr/bin/env bash
# Compares the evidence with every coded set that is there and prints one table.
# The coded texts that may not be part of the repository lie in DEMARCHE_SHARED (default: ../shared beside the repository).
set -euo pipefail
cd "$(dirname "$0")/.."
shared=${DEMARCHE_SHARED:-../shared}
demarche=${DEMARCHE:-build/release/demarche}
failed=0
sets=0

# evaluate NAME ARGUMENTS...
evaluate() {
  local name=$1
  shift
  sets=$((sets + 1))
  printf '\n%s\n' "$name"
  "$demarche" eval --brief "$@" || failed=1
}

if [[ -d $shared/corpus/seeds ]]; then
  evaluate "seeds: five news articles" --corpus "$shared/corpus/seeds" --gold "$shared/corpus/seeds-gold.tsv" \
    --cells "$shared/corpus/seeds-cells.tsv"
fi
if [[ -d $shared/corpus/ungdc ]]; then
  evaluate "ungdc: 24 speeches at the UN" --corpus "$shared/corpus/ungdc" --gold "$shared/corpus/ungdc-gold.tsv" \
    --cells "$shared/corpus/ungdc-cells.tsv" --files "{speaking}_{session}_{year}.txt"
fi
if [[ -f examples/south-caucasus/gold.tsv ]]; then
  evaluate "examples/south-caucasus" --corpus examples/south-caucasus/corpus --gold examples/south-caucasus/gold.tsv
fi
# The texts of a set: its own folder or file, or the collection that it was drawn from. "tehran-times-third" is the third set of
# "tehran-times"; the speeches of all sets lie in one file.
corpus_of() {
  local name=$1 base
  base=$(sed -E 's/-(twenty-|thirty-|forty-)?[a-z]+(st|nd|rd|th)$//' <<< "$name")
  [[ $base == ungdc ]] && base=ungdc-2019-2024
  local path
  for path in "tests/accuracy/$name" "tests/accuracy/$name.jsonl" "$shared/corpus/$base.jsonl.gz" \
    "$shared/corpus/$base-sample.jsonl.gz"; do
    [[ -e $path ]] && echo "$path" && return
  done
}

for gold in tests/accuracy/*-gold.tsv; do
  name=$(basename "$gold" -gold.tsv)
  corpus=$(corpus_of "$name")
  if [[ -z $corpus ]]; then
    printf '\n%s: skipped, its texts are not here\n' "$name"
    continue
  fi
  documents=()
  [[ -f tests/accuracy/$name-docs.txt ]] && documents=(--docs "tests/accuracy/$name-docs.txt")
  evaluate "$name" --corpus "$corpus" --gold "$gold" "${documents[@]}"
done
[[ $sets -gt 0 ]] || { echo "There is no coded set here."; exit 1; }
exit "$failed"
