#!/usr/bin/env bash
# The README's scenario gives the README's report.
#
#   readme_test.sh COMMAND README
set -euo pipefail

ballast=$1
readme=$2
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

sed -n '/^```json$/,/^```$/p' "$readme" | sed '1d;$d' >"$scratch/scenario.json"
# The indented block after "begins its answer with".
sed -n '/^begins its answer with$/,/^Read it/p' "$readme" | sed '1,2d;$d' | sed 's/^    //' | sed '$d' >"$scratch/expected.txt"
"$ballast" evaluate "$scratch/scenario.json" | head -n "$(wc -l <"$scratch/expected.txt")" >"$scratch/report.txt" || true

[ -s "$scratch/expected.txt" ] || { echo "no report found in the README"; exit 1; }
diff "$scratch/expected.txt" "$scratch/report.txt"
