package org.estampille.report;

import java.util.Optional;
import java.util.Set;
import org.estampille.bytes.MalformedContentException;
import org.estampille.bytes.ReadLimits;
import org.estampille.cbor.CborReader;
import org.estampille.cbor.CborValue;
import org.estampille.jumbf.ContentBox;
import org.estampille.jumbf.JumbfBox;
import org.estampille.jumbf.SuperBox;
import org.estampille.manifest.Action;
import org.estampille.manifest.ActionsAssertion;
import org.estampille.manifest.Assertion;
import org.estampille.manifest.BindingAssertion;
import org.estampille.manifest.Claim;
import org.estampille.manifest.DataAssertion;
import org.estampille.manifest.EmbeddedFile;
import org.estampille.manifest.IllFormedAssertion;
import org.estampille.manifest.Ingredient;
import org.estampille.manifest.Manifest;
import org.estampille.manifest.ManifestStore;
import org.estampille.manifest.RedactedAssertion;

/** Shows a whole manifest store: every manifest with its claim, assertions and boxes, the active one first. */
public final class TreeReport {

    /** Characters of content in one tree; the largest store that is read would not fit a screen, nor our memory. */
    private static final int ROOM = 1 << 20;

    /** What the line of an action says already. */
    private static final Set<String> SAID = Set.of("action", "digitalSourceType");

    private final StringBuilder out = new StringBuilder();
    private int room = ROOM;

    private final Words words;

    private final ReadLimits limits;

    private TreeReport(Language language, ReadLimits limits) {
        this.words = Words.ofTexts(language);
        this.limits = limits;
    }

    /**
     * The store as an indented tree, with texts whole and long octet strings cut, which crJSON has whole.
     *
     * @param limits for reading claims again, whole
     */
    public static String of(ManifestStore store, Language language, ReadLimits limits) {
        TreeReport tree = new TreeReport(language, limits);
        for (int i = store.manifests().size() - 1; i >= 0; i--) {
            tree.manifest(store.manifests().get(i), i == store.manifests().size() - 1);
        }
        return tree.out.toString();
    }

    private void manifest(Manifest manifest, boolean active) {
        line(
                0,
                words.word(
                        "tree." + manifest.kind().name().toLowerCase(java.util.Locale.ROOT),
                        active ? words.word("tree.active") : "",
                        manifest.label()));
        manifest.claim().ifPresent(this::claim);
        for (Assertion assertion : manifest.assertions()) {
            line(
                    1,
                    assertion.box().label() + " " + attribution(manifest, assertion) + size(assertion.box())
                            + summary(assertion));
            details(assertion);
        }
        for (JumbfBox child : manifest.box().children()) {
            if (child instanceof SuperBox box
                    && manifest.assertionStore().filter(box::equals).isEmpty()) {
                line(1, box.label() + " " + size(box));
            } else if (child instanceof ContentBox box) {
                line(1, words.word("tree.box", box.type(), box.octets().length()));
            }
        }
    }

    private void claim(Claim claim) {
        line(
                1,
                words.word("tree.claim", claim.version())
                        + Sentences.generator(claim)
                                .map(name -> words.word("tree.by", name))
                                .orElse("")
                        + claim.title()
                                .map(title -> words.word("tree.title", title))
                                .orElse(""));
        try {
            content(2, CborReader.read(claim.octets(), limits));
        } catch (MalformedContentException e) {
            line(2, words.word("tree.cut")); // it was read before, under limits that were wider
        }
    }

    private String attribution(Manifest manifest, Assertion assertion) {
        Optional<Claim> claim = manifest.claim();
        String suffix = "/" + assertion.box().label();
        if (claim.isEmpty()) {
            return "";
        }
        if (claim.get().created().stream().anyMatch(uri -> uri.url().endsWith(suffix))) {
            return claim.get().version() == 1 ? "" : words.word("tree.created");
        }
        return claim.get().gathered().stream().anyMatch(uri -> uri.url().endsWith(suffix))
                ? words.word("tree.gathered")
                : words.word("tree.unlisted");
    }

    private String size(SuperBox box) {
        return words.word("tree.size", box.octets().length());
    }

    private String summary(Assertion assertion) {
        if (assertion instanceof Ingredient ingredient) {
            return " " + ingredient.relationship().orElse(words.word("tree.no-relationship"))
                    + ingredient
                            .title()
                            .map(title -> words.word("tree.quoted", title))
                            .orElse("");
        }
        if (assertion instanceof EmbeddedFile file) {
            return words.word("tree.file", file.mediaType(), file.content().length());
        }
        if (assertion instanceof IllFormedAssertion broken) {
            return words.word("tree.ill-formed", broken.problem());
        }
        return assertion instanceof RedactedAssertion ? words.word("tree.redacted") : "";
    }

    private void details(Assertion assertion) {
        if (assertion instanceof ActionsAssertion actions) {
            actions(actions);
        } else if (assertion instanceof Ingredient ingredient) {
            content(2, ingredient.content());
        } else if (assertion instanceof DataAssertion data) {
            content(2, data.value());
        } else if (assertion instanceof BindingAssertion binding) {
            content(2, binding.content());
        }
    }

    /** A line for each action, its fields below it, then what holds for several of them. */
    private void actions(ActionsAssertion actions) {
        boolean whole = true;
        for (Action action : actions.actions()) {
            line(
                    2,
                    action.name()
                            + actions.sourceTypeOf(action)
                                    .map(type -> " " + type)
                                    .orElse("")
                            + actions.agentOf(action).map(agent -> ", " + agent).orElse(""));
            // Where there is no more room, saying so once is enough.
            whole = whole && content(3, without(action.content(), SAID));
        }
        if (whole) {
            content(2, without(actions.content(), Set.of("actions")));
        }
    }

    private static CborValue.Map without(CborValue.Map map, Set<String> said) {
        return new CborValue.Map(map.entries().stream()
                .filter(entry -> entry.key().asText().filter(said::contains).isEmpty())
                .toList());
    }

    /** Whether there was room for all of it. */
    private boolean content(int depth, CborValue value) {
        CborLines lines = CborLines.of(value, room);
        lines.lines().forEach(text -> line(depth, text));
        room = lines.room();
        if (lines.isCut()) {
            line(depth, words.word("tree.cut"));
        }
        return !lines.isCut();
    }

    private void line(int depth, String text) {
        out.append("  ".repeat(depth)).append(SafeText.line(text)).append('\n');
    }
}
