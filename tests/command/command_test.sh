#!/bin/bash
# Holds what the command prints and how it ends. Usage: command_test.sh BALLAST [--approve]
# --approve writes what is printed now over the golden files next to this script; review it in the diff.
set -u
ballast=$(realpath "$1")
approve=${2:-}
here=$(cd "$(dirname "$0")" && pwd)
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
cd "$scratch" || exit 2
unset NO_COLOR
failed=0
count=0

note() {
  count=$((count + 1))
  if [ "$1" = 0 ]; then
    echo "ok $count - $2"
  else
    echo "not ok $count - $2"
    failed=$((failed + 1))
  fi
}

# ends CODE TITLE COMMAND...: the exit code; what was printed stays in out and err.
ends() {
  local code=$1 title=$2
  shift 2
  "$@" > out 2> err
  local got=$?
  [ $got = "$code" ]
  note $? "$title (ends with $code)"
  [ $got = "$code" ] || { echo "# ended with $got"; head -5 err | sed 's/^/# /'; }
}

says() { grep -qF -- "$2" "$1"; note $? "$1 says: $2"; }
silent() { [ ! -s "$1" ]; note $? "nothing in $1"; }
same() { cmp -s "$1" "$2"; note $? "$3"; }

# as_approved FILE: out is the golden file.
as_approved() {
  [ "$approve" = --approve ] && cp out "$here/$1"
  cmp -s out "$here/$1"
  note $? "prints $1"
  cmp -s out "$here/$1" || diff "$here/$1" out | head -20 | sed 's/^/# /'
}

# --- the good way
for preset in february-2018 calm-year exact-hedge whole-book; do
  ends 0 "preset $preset" "$ballast" preset $preset
  cp out $preset.json
  ends 0 "evaluate $preset" "$ballast" evaluate $preset.json
  silent err
  as_approved $preset.txt
  ! grep -q $'\033' out
  note $? "no control sequences where the output is not a terminal"
  ! grep -qE '.{101}' out
  note $? "no line is wider than 100 characters"
  cp out by-file
  "$ballast" evaluate - < $preset.json > by-input
  same by-file by-input "- reads standard input"
  "$ballast" evaluate --json $preset.json > by-option
  { printf '{"task": "evaluate", "scenario": '; cat $preset.json; printf '}'; } > request.json
  ends 0 "run $preset" "$ballast" run request.json
  same out by-option "--json is the response of run"
  "$ballast" run - < request.json > by-input
  same out by-input "run - reads standard input"
  ends 0 "surface of $preset" "$ballast" surface $preset.json
  as_approved $preset-surface.txt
  "$ballast" surface --json $preset.json > by-option
  sed 's/"evaluate"/"surface"/' request.json | "$ballast" run - > by-input
  same by-option by-input "surface --json is the response of run"
done

# --- signals
cat > watched.json <<'END'
{"signals": {"indicators": [{"kind": "edr", "mean": 1.22, "deviation": 0.49}, {"kind": "rsi", "of": "spx", "period": 5, "mean": 50, "deviation": 20, "weight": -0.5},
                            {"kind": "deviation", "of": "price_to_earnings"}], "offset": -1, "events": [{"event": "fomc", "day": 12}]},
 "path": {"spike": {"day": 10, "vix_to": 40}}}
END
ends 0 "signals" "$ballast" signals watched.json
as_approved signals.txt
says out "RSI 5 of SPX"
says out "no published rule exists"
! grep -qE '.{101}' out
note $? "no line is wider than 100 characters"
ends 0 "signals --csv" "$ballast" signals --csv watched.json
says out '"EDR","EDR, z","EDR, adds"'
ends 0 "signals along an episode" "$ballast" signals watched.json --episode 2018-02
says out "2018-02-05"
printf 'date,value\n2018-01-31,20\n2018-02-05,19\n' > pe.csv
printf '2018-02-14 CPI\n' > days.txt
ends 0 "signals with files" "$ballast" signals watched.json --episode 2018-02 --series price_to_earnings=pe.csv --calendar days.txt
says out "cpi 2018-02-14"
ends 0 "signals with files that are doubted" "$ballast" signals watched.json --episode 2018-02 --series price_to_earnings=pe.csv --calendar <(printf '2018-02-14 CPI\nsoon GDP\n')
says out "calendar: 1 of 2 rows used, 2018-02-14 to 2018-02-14"
says out "row 2: not a date such as 2024-01-31 or 20240131 (soon)"
printf '2018-02-01,13.47\n2018-02-02,17.31\n2018-02-05,37.32\n2018-02-06,29.98\n2018-02-07,=1\n' > few.csv
gzip -c few.csv > few.csv.gz
printf 'PK\003\004' > few.xlsx
printf 'soon FOMC\n' > never.txt
sed 's/^ "path"/ "book": [{"kind": "vix_calls", "adaptive": 1}], "path"/' watched.json > adaptive.json
for task in signals adaptive replay; do
  ends 2 "$task with a series that there is not" "$ballast" $task adaptive.json --episode 2018-02 --series gold=pe.csv
  says err "--series gold is not known; known are "
  ends 1 "$task of a spreadsheet" "$ballast" $task adaptive.json --vix few.xlsx
  says err "few.xlsx: a spreadsheet or zip archive: save the table as CSV"
  ends 1 "$task with a series that is a spreadsheet" "$ballast" $task adaptive.json --episode 2018-02 --series price_to_earnings=few.xlsx
  says err "few.xlsx: a spreadsheet or zip archive: save the table as CSV"
  ends 0 "$task of a file" "$ballast" $task adaptive.json --vix few.csv
  cp out by-file
  ends 0 "$task of a packed file" "$ballast" $task adaptive.json --vix few.csv.gz
  same out by-file "$task reads a packed file as what is in it"
  ends 1 "$task with a calendar of nothing" "$ballast" $task adaptive.json --episode 2018-02 --calendar never.txt
  says err "never.txt: row 1: "
  ends 1 "$task of no close" "$ballast" $task adaptive.json --episode 2018-02 --to 2018-01-02
  says err "--to leaves fewer than two closes"
  ends 2 "$task of a calendar alone" "$ballast" $task adaptive.json --calendar days.txt
  says err "$task needs either --episode ID"
  ends 2 "$task with a calendar that is not there" "$ballast" $task adaptive.json --episode 2018-02 --calendar nowhere.txt
  says err "cannot read nowhere.txt"
  ends 0 "$task with files" "$ballast" $task adaptive.json --vix few.csv --series price_to_earnings=pe.csv --calendar days.txt
  says out "vix: 4 of 5 rows used, 2018-02-01 to 2018-02-06"
  says out "row 5, column 2: a formula (=1)"
  says out "calendar: 1 of 1 rows used, 2018-02-14 to 2018-02-14"
done
says out "drops out"
"$ballast" signals --json watched.json --episode 2018-02 --from 2018-02-02 > by-option
{ printf '{"task": "signals", "history": {"episode": "2018-02", "from": "2018-02-02"}, "scenario": '; cat watched.json; printf '}'; } |
  "$ballast" run - > by-input
same by-option by-input "signals --json is the response of run"
"$ballast" adaptive --json adaptive.json --episode 2018-02 --draws 10 > by-option
{ printf '{"task": "adaptive", "history": {"episode": "2018-02"}, "adaptation": {"draws": 10}, "scenario": '; cat adaptive.json; printf '}'; } |
  "$ballast" run - > by-input
same by-option by-input "adaptive --json is the response of run"
ends 0 "adaptive" "$ballast" adaptive adaptive.json --episode 2018-02 --draws 10
says out "Adaptive, weights as given"
says out "10 sets of random weights"
ends 2 "adaptive without a history" "$ballast" adaptive adaptive.json
says err "adaptive needs either --episode ID"
ends 0 "signals of a scenario that watches none" "$ballast" signals calm-year.json
says out "watches no signals"

# --- hedges compared
echo '{"name": "No hedge"}' > no-hedge.json
ends 0 "compare" "$ballast" compare february-2018.json exact-hedge.json
as_approved compare.txt
ends 0 "compare at equal cost" "$ballast" compare --equal-cost february-2018.json exact-hedge.json
as_approved compare-equal-cost.txt
"$ballast" compare --json february-2018.json exact-hedge.json > by-option
book_of() { sed -n '/^  "book": \[/,$p' $1 | sed '1s/^  "book": //; $d'; }
{ printf '{"task": "compare", "scenario": '; cat february-2018.json
  printf ', "books": [{"name": "February 2018", "book": '; book_of february-2018.json
  printf '}, {"name": "An exact hedge", "book": '; book_of exact-hedge.json
  printf '}], "equal_cost": false}'; } > request.json
"$ballast" run request.json > out
same out by-option "compare --json is the response of run"
ends 1 "compare at equal cost with a book that pays no premium" "$ballast" compare --equal-cost no-hedge.json february-2018.json
says err "pays no premium"
ends 2 "compare five" "$ballast" compare february-2018.json february-2018.json february-2018.json february-2018.json february-2018.json
for task in recalibration lead; do
  ends 0 "$task" "$ballast" $task february-2018.json
  as_approved $task.txt
  "$ballast" $task --json february-2018.json > by-option
  { printf '{"task": "%s", "scenario": ' $task; cat february-2018.json; printf '}'; } | "$ballast" run - > out
  same out by-option "$task --json is the response of run"
done
ends 1 "lead of a future that expires too early" "$ballast" lead exact-hedge.json
says err "expires before"

ends 0 "evaluate --csv" "$ballast" evaluate --csv february-2018.json
[ "$(wc -l < out)" = 32 ] && [ "$(awk -F, '{ print NF }' out | sort -u | wc -l)" = 1 ]
note $? "CSV has a heading and a line for each day, with as many fields each"
ends 0 "surface --csv" "$ballast" surface --csv --points 5 february-2018.json
[ "$(wc -l < out)" = 156 ]
note $? "CSV of the surface has a line for each level and day"
ends 0 "evaluate --all-days" "$ballast" evaluate --all-days february-2018.json
[ "$(grep -cE '^ +29 ' out)" = 4 ]
note $? "every day stands in the four tables by day"
ends 0 "evaluate --all-legs" "$ballast" evaluate --all-legs calm-year.json
[ "$(grep -cE '^(VIX|SPX) (call|put)  ' out)" = 71 ]
note $? "every leg of a year is listed"
ends 0 "evaluate --sources" "$ballast" evaluate --sources february-2018.json
says out "/market/spx_options/atm_scale  0.85"
says out "assumption: VIX averages over strikes"

# --- many paths
ends 0 "simulate" "$ballast" simulate --paths 600 --days 5 february-2018.json
silent err
as_approved february-2018-simulation.txt
! grep -qE '.{101}' out
note $? "no line is wider than 100 characters"
ends 0 "simulate without paths" "$ballast" simulate --paths 0 february-2018.json
ends 0 "simulate one path" "$ballast" simulate --paths 1 february-2018.json
for threads in 1 2 7; do
  "$ballast" simulate --json --paths 2000 --seed 3 --threads $threads whole-book.json > by-$threads
done
same by-1 by-2 "two threads give the same bytes as one"
same by-1 by-7 "seven threads give the same bytes as one"
{ printf '{"task": "simulate", "simulation": {"paths": 2000, "seed": 3}, "scenario": '; cat whole-book.json; printf '}'; } |
  "$ballast" run - > by-input
same by-1 by-input "simulate --json is the response of run"
for shard in 1 2 3 4 5; do
  "$ballast" simulate --paths 2000 --seed 3 --shard $shard/5 whole-book.json > part-$shard
done
ends 0 "merge" "$ballast" merge --json part-3 part-1 part-5 part-2 part-4
sed 's/"task":"merge"/"task":"simulate"/' out > joined
same by-1 joined "parts joined in any order give the same bytes as one run"
"$ballast" simulate --paths 2000 --seed 3 whole-book.json > by-one
"$ballast" merge part-1 part-2 part-3 part-4 part-5 > out
same by-one out "merge prints what simulate prints"
ends 1 "merge without one of the parts" "$ballast" merge part-1 part-2 part-4 part-5
says err "/parts: must have shard 3/5, too"
ends 1 "merge of what is no part" "$ballast" merge february-2018.json
says err "is not what simulate --shard writes"
ends 0 "path" "$ballast" path --paths 600 february-2018.json 42
as_approved february-2018-path.txt
ends 2 "a path that is not there" "$ballast" path --paths 600 february-2018.json 600
says err "PATH must be the number of a path"
ends 2 "a shard that is not there" "$ballast" simulate --shard 3/2 february-2018.json
says err "must be at most count"
ends 2 "a shard that is none" "$ballast" simulate --shard 3of5 february-2018.json
says err "must be like 3/8"
ends 2 "options out of bounds" "$ballast" simulate --paths -1 --level 2 --days 99 february-2018.json
says err "--paths must be at least 0"
says err "--level must be at least 0.5"

# --- sizes
ends 0 "size" "$ballast" size --paths 1000 --points 5 february-2018.json
silent err
as_approved february-2018-sizes.txt
! grep -qE '.{101}' out
note $? "no line is wider than 100 characters"
"$ballast" size --json --paths 1000 --points 5 february-2018.json > by-option
{ printf '{"task": "size", "simulation": {"paths": 1000}, "sizing": {"points": 5}, "scenario": '; cat february-2018.json; printf '}'; } |
  "$ballast" run - > by-input
same by-option by-input "size --json is the response of run"
ends 0 "size without a budget" "$ballast" size --paths 500 --premium-budget 0 --margin-cap 0 --most 1 february-2018.json
ends 1 "size with limits that exclude each other" "$ballast" size --paths 500 --expected-floor 1e9 february-2018.json
says err "limits that no sizes hold together"
printf '{"pool": {"benchmark": "cash"}, "book": [{"kind": "short_token", "ratio": 0.5}]}' > short.json
ends 0 "size with a floor under the quick ratio" "$ballast" size --paths 300 --points 3 --quick-ratio-floor 3 short.json
says out "the floor of the quick ratio on day"
ends 0 "size of each option of a strip" "$ballast" size --paths 300 --points 2 --by-strike exact-hedge.json
says out "put 12, Strip of VIX"
ends 1 "size without paths" "$ballast" size --paths 0 february-2018.json
says err "/simulation/paths: must be at least 1"

# --- claims
ends 0 "claims" "$ballast" claims --paths 2000 february-2018.json
silent err
as_approved february-2018-claims.txt
! grep -qE '.{101}' out
note $? "no line is wider than 100 characters"
for threads in 1 2 7; do
  "$ballast" claims --json --paths 2000 --seed 3 --threads $threads whole-book.json > by-$threads
done
same by-1 by-2 "two threads give the same claims as one"
same by-1 by-7 "seven threads give the same claims as one"
{ printf '{"task": "claims", "simulation": {"paths": 2000, "seed": 3}, "scenario": '; cat whole-book.json; printf '}'; } |
  "$ballast" run - > by-input
same by-1 by-input "claims --json is the response of run"
ends 0 "claims as CSV" "$ballast" claims --csv --paths 500 february-2018.json
says out "claim,verdict,figure,value,standard_error,unit"
! awk -F'"' '{ line = $1; for (i = 3; i <= NF; i += 2) line = line $i; if (gsub(",", "", line) != 5) bad = 1 } END { exit !bad }' out
note $? "every row of the CSV has six fields"
ends 2 "claims without paths" "$ballast" claims --paths 0 february-2018.json
says err "--paths must be at least 1 and at most 100000 to test claims"
ends 2 "claims as two forms" "$ballast" claims --json --csv february-2018.json
ends 1 "claims of a bad scenario" "$ballast" claims - < <(printf '{"pool": {"value": -5}}')

# --- replay
cat > vix.csv <<'CSV'
DATE,OPEN,HIGH,LOW,CLOSE
2018-02-01,13.05,14.30,12.50,13.47
2018-02-02,13.64,17.86,13.64,17.31
2018-02-05,18.44,38.80,16.80,37.32
2018-02-06,37.32,50.30,22.42,29.98
2018-02-07,31.38,31.64,29.17,27.73
2018-02-08,=1+1,,,
CSV
printf '2018-02-01,2821.98\n2018-02-05,2648.94\n2018-02-07,2681.66\n' > spx.csv
ends 0 "replay of an episode" "$ballast" replay february-2018.json --episode 2018-02 --book exact-hedge.json
silent err
as_approved replay-2018-02.txt
! grep -qE '.{101}' out
note $? "no line is wider than 100 characters"
ends 0 "replay of files" "$ballast" replay february-2018.json --vix vix.csv --spx spx.csv --against none
as_approved replay-files.txt
says out "row 7, column 2: a formula (=1+1)"
says out "row 6, column 4: low is above close (29.17)"
gzip -k vix.csv spx.csv
ends 0 "replay of packed files" "$ballast" replay february-2018.json --vix vix.csv.gz --spx - --against none < spx.csv.gz
same out "$here/replay-files.txt" "packed files are read as what is in them"
ends 0 "replay as JSON" "$ballast" replay february-2018.json --episode 2018-02 --from 2018-02-02 --renew-days 7 --json
cp out by-option
{ printf '{"task": "replay", "history": {"episode": "2018-02", "from": "2018-02-02"}, "renew_days": 7, "scenario": '
  cat february-2018.json
  printf '}'; } | "$ballast" run - > by-input
same by-option by-input "replay --json is the response of run"
ends 0 "replay as CSV" "$ballast" replay february-2018.json --episode 2024-08 --csv
says out "2024-08-05,38.57"
[ "$(wc -l < out)" = 10 ]
note $? "the CSV has a row for each close"
ends 0 "episodes" "$ballast" episodes
says out "2024-08  Yen carry trade, August 2024, 2024-07-31 to 2024-08-16, 9 closes"
ends 2 "replay of nothing" "$ballast" replay february-2018.json
says err "replay needs either --episode ID"
ends 2 "replay of two histories" "$ballast" replay february-2018.json --episode 2018-02 --vix vix.csv
ends 2 "replay of no episode" "$ballast" replay february-2018.json --episode 1987-10
says err "--episode must be one of 2008-09, 2018-02, 2020-02, 2024-08, 2025-04"
ends 2 "replay from no date" "$ballast" replay february-2018.json --episode 2018-02 --from Monday
says err "--from must be a date such as 2018-02-05"
ends 2 "replay without the file" "$ballast" replay february-2018.json --vix nowhere.csv
broken() {
  ends 1 "replay of $1" "$ballast" replay february-2018.json --vix broken.csv
  says err "$2"
  silent out
}
: > broken.csv && broken "an empty file" "broken.csv: an empty text"
head -c 44 vix.csv > broken.csv && broken "a truncated file" "row 2, column"
head -c 100000000 /dev/zero > broken.csv && broken "100 MB of zeros" "broken.csv: row 1, column 1: byte 1 is none that a text has: binary data"
head -c 100000000 /dev/zero | tr '\0' '0' > broken.csv && broken "100 MB of digits" "broken.csv: row 1: longer than 16777216 bytes"
head -c 100000000 /dev/zero | gzip > broken.csv && broken "100 MB of zeros, packed" "broken.csv: row 1, column 1: byte 1 is none that a text has: binary data"
head -c 60 vix.csv.gz > broken.csv
ends 2 "replay of a packed file that is cut off" "$ballast" replay february-2018.json --vix broken.csv
says err "cannot read broken.csv: it is compressed with gzip, and damaged: "
head -c 1000 /dev/zero > broken.csv && broken "zeros" "broken.csv: row 1, column 1: byte 1 is none that a text has: binary data"
head -c 65536 "$ballast" > broken.csv && broken "a program" "row 1, column 1: byte 1 is none that a text has: binary data"
{ head -n 3 vix.csv && printf '2018-02-05,18.44,38.\001\n'; } > broken.csv && broken "a byte that no text has" "row 4, column 3: byte 116 is none"
printf '2018-02-01,=1+1\n' > broken.csv && broken "a formula" "row 1, column 2: none of 1 rows can be used; the first: a formula"
printf '2099-02-02,13\n' > broken.csv && broken "a date to come" "row 1, column 1: none of 1 rows can be used; the first: 2099-02-02 is after "
printf '2020-02-03,3248\n2020-02-04,3297\n' > later.csv
ends 1 "replay of files that share no date" "$ballast" replay february-2018.json --vix vix.csv --spx later.csv
says err "VIX (2018-02-01 in row 2, column 1, to 2018-02-07 in row 6, column 1) and SPX (2020-02-03 in row 1, column 1, to "
says err "2020-02-04 in row 2, column 1) share no date"
head -c 85 vix.csv > broken.csv && broken "a file that is cut after its first close" "left out of vix: row 3, column 4: the text ends within"
head -c 150 vix.csv > cut.csv
ends 0 "replay of a file that is cut within a row" "$ballast" replay february-2018.json --vix cut.csv
says out "row 5, column 3: the text ends within this row"
head -c 163 vix.csv > cut.csv
ends 0 "replay of a file that is cut within a number" "$ballast" replay february-2018.json --vix cut.csv
says out "row 5, column 5: "
says out "(29.9)"

ends 0 "scenario" "$ballast" scenario february-2018.json
cp out complete.json
ends 0 "scenario of the complete scenario" "$ballast" scenario complete.json
same out complete.json "the complete scenario is complete"
"$ballast" evaluate --csv february-2018.json > a
"$ballast" evaluate --csv complete.json > b
same a b "the complete scenario evaluates to the same"
ends 0 "nothing is left to default" "$ballast" evaluate --sources complete.json
! grep -q 'book\|market/vix' <(sed -n '/Defaults used/,$p' out)
note $? "the complete scenario uses no default of the market or the book"

ends 0 "presets" "$ballast" presets
says out "february-2018"
says out "calm-year"
for schema in "" scenario request response; do
  ends 0 "schema $schema" "$ballast" schema $schema
  says out '"$schema": "https://json-schema.org/draft/2020-12/schema"'
done
ends 0 "--version" "$ballast" --version
grep -qE '^ballast [0-9]+\.[0-9]+\.[0-9]+$' out
note $? "the version is a version"
for task in evaluate surface simulate merge path size claims replay episodes scenario preset presets run schema; do
  ends 0 "$task --help" "$ballast" $task --help
  says out "Example:"
  "$ballast" --help | grep -qE "^  $task "
  note $? "--help names $task"
done

# --- problems with the scenario: all of them, on standard error, ends with 1
problem() {
  printf '%s' "$2" > bad.json
  ends 1 "$1" "$ballast" evaluate bad.json
  silent out
}
problem "several problems" '{"market": {"vix": null, "vx": 1}, "pool": {"value": -5}, "book": [{}]}'
says err "bad.json has 4 problems"
says err "/market/vix: must be a number, at least 1 and at most 500 (index points); it is null"
says err "/market/vx: is not a known key"
says err "/pool/value: must be above 0 and at most 1e12 (USD); it is -5"
says err "/book/0/kind: must be given"
problem "not JSON" '{"market": }'
says err "line 1, column 12"
problem "an empty file" ''
problem "a list" '[]'
says err "must be an object"
problem "a key given twice" '{"pool": {"value": 1, "value": 2}}'
says err "value"
head -c 10000000 /dev/zero | tr '\0' ' ' > big.json
ends 1 "a file of 10 MB" "$ballast" evaluate big.json
says err "is longer than 4194304 bytes"
yes | ends 1 "an endless input" "$ballast" evaluate -
printf '{"pool": {"value": -5}}' > bad.json
for task in surface scenario "evaluate --json" "evaluate --csv"; do
  # shellcheck disable=SC2086
  ends 1 "$task of a bad scenario" "$ballast" $task bad.json
  silent out
  says err "/pool/value"
done
printf '{"task": "evaluate", "scenario": {"pool": {"value": -5}}}' > bad.json
ends 1 "run with problems answers with them" "$ballast" run bad.json
silent err
says out '"pointer":"/scenario/pool/value"'

# --- usage: ends with 2
ends 2 "no command" "$ballast"
ends 2 "an unknown command" "$ballast" evaluat x.json
says err "there is no command evaluat"
ends 2 "an unknown option" "$ballast" evaluate --jsn february-2018.json
ends 2 "no file" "$ballast" evaluate
ends 2 "two files" "$ballast" evaluate february-2018.json calm-year.json
ends 2 "a missing file" "$ballast" evaluate missing.json
says err "missing.json"
says err "No such file or directory"
ends 2 "a directory" "$ballast" evaluate "$scratch"
says err "Is a directory"
if [ "$(id -u)" != 0 ]; then
  touch secret.json && chmod 0 secret.json
  ends 2 "a file that may not be read" "$ballast" evaluate secret.json
fi
ends 2 "a missing request" "$ballast" run missing.json
ends 2 "two forms at once" "$ballast" evaluate --json --csv february-2018.json
ends 2 "an unknown preset" "$ballast" preset february
says err "february-2018"
ends 2 "an unknown schema" "$ballast" schema answer
ends 2 "levels out of bounds" "$ballast" surface --points 1 --vix-from 900 february-2018.json
says err "--points must be at least 2"
says err "--vix-from must be at least 1"
ends 2 "a level that is no number" "$ballast" surface --vix-to high february-2018.json
if [ -w /dev/full ]; then
  "$ballast" evaluate february-2018.json > /dev/full 2> err
  [ $? = 2 ]
  note $? "a full disk is noticed"
fi

# --- a terminal
if command -v script > /dev/null; then
  TERM=xterm script -qec "$ballast evaluate february-2018.json" /dev/null > out < /dev/null
  grep -q $'\033\[1m' out
  note $? "headings are set off on a terminal"
  TERM=xterm script -qec "$ballast simulate --paths 3000 whole-book.json > by-terminal" /dev/null > out < /dev/null
  grep -q '%' out && ! grep -q $'\r' by-terminal
  note $? "simulate shows how far it is on a terminal, and not in its answer"
  NO_COLOR=1 TERM=xterm script -qec "$ballast evaluate february-2018.json" /dev/null > out < /dev/null
  ! grep -q $'\033' out
  note $? "NO_COLOR is honoured"
fi
printf '{"name": "\\u001b[31mred", "book": [{"kind": "vix_calls", "name": "a\\nb\\u001b[2J"}]}' > loud.json
ends 0 "names with control characters" "$ballast" evaluate loud.json
! grep -q $'\033' out
note $? "names cannot control the terminal"

echo "1..$count"
[ $failed = 0 ] || echo "$failed failed"
[ $failed = 0 ]
