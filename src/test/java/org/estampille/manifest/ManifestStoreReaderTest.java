package org.estampille.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.estampille.bytes.LimitExceededException;
import org.estampille.bytes.Octets;
import org.estampille.bytes.ReadLimits;
import org.estampille.jumbf.ContentBox;
import org.estampille.jumbf.DescriptionBox;
import org.estampille.jumbf.JumbfBox;
import org.estampille.jumbf.JumbfType;
import org.estampille.jumbf.SuperBox;
import org.junit.jupiter.api.Test;

class ManifestStoreReaderTest {

    private static SuperBox box(JumbfType type, String label, JumbfBox... children) {
        return SuperBox.of(DescriptionBox.of(type, label, Optional.empty()), List.of(children));
    }

    private static SuperBox manifest(String label, SuperBox... assertions) {
        return box(JumbfType.STANDARD_MANIFEST, label, box(JumbfType.ASSERTION_STORE, "c2pa.assertions", assertions));
    }

    private static ManifestStore read(SuperBox... manifests) throws LimitExceededException {
        return new ManifestStoreReader(ReadLimits.standard())
                .read(List.of(box(JumbfType.MANIFEST_STORE, "c2pa", manifests)));
    }

    private static Assertion only(SuperBox assertion) throws LimitExceededException {
        return read(manifest("urn:c2pa:one", assertion))
                .manifests()
                .get(0)
                .assertions()
                .get(0);
    }

    @Test
    void the_last_manifest_is_active_whatever_unknown_boxes_follow() throws LimitExceededException {
        ManifestStore store = read(
                manifest("urn:c2pa:one"), manifest("urn:c2pa:two"), box(JumbfType.CREDENTIAL_STORE, "urn:c2pa:three"));
        assertThat(store.active().map(Manifest::label)).contains("urn:c2pa:two");
    }

    @Test
    void two_manifests_of_one_label_resolve_to_neither() throws LimitExceededException {
        ManifestStore store = read(manifest("urn:c2pa:one"), manifest("urn:c2pa:one"));
        assertThat(store.find("urn:c2pa:one")).isEmpty();
    }

    @Test
    void ill_formed_cbor_becomes_a_value_of_the_model() throws LimitExceededException {
        SuperBox broken = box(JumbfType.CBOR, "c2pa.actions.v2", ContentBox.of("cbor", Octets.ofHex("a1")));
        assertThat(only(broken)).isInstanceOf(IllFormedAssertion.class);
    }

    @Test
    void ill_formed_json_becomes_a_value_of_the_model() throws LimitExceededException {
        for (String text : List.of("{", "{\"a\":1,}", "[01]", "\"\\x\"", "nul", "{} {}", "[1e]", "\"\u0001\"")) {
            SuperBox broken = box(JumbfType.JSON, "c2pa.metadata", ContentBox.of("json", Octets.ofUtf8(text)));
            assertThat(only(broken)).as(text).isInstanceOf(IllFormedAssertion.class);
        }
    }

    @Test
    void json_and_cbor_are_read_into_one_model() throws LimitExceededException {
        String text = "{\"a\":[1,-2.5e1,true,null,\"\\u00e9\"],\"b\":{}}";
        Assertion read = only(box(JumbfType.JSON, "c2pa.metadata", ContentBox.of("json", Octets.ofUtf8(text))));
        assertThat(read).isInstanceOfSatisfying(DataAssertion.class, data -> {
            assertThat(data.value()
                            .asMap()
                            .orElseThrow()
                            .get("a")
                            .orElseThrow()
                            .asList()
                            .orElseThrow())
                    .hasSize(5);
            assertThat(data.encoding()).isEqualTo(AssertionDraft.Encoding.JSON);
        });
    }

    @Test
    void an_assertion_of_an_unknown_kind_keeps_its_octets() throws LimitExceededException {
        SuperBox odd = box(JumbfType.CODESTREAM, "org.example.odd", ContentBox.of("jp2c", Octets.ofHex("0102")));
        Assertion read = only(odd);
        assertThat(read).isInstanceOf(UnknownAssertion.class);
        assertThat(read.box().octets()).isEqualTo(odd.octets());
    }

    @Test
    void a_redacted_assertion_is_told_from_one_with_content_in_the_redacted_slot() throws LimitExceededException {
        Octets uuid = Octets.ofHex("caa98eee9d4df80e86ad4dffca263973");
        Octets zeros = Octets.concat(uuid, Octets.zeros(8));
        Octets planted = Octets.concat(uuid, Octets.ofAscii("planted!"));
        assertThat(only(box(JumbfType.UUID, "x", ContentBox.of("uuid", zeros)))).isInstanceOf(RedactedAssertion.class);
        assertThat(only(box(JumbfType.UUID, "x", ContentBox.of("uuid", planted))))
                .isInstanceOf(UnknownAssertion.class);
    }

    @Test
    void what_is_remembered_reads_as_if_it_were_decoded_and_counts_as_much() throws LimitExceededException {
        SuperBox said = box(JumbfType.CBOR, "org.example.said", ContentBox.of("cbor", Octets.ofHex("83010203")));
        SuperBox store = box(JumbfType.MANIFEST_STORE, "c2pa", manifest("urn:c2pa:one", said));
        ReadLimits five = new ReadLimits(32, 5, 1 << 20, 1 << 20, 10, 10);
        ManifestStoreReader reader = new ManifestStoreReader(five, Optional.of(ContentCache.bounded(1_000)));
        ManifestStore first = reader.read(List.of(store));

        assertThat(reader.read(List.of(store))).isEqualTo(first);
        assertThat(first).isEqualTo(new ManifestStoreReader(five).read(List.of(store)));
        SuperBox twice = box(JumbfType.MANIFEST_STORE, "c2pa", manifest("urn:c2pa:one", said, said));
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> reader.read(List.of(twice)))
                .isInstanceOf(LimitExceededException.class);
    }

    @Test
    void labels_are_taken_apart_without_splitting_names() {
        assertThat(AssertionLabel.of("c2pa.ingredient.v3__12"))
                .isEqualTo(new AssertionLabel("c2pa.ingredient.v3__12", "c2pa.ingredient.v3", 12));
        assertThat(AssertionLabel.of("c2pa.thumbnail.ingredient_1.jpeg").instance())
                .isZero();
        assertThat(AssertionLabel.of("c2pa.actions.v2").isAnyVersionOf("c2pa.actions"))
                .isTrue();
        assertThat(AssertionLabel.of("c2pa.actions.vile").isAnyVersionOf("c2pa.actions"))
                .isFalse();
        assertThat(AssertionLabel.of("__1").base()).isEqualTo("__1");
    }

    @Test
    void more_manifests_than_the_limit_cannot_be_judged() {
        ReadLimits two = new ReadLimits(32, 1_000, 1 << 20, 1 << 20, 10, 2);
        SuperBox store = box(JumbfType.MANIFEST_STORE, "c2pa", manifest("urn:a"), manifest("urn:b"), manifest("urn:c"));
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> new ManifestStoreReader(two).read(List.of(store)))
                .isInstanceOf(LimitExceededException.class);
    }
}
