#!/bin/sh
# Makes the streams of this folder from nothing: eight seconds of a moving test card with a tone, in segments of two seconds.
#
#   apt-get install ffmpeg && src/test/resources/org/estampille/stream/recipe.sh [FOLDER]
set -eu
out=${1:-$(cd "$(dirname "$0")" && pwd)}
mkdir -p "$out/split" "$out/flat" "$out/listed"

film() {
    ffmpeg -nostdin -hide_banner -loglevel error -y -fflags +bitexact \
        -f lavfi -i testsrc2=size=96x54:rate=12 -f lavfi -i sine=frequency=330:sample_rate=24000 -t 8 \
        -flags:v +bitexact -flags:a +bitexact -map_metadata -1 -threads 1 \
        -c:v libx264 -preset veryslow -crf 38 -bf 0 -g 24 -keyint_min 24 -sc_threshold 0 -pix_fmt yuv420p \
        -c:a aac -b:a 16k -ac 1 "$@"
}

# Fragments in files of their own, told of by a DASH manifest and by HLS playlists.
film -f dash -seg_duration 2 -use_template 1 -use_timeline 1 -hls_playlist 1 -hls_master_name master.m3u8 \
    -init_seg_name 'init-$RepresentationID$.m4s' -media_seg_name 'chunk-$RepresentationID$-$Number%05d$.m4s' \
    "$out/split/stream.mpd"
sed -i '/PROGRAM-DATE-TIME/d' "$out"/split/*.m3u8
# Both tracks in one file, told of by byte ranges of a playlist.
(cd "$out/flat" && film -f hls -hls_time 2 -hls_playlist_type vod -hls_segment_type fmp4 -hls_flags single_file \
    -hls_segment_filename film.mp4 list.m3u8)
# Each track in one file, told of by byte ranges of a DASH manifest.
film -f dash -seg_duration 2 -single_file 1 -single_file_name 'track-$RepresentationID$.mp4' "$out/listed/stream.mpd"
