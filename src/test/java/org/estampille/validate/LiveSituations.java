package org.estampille.validate;

import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.estampille.asset.Asset;
import org.estampille.asset.AssetFormat;
import org.estampille.bind.FragmentedTrack;
import org.estampille.bytes.ByteRange;
import org.estampille.bytes.ByteSource;
import org.estampille.bytes.Octets;
import org.estampille.bytes.OctetsSource;
import org.estampille.bytes.ReadLimits;
import org.estampille.cbor.CborValue;
import org.estampille.cli.Terminal;
import org.estampille.container.ContainerMap;
import org.estampille.container.Containers;
import org.estampille.jumbf.JumbfReader;
import org.estampille.live.LiveWriter;
import org.estampille.live.LiveWriter.Key;
import org.estampille.manifest.ManifestStore;
import org.estampille.manifest.ManifestStoreReader;
import org.estampille.trust.TrustAnchors;
import org.estampille.verify.Contexts;

/** Live media with one thing wrong each, and the codes that are raised by them. */
final class LiveSituations {

    private static final ReadLimits LIMITS = ReadLimits.standard();
    private static final Path SOURCES = Path.of("src/test/resources/org/estampille/stream/split");
    private static final String SECOND = "urn:c2pa:0c5b0c3e-2c55-4c1b-9d3d-3d2a6a1a0002";

    private final LiveWriter writer;
    private final Octets init;
    private final Octets segment;
    private final Set<StatusCode> codes = EnumSet.noneOf(StatusCode.class);

    private LiveSituations(Path folder) throws IOException {
        new Terminal(folder).run("keys", "demo", "--out", "live-keys");
        writer = new LiveWriter(folder.resolve("live-keys"));
        init = LiveWriter.read(SOURCES.resolve("init-0.m4s"));
        segment = LiveWriter.read(SOURCES.resolve("chunk-0-00002.m4s"));
    }

    static Set<StatusCode> all(Path folder) throws Exception {
        LiveSituations situations = new LiveSituations(folder);
        situations.run();
        return situations.codes;
    }

    private void run() throws Exception {
        Key key = writer.key(Terminal.NOW);
        Octets good = writer.initialization(init, List.of(key));
        check(good, segment);
        check(Octets.concat(good, Octets.u32be(8), Octets.ofAscii("mdat")), segment);
        Key bound =
                new Key(key.kid(), key.pair(), LiveWriter.keyPair(), 1, key.createdAt(), key.validityPeriod(), false);
        check(writer.initialization(init, List.of(bound)), writer.segment(segment, writer.info(2)));
        check(good, manifest(CborValue.map().put("sequenceNumber", "two").build()));
        check(
                good,
                manifest(CborValue.map()
                        .put("sequenceNumber", 2)
                        .put("streamId", "one")
                        .build()));
        Octets whole = manifest(LiveWriter.live(2, "one", LiveWriter.INIT));
        check(good, Octets.concat(whole.slice(0, whole.length() - 1), Octets.of(whole.at(whole.length() - 1) ^ 1)));
    }

    private Octets manifest(CborValue.Map live) {
        return writer.segmentWithManifest(segment, SECOND, live);
    }

    private void check(Octets first, Octets second) throws Exception {
        Asset asset = new Asset("init", new OctetsSource(first), AssetFormat.MP4);
        ContainerMap map = Containers.of(asset.format()).map(asset, LIMITS);
        ManifestStore store = new ManifestStoreReader(LIMITS)
                .read(List.of(JumbfReader.read(map.stores().get(0).store(), LIMITS)));
        new Validator(Contexts.trusting(TrustAnchors.empty(), Terminal.NOW))
                .validateLive(store, asset, map, map.stores(), new Track(asset.source(), second), any -> {})
                .result()
                .active()
                .findings()
                .forEach(finding -> codes.add(finding.code()));
    }

    /** One segment after an initialization segment, both in memory. */
    private record Track(ByteSource initialization, Octets segment) implements FragmentedTrack {

        @Override
        public boolean flat() {
            return false;
        }

        @Override
        public int size() {
            return 1;
        }

        @Override
        public Optional<ByteSource> fragment(int index) {
            return Optional.of(new OctetsSource(segment));
        }

        @Override
        public Optional<ByteRange> range(int index) {
            return Optional.empty();
        }
    }
}
