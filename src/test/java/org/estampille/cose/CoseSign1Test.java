package org.estampille.cose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.estampille.bytes.MalformedContentException;
import org.estampille.bytes.Octets;
import org.estampille.bytes.ReadLimits;
import org.estampille.cbor.CborValue;
import org.estampille.cbor.CborWriter;
import org.junit.jupiter.api.Test;

final class CoseSign1Test {

    private static final Octets CERTIFICATE = Octets.of(1, 2, 3);
    private static final Octets SIGNATURE = Octets.zeros(64);
    private static final CborValue.Map NOTHING = CborValue.map().build();

    @Test
    void reads_what_the_writer_wrote() throws Exception {
        Octets header = CoseWriter.protectedHeader(SignatureAlgorithm.ES256, List.of(CERTIFICATE));
        CborValue.Map unprotected = CborValue.map().put("pad", Octets.zeros(5)).build();
        CoseSign1 read = read(CoseWriter.write(header, unprotected, SIGNATURE));
        assertThat(read.protectedOctets()).isEqualTo(header);
        assertThat(read.algorithm()).contains(SignatureAlgorithm.ES256);
        assertThat(read.credential()).isEqualTo(new CredentialHeader.Chain(List.of(CERTIFICATE)));
        assertThat(read.unprotected("pad")).contains(CborValue.of(Octets.zeros(5)));
        assertThat(read.attachedPayload()).isEmpty();
        assertThat(read.signature()).isEqualTo(SIGNATURE);
    }

    @Test
    void keeps_the_stored_protected_octets_however_they_are_encoded() throws Exception {
        Octets overlong = Octets.ofHex("b90001" + "01" + "3806");
        CoseSign1 read = read(CoseWriter.write(overlong, NOTHING, SIGNATURE));
        assertThat(read.protectedOctets()).isEqualTo(overlong);
        assertThat(read.algorithm()).contains(SignatureAlgorithm.ES256);
    }

    @Test
    void tells_an_attached_payload_from_an_empty_one() throws Exception {
        assertThat(read(structure(18, CborValue.of(Octets.empty()))).attachedPayload())
                .contains(Octets.empty());
        assertThat(read(structure(18, CborValue.of(CERTIFICATE))).attachedPayload())
                .contains(CERTIFICATE);
    }

    @Test
    void refuses_what_is_no_cose_sign1() {
        Octets untagged = CborWriter.write(
                CborValue.array(List.of(CborValue.of(Octets.empty()), NOTHING, CborValue.Simple.NULL)));
        for (Octets broken : List.of(
                Octets.empty(),
                untagged,
                structure(98, CborValue.Simple.NULL),
                structure(18, CborValue.of("text")),
                CborWriter.write(new CborValue.Tag(18, CborValue.array(List.of()))),
                CoseWriter.write(Octets.of(0x01), NOTHING, SIGNATURE),
                CoseWriter.write(Octets.of(0xFF), NOTHING, SIGNATURE))) {
            assertThatThrownBy(() -> read(broken)).isInstanceOf(MalformedContentException.class);
        }
    }

    @Test
    void takes_the_algorithm_from_the_protected_bucket_alone() throws Exception {
        CborValue.Map alg = CborValue.map().put(1, CborValue.of(-7)).build();
        assertThat(read(CoseWriter.write(Octets.empty(), alg, SIGNATURE)).algorithm())
                .isEmpty();
        Octets unlisted =
                CborWriter.write(CborValue.map().put(1, CborValue.of(-257)).build());
        assertThat(read(CoseWriter.write(unlisted, NOTHING, SIGNATURE)).algorithm())
                .isEmpty();
    }

    @Test
    void finds_the_certificates_in_either_bucket_under_either_label() throws Exception {
        CborValue one = CborValue.of(CERTIFICATE);
        CborValue.Map numbered = CborValue.map().put(33, one).build();
        CborValue.Map named = CborValue.map()
                .put("x5chain", CborValue.array(List.of(one, one)))
                .build();
        assertThat(credential(numbered, NOTHING)).isEqualTo(new CredentialHeader.Chain(List.of(CERTIFICATE)));
        assertThat(credential(NOTHING, named)).isEqualTo(new CredentialHeader.Chain(List.of(CERTIFICATE, CERTIFICATE)));
        assertThat(credential(named, numbered)).isEqualTo(new CredentialHeader.Chain(List.of(CERTIFICATE)));
        assertThat(credential(numbered, numbered)).isEqualTo(new CredentialHeader.Ambiguous());
        assertThat(credential(named, named)).isEqualTo(new CredentialHeader.Ambiguous());
        assertThat(credential(NOTHING, NOTHING)).isEqualTo(new CredentialHeader.Missing());
        assertThat(credential(CborValue.map().put(33, CborValue.of("no")).build(), NOTHING))
                .isEqualTo(new CredentialHeader.Missing());
        assertThat(credential(
                        CborValue.map().put(33, CborValue.array(List.of())).build(), NOTHING))
                .isEqualTo(new CredentialHeader.Missing());
    }

    @Test
    void finds_exactly_one_time_stamp() throws Exception {
        CborValue first = TimeStampHeader.write(Octets.of(1));
        CborValue second = TimeStampHeader.write(Octets.of(2));
        assertThat(timeStamp(CborValue.map().put("sigTst", first).build()))
                .isEqualTo(new TimeStampHeader.OfClaim(Octets.of(1)));
        assertThat(timeStamp(CborValue.map()
                        .put("sigTst", first)
                        .put("sigTst2", second)
                        .build()))
                .isEqualTo(new TimeStampHeader.OfSignature(Octets.of(2)));
        assertThat(timeStamp(NOTHING)).isEqualTo(new TimeStampHeader.Absent());
        CborValue item = CborValue.map().put("val", Octets.of(1)).build();
        CborValue two = CborValue.map()
                .put("tstTokens", CborValue.array(List.of(item, item)))
                .build();
        for (CborValue broken : List.of(two, NOTHING, CborValue.of(1), CborValue.of("x"))) {
            assertThat(timeStamp(CborValue.map().put("sigTst2", broken).build()))
                    .isEqualTo(new TimeStampHeader.Malformed());
        }
    }

    @Test
    void encodes_what_is_signed_as_the_rfc_says() {
        assertThat(SigStructure.signature1(Octets.of(0xA0), Octets.of(9)).hex())
                .isEqualTo("84" + "6a" + Octets.ofAscii("Signature1").hex() + "41a0" + "40" + "4109");
        assertThat(SigStructure.counterSignature(Octets.empty(), Octets.empty()).hex())
                .isEqualTo("84" + "70" + Octets.ofAscii("CounterSignature").hex() + "40" + "40" + "40");
        assertThat(SigStructure.serialized(Octets.zeros(64)).slice(0, 2).hex()).isEqualTo("5840");
    }

    private static TimeStampHeader timeStamp(CborValue.Map unprotected) throws MalformedContentException {
        return read(CoseWriter.write(Octets.empty(), unprotected, SIGNATURE)).timeStamp();
    }

    private static CredentialHeader credential(CborValue.Map protectedHeader, CborValue.Map unprotected)
            throws MalformedContentException {
        return read(CoseWriter.write(CborWriter.write(protectedHeader), unprotected, SIGNATURE))
                .credential();
    }

    private static Octets structure(long tag, CborValue payload) {
        return CborWriter.write(new CborValue.Tag(
                tag,
                CborValue.array(List.of(CborValue.of(Octets.empty()), NOTHING, payload, CborValue.of(SIGNATURE)))));
    }

    private static CoseSign1 read(Octets octets) throws MalformedContentException {
        return CoseSign1.read(octets, ReadLimits.standard());
    }
}
