package org.estampille.policy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.estampille.bytes.Octets;
import org.estampille.declaration.AiUse;
import org.estampille.declaration.Declaration;
import org.estampille.declaration.DeclarationOutcome;
import org.estampille.declaration.DeclarationReader;
import org.estampille.declaration.OutputRights;
import org.estampille.declaration.Release;
import org.estampille.declaration.ReleaseOutcome;
import org.estampille.declaration.ReleaseReader;
import org.estampille.disclosure.AiStatement;
import org.estampille.disclosure.ContentDisclosure;
import org.estampille.disclosure.Derivation;
import org.estampille.disclosure.DerivedClass;
import org.estampille.disclosure.Involvement;
import org.estampille.disclosure.RightsRecord;
import org.estampille.disclosure.RightsTrail;
import org.estampille.disclosure.TrailManifest;
import org.estampille.terms.EvidenceFolder;

/** A clean file and its release, changed by one row of a table. */
final class Situation {

    static final Instant AT = Instant.parse("2026-11-22T12:00:00Z");

    private final Path folder;
    private String declaration = text("clean.yaml");
    private Optional<String> release = Optional.of(text("release.yaml"));
    private boolean archive = true;
    private boolean identified;
    private boolean records = true;
    private boolean evidence = true;
    private Optional<Instant> stamp = Optional.of(AT);
    private Involvement involvement = Involvement.GENERATED;

    private Situation(Path folder) {
        this.folder = folder;
    }

    static String text(String name) {
        try (InputStream resource = Situation.class.getResourceAsStream(name)) {
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Dossier of(String changes, Path folder) throws IOException {
        Situation situation = new Situation(folder);
        for (String change : changes.split(";")) {
            situation.apply(change.strip().replace("\\n", "\n"));
        }
        return situation.dossier();
    }

    private void apply(String change) {
        int arrow = change.indexOf("=>");
        if (arrow >= 0) {
            replace(
                    change.substring(0, arrow).strip(),
                    change.substring(arrow + 2).strip());
            return;
        }
        switch (change) {
            case "" -> {}
            case "no records" -> records = false;
            case "no evidence" -> evidence = false;
            case "identified" -> identified = true;
            case "no archive" -> archive = false;
            case "no stamp" -> stamp = Optional.empty();
            case "no release" -> release = Optional.empty();
            case "ai unknown" -> {
                involvement = Involvement.UNKNOWN;
                records = false;
            }
            default -> throw new IllegalArgumentException(change);
        }
    }

    private void replace(String from, String to) {
        if (declaration.contains(from)) {
            declaration = declaration.replace(from, to);
        } else if (release.orElse("").contains(from)) {
            release = release.map(text -> text.replace(from, to));
        } else {
            throw new IllegalArgumentException("nowhere: " + from);
        }
    }

    private Dossier dossier() throws IOException {
        if (!evidence) {
            int start = declaration.indexOf("    evidence:");
            declaration = declaration.substring(0, start) + declaration.substring(declaration.indexOf("    review:"));
        }
        if (archive) {
            Files.createDirectories(folder.resolve("terms"));
            Files.writeString(folder.resolve("terms/exampleai.html"), "foo");
        }
        Declaration declared = declared();
        return new Dossier(
                Dossier.Integrity.HOLDS,
                true,
                new ContentDisclosure(
                        involvement,
                        List.of(),
                        List.of(),
                        List.of(),
                        new Derivation(DerivedClass.UNKNOWN, List.of(), List.of())),
                new RightsTrail(List.of(manifest(declared))),
                release.map(Situation::release),
                EvidenceFolder.of(folder),
                identified ? Set.of("a/rights") : Set.of(),
                AT);
    }

    private TrailManifest manifest(Declaration declared) {
        AiStatement statement = new AiStatement(
                "a/c2pa.actions.v2/actions/0",
                AiStatement.Kind.ACTION,
                "trainedAlgorithmicMedia",
                involvement,
                AiStatement.Strength.SIGNER,
                Optional.empty());
        List<RightsRecord> all = new ArrayList<>();
        for (AiUse use : declared.uses()) {
            OutputRights rights =
                    new OutputRights(List.of(), use.tool(), use.generatedAt(), declared.persons(), use.terms());
            all.add(new RightsRecord(
                    "a/rights",
                    rights,
                    AiStatement.Strength.DECLARED,
                    Optional.empty(),
                    use.terms().review().flatMap(review -> review.recheckBy())));
        }
        return new TrailManifest(
                "a",
                TrailManifest.Place.ACTIVE,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                true,
                stamp,
                List.of(statement),
                records ? all : List.of(),
                Optional.of(declared),
                false,
                List.of());
    }

    private Declaration declared() {
        DeclarationOutcome outcome = DeclarationReader.read(declaration, "clean.yaml");
        if (outcome instanceof DeclarationOutcome.Declared read) {
            return read.declaration();
        }
        throw new IllegalArgumentException(outcome + "\n" + declaration);
    }

    private static Release release(String yaml) {
        ReleaseOutcome outcome =
                ReleaseReader.read(Octets.copyOf(yaml.getBytes(StandardCharsets.UTF_8)), "release.yaml");
        if (outcome instanceof ReleaseOutcome.Stated stated) {
            return stated.release();
        }
        throw new IllegalArgumentException(outcome.toString());
    }
}
