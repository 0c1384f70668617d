package org.estampille.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.estampille.declaration.Declaration;
import org.estampille.declaration.DeclarationOutcome;
import org.estampille.declaration.DeclarationReader;
import org.estampille.formula.FormulaLimits;
import org.estampille.formula.JsonObject;
import org.estampille.formula.JsonReader;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What people see or hear of a file whose media type does not tell. */
final class ContentKindTest {

    private static final String PICTURE = "{extent: modified, inFinalOutput: yes, modality: image, tool: {name: T}}";
    private static final String VOICE = "{extent: generated, inFinalOutput: yes, modality: audio, tool: {name: T}}";

    @ParameterizedTest
    @CsvSource({
        "reel.mxf, voice, video",
        "a.0001.png, voice, video",
        "a.0001.png, picture, image",
        "a.0001.png, nothing, unknown",
        "song.wav, voice, audio",
        "notes.xml, voice, unknown",
        "notes.xml, picture, unknown",
        "REEL.MOV, nothing, video",
    })
    void the_members_of_a_collection_tell_then_what_is_declared(String member, String use, String kind)
            throws Exception {
        assertThat(kind(
                        "application/c2pa",
                        "\"c2pa.hash.collection.data\": {\"uris\": [{\"uri\": \"" + member + "\"}]}",
                        use))
                .isEqualTo(kind);
    }

    @ParameterizedTest
    @CsvSource({"sound, audio", "'', video"})
    void an_mxf_file_is_a_film_unless_all_its_containers_are_of_sound(String essence, String kind) throws Exception {
        String facts = "\"org.estampille.technical-facts\": {\"facts\": {\"essence\": \"" + essence + "\"}}";
        assertThat(kind("application/mxf", facts, "voice")).isEqualTo(kind);
    }

    @ParameterizedTest
    @CsvSource({"video/mp4, video", "image/png, image", "audio/wav, audio", "application/pdf, document", "'', unknown"})
    void a_media_type_that_tells_is_believed(String format, String kind) throws Exception {
        assertThat(kind(format, "\"a\": {}", "voice")).isEqualTo(kind);
    }

    private static String kind(String format, String assertion, String use) throws Exception {
        String written = "{\"manifests\": [{\"assertions\": {" + assertion + "}}]}";
        JsonObject document = (JsonObject) new JsonReader(FormulaLimits.standard()).read(written);
        String uses = use.equals("nothing") ? "" : use.equals("voice") ? VOICE : PICTURE;
        String source = use.equals("nothing") ? "digitalSourceType: digitalCapture\n" : "";
        DeclarationOutcome outcome = DeclarationReader.read("title: A\n" + source + "uses: [" + uses + "]\n", "a.yaml");
        Declaration declaration = ((DeclarationOutcome.Declared) outcome).declaration();
        return new ContentKind(format, Optional.of(document), Optional.of(declaration)).word();
    }
}
