package org.estampille.formula;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalField;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.estampille.bytes.LimitExceededException;

/** Functions of dates and times: numbers that count days since 1970 in UTC, shown and built in the zone of the environment. */
final class DateFunctions {

    private static final String ONE = "number|numbers";
    private static final JsonNumber SUNDAY_FIRST = new JsonNumber(1);
    private static final double DAY = 86_400_000;
    private static final double MOST_DAYS = 100_000_000;
    private static final int CENTURY = 100;
    private static final int SHORT_YEARS = 1900;

    private DateFunctions() {}

    static void register(Functions.Registry functions) {
        field(functions, "day", ChronoField.DAY_OF_MONTH);
        field(functions, "hour", ChronoField.HOUR_OF_DAY);
        field(functions, "millisecond", ChronoField.MILLI_OF_SECOND);
        field(functions, "minute", ChronoField.MINUTE_OF_HOUR);
        field(functions, "month", ChronoField.MONTH_OF_YEAR);
        field(functions, "second", ChronoField.SECOND_OF_MINUTE);
        field(functions, "year", ChronoField.YEAR);
        functions.add("datetime", "number number number number? number? number? number?", DateFunctions::datetime);
        functions.add("time", "number number? number?", DateFunctions::time);
        functions.add(
                "now", "", call -> call.number(call.run().environment().now().toEpochMilli() / DAY));
        functions.add("today", "", DateFunctions::today);
        functions.add("toDate", "string", DateFunctions::toDate);
        functions.add(
                "weekday",
                ONE + " number?",
                call -> call.elements(
                        List.of(call.value(0), call.valueOr(1, SUNDAY_FIRST)), items -> weekday(call, items)));
        functions.add(
                "eomonth", ONE + " " + ONE, call -> call.elements(call.values(), items -> endOfMonth(call, items)));
        functions.add(
                "datedif",
                ONE + " " + ONE + " string|strings",
                call -> call.elements(call.values(), items -> difference(call, items)));
    }

    private static void field(Functions.Registry functions, String name, TemporalField field) {
        functions.add(
                name,
                ONE,
                call -> call.elements(
                        call.values(),
                        items -> new JsonNumber(local(call, items.get(0)).get(field))));
    }

    private static ZoneId zone(Call call) {
        return call.run().environment().zone();
    }

    private static LocalDateTime local(Call call, JsonValue value) throws FormulaException {
        double days = Coercion.number(value);
        if (Math.abs(days) > MOST_DAYS) {
            throw FormulaException.evaluation(call.name() + "() is given no date");
        }
        return LocalDateTime.ofInstant(Instant.ofEpochMilli(Math.round(days * DAY)), zone(call));
    }

    private static JsonValue days(Call call, LocalDateTime time) throws FormulaException {
        return call.number(time.atZone(zone(call)).toInstant().toEpochMilli() / DAY);
    }

    /** Units over their range carry over to the next larger one. */
    private static JsonValue datetime(Call call) throws FormulaException {
        long year = call.integer(0);
        long full = year >= 0 && year < CENTURY ? SHORT_YEARS + year : year;
        try {
            LocalDate date = LocalDate.of(Math.toIntExact(full), 1, 1)
                    .plusMonths(Math.subtractExact(call.integer(1), 1))
                    .plusDays(Math.subtractExact(call.integer(2), 1));
            return days(
                    call,
                    date.atStartOfDay()
                            .plusHours(optional(call, 3))
                            .plusMinutes(optional(call, 4))
                            .plusSeconds(optional(call, 5))
                            .plus(java.time.Duration.ofMillis(optional(call, 6))));
        } catch (DateTimeException | ArithmeticException e) {
            throw FormulaException.evaluation("datetime() is given no date");
        }
    }

    private static long optional(Call call, int index) throws FormulaException {
        return index < call.size() ? call.integer(index) : 0;
    }

    private static JsonValue time(Call call) throws FormulaException {
        try {
            return days(
                    call,
                    LocalDate.EPOCH
                            .atStartOfDay()
                            .plusHours(call.integer(0))
                            .plusMinutes(optional(call, 1))
                            .plusSeconds(optional(call, 2)));
        } catch (DateTimeException | ArithmeticException e) {
            throw FormulaException.evaluation("time() is given no time");
        }
    }

    private static JsonValue today(Call call) throws FormulaException {
        ZonedDateTime now = call.run().environment().now().atZone(zone(call));
        return days(call, now.toLocalDate().atStartOfDay());
    }

    private static JsonValue toDate(Call call) throws FormulaException {
        Optional<Instant> instant = DateText.parse(call.text(0), zone(call));
        return instant.isPresent() ? call.number(instant.get().toEpochMilli() / DAY) : JsonNull.NULL;
    }

    private static JsonValue weekday(Call call, List<JsonValue> items) throws FormulaException {
        int fromMonday = local(call, items.get(0)).getDayOfWeek().getValue();
        long type = Coercion.integer(items.get(1));
        if (type < 1 || type > 3) {
            throw FormulaException.function("weekday() knows the types 1, 2 and 3");
        }
        return new JsonNumber(type == 1 ? fromMonday % 7 + 1 : type == 2 ? fromMonday : fromMonday - 1);
    }

    private static JsonValue endOfMonth(Call call, List<JsonValue> items) throws FormulaException {
        try {
            LocalDate month = local(call, items.get(0)).toLocalDate().withDayOfMonth(1);
            return days(
                    call,
                    month.plusMonths(Math.addExact(Coercion.integer(items.get(1)), 1))
                            .minusDays(1)
                            .atStartOfDay());
        } catch (DateTimeException | ArithmeticException e) {
            throw FormulaException.evaluation("eomonth() is given no date");
        }
    }

    private static JsonValue difference(Call call, List<JsonValue> items)
            throws FormulaException, LimitExceededException {
        LocalDateTime start = local(call, items.get(0));
        LocalDateTime end = local(call, items.get(1));
        if (end.isBefore(start)) {
            throw FormulaException.function("datedif() needs an end that is not before the start");
        }
        String unit = Coercion.text(items.get(2)).toLowerCase(Locale.ROOT);
        long months = (end.getYear() - start.getYear()) * 12L
                + (end.getMonthValue() - start.getMonthValue())
                - (end.getDayOfMonth() < start.getDayOfMonth() ? 1 : 0);
        return new JsonNumber((double)
                switch (unit) {
                    case "y" -> Math.floorDiv(months, 12);
                    case "m" -> months;
                    case "ym" -> Math.floorMod(months, 12);
                    case "d" -> wholeDays(start, end);
                    case "yd" -> wholeDays(start, withinAYear(start, end, Math.floorMod(months, 12)));
                    default -> throw FormulaException.function("datedif() knows y, m, d, ym and yd");
                });
    }

    private static LocalDateTime withinAYear(LocalDateTime start, LocalDateTime end, int months) {
        LocalDateTime same = end.withYear(start.getYear());
        return same.isBefore(start) && months >= 0 ? end.withYear(start.getYear() + 1) : same;
    }

    private static long wholeDays(LocalDateTime start, LocalDateTime end) {
        return Math.floorDiv(
                end.toInstant(ZoneOffset.UTC).toEpochMilli()
                        - start.toInstant(ZoneOffset.UTC).toEpochMilli(),
                (long) DAY);
    }
}
