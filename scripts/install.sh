#!/usr/bin/env bash
# Installs Debian packages. Without root, prints the command to run instead. Never starts a Postgres cluster.
set -euo pipefail

packages="$*"
if ! command -v apt-get >/dev/null; then
    echo "Missing packages, and no apt-get. Install the contents of these Debian packages, then try again: $packages" >&2
    exit 2
fi
if [ "$(id -u)" -ne 0 ]; then
    setting='/etc/postgresql-common/createcluster.conf'
    quiet=''
    case " $packages " in
        *' postgresql '*)
            quiet="mkdir -p ${setting%/*} && grep -qs '^create_main_cluster' $setting || echo create_main_cluster = false >>$setting; "
            ;;
    esac
    echo "Missing: $packages. Run this, then try again:" >&2
    echo "  sudo sh -c \"${quiet}apt-get update && apt-get install -y --no-install-recommends $packages\"" >&2
    exit 2
fi

echo "Installing $packages"
# The Postgres package would create and start a cluster. Masthead creates its own.
setting=/etc/postgresql-common/createcluster.conf
mkdir -p "${setting%/*}"
if grep -qsE '^[[:space:]]*create_main_cluster' "$setting"; then
    sed -i -E 's/^[[:space:]]*create_main_cluster.*/create_main_cluster = false/' "$setting"
else
    echo 'create_main_cluster = false' >>"$setting"
fi
export DEBIAN_FRONTEND=noninteractive UCF_FORCE_CONFFOLD=1
apt-get -o DPkg::Lock::Timeout=300 update
apt-get -o DPkg::Lock::Timeout=300 -o Dpkg::Options::=--force-confold \
    install -y --no-install-recommends "$@"
