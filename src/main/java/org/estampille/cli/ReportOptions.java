package org.estampille.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.estampille.bytes.Octets;
import org.estampille.bytes.ReadLimits;
import org.estampille.ffmpeg.FfmpegPrograms;
import org.estampille.preview.Preview;
import org.estampille.preview.Previews;
import org.estampille.report.CrJson;
import org.estampille.report.CsvReport;
import org.estampille.report.EbuQcReport;
import org.estampille.report.HtmlReport;
import org.estampille.report.JsonReport;
import org.estampille.report.JunitReport;
import org.estampille.report.Language;
import org.estampille.report.ParquetReport;
import org.estampille.report.PdfReport;
import org.estampille.report.PicturePermit;
import org.estampille.report.TextReport;
import org.estampille.report.VerificationReport;
import picocli.CommandLine.Option;

/** The option that writes reports into files, each of all files that were verified. */
final class ReportOptions {

    private static final List<String> OF_ONE = List.of("crjson", "ebu-qc");
    private static final String FORMATS = "text, json, crjson, html, pdf, ebu-qc, junit, csv, parquet";

    @Option(
            names = "--report",
            paramLabel = "FORMAT=FILE",
            description = "Also write a report: " + FORMATS + "; repeatable.")
    private List<String> reports = new ArrayList<>();

    @Option(names = "--force", description = "Replace reports that exist.")
    private boolean force;

    /** A report that grows file by file. */
    private interface Sink {
        void add(VerificationReport report, Preview preview) throws IOException;

        /** Whether it shows pictures of files. */
        default boolean isPictured() {
            return false;
        }

        Octets end() throws IOException;
    }

    private record Target(OutputFile file, Sink sink) {}

    /** Opens all reports; a mistake in one of them is found before anything is verified. */
    Writing open(Surroundings surroundings, Language language, int files) throws CommandFailure, IOException {
        List<Target> targets = new ArrayList<>();
        Set<Path> places = new HashSet<>();
        for (String report : reports) {
            int equals = report.indexOf('=');
            String format = equals < 0 ? report : report.substring(0, equals).toLowerCase(Locale.ROOT);
            if (equals < 1 || equals == report.length() - 1) {
                throw new CommandFailure(
                        ExitCode.USAGE, "--report wants FORMAT=FILE, as html=report.html; formats: " + FORMATS + ".");
            }
            if (OF_ONE.contains(format) && files != 1) {
                throw new CommandFailure(
                        ExitCode.USAGE, "a report in " + format + " is of one file; verify the files one by one.");
            }
            OutputFile file = OutputFile.require(report.substring(equals + 1), force, surroundings.directory());
            if (!places.add(file.place())) {
                throw new CommandFailure(
                        ExitCode.USAGE,
                        "--report " + report + ": another report goes to that file; give each report its own file.");
            }
            targets.add(new Target(file, sink(format, language)));
        }
        boolean pictured = targets.stream().anyMatch(target -> target.sink().isPictured());
        return new Writing(targets, pictured ? Optional.of(previews(surroundings)) : Optional.empty());
    }

    private static Previews previews(Surroundings surroundings) {
        return new Previews(FfmpegPrograms.on(surroundings.environment()));
    }

    private static Sink sink(String format, Language language) throws CommandFailure, IOException {
        return switch (format) {
            case "text" -> new Lines(new TextReport(language)::card);
            case "json" -> new Lines(report -> new JsonReport(language).line(report) + "\n");
            case "crjson" ->
                new Lines(
                        report -> new CrJson(ProductVersion.current(), ReadLimits.standard()).document(report) + "\n");
            case "ebu-qc" -> new Lines(report -> new EbuQcReport(ProductVersion.current(), language).document(report));
            case "html" -> new Html(new HtmlReport(language));
            case "junit" -> new Junit(new JunitReport(language));
            case "csv" -> new Csv(new CsvReport());
            case "parquet" -> new Parquet(new ParquetReport(ProductVersion.current()));
            case "pdf" -> new Pdf(new PdfReport(language));
            default ->
                throw new CommandFailure(
                        ExitCode.USAGE, "there is no report in " + format + "; formats: " + FORMATS + ".");
        };
    }

    /** The reports of one run. */
    static final class Writing {
        private final List<Target> targets;
        private final Optional<Previews> previews;

        private Writing(List<Target> targets, Optional<Previews> previews) {
            this.targets = targets;
            this.previews = previews;
        }

        boolean isEmpty() {
            return targets.isEmpty();
        }

        /**
         * Adds a file that was verified.
         *
         * @throws UncheckedIOException when a report cannot be written on
         */
        void add(Path file, VerificationReport report) {
            try {
                Preview preview = previews.isPresent()
                        ? preview(previews.get(), file, report)
                        : new Preview.Nothing(Preview.Reason.NOT_WANTED);
                for (Target target : targets) {
                    target.sink().add(report, preview);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        /** A picture that cannot be had is no reason to have no report. */
        private static Preview preview(Previews previews, Path file, VerificationReport report) {
            Optional<Preview.Reason> objection = PicturePermit.objection(report);
            if (objection.isPresent()) {
                return new Preview.Nothing(objection.get());
            }
            try {
                return previews.of(file, report.format().orElse(""));
            } catch (IOException e) {
                return new Preview.Nothing(Preview.Reason.UNDECODABLE);
            }
        }

        /** Puts every report in its place, whole or not at all. */
        void finish() throws IOException {
            for (Target target : targets) {
                byte[] report = target.sink().end().toByteArray();
                target.file().write(out -> out.write(report));
            }
        }
    }

    private static Octets utf8(String text) {
        return Octets.adopt(text.getBytes(StandardCharsets.UTF_8));
    }

    private static final class Lines implements Sink {
        private final java.util.function.Function<VerificationReport, String> words;
        private final StringBuilder text = new StringBuilder();

        private Lines(java.util.function.Function<VerificationReport, String> words) {
            this.words = words;
        }

        @Override
        public void add(VerificationReport report, Preview preview) {
            text.append(words.apply(report));
        }

        @Override
        public Octets end() {
            return utf8(text.toString());
        }
    }

    private record Html(HtmlReport page) implements Sink {
        @Override
        public void add(VerificationReport report, Preview preview) {
            page.add(report, preview);
        }

        @Override
        public Octets end() {
            return utf8(page.page());
        }

        @Override
        public boolean isPictured() {
            return true;
        }
    }

    private record Junit(JunitReport document) implements Sink {
        @Override
        public void add(VerificationReport report, Preview preview) {
            document.add(report);
        }

        @Override
        public Octets end() {
            return utf8(document.document());
        }
    }

    private record Csv(CsvReport table) implements Sink {
        @Override
        public void add(VerificationReport report, Preview preview) {
            table.add(report);
        }

        @Override
        public Octets end() {
            return utf8(table.rows());
        }
    }

    private record Parquet(ParquetReport table) implements Sink {
        @Override
        public void add(VerificationReport report, Preview preview) {
            table.add(report);
        }

        @Override
        public Octets end() {
            return table.document();
        }
    }

    private record Pdf(PdfReport pages) implements Sink {
        @Override
        public void add(VerificationReport report, Preview preview) throws IOException {
            pages.add(report, preview);
        }

        @Override
        public Octets end() throws IOException {
            try (pages) {
                return pages.document();
            }
        }

        @Override
        public boolean isPictured() {
            return true;
        }
    }
}
