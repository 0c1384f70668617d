package org.estampille.report;

import java.util.List;
import java.util.Optional;
import org.estampille.bytes.Octets;
import org.estampille.report.parquet.ParquetFile;

/** The rows of {@link CsvReport} as Apache Parquet, for batches that are looked through with tools for data. */
public final class ParquetReport {

    private final String product;
    private final ParquetFile file = new ParquetFile(BatchRows.COLUMNS.stream()
            .map(name -> new ParquetFile.Column(
                    name, name.equals(BatchRows.BYTES) ? ParquetFile.Kind.NUMBER : ParquetFile.Kind.TEXT))
            .toList());

    /** @param product version of this program */
    public ParquetReport(String product) {
        this.product = product;
    }

    /** Adds a file. */
    public void add(VerificationReport report) {
        for (List<Optional<String>> row : BatchRows.of(report)) {
            file.add(row.stream().map(cell -> cell.map(SafeText::wellFormed)).toList());
        }
    }

    /** The document with everything added so far; nothing can be added after it. */
    public Octets document() {
        return file.octets("estampille version " + product);
    }
}
