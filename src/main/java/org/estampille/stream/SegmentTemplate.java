package org.estampille.stream;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.estampille.bytes.ByteRange;
import org.estampille.bytes.MalformedContentException;

/**
 * A name with places to fill in (ISO/IEC 23009-1 clause 5.3.9.4.4).
 *
 * @param text such as {@code chunk-$RepresentationID$-$Number%05d$.m4s}
 */
record SegmentTemplate(String text) {

    private static final Pattern PLACE = Pattern.compile("\\$(?:(\\w+)(?:%0(\\d{1,2})d)?)?\\$");

    /**
     * The name with every place filled in.
     *
     * @param values by the name of the place
     * @throws MalformedContentException when a place is not among them
     */
    String fill(Map<String, String> values) throws MalformedContentException {
        Matcher places = PLACE.matcher(text);
        StringBuilder name = new StringBuilder();
        while (places.find()) {
            places.appendReplacement(name, Matcher.quoteReplacement(value(places, values)));
        }
        return places.appendTail(name).toString();
    }

    private static String value(Matcher place, Map<String, String> values) throws MalformedContentException {
        if (place.group(1) == null) {
            return "$";
        }
        String value = values.get(place.group(1));
        if (value == null) {
            throw new MalformedContentException(
                    "DASH manifest", new ByteRange(0, 0), "a template asks for $" + place.group(1) + "$");
        }
        int width = place.group(2) == null ? 1 : Integer.parseInt(place.group(2));
        return "0".repeat(Math.max(0, width - value.length())) + value;
    }

    /** A pattern of the names it makes, with the number or time as its group; the other places are filled in. */
    Pattern pattern(Map<String, String> values) throws MalformedContentException {
        StringBuilder pattern = new StringBuilder();
        Matcher places = PLACE.matcher(text);
        int at = 0;
        boolean counted = false;
        while (places.find()) {
            pattern.append(Pattern.quote(text.substring(at, places.start())));
            boolean counts = "Number".equals(places.group(1)) || "Time".equals(places.group(1));
            pattern.append(counts ? counted ? "\\d{1,18}" : "(\\d{1,18})" : Pattern.quote(value(places, values)));
            counted |= counts;
            at = places.end();
        }
        return Pattern.compile(pattern + Pattern.quote(text.substring(at)) + (counted ? "" : "()"));
    }
}
