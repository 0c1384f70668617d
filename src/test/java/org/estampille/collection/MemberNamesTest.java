package org.estampille.collection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MemberNamesTest {

    @Test
    void references_are_plain_ascii_and_lead_back_to_the_same_path() {
        List<String> path = List.of("Été 1", "a%20b~c_d-e.EXR", "日本.mxf");
        String uri = MemberUri.of(path);
        assertThat(uri).matches("[A-Za-z0-9._~/%-]+").startsWith("%C3%89t%C3%A9%201/a%2520b~c_d-e.EXR/");
        assertThat(MemberUri.path(uri)).contains(path);
    }

    @Test
    void what_other_writers_leave_unescaped_is_read_as_it_stands() {
        assertThat(MemberUri.path("Été 1/100%.exr")).contains(List.of("Été 1", "100%.exr"));
    }

    @Test
    void octets_that_are_no_text_name_no_file() {
        assertThat(MemberUri.path("a%ff.exr")).isEmpty();
    }

    @Test
    void patterns_find_their_frames_and_no_others() {
        FrameSequence frames = FrameSequence.parse("sh_v003.%05d.exr").orElseThrow();
        assertThat(frames.number("sh_v003.00012.exr")).contains(12L);
        assertThat(frames.number("sh_v003.123456.exr"))
                .as("the number outgrew its width")
                .contains(123456L);
        for (String other :
                List.of("sh_v003.0012.exr", "sh_v003.000012.exr", "sh_v003.0001a.exr", "sh_v003..exr", "x")) {
            assertThat(frames.number(other)).as(other).isEmpty();
        }
        assertThat(FrameSequence.parse("a.####.dpx")).isEqualTo(FrameSequence.parse("a.%04d.dpx"));
        assertThat(FrameSequence.parse("%d.png").map(FrameSequence::stem)).contains("sequence");
        assertThat(frames.stem()).isEqualTo("sh_v003");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a.exr", "%s.exr", "%05d.%05d.exr", "##.##.exr", "%5d.exr", "%099d.exr", "%"})
    void a_pattern_has_one_place_for_a_number(String pattern) {
        assertThat(FrameSequence.parse(pattern)).isEqualTo(Optional.empty());
    }
}
