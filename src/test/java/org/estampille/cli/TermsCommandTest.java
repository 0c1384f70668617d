package org.estampille.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.estampille.bytes.Octets;
import org.estampille.bytes.ReadLimits;
import org.estampille.terms.CaptureStanding;
import org.estampille.terms.HouseCatalogue;
import org.estampille.terms.TermsCatalogue;
import org.estampille.terms.TermsDigest;
import org.estampille.terms.TermsState;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

class TermsCommandTest {

    private static final String PAGE = "<html><body><p>You own the output, if any.</p></body></html>";

    @TempDir
    Path folder;

    private Terminal terminal = new Terminal(Path.of("."));

    @BeforeEach
    void open() throws IOException {
        terminal = new Terminal(folder);
        Files.writeString(folder.resolve("terms.html"), PAGE);
    }

    private int capture(String file, String from, String... more) {
        List<String> arguments = Stream.concat(
                        Stream.of(
                                "terms", "capture", file, "--tool", "Suno", "--plan", "Pro", "--effective-from", from),
                        Stream.of(more))
                .toList();
        return terminal.run(arguments.toArray(String[]::new));
    }

    private Path house() {
        return folder.resolve("config/estampille/terms");
    }

    private static Path only(Path place) throws IOException {
        try (Stream<Path> files = Files.list(place)) {
            List<Path> all = files.toList();
            assertThat(all).hasSize(1);
            return all.get(0);
        }
    }

    private JsonNode checked(String at) {
        terminal.run("terms", "check", "--json", "--at", at);
        return new ObjectMapper().readTree(terminal.out().lines().findFirst().orElse("{}"));
    }

    @Test
    void a_picture_is_no_text_of_terms() throws IOException {
        try (var picture = TermsCommandTest.class.getResourceAsStream("/org/estampille/demo/picture.png")) {
            Files.copy(picture, folder.resolve("picture.png"));
        }
        assertThat(capture("picture.png", "2026-01-01")).isEqualTo(2);
        assertThat(terminal.err()).contains("picture.png is a picture, film or sound and has no text of terms");
        assertThat(house()).doesNotExist();
    }

    @Test
    void a_capture_that_nobody_read_or_signed_for_leaves_something_to_do() {
        assertThat(capture("terms.html", "2026-01-01")).isZero();
        assertThat(terminal.run("terms", "check")).isEqualTo(4);
        assertThat(terminal.out()).contains("Nobody has read the clause").doesNotContain("Nothing to do");
        assertThat(capture("terms.html", "2026-01-01", "--clause-ref", "4", "--clause-seen", "--force"))
                .isZero();
        assertThat(terminal.run("terms", "check")).isEqualTo(4);
        assertThat(terminal.out()).contains("No reviewer is named").doesNotContain("Nothing to do");
        assertThat(capture(
                        "terms.html",
                        "2026-01-01",
                        "--clause-ref",
                        "4",
                        "--clause-seen",
                        "--reviewer",
                        "r-1",
                        "--force"))
                .isZero();
        assertThat(terminal.run("terms", "check")).isZero();
        assertThat(terminal.out()).contains("Nothing to do.");
    }

    @Test
    void the_list_shows_tool_plan_status_in_two_languages_grade_and_date() {
        assertThat(terminal.run("terms", "list")).isZero();
        assertThat(terminal.out().lines()).hasSizeGreaterThan(90);
        assertThat(terminal.out()).containsPattern("Suno +Pro/Premier +assigned +cédé +B \\* +not known");
        assertThat(terminal.out()).containsPattern("Midjourney .* reconnu +first-hand +2026-05-27");
        assertThat(terminal.out().lines()).allSatisfy(line -> assertThat(line).hasSizeLessThan(150));
    }

    private CaptureStanding standing(IOException answer) throws Exception {
        return new HouseCatalogue(house())
                .standings(
                        Instant.parse("2026-12-01T00:00:00Z"),
                        TermsCatalogue.bundled(),
                        Optional.of(address -> TermsFolder.page(
                                any -> {
                                    throw answer;
                                },
                                address)),
                        ReadLimits.standard())
                .get(0);
    }

    @Test
    void only_a_page_that_is_gone_is_unreachable_and_other_failures_are_told() throws Exception {
        assertThat(capture("terms.html", "2026-10-01", "--url", "https://terms.example/suno"))
                .as(terminal.err())
                .isZero();
        CaptureStanding gone = standing(new UnknownHostException("terms.example"));
        assertThat(gone.state()).isEqualTo(TermsState.UNREACHABLE);
        assertThat(TermsWords.reason(gone)).contains("The page is gone (no host of the name terms.example)");
        CaptureStanding failed = standing(new SocketTimeoutException("the store did not answer in time"));
        assertThat(failed.state()).isEqualTo(TermsState.CURRENT);
        assertThat(TermsWords.reason(failed)).contains("could not be asked (the store did not answer in time)");
    }

    @Test
    void the_list_can_be_cut_down_by_vendor_and_by_status_in_either_language() {
        terminal.run("terms", "list", "--vendor", "suno", "--status", "réservé", "--json");
        JsonNode row = new ObjectMapper().readTree(terminal.out());
        assertThat(row.path("id").asString()).isEqualTo("suno-basic");
        assertThat(row.path("gateUsable").asBoolean(true)).isFalse();
        assertThat(terminal.run("terms", "list", "--status", "owned")).isEqualTo(2);
        assertThat(terminal.err()).contains("There is no status 'owned'", "non-commercial-only");
    }

    @Test
    void a_tool_is_shown_with_what_it_cannot_prove_and_with_its_history() {
        assertThat(terminal.run("terms", "show", "midjourney", "--history", "--at", "2023-12-01"))
                .isZero();
        assertThat(terminal.out())
                .contains("owned-by-user-as-between-parties (reconnu), by ownership-acknowledgement")
                .contains("2023-12-20  STATUS")
                .contains("on 2023-12-01");
        assertThat(terminal.err()).contains("not a copyright opinion");
        terminal.run("terms", "show", "runway");
        assertThat(terminal.out()).contains("clause NOT seen", "cannot pass a gate by itself");
        terminal.run("terms", "show", "openai-consumer");
        assertThat(terminal.out()).contains("replaced by      ota-openai-chatgpt-eu-consumer");
        assertThat(terminal.run("terms", "show", "Mijourney")).isEqualTo(2);
        assertThat(terminal.err()).contains("Near it: ", "Midjourney");
        assertThat(terminal.run("terms", "show", "suno", "--plan", "gold")).isEqualTo(2);
        assertThat(terminal.err()).contains("there are: Basic (free); Pro/Premier");
    }

    @Test
    void a_capture_keeps_octets_digests_dates_and_reviewer_and_is_current_for_ninety_days() throws IOException {
        Files.writeString(folder.resolve("invoice.txt"), "Pro plan");
        assertThat(capture(
                        "terms.html",
                        "2026-10-01",
                        "--clause-ref",
                        "s.4",
                        "--clause-seen",
                        "--plan-proof",
                        "invoice.txt",
                        "--reviewer",
                        "clearance-01"))
                .isZero();
        String raw = TermsDigest.of(Octets.ofUtf8(PAGE)).value().hex();
        assertThat(terminal.out())
                .contains("captured suno.pro.2026-10-01." + raw.substring(0, 8), raw, "re-check by   2027-02-20");
        assertThat(Files.readString(house().resolve("evidence").resolve(raw + ".html")))
                .isEqualTo(PAGE);
        String record = Files.readString(only(house().resolve("captures")));
        assertThat(record)
                .contains("rawSha256: \"" + raw)
                .contains("textSha256: \""
                        + TermsDigest.of(Octets.ofUtf8("You own the output, if any."))
                                .value()
                                .hex())
                .contains("planProofSha256: \""
                        + TermsDigest.of(Octets.ofUtf8("Pro plan")).value().hex())
                .contains("reviewer: \"clearance-01\"", "clauseSeen: \"true\"", "method: \"browser\"")
                .doesNotContain("You own");
        assertThat(terminal.run("terms", "check")).isZero();
        assertThat(terminal.out()).startsWith("current ");
        assertThat(capture("terms.html", "2026-10-01")).isEqualTo(2);
        assertThat(terminal.err()).contains("archived already");
    }

    @Test
    void each_state_of_a_capture_has_its_reason_its_remedy_and_its_exit_code() throws IOException {
        assertThat(terminal.run("terms", "check")).isZero();
        capture(
                "terms.html",
                "2026-01-01",
                "--effective-to",
                "2027-06-30",
                "--clause-ref",
                "4",
                "--clause-seen",
                "--reviewer",
                "r-1");
        assertThat(checked("2027-02-20").path("state").asString()).isEqualTo("current");
        assertThat(checked("2027-02-21").path("state").asString()).isEqualTo("stale");
        assertThat(terminal.run("terms", "check", "--at", "2027-02-21")).isEqualTo(4);
        assertThat(checked("2027-07-01").path("state").asString()).isEqualTo("out-of-window");
        assertThat(terminal.run("terms", "check", "--at", "2025-12-31")).isEqualTo(1);
        assertThat(terminal.out()).contains("2026-01-01 to 2027-06-30", "Capture the terms that are in force");

        Path text = only(house().resolve("evidence"));
        Files.writeString(text, PAGE + " ");
        assertThat(checked("2026-11-22").path("state").asString()).isEqualTo("tampered");
        assertThat(terminal.run("terms", "check")).isEqualTo(1);
        Files.delete(text);
        assertThat(checked("2026-11-22").path("state").asString()).isEqualTo("archive-missing");
        assertThat(terminal.run("terms", "check")).isEqualTo(4);
        Files.writeString(text, PAGE);
        assertThat(terminal.run("terms", "check")).isZero();

        Files.writeString(folder.resolve("new.html"), PAGE.replace("own", "may use"));
        capture("new.html", "2026-11-01");
        terminal.run("terms", "check", "--json");
        assertThat(terminal.out())
                .contains("\"state\":\"superseded\"", "\"newer\":\"suno.pro.2026-11-01.", "\"state\":\"current\"");
        assertThat(checked("2026-10-31").path("state").asString()).isEqualTo("current");
    }

    @Test
    void the_same_text_can_be_archived_for_two_regions() {
        assertThat(capture("terms.html", "2026-01-01", "--region", "EEA")).isZero();
        assertThat(terminal.out()).startsWith("captured suno.pro.eea.2026-01-01.");
        assertThat(capture("terms.html", "2026-01-01", "--region", "US")).isZero();
        terminal.run("terms", "check");
        assertThat(terminal.out()).contains("suno.pro.eea.", "suno.pro.us.").doesNotContain("superseded");
    }

    @Test
    void an_open_contradiction_is_a_conflict() {
        capture("terms.html", "2026-01-01", "--conflict");
        assertThat(terminal.run("terms", "check")).isEqualTo(1);
        assertThat(terminal.out()).startsWith("conflict ").contains("Settle the contradiction");
    }

    @Test
    void two_captures_are_compared_word_by_word() throws IOException {
        capture("terms.html", "2026-01-01");
        Files.writeString(folder.resolve("new.html"), PAGE.replace("own", "may use"));
        assertThat(terminal.run("terms", "diff", "suno.pro.2026-01-01", "new.html"))
                .isZero();
        assertThat(terminal.out()).contains("~ You [-own-] {+may use+} the output, if any.");
        assertThat(terminal.run("terms", "diff", "terms.html", "terms.html")).isZero();
        assertThat(terminal.out()).contains("the same");
        assertThat(terminal.run("terms", "diff", "nothing", "new.html")).isEqualTo(2);
        assertThat(terminal.err()).contains("neither a file nor a capture 'nothing'");
    }

    @Test
    void nothing_is_fetched_without_leave() {
        assertThat(capture("https://example.com/terms", "2026-01-01")).isEqualTo(2);
        assertThat(terminal.err()).contains("--allow-network");
        assertThat(house()).doesNotExist();
    }

    @Test
    void a_capture_that_cannot_be_made_leaves_nothing_behind_and_says_what_to_do() throws IOException {
        Files.writeString(folder.resolve("bad.pdf"), "%PDF-1.7 broken");
        Files.writeString(folder.resolve("empty.html"), "");
        assertThat(capture("bad.pdf", "2026-01-01")).isEqualTo(5);
        assertThat(terminal.err())
                .contains("bad.pdf looks like PDF but cannot be read")
                .doesNotContain("at org.");
        assertThat(capture("empty.html", "2026-01-01")).isEqualTo(2);
        assertThat(capture("absent.html", "2026-01-01")).isEqualTo(6);
        assertThat(capture("terms.html", "2026-01-01", "--clause-seen")).isEqualTo(2);
        assertThat(terminal.err()).contains("--clause-ref");
        assertThat(capture("terms.html", "2026-01-01", "--method", "fax")).isEqualTo(2);
        assertThat(capture("terms.html", "tomorrow")).isEqualTo(2);
        assertThat(house()).doesNotExist();
    }

    @Test
    void two_rows_of_one_name_never_answer_in_turn() throws IOException {
        String row = "id: %s\nvendor: Suno\ntool: Suno\nplan: %s\neffectiveFrom: '2026-01-01'\n"
                + "rights: {status: licensed, mechanism: licence-grant}\nevidence: {grade: D}\n";
        Files.writeString(folder.resolve("one.yaml"), row.formatted("deal-1", "Deal"));
        Files.writeString(
                folder.resolve("two.yaml"),
                "rows:\n"
                        + Stream.of(row.formatted("deal-2", "Deal 2"), row.formatted("deal-1", "Other"))
                                .map(text -> "  - " + text.strip().replace("\n", "\n    ") + "\n")
                                .reduce("", String::concat));
        assertThat(terminal.run("terms", "add", "one.yaml")).as(terminal.err()).isZero();
        assertThat(terminal.run("terms", "add", "two.yaml")).isEqualTo(2);
        assertThat(terminal.err())
                .contains("There is a row 'deal-1' already, in ")
                .contains("deal-1.yaml");
        assertThat(terminal.run("terms", "add", "two.yaml", "--force")).isEqualTo(2);
        assertThat(terminal.err()).contains("take it out there");
        Files.copy(folder.resolve("two.yaml"), house().resolve("rows/deal-2.yaml"));
        for (String command : new String[] {"list", "show deal-1", "check"}) {
            assertThat(terminal.run(("terms " + command).split(" ")))
                    .as(command)
                    .isEqualTo(2);
            assertThat(terminal.err()).contains("'deal-1' stands in another file of the house too");
        }
    }

    @Test
    void a_mistyped_folder_or_tool_is_told() {
        for (String command : new String[] {"list", "show suno", "check", "diff a b"}) {
            assertThat(terminal.run(("terms " + command + " --catalogue typo").split(" ")))
                    .as(command)
                    .isEqualTo(6);
            assertThat(terminal.err()).contains("--catalogue typo: no such folder");
        }
        assertThat(capture("terms.html", "2026-01-01")).isZero();
        assertThat(terminal.err()).doesNotContain("warning");
        assertThat(terminal.run(
                        "terms",
                        "capture",
                        "terms.html",
                        "--tool",
                        "Sumo",
                        "--plan",
                        "Pro",
                        "--effective-from",
                        "2026-01-01"))
                .isZero();
        assertThat(terminal.err()).contains("no row of the catalogue is about a tool called \"Sumo\"");
    }

    @Test
    void a_damaged_house_catalogue_stops_the_command() throws IOException {
        capture("terms.html", "2026-01-01");
        Files.writeString(only(house().resolve("captures")), "tool: x\n");
        assertThat(terminal.run("terms", "check")).isEqualTo(2);
        assertThat(terminal.err()).contains("rawSha256: is missing", "is unusable");
    }
}
