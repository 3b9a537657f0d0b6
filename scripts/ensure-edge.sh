#!/usr/bin/env bash
# Installs nginx, Varnish and its modules if they are missing. Prints nothing otherwise.
set -euo pipefail
here=$(dirname "$0")
packages=()
[ -x /usr/sbin/nginx ] || packages+=(nginx-light)
[ -x /usr/sbin/varnishd ] || packages+=(varnish)
compgen -G '/usr/lib/*/varnish/vmods/libvmod_xkey.so' >/dev/null || packages+=(varnish-modules)
[ ${#packages[@]} -eq 0 ] || "$here/install.sh" "${packages[@]}"
