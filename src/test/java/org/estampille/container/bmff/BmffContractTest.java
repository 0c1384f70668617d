package org.estampille.container.bmff;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.estampille.asset.AssetFormat;
import org.estampille.bytes.Octets;
import org.estampille.container.ContainerFormat;
import org.estampille.container.ContainerFormatContract;

class BmffContractTest extends ContainerFormatContract {

    @Override
    protected ContainerFormat format() {
        return new BmffFormat();
    }

    @Override
    protected List<Sample> samples() {
        Octets media = Boxes.box("mdat", Boxes.media(300, 1));
        long early = Boxes.ftyp().length() + 8L;
        long late = early + Boxes.moov(Boxes.stco(0)).length();
        return List.of(
                sample("movie first", Boxes.ftyp(), Boxes.moov(Boxes.stco(late)), media),
                sample("media first", Boxes.ftyp(), media, Boxes.moov(Boxes.stco(early))),
                sample(
                        "media to the end",
                        Boxes.ftyp(),
                        Boxes.moov(Boxes.stco(late)),
                        Boxes.toEnd("mdat", Boxes.media(9, 1))),
                sample(
                        "64-bit",
                        Boxes.ftyp(),
                        Boxes.large("mdat", Boxes.media(9, 1)),
                        Boxes.moov(Boxes.co64(early + 8))),
                new Sample(
                        "movie first, no file type",
                        AssetFormat.MOV,
                        Octets.concat(Boxes.moov(Boxes.stco(late - Boxes.ftyp().length())), media)),
                new Sample(
                        "media first, no file type",
                        AssetFormat.MOV,
                        Octets.concat(Boxes.box("wide"), media, Boxes.moov(Boxes.stco(16)))),
                sample("without media", Boxes.ftyp(), Boxes.box("free")));
    }

    private static Sample sample(String name, Octets... boxes) {
        return new Sample(name, AssetFormat.MP4, Octets.concat(boxes));
    }

    /** No box says which others follow, and media may go to the end. */
    @Override
    protected boolean isWholeToo(Sample sample, int length) throws Exception {
        boolean box = map(sample.format(), sample.octets()).parts().stream()
                .anyMatch(part -> part.range().start() == length);
        return length > 0 && box
                || sample.name().contains("to the end")
                        && length >= sample.octets().length() - 9;
    }

    @Override
    protected List<Sample> realSamples() throws IOException {
        return Stream.of(
                        corpus(AssetFormat.MP4, "source-media", "mp4"),
                        corpus(AssetFormat.MOV, "source-media", "mov"),
                        corpus(AssetFormat.M4A, "source-media", "m4a"),
                        corpus(AssetFormat.HEIC, "source-media", "heic", "heif"),
                        corpus(AssetFormat.AVIF, "source-media", "avif"))
                .flatMap(List::stream)
                .toList();
    }
}
