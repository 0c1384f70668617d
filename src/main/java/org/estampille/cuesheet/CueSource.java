package org.estampille.cuesheet;

import java.util.List;
import java.util.Optional;
import org.estampille.declaration.AiUse;
import org.estampille.declaration.Declaration;
import org.estampille.disclosure.RightsLine;

/**
 * A media file as far as a cue sheet is concerned.
 *
 * @param file as the user named it
 * @param state of its manifest: trusted, valid, invalid, absent, error
 * @param signer who signed, if anybody
 * @param manifest label of the manifest
 * @param declaration what it declares
 * @param rights one line per use that shows, in the order of the uses
 */
public record CueSource(
        String file,
        String state,
        Optional<String> signer,
        Optional<String> manifest,
        Optional<Declaration> declaration,
        List<RightsLine> rights) {

    public CueSource {
        rights = List.copyOf(rights);
    }

    /** The uses whose result is in the file. */
    List<AiUse> uses() {
        return declaration.map(Declaration::uses).orElse(List.of()).stream()
                .filter(AiUse::shows)
                .toList();
    }

    /** The rights of one use: by place when there is a line for each, otherwise by the tool's name. */
    Optional<RightsLine> rightsOf(AiUse use) {
        List<AiUse> uses = uses();
        if (uses.size() == rights.size()) {
            return Optional.of(rights.get(uses.indexOf(use)));
        }
        return rights.stream()
                .filter(line -> line.tool().equals(use.tool().name())
                        || line.tool().startsWith(use.tool().name() + " ("))
                .findFirst();
    }

    /** Whether the file, without its extension, has that name. */
    boolean isNamed(String name) {
        int dot = fileName().lastIndexOf('.');
        return (dot > 0 ? fileName().substring(0, dot) : fileName()).equalsIgnoreCase(name.strip());
    }

    String fileName() {
        return file.substring(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1);
    }
}
