package org.estampille.manifest;

import java.util.List;
import java.util.Optional;
import org.estampille.bytes.HashAlgorithm;
import org.estampille.cbor.CborValue;

/**
 * What a claim of version 2 says beside its assertions (C2PA 2.5 clause 10.2).
 *
 * @param label of the manifest: {@code urn:c2pa:} and a version 4 UUID (clause 9.1)
 * @param instanceId identifies this version of the asset
 * @param title written as {@code dc:title}
 * @param generator written as {@code claim_generator_info}
 * @param algorithm default hash algorithm of the claim
 * @param redacted absolute references to assertions of earlier manifests whose content was removed
 */
public record ManifestHeader(
        String label,
        String instanceId,
        Optional<String> title,
        GeneratorInfo generator,
        HashAlgorithm algorithm,
        List<String> redacted) {

    public ManifestHeader {
        redacted = List.copyOf(redacted);
    }

    /** A claim that redacts nothing. */
    public ManifestHeader(
            String label, String instanceId, Optional<String> title, GeneratorInfo generator, HashAlgorithm algorithm) {
        this(label, instanceId, title, generator, algorithm, List.of());
    }

    /**
     * The program that writes a claim (clause 10.2.3).
     *
     * @param name of the program
     * @param version of the program
     * @param specVersion the C2PA version written, three numbers
     */
    public record GeneratorInfo(String name, String version, String specVersion) {

        CborValue toCbor() {
            return CborValue.map()
                    .put("name", name)
                    .put("version", version)
                    .put("specVersion", specVersion)
                    .build();
        }
    }
}
