package org.estampille.declaration;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Whether an address leads to a host that anybody can ask for. That it is encrypted says nothing: machines of a house have
 * certificates too.
 */
final class PublicAddress {

    /** Where captures are kept for everybody. */
    private static final Set<String> ARCHIVES = Set.of(
            "web.archive.org",
            "archive.org",
            "perma.cc",
            "archive.today",
            "archive.ph",
            "archive.is",
            "raw.githubusercontent.com",
            "github.com",
            "zenodo.org");

    /** Endings that no public name has (RFC 2606, 6761, 6762, 8375 and what houses use instead). */
    private static final Set<String> INNER = Set.of(
            "local",
            "localhost",
            "localdomain",
            "internal",
            "intranet",
            "intra",
            "lan",
            "corp",
            "home",
            "private",
            "arpa",
            "test",
            "invalid",
            "onion");

    private PublicAddress() {}

    /** Whether its host has a public name: of two labels or more, with an ending that is not kept for inner networks. */
    static boolean isPublic(String text) {
        return host(text).filter(PublicAddress::isNamed).isPresent();
    }

    /** Whether it is one of an archive that is open to everybody. */
    static boolean isArchive(String text) {
        return host(ExternalReferences.atGitHub(text))
                .map(host -> host.startsWith("www.") ? host.substring(4) : host)
                .filter(ARCHIVES::contains)
                .isPresent();
    }

    private static boolean isNamed(String host) {
        int point = host.lastIndexOf('.');
        String ending = host.substring(point + 1);
        boolean letters = ending.chars().anyMatch(Character::isLetter);
        return point > 0 && letters && ending.length() > 1 && !INNER.contains(ending);
    }

    /** A name or password in it, or a port of its own, is that of a service inside a house. */
    private static Optional<String> host(String text) {
        try {
            URI address = URI.create(text.strip());
            String scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
            boolean web = scheme.equals("https") || scheme.equals("http");
            boolean plain = address.getUserInfo() == null && address.getPort() < 0;
            String host = address.getHost() == null ? "" : address.getHost().toLowerCase(Locale.ROOT);
            String name = host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
            return web && plain && !name.isEmpty() ? Optional.of(name) : Optional.empty();
        } catch (IllegalArgumentException noAddress) {
            return Optional.empty();
        }
    }
}
