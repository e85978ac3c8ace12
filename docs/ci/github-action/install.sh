#!/usr/bin/env bash
# Finds albplan, or builds it from the repository that this action is in; writes its path to the step's outputs.
set -euo pipefail

found=${ALBPLAN:-}
if [[ -z $found ]]; then found=$(command -v albplan || true); fi
if [[ -z $found ]]; then
  root=$(cd "$GITHUB_ACTION_PATH/../../.." && pwd)
  if ! pkg-config --exists yaml-0.1; then
    $(command -v sudo) apt-get update -q
    $(command -v sudo) apt-get install -qy libyaml-dev pkg-config
  fi
  swift build -c release --product albplan --package-path "$root" >&2
  found=$(swift build -c release --show-bin-path --package-path "$root")/albplan
fi
if [[ ! -x $found ]]; then
  echo "::error title=albplan::there is no program at $found"
  exit 2
fi
echo "albplan=$(realpath "$found")" >>"$GITHUB_OUTPUT"
