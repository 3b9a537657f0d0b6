#!/usr/bin/env bash
# Installs the TypeScript client as its README says, compares its types with the API documents, runs its tests, and runs
# its tour and samples against a server with the demo publication. MASTHEAD sets another program.
set -euo pipefail
cd "$(dirname "$0")/.."

scripts/ensure-tools.sh
root=$PWD
# Build in the same way as the tests, so that nothing is compiled twice.
[ -n "${MASTHEAD:-}" ] || cargo test -q --workspace --no-run
program=$(realpath "${MASTHEAD:-target/debug/masthead}")
# Use a separate publication, whatever the environment configures.
unset DATABASE_URL DATABASE_DELIVERY_URL "${!MASTHEAD_@}"

# As root the embedded Postgres runs as another account, which needs access to this directory.
work=$(mktemp -d)
chmod 755 "$work"
server=
finish() {
    if [ -n "$server" ]; then
        kill -TERM "$server" 2>/dev/null || true
        wait "$server" || true
    fi
    rm -rf "$work"
}
trap finish EXIT

# Prints the output of failed tests, and a last line with totals in the format of cargo.
run_tests() {
    local status=0
    node --test --test-reporter=spec "$@" >"$work/told" || status=$?
    [ "$status" -eq 0 ] || cat "$work/told" >&2
    awk '$2 == "pass" && NF == 3 { passed = $3 } $2 == "fail" && NF == 3 { failed = $3 }
        END { printf "test result: %s. %d passed; %d failed\n", failed ? "FAILED" : "ok", passed, failed }' "$work/told"
    return "$status"
}

client=$root/openapi/clients/typescript
mkdir "$work/project"
ln -s "$root" "$work/masthead"
{ echo 'set -euo pipefail'; sed -n '/^```sh$/,/^```$/ { /^```/ !p }' "$client/README.md"; } >"$work/install"
(cd "$work/project" && npm_config_audit=false npm_config_fund=false bash "$work/install") >"$work/log" 2>&1 ||
    { cat "$work/log" >&2; exit 1; }
cd "$client"
npm run --silent compare
rm -rf build
node_modules/.bin/tsc --project tests
run_tests build/tests/*.test.js

"$program" serve --data-dir "$work/data" --listen 127.0.0.1:0 2>"$work/log" &
server=$!
until address=$(sed -n 's|^  teasers *\(http://[^/]*\)/.*|\1|p' "$work/log") && [ -n "$address" ]; do
    kill -0 "$server" 2>/dev/null || { cat "$work/log" >&2; exit 1; }
    sleep 0.1
done
export BASE_URL=$address PROJECT=$work/project PASSWORD
PASSWORD=$(cat "$work/data/first-password")
run_tests --test-concurrency=1 build/tour/*.test.js
