#!/usr/bin/env bash
# Opens what `demarche export` writes with the tools of its readers: exports.sh pandas|libreoffice|readr.
# Ends with 77, which CTest calls skipped, when the tool is not there.
set -euo pipefail
tool=$1
source=$(cd "$(dirname "$0")/../.." && pwd)
demarche=${DEMARCHE:?names the command}
export DEMARCHE_LIBRARY=$source/rules
skip() { echo "skipped: $1"; exit 77; }

case $tool in
  pandas) python3 -c 'import openpyxl, pandas' 2>/dev/null || skip "Python with pandas and openpyxl is not there" ;;
  libreoffice) command -v soffice >/dev/null || skip "LibreOffice is not there" ;;
  readr) Rscript -e 'library(readr)' >/dev/null 2>&1 || skip "R with readr is not there" ;;
  *) echo "exports.sh pandas|libreoffice|readr" >&2; exit 2 ;;
esac

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$source/examples/south-caucasus"
"$demarche" -q export --out "$work/positions.xlsx"
"$demarche" -q export --out "$work/positions.sqlite"
"$demarche" -q export --format csv --out "$work/matrix.csv"
"$demarche" -q export --format evidence-csv --out "$work/evidence.csv"
"$demarche" -q run --out "$work/out"
cd "$work"
lines=$(wc -l < out/evidence.jsonl)

case $tool in
  pandas) python3 "$source/tests/tools/read_exports.py" "$lines" ;;
  readr) Rscript "$source/tests/tools/read_exports.R" "$lines" ;;
  libreoffice)
    # Every sheet as a CSV of its own: the last number asks for all of them.
    soffice -env:UserInstallation="file://$work/profile" --headless \
      --convert-to 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1' positions.xlsx >/dev/null 2>&1
    head -n 4 positions-Matrix.csv | tail -n 1 | grep -q '^actor,name,' || { echo "the matrix has no head"; exit 1; }
    grep -q '^IRN,Iran,' positions-Matrix.csv || { echo "the matrix has no Iran"; exit 1; }
    grep -qE '(^|,)20[0-9]{2}-[0-9]{2}-[0-9]{2},' positions-Evidence.csv || { echo "the evidence has no dates"; exit 1; }
    grep -q '^rules,[0-9a-f]*$' positions-Method.csv || { echo "the method does not name the rules"; exit 1; }
    ! grep -q 'Err:' positions-*.csv || { echo "a cell was taken for a formula"; exit 1; }
    rows=$(python3 -c 'import csv,sys; print(len(list(csv.reader(open("positions-Evidence.csv", encoding="utf-8"))))-1)' 2>/dev/null || echo "$lines")
    [[ $rows == "$lines" ]] || { echo "$rows rows of evidence, $lines expected"; exit 1; } ;;
esac
echo "$tool reads what is written"
