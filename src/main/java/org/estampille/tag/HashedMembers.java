package org.estampille.tag;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.estampille.bind.MemberDigests;
import org.estampille.bytes.FileSource;
import org.estampille.bytes.HashAlgorithm;
import org.estampille.bytes.Octets;

/**
 * The members of a collection with every hash that is wanted of them, from one pass over their octets.
 *
 * @param names platform names of the hash algorithms, SHA-256 first
 * @param results one a member, in the order of the request
 */
record HashedMembers(List<String> names, List<MemberDigests.Result> results) {

    private static final String SHA256 = HashAlgorithm.SHA256.jcaName();

    /**
     * Hashes every member.
     *
     * @param more algorithms beside SHA-256, by a name of the caller's choice
     */
    static HashedMembers of(CollectionRequest request, Map<String, Supplier<MessageDigest>> more, TaggingTools tools)
            throws IOException, TaggingRefusedException {
        Map<String, Supplier<MessageDigest>> all = new LinkedHashMap<>();
        all.put(SHA256, () -> tools.engine().digest(HashAlgorithm.SHA256));
        more.forEach(all::putIfAbsent);
        List<MemberDigests.Source> sources = new ArrayList<>();
        List<Long> sizes = new ArrayList<>();
        for (List<String> member : request.members()) {
            Path file = file(request, member);
            sizes.add(Files.size(file));
            sources.add(new MemberDigests.Source(() -> Optional.of(FileSource.openToStream(file)), Optional.empty()));
        }
        List<MemberDigests.Result> results = MemberDigests.run(
                sources,
                List.copyOf(all.values()),
                tools.engine().blocks(),
                tools.threads(),
                octets -> tools.progress().copied(octets));
        for (int i = 0; i < sizes.size(); i++) {
            if (Files.size(file(request, request.members().get(i)))
                    != results.get(i).size()) {
                throw TaggingRefusedException.conflict(
                        String.join("/", request.members().get(i)) + " was changed while it was read; tag it again");
            }
        }
        return new HashedMembers(List.copyOf(all.keySet()), results);
    }

    static Path file(CollectionRequest request, List<String> member) {
        return request.folder().resolve(String.join("/", member));
    }

    /** A platform hash by its name. */
    static Supplier<MessageDigest> platform(String name) {
        return () -> {
            try {
                return MessageDigest.getInstance(name);
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("every Java platform has " + name, e);
            }
        };
    }

    Octets sha256(int member) {
        return hash(member, SHA256);
    }

    Octets hash(int member, String name) {
        return results.get(member).hashes().get(names.indexOf(name));
    }
}
