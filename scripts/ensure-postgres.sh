#!/usr/bin/env bash
# Makes sure that a linker and the server programs of Postgres are there. Says nothing when they are.
set -euo pipefail

has_postgres() {
    command -v initdb >/dev/null || compgen -G '/usr/lib/postgresql/*/bin/initdb' >/dev/null
}

packages=()
command -v cc >/dev/null || packages+=(gcc libc6-dev)
has_postgres || packages+=(postgresql)
[ ${#packages[@]} -eq 0 ] && exit 0

if [ "$(id -u)" -ne 0 ]; then
    echo "Missing: ${packages[*]}. Run: sudo apt-get install ${packages[*]}" >&2
    exit 2
fi
echo "Installing ${packages[*]}"
# The package would start a cluster of its own; Masthead brings its own.
mkdir -p /etc/postgresql-common
grep -qs create_main_cluster /etc/postgresql-common/createcluster.conf ||
    echo 'create_main_cluster = false' >>/etc/postgresql-common/createcluster.conf
export DEBIAN_FRONTEND=noninteractive
apt-get update
apt-get install -y --no-install-recommends -o Dpkg::Options::=--force-confold "${packages[@]}"
