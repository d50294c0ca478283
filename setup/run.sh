#!/usr/bin/env bash
# Opens the desk on the demo ministry. With no display: under a virtual one, walking the journeys by itself.
set -euo pipefail
cd "$(dirname "$0")/.."
# Qt itself says whether it reaches a display (X11 or Wayland): where it cannot, it ends that process, not the desk.
if [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ] &&
    .venv/bin/python -c 'from PySide6.QtGui import QGuiApplication; QGuiApplication([])' 2>/dev/null; then
    exec .venv/bin/python -m desktop --demo
fi
echo "No display here: the desk walks its journeys under a virtual one; screenshots go to build/tour/."
exec xvfb-run --auto-servernum --server-args="-screen 0 1600x1000x24" \
    bash setup/with_keyring.sh .venv/bin/python -m desktop --demo --tour build/tour
