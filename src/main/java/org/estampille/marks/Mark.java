package org.estampille.marks;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One mark found in a file.
 *
 * @param fingerprint id of the fingerprint in the catalogue
 * @param location the kind of place
 * @param where the place in this file, such as {@code PNG tEXt at 57}
 * @param name the field, as its format names it
 * @param value what stands there, cut to {@value #LONGEST} characters
 * @param generator the tool or company it points to, where it points to one
 * @param meaning what it says
 * @param strength how much that weighs
 * @param remarks what is odd about it
 * @param implicitLabel its fields, where it is the implicit label of China's standard
 */
public record Mark(
        String fingerprint,
        Location location,
        String where,
        String name,
        String value,
        Optional<String> generator,
        Meaning meaning,
        Strength strength,
        List<LabelRemark> remarks,
        Optional<AigcLabel> implicitLabel) {

    static final String SOURCE_TYPE = "source-type-";

    private static final int LONGEST = 400;

    public Mark {
        value = value.length() > LONGEST ? value.substring(0, LONGEST) + "…" : value;
        remarks = List.copyOf(remarks);
    }

    /** A mark that is not the implicit label of China's standard. */
    public Mark(
            String fingerprint,
            Location location,
            String where,
            String name,
            String value,
            Optional<String> generator,
            Meaning meaning,
            Strength strength,
            List<LabelRemark> remarks) {
        this(fingerprint, location, where, name, value, generator, meaning, strength, remarks, Optional.empty());
    }

    /** Whether it is the IPTC property of the digital source type. */
    public boolean isSourceType() {
        return fingerprint.startsWith(SOURCE_TYPE);
    }

    /** The same with one more remark. */
    Mark remarked(LabelRemark remark) {
        List<LabelRemark> all = new ArrayList<>(remarks);
        all.add(remark);
        return new Mark(fingerprint, location, where, name, value, generator, meaning, strength, all, implicitLabel);
    }

    /** Whether it says that a model made or changed content, with a weight that does not come by accident. */
    public boolean isHard() {
        return strength == Strength.HARD && meaning.saysAi();
    }
}
