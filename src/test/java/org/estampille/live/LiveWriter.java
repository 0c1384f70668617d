package org.estampille.live;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.estampille.bytes.HashAlgorithm;
import org.estampille.bytes.Octets;
import org.estampille.cbor.CborValue;
import org.estampille.cbor.CborWriter;
import org.estampille.crypto.CryptoEngine;
import org.estampille.manifest.AssertionBoxes;
import org.estampille.manifest.AssertionDraft;
import org.estampille.manifest.ManifestHeader;
import org.estampille.manifest.ManifestWriter;
import org.estampille.sign.ClaimSignatures;
import org.estampille.sign.ClaimSigner;
import org.estampille.sign.KeyFiles;
import org.estampille.sign.SigningException;

/**
 * Signs live media as C2PA 2.5 clause 15 tells a claim generator to, from the octets up: nothing of what reads them is used to hash
 * or to sign a segment.
 */
public final class LiveWriter {

    /** The manifest of the initialization segment. */
    public static final String INIT = "urn:c2pa:0c5b0c3e-2c55-4c1b-9d3d-3d2a6a1a0000";

    public static final Octets KID = Octets.ofAscii("key_001");
    private static final String GENERATED = "http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia";
    private static final Octets SCHEME = Octets.ofAscii(SegmentInfo.SCHEME);
    private static final Octets UUID = Octets.ofHex("d8fec3d61b0e483c92975828877ec481");

    private final ClaimSigner signer;
    private final KeyPair session;

    /** @param keys folder of the demo authority */
    public LiveWriter(Path keys) throws IOException {
        try {
            signer = KeyFiles.load(
                    keys.resolve("leaf.key.pem"),
                    Optional.of(keys.resolve("chain.pem")),
                    () -> new char[0],
                    CryptoEngine.platform());
        } catch (SigningException e) {
            throw new IllegalStateException(e);
        }
        session = keyPair();
    }

    public static KeyPair keyPair() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * A session key and what is said of it.
     *
     * @param vouches who signs the binding of the key to its signer
     * @param twiceEncoded whether the certificate is encoded as a byte string before it becomes the payload
     */
    public record Key(
            Octets kid,
            KeyPair pair,
            KeyPair vouches,
            long minSequenceNumber,
            Instant createdAt,
            long validityPeriod,
            boolean twiceEncoded) {}

    /** A key that is good for an hour before and after {@code time}. */
    public Key key(Instant time) {
        return new Key(KID, session, session, 1, time.minusSeconds(3_600), 7_200, false);
    }

    /**
     * What is said of a segment.
     *
     * @param iat when it was signed, as the key says
     * @param offset where the exclusion of event messages says that their scheme stands
     */
    public record Info(
            long sequenceNumber, String manifestId, Octets kid, KeyPair pair, Optional<Instant> iat, long offset) {

        public Info signedBy(Octets otherKid, KeyPair other) {
            return new Info(sequenceNumber, manifestId, otherKid, other, iat, offset);
        }

        public Info at(Instant time) {
            return new Info(sequenceNumber, manifestId, kid, pair, Optional.of(time), offset);
        }

        public Info withOffset(long other) {
            return new Info(sequenceNumber, manifestId, kid, pair, iat, other);
        }

        public Info of(String otherManifest) {
            return new Info(sequenceNumber, otherManifest, kid, pair, iat, offset);
        }
    }

    public Info info(long sequenceNumber) {
        return new Info(sequenceNumber, INIT, KID, session, Optional.empty(), 0);
    }

    /** An initialization segment with the manifest that brings the keys. */
    public Octets initialization(Octets plain, List<Key> keys) {
        return withManifest(plain, INIT, keys.isEmpty() ? List.of() : List.of(keys(keys)), GENERATED);
    }

    private AssertionDraft keys(List<Key> keys) {
        return AssertionDraft.cbor("c2pa.session-keys", sessionKeys(keys), AssertionDraft.Attribution.CREATED);
    }

    /** The content of the assertion that brings the keys. */
    public CborValue.Map sessionKeys(List<Key> keys) {
        return CborValue.map()
                .put("keys", CborValue.array(keys.stream().map(this::sessionKey).toList()))
                .build();
    }

    private CborValue sessionKey(Key key) {
        Octets certificate = signer.chain().der().get(0);
        Octets payload = key.twiceEncoded() ? CborWriter.write(CborValue.of(certificate)) : certificate;
        return CborValue.map()
                .put("key", coseKey(key))
                .put("minSequenceNumber", key.minSequenceNumber())
                .put(
                        "createdAt",
                        new CborValue.Tag(0, CborValue.of(key.createdAt().toString())))
                .put("validityPeriod", key.validityPeriod())
                .put(
                        "signerBinding",
                        sign1(
                                key.vouches(),
                                header(Optional.empty()),
                                CborValue.map().build(),
                                payload,
                                false))
                .build();
    }

    private static CborValue coseKey(Key key) {
        ECPublicKey point = (ECPublicKey) key.pair().getPublic();
        return CborValue.map()
                .put(1, CborValue.of(2))
                .put(2, CborValue.of(key.kid()))
                .put(-1, CborValue.of(1))
                .put(-2, CborValue.of(coordinate(point.getW().getAffineX())))
                .put(-3, CborValue.of(coordinate(point.getW().getAffineY())))
                .build();
    }

    private static Octets coordinate(BigInteger number) {
        byte[] octets = number.toByteArray();
        Octets all = Octets.concat(Octets.zeros(32), Octets.copyOf(octets));
        return all.slice(all.length() - 32, 32);
    }

    private static Octets header(Optional<Instant> iat) {
        CborValue.MapBuilder header = CborValue.map().put(1, CborValue.of(-7));
        iat.ifPresent(time -> header.put(
                15, CborValue.map().put(6, CborValue.of(time.getEpochSecond())).build()));
        return CborWriter.write(header.build());
    }

    private static CborValue sign1(
            KeyPair pair, Octets protectedHeader, CborValue.Map unprotected, Octets payload, boolean attached) {
        Octets toBeSigned = CborWriter.write(CborValue.array(List.of(
                CborValue.of("Signature1"),
                CborValue.of(protectedHeader),
                CborValue.of(Octets.empty()),
                CborValue.of(payload))));
        return new CborValue.Tag(
                18,
                CborValue.array(List.of(
                        CborValue.of(protectedHeader),
                        unprotected,
                        attached ? CborValue.of(payload) : CborValue.Simple.NULL,
                        CborValue.of(signature(pair, toBeSigned)))));
    }

    private static Octets signature(KeyPair pair, Octets toBeSigned) {
        try {
            Signature signature = Signature.getInstance("SHA256withECDSAinP1363Format");
            signature.initSign(pair.getPrivate());
            signature.update(toBeSigned.toByteArray());
            return Octets.copyOf(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A segment with the event message that signs it. */
    public Octets segment(Octets plain, Info info) {
        return segment(plain, info, message -> message);
    }

    /** The same with another message than the one that would be right. */
    public Octets segment(Octets plain, Info info, Function<Octets, Octets> twist) {
        int first = (int) uint32(plain, 0);
        Octets blank = message(info, Octets.zeros(32));
        Octets planned = Octets.concat(plain.slice(0, first), blank, plain.from(first));
        Octets hash = boxes(planned, LiveWriter::isMessage);
        return Octets.concat(plain.slice(0, first), twist.apply(message(info, hash)), plain.from(first));
    }

    private static Octets message(Info info, Octets hash) {
        CborValue.Map bmffHash = CborValue.map()
                .put("exclusions", CborValue.array(List.of(exclusion("/emsg", info.offset(), SCHEME))))
                .put("alg", "sha256")
                .put("hash", hash)
                .build();
        Octets payload = CborWriter.write(CborValue.map()
                .put("sequenceNumber", info.sequenceNumber())
                .put("bmffHash", bmffHash)
                .put("manifestId", info.manifestId())
                .build());
        CborValue signed = sign1(
                info.pair(),
                header(info.iat()),
                CborValue.map().put(4, CborValue.of(info.kid())).build(),
                payload,
                true);
        return box(
                "emsg",
                Octets.zeros(4),
                SCHEME,
                Octets.of(0),
                Octets.ofAscii("fseg\0"),
                Octets.u32be(1_000),
                Octets.u32be(0),
                Octets.u32be(2_000),
                Octets.u32be(info.sequenceNumber()),
                CborWriter.write(signed));
    }

    /** A segment with a manifest of its own (clause 15.4). */
    public Octets segmentWithManifest(Octets plain, String label, CborValue.Map live) {
        return segmentWithSource(plain, label, live, GENERATED);
    }

    /** The same, made of another source than the rest. */
    public Octets segmentWithSource(Octets plain, String label, CborValue.Map live, String sourceType) {
        return withManifest(plain, label, List.of(assertion(live)), sourceType);
    }

    /** A segment with a manifest of its own and an event message: each is signed over the other one. */
    public Octets segmentSignedTwice(Octets plain, String label, CborValue.Map live, Info info) {
        int first = (int) uint32(plain, 0);
        Octets blank = message(info, Octets.zeros(32));
        Octets planned = Octets.concat(plain.slice(0, first), blank, plain.from(first));
        Octets bound = withManifest(planned, label, List.of(assertion(live)), GENERATED);
        int at = bound.indexOf(blank, 0).orElseThrow();
        Octets signed = message(info, boxes(bound, LiveWriter::isMessage));
        return Octets.concat(bound.slice(0, at), signed, bound.from(at + signed.length()));
    }

    private static AssertionDraft assertion(CborValue.Map live) {
        return AssertionDraft.cbor("c2pa.livevideo.segment", live, AssertionDraft.Attribution.CREATED);
    }

    private static boolean isMessage(Octets box) {
        return box.from(4).startsWith(Octets.ofAscii("emsg")) && box.from(12).startsWith(SCHEME);
    }

    /** The assertion of a segment, as the clause wants it. */
    public static CborValue.Map live(long sequenceNumber, String stream, String previous) {
        return CborValue.map()
                .put("sequenceNumber", sequenceNumber)
                .put("streamId", stream)
                .put("continuityMethod", "c2pa.manifestId")
                .put("previousManifestId", previous)
                .build();
    }

    /** A file with a manifest after its first box, bound by a hash of its boxes. */
    private Octets withManifest(Octets plain, String label, List<AssertionDraft> assertions, String sourceType) {
        int first = (int) uint32(plain, 0);
        AssertionBoxes boxes =
                new AssertionBoxes(CryptoEngine.platform(), HashAlgorithm.SHA256, () -> Octets.zeros(16));
        boxes.add(actions(sourceType));
        assertions.forEach(boxes::add);
        ManifestHeader header = new ManifestHeader(
                label,
                "xmp:iid:" + label,
                Optional.of("made here"),
                new ManifestHeader.GeneratorInfo("test", "1.0.0", "2.4.0"),
                HashAlgorithm.SHA256);
        ManifestWriter writer = new ManifestWriter(header, boxes, List.of());
        Octets blank = provenance(store(writer, Octets.zeros(32)));
        Octets planned = Octets.concat(plain.slice(0, first), blank, plain.from(first));
        Octets hash = boxes(
                planned,
                box -> box.from(4).startsWith(Octets.concat(Octets.ofAscii("uuid"), UUID))
                        || box.from(4).startsWith(Octets.ofAscii("ftyp"))
                        || isMessage(box));
        return Octets.concat(plain.slice(0, first), provenance(store(writer, hash)), plain.from(first));
    }

    private Octets store(ManifestWriter writer, Octets hash) {
        CborValue.Map binding = CborValue.map()
                .put(
                        "exclusions",
                        CborValue.array(List.of(
                                exclusion("/uuid", 8, UUID),
                                CborValue.map().put("xpath", "/ftyp").build(),
                                exclusion("/emsg", 12, SCHEME))))
                .put("alg", "sha256")
                .put("hash", hash)
                .build();
        int reserved = ClaimSignatures.reserve(signer, false);
        try {
            return writer.write(
                    AssertionDraft.cbor("c2pa.hash.bmff.v3", binding, AssertionDraft.Attribution.CREATED),
                    (ManifestWriter.Signing<SigningException>)
                            claim -> ClaimSignatures.sign(signer, Optional.empty(), claim, reserved));
        } catch (SigningException e) {
            throw new IllegalStateException(e);
        }
    }

    private static AssertionDraft actions(String sourceType) {
        CborValue created = CborValue.map()
                .put("action", "c2pa.created")
                .put("digitalSourceType", sourceType)
                .build();
        CborValue content = CborValue.map()
                .put("actions", CborValue.array(List.of(created)))
                .build();
        return AssertionDraft.cbor("c2pa.actions.v2", content, AssertionDraft.Attribution.CREATED);
    }

    private static CborValue.Map exclusion(String path, long offset, Octets value) {
        CborValue data =
                CborValue.map().put("offset", offset).put("value", value).build();
        return CborValue.map()
                .put("xpath", path)
                .put("data", CborValue.array(List.of(data)))
                .build();
    }

    private static Octets provenance(Octets store) {
        return box("uuid", UUID, Octets.zeros(4), Octets.ofAscii("manifest\0"), Octets.zeros(8), store);
    }

    private static Octets box(String type, Octets... content) {
        Octets inside = Octets.concat(content);
        return Octets.concat(Octets.u32be(8L + inside.length()), Octets.ofAscii(type), inside);
    }

    /** The hash of a file by clause 16.3.2.2: each box that is not left out, after its offset. */
    private static Octets boxes(Octets file, Function<Octets, Boolean> excluded) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            int at = 0;
            while (at < file.length()) {
                Octets box = file.slice(at, (int) uint32(file, at));
                if (!excluded.apply(box)) {
                    digest.update(Octets.u64be(at).toByteArray());
                    digest.update(box.toByteArray());
                }
                at += box.length();
            }
            return Octets.copyOf(digest.digest());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static long uint32(Octets octets, int at) {
        return octets.uint32At(at);
    }

    /** The octets of a file. */
    public static Octets read(Path file) throws IOException {
        return Octets.copyOf(Files.readAllBytes(file));
    }
}
