#!/usr/bin/env bash
# Installs the Debian packages of scripts/packages.txt that are missing, and npm where there is none; with `test` also those of
# scripts/test-packages.txt. Needs root or sudo only when some are missing. Without test packages tests are skipped, so that
# what fails about these is said and no more.
set -euo pipefail
cd "$(dirname "$0")"

missing_of() {
  while read -r package; do
    [[ -z $package || $package == \#* ]] && continue
    dpkg-query -W -f='${Status}' "$package" 2>/dev/null | grep -q 'install ok installed' || echo "$package"
  done < "$1"
}

install() {
  if ! command -v apt-get >/dev/null; then
    echo "Please install these packages, or what they are called on this system: $*" >&2
    return 1
  fi
  local become=()
  if [[ $(id -u) -ne 0 ]]; then
    if ! command -v sudo >/dev/null; then
      echo "These packages are missing, and installing them needs root or sudo: $*" >&2
      return 1
    fi
    become=(sudo)
  fi
  echo "Installing: $*"
  export DEBIAN_FRONTEND=noninteractive
  "${become[@]}" apt-get update -q && "${become[@]}" apt-get install -y -q --no-install-recommends "$@"
}

mapfile -t missing < <(missing_of packages.txt)
# `demarche report` is built with npm; a Node.js from elsewhere brings its own.
command -v npm >/dev/null || missing+=(nodejs npm)
[[ ${#missing[@]} -eq 0 ]] || install "${missing[@]}"

[[ ${1:-} == test ]] || exit 0
mapfile -t missing < <(missing_of test-packages.txt)
[[ ${#missing[@]} -eq 0 ]] || install "${missing[@]}" || echo "Tests that need ${missing[*]} will be skipped." >&2
