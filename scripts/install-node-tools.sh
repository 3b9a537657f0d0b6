#!/usr/bin/env bash
# Installs the Node tools for the API documents in the versions of openapi/package-lock.json, if they are missing.
set -euo pipefail
cd "$(dirname "$0")/../openapi"

stamp=node_modules/.package-lock.json
if [ ! -e "$stamp" ] || [ package-lock.json -nt "$stamp" ]; then
    ../scripts/ensure-tools.sh
    echo "Installing the tools for the API documents"
    npm ci --ignore-scripts --no-audit --no-fund
    touch "$stamp"
fi
