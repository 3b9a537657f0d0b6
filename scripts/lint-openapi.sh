#!/usr/bin/env bash
# Lints the committed API documents with two linters. Warnings fail.
set -euo pipefail
cd "$(dirname "$0")/../openapi"

../scripts/install-node-tools.sh
export REDOCLY_TELEMETRY=off REDOCLY_SUPPRESS_UPDATE_NOTICE=true
documents=(*.v1.json)
node_modules/.bin/spectral lint --ruleset .spectral.yaml --fail-severity=warn "${documents[@]}"
node_modules/.bin/redocly lint --config .redocly.yaml "${documents[@]}"
