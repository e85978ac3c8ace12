#!/usr/bin/env bash
# Runs albplan lint once and writes all that was asked for. Inputs come by the environment: none is spliced into a script.
set -euo pipefail

lines() { # The lines of a text that are not empty, into the array that $1 names.
  local -n into=$1
  into=()
  local line
  while IFS= read -r line; do
    if [[ -n $line ]]; then into+=("$line"); fi
  done <<<"$2"
}

paths=() more=()
lines paths "${LINT_PATHS:-.}"
lines more "${LINT_ARGS:-}"
scratch=$(mktemp -d "${RUNNER_TEMP:-/tmp}/albplan.XXXXXX")
trap 'rm -rf "$scratch"' EXIT

formats=()
case ${LINT_ANNOTATIONS:-commands} in
  commands) formats+=(--format github) ;;
  matcher)
    echo "::add-matcher::$GITHUB_ACTION_PATH/albplan-matcher.json"
    formats+=(--format concise)
    ;;
  none) formats+=(--format text) ;;
  *)
    echo "::error title=albplan::annotations must be commands, matcher or none"
    exit 2
    ;;
esac
if [[ ${LINT_SUMMARY:-true} == true ]]; then formats+=(--format markdown --output "$scratch/summary.md"); fi
if [[ -n ${LINT_SARIF:-} ]]; then formats+=(--format sarif --output "$LINT_SARIF"); fi

status=0
"$ALBPLAN" lint "${formats[@]}" "${more[@]}" -- "${paths[@]}" || status=$?

if [[ ${LINT_ANNOTATIONS:-commands} == matcher ]]; then
  echo "::remove-matcher owner=albplan::"
  echo "::remove-matcher owner=albplan-info::"
fi
if [[ -s $scratch/summary.md && -n ${GITHUB_STEP_SUMMARY:-} ]]; then cat "$scratch/summary.md" >>"$GITHUB_STEP_SUMMARY"; fi
{
  echo "exit-code=$status"
  if [[ -n ${LINT_SARIF:-} && -f $LINT_SARIF ]]; then echo "sarif-file=$(realpath "$LINT_SARIF")"; fi
} >>"$GITHUB_OUTPUT"
exit "$status"
