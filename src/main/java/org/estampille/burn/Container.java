package org.estampille.burn;

import java.util.List;
import org.estampille.asset.AssetFormat;

/**
 * How FFmpeg reads and writes a format.
 *
 * @param demuxer its name for reading
 * @param muxer what makes it write the same format
 */
record Container(String demuxer, List<String> muxer) {

    Container {
        muxer = List.copyOf(muxer);
    }

    static Container of(AssetFormat format) throws BurnException {
        return switch (format) {
            case MP4 -> new Container("mov", List.of("-f", "mp4"));
            case MOV -> new Container("mov", List.of("-f", "mov"));
            case M4A -> new Container("mov", List.of("-f", "ipod"));
            case AVI -> new Container("avi", List.of("-f", "avi"));
            case WAV -> new Container("wav", List.of("-rf64", "auto", "-write_bext", "1", "-f", "wav"));
            case RF64 -> new Container("wav", List.of("-rf64", "always", "-write_bext", "1", "-f", "wav"));
            case MP3 -> new Container("mp3", List.of("-f", "mp3"));
            case FLAC -> new Container("flac", List.of("-f", "flac"));
            case OGG -> new Container("ogg", List.of("-f", "ogg"));
            default ->
                throw new BurnException(
                        BurnException.Reason.UNSUPPORTED,
                        "labels are put into JPEG, PNG, MP4, MOV, AVI, WAV, MP3, M4A, FLAC and Ogg, not into "
                                + format.name());
        };
    }
}
