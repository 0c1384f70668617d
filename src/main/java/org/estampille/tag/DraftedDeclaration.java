package org.estampille.tag;

import java.util.List;
import org.estampille.declaration.Declaration;
import org.estampille.declaration.DeclarationAssertions;
import org.estampille.declaration.Inception;
import org.estampille.manifest.AssertionDraft;

/** Drafts the assertions of a declaration, once for all the files of a batch that have no source. */
final class DraftedDeclaration {

    private volatile List<Drafted> last = List.of();

    private record Drafted(Declaration declaration, boolean vouch, List<AssertionDraft> drafts) {}

    @SuppressWarnings("ReferenceEquality") // the very declaration; another one is drafted anew, however alike
    List<AssertionDraft> draft(Declaration declaration, Inception inception, boolean vouch) {
        if (!(inception instanceof Inception.Created)) {
            return DeclarationAssertions.draft(declaration, inception, vouch);
        }
        for (Drafted before : last) {
            if (before.declaration() == declaration && before.vouch() == vouch) {
                return before.drafts();
            }
        }
        List<AssertionDraft> drafts = List.copyOf(DeclarationAssertions.draft(declaration, inception, vouch));
        last = List.of(new Drafted(declaration, vouch, drafts));
        return drafts;
    }
}
