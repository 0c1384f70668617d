package org.estampille.report;

/** Text of strangers in HTML and XML: nothing of it is markup, and nothing of it turns the line around. */
final class Markup {

    private Markup() {}

    /** As text or as the value of an attribute. */
    static String text(String text) {
        String safe = SafeText.line(text);
        StringBuilder out = new StringBuilder(safe.length() + 16);
        for (int i = 0; i < safe.length(); i++) {
            char c = safe.charAt(i);
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                case '\'' -> out.append("&#39;");
                default -> out.append(c);
            }
        }
        return out.toString();
    }
}
