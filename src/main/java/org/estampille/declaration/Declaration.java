package org.estampille.declaration;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.estampille.catalogue.DigitalSourceType;
import org.estampille.cbor.CborValue;

/**
 * What somebody declares about one file: which AI was used, how much, under which terms, and who answers for it.
 *
 * @param title of the work or file
 * @param workId a registered identifier, such as an EIDR
 * @param description in plain words
 * @param workKind what kind of work
 * @param declaredBy who says so
 * @param digitalSourceType what the file as a whole is; required when no AI shows in it
 * @param allActionsIncluded whether everything done to the file is declared here
 * @param timeBase how the file counts its frames
 * @param uses each use of an AI tool
 * @param persons whose likeness or voice is in the file
 * @param roles of organisations under the EU AI Act
 * @param firstExposure first day before an audience
 * @param territories where it is shown
 * @param editorialResponsibility who answers for it
 * @param deepfakeAssessment whether it is a deep fake
 * @param humanReview who looked at the whole
 * @param labels that tell the audience
 * @param upstream declarations that came with material from others
 * @param trainingMining what others may do with it
 */
public record Declaration(
        String title,
        Optional<String> workId,
        Optional<String> description,
        Optional<WorkKind> workKind,
        Optional<DeclaredBy> declaredBy,
        Optional<DigitalSourceType> digitalSourceType,
        boolean allActionsIncluded,
        Optional<TimeBase> timeBase,
        List<AiUse> uses,
        List<Person> persons,
        List<ActRole> roles,
        Optional<LocalDate> firstExposure,
        List<String> territories,
        Optional<EditorialResponsibility> editorialResponsibility,
        Optional<DeepfakeAssessment> deepfakeAssessment,
        Optional<HumanReview> humanReview,
        List<VisibleLabel> labels,
        List<UpstreamDeclaration> upstream,
        Optional<TrainingMining> trainingMining) {

    /** The version of the fields. */
    public static final String SCHEMA = "declaration/1.0";

    static final Vocabulary<DigitalSourceType> SOURCE_TYPES = Vocabulary.of(
            Arrays.stream(DigitalSourceType.values())
                    .filter(type -> !type.retired())
                    .toList(),
            DigitalSourceType::code);

    public Declaration {
        uses = List.copyOf(uses);
        persons = List.copyOf(persons);
        roles = List.copyOf(roles);
        territories = List.copyOf(territories);
        labels = List.copyOf(labels);
        upstream = List.copyOf(upstream);
    }

    /**
     * Who makes the declaration.
     *
     * @param name of the person, or a pseudonym
     * @param role in the production
     * @param organisation whose declaration it is
     */
    public record DeclaredBy(Optional<String> name, Optional<String> role, Optional<String> organisation) {

        static DeclaredBy read(Fields fields) {
            return new DeclaredBy(fields.text("name"), fields.text("role"), fields.text("organisation"));
        }

        CborValue.Map toCbor() {
            return CborValue.map()
                    .putText("name", name)
                    .putText("role", role)
                    .putText("organisation", organisation)
                    .build();
        }
    }

    /**
     * How much of the file as a whole AI made: the greatest extent of the uses that show. Content generated in parts of the file
     * only makes the whole {@link Extent#MODIFIED}.
     */
    public Extent extent() {
        Extent greatest = Extent.NONE;
        for (AiUse use : uses) {
            Extent share = !use.shows() ? Extent.NONE : use.extent();
            Extent whole = share == Extent.GENERATED && !use.generatesAll() ? Extent.MODIFIED : share;
            greatest = whole.compareTo(greatest) > 0 ? whole : greatest;
        }
        return greatest;
    }

    /** The source type of the file as a whole: as declared, otherwise by {@link #extent}. */
    public DigitalSourceType sourceType() {
        if (digitalSourceType.isPresent()) {
            return digitalSourceType.get();
        }
        Extent extent = extent();
        for (AiUse use : uses) {
            if (use.generatesAll()) {
                return use.sourceType();
            }
        }
        return extent.usualSourceType();
    }

    /** The person of that reference. */
    public Optional<Person> person(String ref) {
        for (Person person : persons) {
            if (person.ref().equals(ref)) {
                return Optional.of(person);
            }
        }
        return Optional.empty();
    }

    /** The same declaration with other labels. */
    public Declaration with(List<VisibleLabel> newLabels) {
        return with(workKind, timeBase, newLabels);
    }

    /** The same declaration of a work of that kind. */
    public Declaration of(WorkKind kind) {
        return with(Optional.of(kind), timeBase, labels);
    }

    /** The same declaration, whose file counts its frames in that way. */
    public Declaration counting(TimeBase base) {
        return with(workKind, Optional.of(base), labels);
    }

    private Declaration with(Optional<WorkKind> kind, Optional<TimeBase> base, List<VisibleLabel> newLabels) {
        return new Declaration(
                title,
                workId,
                description,
                kind,
                declaredBy,
                digitalSourceType,
                allActionsIncluded,
                base,
                uses,
                persons,
                roles,
                firstExposure,
                territories,
                editorialResponsibility,
                deepfakeAssessment,
                humanReview,
                newLabels,
                upstream,
                trainingMining);
    }
}
