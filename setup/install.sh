#!/usr/bin/env bash
# Installs what is missing: Debian packages from one list, then Python packages from the lock with hashes into .venv.
# Run by `make` when the lists have changed; does nothing that is already done.
set -euo pipefail
cd "$(dirname "$0")/.."

mapfile -t wanted < <(sed -e 's/#.*//' -e 's/[[:space:]]*$//' -e '/^$/d' setup/debian_packages.txt)
missing=()
for package in "${wanted[@]}"; do
    [ "$(dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null)" = installed ] || missing+=("$package")
done
if [ ${#missing[@]} -gt 0 ]; then
    as_root=()
    if [ "$(id -u)" -ne 0 ]; then
        command -v sudo >/dev/null || { echo "These Debian packages are missing, and there is neither root nor sudo to install them: ${missing[*]}" >&2; exit 1; }
        as_root=(sudo)
    fi
    echo "Installing Debian packages: ${missing[*]}"
    export DEBIAN_FRONTEND=noninteractive
    "${as_root[@]}" apt-get update -qq
    "${as_root[@]}" apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
fi

python=
for candidate in python3.11 /usr/bin/python3.11; do
    if "$candidate" -c 'import sys, venv, ensurepip; sys.exit(sys.version_info[:2] != (3, 11))' 2>/dev/null; then
        python=$candidate
        break
    fi
done
[ -n "$python" ] || { echo "Python 3.11 is needed (Debian 12 has it: python3.11)." >&2; exit 1; }

if ! .venv/bin/python -c 'import sys; sys.exit(sys.version_info[:2] != (3, 11))' 2>/dev/null; then
    rm -rf .venv
    "$python" -m venv .venv
fi
if ! cmp -s requirements/development.txt .venv/installed.txt; then
    echo "Installing Python packages from requirements/development.txt"
    .venv/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/development.txt
    cp requirements/development.txt .venv/installed.txt
fi
touch .venv/ready
