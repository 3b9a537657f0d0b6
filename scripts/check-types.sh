#!/usr/bin/env bash
# Generates TypeScript types from the committed API documents and compiles openapi/types with them, strictly.
set -euo pipefail
cd "$(dirname "$0")/../openapi"

../scripts/install-node-tools.sh
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cp types/* "$work"
for document in *.v1.json; do
    node_modules/.bin/openapi-typescript "$document" --output "$work/${document%.json}.ts" >/dev/null
done
node_modules/.bin/tsc --project "$work"
