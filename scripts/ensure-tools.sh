#!/usr/bin/env bash
# Installs what `make check` and `make test` need besides Rust, if missing: Python with venv, Node with npm, xmllint.
set -euo pipefail
here=$(dirname "$0")

packages=()
python3 -c 'import ensurepip, venv' 2>/dev/null || packages+=(python3 python3-venv python3-pip)
command -v node >/dev/null || packages+=(nodejs)
command -v npm >/dev/null || packages+=(npm)
command -v xmllint >/dev/null || packages+=(libxml2-utils)
[ ${#packages[@]} -eq 0 ] || "$here/install.sh" "${packages[@]}"
