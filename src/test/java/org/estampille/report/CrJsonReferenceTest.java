package org.estampille.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.*;
import org.estampille.SharedCorpus;
import org.junit.jupiter.api.Test;

final class CrJsonReferenceTest {
    @Test
    void dump() throws Exception {
        CorpusReports reports = new CorpusReports();
        StringBuilder out = new StringBuilder();
        try (var files = Files.list(SharedCorpus.file("crjson"))) {
            for (Path recorded : files.sorted().toList()) {
                Path source = CorpusReports.source(recorded);
                VerificationReport report = reports.report(source);
                String ours = reports.document(report);
                Files.createDirectories(Path.of("target/crjson"));
                Files.writeString(Path.of("target/crjson").resolve(recorded.getFileName()), ours);
                if (report.validation().isEmpty()) {
                    out.append(source)
                            .append(" NOVALIDATION ")
                            .append(report.state())
                            .append(report.problem())
                            .append(report.storeFindings())
                            .append('\n');
                    continue;
                }
                Map<String, String> a = FlatJson.of(CorpusReports.parse(ours));
                Map<String, String> b = FlatJson.of(CorpusReports.parse(Files.readString(recorded)));
                Set<String> keys = new TreeSet<>(a.keySet());
                keys.addAll(b.keySet());
                for (String key : keys) {
                    if (!Objects.equals(a.get(key), b.get(key))) {
                        out.append(source.getFileName())
                                .append('\t')
                                .append(key)
                                .append('\t')
                                .append(a.get(key))
                                .append('\t')
                                .append(b.get(key))
                                .append('\n');
                    }
                }
            }
        }
        Files.writeString(Path.of("target/crjson-diff.txt"), out.toString());
    }
}
