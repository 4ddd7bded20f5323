#!/usr/bin/env bash
# Compares the evidence with every coded set that is there and prints one table.
# The coded texts that may not be part of the repository lie in DEMARCHE_SHARED (default: ../shared beside the repository).
set -euo pipefail
cd "$(dirname "$0")/.."
shared=${DEMARCHE_SHARED:-../shared}
demarche=${DEMARCHE:-build/release/demarche}
failed=0
sets=0
figures=$(mktemp)
trap 'rm -f "$figures"' EXIT

# evaluate NAME ARGUMENTS...
evaluate() {
  local name=$1
  shift
  sets=$((sets + 1))
  printf '\n%s\n' "$name"
  local found
  found=$("$demarche" eval --brief "$@") || failed=1
  printf '%s\n' "$found"
  awk -v of="$(collection_of "$name")" '{ print of ":" $0 }' <<< "$found" >> "$figures"
}

# "tehran-times-third" is the third set of "tehran-times"; all speeches are one collection.
collection_of() {
  sed -E 's/-((twenty|thirty|forty|fifty|sixty)-)?[a-z]+(st|nd|rd|th)$//; s/:.*//; s/^ungdc.*/ungdc/' <<< "$1"
}

# The sets of one collection together: the sums of what is right, found and in the gold tables.
together() {
  awk -F: '
    $2 ~ /^  (cells|rows) / && $2 ~ / found +[0-9]+ +gold/ {
      count = split($2, word, " ")
      kind = $1 ": " word[1] (word[2] == "without" ? " without weak" : "")
      for (at = 2; at < count; ++at) value[kind, word[at]] += word[at + 1]
      if (!(kind in seen)) { seen[kind] = 1; order[++kinds] = kind }
      ++sets[kind]
    }
    END {
      for (at = 1; at <= kinds; ++at) {
        kind = order[at]
        if (sets[kind] < 2) continue
        right = value[kind, "right"]
        printf "  %-40s P %.3f  R %.3f   right %5d  found %5d  gold %5d  reversed %3d  (%d sets)\n", kind,
               right / value[kind, "found"], right / value[kind, "gold"], right, value[kind, "found"], value[kind, "gold"],
               value[kind, "reversed"], sets[kind]
      }
    }' "$figures"
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
# The texts of a set: its own folder or file, or the collection that it was drawn from; the speeches of all sets lie in one
# file.
corpus_of() {
  local name=$1 base
  base=$(collection_of "$name")
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
printf '\nThe sets of one collection together\n'
together
exit "$failed"
