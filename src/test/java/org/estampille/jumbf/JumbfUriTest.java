package org.estampille.jumbf;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class JumbfUriTest {

    @Test
    void tells_references_to_the_store_from_references_within_a_manifest() {
        assertThat(JumbfUri.parse("self#jumbf=/c2pa/urn:c2pa:1/c2pa.signature"))
                .contains(new JumbfUri(List.of("urn:c2pa:1", "c2pa.signature"), true));
        assertThat(JumbfUri.parse("self#jumbf=c2pa/urn:c2pa:1")).contains(new JumbfUri(List.of("urn:c2pa:1"), true));
        assertThat(JumbfUri.parse("self#jumbf=c2pa.assertions/c2pa.hash.data"))
                .contains(new JumbfUri(List.of("c2pa.assertions", "c2pa.hash.data"), false));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "self#jumbf=",
                "https://example.org",
                "self#jumbf=/c2pa/../x",
                "self#jumbf=/c2pa//x",
                "self#jumbf=/c2pa/",
                "self#jumbf=/other/x",
                "self#jumbf=a/..",
                "SELF#JUMBF=a"
            })
    void refuses_what_is_no_reference(String text) {
        assertThat(JumbfUri.parse(text)).isEmpty();
    }

    @Test
    void resolves_and_prints_as_c2pa_writes_it() {
        JumbfUri relative = JumbfUri.parse("self#jumbf=c2pa.assertions/a").orElseThrow();
        JumbfUri absolute = relative.resolveIn("urn:c2pa:1");
        assertThat(absolute).hasToString("self#jumbf=/c2pa/urn:c2pa:1/c2pa.assertions/a");
        assertThat(absolute.resolveIn("urn:c2pa:2")).isEqualTo(absolute);
        assertThat(absolute.manifest()).contains("urn:c2pa:1");
        assertThat(relative.manifest()).isEmpty();
        assertThat(relative.label()).isEqualTo("a");
        assertThat(relative).hasToString("self#jumbf=c2pa.assertions/a");
    }
}
