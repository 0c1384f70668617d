package org.estampille.marks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.estampille.marks.Containing.jpeg;
import static org.estampille.marks.Containing.png;
import static org.estampille.marks.Containing.text;
import static org.estampille.marks.Containing.xmp;
import static org.estampille.marks.Containing.xmpSegment;

import java.io.IOException;
import java.util.List;
import org.estampille.bytes.Octets;
import org.estampille.bytes.OctetsSource;
import org.estampille.bytes.ReadLimits;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The name of a generator is a whole name: a longer word that begins or ends like it says nothing of AI. */
final class WholeNamesTest {

    private static List<Mark> marks(Octets file) throws IOException {
        return MarkReader.read(new OctetsSource(file), ReadLimits.standard()).marks();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "NovelAIre Writer",
                "Runway General Planner",
                "Runway Airlines Kiosk",
                "Luma Air Purifier",
                "Leonardo Aiello Editore",
                "Leonardo Aircraft Viewer",
                "Stability Aid 2",
                "Invoke Aide",
                "Canva Airbrush",
                "Seveneleven Labs",
                "Fireflyer",
                "Ideograms of Kyoto",
                "Midjourneys 3",
                "Unstable Audio",
                "Synthesiaphone",
                "Wanxiang Group Scanner",
                "Topaz Photography",
                "Minimaxima",
                "Heygenius"
            })
    void a_longer_word_in_a_field_for_software_is_no_generator(String software) throws IOException {
        assertThat(marks(png(text("Software", software)))).as(software).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "NovelAI, novelai-software",
        "NovelAI Writer, software-novelai",
        "Midjourney6, software-midjourney",
        "StableDiffusionXL, software-stable-diffusion",
        "KlingAI 2, software-kling",
        "HunyuanVideo, software-hunyuan",
        "hunyuanvideo, software-hunyuan",
        "使用Midjourney生成, software-midjourney",
        "comfyui_0.3, software-comfyui",
        "RunwayML Gen-4, software-runway",
        "Runway Gen 3, software-runway",
        "Wanx 2, software-wan",
        "leonardo.ai, software-leonardo",
        "Topaz Photo AI 3, software-topaz",
        "Adobe Firefly 4, software-firefly"
    })
    void the_name_itself_is_found_whatever_version_follows(String software, String fingerprint) throws IOException {
        assertThat(marks(png(text("Software", software))))
                .extracting(Mark::fingerprint)
                .containsExactly(fingerprint);
    }

    @ParameterizedTest
    @CsvSource({
        "photoshop:Credit, Made with Google Air",
        "photoshop:Credit, Edited with Google Aide",
        "photoshop:Credit, Created with Geminiani Strings",
        "photoshop:Credit, Edited with Magic Editorial",
        "dc:description, Draw Things you love",
        "xmp:CreatorTool, Draw Things for Children"
    })
    void a_credit_or_sentence_that_goes_on_is_no_generator(String field, String value) throws IOException {
        String packet = xmp("", "<" + field + ">" + value + "</" + field + ">");
        assertThat(marks(jpeg(xmpSegment(packet)))).as(value).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "dream, I had a dream",
        "Comment, made with Sunoco fuel",
        "Comment, made with udiosonic",
        "Comment, Interview mit Sora Tanaka"
    })
    void words_of_people_are_no_generator(String field, String value) throws IOException {
        assertThat(marks(png(text(field, value)))).as(value).isEmpty();
    }
}
