#!/usr/bin/env bash
# Sends generated requests to a real server for two minutes and validates the responses: the delivery API with
# openapi/schemathesis.toml, the editorial API with openapi/schemathesis.editorial.toml.
set -euo pipefail
cd "$(dirname "$0")/.."

tools=$(scripts/install-python-tool.sh schemathesis 4.32.5)
program=${MASTHEAD_PROGRAM:-target/debug/masthead}
[ -n "${MASTHEAD_PROGRAM:-}" ] || cargo build -p masthead
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

: >"$work/log"
masthead=("$program" --data-dir "$work/data")
"${masthead[@]}" import teasers tests/fixtures/teasers.txt --publish
password=$(head -c 24 /dev/urandom | base64)
"${masthead[@]}" user add fuzz@example.org --name Fuzz --role admin --password-stdin <<<"$password"
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

# The requests use an administrator's session, so they must not end it, suspend the account or change its password.
token=$(curl -sf "$address/editorial/v1/sessions" \
    --json "{\"email\":\"fuzz@example.org\",\"password\":\"$password\"}" |
    grep -o '"access_token":"[^"]*' | cut -d '"' -f 4)
"$tools/bin/schemathesis" --config-file schemathesis.editorial.toml run editorial.v1.json --url "$address" \
    --header "Authorization: Bearer $token" --exclude-operation-id endSession \
    --exclude-operation-id changePerson --exclude-operation-id issuePasswordToken "$@" || status=$?
curl -sf -o "$work/me" "$address/editorial/v1/me" --header "Authorization: Bearer $token" ||
    { echo "The session of the editorial requests ended." >&2; status=1; }
[ "$status" -eq 0 ] || grep '"level":"ERROR"' "$work/log" >&2 || true
exit "$status"
