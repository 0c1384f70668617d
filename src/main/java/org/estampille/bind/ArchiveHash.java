package org.estampille.bind;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.estampille.bytes.ByteRange;
import org.estampille.bytes.HashAlgorithm;
import org.estampille.bytes.LimitExceededException;
import org.estampille.bytes.MalformedContentException;
import org.estampille.bytes.Octets;
import org.estampille.collection.MemberUri;
import org.estampille.container.zip.LocalEntry;
import org.estampille.container.zip.ZipArchive;
import org.estampille.container.zip.ZipEntry;

/**
 * A collection hash that binds one ZIP archive: every entry as it is stored, and the central directory (C2PA 2.5 clauses 14.12.5.2
 * and A.6.2). Nothing is inflated or decrypted.
 */
public final class ArchiveHash {

    private final CollectionHash collection;
    private final HardBinding.Context context;
    private final List<BindingOutcome> faults = new ArrayList<>();

    private ArchiveHash(CollectionHash collection, HardBinding.Context context) {
        this.collection = collection;
        this.context = context;
    }

    /**
     * Compares the archive with the hashes.
     *
     * @return what is wrong, an entry at a time, each reason a whole clause; none when all of it is as it was bound
     * @throws LimitExceededException when that would take more than the limits allow
     */
    public static List<BindingOutcome> check(CollectionHash collection, HardBinding.Context context)
            throws IOException, LimitExceededException {
        ArchiveHash binding = new ArchiveHash(collection, context);
        try {
            binding.check();
        } catch (LimitExceededException e) {
            throw e;
        } catch (MalformedContentException e) {
            binding.mismatch("the archive is broken: " + e.problem());
        }
        return List.copyOf(binding.faults);
    }

    private void check() throws IOException, MalformedContentException {
        Optional<HashAlgorithm> algorithm = context.algorithm(collection.alg());
        if (algorithm.isEmpty()) {
            faults.add(context.unsupported(collection.alg()));
            return;
        }
        if (collection.directory().isEmpty()) {
            faults.add(new BindingOutcome.Malformed("'zip_central_directory_hash' is missing"));
            return;
        }
        List<String> names = names();
        ZipArchive archive = ZipArchive.read(context.asset().source(), context.limits());
        Map<String, ZipEntry> entries = entries(archive);
        if (!faults.isEmpty()) {
            return;
        }
        List<Optional<ZipEntry>> members = members(entries, names);
        unlisted(entries, members);
        Map<ZipEntry, LocalEntry> found = new EntryExtents(archive, context).find(this::mismatch);
        compare(archive, listed(names, members, found), algorithm.get());
        if (context.map().stores().stream().anyMatch(store -> !store.padding().isZero())) {
            mismatch("the padding after the manifest store is not zero");
        }
    }

    private void mismatch(String reason) {
        faults.add(new BindingOutcome.Mismatch(reason));
    }

    /** What each member is called, in the order of the assertion. */
    private List<String> names() {
        List<String> names = new ArrayList<>();
        for (CollectionHash.Member member : collection.members()) {
            Optional<String> name = MemberUri.entry(member.uri());
            names.add(name.orElse(""));
            if (name.isEmpty()) {
                faults.add(new BindingOutcome.InvalidUri(member.uri()));
            }
        }
        return names;
    }

    /** The entries but for the manifest store, by name. Of two that are called alike nobody knows which one a reader takes. */
    private Map<String, ZipEntry> entries(ZipArchive archive) {
        Map<String, ZipEntry> entries = new LinkedHashMap<>();
        for (ZipEntry entry : archive.entries()) {
            if (!entry.isStore() && entries.put(entry.name(), entry) != null) {
                mismatch("two entries are called " + entry.name());
            }
        }
        return entries;
    }

    /** The entry that each member stands for: the one of its decoded name, else the one that is spelled like the reference. */
    private List<Optional<ZipEntry>> members(Map<String, ZipEntry> entries, List<String> names) {
        List<Optional<ZipEntry>> members = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            String uri = collection.members().get(i).uri();
            members.add(Optional.ofNullable(entries.get(names.get(i))).or(() -> Optional.ofNullable(entries.get(uri))));
        }
        return members;
    }

    /** Every entry is to be hashed (clause A.6.2.1); a folder has nothing but its header, which the directory repeats. */
    private void unlisted(Map<String, ZipEntry> entries, List<Optional<ZipEntry>> members) {
        Set<ZipEntry> known = new HashSet<>();
        members.forEach(member -> member.ifPresent(known::add));
        for (ZipEntry entry : entries.values()) {
            if (!known.contains(entry) && !entry.isFolder()) {
                mismatch("added: " + entry.name());
            }
        }
    }

    /** An entry and what it is to hash to. */
    private record Expected(String name, Octets hash, LocalEntry octets) {}

    private List<Expected> listed(
            List<String> names, List<Optional<ZipEntry>> members, Map<ZipEntry, LocalEntry> found) {
        List<Expected> listed = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            Optional<ZipEntry> entry = members.get(i);
            if (entry.isEmpty()) {
                faults.add(new BindingOutcome.Missing(names.get(i)));
            } else if (found.containsKey(entry.get())) {
                Octets hash = collection.members().get(i).hash();
                listed.add(new Expected(names.get(i), hash, found.get(entry.get())));
            }
        }
        return listed;
    }

    private void compare(ZipArchive archive, List<Expected> listed, HashAlgorithm algorithm) throws IOException {
        List<DigestPlan> whole = new ArrayList<>();
        for (Expected entry : listed) {
            whole.add(plan(entry.octets().extent(), algorithm));
        }
        List<DigestPlan> readings = DirectoryReadings.of(archive, algorithm);
        BindingDigests digests = run(new BindingPlan(readings.get(0), whole));
        for (int i = 0; i < listed.size(); i++) {
            Expected entry = listed.get(i);
            boolean same = digests.leaves().get(i).equals(entry.hash());
            if (!same && !isUndescribed(entry, algorithm)) {
                mismatch("altered: " + entry.name());
            }
        }
        Octets expected = collection.directory().orElseThrow();
        boolean same = digests.chain().equals(expected);
        for (int i = 1; !same && i < readings.size(); i++) {
            same = run(BindingPlan.flat(readings.get(i))).chain().equals(expected);
        }
        if (!same) {
            mismatch("the central directory of the archive is another one");
        }
    }

    /** Some writers leave the descriptor out, which says nothing that the directory does not say too. */
    private boolean isUndescribed(Expected entry, HashAlgorithm algorithm) throws IOException {
        return !entry.octets().descriptor().isEmpty()
                && run(BindingPlan.flat(plan(entry.octets().undescribed(), algorithm)))
                        .chain()
                        .equals(entry.hash());
    }

    private BindingDigests run(BindingPlan plan) throws IOException {
        return DigestRunner.run(context.asset().source(), plan, context.engine(), context.threads());
    }

    private static DigestPlan plan(ByteRange range, HashAlgorithm algorithm) {
        return new DigestPlan(algorithm, List.of(new DigestPlan.FileRange(range)));
    }
}
