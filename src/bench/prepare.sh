#!/bin/sh
# Makes what the benchmarks need in BENCH_FOLDER (default target/bench): the jar, a signing authority, a declaration, media
# and the reference SDK. Run it once; what is there already is kept.
#
# Needs node, npm, ffmpeg and GNU time (apt-get install nodejs npm ffmpeg time) and about 8 GB of disk.
set -eu
cd "$(dirname "$0")/../.."
bench=${BENCH_FOLDER:-target/bench}
sdk=${C2PA_SDK_FOLDER:-$bench/sdk}
mkdir -p "$bench/media" "$sdk"

for tool in node npm ffmpeg /usr/bin/time; do
    command -v "$tool" >/dev/null || { echo "prepare.sh: $tool is missing" >&2 && exit 6; }
done
[ -d "$sdk/node_modules/@contentauth/c2pa-node" ] ||
    npm install --prefix "$sdk" --ignore-scripts --no-audit --no-fund --no-save @contentauth/c2pa-node@0.5.5 >&2

[ -f "$bench/keys/leaf.key.pem" ] || ./estampille keys demo --out "$bench/keys"
[ -f "$bench/declaration.yaml" ] || ./estampille declare example >"$bench/declaration.yaml"

ff() { ffmpeg -nostdin -hide_banner -loglevel error -n "$@" || :; }
m=$bench/media
fractal='mandelbrot=size=1280x720:start_x=-0.743643887:start_y=-0.131825904:start_scale=0.012:maxiter=400'
[ -f "$m/small.jpg" ] || ff -f lavfi -i "$fractal" -frames:v 1 -q:v 6 -pix_fmt yuvj420p "$m/small.jpg"
[ -f "$m/small.png" ] || ff -f lavfi -i "$fractal" -frames:v 1 -vf scale=480:-2 "$m/small.png"
[ -f "$m/small.wav" ] || ff -f lavfi -i 'sine=frequency=440:duration=6' -ac 2 -ar 44100 -c:a pcm_s16le "$m/small.wav"
[ -f "$m/small.mp4" ] || ff -f lavfi -i testsrc2=size=1280x720:rate=25 -f lavfi -i sine=frequency=440 -t 4 \
    -c:v libx264 -b:v 1500k -c:a aac "$m/small.mp4"
# 1920x1080 in v210 is 5,529,600 octets a frame: 388 frames are 2.0 GiB.
[ -f "$m/large.mov" ] || ff -f lavfi -i testsrc2=size=1920x1080:rate=25 -frames:v 388 -c:v v210 "$m/large.mov"
ls -l "$m"
