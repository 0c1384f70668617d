package org.estampille.report;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.pdfbox.pdmodel.font.PDFont;

/** Breaks text into lines that fit, in the letters the font has; others are written as their code. */
final class PdfLines {

    private final PDFont font;

    PdfLines(PDFont font) {
        this.font = font;
    }

    List<String> wrapped(String text, float size, float width) throws IOException {
        List<String> result = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String whole : SafeText.line(text).split(" ", -1)) {
            // Spaces that do not break are written as plain ones, once the line is broken.
            String word = writable(whole);
            String longer = line.isEmpty() ? word : line + " " + word;
            if (fits(longer, size, width)) {
                line.setLength(0);
                line.append(longer);
            } else {
                if (!line.isEmpty()) {
                    result.add(line.toString());
                    line.setLength(0);
                }
                line.append(broken(word, size, width, result));
            }
        }
        result.add(line.toString());
        return result;
    }

    /** One line; of what is too long, its end, which tells files apart. */
    String fitted(String text, float size, float width) throws IOException {
        String line = writable(SafeText.line(text));
        int from = 0;
        while (from < line.length() && !fits((from == 0 ? "" : "...") + line.substring(from), size, width)) {
            from++;
        }
        return (from == 0 ? "" : "...") + line.substring(from);
    }

    /** A word that is wider than a line is cut where the line ends; its rest is returned. */
    private String broken(String word, float size, float width, List<String> result) throws IOException {
        String rest = word;
        while (!fits(rest, size, width) && rest.length() > 1) {
            int end = rest.length() - 1;
            while (end > 1 && !fits(rest.substring(0, end), size, width)) {
                end = end > 64 ? end / 2 : end - 1;
            }
            result.add(rest.substring(0, end));
            rest = rest.substring(end);
        }
        return rest;
    }

    private boolean fits(String text, float size, float width) throws IOException {
        return font.getStringWidth(text) / 1000 * size <= width;
    }

    private String writable(String text) {
        StringBuilder out = new StringBuilder(text.length());
        text.codePoints().forEach(code -> {
            String letter = Character.toString(code == 0xA0 || code == 0x202F ? ' ' : code);
            out.append(has(letter) ? letter : "<U+" + Integer.toHexString(code).toUpperCase(Locale.ROOT) + ">");
        });
        return out.toString();
    }

    private boolean has(String letter) {
        try {
            font.encode(letter);
            return true;
        } catch (IOException | IllegalArgumentException missing) {
            return false;
        }
    }
}
