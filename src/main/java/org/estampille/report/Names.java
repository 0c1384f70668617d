package org.estampille.report;

import java.util.Optional;
import javax.security.auth.x500.X500Principal;
import org.estampille.validate.Signer;

/** What certificates call people and organisations, short enough to read. */
final class Names {
    private Names() {}

    static String subject(Signer signer) {
        return shortName(signer.chain().leaf().getSubjectX500Principal());
    }

    static String issuer(Signer signer) {
        return shortName(signer.chain().leaf().getIssuerX500Principal());
    }

    /** Common name and organisation, or whatever there is. */
    static String shortName(X500Principal principal) {
        String text = principal.getName(X500Principal.RFC2253);
        Optional<String> common = attribute(text, "CN");
        Optional<String> organisation = attribute(text, "O");
        if (common.isEmpty()) {
            return organisation.orElse(text);
        }
        return organisation.isEmpty() || organisation.equals(common)
                ? common.get()
                : common.get() + " (" + organisation.get() + ")";
    }

    /** The value of the first attribute of that type in RFC 2253 text; escapes of that text are undone. */
    private static Optional<String> attribute(String text, String type) {
        int at = 0;
        while (at < text.length()) {
            int end = endOfAttribute(text, at);
            if (text.startsWith(type + "=", at)) {
                return Optional.of(unescaped(text.substring(at + type.length() + 1, end)));
            }
            at = end + 1;
        }
        return Optional.empty();
    }

    private static int endOfAttribute(String text, int from) {
        int i = from;
        while (i < text.length() && text.charAt(i) != ',' && text.charAt(i) != '+') {
            i += text.charAt(i) == '\\' ? 2 : 1;
        }
        return Math.min(i, text.length());
    }

    private static String unescaped(String value) {
        if (value.indexOf('\\') < 0) {
            return value;
        }
        StringBuilder out = new StringBuilder(value.length());
        for (int i = 0; i < value.length(); i++) {
            boolean escape = value.charAt(i) == '\\' && i + 1 < value.length();
            out.append(value.charAt(escape ? ++i : i));
        }
        return out.toString();
    }
}
