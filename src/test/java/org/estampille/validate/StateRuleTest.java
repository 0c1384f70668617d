package org.estampille.validate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.estampille.validate.StatusCode.ASSERTION_DATA_HASH_MATCH;
import static org.estampille.validate.StatusCode.CLAIM_SIGNATURE_INSIDE_VALIDITY;
import static org.estampille.validate.StatusCode.CLAIM_SIGNATURE_VALIDATED;
import static org.estampille.validate.StatusCode.SIGNING_CREDENTIAL_TRUSTED;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.estampille.jumbf.DescriptionBox;
import org.estampille.jumbf.JumbfType;
import org.estampille.jumbf.SuperBox;
import org.estampille.manifest.Manifest;
import org.junit.jupiter.api.Test;

class StateRuleTest {

    private static final StatusCode[] NEEDED = {
        CLAIM_SIGNATURE_VALIDATED, CLAIM_SIGNATURE_INSIDE_VALIDITY, ASSERTION_DATA_HASH_MATCH
    };

    private static ValidatedManifest manifest(StatusCode... codes) {
        SuperBox box =
                SuperBox.of(DescriptionBox.of(JumbfType.STANDARD_MANIFEST, "urn:c2pa:a", Optional.empty()), List.of());
        List<Finding> findings = new ArrayList<>();
        for (StatusCode code : codes) {
            findings.add(new Finding(code, "", ""));
        }
        Manifest manifest = new Manifest(box, Manifest.Kind.STANDARD, List.of(), Optional.empty(), List.of());
        return new ValidatedManifest(manifest, findings, Optional.empty(), SigningTime.UNKNOWN);
    }

    private static ValidationState state(StatusCode... codes) {
        return StateRule.of(manifest(codes), List.of(), Optional.empty());
    }

    private static StatusCode[] neededAnd(StatusCode more) {
        return new StatusCode[] {NEEDED[0], NEEDED[1], NEEDED[2], more};
    }

    @Test
    void nothing_found_earns_nothing() {
        assertThat(state()).isEqualTo(ValidationState.WELL_FORMED);
    }

    @Test
    void valid_needs_signature_validity_and_binding_all_three() {
        assertThat(state(NEEDED)).isEqualTo(ValidationState.VALID);
        assertThat(state(NEEDED[0], NEEDED[1])).isEqualTo(ValidationState.WELL_FORMED);
        assertThat(state(NEEDED[0], NEEDED[2])).isEqualTo(ValidationState.WELL_FORMED);
        assertThat(state(NEEDED[1], NEEDED[2])).isEqualTo(ValidationState.WELL_FORMED);
    }

    @Test
    void trust_is_earned_on_top_and_distrust_rejects_nothing() {
        assertThat(state(neededAnd(SIGNING_CREDENTIAL_TRUSTED))).isEqualTo(ValidationState.TRUSTED);
        assertThat(state(neededAnd(StatusCode.SIGNING_CREDENTIAL_UNTRUSTED))).isEqualTo(ValidationState.VALID);
        assertThat(state(SIGNING_CREDENTIAL_TRUSTED)).isEqualTo(ValidationState.WELL_FORMED);
    }

    @Test
    void one_failure_undoes_every_success() {
        for (StatusCode code : StatusCode.values()) {
            if (code.rejects()) {
                assertThat(state(neededAnd(code))).as(code.code()).isEqualTo(ValidationState.INVALID);
            }
        }
    }

    @Test
    void what_could_not_be_checked_is_never_valid() {
        assertThat(StateRule.of(manifest(neededAnd(SIGNING_CREDENTIAL_TRUSTED)), List.of(), Optional.of("x")))
                .isEqualTo(ValidationState.INDETERMINATE);
    }
}
