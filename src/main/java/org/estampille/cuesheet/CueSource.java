package org.estampille.cuesheet;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.estampille.declaration.AiUse;
import org.estampille.declaration.Declaration;
import org.estampille.disclosure.ContentDisclosure;
import org.estampille.disclosure.Involvement;
import org.estampille.disclosure.RightsLine;
import org.estampille.disclosure.SourceStatement;
import org.estampille.timecode.FrameRate;

/**
 * A media file as far as a cue sheet is concerned.
 *
 * @param file as the user named it
 * @param state of its manifest: trusted, valid, invalid, absent, error
 * @param signer who signed, if anybody
 * @param manifest label of the manifest
 * @param declaration what it declares
 * @param disclosure what its manifests say of AI and rights, those of its history counted in
 * @param said how far AI took part by what its own signers say, without what it was made from
 * @param ingredients what the assets say that went into it
 * @param mediaRate how its video counts, by its own tables, where they say
 */
public record CueSource(
        String file,
        String state,
        Optional<String> signer,
        Optional<String> manifest,
        Optional<Declaration> declaration,
        ContentDisclosure disclosure,
        Involvement said,
        List<SourceStatement> ingredients,
        Optional<FrameRate> mediaRate) {

    public CueSource {
        ingredients = List.copyOf(ingredients);
    }

    /** Whether its manifest holds, whoever signed it. */
    public boolean holds() {
        return state.equals("trusted") || state.equals("valid");
    }

    /** The uses that the file itself declares and whose result is in it. */
    List<ListedUse> uses() {
        List<RightsLine> own = disclosure.rights().stream()
                .filter(line -> line.parent().isEmpty())
                .toList();
        return declaration.map(said -> listed(said, own, Optional.empty())).orElse(List.of());
    }

    /** The uses that its ingredients declare; not those again that the file declares in the same words. */
    List<ListedUse> inherited() {
        List<AiUse> own = uses().stream().map(ListedUse::use).toList();
        Set<List<Object>> known = new HashSet<>();
        List<ListedUse> inherited = new ArrayList<>();
        for (SourceStatement ingredient : ingredients) {
            if (ingredient.declaration().isPresent()) {
                for (ListedUse use :
                        listed(ingredient.declaration().get(), rightsOf(ingredient), Optional.of(ingredient))) {
                    if (!own.contains(use.use())
                            && known.add(List.of(ingredient.path().get(0), use.use()))) {
                        inherited.add(use);
                    }
                }
            }
        }
        return inherited;
    }

    private List<RightsLine> rightsOf(SourceStatement ingredient) {
        String place = "/" + ingredient.manifest().orElse("") + "/";
        return disclosure.rights().stream()
                .filter(line -> line.where().contains(place))
                .toList();
    }

    private List<ListedUse> listed(Declaration declared, List<RightsLine> lines, Optional<SourceStatement> ingredient) {
        List<AiUse> showing = declared.uses().stream().filter(AiUse::shows).toList();
        List<ListedUse> listed = new ArrayList<>();
        for (int i = 0; i < showing.size(); i++) {
            AiUse use = showing.get(i);
            Optional<RightsLine> line = showing.size() == lines.size()
                    ? Optional.of(lines.get(i))
                    : lines.stream().filter(one -> isAbout(one, use)).findFirst();
            listed.add(new ListedUse(this, declared, use, line, ingredient));
        }
        return listed;
    }

    private static boolean isAbout(RightsLine line, AiUse use) {
        String tool = use.tool().name();
        return line.tool().equals(tool) || line.tool().startsWith(tool + " (");
    }

    /** What its declaration calls it, otherwise its name. */
    String title() {
        return declaration.map(Declaration::title).orElseGet(this::fileName);
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
