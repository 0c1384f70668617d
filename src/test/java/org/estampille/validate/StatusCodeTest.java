package org.estampille.validate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class StatusCodeTest {

    @Test
    void every_code_is_there_once_and_spelt_as_the_standard_allows() {
        assertThat(Arrays.stream(StatusCode.values()).map(StatusCode::code))
                .doesNotHaveDuplicates()
                .allSatisfy(code -> assertThat(code).matches("([0-9a-zA-Z_-]+\\.)+[0-9a-zA-Z_-]+"));
    }

    @Test
    void a_constant_is_named_after_its_code() {
        for (StatusCode code : StatusCode.values()) {
            if (!code.code().startsWith("org.estampille.")) {
                String letters = code.code().toUpperCase(Locale.ROOT).replaceAll("[^A-Z]", "");
                assertThat(code.name().replace("_", "")).isEqualTo(letters);
            }
        }
    }

    @Test
    void an_untrusted_signer_is_a_failure_that_rejects_nothing() {
        assertThat(StatusCode.SIGNING_CREDENTIAL_UNTRUSTED.kind()).isEqualTo(StatusCode.Kind.FAILURE);
        assertThat(StatusCode.SIGNING_CREDENTIAL_UNTRUSTED.rejects()).isFalse();
        assertThat(StatusCode.SIGNING_CREDENTIAL_INVALID.rejects()).isTrue();
    }
}
