package org.estampille.report;

import java.util.List;
import java.util.Optional;
import org.estampille.cawg.CawgCode;
import org.estampille.cawg.CawgFinding;
import org.estampille.cawg.IdentityResult;
import tools.jackson.core.JsonGenerator;

/** The part {@code identity} of the JSON report. */
record IdentityLines(JsonGenerator json) {

    void write(List<IdentityResult> identities) {
        json.writeArrayPropertyStart("identity");
        for (IdentityResult identity : identities) {
            json.writeStartObject();
            text("label", identity.label());
            text("manifest", identity.manifest());
            optional("sigType", identity.sigType());
            optional("name", IdentitySentences.name(identity));
            optional("issuer", IdentitySentences.issuer(identity));
            json.writeArrayPropertyStart("roles");
            for (String role : identity.roles()) {
                json.writeString(SafeText.wellFormed(role));
            }
            json.writeEndArray();
            text("trust", identity.standing().label());
            status(identity);
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void status(IdentityResult identity) {
        json.writeObjectPropertyStart("status");
        findings("success", CawgCode.Kind.SUCCESS, identity);
        findings("informational", CawgCode.Kind.INFORMATIONAL, identity);
        findings("failure", CawgCode.Kind.FAILURE, identity);
        json.writeEndObject();
    }

    private void findings(String name, CawgCode.Kind kind, IdentityResult identity) {
        json.writeArrayPropertyStart(name);
        for (CawgFinding finding : identity.findings()) {
            if (finding.code().kind() == kind) {
                json.writeStartObject();
                text("code", finding.code().code());
                text("url", identity.label());
                text("explanation", finding.explanation());
                json.writeEndObject();
            }
        }
        json.writeEndArray();
    }

    private void text(String name, String value) {
        json.writeStringProperty(name, SafeText.wellFormed(value));
    }

    private void optional(String name, Optional<String> value) {
        if (value.isPresent()) {
            text(name, value.get());
        } else {
            json.writeNullProperty(name);
        }
    }
}
