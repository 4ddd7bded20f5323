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
for gold in tests/accuracy/*-gold.tsv; do
  name=$(basename "$gold" -gold.tsv)
  base=${name%-second}  # further sets of the same collection
  base=${base%-third}
  base=${base%-fourth}
  for corpus in "tests/accuracy/$name" "tests/accuracy/$name.jsonl" "$shared/corpus/$base.jsonl.gz" \
    "$shared/corpus/$base-sample.jsonl.gz"; do
    [[ -e $corpus ]] || continue
    documents=()
    [[ -f tests/accuracy/$name-docs.txt ]] && documents=(--docs "tests/accuracy/$name-docs.txt")
    evaluate "$name" --corpus "$corpus" --gold "$gold" "${documents[@]}"
    break
  done
done
[[ $sets -gt 0 ]] || { echo "There is no coded set here."; exit 1; }
exit "$failed"
