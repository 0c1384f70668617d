package org.estampille.policy;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.estampille.catalogue.Operation;
import org.estampille.declaration.AiUse;
import org.estampille.declaration.ConsentRecord;
import org.estampille.declaration.Declaration;
import org.estampille.declaration.Person;
import org.estampille.declaration.Release;
import org.estampille.declaration.RightsCondition;
import org.estampille.declaration.WorkKind;

/** Whether people agreed to what was made of their likeness and voice. */
final class PeopleRules {

    private static final Set<WorkKind> FICTION = EnumSet.of(WorkKind.FICTION, WorkKind.ADVERT, WorkKind.ENTERTAINMENT);

    private static final Set<Operation> LIKENESS = EnumSet.of(
            Operation.FACE_REPLACE, Operation.DEAGE, Operation.BODY_REPLACE, Operation.LIP_SYNC, Operation.VOICE_CLONE);

    private PeopleRules() {}

    static Map<String, Condition> conditions() {
        return Map.of(
                "R-PE-01", PeopleRules::livingPeopleConsented,
                "R-PE-02", PeopleRules::estatesConsented,
                "R-PE-03", PeopleRules::stockAvatarsFitTheWork);
    }

    private static Finding livingPeopleConsented(Case one) {
        Finding worst = Finding.NOT_APPLICABLE;
        for (Person person : one.rights().people()) {
            boolean made = person.kind().equals(Optional.of(Person.Kind.SYNTHETIC));
            if (!made && !isDeceased(person)) {
                worst = consent(one, person, true).worse(worst);
            }
        }
        return one.rights().people().isEmpty() && worksOnPeople(one) ? Finding.UNKNOWN : worst;
    }

    private static Finding estatesConsented(Case one) {
        Finding worst = Finding.NOT_APPLICABLE;
        for (Person person : one.rights().people()) {
            if (isDeceased(person)) {
                worst = consent(one, person, false).worse(worst);
            } else if (person.kind().isEmpty()) {
                worst = Finding.UNKNOWN.with(person.ref()).worse(worst);
            }
        }
        return worst;
    }

    private static boolean isDeceased(Person person) {
        return person.kind().equals(Optional.of(Person.Kind.DECEASED));
    }

    /** A consent counts by its reference and while it lasts; of a living person also by what it covers. */
    private static Finding consent(Case one, Person person, boolean covers) {
        boolean referred = person.consentRef().isPresent();
        boolean complete = person.scope().isPresent()
                && person.media().isPresent()
                && person.term().isPresent();
        Finding given = switch (person.consent()) {
            case OBTAINED -> Finding.violatedIf(!referred || covers && !complete);
            case NOT_REQUIRED ->
                Finding.violatedIf(!referred && person.consentRecord().basis().isEmpty());
            case REFUSED, MISSING -> Finding.VIOLATED;
            case UNKNOWN -> Finding.UNKNOWN;
        };
        Finding worst = minorIsSpokenFor(person).worse(given);
        return worst.kind() == Finding.Kind.HOLDS ? ConsentTerm.of(one, person) : worst.with(person.ref());
    }

    /** A minor cannot consent alone: a guardian does, or who speaks for one; who gave it must be said. */
    private static Finding minorIsSpokenFor(Person person) {
        if (!person.kind().equals(Optional.of(Person.Kind.MINOR)) || person.consent() != Person.Consent.OBTAINED) {
            return Finding.NOT_APPLICABLE;
        }
        Optional<ConsentRecord.Grantor> grantor = person.consentRecord().givenBy();
        if (grantor.isEmpty()) {
            return Finding.UNKNOWN.because("minor");
        }
        boolean speaks = grantor.get() == ConsentRecord.Grantor.GUARDIAN
                || grantor.get() == ConsentRecord.Grantor.REPRESENTATIVE;
        return speaks ? Finding.HOLDS : Finding.VIOLATED.because("minor");
    }

    /** Whether a use of this tool works on faces or voices although nobody is named. */
    private static boolean worksOnPeople(Case one) {
        List<AiUse> uses = one.manifest().declaration().map(Declaration::uses).orElse(List.of());
        for (AiUse use : uses) {
            if (use.tool().equals(one.rights().tool())
                    && use.shows()
                    && use.persons().isEmpty()) {
                for (Operation operation : use.operations()) {
                    if (LIKENESS.contains(operation)) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    private static Finding stockAvatarsFitTheWork(Case one) {
        List<RightsCondition> restrictions = one.conditions(RightsCondition.Type.STOCK_AVATAR);
        boolean synthetic = one.rights().people().stream()
                .anyMatch(person -> person.kind().equals(Optional.of(Person.Kind.SYNTHETIC)));
        if (restrictions.isEmpty()) {
            return synthetic ? one.noCondition() : Finding.NOT_APPLICABLE;
        }
        Finding answered = UseRules.answered(restrictions);
        boolean other = kind(one).filter(kind -> !FICTION.contains(kind)).isPresent();
        return answered.kind() == Finding.Kind.UNKNOWN && other ? Finding.HOLDS : answered;
    }

    private static Optional<WorkKind> kind(Case one) {
        return one.release()
                .flatMap(Release::workKind)
                .or(() -> one.manifest().declaration().flatMap(Declaration::workKind));
    }
}
