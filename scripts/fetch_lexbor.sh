#!/usr/bin/env bash
# Fetches the sources of lexbor, the HTML parser, into third_party/lexbor (git-ignored).
#
#   scripts/fetch_lexbor.sh      what is missing, and nothing else; run it as often as you like
#
# Debian 12 has no package of it. PyPI's source package of selectolax carries lexbor's C sources
# (Apache-2.0), and its bytes are pinned by their hash.
set -euo pipefail
cd "$(dirname "$0")/.."

package=selectolax-1.0.2
sha256=f0508ad927aa426425d4aa7a2bb2f8b21c01412534465bd227e241d4d0a6a418
folder=third_party/lexbor

say() { printf 'fetch_lexbor: %s\n' "$*" >&2; }

# The mark is written last, and names what stands there.
[ "$(cat "$folder/.fetched" 2>/dev/null)" = "$sha256" ] && exit 0

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
say "fetching $package (3.6 MB)"
if ! python3 -m pip download -q --disable-pip-version-check --no-deps --no-binary selectolax \
  -d "$work" "${package/-/==}" >"$work/log" 2>&1; then
  tail -n 5 "$work/log" >&2
  say "the sources could not be fetched from PyPI; check the connection and run ./setup again"
  exit 4
fi
if ! echo "$sha256  $work/$package.tar.gz" | sha256sum --check --quiet >/dev/null 2>&1; then
  say "what PyPI gave is not the file that we know (another SHA-256); nothing was unpacked"
  exit 4
fi
mkdir "$work/unpacked"
tar -xzf "$work/$package.tar.gz" -C "$work/unpacked" --strip-components=2 \
  "$package/lexbor/source" "$package/lexbor/LICENSE" "$package/lexbor/NOTICE"
echo "$sha256" >"$work/unpacked/.fetched"
mkdir -p third_party
rm -rf "$folder"
mv "$work/unpacked" "$folder"
say "its sources stand in $folder"
