package org.estampille.policy;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;
import org.estampille.declaration.Declaration;
import org.estampille.declaration.Person;
import org.estampille.declaration.Release;

/** Whether a consent lasts as long as the work is shown. One without a last day does. */
final class ConsentTerm {

    private static final String EXPIRED = "expired";

    private ConsentTerm() {}

    static Finding of(Case one, Person person) {
        Optional<LocalDate> last = last(person);
        if (last.isEmpty()) {
            return Finding.HOLDS.with(person.ref());
        }
        String named = person.ref() + " " + last.get();
        if (needed(one).isAfter(last.get())) {
            return Finding.VIOLATED.because(EXPIRED).with(named);
        }
        Optional<Release.End> end = one.release().flatMap(Release::to);
        if (end.isEmpty()) {
            return Finding.UNKNOWN.because("until-when").with(named);
        }
        boolean covered = end.get().day().map(day -> !day.isAfter(last.get())).orElse(false);
        return covered
                ? Finding.HOLDS.with(person.ref())
                : Finding.VIOLATED.because(EXPIRED).with(named);
    }

    /** The earlier of the day on which the consent ends and its term, where that is a day. */
    private static Optional<LocalDate> last(Person person) {
        return Stream.concat(
                        person.consentRecord().expires().stream(), person.term().flatMap(ConsentTerm::day).stream())
                .min(LocalDate::compareTo);
    }

    private static Optional<LocalDate> day(String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeException notADay) {
            return Optional.empty();
        }
    }

    /** The first day on which it must still hold: when the work is first shown, or today when that is over or not said. */
    private static LocalDate needed(Case one) {
        Optional<LocalDate> shown = one.release()
                .flatMap(Release::from)
                .or(() -> one.manifest().declaration().flatMap(Declaration::firstExposure));
        return shown.filter(day -> day.isAfter(one.today())).orElse(one.today());
    }
}
