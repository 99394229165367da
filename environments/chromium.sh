#!/bin/sh
# Installs Debian's Chromium for the browser tests when this user and machine can; never fails.
for name in chromium chromium-browser google-chrome; do
    command -v "$name" >/dev/null 2>&1 && exit 0
done
[ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1 || exit 0
echo "Installing Chromium for the browser tests …"
export DEBIAN_FRONTEND=noninteractive
install_it() {
    apt-get install -y -qq --no-install-recommends chromium fonts-dejavu-core >/dev/null 2>&1
}
install_it || { apt-get update -qq >/dev/null 2>&1 && install_it; } ||
    echo "Chromium could not be installed; browser tests will say so."
exit 0
