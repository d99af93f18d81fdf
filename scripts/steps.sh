# Sourced by the scripts beside it: how they say what they are doing, how far they are, and what went wrong.
# shellcheck shell=bash

say() { printf '%s\n' "$*" >&2; }

# die WHAT [HOW TO MEND IT]...: the last words of a script.
die() {
  printf '\n%s: error: %s\n' "${0##*/}" "$1" >&2
  shift
  if (($#)); then printf '  %s\n' "$@" >&2; fi
  exit 2
}

# Minutes and seconds since the script began.
elapsed() { printf '%d:%02d' $((SECONDS / 60)) $((SECONDS % 60)); }

# step N M WHAT
step() { say "[$1/$2 $(elapsed)] $3"; }

# The comment at the head of a script, from its second line on, is its help.
show_help() { sed -n '2,/^[^#]/{s/^# \{0,1\}//p}' "$0"; }
