package org.estampille.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.estampille.bytes.ReadLimits;
import org.estampille.disclosure.Leak;
import org.estampille.disclosure.LeakReader;
import org.estampille.tag.OutsidePrompts;
import org.estampille.tag.WrittenStore;

/** Says what a profile or a redaction did not reach, place by place, so that nobody takes it for gone. */
final class WhatStays {

    private WhatStays() {}

    /** Prompts in the media's own metadata, which no manifest and no redaction governs. */
    static List<String> prompts(String shown, Path media) throws IOException {
        return inXmp(shown, media, name -> true);
    }

    /** Who wrote the prompts, in the same place. */
    static List<String> writers(String shown, Path media) throws IOException {
        return inXmp(shown, media, OutsidePrompts.WRITER::equals);
    }

    private static List<String> inXmp(String shown, Path media, Predicate<String> meant) throws IOException {
        List<String> warnings = new ArrayList<>();
        OutsidePrompts.inXmp(media, ReadLimits.standard()).keySet().stream()
                .filter(meant)
                .forEach(name -> warnings.add(shown + ": its XMP still has Iptc4xmpExt:" + name
                        + "; tag it anew with --xmp --profile studio-minimal, or remove it from the media."));
        return warnings;
    }

    /** People named in assertions that the word "persons" does not stand for. */
    static List<String> persons(String shown, Path written) throws IOException {
        List<Leak> leaks = WrittenStore.of(written, ReadLimits.standard())
                .map(LeakReader::read)
                .orElse(List.of());
        return leaks.stream()
                .filter(leak -> leak.kind() == Leak.Kind.PERSON)
                .map(leak -> shown + ": still names \"" + leak.value() + "\" in " + leak.where() + "; --redact "
                        + label(leak.where()) + " removes that assertion as a whole.")
                .distinct()
                .toList();
    }

    /** The assertion's label: what follows the store of assertions. */
    private static String label(String where) {
        String[] steps = where.split("/", -1);
        for (int i = 0; i + 1 < steps.length; i++) {
            if (steps[i].equals("c2pa.assertions")) {
                return steps[i + 1].replaceAll("__[0-9]+$", "");
            }
        }
        return "LABEL";
    }
}
