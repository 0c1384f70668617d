package org.estampille.report;

import java.util.List;
import org.estampille.cawg.CawgCode;
import org.estampille.cawg.CawgFinding;
import org.estampille.cawg.IdentityResult;
import tools.jackson.core.JsonGenerator;

/** The part {@code identity} of the JSON report. */
record IdentityLines(JsonGenerator json) {

    void write(List<IdentityResult> identities) {
        JsonFields fields = new JsonFields(json);
        json.writeArrayPropertyStart("identity");
        for (IdentityResult identity : identities) {
            json.writeStartObject();
            fields.text("label", identity.label());
            fields.text("manifest", identity.manifest());
            fields.optional("sigType", identity.sigType());
            fields.optional("name", IdentitySentences.name(identity));
            fields.optional("issuer", IdentitySentences.issuer(identity));
            json.writeArrayPropertyStart("roles");
            for (String role : identity.roles()) {
                json.writeString(SafeText.wellFormed(role));
            }
            json.writeEndArray();
            fields.text("trust", identity.standing().label());
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
        JsonFields fields = new JsonFields(json);
        json.writeArrayPropertyStart(name);
        for (CawgFinding finding : identity.findings()) {
            if (finding.code().kind() == kind) {
                json.writeStartObject();
                fields.text("code", finding.code().code());
                fields.text("url", identity.label());
                fields.text("explanation", finding.explanation());
                json.writeEndObject();
            }
        }
        json.writeEndArray();
    }
}
