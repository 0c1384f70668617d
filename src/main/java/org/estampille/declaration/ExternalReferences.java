package org.estampille.declaration;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.estampille.bytes.Octets;
import org.estampille.cbor.CborValue;

/**
 * The assertions {@code c2pa.external-reference} for the texts of tools' terms (C2PA 2.5 clause 16.4.2): where the evidence can
 * be read. A hash is given only where the address leads to a capture that never changes; the vendor's own page changes under its
 * address, and a hash of it would break without anybody's fault.
 */
final class ExternalReferences {

    static final String LABEL = "c2pa.external-reference";

    /** Address shapes the CDDL rule {@code ext-url-type} allows. */
    private static final Pattern ADDRESS =
            Pattern.compile("https?://[-a-zA-Z0-9@:%._+~#=]{2,256}\\.[a-z]{2,6}\\b[-a-zA-Z0-9@:%_+.~#?&/=]*");

    /**
     * Addresses that name one capture, by a time or a digest in them, and that serve its very octets. Without {@code id_} the
     * Wayback Machine puts a frame around a page, as perma.cc and the pages of GitHub do.
     */
    private static final Pattern IMMUTABLE = Pattern.compile("https?://web\\.archive\\.org/web/[0-9]{14}id_/.+"
            + "|https://raw\\.githubusercontent\\.com/[^/]+/[^/]+/[0-9a-f]{40}/.+");

    /**
     * What a client or a server takes away from an address before it asks, so that another page answers than the one that is written
     * there: steps of dots, empty steps in a repository, and any of the signs for them in disguise.
     */
    private static final Pattern DETOUR =
            Pattern.compile("(?i).*(?:/\\.{1,2}(?=[/?#]|$)|\\\\|%(?:2e|2f|5c|25|00)|githubusercontent\\.com/.*//).*");

    /** How the catalogue names a text in a repository: owner/repository@commit:path. */
    private static final Pattern IN_REPOSITORY =
            Pattern.compile("([A-Za-z0-9-]+)/([A-Za-z0-9._-]+)@([0-9a-f]{40}):([^:?#]+)");

    private ExternalReferences() {}

    /** One for each text, whichever uses rest on it. */
    static Set<CborValue> of(Declaration declaration) {
        Set<CborValue> references = new LinkedHashSet<>();
        for (AiUse use : declaration.uses()) {
            if (use.shows()) {
                for (Evidence evidence : use.terms().evidence()) {
                    reference(use.tool(), evidence).ifPresent(references::add);
                }
            }
        }
        return references;
    }

    private static Optional<CborValue> reference(Tool tool, Evidence evidence) {
        Optional<String> capture = address(evidence.archiveRef().map(ExternalReferences::atGitHub))
                .filter(url ->
                        IMMUTABLE.matcher(url).matches() && !DETOUR.matcher(url).matches());
        Optional<String> hash = evidence.rawSha256();
        if (capture.isPresent() && hash.isPresent()) {
            return Optional.of(assertion(tool, evidence, capture.get(), hash));
        }
        Optional<String> archived =
                capture.or(() -> address(evidence.archiveRef()).filter(PublicAddress::isArchive));
        return archived.or(() -> address(evidence.finalUrl()))
                .or(() -> address(evidence.url()))
                .map(url -> assertion(tool, evidence, url, Optional.empty()));
    }

    /** The address that serves a file of a commit as it is. */
    static String atGitHub(String reference) {
        Matcher found = IN_REPOSITORY.matcher(reference);
        if (!found.matches()) {
            return reference;
        }
        try {
            String path = "/" + found.group(1) + "/" + found.group(2) + "/" + found.group(3) + "/" + found.group(4);
            return new URI("https", "raw.githubusercontent.com", path, null).toASCIIString();
        } catch (URISyntaxException noPath) {
            return reference;
        }
    }

    private static Optional<String> address(Optional<String> url) {
        return url.filter(text -> ADDRESS.matcher(text).matches());
    }

    private static CborValue assertion(Tool tool, Evidence evidence, String url, Optional<String> sha256) {
        CborValue location = CborValue.map()
                .put("url", url)
                .putText("alg", sha256.map(hash -> "sha256"))
                .putValue("hash", sha256.map(Octets::ofHex).map(CborValue::of))
                .putText("dc:format", evidence.mediaType())
                .build();
        List<String> words = new ArrayList<>(List.of("Terms of " + tool.name()));
        evidence.title().ifPresent(words::add);
        evidence.termsVersion().ifPresent(words::add);
        return CborValue.map()
                .put("location", location)
                .put("description", String.join(", ", words))
                .build();
    }
}
