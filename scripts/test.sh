#!/usr/bin/env bash
# Runs all tests and prints one last line with the totals.
set -uo pipefail

# Most tests spend half of their time waiting for a database or another process, so run more than there are cores.
export RUST_TEST_THREADS=${RUST_TEST_THREADS:-$((2 * $(nproc)))}
log=$(mktemp)
trap 'rm -f "$log"' EXIT
cargo test --workspace --no-fail-fast 2>&1 | tee "$log"
status=${PIPESTATUS[0]}
scripts/test-clients.sh 2>&1 | tee -a "$log"
clients=${PIPESTATUS[0]}
[ "$status" -ne 0 ] || status=$clients
awk '/^test result:/ { passed += $4; failed += $6 } END { printf "%d passed, %d failed\n", passed, failed }' "$log"
exit "$status"
