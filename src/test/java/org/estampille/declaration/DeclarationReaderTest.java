package org.estampille.declaration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.time.Instant;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.estampille.bytes.Octets;
import org.estampille.catalogue.DigitalSourceType;
import org.estampille.catalogue.RightsMechanism;
import org.estampille.catalogue.RightsStatus;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DeclarationReaderTest {

    @Test
    void the_example_is_valid_and_complete() {
        Declaration example = Yaml.declared(DeclarationExample.yaml());
        assertThat(example.uses()).hasSize(3);
        assertThat(example.extent()).isEqualTo(Extent.GENERATED);
        assertThat(example.sourceType()).isEqualTo(DigitalSourceType.TRAINED_ALGORITHMIC_MEDIA);
        assertThat(example.uses().get(0).terms().rights().status()).isEqualTo(RightsStatus.LICENSED);
    }

    @Test
    void the_example_has_each_status_bare_and_alone_on_its_line() {
        assertThat(DeclarationExample.yaml().lines().filter(line -> line.contains("status:")))
                .hasSize(3)
                .allMatch(line -> line.matches(" +status: [a-z-]+"));
    }

    @Test
    void any_status_can_stand_in_the_example() {
        for (RightsStatus status : RightsStatus.values()) {
            String changed = DeclarationExample.yaml().replaceAll("status: [a-z-]+", "status: " + status.word());
            assertThat(Yaml.declared(changed).uses())
                    .allMatch(use -> use.terms().rights().status() == status);
        }
    }

    @Test
    void two_uses_with_one_id_are_a_fault_with_line_and_field() {
        String yaml = Yaml.work(
                Yaml.use("id: v1", "extent: generated"),
                Yaml.use("id: v2", "extent: modified"),
                Yaml.use("id: v1", "extent: modified"));
        assertThat(Yaml.problems(yaml)).singleElement().satisfies(problem -> {
            assertThat(problem.line()).isEqualTo(10);
            assertThat(problem.field()).isEqualTo("uses[2].id");
            assertThat(problem.message()).contains("v1", "line 4");
        });
    }

    @Test
    void what_a_region_a_time_code_or_a_text_hides_is_told() {
        String rate = "frameRate: \"25\"\nstartTimecode: \"10:00:00:00\"\n";
        String use = "extent: generated";
        assertThat(Yaml.problems(rate + Yaml.work(Yaml.use(use, "ranges: [{tcIn: \"09:59:00:00\"}]"))))
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.field()).isEqualTo("uses[0].ranges[0].tcIn");
                    assertThat(problem.message()).contains("is before startTimecode, 10:00:00:00");
                });
        String region = "ranges: [{region: {unit: percent, x: 60, y: 0, width: 50, height: 100}}]";
        assertThat(Yaml.problems(Yaml.work(Yaml.use(use, region))))
                .singleElement()
                .satisfies(problem -> assertThat(problem.message()).contains("ends beyond the picture"));
        assertThat(Yaml.problems(Yaml.work(Yaml.use(use, region.replace("percent", "pixel")))))
                .isEmpty();
        for (String hidden : new String[] {"\\u202E", "\\u2067", "\\u0007", "\\e"}) {
            assertThat(Yaml.problems(Yaml.work(Yaml.GENERATED).replace("title: Work", "title: \"W" + hidden + "ork\"")))
                    .as(hidden)
                    .singleElement()
                    .satisfies(problem -> assertThat(problem.field()).isEqualTo("title"));
        }
    }

    @Test
    void an_unknown_person_is_told_beside_what_else_is_wrong() {
        String yaml = Yaml.work(
                        Yaml.use("extent: enormous", "persons: [cast-9]"),
                        Yaml.use("extent: generated", "persons: [cast-8]"))
                + "persons:\n  - {ref: cast-1, consent: perhaps}\n";
        assertThat(Yaml.problems(yaml))
                .extracting(DeclarationProblem::field)
                .containsExactlyInAnyOrder(
                        "uses[0].extent", "uses[0].persons", "uses[1].persons", "persons[0].consent");
    }

    @Test
    void rights_nobody_speaks_of_are_unknown() {
        ToolTerms terms = Yaml.declared(Yaml.work(Yaml.GENERATED)).uses().get(0).terms();
        assertThat(terms.rights().status()).isEqualTo(RightsStatus.UNKNOWN);
        assertThat(terms.rights().mechanism()).isEqualTo(RightsMechanism.NOT_SEEN);
        assertThat(terms.rights().transferable().value()).isEqualTo(Rights.Tri.UNKNOWN);
        assertThat(terms.rights().use(WindowUse.Window.THEATRICAL).permission())
                .isEqualTo(WindowUse.Permission.UNKNOWN);
        assertThat(terms.vendor().indemnity().value()).isEqualTo(VendorTerms.Stance.UNKNOWN);
        assertThat(terms.humanAuthorship().level()).isEmpty();
        assertThat(terms).isEqualTo(ToolTerms.unknown());
    }

    @Test
    void reports_every_problem_with_line_field_and_remedy() {
        String yaml = """
                titel: Work
                workKind: fictoin
                firstExposure: 2026-02-30
                territories: [fr]
                allActionsIncluded: "yes"
                uses:
                  - extent: generated
                    operations: denoise
                    tool:
                      vendor: V
                      channel: clowd
                    rights:
                      status: lisenced
                      exclusive: {value: maybe}
                      uses: {theatrical: fine, cinema: allowed}
                  - tool: T
                    persons: [p1]
                    generatedAt: yesterday
                    evidence:
                      - rawSha256: abc
                persons:
                  - kind: performer
                """;
        assertThat(Yaml.problems(yaml))
                .extracting(DeclarationProblem::line, DeclarationProblem::field, DeclarationProblem::message)
                .satisfies(found -> assertThat(found)
                        .isSortedAccordingTo((left, right) ->
                                Integer.compare((Integer) left.toList().get(0), (Integer)
                                        right.toList().get(0))))
                .contains(
                        tuple(1, "titel", "is not a known field; did you mean \"title\"?"),
                        tuple(1, "title", "is missing"),
                        tuple(10, "uses[0].tool.name", "is missing; name the tool"));
        assertThat(Yaml.problems(yaml))
                .extracting(problem -> problem.line() + " " + problem.field())
                .containsExactlyInAnyOrder(
                        "1 titel",
                        "1 title",
                        "2 workKind",
                        "3 firstExposure",
                        "4 territories[0]",
                        "5 allActionsIncluded",
                        "8 uses[0].operations",
                        "10 uses[0].tool.name",
                        "11 uses[0].tool.channel",
                        "13 uses[0].rights.status",
                        "14 uses[0].rights.exclusive.value",
                        "15 uses[0].rights.uses.theatrical",
                        "15 uses[0].rights.uses.cinema",
                        "16 uses[1].extent",
                        "16 uses[1].tool",
                        "18 uses[1].generatedAt",
                        "20 uses[1].evidence[0].rawSha256",
                        "22 persons[0].ref");
        assertThat(Yaml.problems(yaml))
                .filteredOn(problem -> problem.line() == 13)
                .extracting(DeclarationProblem::message)
                .containsExactly("\"lisenced\" is not allowed; did you mean \"licensed\"? Allowed: assigned, licensed,"
                        + " owned-by-user-as-between-parties, public-domain-or-none, retained-by-vendor,"
                        + " non-commercial-only, unknown");
    }

    @Test
    void json_is_read_like_yaml() {
        String json = """
                {"title": "Work", "uses": [{"extent": "assistive", "tool": {"name": "T", "version": 3.10},
                  "rights": {"status": "assigned"}}]}
                """;
        AiUse use = Yaml.declared(json).uses().get(0);
        assertThat(use.tool().version()).contains("3.10");
        assertThat(use.terms().rights().status()).isEqualTo(RightsStatus.ASSIGNED);
    }

    @Test
    void numbers_keep_the_digits_they_were_written_with() {
        assertThat(Yaml.declared("title: 1917\ndigitalSourceType: negativeFilm").title())
                .isEqualTo("1917");
        assertThat(Yaml.declared(Yaml.work(Yaml.use("extent: generated", "seed: 0042")))
                        .uses()
                        .get(0)
                        .seed())
                .contains("0042");
    }

    @Test
    void a_file_without_ai_must_say_where_its_content_comes_from() {
        assertThat(Yaml.problems("title: Work"))
                .singleElement()
                .satisfies(problem -> assertThat(problem.message()).contains("digitalCapture"));
        assertThat(Yaml.declared("title: Work\ndigitalSourceType: digitalCapture")
                        .sourceType())
                .isEqualTo(DigitalSourceType.DIGITAL_CAPTURE);
        assertThat(Yaml.problems(Yaml.work(Yaml.use("extent: generated", "inFinalOutput: no"))))
                .extracting(DeclarationProblem::field)
                .containsExactly("digitalSourceType");
    }

    @ParameterizedTest
    @CsvSource({
        "generated, digitalCapture",
        "generated, compositeWithTrainedAlgorithmicMedia",
        "modified, trainedAlgorithmicMedia",
        "modified, algorithmicallyEnhanced",
        "assistive, trainedAlgorithmicMedia",
        "assistive, empty"
    })
    void a_source_type_may_not_contradict_the_extent(String extent, String type) {
        assertThat(Yaml.problems(Yaml.work(Yaml.use("extent: " + extent, "digitalSourceType: " + type))))
                .singleElement()
                .satisfies(problem -> assertThat(problem.field()).isEqualTo("uses[0].digitalSourceType"));
    }

    @Test
    void the_whole_may_not_be_declared_free_of_ai_that_shows_in_it() {
        assertThat(Yaml.problems(Yaml.work(Yaml.GENERATED) + "digitalSourceType: digitalCapture"))
                .extracting(DeclarationProblem::field)
                .containsExactly("digitalSourceType");
    }

    @ParameterizedTest
    @CsvSource({
        "extent: generated, '', GENERATED",
        "extent: generated, 'ranges: [{from: 1, to: 2}]', MODIFIED",
        "extent: modified, '', MODIFIED",
        "extent: assistive, '', ASSISTIVE",
        "extent: generated, inFinalOutput: unknown, GENERATED"
    })
    void the_extent_of_the_whole_follows_from_what_shows(String extent, String other, Extent whole) {
        String use = other.isEmpty() ? Yaml.use(extent) : Yaml.use(extent, other);
        assertThat(Yaml.declared(Yaml.work(use, Yaml.use("extent: assistive"))).extent())
                .isEqualTo(whole);
    }

    @Test
    void uses_refer_only_to_persons_that_are_declared() {
        String yaml = Yaml.work(Yaml.use("extent: modified", "persons: [cast-1]")) + "persons: [{ref: cast-01}]";
        assertThat(Yaml.problems(yaml))
                .singleElement()
                .satisfies(problem -> assertThat(problem.message()).contains("did you mean \"cast-01\"?"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"title: a\ntitle: b\ndigitalSourceType: print", "{\"title\": \"a\", \"title\": \"b\"}"})
    void a_field_may_stand_only_once_in_its_group(String yaml) {
        assertThat(Yaml.problems(yaml)).anySatisfy(problem -> {
            assertThat(problem.field()).isEqualTo("title");
            assertThat(problem.message()).isEqualTo("stands twice in the same group");
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "# only a comment",
                "---\n...",
                "just text",
                "- a list",
                "title: [",
                "title: \"open",
                "\ttitle: tab",
                "title: *nowhere",
                "title: a\n---\ntitle: b",
                "title: !!java.net.URL [http://example.com]",
                "title: !custom x",
                "? [a, b]\n: c",
                "title: \u0007bell",
                "&a [*a]",
                "%YAML 9.9\n---\ntitle: a",
                "title:",
                "title: '   '",
                "title: true"
            })
    void broken_documents_are_problems_with_a_line_and_no_surprise(String yaml) {
        assertThat(Yaml.problems(yaml)).isNotEmpty().allMatch(problem -> problem.line() >= 1);
    }

    @Test
    void hostile_documents_end_quickly() {
        StringBuilder bomb = new StringBuilder("a0: &a0 [x,x,x,x,x,x,x,x,x]\n");
        for (int i = 1; i < 30; i++) {
            bomb.append("a%d: &a%d [%s]\n".formatted(i, i, "*a" + (i - 1) + ",*a" + (i - 1) + ",*a" + (i - 1)));
        }
        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
            assertThat(Yaml.problems(bomb.toString()))
                    .extracting(DeclarationProblem::message)
                    .containsExactly("holds more than 20000 values");
            assertThat(Yaml.problems("[".repeat(200_000)))
                    .extracting(DeclarationProblem::message)
                    .containsExactly("is nested more than 32 levels deep");
            assertThat(Yaml.problems("{a: ".repeat(100_000))).hasSize(1);
            assertThat(Yaml.problems("x: y\n".repeat(300_000))).hasSize(1);
            assertThat(Yaml.problems("- ".repeat(300_000))).hasSize(1);
        });
    }

    @Test
    void what_is_quoted_from_a_document_is_safe_to_print() {
        assertThat(Yaml.problems("title: a\ndigitalSourceType: \"\\e[31m\\u202Eprint\""))
                .singleElement()
                .satisfies(problem ->
                        assertThat(problem.message()).doesNotContain("\u001b").doesNotContain("\u202e"));
    }

    @Test
    void octets_that_are_not_text_are_refused() {
        assertThat(DeclarationReader.read(Octets.of(0x74, 0xFF, 0xFE), "x"))
                .asInstanceOf(InstanceOfAssertFactories.type(DeclarationOutcome.Faulty.class))
                .satisfies(
                        faulty -> assertThat(faulty.problems().get(0).message()).isEqualTo("is not UTF-8 text"));
        assertThat(DeclarationReader.read(Octets.zeros(DeclarationReader.LONGEST + 1), "x"))
                .isInstanceOf(DeclarationOutcome.Faulty.class);
        assertThat(DeclarationReader.read(Octets.ofUtf8("\uFEFFtitle: a\ndigitalSourceType: print"), "x"))
                .isInstanceOf(DeclarationOutcome.Declared.class);
    }

    @ParameterizedTest
    @CsvSource({
        "00:12:04.250, 00:12:04.250",
        "12:04, 00:12:04.000",
        "75.5, 00:01:15.500",
        "0, 00:00:00.000",
        "1:2:3, 01:02:03.000",
        "23:59:59.999999999, 23:59:59.999"
    })
    void times_are_read_from_the_start_of_the_file(String written, String normal) {
        assertThat(PlayTime.of(written).map(PlayTime::text)).contains(normal);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "00:12:04:10", "24:00:00", "86400", "1:60", "60:00", "-1", "1.", ".5", "1:2:3.1234567890"})
    void other_times_are_refused(String written) {
        assertThat(PlayTime.of(written)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ranges: [{from: 3, to: 2}]",
                "ranges: [{startFrame: 3, endFrame: 2}]",
                "ranges: [{}]",
                "ranges: [{startFrame: -1}]",
                "ranges: [{region: {x: 1, y: 1, width: 2}}]",
                "ranges: [{region: {x: -1, y: 1, width: 2, height: .inf}}]"
            })
    void ranges_must_make_sense(String ranges) {
        assertThat(Yaml.problems(Yaml.work(Yaml.use("extent: modified", ranges))))
                .isNotEmpty();
    }

    @Test
    void moments_are_as_exact_as_they_are_written() {
        assertThat(Moment.of("2026-10-02T09:14:00+02:00").orElseThrow().exact())
                .contains(Instant.parse("2026-10-02T07:14:00Z"));
        Moment day = Moment.of("2026-10-02").orElseThrow();
        assertThat(day.exact()).isEmpty();
        assertThat(day.latest()).isEqualTo(Instant.parse("2026-10-02T23:59:59Z"));
        assertThat(Moment.of("2026-10-02/2026-10-03T00:00:00Z").orElseThrow().earliest())
                .isEqualTo(Instant.parse("2026-10-02T00:00:00Z"));
        assertThat(Moment.of("2026-10-03/2026-10-01")).isEmpty();
        assertThat(Moment.of("2026-10-02T09:14Z")).isEmpty();
        assertThat(Moment.of("2026-10-02 09:14:00Z")).isEmpty();
    }

    @Test
    void every_status_has_its_french_word() {
        assertThat(RightsStatus.values())
                .extracting(RightsStatus::statusFr)
                .containsExactly("cédé", "concédé", "reconnu", "sans-droit", "réservé", "concédé", "inconnu");
    }
}
