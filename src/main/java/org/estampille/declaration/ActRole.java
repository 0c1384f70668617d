package org.estampille.declaration;

import java.util.Optional;
import org.estampille.cbor.CborValue;

/**
 * The role of one organisation under the EU AI Act (Regulation 2024/1689 article 3). It hangs on organisation, tool and file,
 * not on the company; a distributor of films is not a distributor of AI systems.
 *
 * @param organisation who
 * @param roleAct under the Act
 * @param roleChain in the making of the work
 * @param tool for which tool, when not for all
 */
public record ActRole(String organisation, RoleAct roleAct, Optional<RoleChain> roleChain, Optional<String> tool) {

    /** Roles under the Act. */
    public enum RoleAct implements Term {
        PROVIDER,
        DEPLOYER,
        IMPORTER,
        DISTRIBUTOR_OF_SYSTEM,
        NONE;

        static final Vocabulary<RoleAct> VOCABULARY = Vocabulary.of(values());
    }

    /** Roles in the making and showing of a work. */
    public enum RoleChain implements Term {
        POST_HOUSE,
        VFX_VENDOR,
        PRODUCER,
        FILM_DISTRIBUTOR,
        BROADCASTER,
        PLATFORM;

        static final Vocabulary<RoleChain> VOCABULARY = Vocabulary.of(values());
    }

    static ActRole read(Fields fields) {
        return new ActRole(
                fields.requiredText("organisation"),
                fields.requiredChoice("roleAct", RoleAct.VOCABULARY, RoleAct.NONE),
                fields.choice("roleChain", RoleChain.VOCABULARY),
                fields.text("tool"));
    }

    CborValue.Map toCbor() {
        return CborValue.map()
                .put("organisation", organisation)
                .put("roleAct", roleAct.word())
                .putText("roleChain", roleChain.map(RoleChain::word))
                .putText("tool", tool)
                .build();
    }
}
