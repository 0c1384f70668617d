package org.estampille.formula;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Dates as {@code toDate()} reads them: ISO 8601, long or compact, with or without a time and an offset. */
final class DateText {

    private static final Pattern DATE =
            Pattern.compile("\\s*(?:(\\d{4,5})-(\\d{1,2})-(\\d{1,2})|(\\d{4})(\\d{2})(\\d{2}))"
                    + "(?:[Tt ](\\d{2})(?::?(\\d{2})(?::?(\\d{2})(?:[.,](\\d{1,9}))?)?)?)?"
                    + "\\s*([Zz]|[-+]\\d{2}(?::?\\d{2})?)?\\s*");

    private DateText() {}

    /** The instant, or empty when {@code text} is no date. */
    static Optional<Instant> parse(String text, ZoneId zone) {
        Matcher match = DATE.matcher(text);
        if (text.length() > 100 || !match.matches()) {
            return Optional.empty();
        }
        int compact = match.group(1) == null ? 3 : 0;
        int month = number(match, 2 + compact);
        int day = number(match, 3 + compact);
        if (month > 12 || day > 31 || number(match, 7) > 23 || number(match, 8) > 59 || number(match, 9) > 59) {
            return Optional.empty();
        }
        try {
            LocalDateTime local = LocalDate.of(number(match, 1 + compact), 1, 1)
                    .plusMonths(month - 1L)
                    .plusDays(day - 1L)
                    .atTime(number(match, 7), number(match, 8), number(match, 9), nanoseconds(match.group(10)));
            String offset = match.group(11);
            ZoneId place = offset == null ? zone : ZoneOffset.of(offset.equals("z") ? "Z" : offset);
            return Optional.of(local.atZone(place).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static int number(Matcher match, int group) {
        return match.group(group) == null ? 0 : Integer.parseInt(match.group(group));
    }

    private static int nanoseconds(@org.jspecify.annotations.Nullable String fraction) {
        return fraction == null ? 0 : Integer.parseInt((fraction + "000000000").substring(0, 9));
    }
}
