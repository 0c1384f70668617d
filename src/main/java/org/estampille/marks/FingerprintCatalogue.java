package org.estampille.marks;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.estampille.bytes.Octets;

/**
 * The fingerprints of generators, from {@code fingerprints.tsv} in this package: a table with a row for each, that grows without a
 * change to any class.
 *
 * @param version of the table
 * @param fingerprints in the order of the table; the first that fits an item for a generator counts
 */
record FingerprintCatalogue(String version, List<Fingerprint> fingerprints) {

    private static final String FILE = "fingerprints.tsv";
    private static final int COLUMNS = 9;
    private static final String ANY = "*";
    private static final String AND = " && ";
    private static final String STATED = "@stated ";
    private static final String NAME = "@name ";
    private static final String NAME_BEGINS = "(?<![\\p{IsLatin}\\d])";
    private static final String NAME_ENDS = "(?:(?!\\p{IsLatin})|(?-i:(?<=\\p{Ll})(?=\\p{Lu})))";
    private static final FingerprintCatalogue BUNDLED = load();

    FingerprintCatalogue {
        fingerprints = List.copyOf(fingerprints);
    }

    static FingerprintCatalogue bundled() {
        return BUNDLED;
    }

    private static FingerprintCatalogue load() {
        try (InputStream file = FingerprintCatalogue.class.getResourceAsStream(FILE)) {
            if (file == null) {
                throw new IllegalStateException(FILE + " is missing from the program");
            }
            return read(Octets.adopt(file.readAllBytes()).utf8());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads a table: {@code # version}, shorthands for names of fields, a heading, then one row a line. */
    static FingerprintCatalogue read(String table) {
        String version = "";
        Map<String, String> shorthands = new HashMap<>();
        List<Fingerprint> fingerprints = new ArrayList<>();
        for (String line : table.lines().toList()) {
            if (line.startsWith("# version ")) {
                version = line.substring("# version ".length());
            } else if (line.startsWith("@")) {
                String[] pair = line.split("\t", 2);
                shorthands.put(pair[0], pair[1]);
            } else if (!line.isBlank() && !line.startsWith("#") && !line.startsWith("id\t")) {
                fingerprints.add(row(line, shorthands));
            }
        }
        return new FingerprintCatalogue(version, fingerprints);
    }

    private static Fingerprint row(String line, Map<String, String> shorthands) {
        String[] cells = line.split("\t", -1);
        if (cells.length != COLUMNS) {
            throw new IllegalStateException(FILE + ": a row of " + cells.length + " cells: " + line);
        }
        List<Wording> values = new ArrayList<>();
        if (!cells[4].equals(ANY)) {
            for (String value : cells[4].split(AND, -1)) {
                values.add(wording(value, shorthands));
            }
        }
        return new Fingerprint(
                cells[0],
                Optional.of(cells[1]).filter(name -> !name.isEmpty()),
                locations(cells[2]),
                pattern(cells[3].equals(ANY) ? "(?s).*" : shorthands.getOrDefault(cells[3], cells[3])),
                values,
                Meaning.valueOf(cells[5].toUpperCase(Locale.ROOT)),
                Strength.valueOf(cells[6].toUpperCase(Locale.ROOT)),
                need(cells[7]),
                cells[8]);
    }

    /**
     * {@code @stated}, then perhaps {@code @name} or a shorthand for how a sentence begins, then what is looked for. A name ends where
     * its letters end, or where a capital begins the next word: digits of a version may follow at once, and scripts without spaces may
     * stand around it.
     */
    private static Wording wording(String value, Map<String, String> shorthands) {
        boolean stated = value.startsWith(STATED);
        String expression = stated ? value.substring(STATED.length()) : value;
        if (expression.startsWith(NAME)) {
            String name = expression.substring(NAME.length());
            return new Wording(pattern(NAME_BEGINS + "(?:" + name + ")" + NAME_ENDS), stated);
        }
        int space = expression.startsWith("@") ? expression.indexOf(' ') : -1;
        return space < 0
                ? new Wording(pattern(expression), stated)
                : new Wording(
                        pattern(shorthands.get(expression.substring(0, space)) + expression.substring(space + 1)),
                        stated);
    }

    private static Set<Location> locations(String cell) {
        Set<Location> locations = EnumSet.noneOf(Location.class);
        if (!cell.equals(ANY)) {
            for (String label : cell.split(",", -1)) {
                locations.add(
                        Location.valueOf(label.strip().toUpperCase(Locale.ROOT).replace('-', '_')));
            }
        }
        return locations;
    }

    private static Optional<Fingerprint.Need> need(String cell) {
        int tilde = cell.indexOf('~');
        return tilde < 0
                ? Optional.empty()
                : Optional.of(
                        new Fingerprint.Need(pattern(cell.substring(0, tilde)), pattern(cell.substring(tilde + 1))));
    }

    private static Pattern pattern(String expression) {
        return Pattern.compile(expression, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }
}
