package org.estampille.validate;

import static org.estampille.validate.HardBindingRulesTest.FIRST;
import static org.estampille.validate.HardBindingRulesTest.PICTURE;
import static org.estampille.validate.HardBindingRulesTest.SECOND;
import static org.estampille.validate.HardBindingRulesTest.entry;
import static org.estampille.validate.HardBindingRulesTest.part;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.estampille.asset.Asset;
import org.estampille.asset.AssetFormat;
import org.estampille.bind.Bound;
import org.estampille.bind.CollectionMembers;
import org.estampille.bind.CompleteSet;
import org.estampille.bytes.ByteSource;
import org.estampille.bytes.HashAlgorithm;
import org.estampille.bytes.Octets;
import org.estampille.bytes.OctetsSource;
import org.estampille.bytes.ReadLimits;
import org.estampille.cbor.CborValue;
import org.estampille.container.Containers;
import org.estampille.container.SampleMedia;
import org.estampille.crypto.CryptoEngine;
import org.estampille.jumbf.SuperBox;
import org.estampille.verify.Verifier;

/** Media and the bindings that hold them, or do not; and the codes they raise. */
final class AssetSituations {
    private AssetSituations() {}

    static Set<StatusCode> all(Path folder) throws Exception {
        Set<StatusCode> codes = EnumSet.noneOf(StatusCode.class);
        codes.addAll(data());
        codes.addAll(boxes());
        codes.addAll(parts());
        codes.addAll(collections());
        codes.addAll(films());
        codes.addAll(broken(folder));
        return codes;
    }

    private static Octets hash(Octets octets) {
        return CryptoEngine.platform().hash(HashAlgorithm.SHA256, octets).value();
    }

    private static SuperBox whole(Octets hash) {
        return UnsignedStores.assertion(
                "c2pa.hash.data",
                CborValue.map().put("hash", hash).put("pad", Octets.empty()).build());
    }

    private static Set<StatusCode> data() throws Exception {
        Octets blank = Octets.concat(
                SampleMedia.soi(),
                SampleMedia.jpegSegment(0xFE, Octets.zeros(20)),
                SampleMedia.jpegBody(),
                SampleMedia.eoi());
        CborValue left = CborValue.map().put("start", 8).put("length", 10).build();
        SuperBox partial = UnsignedStores.assertion(
                "c2pa.hash.data",
                CborValue.map()
                        .put("exclusions", CborValue.array(List.of(left)))
                        .put("hash", hash(Octets.concat(blank.slice(0, 8), blank.from(18))))
                        .put("pad", Octets.empty())
                        .build());
        Set<StatusCode> codes = HardBindingRulesTest.codes(FIRST, whole(hash(FIRST)));
        codes.addAll(HardBindingRulesTest.codes(FIRST, whole(hash(SECOND))));
        codes.addAll(HardBindingRulesTest.codes(blank, partial));
        codes.addAll(HardBindingRulesTest.codes(
                blank,
                UnsignedStores.assertion(
                        "c2pa.hash.data",
                        CborValue.map()
                                .put("exclusions", CborValue.array(List.of(left, left)))
                                .put("hash", hash(blank))
                                .put("pad", Octets.empty())
                                .build())));
        return codes;
    }

    private static Set<StatusCode> boxes() throws Exception {
        SuperBox hash = HardBindingRulesTest.boxes("c2pa.hash.boxes", PICTURE);
        Octets comment = SampleMedia.jpegComment("made here");
        Octets rest = Octets.concat(SampleMedia.jpegBody(), SampleMedia.eoi());
        CborValue left = CborValue.map()
                .put("names", CborValue.array(List.of(CborValue.of("COM"))))
                .put("hash", Octets.of(0))
                .put("excluded", true)
                .build();
        SuperBox partial = HardBindingRulesTest.boxes(
                "c2pa.hash.boxes",
                entry(SampleMedia.soi(), "SOI"),
                left,
                entry(rest, "DQT", "SOF0", "DHT", "DHT", "SOS", "EOI"));
        byte[] changed = FIRST.toByteArray();
        changed[30] ^= 1;
        Set<StatusCode> codes = HardBindingRulesTest.codes(FIRST, hash);
        codes.addAll(HardBindingRulesTest.codes(Octets.concat(FIRST, SECOND), hash));
        codes.addAll(HardBindingRulesTest.codes(Octets.adopt(changed), hash));
        codes.addAll(HardBindingRulesTest.codes(FIRST, HardBindingRulesTest.boxes("c2pa.hash.boxes")));
        codes.addAll(HardBindingRulesTest.codes(Octets.concat(SampleMedia.soi(), comment, rest), partial));
        return codes;
    }

    private static Set<StatusCode> parts() throws Exception {
        SuperBox whole = HardBindingRulesTest.whole();
        SuperBox first = HardBindingRulesTest.boxes("c2pa.hash.boxes.part", PICTURE);
        SuperBox second = HardBindingRulesTest.data(SECOND);
        SuperBox other = HardBindingRulesTest.data(FIRST);
        CborValue start = part(0, FIRST, first, false);
        Octets changed = Octets.concat(FIRST, SECOND.slice(0, SECOND.length() - 3), Octets.of(1, 2, 3));
        SuperBox optional = HardBindingRulesTest.parts(start, part(FIRST.length(), SECOND, second, true));
        SuperBox required = HardBindingRulesTest.parts(start, part(FIRST.length(), SECOND, second, false));
        SuperBox wrong = HardBindingRulesTest.parts(start, part(FIRST.length(), SECOND, other, true));
        Set<StatusCode> codes = HardBindingRulesTest.codes(FIRST, whole, optional, first, second);
        codes.addAll(HardBindingRulesTest.codes(FIRST, whole, required, first, second));
        codes.addAll(HardBindingRulesTest.codes(changed, whole, wrong, first, other));
        codes.addAll(HardBindingRulesTest.codes(FIRST, whole, HardBindingRulesTest.parts()));
        return codes;
    }

    private static Set<StatusCode> completeSets() throws Exception {
        CollectionMembers files = new CollectionMembers() {
            @Override
            public Optional<ByteSource> open(List<String> path) {
                return Optional.of(new OctetsSource(FIRST));
            }

            @Override
            public Optional<List<List<String>>> list(List<String> folder, boolean below) {
                return Optional.of(List.of(List.of("one.txt"), List.of("two.txt")));
            }
        };
        CompleteSet whole =
                CompleteSet.of(List.of(), Optional.empty(), List.of(List.of("one.txt")), CryptoEngine.platform());
        Set<StatusCode> codes = EnumSet.noneOf(StatusCode.class);
        for (CborValue.Map set : List.of(whole.write(), CborValue.map().build())) {
            SuperBox hash = UnsignedStores.assertion(
                    "c2pa.hash.collection.data",
                    CborValue.map()
                            .put("uris", CborValue.array(List.of(member("one.txt", FIRST))))
                            .put("alg", "sha256")
                            .build());
            codes(
                    codes,
                    new Validator(UnsignedStores.CONTEXT)
                            .validate(
                                    UnsignedStores.store(StoreSituations.standard(
                                            hash, UnsignedStores.assertion(CompleteSet.LABEL, set))),
                                    files));
        }
        return codes;
    }

    private static Set<StatusCode> collections() throws Exception {
        CollectionMembers files =
                path -> path.equals(List.of("one.txt")) ? Optional.of(new OctetsSource(FIRST)) : Optional.empty();
        Set<StatusCode> codes = EnumSet.noneOf(StatusCode.class);
        for (CborValue uris : List.of(
                CborValue.array(List.of(member("one.txt", FIRST))),
                CborValue.array(List.of(member("one.txt", SECOND))),
                CborValue.array(List.of(member("two.txt", FIRST))),
                CborValue.array(List.of(member("../one.txt", FIRST))),
                CborValue.of("none"))) {
            SuperBox hash = UnsignedStores.assertion(
                    "c2pa.hash.collection.data",
                    CborValue.map().put("uris", uris).put("alg", "sha256").build());
            codes(
                    codes,
                    new Validator(UnsignedStores.CONTEXT)
                            .validate(UnsignedStores.store(StoreSituations.standard(hash)), files));
        }
        codes.addAll(completeSets());
        return codes;
    }

    private static CborValue member(String uri, Octets content) {
        return CborValue.map().put("uri", uri).put("hash", hash(content)).build();
    }

    private static void codes(Set<StatusCode> codes, ValidationResult result) {
        result.active().findings().forEach(finding -> codes.add(finding.code()));
    }

    /** A film as it is bound here, which leaves out the file type as versions up to 2.4 wanted. */
    private static Set<StatusCode> films() throws Exception {
        Octets film;
        try (InputStream in = AssetSituations.class.getResourceAsStream("/org/estampille/demo/film.mp4")) {
            film = Octets.adopt(in.readAllBytes());
        }
        Bound bound = Bound.of(AssetFormat.MP4, film, false, HashAlgorithm.SHA256);
        byte[] changed = bound.file().toByteArray();
        changed[bound.file().indexOf(Octets.ofAscii("mdat"), 0).orElseThrow() + 10] ^= 1;
        Set<StatusCode> codes = film(bound.file(), bound.assertion());
        codes.addAll(film(Octets.adopt(changed), bound.assertion()));
        codes.addAll(film(bound.file(), CborValue.map().build()));
        return codes;
    }

    private static Set<StatusCode> film(Octets file, CborValue binding) throws Exception {
        Asset asset = new Asset("a", new OctetsSource(file), AssetFormat.MP4);
        SuperBox hash = UnsignedStores.assertion("c2pa.hash.bmff.v3", binding);
        Set<StatusCode> codes = EnumSet.noneOf(StatusCode.class);
        codes(
                codes,
                new Validator(UnsignedStores.CONTEXT)
                        .validate(
                                UnsignedStores.store(StoreSituations.standard(hash)),
                                asset,
                                Containers.of(AssetFormat.MP4).map(asset, ReadLimits.standard()),
                                List.of()));
        return codes;
    }

    private static Set<StatusCode> broken(Path folder) throws Exception {
        Files.write(folder.resolve("a.jpg"), FIRST.toByteArray());
        Files.write(folder.resolve("a.jpg.c2pa"), new byte[] {1, 2, 3});
        Set<StatusCode> codes = EnumSet.noneOf(StatusCode.class);
        new Verifier(UnsignedStores.CONTEXT)
                .verify(folder.resolve("a.jpg"), "a.jpg")
                .storeFindings()
                .forEach(finding -> codes.add(finding.code()));
        return codes;
    }
}
