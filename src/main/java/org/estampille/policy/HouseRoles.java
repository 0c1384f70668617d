package org.estampille.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.estampille.formula.JsonArray;
import org.estampille.formula.JsonText;
import org.estampille.formula.JsonValue;

/**
 * The words by which a house says what it is under the EU AI Act. Roles that are not named are denied, so a word that is none of them
 * would deny all of them, and nobody would notice.
 */
public final class HouseRoles {

    /** Roles that rules ask for. */
    static final List<String> ROLES = List.of("provider", "deployer", "importer", "distributor_of_system", "platform");

    private static final String NONE = "none";

    private HouseRoles() {}

    /** What is wrong with these words, to follow the name of the place where they stand; empty where nothing is. */
    public static Optional<String> fault(List<String> roles) {
        String wanted = "wants one of " + String.join(", ", ROLES) + ", " + NONE;
        if (roles.isEmpty()) {
            return Optional.of(wanted);
        }
        Optional<String> stranger = roles.stream()
                .filter(role -> !ROLES.contains(role) && !role.equals(NONE))
                .findFirst()
                .map(role -> wanted + ", not " + role);
        boolean both = roles.contains(NONE) && roles.stream().anyMatch(ROLES::contains);
        return stranger.or(
                () -> both ? Optional.of(NONE + " denies every role; leave it out, or the others") : Optional.empty());
    }

    /** The words of an answer: a list of them, or a single one. */
    static List<String> words(JsonValue answer) {
        List<String> words = new ArrayList<>();
        for (JsonValue role : answer instanceof JsonArray list ? list.items() : List.of(answer)) {
            words.add(role instanceof JsonText text ? text.value() : role.json());
        }
        return words;
    }
}
