package org.estampille.declaration;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * When something happened, as exactly as it is known: an instant (RFC 3339 with its offset), a day, or an interval {@code
 * from/to} of these. Days count in UTC.
 *
 * @param text as written
 * @param earliest the first instant it can mean
 * @param latest the last instant it can mean
 */
public record Moment(String text, Instant earliest, Instant latest) {

    /** The clock of most member states. */
    private static final ZoneId UNION = ZoneId.of("Europe/Brussels");

    static final String EXPECTED =
            "a date (2026-10-02), a time with its offset (2026-10-02T09:14:00Z)" + " or two of these as from/to";

    /** The instant, when it is known exactly. */
    public Optional<Instant> exact() {
        return earliest.equals(latest) ? Optional.of(earliest) : Optional.empty();
    }

    /** The last day it can mean, where it was written or in the Union, whichever is later. A plain day is that day everywhere. */
    public LocalDate lastDay() {
        String last = text.substring(text.indexOf('/') + 1);
        return day(last).orElseGet(() -> {
            LocalDate written = LocalDate.parse(last.substring(0, 10));
            LocalDate union = LocalDate.ofInstant(latest, UNION);
            return written.isAfter(union) ? written : union;
        });
    }

    /** Reads one of the three notations; empty for anything else. */
    public static Optional<Moment> of(String text) {
        int slash = text.indexOf('/');
        if (slash < 0) {
            return single(text);
        }
        Optional<Moment> from = single(text.substring(0, slash));
        Optional<Moment> to = single(text.substring(slash + 1));
        if (from.isEmpty()
                || to.isEmpty()
                || from.get().earliest().isAfter(to.get().latest())) {
            return Optional.empty();
        }
        return Optional.of(new Moment(text, from.get().earliest(), to.get().latest()));
    }

    private static Optional<Moment> single(String text) {
        Optional<LocalDate> day = day(text);
        if (day.isPresent()) {
            Instant start = day.get().atStartOfDay(ZoneOffset.UTC).toInstant();
            return Optional.of(new Moment(text, start, start.plusSeconds(24 * 3600 - 1)));
        }
        return instant(text).map(instant -> new Moment(text, instant, instant));
    }

    /** A calendar day such as {@code 2026-10-02}. */
    static Optional<LocalDate> day(String text) {
        if (text.length() != 10) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeException notADay) {
            return Optional.empty();
        }
    }

    private static Optional<Instant> instant(String text) {
        // Seconds are mandatory in RFC 3339, optional in the parser below.
        if (text.length() < 20 || text.charAt(10) != 'T' || text.charAt(16) != ':' || text.charAt(4) != '-') {
            return Optional.empty();
        }
        try {
            return Optional.of(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeException notAnInstant) {
            return Optional.empty();
        }
    }
}
