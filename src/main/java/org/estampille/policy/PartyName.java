package org.estampille.policy;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** A company or tool as people name it: letter case, accents, punctuation, spaces and the form of the company do not count. */
final class PartyName {

    private static final Set<String> FORMS = Set.of(
            "ab",
            "ag",
            "as",
            "bv",
            "co",
            "company",
            "corp",
            "corporation",
            "gmbh",
            "inc",
            "incorporated",
            "kg",
            "kk",
            "limited",
            "llc",
            "llp",
            "lp",
            "ltd",
            "ltda",
            "nv",
            "oy",
            "pbc",
            "plc",
            "pte",
            "pty",
            "sa",
            "sarl",
            "sas",
            "se",
            "sl",
            "spa",
            "srl");

    private PartyName() {}

    /** Whether one of {@code names} is the name of {@code party}. */
    static boolean isAmong(String party, List<String> names) {
        String wanted = folded(party);
        return names.stream().anyMatch(name -> folded(name).equals(wanted));
    }

    private static String folded(String name) {
        String plain = Normalizer.normalize(name, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}", "")
                .replace(".", "")
                .toLowerCase(Locale.ROOT);
        List<String> words = new ArrayList<>(List.of(plain.split("[^\\p{L}\\p{N}]+", -1)));
        words.removeIf(String::isEmpty);
        while (words.size() > 1 && FORMS.contains(words.get(words.size() - 1))) {
            words.remove(words.size() - 1);
        }
        return words.isEmpty() ? name : String.join("", words);
    }
}
