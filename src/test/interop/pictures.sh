#!/bin/bash
# Compares pictures before and after tagging: pictures.sh SOURCES TAGGED. They must decode to the same pixels (ImageMagick;
# djxl for JPEG XL), and exiftool must read the same of them, but for the manifest. What no tool here reads is skipped.
set -uo pipefail
sources=$1
tagged=$2
passed=0
failed=0
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

magick=$(command -v convert-im6 || command -v convert || command -v magick || true)

check() {
    if [ "$2" = "$3" ]; then
        passed=$((passed + 1)) && echo "ok $1"
    else
        failed=$((failed + 1)) && echo "FAILED $1: before '${2:0:80}', after '${3:0:80}'"
    fi
}

# A line for each frame; empty when nothing here decodes the file.
pixels() {
    local file=$1
    if [ "${file##*.}" = jxl ]; then
        command -v djxl >/dev/null && djxl --quiet "$file" "$work/decoded.png" >/dev/null 2>&1 || return
        file=$work/decoded.png
    fi
    if [ -n "$magick" ]; then "$magick" "$file" -format '%w %h %#\n' info: 2>/dev/null; fi
}

# Names and values without those of the file system, the tool itself, and the manifest; TIFF has one directory more.
metadata() {
    command -v exiftool >/dev/null || return
    exiftool -a -s -G0 --File:all --ExifTool:all --JUMBF:all --CBOR:all --JSON:all --Composite:all "$1" 2>/dev/null |
        grep -vE 'JUMBF|C2PA|Manifest|cd41|PageCount' | sort
}

while IFS= read -r file; do
    relative=${file#"$tagged"/}
    before=$(pixels "$sources/$relative")
    if [ -n "$before" ]; then check "same pixels: $relative" "$before" "$(pixels "$file" | head -n "$(wc -l <<<"$before")")"; fi
    before=$(metadata "$sources/$relative")
    if [ -n "$before" ]; then check "same metadata: $relative" "$before" "$(metadata "$file")"; fi
done < <(find "$tagged" -type f \( -name '*.tif' -o -name '*.tiff' -o -name '*.dng' -o -name '*.gif' -o -name '*.svg' \
    -o -name '*.jxl' -o -name '*.png' -o -name '*.jpg' -o -name '*.webp' \) | sort)
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
