#!/usr/bin/env bash
# Runs one step: says what it is, and how long it took or that it failed. To be sourced.
step() { # TITLE COMMAND...
  local title=$1 start=$SECONDS status=0
  printf '\n=== %s\n' "$title"
  "${@:2}" </dev/null || status=$?
  if ((status)); then
    printf '=== %s: failed after %d s\n' "$title" $((SECONDS - start))
    exit "$status"
  fi
  printf '=== %s: %d s\n' "$title" $((SECONDS - start))
}
