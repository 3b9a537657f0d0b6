#!/usr/bin/env bash
# Throws generated requests at a real server for two minutes, as openapi/schemathesis.toml says.
set -euo pipefail
cd "$(dirname "$0")/.."

tools=$(scripts/install-python-tool.sh schemathesis 4.32.5)
program=${MASTHEAD_PROGRAM:-target/debug/masthead}
[ -n "${MASTHEAD_PROGRAM:-}" ] || cargo build -p masthead
# Whatever is configured here, the requests go to a publication of their own.
unset DATABASE_URL DATABASE_DELIVERY_URL "${!MASTHEAD_@}"

# As root the embedded Postgres runs as somebody else, who must be able to enter.
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

: >"$work/log"
masthead=("$program" --data-dir "$work/data")
"${masthead[@]}" import teasers tests/fixtures/teasers.txt --publish
"${masthead[@]}" serve --listen 127.0.0.1:0 2>"$work/log" &
server=$!
until address=$(sed -n 's|^  teasers *\(http://[^/]*\)/.*|\1|p' "$work/log") && [ -n "$address" ]; do
    kill -0 "$server" 2>/dev/null || { cat "$work/log" >&2; exit 1; }
    sleep 0.1
done

cd openapi
export HYPOTHESIS_STORAGE_DIRECTORY=$work/hypothesis PYTHONDONTWRITEBYTECODE=1
status=0
"$tools/bin/schemathesis" run delivery.v1.json --url "$address" "$@" || status=$?
[ "$status" -eq 0 ] || grep '"level":"ERROR"' "$work/log" >&2 || true
exit "$status"
