package org.estampille.container.ogg;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.estampille.bytes.ByteRange;
import org.estampille.bytes.ByteSource;
import org.estampille.bytes.LimitExceededException;
import org.estampille.bytes.MalformedContentException;
import org.estampille.bytes.Octets;
import org.estampille.bytes.ReadLimits;
import org.estampille.container.ContainerMap.Suspicion;
import org.estampille.container.EmbeddedStore;

/** Finds the bitstreams that hold manifest stores, and puts their packets together. */
final class OggStores {

    private final ByteSource source;
    private final ReadLimits limits;
    private final List<EmbeddedStore> stores = new ArrayList<>();
    private final List<Suspicion> suspicions = new ArrayList<>();

    /** Their pages by serial number. */
    private final Map<Long, List<OggPage>> streams = new LinkedHashMap<>();

    OggStores(ByteSource source, ReadLimits limits) {
        this.source = source;
        this.limits = limits;
    }

    OggStores look(List<OggPage> pages) throws IOException, MalformedContentException {
        Map<Long, Integer> starts = new HashMap<>();
        for (OggPage page : pages) {
            if (page.isFirst()) {
                boolean again = starts.merge(page.serial(), 1, Integer::sum) > 1;
                if (startsStore(page)) {
                    if (again) {
                        suspicions.add(
                                new Suspicion(page.range(), "two bitstreams share the number of a manifest store"));
                    }
                    streams.computeIfAbsent(page.serial(), serial -> new ArrayList<>());
                }
            }
            if (streams.containsKey(page.serial())) {
                streams.get(page.serial()).add(page);
            }
        }
        for (List<OggPage> stream : streams.values()) {
            store(stream);
        }
        return this;
    }

    /** Serial numbers of the bitstreams with stores. */
    Set<Long> serials() {
        return Set.copyOf(streams.keySet());
    }

    List<EmbeddedStore> stores() {
        return List.copyOf(stores);
    }

    List<Suspicion> suspicions() {
        return List.copyOf(suspicions);
    }

    private boolean startsStore(OggPage page) throws IOException, MalformedContentException {
        int mark = StoreStream.MARK.length();
        return page.body().length() >= mark
                && source.octets(new ByteRange(page.body().start(), mark), limits)
                        .equals(StoreStream.MARK);
    }

    /** Everything in the stream counts: what does not belong to the store is padding, which a binding wants to be zero. */
    private void store(List<OggPage> stream) throws IOException, MalformedContentException {
        List<Octets> bodies = new ArrayList<>();
        List<ByteRange> wrapper = new ArrayList<>();
        long length = 0;
        for (OggPage page : stream) {
            length += page.body().length();
            LimitExceededException.check("manifest store", length - StoreStream.MARK.length(), limits.manifestStore());
            Octets octets = source.octets(page.range(), limits);
            if (PageChecksum.of(octets) != crc(octets)) {
                suspicions.add(new Suspicion(page.range(), "the CRC of a page with the manifest store is wrong"));
                return;
            }
            bodies.add(octets.from((int) (page.body().start() - page.range().start())));
            int last = wrapper.size() - 1;
            if (last >= 0 && wrapper.get(last).end() == page.range().start()) {
                wrapper.set(
                        last,
                        ByteRange.between(
                                wrapper.get(last).start(), page.range().end()));
            } else {
                wrapper.add(page.range());
            }
        }
        Octets payload = Octets.concat(bodies).from(StoreStream.MARK.length());
        stores.add(EmbeddedStore.split(wrapper, payload, EmbeddedStore.Role.MANIFEST));
    }

    private static long crc(Octets page) {
        return Integer.reverseBytes((int) page.uint32At(OggPage.CRC_AT)) & 0xFFFF_FFFFL;
    }
}
