package org.estampille.tag;

import java.io.IOException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.estampille.bytes.MalformedContentException;
import org.estampille.bytes.ReadLimits;
import org.estampille.delivery.DeliveryPackage;
import org.estampille.mhl.MhlFormat;
import org.estampille.mhl.MhlHistory;

/** What a collection says of itself already, and whether that holds: nothing is signed that its own lists call broken. */
final class CollectionChecks {

    private static final int SHOWN = 10;

    private final CollectionRequest request;
    private final MhlHistory history;
    private final Set<MhlFormat> formats;

    private CollectionChecks(CollectionRequest request, MhlHistory history, Set<MhlFormat> formats) {
        this.request = request;
        this.history = history;
        this.formats = formats;
    }

    /** Reads the lists. */
    static CollectionChecks of(CollectionRequest request, ReadLimits limits)
            throws IOException, MalformedContentException {
        boolean kept = MhlHistory.isIn(request.folder());
        MhlHistory history = kept ? MhlHistory.read(request.folder(), limits) : MhlHistory.none();
        if (request.mhl() && history.obstacle().isPresent()) {
            throw history.obstacle().get();
        }
        boolean isFirst = request.mhl() && history.needed().isEmpty();
        Set<MhlFormat> formats = isFirst ? Set.of(MhlFormat.XXH64) : history.needed();
        return new CollectionChecks(request, history, formats);
    }

    MhlHistory history() {
        return history;
    }

    Set<MhlFormat> formats() {
        return formats;
    }

    /** The hashes to compute beside SHA-256. */
    Map<String, Supplier<MessageDigest>> hashes() {
        Map<String, Supplier<MessageDigest>> hashes = new LinkedHashMap<>();
        request.delivered()
                .map(DeliveryPackage::stated)
                .orElse(Map.of())
                .values()
                .forEach(stated -> hashes.put(stated.algorithm(), HashedMembers.platform(stated.algorithm())));
        formats.forEach(format -> hashes.put(format.element(), format::digest));
        return hashes;
    }

    /** The hashes of one member as a media hash list writes them. */
    Map<MhlFormat, String> listed(HashedMembers hashed, int member) {
        Map<MhlFormat, String> listed = new EnumMap<>(MhlFormat.class);
        formats.forEach(format -> listed.put(format, format.text(hashed.hash(member, format.element()))));
        return listed;
    }

    /**
     * Compares.
     *
     * @throws TaggingRefusedException when a list is not satisfied
     */
    void require(HashedMembers hashed) throws TaggingRefusedException {
        delivered(hashed);
        Map<String, Map<MhlFormat, String>> now = new HashMap<>();
        for (int i = 0; i < request.members().size(); i++) {
            now.put(String.join("/", request.members().get(i)), listed(hashed, i));
        }
        List<String> faults = new ArrayList<>(history.faults(now));
        // Of a sequence, the frames alone are signed.
        request.sequence()
                .ifPresent(frames -> faults.removeIf(
                        name -> name.contains("/") || frames.number(name).isEmpty()));
        refuse("its media hash list does not hold for ", faults);
    }

    private void delivered(HashedMembers hashed) throws TaggingRefusedException {
        if (request.delivered().isEmpty()) {
            return;
        }
        DeliveryPackage delivered = request.delivered().get();
        List<String> missing = new ArrayList<>(delivered.listed());
        List<String> faults = new ArrayList<>();
        for (int i = 0; i < request.members().size(); i++) {
            String name = String.join("/", request.members().get(i));
            missing.remove(name);
            DeliveryPackage.Stated stated = delivered.stated().get(name);
            if (stated != null) {
                String hash = Base64.getEncoder()
                        .encodeToString(hashed.hash(i, stated.algorithm()).toByteArray());
                boolean same = stated.size() == hashed.results().get(i).size()
                        && stated.hash().equals(hash);
                if (!same) {
                    faults.add(name);
                }
            }
        }
        refuse("its asset map names files that are not there: ", missing);
        refuse("its packing list does not hold for ", faults);
    }

    private static void refuse(String what, List<String> names) throws TaggingRefusedException {
        if (!names.isEmpty()) {
            int more = names.size() - SHOWN;
            String shown = String.join(", ", names.subList(0, Math.min(SHOWN, names.size())));
            throw TaggingRefusedException.conflict(
                    what + shown + (more > 0 ? " and " + more + " more" : "") + "; nothing was signed");
        }
    }
}
