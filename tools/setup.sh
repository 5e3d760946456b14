#!/bin/sh
# Makes the virtual environment $1 and installs the project into it, with its optional dependencies $2 (dev) if named.
set -eu
venv=$1
extra=${2:-}
python=${PYTHON:-python3}

good() { command -v "$1" >/dev/null 2>&1 && "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; }

# Debian keeps ensurepip, which venv needs, in a package of its own.
install_python() {
  command -v apt-get >/dev/null 2>&1 && [ "$(id -u)" = 0 ] || return 1
  apt-get update -qq
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends ca-certificates python3 python3-venv >/dev/null
}

if ! good "$python"; then
  for candidate in python3.14 python3.13 python3.12 python3.11; do
    if good "$candidate"; then python=$candidate; break; fi
  done
fi
if ! good "$python"; then
  install_python || true
  python=python3
fi
if ! good "$python"; then
  echo "Python 3.11 or newer is needed. Debian: sudo apt install python3 python3-venv; macOS: brew install python" >&2
  exit 1
fi
if ! "$python" -m venv "$venv" >/dev/null 2>&1; then
  if ! install_python || ! "$python" -m venv "$venv"; then
    echo "The Python module venv is missing. Debian: sudo apt install python3-venv" >&2
    exit 1
  fi
fi
"$venv/bin/python" -m pip install --quiet --disable-pip-version-check --editable ".${extra:+[$extra]}"
