#!/usr/bin/env bash
# Makes sure that one version of a Python package is in a folder of its own, and prints that folder.
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
