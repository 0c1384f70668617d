package org.estampille.report.parquet;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.estampille.bytes.Octets;

/**
 * A Parquet file that grows row by row: every column is optional, {@code PLAIN}, one page for each group of rows (Apache Parquet
 * format 2.x, data page v1).
 */
public final class ParquetFile {

    private static final String MAGIC = "PAR1";
    private static final int ROWS_A_GROUP = 10_000;
    private static final int PLAIN = 0;
    private static final int RLE = 3;
    private static final int OPTIONAL = 1;

    /** What stands in a column. */
    public enum Kind {
        /** Text in UTF-8. */
        TEXT(6),
        /** Whole numbers of 64 bits. */
        NUMBER(2);

        private final int type;

        Kind(int type) {
            this.type = type;
        }
    }

    /** A column. */
    public record Column(String name, Kind kind) {}

    /** A column of one group: where it is and how long. */
    private record Chunk(Column column, long offset, int length, int values) {}

    private record Group(List<Chunk> chunks, int rows) {
        long length() {
            return chunks.stream().mapToLong(Chunk::length).sum();
        }
    }

    private final List<Column> columns;
    private final List<List<Optional<String>>> waiting = new ArrayList<>();
    private final List<Group> groups = new ArrayList<>();
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    public ParquetFile(List<Column> columns) {
        this.columns = List.copyOf(columns);
        out.writeBytes(MAGIC.getBytes(StandardCharsets.US_ASCII));
    }

    /**
     * Adds a row.
     *
     * @param cells one for each column; those of numbers in decimal digits; empty ones are null
     */
    public void add(List<Optional<String>> cells) {
        if (cells.size() != columns.size()) {
            throw new IllegalArgumentException(cells.size() + " cells for " + columns.size() + " columns");
        }
        waiting.add(List.copyOf(cells));
        if (waiting.size() == ROWS_A_GROUP) {
            group();
        }
    }

    /** The file with all rows; no row can be added after it. */
    public Octets octets(String createdBy) {
        if (!waiting.isEmpty()) {
            group();
        }
        byte[] footer = footer(createdBy);
        out.writeBytes(footer);
        out.writeBytes(int32(footer.length));
        out.writeBytes(MAGIC.getBytes(StandardCharsets.US_ASCII));
        return Octets.adopt(out.toByteArray());
    }

    private void group() {
        List<Chunk> chunks = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            int offset = out.size();
            page(i);
            chunks.add(new Chunk(columns.get(i), offset, out.size() - offset, waiting.size()));
        }
        groups.add(new Group(chunks, waiting.size()));
        waiting.clear();
    }

    /** A page: which rows have a value, then the values. */
    private void page(int column) {
        ByteArrayOutputStream levels = new ByteArrayOutputStream();
        ByteArrayOutputStream values = new ByteArrayOutputStream();
        int row = 0;
        while (row < waiting.size()) {
            boolean present = waiting.get(row).get(column).isPresent();
            int start = row;
            while (row < waiting.size() && waiting.get(row).get(column).isPresent() == present) {
                waiting.get(row).get(column).ifPresent(cell -> values.writeBytes(value(columns.get(column), cell)));
                row++;
            }
            CompactThrift.varint(levels, (long) (row - start) << 1);
            levels.write(present ? 1 : 0);
        }
        int size = Integer.BYTES + levels.size() + values.size();
        CompactThrift header = new CompactThrift().i32(1, 0).i32(2, size).i32(3, size);
        header.struct(5).i32(1, waiting.size()).i32(2, PLAIN).i32(3, RLE).i32(4, RLE);
        out.writeBytes(header.end().end().octets());
        out.writeBytes(int32(levels.size()));
        out.writeBytes(levels.toByteArray());
        out.writeBytes(values.toByteArray());
    }

    private static byte[] value(Column column, String cell) {
        if (column.kind() == Kind.NUMBER) {
            return ByteBuffer.allocate(Long.BYTES)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .putLong(Long.parseLong(cell))
                    .array();
        }
        byte[] utf8 = cell.getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(Integer.BYTES + utf8.length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(utf8.length)
                .put(utf8)
                .array();
    }

    private static byte[] int32(int value) {
        return ByteBuffer.allocate(Integer.BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(value)
                .array();
    }

    private byte[] footer(String createdBy) {
        CompactThrift footer = new CompactThrift().i32(1, 1).structs(2, columns.size() + 1);
        footer.element().text(4, "rows").i32(5, columns.size()).end();
        for (Column column : columns) {
            footer.element().i32(1, column.kind().type).i32(3, OPTIONAL).text(4, column.name());
            if (column.kind() == Kind.TEXT) {
                footer.i32(6, 0).struct(10).struct(1).end().end();
            }
            footer.end();
        }
        footer.i64(3, groups.stream().mapToLong(Group::rows).sum()).structs(4, groups.size());
        groups.forEach(group -> group(footer, group));
        return footer.text(6, createdBy).end().octets();
    }

    private static void group(CompactThrift footer, Group group) {
        footer.element().structs(1, group.chunks().size());
        for (Chunk chunk : group.chunks()) {
            footer.element().i64(2, chunk.offset()).struct(3);
            footer.i32(1, chunk.column().kind().type).numbers(2, PLAIN, RLE);
            footer.texts(3, chunk.column().name()).i32(4, 0).i64(5, chunk.values());
            footer.i64(6, chunk.length()).i64(7, chunk.length()).i64(9, chunk.offset());
            footer.end().end();
        }
        footer.i64(2, group.length()).i64(3, group.rows()).end();
    }
}
