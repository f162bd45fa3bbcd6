#!/usr/bin/env bash
# Set up the implementations in other languages: setup.sh [node] [java] (both when none is named).
#
# What a language needs is looked for first; where it is missing, this says so and goes on, and the tests of that
# adapter are skipped with the same words. A set-up that starts and fails ends with an error.
set -euo pipefail
here="$(cd "$(dirname "$0")" && pwd)"
python="${PYTHON:-python3}"

major() { "$@" 2>/dev/null | grep -oE '[0-9]+' | head -n 1; }

node_adapter() {
  if ! command -v node >/dev/null || ! command -v npm >/dev/null; then
    echo "adapter node: skipped, there is no node with npm"
    return
  fi
  if [ "$(major node --version)" -lt 20 ]; then
    echo "adapter node: skipped, node $(node --version) is older than 20"
    return
  fi
  cd "$here/node"
  if [ ! -e node_modules/.ready ] || [ package.json -nt node_modules/.ready ]; then
    npm install --no-package-lock --no-audit --no-fund --loglevel=error
    touch node_modules/.ready
  fi
  npm run --silent build
  echo "adapter node: ready (node adapter.js)"
}

for name in "${@:-node}"; do
  case "$name" in
    node) node_adapter ;;
    *) echo "there is no adapter $name; there are: node" >&2; exit 2 ;;
  esac
done
