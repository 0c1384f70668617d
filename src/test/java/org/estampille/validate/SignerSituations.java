package org.estampille.validate;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.estampille.bytes.Octets;
import org.estampille.bytes.ReadLimits;
import org.estampille.cbor.CborReader;
import org.estampille.cbor.CborValue;
import org.estampille.cbor.CborWriter;
import org.estampille.cose.CoseWriter;
import org.estampille.cose.SigStructure;
import org.estampille.cose.SignatureAlgorithm;
import org.estampille.jumbf.ContentBox;
import org.estampille.jumbf.JumbfType;
import org.estampille.jumbf.SuperBox;
import org.estampille.revocation.LoopbackResponder.Manner;
import org.estampille.trust.TestCertificates;
import org.estampille.trust.TestCertificates.Holder;
import org.estampille.trust.TrustAnchors;
import org.estampille.verify.Contexts;

/** Signatures, time-stamps and answers about certificates; and the codes they raise. */
final class SignerSituations {

    private static final Instant NOON = TestCertificates.NOON;
    private static final Duration YEAR = Duration.ofDays(365);
    private static final CborValue.Map NONE = CborValue.map().build();

    private final Holder root = TestCertificates.root("Root");
    private final Holder signer = TestCertificates.signer("Signer", root);
    private final TrustAnchors anchors = new TrustAnchors(List.of(root.certificate()));

    static Set<StatusCode> all() throws Exception {
        Set<StatusCode> codes = EnumSet.noneOf(StatusCode.class);
        codes.addAll(new SignerSituations().signatures());
        codes.addAll(stamps());
        codes.addAll(revocations());
        return codes;
    }

    private Set<StatusCode> signatures() throws Exception {
        CborValue soon = CborValue.map().put("iat", NOON.getEpochSecond()).build();
        CborValue late = CborValue.map()
                .put(
                        15,
                        CborValue.map()
                                .put(6, CborValue.of(NOON.plus(YEAR).getEpochSecond()))
                                .build())
                .build();
        Set<StatusCode> codes = signed(anchors, NOON, soon, true);
        codes.addAll(signed(TrustAnchors.empty(), NOON, late, true));
        codes.addAll(signed(anchors, NOON.plus(YEAR), NONE, true));
        codes.addAll(signed(anchors, NOON, NONE, false));
        SuperBox unnamed = signature(
                CborWriter.write(CborValue.map().put(1, CborValue.of(-7)).build()), Octets.zeros(64));
        codes.addAll(codes(anchors, NOON, unnamed));
        return codes;
    }

    /** A manifest signed with these headers besides the usual ones, or by a signature of zeros. */
    private Set<StatusCode> signed(TrustAnchors trusted, Instant at, CborValue headers, boolean holds)
            throws Exception {
        Octets der = Octets.copyOf(signer.certificate().getEncoded());
        Octets usual = CoseWriter.protectedHeader(SignatureAlgorithm.ES256, List.of(der));
        List<CborValue.Entry> entries = new ArrayList<>(CborReader.read(usual, ReadLimits.standard())
                .asMap()
                .orElseThrow()
                .entries());
        entries.addAll(headers.asMap().orElseThrow().entries());
        Octets header = CborWriter.write(new CborValue.Map(entries));
        Octets claim = StoreSituations.standard()
                .labelled("c2pa.claim.v2")
                .get(0)
                .content("cbor")
                .orElseThrow();
        java.security.Signature es256 = java.security.Signature.getInstance("SHA256withECDSAinP1363Format");
        es256.initSign(signer.keys().getPrivate());
        es256.update(SigStructure.signature1(header, claim).toByteArray());
        return codes(trusted, at, signature(header, holds ? Octets.adopt(es256.sign()) : Octets.zeros(64)));
    }

    private static SuperBox signature(Octets header, Octets signature) {
        return UnsignedStores.box(
                JumbfType.CLAIM_SIGNATURE,
                "c2pa.signature",
                List.of(ContentBox.of("cbor", CoseWriter.write(header, NONE, signature))));
    }

    private static Set<StatusCode> codes(TrustAnchors trusted, Instant at, SuperBox signature) throws Exception {
        SuperBox unsigned = StoreSituations.standard();
        List<SuperBox> parts = new ArrayList<>(unsigned.superBoxes());
        parts.add(signature);
        SuperBox manifest = UnsignedStores.box(JumbfType.STANDARD_MANIFEST, unsigned.label(), parts);
        Set<StatusCode> codes = EnumSet.noneOf(StatusCode.class);
        new Validator(Contexts.trusting(trusted, at))
                .validateActive(UnsignedStores.store(manifest))
                .findings()
                .forEach(finding -> codes.add(finding.code()));
        return codes;
    }

    private static Set<StatusCode> stamps() throws Exception {
        TimeStampRulesTest stamps = new TimeStampRulesTest();
        stamps.start();
        try {
            Octets good = stamps.token(TimeStampRulesTest.specified());
            stamps.check(stamps.anchors(), TimeStampRulesTest.header(good));
            stamps.check(TrustAnchors.empty(), TimeStampRulesTest.header(good));
            stamps.check(stamps.anchors(), TimeStampRulesTest.header(stamps.token(Octets.ofAscii("another"))));
            stamps.check(stamps.anchors(), TimeStampRulesTest.header(Octets.ofAscii("no token")));
        } finally {
            stamps.stop();
        }
        stamps.startAt(NOON.plus(YEAR));
        try {
            Octets late = stamps.raw(TimeStampRulesTest.specified());
            stamps.check(stamps.anchors(), TimeStampRulesTest.header(late));
        } finally {
            stamps.stop();
        }
        return EnumSet.copyOf(stamps.codes());
    }

    private static Set<StatusCode> revocations() throws Exception {
        RevocationRulesTest answers = new RevocationRulesTest();
        for (Manner manner : List.of(Manner.GOOD, Manner.REVOKED, Manner.UNKNOWN)) {
            answers.stapled(manner);
        }
        answers.asked(Manner.GOOD, false);
        answers.asked(Manner.GARBAGE, true);
        return EnumSet.copyOf(answers.codes());
    }
}
