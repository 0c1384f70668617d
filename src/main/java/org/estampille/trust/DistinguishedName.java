package org.estampille.trust;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import javax.security.auth.x500.X500Principal;

/**
 * The name in a certificate, taken apart only as far as people read it.
 *
 * @param text the whole name as RFC 2253 writes it, most specific part first
 */
public record DistinguishedName(String text) {

    public static DistinguishedName of(X500Principal principal) {
        return new DistinguishedName(principal.getName(X500Principal.RFC2253));
    }

    public Optional<String> commonName() {
        return first("CN");
    }

    public Optional<String> organization() {
        return first("O");
    }

    /** The common name, else the organization, else the whole name. */
    public String shortest() {
        return commonName().or(this::organization).orElse(text);
    }

    /** Every value of a type, such as {@code OU}, most specific first. */
    public List<String> attributes(String type) {
        String prefix = type + "=";
        List<String> values = new ArrayList<>();
        int start = 0;
        while (start < text.length()) {
            int end = endOfAttribute(start);
            if (text.startsWith(prefix, start)) {
                values.add(unescaped(text.substring(start + prefix.length(), end)));
            }
            start = end + 1;
        }
        return values;
    }

    private Optional<String> first(String type) {
        List<String> values = attributes(type);
        return values.isEmpty() ? Optional.empty() : Optional.of(values.get(0));
    }

    private int endOfAttribute(int start) {
        for (int i = start; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\') {
                i++;
            } else if (c == ',' || c == '+') {
                return i;
            }
        }
        return text.length();
    }

    /** Undoes a backslash before a character, or before two hexadecimal digits of an octet of UTF-8. */
    private static String unescaped(String value) {
        java.io.ByteArrayOutputStream out = new java.io.ByteArrayOutputStream();
        int i = 0;
        while (i < value.length()) {
            boolean escaped = value.charAt(i) == '\\' && i + 1 < value.length();
            if (escaped && i + 2 < value.length() && isHex(value.charAt(i + 1)) && isHex(value.charAt(i + 2))) {
                out.write(HexFormat.fromHexDigits(value, i + 1, i + 3));
                i += 3;
            } else {
                int from = escaped ? i + 1 : i;
                int to = value.offsetByCodePoints(from, 1);
                out.writeBytes(value.substring(from, to).getBytes(StandardCharsets.UTF_8));
                i = to;
            }
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    private static boolean isHex(char c) {
        return HexFormat.isHexDigit(c);
    }
}
