#!/bin/sh
# Tags and verifies an image sequence as one, and compares with reading and hashing the same files.
#   src/bench/sequence.sh [FRAMES] [FOLDER] [OCTETS]     default: 10000 frames of 1 MiB in /dev/shm
# Prints the size of the manifest and seconds; deletes everything it made.
set -eu
frames=${1:-10000}
home=$(mktemp -d "${2:-/dev/shm}/estampille-sequence.XXXXXX")
trap 'rm -rf "$home"' EXIT INT TERM
root=$(cd "$(dirname "$0")/../.." && pwd)
run="$root/estampille"
now() { date +%s.%N; }
took() { echo "$1 $(echo "$(now) - $2" | bc)"; }

mkdir "$home/shot"
# An OpenEXR signature, the frame number, then the same random octets: every file differs, none is sparse.
head -c $((${3:-1048576} - 16)) /dev/urandom > "$home/noise"
i=1
while [ "$i" -le "$frames" ]; do
    n=$(printf %05d "$i")
    { printf 'v/1\001\002\000\000\000.%s..' "$n"; cat "$home/noise"; } > "$home/shot/sh010_v003.$n.exr"
    i=$((i + 1))
done
rm "$home/noise"
"$run" keys demo --out "$home/keys" > /dev/null
"$run" declare example > "$home/decl.yaml"
cores=$(nproc)

t=$(now); cat "$home/shot/"*.exr > /dev/null 2>&1 || find "$home/shot" -name '*.exr' -exec cat {} + > /dev/null
took "read          " "$t"
t=$(now); find "$home/shot" -name '*.exr' -print0 | xargs -0 -n 250 -P "$cores" sha256sum > /dev/null
took "sha256sum x $cores " "$t"
t=$(now); find "$home/shot" -name '*.exr' -print0 | xargs -0 -n 250 -P "$cores" openssl dgst -sha256 > /dev/null
took "openssl x $cores   " "$t"
t=$(now)
"$run" tag --sequence "$home/shot/sh010_v003.%05d.exr" --declare "$home/decl.yaml" \
    --key "$home/keys/leaf.key.pem" --cert "$home/keys/chain.pem"
took "tag           " "$t"
t=$(now); "$run" verify "$home/shot/sh010_v003.c2pa" --trust "$home/keys/root.pem"
took "verify        " "$t"
echo "manifest       $(stat -c %s "$home/shot/sh010_v003.c2pa") octets"

last=$(printf %05d "$frames")
printf X | dd of="$home/shot/sh010_v003.00002.exr" bs=1 seek=50 conv=notrunc 2> /dev/null
rm "$home/shot/sh010_v003.00003.exr"
cp "$home/shot/sh010_v003.00001.exr" "$home/shot/sh010_v003.$(printf %05d $((frames + 1))).exr"
"$run" verify "$home/shot/sh010_v003.c2pa" --trust "$home/keys/root.pem" | grep -E '(altered|missing|added):' || true
