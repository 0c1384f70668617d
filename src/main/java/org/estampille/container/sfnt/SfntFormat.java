package org.estampille.container.sfnt;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.estampille.asset.Asset;
import org.estampille.asset.AssetFormat;
import org.estampille.bytes.ByteRange;
import org.estampille.bytes.LimitExceededException;
import org.estampille.bytes.MalformedContentException;
import org.estampille.bytes.ReadLimits;
import org.estampille.container.BoxNames;
import org.estampille.container.ContainerFormat;
import org.estampille.container.ContainerMap;
import org.estampille.container.ContainerMap.Suspicion;
import org.estampille.container.EmbeddedStore;
import org.estampille.container.FormatTraits;
import org.estampille.container.Layout;
import org.estampille.container.Part;
import org.estampille.container.PartList;
import org.estampille.container.sfnt.TableDirectory.Table;

/** OpenType and TrueType fonts, which are read and not written (C2PA 2.5 clause A.3.12). */
public final class SfntFormat implements ContainerFormat {

    /** Octets of the font that belong to no table and are no padding. */
    public static final String LOOSE = "octets";

    private static final String LIMITS = "OpenType and TrueType; collections and WOFF are not read";
    private static final String HEAD = "head";
    private static final int ADJUSTMENT_AT = 8;
    private static final int ADJUSTMENT_LENGTH = 4;
    /** Tables start at multiples of four (ISO/IEC 14496-22 clause 4.5.1). */
    private static final int LONGEST_PADDING = 3;

    @Override
    public FormatTraits traits(AssetFormat format) {
        return new FormatTraits(
                "C2PA table", "C2PA 2.5 A.3.12", false, List.of("c2pa.hash.data", "c2pa.hash.boxes"), LIMITS);
    }

    @Override
    public ContainerMap map(Asset asset, ReadLimits limits) throws IOException, LimitExceededException {
        PartList parts = new PartList("font tables", limits);
        List<EmbeddedStore> stores = new ArrayList<>();
        List<Suspicion> suspicions = new ArrayList<>();
        Optional<Suspicion> breakOff = Optional.empty();
        try {
            TableDirectory directory = TableDirectory.read(asset.source(), limits);
            for (Table table : directory.tables()) {
                if (table.tag().equals(BoxNames.STORE)) {
                    store(asset, table, limits, stores, suspicions);
                }
            }
            parts(asset, directory, parts, limits);
        } catch (LimitExceededException e) {
            throw e;
        } catch (MalformedContentException e) {
            parts.add("body", asset.source().length());
            breakOff = Optional.of(new Suspicion(e.where(), e.problem()));
        }
        return new ContainerMap(asset.format(), asset.source().length(), parts.toList(), stores, suspicions, breakOff);
    }

    private static void store(
            Asset asset, Table table, ReadLimits limits, List<EmbeddedStore> stores, List<Suspicion> suspicions)
            throws IOException, LimitExceededException {
        try {
            StoreTable content = StoreTable.read(asset.source(), table.range(), limits);
            if (!content.store().isEmpty()) {
                LimitExceededException.check("manifest store", content.store().length(), limits.manifestStore());
                stores.add(EmbeddedStore.split(
                        List.of(table.range()),
                        asset.source().octets(content.store(), limits),
                        EmbeddedStore.Role.MANIFEST));
            }
        } catch (LimitExceededException e) {
            throw e;
        } catch (MalformedContentException e) {
            suspicions.add(new Suspicion(table.range(), "the C2PA table of the font " + e.problem()));
        }
    }

    /** In the order of the file; where tables share octets, each part has what none before it has. */
    private static void parts(Asset asset, TableDirectory directory, PartList parts, ReadLimits limits)
            throws IOException, MalformedContentException {
        parts.add("directory", directory.range().end());
        List<Table> sorted = new ArrayList<>(directory.tables());
        sorted.sort(Comparator.comparingLong(table -> table.range().start()));
        for (Table table : sorted) {
            gap(asset, table.range().start(), parts, limits);
            parts.add(table.tag(), table.range().end());
        }
        gap(asset, asset.source().length(), parts, limits);
    }

    private static void gap(Asset asset, long end, PartList parts, ReadLimits limits)
            throws IOException, MalformedContentException {
        long length = end - parts.end();
        if (length > 0) {
            boolean padding = length <= LONGEST_PADDING
                    && asset.source()
                            .octets(new ByteRange(parts.end(), length), limits)
                            .isZero();
            parts.add(padding ? "padding" : LOOSE, end);
        }
    }

    /** The tables in the order of the directory, each as long as the directory says (C2PA 2.5 clause 16.3.3.3.6). */
    @Override
    public List<Part> boxes(Asset asset, ContainerMap map, BoxNames.Reading reading, ReadLimits limits)
            throws IOException, MalformedContentException {
        return TableDirectory.read(asset.source(), limits).tables().stream()
                .map(table -> new Part(table.tag(), table.range()))
                .toList();
    }

    /** Checksums that go over the manifest: that of its table, and the one that {@code head} states for the whole font. */
    @Override
    public List<ByteRange> lengthFields(Asset asset, Optional<ByteRange> store, ReadLimits limits)
            throws IOException, MalformedContentException {
        List<ByteRange> fields = new ArrayList<>();
        for (Table table : TableDirectory.read(asset.source(), limits).tables()) {
            if (table.tag().equals(BoxNames.STORE)) {
                fields.add(table.checksum());
            }
            adjustment(new Part(table.tag(), table.range())).ifPresent(fields::add);
        }
        return fields;
    }

    /** Where a table states {@code checkSumAdjustment}; empty for every other table than {@code head}. */
    public static Optional<ByteRange> adjustment(Part table) {
        boolean states = table.name().equals(HEAD) && table.range().length() >= ADJUSTMENT_AT + ADJUSTMENT_LENGTH;
        return states
                ? Optional.of(new ByteRange(table.range().start() + ADJUSTMENT_AT, ADJUSTMENT_LENGTH))
                : Optional.empty();
    }

    /** The address in the font's own table. */
    @Override
    public Optional<String> address(Asset asset, ReadLimits limits) throws IOException, LimitExceededException {
        try {
            for (Table table : TableDirectory.read(asset.source(), limits).tables()) {
                if (table.tag().equals(BoxNames.STORE)) {
                    ByteRange uri = StoreTable.read(asset.source(), table.range(), limits)
                            .uri();
                    return uri.isEmpty()
                            ? Optional.empty()
                            : Optional.of(asset.source().octets(uri, limits).utf8());
                }
            }
            return Optional.empty();
        } catch (LimitExceededException e) {
            throw e;
        } catch (MalformedContentException e) {
            return Optional.empty();
        }
    }

    @Override
    public Layout lay(Asset asset, ContainerMap map, Wish wish, ReadLimits limits) throws MalformedContentException {
        throw new MalformedContentException(
                asset.mediaType(), new ByteRange(0, 0), "no manifest is put into fonts here; use --sidecar");
    }
}
