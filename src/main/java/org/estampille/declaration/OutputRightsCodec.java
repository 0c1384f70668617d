package org.estampille.declaration;

import java.util.List;
import org.estampille.cbor.CborValue;

/** The assertion {@code org.estampille.output-rights}. */
public final class OutputRightsCodec {

    /** The label of the assertion. */
    public static final String LABEL = "org.estampille.output-rights";

    private static final String SCHEMA = "output-rights/1.0";

    private OutputRightsCodec() {}

    /** The content of the assertion. */
    public static CborValue.Map encode(OutputRights rights) {
        CborValue.MapBuilder map = CborValue.map()
                .put("schema", SCHEMA)
                .put("appliesTo", CborValue.array(encodeAll(rights.appliesTo())))
                .put("tool", rights.tool().toCbor())
                .putText("generatedAt", rights.generatedAt().map(Moment::text))
                .putValue("people", Lists.orNothing(rights.people(), Person::toCbor));
        rights.terms().addTo(map);
        return map.build();
    }

    private static List<CborValue.Map> encodeAll(List<OutputRights.AppliesTo> parts) {
        return parts.stream().map(OutputRights.AppliesTo::toCbor).toList();
    }

    /**
     * Reads the content of an assertion that anybody may have written: what is missing, misspelt or of the wrong type reads as
     * unknown, never as a permission.
     */
    public static OutputRights decode(CborValue.Map assertion) {
        Fields fields = new Fields(CborTree.of(assertion), "", new Problems());
        return new OutputRights(
                fields.groups("appliesTo", OutputRights.AppliesTo::read),
                fields.groupOrEmpty("tool", Tool::read),
                fields.notation("generatedAt", Moment::of, Moment.EXPECTED),
                fields.groups("people", Person::read),
                ToolTerms.read(fields));
    }
}
