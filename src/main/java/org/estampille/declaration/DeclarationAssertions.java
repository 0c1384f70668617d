package org.estampille.declaration;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.estampille.catalogue.DigitalSourceType;
import org.estampille.catalogue.ModelType;
import org.estampille.cbor.CborValue;
import org.estampille.manifest.AssertionDraft;
import org.estampille.manifest.AssertionDraft.Attribution;

/** Turns a declaration into the assertions that say it in a manifest. */
public final class DeclarationAssertions {

    private static final String ACTIONS = "c2pa.actions.v2";
    private static final String AI_DISCLOSURE = "c2pa.ai-disclosure";
    private static final String TRAINING_MINING = "cawg.training-mining";
    private static final String METADATA = "cawg.metadata";

    private DeclarationAssertions() {}

    /**
     * The assertions, actions first, in the order to write them.
     *
     * @param inception whether the file was created or opened from a source
     * @param vouch whether the signer stands behind what people typed; otherwise only the actions are the signer's own
     */
    public static List<AssertionDraft> draft(Declaration declaration, Inception inception, boolean vouch) {
        ActionsDraft actions = ActionsDraft.of(declaration, inception);
        List<AssertionDraft> drafts = new ArrayList<>();
        drafts.add(AssertionDraft.cbor(ACTIONS, actions.content(inception), Attribution.CREATED));
        drafts.addAll(statements(
                declaration, actions.indexes().stream().map(Optional::of).toList(), vouch));
        return List.copyOf(drafts);
    }

    /**
     * Only what the declaration says, for a manifest that updates an earlier one: its actions cannot speak of the content, so
     * the parts are named by time and place alone.
     */
    public static List<AssertionDraft> amendment(Declaration declaration, boolean vouch) {
        List<Optional<Long>> none = new ArrayList<>();
        declaration.uses().forEach(use -> none.add(Optional.empty()));
        return statements(declaration, none, vouch);
    }

    /** The AI properties of IPTC Photo Metadata 2025.1 and the digital source type, by local name, for the file's own XMP. */
    public static Map<String, String> iptcProperties(Declaration declaration) {
        return MetadataDraft.iptc(declaration);
    }

    private static List<AssertionDraft> statements(
            Declaration declaration, List<Optional<Long>> actionIndexes, boolean vouch) {
        Attribution typed = vouch ? Attribution.CREATED : Attribution.GATHERED;
        List<AssertionDraft> drafts = new ArrayList<>();
        for (CborValue disclosure : disclosures(declaration)) {
            drafts.add(AssertionDraft.cbor(AI_DISCLOSURE, disclosure, typed));
        }
        for (OutputRights rights : rights(declaration, actionIndexes)) {
            drafts.add(AssertionDraft.cbor(OutputRightsCodec.LABEL, OutputRightsCodec.encode(rights), typed));
        }
        for (CborValue reference : ExternalReferences.of(declaration)) {
            drafts.add(AssertionDraft.cbor(ExternalReferences.LABEL, reference, Attribution.GATHERED));
        }
        declaration
                .trainingMining()
                .flatMap(TrainingMining::assertion)
                .ifPresent(content -> drafts.add(AssertionDraft.cbor(TRAINING_MINING, content, typed)));
        drafts.add(AssertionDraft.json(METADATA, MetadataDraft.jsonLd(declaration), typed));
        MetadataDraft.promptsJsonLd(declaration)
                .ifPresent(prompts -> drafts.add(AssertionDraft.json(METADATA, prompts, typed)));
        DeclarationParts parts = DeclarationParts.split(DeclarationCodec.encode(declaration));
        drafts.add(AssertionDraft.cbor(DeclarationCodec.LABEL, parts.main(), typed));
        parts.prompts()
                .ifPresent(prompts -> drafts.add(AssertionDraft.cbor(DeclarationCodec.PROMPTS_LABEL, prompts, typed)));
        parts.persons()
                .ifPresent(persons -> drafts.add(AssertionDraft.cbor(DeclarationCodec.PERSONS_LABEL, persons, typed)));
        return List.copyOf(drafts);
    }

    /** One for each model (C2PA 2.5 clause 16.8.2); what a person made with ordinary tools gets none. */
    private static Set<CborValue> disclosures(Declaration declaration) {
        Set<CborValue> disclosures = new LinkedHashSet<>();
        for (AiUse use : declaration.uses()) {
            if (use.shows() && use.sourceType() != DigitalSourceType.DIGITAL_CREATION) {
                disclosures.add(disclosure(use));
            }
        }
        return disclosures;
    }

    private static CborValue disclosure(AiUse use) {
        Optional<CborValue> profile = use.oversight()
                .map(level ->
                        CborValue.map().put("humanOversightLevel", level.word()).build());
        return CborValue.map()
                .put("modelType", use.tool().modelType().orElse(ModelType.MODEL).label())
                .put(
                        "modelName",
                        use.tool().modelWithVersion().orElse(use.tool().name()))
                .putText("modelIdentifier", use.tool().modelIdentifier())
                .putValue("contentProfile", profile)
                .build();
    }

    /** One for each use that shows, whether or not anybody looked at the terms. */
    private static List<OutputRights> rights(Declaration declaration, List<Optional<Long>> actionIndexes) {
        List<OutputRights> rights = new ArrayList<>();
        for (AiUse use : declaration.uses()) {
            if (use.shows()) {
                Optional<Long> action = actionIndexes.get(rights.size());
                List<Person> people = new ArrayList<>();
                use.persons().forEach(ref -> declaration.person(ref).ifPresent(people::add));
                rights.add(new OutputRights(
                        parts(use, declaration.timeBase(), action),
                        use.tool(),
                        use.generatedAt(),
                        people,
                        use.terms()));
            }
        }
        return rights;
    }

    private static List<OutputRights.AppliesTo> parts(AiUse use, Optional<TimeBase> base, Optional<Long> action) {
        List<OutputRights.AppliesTo> parts = new ArrayList<>();
        for (UseRange range : use.ranges()) {
            parts.add(part(action, Optional.of(range.onTimeLine(base))));
        }
        return parts.isEmpty() ? List.of(part(action, Optional.empty())) : parts;
    }

    private static OutputRights.AppliesTo part(Optional<Long> action, Optional<UseRange> range) {
        return new OutputRights.AppliesTo(action, Optional.empty(), Optional.empty(), range);
    }
}
