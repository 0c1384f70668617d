package org.estampille.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** JSON that this program prints can stand on a terminal and in a page, whatever files are called. */
final class SafeJsonTest {

    private static final String HOSTILE = "a\u202Egnp.\u001B[2J<script>\uD800é";
    private static final String WRITTEN = "a\\u202Egnp.\\u001B[2J\\u003Cscript\\u003E\\uFFFD\\u00E9";

    @Test
    void everythingOutsideOfAsciiAndOfMarkupIsANumber() {
        String object = SafeJson.object(json -> {
            JsonFields fields = new JsonFields(json);
            fields.text("one", HOSTILE);
            fields.optional("none", Optional.empty());
            fields.texts("list", List.of(HOSTILE));
        });
        assertThat(object).isEqualTo("{\"one\":\"" + WRITTEN + "\",\"none\":null,\"list\":[\"" + WRITTEN + "\"]}");
    }

    @Test
    void whatTaggingSaysIsWrittenSo() {
        assertThat(TagReport.failed(HOSTILE, HOSTILE).toJson())
                .contains(WRITTEN)
                .matches("\\p{ASCII}*");
    }
}
