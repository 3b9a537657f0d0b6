#!/usr/bin/env bash
# Builds the frontend in examples/site with the commands of its README, serves it with the demo publication, and tests
# it in headless Chromium. SCREENSHOTS=FOLDER stores screenshots, MASTHEAD=PROGRAM sets the server program.
set -euo pipefail
cd "$(dirname "$0")/.."

scripts/ensure-tools.sh
node -e 'const [a, b] = process.versions.node.split(".").map(Number); process.exit(a > 20 || (a === 20 && b >= 3) ? 0 : 1)' ||
    { echo "The frontend needs Node 20.3 or newer; this is $(node --version)." >&2; exit 2; }
command -v chromium >/dev/null || scripts/install.sh chromium
CHROMIUM=$(command -v chromium)
export CHROMIUM
program=${MASTHEAD:-target/debug/masthead}
# Build in the same way as the tests, so that nothing is compiled twice.
[ -n "${MASTHEAD:-}" ] || cargo test -q --workspace --no-run
program=$(realpath "$program")
[ -z "${SCREENSHOTS:-}" ] || { mkdir -p "$SCREENSHOTS"; SCREENSHOTS=$(realpath "$SCREENSHOTS"); export SCREENSHOTS; }
# Use a separate publication, whatever the environment configures.
unset DATABASE_URL DATABASE_DELIVERY_URL "${!MASTHEAD_@}"
export ASTRO_TELEMETRY_DISABLED=1

# The commands of the README: block 1 builds, block 2 serves.
commands() {
    awk -v wanted="$1" '/^```sh$/ { block++; inside = 1; next } /^```$/ { inside = 0 } inside && block == wanted' \
        examples/site/README.md
}

# As root the embedded Postgres runs as another account, which needs access to this directory.
work=$(mktemp -d)
chmod 755 "$work"
started=()
finish() {
    for process in "${started[@]}"; do
        kill -TERM -- "-$process" 2>/dev/null || true
        wait "$process" 2>/dev/null || true
    done
    rm -rf "$work"
}
trap finish EXIT
# Start each process in its own process group, so that its children can be stopped too.
start() {
    setsid "$@" &
    started+=($!)
}

port=$(node -e 'const s = require("net").createServer().listen(0, "127.0.0.1", () => { console.log(s.address().port); s.close(); })')
export SITE_URL=http://127.0.0.1:$port MASTHEAD_SITE_URL=http://127.0.0.1:$port

bash -euo pipefail -c "$(commands 1)"
(cd examples/site && npm run check)

masthead=("$program" --data-dir "$work/data")
: >"$work/log"
start "${masthead[@]}" serve --listen 127.0.0.1:0 2>"$work/log"
until MASTHEAD_URL=$(sed -n 's|^  teasers *\(http://[^/]*\)/.*|\1|p' "$work/log") && [ -n "$MASTHEAD_URL" ]; do
    kill -0 "${started[0]}" 2>/dev/null || { cat "$work/log" >&2; exit 1; }
    sleep 0.1
done
export MASTHEAD_URL EMAIL=web@example.org PASSWORD
PASSWORD=$(head -c 24 /dev/urandom | base64)
"${masthead[@]}" user add "$EMAIL" --name Web --role admin --password-stdin <<<"$PASSWORD" >"$work/import"

HOST=127.0.0.1 PORT=$port start bash -euo pipefail -c "$(commands 2)" >"$work/site" 2>&1
until curl -sf -o /dev/null "$SITE_URL/"; do
    kill -0 "${started[1]}" 2>/dev/null || { cat "$work/site" >&2; exit 1; }
    sleep 0.1
done

# Test first with complete articles only, then with imported ones that fill the archive.
tests=examples/site/tests
status=0
node --test --test-reporter=spec "$tests/checks.test.mjs" "$tests/front.test.mjs" || status=1
# The site does not serve the figures; Masthead does.
cp -r "$tests/specimen" "$work/specimen"
sed -i "s|(/demo/figures/|($MASTHEAD_URL/demo/figures/|" "$work/specimen"/*.md
"${masthead[@]}" import markdown "$work/specimen" --publish >>"$work/import"
"${masthead[@]}" import teasers tests/fixtures/teasers.txt --publish >>"$work/import"
node --test --test-reporter=spec --test-concurrency=1 "$tests/pages.test.mjs" "$tests/addresses.test.mjs" || status=1
[ "$status" -eq 0 ] || cat "$work/site" >&2
exit "$status"
