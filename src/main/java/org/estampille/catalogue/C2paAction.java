package org.estampille.catalogue;

import java.util.Optional;

/** The actions C2PA predefines (C2PA 2.5 clause 16.4.1.1 table 4), with the version that brought or withdrew them. */
public enum C2paAction {
    CREATED("c2pa.created", Kind.INCEPTION),
    OPENED("c2pa.opened", Kind.INCEPTION),
    ADDED_TEXT("c2pa.addedText", Kind.PERCEPTIBLE),
    ADJUSTED_COLOR("c2pa.adjustedColor", Kind.PERCEPTIBLE),
    CHANGED_SPEED("c2pa.changedSpeed", Kind.PERCEPTIBLE),
    CROPPED("c2pa.cropped", Kind.PERCEPTIBLE),
    DELETED("c2pa.deleted", Kind.PERCEPTIBLE),
    DRAWING("c2pa.drawing", Kind.PERCEPTIBLE),
    DUBBED("c2pa.dubbed", Kind.PERCEPTIBLE),
    EDITED("c2pa.edited", Kind.PERCEPTIBLE),
    FILTERED("c2pa.filtered", Kind.PERCEPTIBLE),
    ORIENTATION("c2pa.orientation", Kind.PERCEPTIBLE),
    PLACED("c2pa.placed", Kind.PERCEPTIBLE),
    REMOVED("c2pa.removed", Kind.PERCEPTIBLE),
    RESIZED("c2pa.resized", Kind.PERCEPTIBLE),
    TRANSLATED("c2pa.translated", Kind.PERCEPTIBLE),
    TRIMMED("c2pa.trimmed", Kind.PERCEPTIBLE),
    UNKNOWN("c2pa.unknown", Kind.PERCEPTIBLE),
    CONVERTED("c2pa.converted", Kind.NON_EDITORIAL),
    EDITED_METADATA("c2pa.edited.metadata", Kind.NON_EDITORIAL),
    ENHANCED("c2pa.enhanced", Kind.NON_EDITORIAL),
    PUBLISHED("c2pa.published", Kind.NON_EDITORIAL),
    REDACTED("c2pa.redacted", Kind.NON_EDITORIAL),
    REPACKAGED("c2pa.repackaged", Kind.NON_EDITORIAL),
    TRANSCODED("c2pa.transcoded", Kind.NON_EDITORIAL),
    RESIZED_PROPORTIONAL("c2pa.resized.proportional", Kind.NON_EDITORIAL, 3),
    WATERMARKED_BOUND("c2pa.watermarked.bound", Kind.NON_EDITORIAL, 3),
    WATERMARKED_UNBOUND("c2pa.watermarked.unbound", Kind.NON_EDITORIAL, 3),
    MASTERED("c2pa.mastered", Kind.PERCEPTIBLE, 4),
    MIXED("c2pa.mixed", Kind.PERCEPTIBLE, 4),
    REMIXED("c2pa.remixed", Kind.PERCEPTIBLE, 4),
    MODIFIED("c2pa.modified", Kind.PERCEPTIBLE, 5),
    RENDERED("c2pa.rendered", Kind.PERCEPTIBLE, 5),
    REVIEWED("c2pa.reviewed", Kind.NON_EDITORIAL, 5),
    COLOR_ADJUSTMENTS("c2pa.color_adjustments", Kind.WITHDRAWN),
    WATERMARKED("c2pa.watermarked", Kind.WITHDRAWN),
    COPIED("c2pa.copied", Kind.WITHDRAWN),
    FORMATTED("c2pa.formatted", Kind.WITHDRAWN),
    VERSION_UPDATED("c2pa.version_updated", Kind.WITHDRAWN),
    PRINTED("c2pa.printed", Kind.WITHDRAWN),
    MANAGED("c2pa.managed", Kind.WITHDRAWN),
    PRODUCED("c2pa.produced", Kind.WITHDRAWN),
    SAVED("c2pa.saved", Kind.WITHDRAWN);

    /** How an action bears on what people see or hear. */
    public enum Kind {
        /** The first action of a manifest. */
        INCEPTION,
        /** Can be seen or heard. */
        PERCEPTIBLE,
        /** Leaves the meaning of the content alone. */
        NON_EDITORIAL,
        /** Read, never written. */
        WITHDRAWN
    }

    private final String label;
    private final Kind kind;
    private final int since;

    C2paAction(String label, Kind kind) {
        this(label, kind, 2);
    }

    C2paAction(String label, Kind kind, int since) {
        this.label = label;
        this.kind = kind;
        this.since = since;
    }

    /** As written in files, such as {@code c2pa.edited}. */
    public String label() {
        return label;
    }

    public Kind kind() {
        return kind;
    }

    /** Whether an actions assertion written to C2PA 2.{@code minor} may hold it; {@code minor} is 2 or more. */
    public boolean writableIn(int minor) {
        return kind != Kind.WITHDRAWN && since <= minor && !(this == REMOVED && minor >= 5);
    }

    /** Whether the conformance programme 0.2 wants a digital source type with it. */
    public boolean needsSourceType() {
        return this == CREATED || kind == Kind.PERCEPTIBLE && this != PLACED;
    }

    /** The action of that label; empty for actions of other vocabularies. */
    public static Optional<C2paAction> of(String label) {
        for (C2paAction action : values()) {
            if (action.label.equals(label)) {
                return Optional.of(action);
            }
        }
        return Optional.empty();
    }
}
