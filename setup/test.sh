#!/usr/bin/env bash
# All tests, offscreen, on both cores, with a real Secret Service. Arguments go to pytest.
set -euo pipefail
cd "$(dirname "$0")/.."
export QT_QPA_PLATFORM=offscreen PYTHONFAULTHANDLER=1 LC_ALL=C.UTF-8
exec bash setup/with_keyring.sh .venv/bin/python -m pytest -n 2 --dist loadfile --timeout 180 "$@"
