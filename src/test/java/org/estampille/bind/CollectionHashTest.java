package org.estampille.bind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.estampille.bytes.HashAlgorithm;
import org.estampille.bytes.MalformedContentException;
import org.estampille.bytes.Octets;
import org.estampille.bytes.OctetsSource;
import org.estampille.cbor.CborValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CollectionHashTest {

    private static final Octets ONE = Octets.ofAscii("one");
    private static final Octets TWO = Octets.ofAscii("two");
    private final List<String> opened = new ArrayList<>();

    private static CborValue member(String uri, Octets content) {
        return CborValue.map()
                .put("uri", uri)
                .put("hash", Bound.ENGINE.hash(HashAlgorithm.SHA256, content).value())
                .build();
    }

    private List<BindingOutcome> check(Map<String, Octets> files, CborValue... members) throws Exception {
        CborValue.Map assertion = CborValue.map()
                .put("uris", CborValue.array(List.of(members)))
                .put("alg", "sha256")
                .build();
        return CollectionHash.read(assertion, Bound.LIMITS)
                .check(
                        path -> {
                            String name = String.join("/", path);
                            opened.add(name);
                            return Optional.ofNullable(files.get(name)).map(OctetsSource::new);
                        },
                        Optional.empty(),
                        Bound.ENGINE,
                        1);
    }

    @Test
    void every_member_matches() throws Exception {
        Map<String, Octets> files = Map.of("one.txt", ONE, "a b/two.txt", TWO, "unlisted", ONE);
        assertThat(check(files, member("one.txt", ONE), member("a%20b/two.txt", TWO), member("a b/two.txt", TWO)))
                .isEmpty();
    }

    @Test
    void a_member_that_is_another_one_or_gone_is_told_of() throws Exception {
        assertThat(check(Map.of("one.txt", TWO), member("one.txt", ONE)))
                .containsExactly(new BindingOutcome.Mismatch("one.txt"));
        assertThat(check(Map.of(), member("one.txt", ONE))).containsExactly(new BindingOutcome.Missing("one.txt"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../one.txt",
                "./one.txt",
                "a/../one.txt",
                "%2e%2e/one.txt",
                "..%2fone.txt",
                "a//one.txt",
                "/etc/passwd",
                "//host/share",
                "file:///etc/passwd",
                "http://127.0.0.1/",
                "one.txt?x=1",
                "..%5cone.txt",
                "c:one.txt",
                ""
            })
    void a_name_that_could_lead_out_is_refused_before_anything_is_opened(String uri) throws Exception {
        assertThat(check(Map.of("one.txt", ONE), member("one.txt", ONE), member(uri, ONE)))
                .containsExactly(new BindingOutcome.InvalidUri(uri));
        assertThat(opened).isEmpty();
    }

    @Test
    void members_with_uri_and_hash_are_required() {
        CborValue unhashed = CborValue.map().put("uri", "a").build();
        for (CborValue.Map broken : List.of(
                CborValue.map().put("alg", "sha256").build(),
                CborValue.map().put("uris", CborValue.array(List.of(unhashed))).build())) {
            assertThatThrownBy(() -> CollectionHash.read(broken, Bound.LIMITS))
                    .isInstanceOf(MalformedContentException.class);
        }
    }
}
