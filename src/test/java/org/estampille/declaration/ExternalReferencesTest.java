package org.estampille.declaration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.estampille.cbor.CborValue;
import org.junit.jupiter.api.Test;

/** Which addresses of captured terms carry a hash. */
class ExternalReferencesTest {

    private static final Inception CREATED = new Inception.Created();

    @Test
    void a_reference_is_hashed_only_to_an_address_that_serves_the_very_octets() {
        String commit = "7fdca3a49591314905c2c62a3adf8c601341b3ee";
        String raw = "https://raw.githubusercontent.com/OpenTermsArchive/genai-versions/" + commit + "/A%20B/Terms.md";
        Map<String, String> hashed = Map.of(
                "https://web.archive.org/web/20260101000000id_/https://vendor.com/t",
                "https://web.archive.org/web/20260101000000id_/https://vendor.com/t",
                raw,
                raw,
                "OpenTermsArchive/genai-versions@" + commit + ":A B/Terms.md",
                raw);
        hashed.forEach((reference, url) -> {
            CborValue.Map location = location(reference);
            assertThat(Drafts.text(location, "url")).isEqualTo(url);
            assertThat(location.get("hash")).as(reference).isPresent();
        });
        for (String framed : List.of(
                "https://web.archive.org/web/20260101000000/https://vendor.com/t",
                "https://perma.cc/ABCD-1234",
                "https://github.com/OpenTermsArchive/x/blob/" + commit + "/t.md",
                "https://raw.githubusercontent.com/OpenTermsArchive/x/main/t.md")) {
            CborValue.Map location = location(framed);
            assertThat(Drafts.text(location, "url")).isEqualTo(framed);
            assertThat(location.get("hash")).as(framed).isEmpty();
        }
    }

    @Test
    void an_address_that_leads_out_of_its_capture_is_not_hashed() {
        String raw = "https://raw.githubusercontent.com/o/r/" + "0123456789".repeat(4) + "/";
        for (String detour : List.of(
                raw + "../main/f.md",
                raw + "a/..",
                raw + "./../main/f.md",
                raw + ".//f.md",
                raw + "a//f.md",
                raw + "%2e%2e/main/f.md",
                raw + ".%2E/main/f.md",
                raw + "..%2Fmain/f.md",
                raw + "%252e%252e/main/f.md",
                raw + "..%5cmain/f.md",
                raw.replace("/o/", "/../") + "f.md",
                "https://web.archive.org/web/20260101000000id_/../20270101000000id_/https://vendor.com/t")) {
            CborValue.Map location = location(detour);
            assertThat(Drafts.text(location, "url")).isEqualTo(detour);
            assertThat(location.get("hash")).as(detour).isEmpty();
        }
        String yaml = Yaml.work(Yaml.use(
                "extent: generated",
                "evidence: [{ rawSha256: " + "ab".repeat(32) + ", archiveRef: '" + raw + "..\\main\\f.md' }]"));
        assertThat(Drafts.contents(Drafts.draft(yaml, CREATED), "c2pa.external-reference"))
                .isEmpty();
        CborValue.Map dots = location(raw + "..a/f..md");
        assertThat(dots.get("hash")).isPresent();
    }

    private static CborValue.Map location(String archiveRef) {
        String yaml = Yaml.work(Yaml.use(
                "extent: generated",
                "evidence: [{ rawSha256: " + "ab".repeat(32) + ", archiveRef: \"" + archiveRef + "\" }]"));
        return Drafts.map(
                Drafts.contents(Drafts.draft(yaml, CREATED), "c2pa.external-reference")
                        .get(0),
                "location");
    }
}
