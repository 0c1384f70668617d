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
        PROVIDER("provider"),
        DEPLOYER("deployer"),
        IMPORTER("importer"),
        DISTRIBUTOR_OF_SYSTEM("distributor_of_system"),
        NONE("none");

        static final Vocabulary<RoleAct> VOCABULARY = Vocabulary.of(values());

        private final String word;

        RoleAct(String word) {
            this.word = word;
        }

        @Override
        public String word() {
            return word;
        }
    }

    /** Roles in the making and showing of a work. */
    public enum RoleChain implements Term {
        POST_HOUSE("post_house"),
        VFX_VENDOR("vfx_vendor"),
        PRODUCER("producer"),
        FILM_DISTRIBUTOR("film_distributor"),
        BROADCASTER("broadcaster"),
        PLATFORM("platform");

        static final Vocabulary<RoleChain> VOCABULARY = Vocabulary.of(values());

        private final String word;

        RoleChain(String word) {
            this.word = word;
        }

        @Override
        public String word() {
            return word;
        }
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
