package org.estampille.terms;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.estampille.bytes.Digest;
import org.estampille.bytes.MalformedContentException;
import org.estampille.bytes.Octets;
import org.estampille.bytes.ReadLimits;
import org.estampille.bytes.SmallFile;

/**
 * A folder in which a house keeps its own rows ({@code rows/ID.yaml}), its captures ({@code captures/ID.yaml}) and the archived
 * texts ({@code evidence/SHA256.EXTENSION}). Format: specs/terms.md.
 */
public final class HouseCatalogue {

    private static final String YAML = ".yaml";

    private final Path folder;

    public HouseCatalogue(Path folder) {
        this.folder = folder;
    }

    /** A file of the folder that cannot be used, with everything that is wrong. */
    public static final class FaultyFileException extends Exception {
        private static final long serialVersionUID = 1L;

        private final transient Path file;
        private final transient List<TermsProblem> problems;

        FaultyFileException(Path file, List<TermsProblem> problems) {
            super(file + ": " + problems.get(0).message());
            this.file = file;
            this.problems = List.copyOf(problems);
        }

        public Path file() {
            return file;
        }

        public List<TermsProblem> problems() {
            return problems;
        }
    }

    /** Where the archived texts are; may be handed to a gate as its folder of evidence. */
    public Path evidence() {
        return folder.resolve("evidence");
    }

    /** The rows of the house, in the order of their names; none when there is no folder yet. */
    public List<TermsRow> rows() throws IOException, FaultyFileException {
        List<TermsRow> rows = new ArrayList<>();
        Map<String, TermsRow> known = new HashMap<>();
        for (Path file : files("rows")) {
            for (TermsRow row : content(file, TermsDocument.rows(read(file)))) {
                TermsRow before = known.putIfAbsent(row.id(), row);
                if (before != null && !before.equals(row)) {
                    throw new FaultyFileException(
                            file,
                            List.of(new TermsProblem(
                                    1,
                                    "id",
                                    "'" + row.id() + "' stands in another file of the house too, and says"
                                            + " something else there")));
                }
                if (before == null) {
                    rows.add(row);
                }
            }
        }
        return List.copyOf(rows);
    }

    /** The captures, in the order of their names. */
    public List<TermsCapture> captures() throws IOException, FaultyFileException {
        List<TermsCapture> captures = new ArrayList<>();
        for (Path file : files("captures")) {
            captures.add(content(file, TermsCapture.read(read(file))));
        }
        return List.copyOf(captures);
    }

    private static <T> T content(Path file, TermsDocument<T> document) throws FaultyFileException {
        if (document.content().isEmpty()) {
            throw new FaultyFileException(file, document.problems());
        }
        return document.content().get();
    }

    private static Octets read(Path file) throws IOException {
        return SmallFile.start(file, TermsDocument.LONGEST + 1);
    }

    private List<Path> files(String kind) throws IOException {
        Path place = folder.resolve(kind);
        if (!Files.isDirectory(place)) {
            return List.of();
        }
        try (Stream<Path> found = Files.list(place)) {
            return found.filter(file -> file.getFileName().toString().endsWith(YAML))
                    .sorted()
                    .toList();
        }
    }

    /** The files that hold a row of this id; one, if the house is in order. */
    public List<Path> filesWith(String id) throws IOException, FaultyFileException {
        List<Path> holding = new ArrayList<>();
        for (Path file : files("rows")) {
            for (TermsRow row : content(file, TermsDocument.rows(read(file)))) {
                if (row.id().equals(id) && !holding.contains(file)) {
                    holding.add(file);
                }
            }
        }
        return holding;
    }

    /** The file in which these rows are kept. */
    public Path placeOf(List<TermsRow> rows) {
        return folder.resolve("rows").resolve(rows.get(0).id() + YAML);
    }

    /** Keeps a file of rows under the id of its first row; the octets stay as they are. Returns where. */
    public Path addRows(List<TermsRow> rows, Octets file) throws IOException {
        Path target = placeOf(rows);
        write(target, file);
        return target;
    }

    /** Whether this very capture is kept already. */
    public boolean has(TermsCapture capture) {
        return Files.exists(record(capture));
    }

    private Path record(TermsCapture capture) {
        return folder.resolve("captures").resolve(capture.id() + YAML);
    }

    /**
     * Makes the record of a document; nothing is written.
     *
     * @param document the octets as saved
     * @param subject what a person says of it
     * @param planProof digest of an invoice or plan page
     * @param retrievedAt when it was captured
     * @param recheckBy last day on which it counts without another look
     * @throws MalformedContentException when the document is not what it looks like
     */
    public static TermsCapture describe(
            Octets document,
            TermsCapture.Subject subject,
            Optional<Digest> planProof,
            Instant retrievedAt,
            LocalDate recheckBy,
            ReadLimits limits)
            throws MalformedContentException {
        TermsText text = TermsText.of(document, limits);
        Digest raw = TermsDigest.of(document);
        return new TermsCapture(
                subject,
                retrievedAt,
                text.mediaType(),
                document.length(),
                raw,
                text.text().filter(visible -> !visible.isEmpty()).map(NormalisedText::sha256),
                "evidence/" + raw.value().hex() + "." + text.extension(),
                planProof,
                recheckBy);
    }

    /** Keeps a capture: first its text, then its record, each whole or not at all. Returns the record's file. */
    public Path store(TermsCapture capture, Octets document) throws IOException {
        write(folder.resolve(capture.archiveRef()), document);
        write(record(capture), Octets.ofUtf8(capture.yaml()));
        return record(capture);
    }

    private static void write(Path target, Octets content) throws IOException {
        Path place = target.toAbsolutePath().getParent();
        if (place == null) {
            throw new IOException(target + " is no place for a file");
        }
        Files.createDirectories(place);
        Path draft = Files.createTempFile(place, ".draft", "");
        try {
            Files.write(draft, content.toByteArray());
            Files.move(draft, target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    /** What is at hand of a capture's text. */
    public ArchivedText archived(TermsCapture capture) throws IOException {
        Path file = folder.resolve(capture.archiveRef()).normalize();
        if (!file.startsWith(folder.normalize()) || !Files.isRegularFile(file)) {
            return ArchivedText.MISSING;
        }
        return TermsDigest.of(file).equals(capture.rawSha256()) ? ArchivedText.MATCHES : ArchivedText.DIFFERS;
    }

    /**
     * How every capture stands.
     *
     * @param at the moment that counts as now
     * @param catalogue rows that may be newer than a capture
     * @param pages gives live pages; absent where nobody may ask
     */
    public List<CaptureStanding> standings(
            Instant at, TermsCatalogue catalogue, Optional<TermsPages> pages, ReadLimits limits)
            throws IOException, FaultyFileException {
        List<TermsCapture> captures = captures();
        List<CaptureStanding> standings = new ArrayList<>();
        for (TermsCapture capture : captures) {
            standings.add(
                    standing(capture, captures, LocalDate.ofInstant(at, ZoneOffset.UTC), catalogue, pages, limits));
        }
        return List.copyOf(standings);
    }

    private CaptureStanding standing(
            TermsCapture capture,
            List<TermsCapture> captures,
            LocalDate day,
            TermsCatalogue catalogue,
            Optional<TermsPages> pages,
            ReadLimits limits)
            throws IOException {
        Optional<String> newer = captures.stream()
                .filter(other -> other.succeeds(capture, day))
                .map(TermsCapture::id)
                .findFirst()
                .or(() -> newerRow(capture, day, catalogue));
        Live live =
                pages.isPresent() ? live(capture, pages.get(), limits) : new Live(LiveText.NOT_ASKED, Optional.empty());
        ArchivedText archived = archived(capture);
        TermsStanding standing = new TermsStanding(
                capture.subject().window(),
                Optional.empty(),
                Optional.of(capture.recheckBy()),
                archived,
                live.text(),
                newer.isPresent(),
                capture.subject().conflictsResolved());
        return new CaptureStanding(capture, standing.state(day), archived, live.text(), newer, live.why());
    }

    private static Optional<String> newerRow(TermsCapture capture, LocalDate day, TermsCatalogue catalogue) {
        LocalDate from = capture.subject().window().from().orElse(LocalDate.MIN);
        for (TermsRow row : catalogue.rows()) {
            LocalDate since = row.window().from().orElse(LocalDate.MIN);
            boolean same = TermsRow.folded(row.tool())
                            .equals(TermsRow.folded(capture.subject().tool()))
                    && TermsRow.folded(row.plan())
                            .equals(TermsRow.folded(capture.subject().plan()));
            if (same && since.isAfter(from) && !since.isAfter(day)) {
                return Optional.of(row.id());
            }
        }
        return Optional.empty();
    }

    private record Live(LiveText text, Optional<String> why) {}

    /** Compares visible texts; a page whose text cannot be read says nothing about a change. */
    private static Live live(TermsCapture capture, TermsPages pages, ReadLimits limits) {
        if (capture.subject().url().isEmpty() || capture.textSha256().isEmpty()) {
            return new Live(LiveText.NOT_ASKED, Optional.empty());
        }
        try {
            Octets page = pages.fetch(URI.create(capture.subject().url().get()));
            Optional<Digest> text = TermsText.of(page, limits).text().map(NormalisedText::sha256);
            return new Live(text.equals(capture.textSha256()) ? LiveText.SAME : LiveText.CHANGED, Optional.empty());
        } catch (TermsPages.GoneException e) {
            return new Live(LiveText.GONE, Optional.of(String.valueOf(e.getMessage())));
        } catch (IOException e) {
            return new Live(LiveText.NO_ANSWER, Optional.of(String.valueOf(e.getMessage())));
        } catch (MalformedContentException | IllegalArgumentException e) {
            return new Live(LiveText.NOT_ASKED, Optional.of(String.valueOf(e.getMessage())));
        }
    }
}
