package org.estampille.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.estampille.cbor.CborValue;
import org.estampille.declaration.Declaration;
import org.estampille.declaration.DeclarationCodec;
import org.estampille.declaration.DeclarationOutcome;
import org.estampille.declaration.DeclarationReader;
import org.estampille.disclosure.ContentDisclosure;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Regions of the world among the territories: refused when they are typed, and judged where they were signed. */
final class RegionsTest {

    @ParameterizedTest
    @ValueSource(strings = {"142", "019", "150", "156"})
    void a_region_is_refused_with_what_to_write_instead(String code) {
        DeclarationOutcome outcome =
                DeclarationReader.read("title: A\nterritories: [\"" + code + "\"]\nuses: []\n", "a.yaml");
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        DeclarationOutcome.Faulty.class,
                        faulty -> assertThat(faulty.problems().toString())
                                .contains("is not an ISO 3166 country code such as FR, or 001")
                                .contains("name the countries of a region one by one"));
    }

    @ParameterizedTest
    @CsvSource({
        "china-gb-45438, CN-01, 142, true",
        "china-gb-45438, CN-01, 030, true",
        "china-gb-45438, CN-01, 001, true",
        "china-gb-45438, CN-01, CN, true",
        "china-gb-45438, CN-01, 150, false",
        "china-gb-45438, CN-01, FR, false",
        "california-sb-942, US-AD-00, 019, true",
        "california-sb-942, US-AD-00, 021, true",
        "california-sb-942, US-AD-00, US, true",
        "california-sb-942, US-AD-00, 142, false",
    })
    void a_region_that_was_signed_asks_the_law_of_a_country_in_it(
            String profile, String rule, String territory, boolean asked) {
        Verdict verdict = BundledProfiles.named(profile)
                .orElseThrow()
                .judge(Dossier.stated(
                        signed(territory),
                        ContentDisclosure.nothing(),
                        Instant.parse("2026-11-22T12:00:00Z"),
                        Optional.of("video/mp4"),
                        House.none()));
        assertThat(verdict.rules())
                .filteredOn(result -> result.id().equals(rule))
                .singleElement()
                .satisfies(result ->
                        assertThat(result.outcome() != Outcome.NOT_APPLICABLE).isEqualTo(asked));
    }

    private static Declaration signed(String territory) {
        CborValue.Map use = CborValue.map()
                .put("extent", "generated")
                .put("modality", "video")
                .put("inFinalOutput", "yes")
                .put("tool", CborValue.map().put("name", "Tool").build())
                .build();
        return DeclarationCodec.decode(CborValue.map()
                        .put("title", "An advert")
                        .put("workKind", "advert")
                        .putTexts("territories", List.of(territory))
                        .put("uses", CborValue.array(List.of(use)))
                        .build())
                .orElseThrow();
    }
}
