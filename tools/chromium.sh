#!/bin/sh
# Sees to a Chromium and to fonts for Chinese and Tibetan: an installed one, else Debian's package, else a plain sentence.
set -eu

has_browser() {
  [ -n "${SHOWCASE_CHROMIUM:-}" ] && [ -x "${SHOWCASE_CHROMIUM}" ] && return 0
  for name in chromium chromium-browser google-chrome google-chrome-stable; do
    command -v "$name" >/dev/null 2>&1 && return 0
  done
  [ -x "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome" ] && return 0
  [ -x "/Applications/Chromium.app/Contents/MacOS/Chromium" ] && return 0
  return 1
}

has_fonts() {
  [ "$(uname)" != Linux ] && return 0
  command -v fc-list >/dev/null 2>&1 || return 1
  [ -n "$(fc-list :lang=zh family | head -n 1)" ] && [ -n "$(fc-list :lang=bo family | head -n 1)" ]
}

# The driver that steers the browser needs this library, which a bare Debian lacks.
has_libatomic() {
  [ "$(uname)" != Linux ] && return 0
  for file in /lib/*/libatomic.so.1 /usr/lib/*/libatomic.so.1 /usr/lib*/libatomic.so.1; do
    [ -e "$file" ] && return 0
  done
  return 1
}

if has_browser && has_fonts && has_libatomic; then exit 0; fi
if command -v apt-get >/dev/null 2>&1 && [ "$(id -u)" = 0 ]; then
  echo "Installing Chromium and fonts for the browser tests…" >&2
  apt-get update -qq
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends \
    chromium fonts-noto-cjk fonts-noto-core fontconfig libatomic1 >/dev/null
fi
if ! has_browser; then
  echo "The browser tests need Chromium or Google Chrome. Debian: sudo apt install chromium fonts-noto-cjk fonts-noto-core libatomic1; macOS: install Google Chrome. Or name one: SHOWCASE_CHROMIUM=/path/to/chromium make test" >&2
  exit 1
fi
