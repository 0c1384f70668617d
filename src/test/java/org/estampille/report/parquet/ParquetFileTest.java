package org.estampille.report.parquet;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteOrder;
import java.util.List;
import java.util.Optional;
import org.estampille.bytes.Octets;
import org.estampille.report.parquet.ParquetFile.Column;
import org.estampille.report.parquet.ParquetFile.Kind;
import org.junit.jupiter.api.Test;

/** Tables in Parquet, octet for octet; {@code src/test/interop/parquet.mjs} has them read by a reader of others. */
final class ParquetFileTest {

    private static final List<Column> COLUMNS = List.of(new Column("a", Kind.TEXT), new Column("n", Kind.NUMBER));

    @Test
    void a_table_of_two_rows_is_written_as_the_format_has_it() {
        ParquetFile file = new ParquetFile(COLUMNS);
        file.add(List.of(Optional.of("x"), Optional.of("7")));
        file.add(List.of(Optional.empty(), Optional.of("-1")));
        Octets octets = file.octets("us");
        // Page header (sizes 13, 2 rows, PLAIN, RLE), levels (one present, one absent), then the text with its length.
        assertThat(octets.slice(4, 30).hex())
                .isEqualTo("1500" + "151a" + "151a" + "2c" + "1504" + "1500" + "1506" + "1506" + "00" + "00"
                        + "04000000" + "0201" + "0200" + "01000000" + "78");
        assertThat(octets.startsWith(Octets.ofAscii("PAR1"))).isTrue();
        assertThat(octets.from(octets.length() - 4)).isEqualTo(Octets.ofAscii("PAR1"));
        int footer = octets.slice(octets.length() - 8, 4)
                .asBuffer()
                .order(ByteOrder.LITTLE_ENDIAN)
                .getInt();
        assertThat(octets.slice(octets.length() - 8 - footer, 5).hex()).isEqualTo("1502193c48");
    }

    @Test
    void many_rows_make_several_groups_and_none_an_empty_table() {
        ParquetFile many = new ParquetFile(COLUMNS);
        for (int i = 0; i < 25_000; i++) {
            many.add(List.of(Optional.of("row"), Optional.of(Integer.toString(i))));
        }
        assertThat(many.octets("us").length()).isBetween(25_000 * 15, 25_000 * 15 + 1_000);
        assertThat(new ParquetFile(COLUMNS).octets("us").length()).isLessThan(100);
    }
}
