package org.estampille.declaration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.estampille.catalogue.RightsStatus;
import org.estampille.cbor.CborValue;
import org.estampille.manifest.AssertionDraft;
import org.junit.jupiter.api.Test;

class DeclarationCodecTest {

    @Test
    void what_is_written_is_read_back_without_loss() {
        Declaration declared = Yaml.declared(DeclarationExample.yaml());
        List<AssertionDraft> drafts = DeclarationAssertions.draft(declared, new Inception.Created(), false);
        Declaration read = DeclarationCodec.decode(
                        Drafts.contents(drafts, DeclarationCodec.LABEL).get(0))
                .orElseThrow();
        List<CborValue.Map> rights = Drafts.contents(drafts, OutputRightsCodec.LABEL);
        for (int i = 0; i < read.uses().size(); i++) {
            OutputRights decoded = OutputRightsCodec.decode(rights.get(i));
            AiUse use = declared.uses().get(i);
            assertThat(decoded.terms()).isEqualTo(use.terms());
            assertThat(decoded.tool()).isEqualTo(use.tool());
            assertThat(decoded.generatedAt()).isEqualTo(use.generatedAt());
            assertThat(decoded.people()).extracting(Person::ref).isEqualTo(use.persons());
        }
        assertThat(DeclarationCodec.encode(read)).isEqualTo(DeclarationCodec.encode(declared));
        assertThat(read.persons()).isEqualTo(declared.persons());
        assertThat(read.deepfakeAssessment()).isEqualTo(declared.deepfakeAssessment());
        assertThat(read.uses().get(1).ranges()).isEqualTo(declared.uses().get(1).ranges());
    }

    @Test
    void rights_written_by_others_are_read_as_far_as_they_can_be() {
        CborValue.Map foreign = CborValue.map()
                .put("schema", 7)
                .put("appliesTo", "everything")
                .put(
                        "tool",
                        CborValue.map()
                                .put("vendor", "ExampleAI")
                                .put("product", "VideoGen")
                                .put("channel", "carrier pigeon")
                                .build())
                .put(
                        "rights",
                        CborValue.map()
                                .put("status", "all-yours")
                                .put("exclusive", true)
                                .put(
                                        "uses",
                                        CborValue.map()
                                                .put(
                                                        "theatrical",
                                                        CborValue.map()
                                                                .put("permission", "allowed")
                                                                .put("clauseRef", "s.4.2")
                                                                .build())
                                                .put("moon", "allowed")
                                                .build())
                                .build())
                .put(
                        "evidence",
                        CborValue.array(List.of(
                                CborValue.of("x"),
                                CborValue.map()
                                        .put("url", "https://example.com/terms")
                                        .put("effectiveFrom", "soon")
                                        .build())))
                .build();
        OutputRights rights = OutputRightsCodec.decode(foreign);
        assertThat(rights.tool().name()).isEqualTo("VideoGen");
        assertThat(rights.tool().channel()).isEmpty();
        assertThat(rights.terms().rights().status()).isEqualTo(RightsStatus.UNKNOWN);
        assertThat(rights.terms().rights().exclusive().value()).isEqualTo(Rights.Tri.UNKNOWN);
        assertThat(rights.terms().rights().use(WindowUse.Window.THEATRICAL).permission())
                .isEqualTo(WindowUse.Permission.ALLOWED);
        assertThat(rights.terms().rights().use(WindowUse.Window.ADVERTISING).permission())
                .isEqualTo(WindowUse.Permission.UNKNOWN);
        assertThat(rights.terms().evidence()).singleElement().satisfies(evidence -> {
            assertThat(evidence.url()).contains("https://example.com/terms");
            assertThat(evidence.clauseSeen()).isFalse();
        });
        assertThat(OutputRightsCodec.decode(CborValue.map().build()).tool().name())
                .isEqualTo("unknown");
        assertThat(DeclarationCodec.decode(CborValue.map().build())).isEmpty();
    }
}
