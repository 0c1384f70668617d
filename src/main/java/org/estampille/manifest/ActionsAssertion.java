package org.estampille.manifest;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.estampille.cbor.CborValue;
import org.estampille.jumbf.SuperBox;

/**
 * The history of an asset (C2PA 2.5 clause 16.4.1), {@code c2pa.actions} or {@code c2pa.actions.v2}.
 *
 * @param box as read
 * @param actions in file order
 * @param templates defaults for actions, as written
 * @param allActionsIncluded whether the list claims to be complete; absent when it says nothing
 * @param icons references to icons of tools and templates
 * @param content the whole map
 */
public record ActionsAssertion(
        SuperBox box,
        List<Action> actions,
        List<CborValue.Map> templates,
        Optional<Boolean> allActionsIncluded,
        List<HashedUri> icons,
        CborValue.Map content)
        implements Assertion {

    public ActionsAssertion {
        actions = List.copyOf(actions);
        templates = List.copyOf(templates);
        icons = List.copyOf(icons);
    }

    static ActionsAssertion read(SuperBox box, CborValue.Map map) {
        List<Action> actions = new ArrayList<>();
        for (CborValue.Map item : Fields.maps(map, "actions")) {
            actions.add(Action.read(item));
        }
        List<CborValue.Map> templates = Fields.maps(map, "templates");
        return new ActionsAssertion(
                box,
                actions,
                templates,
                map.get("allActionsIncluded").flatMap(CborValue::asBoolean),
                icons(map, actions, templates),
                map);
    }

    private static List<HashedUri> icons(CborValue.Map map, List<Action> actions, List<CborValue.Map> templates) {
        List<HashedUri> icons = new ArrayList<>();
        for (CborValue.Map agent : Fields.maps(map, "softwareAgents")) {
            HashedUri.in(agent, "icon").ifPresent(icons::add);
        }
        for (Action action : actions) {
            Fields.map(action.content(), "softwareAgent")
                    .flatMap(agent -> HashedUri.in(agent, "icon"))
                    .ifPresent(icons::add);
        }
        for (CborValue.Map template : templates) {
            HashedUri.in(template, "icon").ifPresent(icons::add);
        }
        return icons;
    }

    /** The name of the tool of an action: its own, or the shared one it points at by index. */
    public Optional<String> agentOf(Action action) {
        if (action.softwareAgent().isPresent()) {
            return action.softwareAgent();
        }
        List<CborValue.Map> agents = Fields.maps(content, "softwareAgents");
        Optional<Long> index = action.content().get("softwareAgentIndex").flatMap(CborValue::asLong);
        return index.isPresent() && index.get() >= 0 && index.get() < agents.size()
                ? Fields.text(agents.get(index.get().intValue()), "name")
                : Optional.empty();
    }

    /** The source type of an action: its own, or that of the last template that applies (C2PA 2.5 clause 16.4.1.6). */
    public Optional<String> sourceTypeOf(Action action) {
        if (action.digitalSourceType().isPresent()) {
            return action.digitalSourceType();
        }
        Optional<String> found = Optional.empty();
        for (CborValue.Map template : templates) {
            String name = Fields.text(template, "action").orElse("");
            Optional<String> type = Fields.text(template, "digitalSourceType");
            if (type.isPresent() && (name.equals(action.name()) || name.equals("*") && found.isEmpty())) {
                found = type;
            }
        }
        return found;
    }
}
