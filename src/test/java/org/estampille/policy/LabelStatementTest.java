package org.estampille.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.estampille.declaration.Answer;
import org.estampille.declaration.VisibleLabel;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class LabelStatementTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "text        | AI MODIFIED                                 | yes     | yes",
                "text        | CONTENU GÉNÉRÉ PAR IA                       | yes     | yes",
                "text        | Mit KI erzeugt                              | yes     | no",
                "text        | Künstlich erzeugt                           | yes     | no",
                "text        | Images de synthèse                          | yes     | no",
                "audible     | This voice is synthetic                     | yes     | no",
                "text        | This content contains effects               | no      | no",
                "text        | SAID TO CONTAIN EFFECTS                     | no      | no",
                "text        | Symbolbild                                  | no      | no",
                "text        | Made without AI                             | no      | no",
                "text        | Aucune image n'est générée par IA           | no      | no",
                "text        | Not a photograph: made with AI              | yes     | yes",
                "text        | -                                           | unknown | unknown",
                "eu_modified | -                                           | yes     | yes",
                "text | AI WAS NOT USED | no | no",
                "text | AI-FREE PICTURES | no | no",
                "text | NO AI WAS USED | no | no",
                "text | IA : aucune | no | no",
                "text | IA : non | no | no",
                "text | Sans recours à l’IA | no | no",
                "text | L'IA n'a pas été utilisée | no | no",
                "text | NADA DE IA | no | no",
                "text | Sin IA | no | no",
                "text | IA: ninguna | no | no",
                "text | La IA no se ha usado | no | no",
                "text | KI-frei | no | no",
                "text | Ohne KI | no | no",
                "text | Senza IA | no | no",
                "text | Sem IA | no | no",
                "text | 非人工智能 | no | no",
                "text | 非AI生成 | no | no",
                "text | 未使用人工智能 | no | no",
                "text | 人工智能未使用 | no | no",
                "text | AI不使用 | no | no",
                "text | Sponsored by SYNTHETIC TURF LTD | no | no",
                "text | SYNTHETIC TURF | no | no",
                "text | Artificial Grass Co | no | no",
                "text | Synthesizer by Moog | no | no",
                "text | Synthetic voice | yes | no",
                "text | Artificially generated | yes | no",
                "text | Voix synthétique | yes | no",
                "text | Voz sintética | yes | no",
                "text | Contenido sintético | yes | no",
                "text | Voix de synthèse | yes | no",
                "text | L'image a été créée artificiellement | yes | no",
                "text | Intelligence artificielle | yes | no",
                "text | AI GENERATED - NOT REAL | yes | yes",
                "text | AI GENERATED, NOT REAL | yes | yes",
                "text | KEIN FOTO – MIT KI ERZEUGT | yes | no",
                "text | Ceci n'est pas une photo : image générée par IA | yes | yes",
                "text | Not only AI: AI generated | yes | yes",
                "text | Not used: AI | no | no",
                "text | AI GENERATED: NO | no | no",
                "text | Deepfake | yes | no",
                "text | This is a deep fake | yes | no",
                "text | AI生成 | yes | -",
                "text | 本片由AI生成 | yes | -",
                "text | 使用AI技术 | yes | -",
                "text | Contenu généré par IA, sans tournage | yes | yes",
                "text        | 人工智能生成                                  | yes     | no",
            })
    void the_words_of_a_label_speak_of_ai_or_they_do_not(String form, String text, String saysAi, String acronym) {
        VisibleLabel.Form shown = form.equals("text")
                ? VisibleLabel.Form.TEXT
                : form.equals("audible") ? VisibleLabel.Form.AUDIBLE : VisibleLabel.Form.EU_MODIFIED;
        LabelStatement said = new LabelStatement(new VisibleLabel(
                shown,
                Optional.ofNullable(text),
                Optional.empty(),
                Answer.YES,
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Answer.UNKNOWN,
                Optional.empty(),
                Answer.UNKNOWN,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty()));
        assertThat(said.saysAi()).isEqualTo(saysAi);
        if (acronym != null) {
            assertThat(said.acronym()).isEqualTo(acronym);
        }
    }
}
