#!/usr/bin/env bash
# Reads the committed API documents with two linters. A warning fails.
set -euo pipefail
cd "$(dirname "$0")/../openapi"

stamp=node_modules/.package-lock.json
if [ ! -e "$stamp" ] || [ package-lock.json -nt "$stamp" ]; then
    ../scripts/ensure-tools.sh
    echo "Installing the linters of the API documents"
    npm ci --ignore-scripts --no-audit --no-fund
    touch "$stamp"
fi
export REDOCLY_TELEMETRY=off REDOCLY_SUPPRESS_UPDATE_NOTICE=true
documents=(*.v1.json)
node_modules/.bin/spectral lint --ruleset .spectral.yaml --fail-severity=warn "${documents[@]}"
node_modules/.bin/redocly lint --config .redocly.yaml "${documents[@]}"
