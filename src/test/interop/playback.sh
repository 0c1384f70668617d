#!/bin/sh
# Whether tagged streams decode to the same frames and samples as their sources: playback.sh SOURCES TAGGED
set -u
passed=0
failed=0
same() {
    if [ -n "$2" ] && [ "$2" = "$3" ]; then passed=$((passed + 1)) && echo "ok $1"; else failed=$((failed + 1)) && echo "FAILED $1"; fi
}
frames() { timeout -k 5 60 ffmpeg -nostdin -v error -i "$1" -map 0 -f framemd5 - 2>/dev/null | grep -v '^#'; }
for track in 0 1; do
    cat "$1/split/init-$track.m4s" "$1"/split/chunk-"$track"-*.m4s >"$2/before.mp4"
    cat "$2/split/init-$track.m4s" "$2"/split/chunk-"$track"-*.m4s >"$2/after.mp4"
    same "track $track of split" "$(frames "$2/before.mp4")" "$(frames "$2/after.mp4")"
done
rm -f "$2/before.mp4" "$2/after.mp4"
for stream in split/master.m3u8 flat/list.m3u8 listed/track-0.mp4 listed/track-1.mp4; do
    same "$stream" "$(frames "$1/$stream")" "$(frames "$2/$stream")"
done
printf '%s passed, %s failed\n' "$passed" "$failed"
[ "$failed" -eq 0 ]
