#!/usr/bin/env bash
# Starts three servers behind nginx on one Postgres with a streaming replica; Ctrl-C stops and deletes all of it.
# MASTHEAD sets the program, PORT the port of nginx; the servers listen on the three ports after it.
set -euo pipefail
cd "$(dirname "$0")/.."
PATH=$PATH:/usr/sbin

program=$(realpath "${MASTHEAD:-target/release/masthead}")
port=${PORT:-8080}
# The newest installed Postgres.
binaries=$(dirname "$(readlink -f "$(command -v initdb || compgen -G '/usr/lib/postgresql/*/bin/initdb' | sort -V | tail -1)")")
# Use a separate publication, whatever the environment configures.
unset DATABASE_URL DATABASE_DELIVERY_URL DATABASE_REPLICA_URL "${!MASTHEAD_@}" "${!PG@}"

# Postgres refuses to run as root, so root runs it as another account. Socket paths are limited in length.
work=$(mktemp -d /tmp/masthead-cluster.XXXXXX)
postgres() {
    local name=$1
    shift
    if [ "$(id -u)" -eq 0 ]; then
        (cd "$work" && exec runuser -u postgres -- "$binaries/$name" "$@")
    else
        "$binaries/$name" "$@"
    fi
}
chmod 711 "$work"
mkdir -m 700 "$work"/{primary,replica,sockets}
mkdir -p "$work"/{sockets/primary,sockets/replica,nginx,one,two,three}
[ "$(id -u)" -ne 0 ] || chown -R postgres "$work"/{primary,replica,sockets}
primary="host=$work/sockets/primary"
replica="host=$work/sockets/replica"

started=()
finish() {
    trap - EXIT INT TERM
    echo "Stopping"
    for process in "${started[@]}"; do
        kill -TERM "$process" 2>/dev/null || true
        wait "$process" 2>/dev/null || true
    done
    for one in replica primary; do
        postgres pg_ctl stop -s -m fast -D "$work/$one" 2>/dev/null || true
    done
    rm -rf "$work"
}
trap finish EXIT
trap 'exit 0' INT TERM
# Only this script handles Ctrl-C, so the servers run in sessions of their own; Postgres does so anyway.
start() {
    setsid "$@" &
    started+=($!)
}
start_postgres() {
    local settings="-c listen_addresses='' -c unix_socket_directories='$work/sockets/$1'"
    postgres pg_ctl start -s -w -D "$work/$1" -l "$work/$1/log" -o "$settings"
}

echo "Creating a primary and its replica"
# Only this user may reach the sockets.
postgres initdb -D "$work/primary" -U postgres --auth-local=trust --auth-host=reject --encoding=UTF8 --locale=C.UTF-8 >"$work/initdb"
start_postgres primary
"$binaries/psql" -qd "$primary user=postgres dbname=postgres" -c 'CREATE DATABASE masthead'
postgres pg_basebackup -D "$work/replica" -d "$primary user=postgres" --write-recovery-conf --checkpoint=fast
start_postgres replica

MASTHEAD_SECRET=$(head -c 32 /dev/urandom | base64)
export MASTHEAD_SECRET MASTHEAD_SITE_URL=http://127.0.0.1:$port MASTHEAD_TRUSTED_PROXIES=127.0.0.1
export DATABASE_URL="$primary user=postgres dbname=masthead"
"$program" --data-dir "$work/one" migrate >"$work/migrate"
"$binaries/psql" -qd "$DATABASE_URL" -c 'ALTER ROLE masthead_reader LOGIN'
export DATABASE_DELIVERY_URL="$primary user=masthead_reader dbname=masthead"
export DATABASE_REPLICA_URL="$replica user=masthead_reader dbname=masthead"
"$program" --data-dir "$work/one" import markdown demo --publish >"$work/import"

listen=$port
for name in one two three; do
    listen=$((listen + 1))
    start "$program" serve --listen "127.0.0.1:$listen" --data-dir "$work/$name" 2>"$work/$name/log"
    until curl -sf -o /dev/null "http://127.0.0.1:$listen/readyz"; do
        kill -0 "${started[-1]}" 2>/dev/null || { cat "$work/$name/log" >&2; exit 1; }
        sleep 0.1
    done
done
ports='s/:@0/:'$port'/; s/:@1/:'$((port + 1))'/; s/:@2/:'$((port + 2))'/; s/:@3/:'$((port + 3))'/'
sed -E "s/:808([0-3])\b/:@\1/; $ports" examples/cluster/nginx.conf >"$work/nginx/nginx.conf"
start nginx -p "$work/nginx" -e "$work/nginx/nginx.log" -c "$work/nginx/nginx.conf" -g 'daemon off;'
until curl -sf -o /dev/null "http://127.0.0.1:$port/readyz"; do
    kill -0 "${started[-1]}" 2>/dev/null || { cat "$work/nginx/nginx.log" >&2; exit 1; }
    sleep 0.1
done

primary_pid=$(head -1 "$work/primary/postmaster.pid")
cat <<END
Three servers on one publication

  all of them    http://127.0.0.1:$port/v1/teasers
  each           http://127.0.0.1:$((port + 1)) $((port + 2)) $((port + 3))
  sign in as     admin@localhost with the password $(cat "$work/one/first-password")

Faults to cause from another terminal; Ctrl-C here stops and deletes everything:

  kill -9 ${started[0]}
  $binaries/psql -d '$replica user=postgres' -c 'SELECT pg_wal_replay_pause()'
  $binaries/psql -d '$replica user=postgres' -c 'SELECT pg_wal_replay_resume()'
  kill -STOP $primary_pid; pkill -STOP -P $primary_pid
  kill -CONT $primary_pid; pkill -CONT -P $primary_pid
END
wait
