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
                "text        | Made without AI                             | unknown | yes",
                "text        | Aucune image n'est générée par IA           | unknown | yes",
                "text        | Not a photograph: made with AI              | yes     | yes",
                "text        | -                                           | unknown | unknown",
                "eu_modified | -                                           | yes     | yes",
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
        assertThat(said.acronym()).isEqualTo(acronym);
    }
}
