#!/usr/bin/env bash
# Installs a linker, curl and the Postgres server programs if they are missing. Prints nothing otherwise.
set -euo pipefail
here=$(dirname "$0")

has_postgres() {
    command -v initdb >/dev/null || compgen -G '/usr/lib/postgresql/*/bin/initdb' >/dev/null
}

packages=()
command -v curl >/dev/null || packages+=(curl)
command -v cc >/dev/null || packages+=(gcc libc6-dev ca-certificates)
has_postgres || packages+=(postgresql)
[ ${#packages[@]} -eq 0 ] || "$here/install.sh" "${packages[@]}"
