#!/usr/bin/env bash
# Makes sure that the Node programs which read the API documents are there, as openapi/package-lock.json has them.
set -euo pipefail
cd "$(dirname "$0")/../openapi"

stamp=node_modules/.package-lock.json
if [ ! -e "$stamp" ] || [ package-lock.json -nt "$stamp" ]; then
    ../scripts/ensure-tools.sh
    echo "Installing the tools for the API documents"
    npm ci --ignore-scripts --no-audit --no-fund
    touch "$stamp"
fi
