#!/usr/bin/env bash
# Installs one version of a Python package into a directory of its own, if it is missing, and prints the directory.
set -euo pipefail
cd "$(dirname "$0")/.."

package=$1 version=$2
tools=$PWD/.tools/$package-$version
if [ ! -e "$tools/installed" ]; then
    scripts/ensure-tools.sh >&2
    echo "Installing $package $version into $tools" >&2
    rm -rf "$tools"
    python3 -m venv "$tools"
    "$tools/bin/python" -m pip install --quiet "$package==$version" >&2
    touch "$tools/installed"
fi
echo "$tools"
