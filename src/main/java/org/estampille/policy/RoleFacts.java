package org.estampille.policy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.estampille.declaration.ActRole;
import org.estampille.declaration.Declaration;
import org.estampille.formula.JsonObject;
import org.estampille.formula.JsonText;
import org.estampille.formula.JsonValue;

/**
 * Who the house is under the EU AI Act for this file. It is asked ({@code answers.roles}), not guessed: a distributor of films is no
 * distributor of AI systems, and a declaration tells the roles of those who made the file, not of the one who asks.
 */
record RoleFacts(JsonObject answers, Optional<Declaration> declaration) {

    JsonObject roles() {
        Map<String, JsonValue> roles = new LinkedHashMap<>();
        Optional<List<String>> said = answers.field("roles").map(HouseRoles::words);
        for (String role : HouseRoles.ROLES) {
            roles.put(
                    role,
                    new JsonText(said.map(given -> given.contains(role) ? DeclaredFacts.YES : DeclaredFacts.NO)
                            .orElseGet(() -> declared(role))));
        }
        return JsonObject.of(roles);
    }

    /**
     * A deployer who is named owes the label, whoever asks. That a provider is named says only that there is one, which the one who
     * asks may be or not.
     */
    private String declared(String role) {
        Set<String> named = declaration.map(Declaration::roles).orElse(List.of()).stream()
                .map(ActRole::roleAct)
                .map(act -> act.word())
                .collect(Collectors.toSet());
        boolean certain = named.contains(role) && role.equals("deployer");
        return certain ? DeclaredFacts.YES : DeclaredFacts.UNKNOWN;
    }
}
